import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import PARAGRAPHS, page

from checker.records import Article
from checker.sources import Reading, html, read
from checker.sources.intake import Intake
from checker.sources.origin import origin_of
from checker.sources.page import MOST_ELEMENTS, read_page
from checker.sources.reading import Ledger


def _read(tmp_path: Path, markup: str | bytes, name: str = "saved.html") -> Reading:
    path = tmp_path / name
    path.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    return read([str(path)])


def _article(tmp_path: Path, markup: str | bytes, name: str = "saved.html") -> Article:
    reading = _read(tmp_path, markup, name)
    assert reading.errors == ()
    (article,) = reading.articles
    return article


def _json_ld(value: object) -> str:
    written = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{written}</script>'


def test_the_main_text_is_taken_and_the_rest_of_the_page_is_not(tmp_path: Path) -> None:
    text = _article(tmp_path, page()).text
    assert [line for line in text.split("\n") if not line.startswith("## ")] == list(PARAGRAPHS)
    for elsewhere in (
        "Business",
        "28 degrees",
        "cat was found",
        "single word",
        "Copyright",
        "unseen",
        "color",
    ):
        assert elsewhere not in text


def test_headings_items_and_rows_are_lines_of_their_own(tmp_path: Path) -> None:
    body = (
        f"<p>{PARAGRAPHS[0]}</p><h2>What was said?</h2><p>{PARAGRAPHS[1]}<br>Signed <b>in</b>Geneva.</p>"
        f"<ul><li>Twelve ships leave.</li></ul><table><tr><th>Port</th><th>Ships</th></tr>"
        f"<tr><td>Odesa</td><td>12</td></tr></table><blockquote><p>{PARAGRAPHS[2]}</p></blockquote>"
    )
    lines = _article(tmp_path, page(body=body)).text.split("\n")
    assert lines[-8:] == [
        PARAGRAPHS[0],
        "## What was said?",
        PARAGRAPHS[1],
        "Signed inGeneva.",
        "- Twelve ships leave.",
        "Port | Ships",
        "Odesa | 12",
        PARAGRAPHS[2],
    ]


def test_text_that_stands_loose_in_a_division_is_not_lost(tmp_path: Path) -> None:
    around = "".join(f"<p>{number}. {text} {text}</p>" for number, text in enumerate(PARAGRAPHS))
    loose = f"<div>Loose: {PARAGRAPHS[1]}</div>Bare: {PARAGRAPHS[2]}<br><br>After: {PARAGRAPHS[3]}"
    lines = _article(tmp_path, page(body=f"<div>{around}{loose}{around}</div>")).text.split("\n")
    for line in (f"Loose: {PARAGRAPHS[1]}", f"Bare: {PARAGRAPHS[2]}", f"After: {PARAGRAPHS[3]}"):
        assert line in lines


def test_json_ld_in_a_graph_gives_publisher_date_and_title(tmp_path: Path) -> None:
    head = _json_ld(
        {
            "@graph": [
                {"@type": "WebSite", "name": "Site", "datePublished": "2001-01-01"},
                {"@type": "Organization", "@id": "#org", "name": "The Daily Post"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Envoys &amp; talks",
                    "datePublished": "2022-11-06T10:00:00+02:00",
                    "dateModified": "2023-01-01T00:00:00Z",
                    "publisher": {"@id": "#org"},
                    "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Day"}],
                },
            ]
        }
    )
    article = _article(tmp_path, page(head))
    assert (article.source, article.published) == ("The Daily Post", "2022-11-06T08:00:00Z")
    assert article.title == "Envoys & talks"
    assert read_page(page(head)).masthead.author == "Ann Lee, Bo Day"


@pytest.mark.parametrize(
    "written",
    [
        [{"@type": "NewsArticle", "datePublished": "2022-11-06", "publisher": {"name": "Post"}}],
        '{"@type": "NewsArticle", "datePublished": "2022-11-06", "publisher": {"name": "Post"},}',
        '/*<![CDATA[*/{"@type":"NewsArticle","datePublished":"2022-11-06","publisher":{"name":"Post"}}/*]]>*/',
        '<!-- {"@type":"NewsArticle","datePublished":"2022-11-06","publisher":{"name":"Post"}} -->;',
        '{"@type": "Article", "headline": "a "b"", "datePublished":"2022-11-06","publisher":{"name":"Post"}',
        {
            "@type": "WebPage",
            "mainEntity": {
                "@type": "Article",
                "datePublished": "2022-11-06",
                "publisher": [{"@type": "Organization", "name": "Post"}],
            },
        },
    ],
)
def test_json_ld_is_read_in_all_its_forms_even_when_it_is_broken(tmp_path: Path, written: object) -> None:
    article = _article(tmp_path, page(_json_ld(written)))
    assert (article.source, article.published) == ("Post", "2022-11-06")


@pytest.mark.parametrize(
    "written", ["[" * 5000, '{"@graph": ' * 900, "null", "7", '{"@type": {"a": []}}', ""]
)
def test_json_ld_that_says_nothing_does_no_harm(tmp_path: Path, written: str) -> None:
    article = _article(tmp_path, page(_json_ld(written)))
    assert (article.source, article.published) == ("saved", None)


def test_of_several_articles_in_json_ld_the_one_of_this_page_counts(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://example.org/b">' + _json_ld(
        [
            {"@type": "NewsArticle", "url": "https://example.org/a", "datePublished": "2020-01-01"},
            {
                "@type": "NewsArticle",
                "mainEntityOfPage": {"@id": "https://example.org/b"},
                "datePublished": "2022-11-06",
            },
        ]
    )
    assert _article(tmp_path, page(head)).published == "2022-11-06"
    assert _article(tmp_path, page(head.replace("example.org/b", "example.org/c", 1))).published is None


def test_opengraph_and_meta_elements_are_read(tmp_path: Path) -> None:
    head = (
        '<title>Envoys agree | Daily Post</title><meta property="og:site_name" content="Daily Post">'
        '<meta property="og:title" content="Envoys agree - Daily Post"><link rel="canonical" href="/w/1">'
        '<meta property="og:url" content="https://www.post.co.uk/w/1">'
        '<meta property="article:published_time" content="2022-11-06T23:30:00-05:00">'
    )
    article = _article(tmp_path, page(head))
    assert (article.title, article.source) == ("Envoys agree", "Daily Post")
    assert (article.url, article.published) == ("https://www.post.co.uk/w/1", "2022-11-07T04:30:00Z")


def test_without_a_name_the_registered_domain_is_the_publisher_and_else_the_file(tmp_path: Path) -> None:
    canonical = '<link rel="canonical" href="https://news.post.co.uk/w/1">'
    assert _article(tmp_path, page(canonical)).source == "post.co.uk"
    saved = "<!-- saved from url=(0030)https://www.example.org/story -->\n" + page()
    assert _article(tmp_path, saved).source == "example.org"
    assert _article(tmp_path, page()).source == "saved"


def test_a_clock_the_weather_and_dates_of_other_stories_are_never_the_date_of_the_article(
    tmp_path: Path,
) -> None:
    assert _article(tmp_path, page()).published is None
    body = f"<p>July 6, 2024</p><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    assert _article(tmp_path, page(body=body)).published is None
    times = "".join(f'<time class="entry-date published" datetime="2024-07-0{day}">' for day in (1, 2))
    assert _article(tmp_path, page(after=times)).published is None


def test_a_time_element_that_is_marked_as_the_publication_counts(tmp_path: Path) -> None:
    marked = '<time datetime="2022-11-06T10:00:00Z" pubdate>6 November</time>'
    assert _article(tmp_path, page(before=marked)).published == "2022-11-06T10:00:00Z"


def test_a_declared_date_that_cannot_be_read_is_a_warning_and_unknown(tmp_path: Path) -> None:
    reading = _read(tmp_path, page('<meta name="date" content="06/11/22">'))
    assert reading.articles[0].published is None
    assert reading.repaired == {"published": 1}
    assert "06/11/22" in reading.warnings[0].message


@pytest.mark.parametrize("empty", ["", "<html></html>", "<html><body><script>x()</script></body></html>"])
def test_a_page_without_text_is_a_counted_warning(tmp_path: Path, empty: str) -> None:
    reading = _read(tmp_path, empty)
    assert reading.articles == reading.errors == ()
    assert reading.repaired == {"empty_text": 1}


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("windows-1251", "windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "nonsense"),
        ("utf-8", "rot13"),
    ],
)
def test_the_encoding_that_is_declared_is_read_unless_the_bytes_say_otherwise(
    tmp_path: Path, codec: str, declared: str
) -> None:
    body = f"<p>{PARAGRAPHS[0]} Женева.</p><p>{PARAGRAPHS[1]}</p>"
    markup = page(body=body).replace('charset="utf-8"', f'charset="{declared}"')
    reading = _read(tmp_path, markup.encode(codec))
    assert "Женева." in reading.articles[0].text
    assert reading.warnings == ()


def test_pages_with_a_mark_or_with_stray_bytes_are_repaired_and_reported(tmp_path: Path) -> None:
    body = f"<p>{PARAGRAPHS[0]} A café.</p><p>{PARAGRAPHS[1]}</p>"
    marked = _read(tmp_path, page(body=body).encode("utf-16"))
    assert "café" in marked.articles[0].text
    assert marked.repaired == {"byte_order_mark": 1, "encoding": 1}
    stray = _read(tmp_path, page(body=body).encode("cp1252"))
    assert "café" in stray.articles[0].text
    assert stray.repaired == {"encoding": 1}


def test_invisible_characters_are_repaired_in_the_text_but_not_looked_for_in_scripts(tmp_path: Path) -> None:
    body = f"<p>{PARAGRAPHS[0]} Ge&#8203;ne&shy;va.</p><p>{PARAGRAPHS[1]}</p>"
    hidden = _read(tmp_path, page(body=body))
    assert "Geneva." in hidden.articles[0].text
    assert hidden.repaired == {"invisible": 1}
    assert _read(tmp_path, page("<script>var a = '\u200b';</script>")).repaired == {}


def test_a_nul_in_a_page_is_replaced_and_reported(tmp_path: Path) -> None:
    reading = _read(tmp_path, page().replace("Opponents", "Oppo\0nents"))
    assert "Oppo\ufffdnents" in reading.articles[0].text
    assert reading.repaired == {"nul": 1}


def _intake(markup: str, *, keep_furniture: bool) -> Intake:
    return Intake(BytesIO(markup.encode()), origin_of("a.html"), Ledger(), keep_furniture=keep_furniture)


def test_with_keep_furniture_the_whole_visible_text_is_taken(tmp_path: Path) -> None:
    (article,) = html.read(_intake(page("<title>Tab</title>"), keep_furniture=True))
    lines = article.text.split("\n")
    assert lines[:3] == [
        "Saturday, July 6, 2024, 14:31",
        "Kyiv 28 degrees, July 6, 2024",
        "World",
    ]
    assert set(PARAGRAPHS) < set(lines)
    assert "Envoys agree on new talks" in lines
    assert lines[-1].startswith("Copyright")
    for unseen in ("unseen", "a comment in the markup", "color", "Tab"):
        assert unseen not in article.text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<div>" * 100_000 + PARAGRAPHS[0] + "</div>" * 100_000 + f"<p>{PARAGRAPHS[1]}</p>", "too deeply"),
        (f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>" + "<b></b>" * MOST_ELEMENTS, "elements"),
    ],
    ids=["deep", "many"],
)
def test_a_page_that_is_too_much_gives_its_visible_text_and_a_warning(
    tmp_path: Path, markup: str, reason: str
) -> None:
    reading = _read(tmp_path, f"<html><body><script>unseen()</script>{markup}</body></html>")
    assert reading.articles[0].text.split("\n") == list(PARAGRAPHS[:2])
    assert reading.repaired == {"main_text": 1}
    assert reason in reading.warnings[0].message
    assert reading.errors == ()


def test_ten_megabytes_in_one_paragraph_are_read(tmp_path: Path) -> None:
    article = _article(tmp_path, page(body=f"<p>{'Words of the envoy went on. ' * 380_000}</p>"))
    assert len(article.text) > 10_000_000


@pytest.mark.parametrize(
    "broken", ["<p>" * 300, "<" * 5000, "<table><tr><td>" * 900, "</div>" * 99, "<p a='", "&#1;&#xD800;"]
)
def test_malformed_markup_does_not_cost_the_article(tmp_path: Path, broken: str) -> None:
    text = _article(tmp_path, page(after=broken)).text
    for paragraph in PARAGRAPHS:
        assert paragraph in text


def test_nothing_is_written_to_standard_error(tmp_path: Path) -> None:
    for number, markup in enumerate(("", "<html/>", "no markup", page(), "<p>" + "<b>" * 900)):
        (tmp_path / f"{number}.html").write_text(markup)
    code = "import sys; from checker.sources import read; read([sys.argv[1]])"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=True)
    assert done.stderr == b""


def test_the_order_of_pages_changes_nothing() -> None:
    pages = [
        page(),
        page(body=f"<p>{PARAGRAPHS[0]}</p>" * 6),
        *[page(before=f"<p>{number}</p>") for number in range(4)],
    ]
    forth = [read_page(markup) for markup in pages * 3]
    back = [read_page(markup) for markup in reversed(pages * 3)]
    assert forth == back[::-1]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <div> </div> <script> </script> <!-- --> <style> </style> <li> <td> "
            "<template> </template> <br> <h2> text. &amp; &#2; < \0 é".split()
        ),
        max_size=40,
    )
)
def test_any_markup_is_read_without_scripts_and_comments(pieces: list[str]) -> None:
    whole = page(after="".join(pieces))
    for keep in (False, True):
        text = read_page(whole, keep_furniture=keep).text
        assert "\n\n" not in text
        assert "\r" not in text
        assert text == "\n".join(" ".join(line.split()) for line in text.split("\n"))
    marked = "<script>unseen</script><style>unseen</style><!-- unseen --><template>unseen</template>"
    assert "unseen" not in read_page(f"<body>{marked}<p>{PARAGRAPHS[0]}</p>{marked}").text
