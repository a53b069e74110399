"""Text of articles does nothing in Markdown, and still reads as it was written."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from strange import texts

from checker.reports.escape import one_line
from checker.reports.inert import code, inert, inert_line, length

#: What GitHub and GitLab look for in the text of a rendered comment.
LIVE = re.compile(
    r"@\w|#\d|!\d|~\w|GH-\d|https?://|www\.|mailto:\w|:\w+:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])",
    re.IGNORECASE,
)


def rendered(markdown: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)


def shown(page: str) -> str:
    return html.unescape(re.sub(r"</?(?:p|span)>", "", page)).strip("\n")


@settings(deadline=None)
@given(texts)
def test_any_text_reads_as_it_was_written_and_begins_no_structure(text: str) -> None:
    page = rendered(inert(text))
    assert set(re.findall(r"<[^>]*>", page)) <= {"<p>", "</p>", "<span>", "</span>"}
    assert shown(page).replace("\u200b", "") == one_line(text).strip()


@settings(deadline=None)
@given(texts)
def test_nothing_is_left_to_look_for(text: str) -> None:
    parts = re.split(r"</?span>", rendered(inert(text)))
    assert not [part for part in parts if LIVE.search(html.unescape(part))]


@settings(deadline=None)
@given(texts)
def test_the_same_text_is_right_in_an_html_block(text: str) -> None:
    page = rendered(f"<details><summary>{inert(text)}</summary>")
    assert page.count("<summary>") == page.count("</summary>") == 1
    inside = page.partition("<summary>")[2].partition("</summary>")[0]
    assert html.unescape(re.sub("</?span>", "", inside)).replace("\u200b", "") == one_line(text)


@settings(deadline=None)
@given(texts)
def test_a_sentence_made_inert_in_parts_reads_the_same(text: str) -> None:
    line = one_line(text)
    half = len(line) // 2
    page = rendered(f"“{inert_line(line[:half])}<b>{inert_line(line[half:])}</b>”")
    assert shown(re.sub("</?b>", "", page)).replace("\u200b", "") == f"“{line}”"


@pytest.mark.parametrize(
    "text",
    [
        "@octocat",
        "octo/repo#12",
        "GH-12",
        "https://a.example",
        "www.a.example",
        "me@a.example",
        ":shipit:",
        "0123abc",
    ],
)
def test_what_is_live_is_parted_by_a_gap_that_nobody_sees(text: str) -> None:
    assert LIVE.search(text)
    assert "&#8203;" in inert(text)


def test_ordinary_prose_is_left_alone() -> None:
    prose = 'On Monday (6 November), the mayor’s office said: 1,200 crowns - no more; it\'s "final".'
    assert inert(prose) == prose


@pytest.mark.parametrize("text", ["a" * 50, "😀" * 50, "$" * 50, "@" * 50])
@pytest.mark.parametrize("longest", [1, 2, 30, 49])
def test_a_long_text_is_cut_to_its_measure_between_two_entities(text: str, longest: int) -> None:
    cut = inert(text, longest)
    assert length(cut) <= longest
    assert cut.endswith("…")
    assert not re.search(r"&(?!#\d+;)|<(?!span>\$</span>)(?!/span>)", cut)


def test_a_text_that_fits_is_not_cut() -> None:
    assert inert("abc", 3) == "abc"


@settings(deadline=None)
@given(texts)
def test_a_code_span_shows_its_text_to_be_copied(text: str) -> None:
    page = rendered(f"x {code(text, 10_000)} x")
    assert page.count("<code>") == 1
    inside = html.unescape(page.partition("<code>")[2].partition("</code>")[0])
    assert inside.strip(" ") == one_line(text).strip(" ")


def test_a_long_code_span_is_cut() -> None:
    assert code("a" * 20, 5) == "`aaaa…`"
