"""Where a side stands in its file: columns in code points, URIs that no path of a stranger breaks."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import finding, meridian, side

from checker.records import Article
from checker.reports.places import Place, is_absolute, place, pointed_at, uri
from checker.rules.sides import position

LETTERS = st.sampled_from([*"ab \n", "é", "e\u0301", "漢", "😀", "👩\u200d👩\u200d👧", "\u05d0", "\r\n"])


@settings(deadline=None)
@given(st.lists(LETTERS, max_size=30).map("".join), st.data())
def test_lines_and_columns_cut_the_sentence_out_of_the_file(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, column = position(Article("x", "x", text), start)
    where = place(side(text[start:end], path="x.txt", line=line, column=column))
    assert where is not None
    lines = text.split("\n")

    def offset(row: int, col: int) -> int:
        return sum(len(each) + 1 for each in lines[: row - 1]) + col - 1

    assert offset(where.line, where.column) == start
    assert offset(where.end_line, where.end_column) == end


def test_an_emoji_and_a_combining_letter_count_by_code_points() -> None:
    where = place(side("e\u0301😀 ok", path="a.md", line=2, column=4))
    assert where == Place("a.md", 2, 4, 2, 10)


@pytest.mark.parametrize(
    "path", ["wire.jsonl", "wire.json", "table.csv", "table.TSV", "feed.rss", "feed.xml"]
)
def test_a_record_has_its_line_alone(path: str) -> None:
    assert place(side("a", path=path, line=7)) == Place(path, 7)


@pytest.mark.parametrize(
    "path", ["page.html", "page.HTM", "a.parquet", "crawl.warc", "crawl.warc.gz", "a.md.zst"]
)
def test_of_pages_and_packed_files_only_the_file_is_known(path: str) -> None:
    assert place(side("a", path=path)) == Place(path)


@pytest.mark.parametrize(
    ("drafts", "first"),
    [
        ((), "a"),
        (["new/x.md"], "b"),
        (["new"], "b"),
        (["new/"], "b"),
        (["new/*.md"], "b"),
        (["ne"], "a"),
        (["old/y.md"], "a"),
        (["new", "old"], "a"),
        (["-"], "a"),
    ],
)
def test_the_draft_is_pointed_at_else_side_a(drafts: list[str], first: str) -> None:
    found = finding(side("a", path="old/y.md"), meridian("b", path="new/x.md"))
    one, other = pointed_at(found, drafts)
    assert (one.text, other.text) == (("a", "b") if first == "a" else ("b", "a"))


def test_an_article_of_no_file_is_no_draft() -> None:
    found = finding(side("a", path="old/y.md"), meridian("b", path=None))
    assert pointed_at(found, ["old/z.md", "b"])[0] is found.a


@pytest.mark.parametrize("path", [None, "-"])
def test_what_was_in_no_file_has_no_place(path: str | None) -> None:
    assert place(side("a", path=path)) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("archive/a.md", "archive/a.md"),
        ("./archive/a.md", "archive/a.md"),
        ("a b/ü#?%.md", "a%20b/%C3%BC%23%3F%25.md"),
        ("c:x.md", "c%3Ax.md"),
        ("../up.md", "../up.md"),
        ("/data/a b.md", "file:///data/a%20b.md"),
        ("C:\\data\\a.md", "file:///C:/data/a.md"),
        ("C:/data/a.md", "file:///C:/data/a.md"),
        ("http://evil.example/a.md", "http%3A//evil.example/a.md"),
    ],
)
def test_paths_become_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda path: not is_absolute(path) and not path.startswith(("./", "//"))))
def test_a_relative_path_stays_relative_and_comes_back(path: str) -> None:
    parts = urlsplit(uri(path))
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(parts.path) == path
