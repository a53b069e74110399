"""A later claim that replaces an earlier one: states and plans change, what happened does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles import article, claim, judgement
from hypothesis import given
from hypothesis import strategies as st

from checker.records import Clash, Moment, Pair, Quantity, Span, Stance, Verdict
from checker.rules import sup001

EARLIER, LATER = "2022-03-30", "2022-11-08"


def says(text, published, *, subject="Kyiv", **other):
    return claim(text, of=article("paper", text, published=published), subject=subject, **other)


def judged(a, b, contradiction=0.9, clashes=()):
    return Verdict(Pair(a, b, 0.8), judgement(contradiction), judgement(contradiction), clashes)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kyiv is ready to discuss territory.", "Kyiv will not discuss territory."),
        ("Kyiv expressed great optimism about a ceasefire.", "Kyiv will not accept a ceasefire."),
        ("Kyiv sets no preconditions.", "Kyiv demanded a full withdrawal."),
        ("Kyiv will attend the summit.", "Kyiv did not attend the summit."),
        ("Kyiv may drop its opposition.", "Kyiv still insists on its opposition."),
    ],
)
def test_a_position_or_a_plan_can_be_replaced(before, after):
    assert sup001.fits(judged(says(before, EARLIER), says(after, LATER)))
    assert sup001.fits(judged(says(after, LATER), says(before, EARLIER)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kyiv shot down a plane.", "Kyiv did not shoot down a plane."),
        ("Kyiv held secret talks.", "Kyiv has never held secret talks."),
        ("Kyiv is in secret talks.", "Kyiv held no secret talks."),
        ("Kyiv lost the town.", "Kyiv holds the town."),
    ],
)
def test_what_happened_does_not_change(before, after):
    assert not sup001.fits(judged(says(before, EARLIER), says(after, LATER)))


@pytest.mark.parametrize("days", [(EARLIER, EARLIER), (None, LATER), (EARLIER, None), (None, None)])
def test_one_day_or_an_unknown_date_excuses_nothing(days):
    a, b = says("Kyiv is ready.", days[0]), says("Kyiv is not ready.", days[1])
    assert not sup001.fits(judged(a, b))


def test_a_denial_stays_a_denial_however_late():
    a = says("Kyiv is ready to talk.", EARLIER)
    b = says("Kyiv is ready to talk.", LATER, stance=Stance.DENIES, denial="Kyiv is not ready to talk.")
    assert not sup001.fits(judged(a, b))


def test_what_does_not_conflict_is_not_replaced():
    assert not sup001.fits(judged(says("Kyiv is ready.", EARLIER), says("Kyiv is not ready.", LATER), 0.2))


def test_two_voices_within_days_dispute_one_state_and_later_speak_of_two():
    a = says("Kyiv is ready to talk.", "2022-11-01", speaker="Andrei Yermak")
    soon = says("Kyiv is not ready to talk.", "2022-11-03", speaker="Dmitry Peskov")
    late = says("Kyiv is not ready to talk.", "2022-11-30", speaker="Dmitry Peskov")
    assert not sup001.fits(judged(a, soon))
    assert sup001.fits(judged(a, late))


def test_whoever_speaks_for_himself_may_change_his_mind_within_a_day():
    a = says("Kyiv is ready to talk.", "2022-11-01", speaker="Kyiv")
    assert sup001.fits(judged(a, says("Kyiv is not ready to talk.", "2022-11-02")))


def test_a_loss_after_the_first_report_replaces_it_and_one_before_it_does_not():
    a = says("Kyiv holds the town.", "2022-11-05")
    b = says("Kyiv lost the town on Monday.", "2022-11-09")
    after = replace(b, moments=(Moment(0, 4, "2022-11-07", "2022-11-07"),))
    before = replace(b, moments=(Moment(0, 4, "2022-11-01", "2022-11-01"),))
    assert sup001.fits(judged(a, after))
    assert not sup001.fits(judged(a, before))


def test_a_count_that_has_risen_replaces_the_earlier_one():
    clash = Clash("quantities", Span(0, 2), Span(0, 2), "12 and 40")
    a = says("The death toll is 12.", "2022-11-01", subject="The death toll")
    b = says("The death toll has risen to 40.", "2022-11-02", subject="The death toll")
    counted = replace(b, quantities=(Quantity(0, 2, 40, 40),))
    assert sup001.fits(judged(a, counted, 0.1, (clash,)))
    assert not sup001.fits(judged(a, b, 0.1, (clash,)))


def test_the_explanation_names_the_earlier_day_and_what_was_said_first():
    a, b = says("Kyiv is not ready.", LATER), says("Kyiv is ready.", EARLIER)
    explained = sup001.explain(judged(a, b))
    assert explained.startswith("on 2022-03-30 paper had “Kyiv is ready.”, 223 days later paper has")


TEXTS = ["Kyiv is ready.", "Kyiv will talk.", "Kyiv fell.", "Kyiv refused to talk.", "Kyiv has fallen."]


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.dates(), st.dates())
def test_the_order_of_the_sides_does_not_matter(one, other, first, second):
    a, b = says(one, first.isoformat()), says(other, second.isoformat())
    assert sup001.fits(judged(a, b)) is sup001.fits(judged(b, a))
