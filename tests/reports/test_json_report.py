"""The JSON report keeps its schema and leaves no trace of the order of its input."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import (
    CONTRADICTION,
    DENIAL,
    FULL,
    NOTHING,
    NUMBERS,
    QUIET,
    finding,
    meridian,
    side,
    with_findings,
)

from checker.records import Evidence, Report, Suppressed
from checker.reports import json as json_format
from checker.reports import jsonl


@pytest.mark.parametrize("report", [FULL, QUIET, NOTHING], ids=["full", "quiet", "nothing"])
def test_reports_are_valid_against_the_shipped_schema(report: Report) -> None:
    jsonschema.validate(json.loads(json_format.render(report)), json_format.schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_format.schema())


@pytest.mark.parametrize("where", ["", "summary", "checker", "finding", "a", "evidence"])
def test_an_unknown_key_is_refused_everywhere(where: str) -> None:
    document = json.loads(json_format.render(FULL))
    first = document["findings"][0]
    places = {"": document, "finding": first, "a": first["a"], "evidence": first["evidence"][0]}
    places.get(where, document.get(where, {}))["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError, match="surprise"):
        jsonschema.validate(document, json_format.schema())


def test_a_score_above_one_is_refused() -> None:
    document = json.loads(json_format.render(with_findings(replace(CONTRADICTION, score=1.2))))
    with pytest.raises(jsonschema.ValidationError, match=r"1\.2"):
        jsonschema.validate(document, json_format.schema())


def test_keys_stand_in_the_order_of_the_design() -> None:
    document = json.loads(json_format.render(FULL))
    assert list(document) == ["schema", "checker", "summary", "findings", "suppressed", "errors", "warnings"]
    assert " ".join(document["summary"]) == (
        "articles sources sentences claims pairs_considered pairs_judged pairs_not_examined findings "
        "suppressed by_code dropped repaired"
    )
    assert " ".join(document["findings"][0]["a"]) == (
        "article source title url path published line column start end text before after claim speaker "
        "stance copies members"
    )
    assert document["findings"][0]["reasons"][2] == {
        "for": False,
        "text": "The second report is three days younger.",
        "spans": [],
    }


@given(st.permutations(FULL.findings), st.permutations(list(FULL.summary.dropped.items())))
def test_the_order_of_the_input_leaves_no_trace(findings: list, dropped: list) -> None:
    shuffled = replace(FULL, findings=tuple(findings), summary=replace(FULL.summary, dropped=dict(dropped)))
    assert json_format.render(shuffled) == json_format.render(FULL)
    assert jsonl.render(shuffled) == jsonl.render(FULL)


def test_members_evidence_and_problems_are_sorted() -> None:
    more = replace(CONTRADICTION, evidence=(Evidence("nli", "b", 1, 2, ""), Evidence("nli", "a", 5, 6, "")))
    flipped = replace(
        more,
        evidence=more.evidence[::-1],
        a=replace(more.a, members=more.a.members[::-1]),
    )
    report = replace(FULL, findings=(more,), errors=FULL.errors + FULL.warnings)
    other = replace(report, findings=(flipped,), errors=report.errors[::-1])
    assert json_format.render(report) == json_format.render(other)


@given(st.text())
def test_any_text_survives_as_ascii(text: str) -> None:
    report = with_findings(finding(side(text, source=text), meridian("b")))
    rendered = json_format.render(report)
    assert rendered.isascii()
    assert rendered.endswith("}\n")
    assert json.loads(rendered)["findings"][0]["a"]["text"] == text


def test_a_lone_surrogate_and_a_bidi_override_are_escaped() -> None:
    rendered = json_format.render(with_findings(finding(side("\ud800\u202e"), meridian("b"))))
    assert "\\ud800\\u202e" in rendered


def test_a_score_that_is_no_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="nan"):
        json_format.render(with_findings(replace(CONTRADICTION, score=float("nan"))))


def test_json_lines_hold_the_findings_of_the_json_report() -> None:
    lines = jsonl.render(FULL).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(json_format.render(FULL))["findings"]


def test_accepted_findings_are_listed_apart_and_sorted() -> None:
    accepted = (Suppressed(NUMBERS, "suppression", "rounded"), Suppressed(CONTRADICTION, "baseline"))
    report = replace(with_findings(DENIAL), suppressed=accepted)
    document = json.loads(json_format.render(report))
    jsonschema.validate(document, json_format.schema())
    assert document["suppressed"] == [
        {"fingerprint": "00000000000000aa", "code": "CON001", "by": "baseline", "reason": ""},
        {"fingerprint": "00000000000000bb", "code": "NUM001", "by": "suppression", "reason": "rounded"},
    ]
    assert json_format.render(report) == json_format.render(replace(report, suppressed=accepted[::-1]))
    assert [each["code"] for each in document["findings"]] == ["DEN001"]
    assert jsonl.render(report).count("\n") == 1


def test_without_accepted_findings_the_list_is_there_and_empty() -> None:
    assert json.loads(json_format.render(FULL))["suppressed"] == []


def test_no_finding_is_no_line() -> None:
    assert jsonl.render(QUIET) == ""


def test_to_json_of_a_report_is_this_format() -> None:
    assert with_findings(NUMBERS).to_json() == json_format.render(with_findings(NUMBERS))
