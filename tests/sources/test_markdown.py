from pathlib import Path

import pytest

from checker.sources import Reading, read


def _read(tmp_path: Path, text: str, name: str = "a.md") -> Reading:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return read([str(path)])


def test_front_matter_gives_source_date_title_and_url(tmp_path: Path) -> None:
    reading = _read(
        tmp_path,
        "---\nsource: Daily Post\ndate: 2022-11-06T10:00:00+01:00\ntitle: 'Talks: a test'\n"
        "url: https://example.org/a\nother: [1, 2]\n---\nThe envoys met.\n",
    )
    (article,) = reading.articles
    assert (article.source, article.published) == ("Daily Post", "2022-11-06T09:00:00Z")
    assert (article.title, article.url) == ("Talks: a test", "https://example.org/a")
    assert article.text == "The envoys met.\n"
    assert article.skipped_lines == 7
    assert reading.errors == reading.warnings == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_skipped_lines_bring_a_line_of_the_body_to_its_line_in_the_file(tmp_path: Path, newline: str) -> None:
    lines = ["---", "source: Post", "---", "", "First.", "Second sentence here."]
    (article,) = _read(tmp_path, newline.join(lines)).articles
    at = article.text.index("Second")
    assert article.skipped_lines + article.text.count("\n", 0, at) + 1 == 6


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    (article,) = _read(tmp_path, "# Envoys meet #\n\nThe envoys met in Geneva.\n").articles
    assert article.title == "Envoys meet"
    assert article.source == "a"
    assert article.skipped_lines == 0


def test_published_is_preferred_to_date(tmp_path: Path) -> None:
    (article,) = _read(tmp_path, "---\ndate: 2020-01-01\npublished: 2022-11-06\n---\nText.").articles
    assert article.published == "2022-11-06"


def test_a_date_that_cannot_be_read_is_a_warning_and_the_rest_is_kept(tmp_path: Path) -> None:
    reading = _read(tmp_path, "---\nsource: Post\ndate: 2022-13-45\n---\nText.")
    assert reading.articles[0].source == "Post"
    assert reading.articles[0].published is None
    assert reading.repaired == {"published": 1}
    assert "2022-13-45" in reading.warnings[0].message
    assert reading.errors == ()


@pytest.mark.parametrize(
    "broken",
    [
        "source: [Post\n",
        "x: " + "[" * 1500 + "]" * 1500 + "\n",
        "a: b: c\n",
        "source: &x *y\n",
        "x: " + "[" * 1500 + "\n",
    ],
)
def test_broken_front_matter_is_a_problem_with_a_line_and_the_body_is_read(
    tmp_path: Path, broken: str
) -> None:
    reading = _read(tmp_path, f"---\n{broken}---\nText of the body.")
    assert reading.articles[0].text == "Text of the body."
    assert reading.articles[0].source == "a"
    (problem,) = reading.errors
    assert "front matter" in problem.message
    assert problem.line is not None


def test_front_matter_that_is_not_closed_is_a_problem_and_the_text_is_read(tmp_path: Path) -> None:
    reading = _read(tmp_path, "---\nsource: Post\nText of the body.")
    assert "not closed" in reading.errors[0].message
    assert reading.articles[0].text.endswith("Text of the body.")


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    reading = _read(tmp_path, "---\n\nThe envoys met.\n\n---\n\nThey left.")
    assert reading.errors == ()
    assert "The envoys met." in reading.articles[0].text


def test_plain_text_files_may_have_front_matter_too(tmp_path: Path) -> None:
    (article,) = _read(tmp_path, "---\nsource: Post\n---\nText.", name="a.txt").articles
    assert (article.source, article.text) == ("Post", "Text.")
