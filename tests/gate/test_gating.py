from datetime import date

import pytest
from gate_samples import LOST, finding, report

from checker.errors import MissingPathError, UsageError
from checker.gate.baseline import create
from checker.gate.baseline_file import save
from checker.gate.exit_codes import ExitCode
from checker.gate.gating import gate
from checker.settings import FailOn, Limits, Override, Suppression


def test_one_call_accepts_and_decides(tmp_path):
    save(create(report(finding(1))), tmp_path / "b.json")
    decision = gate(report(finding(1), finding(2)), baseline=tmp_path / "b.json")
    assert not decision.passed
    assert decision.exit_code is ExitCode.FINDINGS
    assert decision.sentences == ("failed: 1 new finding at or above warning, none allowed",)
    assert [each.fingerprint for each in decision.report.findings] == [f"{2:016x}"]
    assert len(decision.report.suppressed) == 1


def test_every_requirement_can_be_given():
    decision = gate(
        report(finding(1), finding(2, "NUM001"), finding(3, "DEN001"), errors=LOST),
        fail_on="error",
        baseline=create(report(finding(1))),
        limits=Limits(new=0),
        suppress=[Suppression(f"{2:016x}", "known"), Suppression(f"{9:016x}", "gone")],
        overrides=[Override(sources=("*",), min_score=0.1)],
        allow_errors=True,
        today=date(2026, 1, 1),
    )
    assert decision.passed
    assert [each.code for each in decision.report.findings] == ["DEN001"]
    assert [each.path for each in decision.warnings] == [f"suppression {9:016x}"]


def test_text_and_member_name_the_same_threshold():
    made = report(finding(1, "DEN001"))
    assert gate(made, fail_on="error") == gate(made, fail_on=FailOn.ERROR)


def test_a_threshold_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(UsageError, match="one of error, warning, note, never, not 'fatal'"):
        gate(report(), fail_on="fatal")


@pytest.mark.parametrize(
    "requirement",
    [
        {"limits": Limits(new=-1)},
        {"suppress": [Suppression("1", "too short")]},
        {"overrides": [Override("wire/*", min_score=0.5)]},
    ],
)
def test_what_no_gate_can_use_is_refused(requirement):
    with pytest.raises(UsageError, match=f"{next(iter(requirement))}.* must be"):
        gate(report(), **requirement)


def test_a_missing_baseline_is_refused(tmp_path):
    with pytest.raises(MissingPathError, match="checker baseline create"):
        gate(report(), baseline=str(tmp_path / "none.json"))


def test_the_day_of_today_is_that_of_the_machine_if_none_is_given():
    over = Suppression(f"{1:016x}", "over", date(2020, 1, 1))
    assert not gate(report(finding(1)), suppress=[over]).passed
    assert gate(report(finding(1)), suppress=[over], today=date(2019, 12, 31)).passed
