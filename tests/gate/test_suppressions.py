from datetime import date

from checker.gate.suppressions import complaints, in_force
from checker.settings import Suppression

TODAY = date(2026, 3, 10)
ONE, TWO = "0" * 15 + "1", "0" * 15 + "2"


def said(*suppressions: Suppression, found=(), partial=False) -> list[str]:
    problems = complaints(suppressions, frozenset(found), TODAY, partial=partial)
    return [f"{problem.path}: {problem.message}" for problem in problems]


def test_the_day_of_expiry_is_the_last_one():
    last, over = Suppression(ONE, "r", TODAY), Suppression(TWO, "r", date(2026, 3, 9))
    assert set(in_force([last, over], TODAY)) == {ONE}


def test_one_without_a_day_never_expires():
    assert set(in_force([Suppression(ONE, "r")], date.max)) == {ONE}


def test_one_that_is_used_is_not_reported():
    assert said(Suppression(ONE, "r"), found=[ONE]) == []


def test_one_that_accepts_nothing_is_reported_with_its_reason():
    assert said(Suppression(ONE, "a typo of theirs")) == [
        f"suppression {ONE}: no finding of this run has this fingerprint (a typo of theirs); remove it"
    ]


def test_an_expired_one_whose_finding_is_back_is_reported():
    (sentence,) = said(Suppression(ONE, "wait", date(2026, 3, 9)), found=[ONE])
    assert sentence.startswith(
        f"suppression {ONE}: expired after 2026-03-09 (wait): its finding counts again"
    )


def test_an_expired_one_that_nothing_needs_is_to_be_removed():
    (sentence,) = said(Suppression(ONE, "wait", date(2026, 3, 9)))
    assert sentence.endswith("no finding has it any more; remove it")


def test_a_partial_run_says_nothing_of_unused_ones_but_tells_of_expired_ones():
    assert said(Suppression(ONE, "r"), partial=True) == []
    (sentence,) = said(Suppression(ONE, "r", date(2026, 3, 9)), partial=True)
    assert "expired" in sentence
    assert "any more" not in sentence


def test_of_an_expired_one_and_its_successor_only_the_old_one_is_reported():
    (sentence,) = said(Suppression(ONE, "old", date(2026, 1, 1)), Suppression(ONE, "new"), found=[ONE])
    assert "another one took its place" in sentence


def test_several_of_one_finding_are_told_in_the_order_of_their_reasons():
    reasons = [f"reason {letter}" for letter in "hgfedcba"]
    told = said(*(Suppression(ONE, reason) for reason in reasons))
    assert told == sorted(told)
    assert len(told) == len(reasons)
