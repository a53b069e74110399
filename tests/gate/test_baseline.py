from dataclasses import replace

import pytest
from gate_samples import brisk, finding, findings, report, side
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.baseline import (
    Baseline,
    Label,
    create,
    diff,
    entry_for,
    family,
    key_of,
    other_settings,
    update,
)
from checker.records import Stance, Suppressed


def labelled(baseline: Baseline, label: Label = Label.TRUE, note: str = "seen") -> Baseline:
    return replace(baseline, entries=tuple(replace(e, label=label, note=note) for e in baseline.entries))


# What matches what


@pytest.mark.parametrize("code", ["CON001", "NUM001", "DAT001", "DEN001", "SUP001", "CON002"])
def test_the_codes_of_conflicts_are_one_family(code):
    assert family(code) == family("CON001")


@pytest.mark.parametrize("code", ["QUO001", "ATT001", "ROL001", "QUO002", "NEW001"])
def test_every_other_code_is_its_own_family(code):
    assert family(code) == code


def test_a_better_judge_that_calls_it_another_conflict_revives_nothing():
    accepted = create(report(finding(1, "CON001")))
    assert diff(accepted, report(finding(1, "DEN001", score=0.2))).new == ()


def test_a_quotation_is_not_accepted_by_a_conflict_of_the_same_sentences():
    accepted = create(report(finding(1, "CON001")))
    assert len(diff(accepted, report(finding(1, "QUO001"))).new) == 1


def test_lines_dates_paths_and_scores_do_not_matter():
    accepted = create(report(finding(1)))
    moved = finding(1, a=side(line=900, path="moved.md", published=None), score=0.1)
    assert diff(accepted, report(moved)).new == ()


# What an entry holds


def test_an_entry_holds_both_quotes_for_review():
    entry = entry_for(
        finding(
            7,
            "NUM001",
            a=side("Post", "She said that\n it cost 5 crowns.", claim="It cost 5 crowns.", speaker="she"),
            b=side("Post", "No.", claim="The repair cost 5 crowns.", stance=Stance.DENIES, path="x\\y.md"),
            explanation="5 is\nnot 6",
        )
    )  # fmt: skip
    assert (entry.fingerprint, entry.code, entry.explanation) == (f"{7:016x}", "NUM001", "5 is not 6")
    assert entry.a.quote == "She said that it cost 5 crowns."
    assert entry.a.claim == "It cost 5 crowns."
    assert entry.a.speaker == "she"
    assert (entry.b.claim, entry.b.stance, entry.b.path) == ("The repair cost 5 crowns.", "denies", "x/y.md")
    assert (entry.label, entry.note) == (None, "")


def test_paths_are_kept_as_they_are_located():
    made = create(report(finding(1)), locate=lambda path: f"./{path}")
    assert made.entries[0].a.path == "./news/Harbour Post.md"
    assert create(report(finding(1, a=side(path=None)))).entries[0].a.path is None


def test_what_a_suppression_accepts_is_left_to_it():
    accepted = (Suppressed(finding(1), "suppression", "known"),)
    assert create(report(finding(2), suppressed=accepted)).keys == {key_of(finding(2))}


# Update


def test_an_update_keeps_labels_and_notes_and_renews_the_rest():
    old = labelled(create(report(finding(1, "CON001"))), Label.FALSE, "the same ferry?")
    new = update(old, report(finding(1, "NUM001", a=side("Harbour Post", "The ferry sails.", line=8))))
    entry = new.baseline.entries[0]
    assert (entry.label, entry.note, entry.code) == (Label.FALSE, "the same ferry?", "NUM001")
    assert new.added == new.dropped == ()


def test_an_update_drops_what_is_gone_and_says_so():
    old = labelled(create(report(finding(1), finding(2))))
    new = update(old, report(finding(2), finding(3)))
    assert new.baseline.keys == {key_of(finding(2)), key_of(finding(3))}
    assert [entry.fingerprint for entry in new.dropped] == [f"{1:016x}"]
    assert new.dropped[0].label is Label.TRUE
    assert [entry.fingerprint for entry in new.added] == [f"{3:016x}"]


def test_an_update_by_a_report_that_the_baseline_was_applied_to_drops_nothing():
    old = labelled(create(report(finding(1))))
    gated = report(suppressed=(Suppressed(finding(1), "baseline", ""),))
    assert update(old, gated).baseline == old


def test_two_findings_of_one_key_are_one_entry():
    twice = create(report(finding(1, "CON001"), finding(1, "DEN001")))
    assert [entry.code for entry in twice.entries] == ["CON001"]


# Set algebra


@brisk
@given(findings())
def test_nothing_is_new_or_gone_in_the_report_a_baseline_was_made_of(found):
    made = report(*found)
    compared = diff(create(made), made)
    assert compared.new == compared.gone == ()
    assert compared.kept == create(made).entries


@brisk
@given(findings(), findings())
def test_a_diff_parts_both_sets(old, new):
    before, after = create(report(*old)), report(*new)
    compared = diff(before, after)
    fresh, gone, kept = (
        {*map(key_of, compared.new)},
        {e.key for e in compared.gone},
        {e.key for e in compared.kept},
    )
    assert fresh | kept == {key_of(each) for each in new}
    assert gone | kept == before.keys
    assert not fresh & kept
    assert not gone & kept


@brisk
@given(findings(), findings())
def test_an_update_does_what_the_diff_announces(old, new):
    before, after = create(report(*old)), report(*new)
    compared, updated = diff(before, after), update(before, after)
    assert {e.key for e in updated.added} == {key_of(each) for each in compared.new}
    assert updated.dropped == compared.gone
    assert updated.baseline.keys == (before.keys - {e.key for e in compared.gone}) | {
        *map(key_of, compared.new)
    }


@brisk
@given(findings(), st.randoms(use_true_random=False))
def test_the_order_of_the_findings_leaves_no_trace(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert create(report(*found)) == create(report(*shuffled))


@brisk
@given(findings(), findings())
def test_updating_twice_changes_nothing_more(old, new):
    once = update(labelled(create(report(*old))), report(*new)).baseline
    again = update(once, report(*new))
    assert again.baseline == once
    assert again.added == again.dropped == ()


# Settings


def test_the_settings_and_models_of_the_run_stand_in_the_baseline():
    made = create(report(finding(1), select=("NUM", "CON"), metadata="/home/me/news/meta.csv", baseline="x"))
    assert made.settings["select"] == ["CON", "NUM"]
    assert (made.settings["encoder"], made.settings["judge"]) == ("encoder-1", "judge-1")
    assert made.settings["metadata"] == "meta.csv", "no path of one machine"
    assert "baseline" not in made.settings


def test_other_settings_are_named():
    made = create(report(min_score=0.0, select=("CON",)))
    phrases = other_settings(made, report(min_score=0.5, select=("NUM", "CON")))
    assert phrases == [
        "min-score is 0.5, was 0.0 in the baseline",
        "select is CON, NUM, was CON in the baseline",
    ]
    assert other_settings(made, report(min_score=0.0, select=("CON",))) == []


def test_a_setting_that_one_version_does_not_know_is_no_difference():
    assert other_settings(create(report()), report(brand_new=True, another=[])) == []
    assert other_settings(create(report(old_one=3)), report()) == []


def test_overrides_that_came_or_went_are_a_difference():
    overrides = [{"sources": ("Post",), "ignore": ("NUM",)}]
    assert other_settings(create(report()), report(overrides=overrides)) == ["overrides differ"]
    assert other_settings(create(report(overrides=overrides)), report()) == ["overrides differ"]
    assert other_settings(create(report(overrides=overrides)), report(overrides=overrides)) == []
