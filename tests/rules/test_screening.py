"""Which pairs are worth the judge's time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles import claim

from checker.records import EventFit, Pair, Stance
from checker.rules import screening

OPEN, CLOSED = claim("The bridge was open."), claim("The bridge was closed.")
ONE = EventFit(actors=0.9, places=0.9, time=1.0, action=0.9)
UNKNOWN = EventFit(actors=0.5, places=0.5, time=0.5, action=0.5)


def least(pair: Pair, fit: EventFit) -> float:
    """The smallest contradiction, in hundredths, with which a pair is read."""
    return next(at / 100 for at in range(102) if at == 101 or screening.suspicious(pair, fit, at / 100))


def test_the_more_the_screen_finds_the_sooner_a_pair_is_read() -> None:
    pair = Pair(OPEN, CLOSED, 0.6)
    assert not screening.suspicious(pair, UNKNOWN, 0.0)
    assert screening.suspicious(pair, UNKNOWN, 1.0)
    assert 0 < least(pair, UNKNOWN) < 1


def test_a_glance_that_finds_nothing_is_believed() -> None:
    said, denied = claim("The bridge was open.", speaker="The mayor"), replace(CLOSED, negated=True)
    of_one = Pair(replace(said, subject="The bridge"), replace(denied, subject="The bridge"), 0.9)
    of_two = Pair(replace(said, subject="The bridge"), replace(denied, subject="The tunnel"), 0.9)
    for pair, floor in (
        (of_one, screening.GLANCE_OF_ONE_SUBJECT),
        (of_two, screening.GLANCE_OF_TWO),
    ):
        assert not screening.suspicious(pair, ONE, floor - 0.0001)
        assert screening.suspicious(pair, ONE, floor)


def test_what_is_surely_one_event_is_read_sooner() -> None:
    pair = Pair(OPEN, CLOSED, 0.6)
    assert least(pair, ONE) < least(pair, UNKNOWN)


@pytest.mark.parametrize(
    "sooner",
    [
        Pair(OPEN, CLOSED, 0.9),
        Pair(claim("The bridge was open.", speaker="The mayor"), CLOSED, 0.6),
        Pair(OPEN, replace(CLOSED, negated=True), 0.6),
    ],
    ids=["alike", "two voices", "negated"],
)
def test_what_conflicts_often_have_makes_a_pair_worth_reading(sooner: Pair) -> None:
    assert least(sooner, UNKNOWN) < least(Pair(OPEN, CLOSED, 0.6), UNKNOWN)


def test_the_judge_reads_denials_whatever_the_screen_says() -> None:
    denial = replace(claim("Peskov denied that the bridge was closed."), stance=Stance.DENIES)
    assert screening.surely_read(Pair(OPEN, denial, 0.4))
    assert not screening.surely_read(Pair(OPEN, claim("The tunnel was closed."), 0.4))
