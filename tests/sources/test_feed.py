import socket
from pathlib import Path

import pytest

from checker.records import Article
from checker.sources import Reading, feed, read

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Aggregator &amp;amp; Co</title><link>https://aggregator.example.org/</link>
{}
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom Post</title>
<link href="https://atom.example.org/"/>{}</feed>"""


def _read(tmp_path: Path, text: str | bytes, name: str = "a.rss") -> Reading:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read([str(path)])


def _one(tmp_path: Path, text: str | bytes, name: str = "a.rss") -> Article:
    reading = _read(tmp_path, text, name)
    assert reading.errors == reading.warnings == ()
    (article,) = reading.articles
    return article


def test_an_entry_of_rss_with_its_full_content(tmp_path: Path) -> None:
    article = _one(
        tmp_path,
        RSS.format(
            """<item><title>Envoys &lt;i&gt;agree&lt;/i&gt;</title><link>https://post.example.com/1</link>
<guid isPermaLink="false">story-1</guid><description>The summary.</description>
<content:encoded><![CDATA[<p>The envoys&nbsp;met.</p><script>unseen()</script><h2>What next?</h2>
<p>They <b>will</b><br>meet again.</p>]]></content:encoded>
<pubDate>Sun, 06 Nov 2022 10:00:00 -0500</pubDate></item>"""
        ),
    )
    assert article.text == "The envoys met.\n## What next?\nThey will\nmeet again."
    assert (article.id, article.url) == ("story-1", "https://post.example.com/1")
    assert (article.title, article.source) == ("Envoys agree", "The Aggregator & Co")
    assert (article.published, article.line) == ("2022-11-06T15:00:00Z", 5)


def test_the_source_that_an_entry_names_is_its_publisher(tmp_path: Path) -> None:
    item = "<item><guid>{0}</guid><description>Text {0}.</description>{1}</item>"
    named = item.format("a", '<source url="https://true.example.com/rss">The True Post</source>')
    unnamed = item.format("b", '<source url="https://www.true.co.uk/rss"></source>')
    sources = [article.source for article in _read(tmp_path, RSS.format(named + unnamed)).articles]
    assert sources == ["The True Post", "true.co.uk"]
    entry = "<entry><id>c</id><summary>Text.</summary><source><title>Atom Source</title></source></entry>"
    assert _one(tmp_path, ATOM.format(entry)).source == "Atom Source"


def test_a_feed_without_a_title_is_published_by_the_domain_of_its_entries(tmp_path: Path) -> None:
    item = "<item><link>https://www.post.co.uk/1</link><description>Text.</description></item>"
    assert _one(tmp_path, f"<rss><channel>{item}</channel></rss>").source == "post.co.uk"
    assert _one(tmp_path, "<rss><item><description>Text.</description></item></rss>").source == "a"


def test_ids_are_the_guid_else_the_link_else_the_number_in_the_file(tmp_path: Path) -> None:
    items = (
        "<item><guid>g</guid><link>https://e.org/1</link><description>A.</description></item>"
        "<item><link>https://e.org/2</link><description>B.</description></item>"
        "<item><description>C.</description></item>"
    )
    articles = _read(tmp_path, RSS.format(items)).articles
    assert [article.id for article in articles] == ["g", "https://e.org/2", f"{articles[0].path}#3"]


def test_an_atom_entry_with_xhtml_an_update_and_a_relative_link(tmp_path: Path) -> None:
    article = _one(
        tmp_path,
        ATOM.format(
            '<entry><id>urn:x:1</id><title type="html">A &amp;lt; B</title><link href="/stories/1"/>'
            "<updated>2022-11-06T10:00:00+01:00</updated><summary>Summary.</summary>"
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>'
            "</content></entry>"
        ),
        "a.xml",
    )
    assert article.text == "One.\nTwo."
    assert (article.id, article.url) == ("urn:x:1", "https://atom.example.org/stories/1")
    assert (article.title, article.published) == ("A < B", "2022-11-06T09:00:00Z")


def test_rss_1_0_and_0_91_are_read(tmp_path: Path) -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://e.org/"><title>Old Post'
        '</title></channel><item rdf:about="https://e.org/1"><title>T</title><link>https://e.org/1</link>'
        "<description>Text.</description><dc:date>2002-11-06</dc:date></item></rdf:RDF>"
    )
    article = _one(tmp_path, rdf, "a.xml")
    assert (article.source, article.id, article.published) == ("Old Post", "https://e.org/1", "2002-11-06")
    netscape = (
        '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN"\n "http://e.org/rss.dtd">\n'
        '<rss version="0.91"><channel><title>P</title>\n<item><description>Text.</description></item>'
        "</channel></rss>"
    )
    assert _one(tmp_path, netscape).line == 5


def test_plain_text_in_an_entry_keeps_its_lines_and_its_brackets(tmp_path: Path) -> None:
    content = '<entry><id>1</id><content type="text">5 &lt; 6 &amp;\nmore</content></entry>'
    assert _one(tmp_path, ATOM.format(content)).text == "5 < 6 &\nmore"
    description = "<item><description>Tom &amp;amp; Ann met.\nThey talked.</description></item>"
    assert _one(tmp_path, RSS.format(description)).text == "Tom & Ann met.\nThey talked."


def test_an_entry_without_text_and_one_with_a_date_that_cannot_be_read_are_warnings(tmp_path: Path) -> None:
    items = "<item><title>A</title></item>\n<item><description>B.</description><pubDate>soon</pubDate></item>"
    reading = _read(tmp_path, RSS.format(items))
    assert [article.published for article in reading.articles] == [None]
    assert reading.repaired == {"empty_text": 1, "published": 1}
    assert {warning.line for warning in reading.warnings} == {5, 6}
    assert reading.errors == ()


def test_a_feed_without_entries_is_a_counted_warning(tmp_path: Path) -> None:
    assert _read(tmp_path, RSS.format("")).repaired == {"empty_text": 1}


def test_what_is_broken_is_an_error_with_its_line_and_the_entries_are_kept(tmp_path: Path) -> None:
    items = (
        "<item><description>A.</description></item>\n"
        "<item><title>R & D</title><description>B.</description></item>"
    )
    reading = _read(tmp_path, RSS.format(items))
    assert [article.text for article in reading.articles] == ["A.", "B."]
    (problem,) = reading.errors
    assert problem.line == 6
    assert "content after that may be lost" in problem.message


def test_a_feed_that_breaks_off_before_its_first_entry_is_an_error(tmp_path: Path) -> None:
    reading = _read(tmp_path, "<rss>\n<channel><titl")
    assert reading.articles == ()
    assert [problem.line for problem in reading.errors] == [2]


def test_names_of_characters_that_only_html_knows_are_no_damage(tmp_path: Path) -> None:
    item = (
        "<item><title>Caf&eacute;&nbsp;&amp; bar</title><description>Text &mdash; more.</description></item>"
    )
    article = _one(tmp_path, RSS.format(item))
    assert (article.title, article.text) == ("Café & bar", "Text — more.")


@pytest.mark.parametrize(
    "document_type",
    [
        '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE r SYSTEM "<rss>" [<!ENTITY a "lol">]>',
        "<!DOCTYPE r [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>",
        "<!-- <rss> --><!DOCTYPE r [<!-- ]> --><!ENTITY % p '<rss>'> %p;]>",
        '<!doctype r [<!entity a "lol">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_defines_entities_is_refused(tmp_path: Path, document_type: str, encoding: str) -> None:
    bomb = f"{document_type}<rss><item><description>Text &a;.</description></item></rss>"
    (tmp_path / "b.rss").write_text("<rss><item><description>Good.</description></item></rss>")
    (tmp_path / "a.rss").write_bytes(bomb.encode(encoding))
    reading = read([str(tmp_path)])
    assert [article.text for article in reading.articles] == ["Good."]
    (problem,) = reading.errors
    assert "remove its" in problem.message
    assert problem.path.endswith("a.rss")


def test_an_article_about_entities_is_no_bomb(tmp_path: Path) -> None:
    item = "<item><description><![CDATA[<p>Write &lt;!ENTITY and <!ENTITY.</p>]]></description></item>"
    assert _one(tmp_path, RSS.format(item)).text.startswith("Write <!ENTITY")


def test_nothing_is_fetched_from_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    item = '<item><description>&lt;img src="https://e.org/a.png"&gt;Text.</description></item>'
    feed_text = RSS.format(item).replace("<rss", '<!DOCTYPE rss SYSTEM "http://e.org/rss.dtd"><rss')
    assert _one(tmp_path, feed_text).text == "Text."


def test_a_feed_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "LARGEST", 1024 * 1024)
    item = f"<item><description>{'word ' * 300_000}</description></item>"
    reading = _read(tmp_path, RSS.format(item))
    assert reading.articles == ()
    assert "larger than 1 MiB" in reading.errors[0].message


def test_the_encoding_of_the_xml_declaration_is_read(tmp_path: Path) -> None:
    text = RSS.format("<item><description>Женева.</description></item>").replace("utf-8", "windows-1251")
    assert _one(tmp_path, text.encode("windows-1251")).text == "Женева."


def test_invisible_characters_are_counted_once_a_feed(tmp_path: Path) -> None:
    item = "<item><guid>{}</guid><description>Ge\u200bneva.</description></item>"
    reading = _read(tmp_path, RSS.format(item.format(1) + item.format(2)))
    assert [article.text for article in reading.articles] == ["Geneva.", "Geneva."]
    assert reading.repaired == {"invisible": 2}
    assert len(reading.warnings) == 1


def test_entries_nested_beyond_measure_are_read(tmp_path: Path) -> None:
    item = f"<item><description>{'&lt;div&gt;' * 5000}Deep text.</description></item>"
    assert _one(tmp_path, RSS.format(item)).text == "Deep text."
