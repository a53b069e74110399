"""JUnit XML: well-formed for any text, and read by what reads JUnit."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from lxml import etree
from sample import (
    CONTRADICTION,
    DENIAL,
    FULL,
    NOTHING,
    NUMBERS,
    QUIET,
    SUPERSEDED,
    finding,
    meridian,
    side,
    with_findings,
)
from strange import reports

from checker.records import Report, Suppressed
from checker.reports import junit

ACCEPTED = replace(FULL, findings=(CONTRADICTION,), suppressed=(Suppressed(NUMBERS, "baseline", "known"),))


def parsed(report: Report) -> ET.Element:
    return ET.fromstring(junit.render(report))


@settings(max_examples=60, deadline=None)
@given(reports())
def test_any_text_gives_a_well_formed_file(report: Report) -> None:
    written = junit.render(report).encode("utf-8")
    root = etree.fromstring(written, parser=etree.XMLParser(resolve_entities=False, recover=False))
    assert len(root.findall("testsuite")) >= 1
    cases = root.findall("testsuite/testcase")
    assert len(cases) == int(root.get("tests"))
    assert len(root.findall(".//failure")) == int(root.get("failures"))
    assert len(root.findall(".//error")) == int(root.get("errors"))
    assert len(root.findall(".//skipped")) == int(root.get("skipped")) == len(report.suppressed)


@settings(max_examples=20, deadline=None)
@given(reports())
def test_the_order_of_the_input_leaves_no_trace(report: Report) -> None:
    assert junit.render(replace(report, findings=report.findings[::-1])) == junit.render(report)


@pytest.mark.parametrize(
    "text", ["\x00", "\x1b[31m", "\ud800", "\ufffe", "\uffff", "]]>", "</failure>", "&bogus;"]
)
def test_what_xml_forbids_is_shown(text: str) -> None:
    root = parsed(with_findings(finding(side(f"a{text}b"), meridian("b"))))
    shown = root.findtext("testsuite/testcase/failure")
    assert shown is not None
    assert "“a" in shown
    assert "b”" in shown


def test_a_rule_is_a_suite_and_a_finding_a_failure() -> None:
    suites = parsed(with_findings(CONTRADICTION, DENIAL)).findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["input", "CON001 contradiction", "DEN001 denied"]
    failure = suites[1].find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == CONTRADICTION.explanation
    assert CONTRADICTION.a.text in (failure.text or "")
    assert CONTRADICTION.b.text in (failure.text or "")


def test_a_note_passes_and_tells_what_it_is() -> None:
    case = parsed(with_findings(SUPERSEDED)).find("testsuite[2]/testcase")
    assert case is not None
    assert case.find("failure") is None
    assert SUPERSEDED.b.text in case.findtext("system-out", "")


def test_an_accepted_finding_is_skipped_with_its_reason() -> None:
    skipped = parsed(ACCEPTED).find("testsuite[@name='NUM001 number-mismatch']/testcase/skipped")
    assert skipped is not None
    assert skipped.get("message") == "baseline: known"


def test_lost_input_is_an_error() -> None:
    error = parsed(FULL).find("testsuite[@name='input']/testcase/error")
    assert error is not None
    assert "no JSON object" in error.get("message", "")


@pytest.mark.parametrize("report", [QUIET, NOTHING], ids=["quiet", "nothing"])
def test_a_report_without_findings_still_holds_a_test_that_passed(report: Report) -> None:
    root = parsed(report)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("1", "0", "0")


def test_names_of_tests_are_unique_and_the_same_in_every_run() -> None:
    twice = (CONTRADICTION, replace(CONTRADICTION, fingerprint="00000000000000ff"))
    names = [case.get("name") for case in parsed(with_findings(*twice)).iter("testcase")]
    assert len(names) == len(set(names))
    moved = replace(CONTRADICTION, score=0.5, a=replace(CONTRADICTION.a, line=99))
    assert names[1] in [case.get("name") for case in parsed(with_findings(moved)).iter("testcase")]


def test_a_case_points_into_its_file() -> None:
    case = parsed(with_findings(CONTRADICTION)).find("testsuite[2]/testcase")
    assert case is not None
    assert (case.get("file"), case.get("line")) == ("archive/harbour-post.md", "3")
