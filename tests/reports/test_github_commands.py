"""Workflow commands: the runner reads what was meant, and nothing that an article says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import CONTRADICTION, FULL, QUIET, SUPERSEDED, finding, meridian, side, with_findings
from strange import reports, texts

from checker.records import Problem, Report
from checker.reports import github

COMMAND = re.compile(r"::(?P<level>\w+)(?: (?P<properties>.*?))?::(?P<message>.*)")


def decoded(text: str, codes: dict[str, str]) -> str:
    """As GitHub's runner reads it: the percent sign last."""
    for code, character in codes.items():
        text = text.replace(code, character)
    return text.replace("%25", "%")


DATA = {"%0D": "\r", "%0A": "\n"}
PROPERTY = DATA | {"%3A": ":", "%2C": ","}


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of each line that is a command."""
    found = []
    for line in github.render(report).split("\n"):
        match = COMMAND.fullmatch(line)
        if match:
            pairs = [pair.partition("=") for pair in (match["properties"] or "").split(",") if pair]
            properties = {name: decoded(value, PROPERTY) for name, _, value in pairs}
            found.append((match["level"], properties, decoded(match["message"], DATA)))
    return found


@settings(deadline=None)
@given(st.one_of(texts, st.text()))
def test_a_message_is_decoded_to_what_it_was(text: str) -> None:
    assert decoded(github.encode_data(text), DATA) == text
    assert not set("\r\n") & set(github.encode_data(text))


@settings(deadline=None)
@given(st.one_of(texts, st.text()))
def test_a_property_is_decoded_to_what_it_was(text: str) -> None:
    assert decoded(github.encode_property(text), PROPERTY) == text
    assert not set("\r\n:,") & set(github.encode_property(text))


@settings(max_examples=60, deadline=None)
@given(reports())
def test_each_line_but_the_last_is_a_command_of_checker(report: Report) -> None:
    lines = github.render(report).splitlines()
    problems = len(report.errors) + len(report.warnings)
    assert len(lines) == len(report.findings) + problems + 1
    assert all(re.match("::(?:error|warning|notice) ", line) for line in lines[:-1])
    assert lines[-1].startswith("checker: ")
    assert len(commands(report)) == len(lines) - 1


def test_a_finding_names_file_line_column_title_and_both_quotes() -> None:
    level, properties, message = commands(with_findings(CONTRADICTION))[0]
    assert level == "error"
    assert properties == {
        "file": "archive/harbour-post.md",
        "line": "3",
        "col": "1",
        "title": "CON001 contradiction (almost certain)",
    }
    assert CONTRADICTION.a.text in message
    assert CONTRADICTION.b.text in message
    assert "archive/meridian.md:12:5" in message


def test_an_annotation_stands_in_the_draft() -> None:
    line = github.render(with_findings(CONTRADICTION), ["archive/meridian.md"]).splitlines()[0]
    assert line.startswith("::error file=archive/meridian.md,line=12,col=5,")


def test_severities_are_the_three_levels_of_github() -> None:
    assert [level for level, _, _ in commands(with_findings(*FULL.findings))] == [
        "error",
        "error",
        "warning",
        "notice",
    ]


def test_a_path_with_commas_colons_and_percent_signs_is_one_property() -> None:
    path = "a,b:100%,line=9.md"
    properties = commands(with_findings(finding(side("a", path=path), meridian("b"))))[0][1]
    assert properties["file"] == path
    assert properties["line"] == "3"


@pytest.mark.parametrize("path", [None, "-"])
def test_an_article_of_no_file_gives_an_annotation_without_a_place(path: str | None) -> None:
    properties = commands(with_findings(finding(side("a", path=path), meridian("b"))))[0][1]
    assert set(properties) == {"title"}


def test_a_record_has_a_line_and_no_column() -> None:
    found = finding(side("a", path="wire.jsonl", line=7), meridian("b"))
    properties = commands(with_findings(found))[0][1]
    assert properties["line"] == "7"
    assert "col" not in properties


def test_lost_and_repaired_inputs_are_annotations_too() -> None:
    last = commands(FULL)[-2:]
    assert [level for level, _, _ in last] == ["error", "warning"]
    assert last[0][1] == {"file": "archive/feed.jsonl", "line": "7", "title": "checker: could not be read"}


def test_accepted_findings_give_none() -> None:
    assert commands(QUIET) == []
    assert github.render(QUIET).startswith("checker: No conflicts")


def test_a_message_that_stands_in_no_file_has_no_line() -> None:
    report = with_findings(SUPERSEDED)
    lost = type(report)(report.tool, report.summary, errors=(Problem("-", "no text", line=3),))
    assert "line" not in commands(lost)[0][1]
