import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.exit_codes import ExitCode
from checker.gate.thresholds import exit_code, reaches
from checker.records import Finding, Problem, Report, Severity, Side, Stance, Summary, Tool
from checker.settings import FailOn

LOST = (Problem("a.jsonl", "no JSON", 3),)


def side() -> Side:
    return Side(
        article="a", source="s", title=None, url=None, path=None, published=None, line=1, column=1,
        start=0, end=1, text="x", before="", after="", claim="x", speaker=None, stance=Stance.ASSERTS,
    )  # fmt: skip


def report(*severities: Severity, errors: tuple[Problem, ...] = ()) -> Report:
    findings = tuple(
        Finding("0" * 16, "CON001", "contradiction", severity, 0.9, 0.8, "", "", side(), side())
        for severity in severities
    )
    return Report(Tool("1", "e", "j"), Summary(), findings, errors)


@pytest.mark.parametrize(
    ("severity", "fails"),
    [
        (Severity.ERROR, {"error", "warning", "note"}),
        (Severity.WARNING, {"warning", "note"}),
        (Severity.NOTE, {"note"}),
    ],
)
def test_a_finding_fails_thresholds_at_or_below_its_severity(severity, fails):
    assert {fail_on.value for fail_on in FailOn if reaches(severity, fail_on)} == fails


def test_no_findings_are_clean():
    assert exit_code(report()) is ExitCode.CLEAN


def test_warnings_fail_by_default_and_notes_do_not():
    assert exit_code(report(Severity.WARNING)) is ExitCode.FINDINGS
    assert exit_code(report(Severity.NOTE)) is ExitCode.CLEAN


def test_lost_content_outranks_findings():
    assert exit_code(report(Severity.ERROR, errors=LOST)) is ExitCode.INCOMPLETE


def test_never_turns_only_findings_into_clean():
    assert exit_code(report(Severity.ERROR), fail_on=FailOn.NEVER) is ExitCode.CLEAN
    assert exit_code(report(errors=LOST), fail_on=FailOn.NEVER) is ExitCode.INCOMPLETE


def test_allowed_errors_leave_the_findings_to_decide():
    assert exit_code(report(errors=LOST), allow_errors=True) is ExitCode.CLEAN
    assert exit_code(report(Severity.ERROR, errors=LOST), allow_errors=True) is ExitCode.FINDINGS


@given(st.lists(st.sampled_from(Severity)), st.sampled_from(Severity))
def test_a_further_finding_never_makes_a_failing_report_pass(severities, further):
    for fail_on in FailOn:
        before = exit_code(report(*severities), fail_on=fail_on)
        assert exit_code(report(*severities, further), fail_on=fail_on) >= before
