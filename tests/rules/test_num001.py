from dataclasses import replace

import pytest
from doubles import article, claim, verdict

from checker.records import Clash, EventFit, Pair, Quantity, Span, Verdict
from checker.rules import num001

FIRST, SECOND = "The blast killed 12 people.", "The blast killed 20 people."


def judged(
    *,
    judge: str = "quantities",
    similarity: float = 0.8,
    subjects: tuple[str, str] = ("The blast", "The blast"),
    event: EventFit | None = None,
    speaker: str | None = None,
) -> Verdict:
    a = claim(FIRST, of=article("Post", FIRST), subject=subjects[0], speaker=speaker)
    b = claim(SECOND, of=article("Herald", SECOND), subject=subjects[1])
    clash = Clash(judge, Span(17, 19), Span(17, 19), "12 against 20")
    return replace(verdict(a, b, 0.0, similarity), clashes=(clash,), event=event)


def test_a_clash_of_quantities_about_one_thing_is_a_mismatch():
    assert num001.fits(judged())


def test_a_clash_of_another_judge_is_not():
    assert not num001.fits(judged(judge="moments"))
    assert not num001.fits(replace(judged(), clashes=()))


def counting(made: Verdict, *marks: str) -> Verdict:
    """The verdict with the clashing quantities in its claims, with what narrows them down."""
    quantity = Quantity(17, 19, 12, 12, counted=("people", "kill", *marks))
    pair = made.pair
    sides = (replace(side, quantities=(quantity,)) for side in (pair.a, pair.b))
    return replace(made, pair=Pair(*sides, pair.similarity))


OTHERS = ("The blast", "The army")


def test_claims_with_other_subjects_must_be_very_alike():
    assert num001.fits(judged(subjects=OTHERS, similarity=num001.ALIKE))
    assert not num001.fits(judged(subjects=OTHERS, similarity=num001.ALIKE - 0.01))


def test_a_shared_place_day_or_cause_makes_up_for_less_likeness():
    made = judged(subjects=OTHERS, similarity=num001.ALIKE_IN_ONE_EVENT)
    assert num001.fits(counting(made, "in aleppo"))
    assert not num001.fits(counting(made, "russian"))
    assert not num001.fits(counting(judged(subjects=OTHERS, similarity=0.5), "in aleppo"))


def test_an_event_that_fits_well_makes_up_for_less_likeness():
    well = EventFit(actors=0.9, places=0.9, time=0.9, action=0.9)
    assert num001.fits(judged(subjects=OTHERS, similarity=0.65, event=well))
    assert not num001.fits(judged(subjects=OTHERS, similarity=0.65, event=EventFit()))


def test_a_subject_that_is_itself_counted_is_no_common_subject():
    made = judged(subjects=("people", "people"), similarity=0.55)
    assert not num001.fits(counting(made))
    assert num001.fits(counting(judged(similarity=0.55)))


@pytest.mark.parametrize("part", ["actors", "places", "time", "action"])
def test_another_event_is_no_mismatch(part):
    assert num001.fits(judged(event=EventFit()))
    assert not num001.fits(judged(event=replace(EventFit(), **{part: 0.0})))


def test_the_explanation_names_values_outlets_and_speakers():
    said = num001.explain(judged(speaker="the ministry"))
    assert "12 (Post, citing the ministry) against 20 (Herald)" in said


def test_the_documentation_has_the_headings_of_every_rule():
    for heading in ("What it means", "Found", "Not found", "What to do"):
        assert f"## {heading}" in str(num001.__doc__)


def published(made: Verdict, *days: str | None) -> Verdict:
    """The verdict between articles of these days."""
    pair = made.pair
    sides = []
    for side, day in zip((pair.a, pair.b), days, strict=True):
        home = replace(side.sentence.article, published=day)
        sides.append(replace(side, sentence=replace(side.sentence, article=home)))
    return replace(made, pair=Pair(*sides, pair.similarity))


@pytest.mark.parametrize("subject", ["people", "There"])
def test_counts_of_other_days_that_nothing_places_are_of_other_things(subject):
    made = counting(judged(subjects=(subject, subject), similarity=0.9))
    assert num001.fits(published(made, "2016-03-05", "2016-03-06"))
    assert not num001.fits(published(made, "2016-03-05", "2016-03-12"))
    assert num001.fits(published(made, "2016-03-05", None))
    placed = counting(judged(subjects=(subject, subject), similarity=0.9), "in aleppo")
    assert num001.fits(published(placed, "2016-03-05", "2016-03-12"))


def test_counts_of_other_days_with_a_subject_may_be_of_one_thing():
    assert num001.fits(published(counting(judged(similarity=0.9)), "2016-03-05", "2016-03-12"))
    assert not num001.fits(published(counting(judged(similarity=0.9)), "2016-03-05", "2016-03-13"))
    placed = counting(judged(similarity=0.9), "in aleppo")
    assert num001.fits(published(placed, "2016-03-05", "2016-03-13"))


def test_shares_of_other_days_are_of_other_polls():
    made = judged(similarity=0.9)
    share = Quantity(17, 19, 12, 12, unit="%", counted=("voters", "support"))
    sides = (replace(side, quantities=(share,)) for side in (made.pair.a, made.pair.b))
    polls = replace(made, pair=Pair(*sides, made.pair.similarity))
    assert num001.fits(published(polls, "2016-03-05", "2016-03-07"))
    assert not num001.fits(published(polls, "2016-03-05", "2016-03-08"))


def test_a_day_of_the_week_places_counts_within_a_week():
    made = counting(judged(subjects=("people", "people"), similarity=0.9), "on tuesday")
    assert num001.fits(published(made, "2016-03-05", "2016-03-08"))
    assert not num001.fits(published(made, "2016-03-05", "2016-03-19"))


def test_a_date_that_is_none_stops_nothing():
    made = counting(judged(subjects=("There", "There"), similarity=0.9))
    assert num001.fits(published(made, "March 1, 2016", "2016-03-19"))
