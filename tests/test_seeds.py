"""The embedded models on the sample articles: what must be found, what must not, and the examples."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import polars as pl
import pytest

import checker
from checker.records import Finding, Report, Side

ROOT = Path(__file__).parent.parent
EXPECTED = json.loads((ROOT / "tests" / "seeds_expected.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def report() -> Report:
    """One run over seeds/, from the repository's root so that the paths are those of the examples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return checker.check_paths(["seeds"])


def holds(side: Side, wanted: dict[str, str]) -> bool:
    return side.article.endswith(wanted["article"]) and wanted["contains"] in side.text


def between(finding: Finding, case: dict[str, dict[str, str]]) -> bool:
    a, b = case["a"], case["b"]
    return (holds(finding.a, a) and holds(finding.b, b)) or (holds(finding.a, b) and holds(finding.b, a))


def found(report: Report, case: dict[str, dict[str, str]]) -> list[Finding]:
    return [finding for finding in report.findings if between(finding, case)]


def test_the_denied_private_talks_are_found(report: Report) -> None:
    for case in EXPECTED["conflicts"]:
        if case["required"]:
            assert [f for f in found(report, case) if f.code in case["codes"]], case["name"]


def test_most_of_the_other_conflicts_are_found(report: Report) -> None:
    others = [case for case in EXPECTED["conflicts"] if not case["required"]]
    hits = [case["name"] for case in others if any(f.code in case["codes"] for f in found(report, case))]
    assert len(hits) >= EXPECTED["at_least"], hits


@pytest.mark.parametrize("case", EXPECTED["lookalikes"], ids=lambda case: case["name"])
def test_look_alikes_are_not_findings(report: Report, case: dict[str, dict[str, str]]) -> None:
    assert not found(report, case)


def test_no_finding_holds_page_furniture(report: Report) -> None:
    for finding in report.findings:
        for side in (finding.a, finding.b):
            assert not [text for text in EXPECTED["furniture"] if text in side.text]


def test_findings_stay_few_enough_to_read(report: Report) -> None:
    assert len(report.findings) <= 40


def test_sentences_are_exact_slices_of_the_files(report: Report) -> None:
    for finding in report.findings:
        for side in (finding.a, finding.b):
            assert side.path is not None
            lines = (ROOT / side.path).read_text(encoding="utf-8").splitlines()
            assert lines[side.line - 1][side.column - 1 :].startswith(side.text[:20])


def without_last_digits(name: str, content: bytes) -> str:
    """Another processor may round a probability the other way: the last digit is no difference."""
    if name.endswith(".parquet"):
        # Another release of Polars writes the same table in other bytes.
        return without_last_digits("", pl.read_parquet(io.BytesIO(content)).write_csv().encode())
    text = re.sub(r'("rank": \d)\d\.0', r"\1#", content.decode("utf-8"))
    return re.sub(r"(\d\.\d)\d\b", r"\1#", text)


def test_the_example_reports_are_current(report: Report) -> None:
    from benchmarks.examples import rendered

    for name, content in rendered(report).items():
        kept = (ROOT / "reports" / name).read_bytes()
        assert without_last_digits(name, kept) == without_last_digits(name, content), (
            f"reports/{name} is out of date: run python -m benchmarks.examples"
        )
