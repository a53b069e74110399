import pytest
from gate_samples import LOST, brisk, finding, findings, report, side
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.deciding import Gate, decide
from checker.gate.exit_codes import ExitCode
from checker.records import Report, Severity, Suppressed
from checker.settings import FailOn, Limits, Override


def outcome(made: Report, **gate: object) -> tuple[int, tuple[str, ...]]:
    decision = decide(made, Gate(**gate))  # type: ignore[arg-type]
    return int(decision.exit_code), decision.sentences


# Without limits


def test_no_findings_pass_without_a_word():
    assert outcome(report()) == (0, ())


def test_any_finding_at_or_above_the_threshold_fails():
    made = report(finding(1, "CON001"), finding(2, "DEN001"), finding(3, "SUP001"))
    assert outcome(made) == (1, ("failed: 2 findings at or above warning, none allowed",))
    assert outcome(made, fail_on=FailOn.ERROR) == (
        1, ("failed: 1 finding at or above error, none allowed",),
    )  # fmt: skip


def test_notes_pass_by_default():
    assert outcome(report(finding(1, "SUP001"))) == (0, ())


def test_never_lets_every_finding_pass_whatever_the_limits():
    limits = Limits(new=0, codes={"CON": 0}, undisputed=1.0)
    assert outcome(report(finding(1)), fail_on=FailOn.NEVER, limits=limits) == (0, ())


def test_lost_content_outranks_findings_and_both_are_told():
    code, sentences = outcome(report(finding(1), errors=LOST))
    assert code == 3
    assert sentences == (
        "incomplete: 1 input was not read (see the errors; --allow-errors accepts that)",
        "failed: 1 finding at or above warning, none allowed",
    )


def test_lost_content_is_3_even_if_no_finding_ever_fails():
    assert outcome(report(errors=LOST), fail_on=FailOn.NEVER)[0] == 3


def test_allowed_errors_leave_the_findings_to_decide():
    assert outcome(report(errors=LOST), allow_errors=True) == (0, ())
    assert outcome(report(finding(1), errors=LOST), allow_errors=True)[0] == 1


def test_beside_a_baseline_the_findings_are_called_new():
    known = (Suppressed(finding(1), "baseline"),)
    assert outcome(report(finding(2), suppressed=known)) == (
        1, ("failed: 1 new finding at or above warning, none allowed",),
    )  # fmt: skip


# Limits


def test_findings_up_to_the_limit_pass_and_the_words_say_so():
    two, three = (report(*map(finding, range(number))) for number in (2, 3))
    assert outcome(two, limits=Limits(new=2)) == (
        0, ("passed: 2 new findings at or above warning, 2 allowed",),
    )  # fmt: skip
    assert outcome(three, limits=Limits(new=2)) == (
        1, ("failed: 3 new findings at or above warning, 2 allowed",),
    )  # fmt: skip


def test_a_limit_on_codes_replaces_any_finding_fails_for_them_alone():
    made = report(finding(1, "NUM001"), finding(2, "NUM001"), finding(3, "CON001"))
    assert outcome(made, limits=Limits(codes={"NUM": 2})) == (
        1,
        (
            "failed: 1 other new finding at or above warning, none allowed",
            "passed: 2 new NUM findings at or above warning, 2 allowed",
        ),
    )


def test_findings_under_a_limit_on_codes_are_not_counted_again():
    made = report(finding(1, "NUM001"), finding(2, "CON001"))
    assert outcome(made, limits=Limits(new=1, codes={"NUM": 1}))[0] == 0
    assert outcome(made, limits=Limits(new=1, codes={"NUM": 0}))[0] == 1


def test_the_longest_limit_that_fits_a_code_counts():
    made = report(finding(1, "NUM001"))
    assert outcome(made, limits=Limits(codes={"NUM": 0, "NUM001": 1}))[0] == 0
    assert outcome(made, limits=Limits(codes={"NUM": 1, "NUM001": 0}))[0] == 1


def test_a_limit_counts_only_what_reaches_the_threshold():
    assert (
        outcome(report(finding(1, "DEN001")), fail_on=FailOn.ERROR, limits=Limits(codes={"DEN": 0}))[0] == 0
    )


def test_the_share_of_undisputed_claims_replaces_any_finding_fails():
    made = report(finding(1), claims=20)
    assert outcome(made, limits=Limits(undisputed=0.9)) == (
        0, ("passed: 18 of 20 claims undisputed (90%), at least 90% required",),
    )  # fmt: skip
    assert outcome(made, limits=Limits(undisputed=0.95)) == (
        1, ("failed: 18 of 20 claims undisputed (90%), at least 95% required",),
    )  # fmt: skip


def test_a_claim_in_two_findings_is_disputed_once():
    a, b = side("One", "It sails."), side("Two", "It does not.")
    made = report(finding(1, a=a, b=b), finding(2, a=a, b=side("Three", "Never.")), claims=10)
    assert outcome(made, limits=Limits(undisputed=0.7))[1] == (
        "passed: 7 of 10 claims undisputed (70%), at least 70% required",
    )


def test_a_number_and_a_share_must_both_be_kept():
    made = report(finding(1), finding(2, b=side("Third", "No.")), claims=100)
    assert outcome(made, limits=Limits(new=1, undisputed=0.5))[0] == 1
    assert outcome(made, limits=Limits(new=2, undisputed=0.5))[0] == 0
    assert outcome(made, limits=Limits(new=2, undisputed=0.99))[0] == 1


def test_without_any_claim_all_are_undisputed():
    assert outcome(report(claims=0), limits=Limits(undisputed=1.0))[0] == 0


def test_a_share_just_below_is_never_rounded_up_to_what_is_required():
    made = report(finding(1, a=side(), b=side()), claims=100_000)
    (sentence,) = outcome(made, limits=Limits(undisputed=1.0))[1]
    assert "(99.99%), at least 100% required" in sentence


# Overrides


def test_an_override_moves_the_threshold_for_its_sources():
    satire = finding(1, a=side("Satire Weekly"))
    override = Override(sources=("Satire*",), fail_on=FailOn.NEVER)
    assert outcome(report(satire), overrides=(override,)) == (0, ())
    code, sentences = outcome(report(satire, finding(2)), overrides=(override,))
    assert code == 1
    assert sentences == (
        "failed: 1 finding at or above their threshold (warning, or that of an override), none allowed",
    )


def test_an_override_can_be_stricter_than_never():
    override = Override(sources=("Harbour*",), fail_on=FailOn.NOTE)
    made = report(finding(1, "SUP001"))
    assert outcome(made, fail_on=FailOn.NEVER, overrides=(override,))[0] == 1


# In general


@brisk
@given(findings(), st.sampled_from(FailOn), st.integers(0, 5))
def test_a_failure_always_says_why_and_a_pass_never_says_failed(found, fail_on, allowed):
    decision = decide(report(*found), Gate(fail_on, Limits(new=allowed)))
    assert decision.passed is not any(each.startswith("failed") for each in decision.sentences)
    assert decision.exit_code in (ExitCode.CLEAN, ExitCode.FINDINGS)


@brisk
@given(findings(), st.sampled_from(FailOn), st.integers(0, 5))
def test_a_higher_limit_never_fails_what_a_lower_one_lets_pass(found, fail_on, allowed):
    lower, higher = (decide(report(*found), Gate(fail_on, Limits(new=n))) for n in (allowed, allowed + 1))
    assert higher.exit_code <= lower.exit_code


@pytest.mark.parametrize("severity", Severity)
def test_a_limit_of_none_decides_as_the_threshold_alone(severity):
    made = report(finding(1, severity=severity))
    for fail_on in FailOn:
        assert outcome(made, fail_on=fail_on) == outcome(made, fail_on=fail_on, limits=Limits(new=0))
