from dataclasses import replace
from datetime import date

from gate_samples import brisk, finding, findings, report
from hypothesis import given

from checker.gate.acceptance import apply
from checker.gate.baseline import Label, create, key_of
from checker.records import Summary
from checker.settings import Override, Suppression

TODAY = date(2026, 3, 10)


def test_what_the_baseline_accepts_moves_and_the_counts_follow():
    made = report(finding(1, "CON001"), finding(2, "NUM001"))
    accepted = apply(made, baseline=create(report(finding(1))), today=TODAY)
    after = accepted.report
    assert [each.fingerprint for each in after.findings] == [f"{2:016x}"]
    assert [(each.finding.fingerprint, each.by) for each in after.suppressed] == [(f"{1:016x}", "baseline")]
    assert (after.summary.findings, after.summary.suppressed, after.summary.by_code) == (1, 1, {"NUM001": 1})
    assert accepted.warnings == ()


def test_a_suppression_gives_its_reason():
    after = apply(report(finding(1)), suppressions=[Suppression(f"{1:016x}", "theirs")], today=TODAY).report
    assert after.findings == ()
    assert [(each.by, each.reason) for each in after.suppressed] == [("suppression", "theirs")]


def test_the_label_and_note_of_the_baseline_are_its_reason():
    kept = create(report(finding(1)))
    kept = replace(kept, entries=(replace(kept.entries[0], label=Label.FALSE, note="two ferries"),))
    after = apply(report(finding(1)), baseline=kept, today=TODAY).report
    assert after.suppressed[0].reason == "labelled false: two ferries"


def test_a_suppression_speaks_before_the_baseline():
    accepted = apply(
        report(finding(1)),
        baseline=create(report(finding(1))),
        suppressions=[Suppression(f"{1:016x}", "theirs")],
        today=TODAY,
    )
    assert [each.by for each in accepted.report.suppressed] == ["suppression"]
    assert accepted.warnings == ()


def test_an_expired_suppression_accepts_nothing_and_is_reported():
    expired = Suppression(f"{1:016x}", "theirs", date(2026, 3, 9))
    accepted = apply(report(finding(1)), suppressions=[expired], today=TODAY)
    assert len(accepted.report.findings) == 1
    assert "expired after 2026-03-09" in accepted.warnings[0].message


def test_an_unused_suppression_is_reported_unless_the_run_was_partial():
    unused = [Suppression(f"{7:016x}", "theirs")]
    assert len(apply(report(), suppressions=unused, today=TODAY).warnings) == 1
    assert apply(report(), suppressions=unused, today=TODAY, partial=True).warnings == ()
    assert apply(report(not_examined=5), suppressions=unused, today=TODAY).warnings == ()


def test_overrides_take_findings_out_and_count_them():
    override = Override(sources=("Harbour*",), ignore=("NUM",))
    after = apply(report(finding(1), finding(2, "NUM001")), overrides=[override], today=TODAY).report
    assert [each.code for each in after.findings] == ["CON001"]
    assert after.suppressed == ()
    assert after.summary.dropped == {"finding.override": 1}


def test_accepted_findings_that_did_not_come_up_are_counted():
    kept = replace(create(report(finding(1), finding(2), finding(3))), path="b.json")
    (warning,) = apply(report(finding(1)), baseline=kept, today=TODAY).warnings
    assert (warning.path, warning.message) == (
        "b.json", "2 accepted findings are not in this run; checker baseline update drops what is gone",
    )  # fmt: skip
    assert apply(report(finding(1)), baseline=kept, today=TODAY, partial=True).warnings == ()


def test_a_baseline_of_other_settings_is_reported_with_their_names():
    kept = create(report(finding(1), min_score=0.5))
    (warning,) = apply(report(finding(1), min_score=0.0), baseline=kept, today=TODAY).warnings
    assert "min-score is 0.0, was 0.5 in the baseline" in warning.message


def test_applying_twice_changes_nothing_more():
    kept, by_hand = create(report(finding(1))), [Suppression(f"{2:016x}", "theirs")]
    once = apply(report(finding(1), finding(2), finding(3)), baseline=kept, suppressions=by_hand, today=TODAY)
    again = apply(once.report, baseline=kept, suppressions=by_hand, today=TODAY)
    assert again == once


def test_all_else_of_a_report_stays_as_it_was():
    made = report(finding(1))
    after = apply(made, baseline=create(made), today=TODAY).report
    assert replace(after, findings=made.findings, suppressed=(), summary=made.summary) == made
    counts = {"findings": 0, "suppressed": 0, "by_code": {}}
    assert replace(after.summary, **counts) == replace(made.summary, **counts)


@brisk
@given(findings(), findings())
def test_no_finding_is_lost_or_made(accepted, found):
    after = apply(report(*found), baseline=create(report(*accepted)), today=TODAY).report
    assert sorted(map(key_of, found)) == sorted(
        [*map(key_of, after.findings), *(key_of(each.finding) for each in after.suppressed)]
    )
    assert after.summary.findings == sum(after.summary.by_code.values()) == len(after.findings)


@brisk
@given(findings())
def test_nothing_is_left_of_what_the_baseline_was_made_of(found):
    after = apply(report(*found), baseline=create(report(*found)), today=TODAY).report
    assert after.findings == ()
    assert after.summary == Summary(articles=2, claims=100, suppressed=len(found))
