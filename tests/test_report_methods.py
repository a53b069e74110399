"""The conveniences of ``checker.Report``: one-line doors to what the formats and the gate do."""

import json
from pathlib import Path

import pytest

import checker
from checker.gate.exit_codes import ExitCode
from checker.settings import Limits


@pytest.fixture
def report(models):
    texts = ("The bridge in Kelso was open on Monday.", "The bridge in Kelso was not open on Monday.")
    articles = [checker.Article(str(number), f"Paper {number}", text) for number, text in enumerate(texts)]
    return checker.check(articles, models=models)


def test_a_report_becomes_json(report):
    document = json.loads(report.to_json())
    assert document["schema"] == "checker-report/1"
    assert [finding["code"] for finding in document["findings"]] == ["CON001"]


def test_a_report_becomes_a_table_of_its_findings(report):
    (row,) = report.to_polars().select("code", "a_source", "b_source").rows()
    assert row == ("CON001", "Paper 0", "Paper 1")


def test_a_report_meets_a_gate_or_does_not(report):
    failed = report.gate(fail_on="error")
    assert (failed.passed, failed.exit_code) == (False, ExitCode.FINDINGS)
    assert report.gate(fail_on="never").passed
    assert report.gate(limits=Limits(new=1)).passed


def test_the_package_says_that_it_is_typed():
    assert (Path(checker.__file__).parent / "py.typed").is_file()
