"""What is believed of a suspected pair: by what it was read with, and by what else is known of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles import claim, verdict

from checker.records import Clash, EventFit, Quantity, Span, Stance
from checker.rules import evidence, reasons, thresholds
from checker.rules.score import score

CLASH = Clash("quantities", Span(0, 3), Span(0, 3), "20, 12")
OPEN, CLOSED = claim("The bridge was open."), claim("The bridge was closed.")


def read(told: float | None, contradiction: float = 0.9):
    return replace(verdict(OPEN, CLOSED, contradiction), in_context=told)


def test_every_weight_is_of_a_feature_that_there_is() -> None:
    assert set(evidence.WEIGHTS) <= set(evidence.features(read(0.5)))


def test_features_are_within_bounds() -> None:
    for told in (None, 0.0, 0.5, 1.0):
        assert all(-1 <= value <= 1 for value in evidence.features(read(told, 1.0)).values())


def test_what_is_said_in_context_counts() -> None:
    believed = [evidence.believed(read(told)) for told in (0.01, 0.3, 0.7, 0.99)]
    assert believed == sorted(believed)
    assert believed[0] < thresholds.BELIEVED < believed[-1]


def test_of_claims_read_alone_the_score_is_their_contradiction() -> None:
    assert score(read(None)) == 0.9
    assert score(read(0.9)) == round(evidence.believed(read(0.9)), 2)


def test_a_suspicion_that_the_articles_do_not_bear_out_is_no_conflict() -> None:
    assert thresholds.suspected(read(0.01))
    assert not thresholds.conflicts(read(0.01))
    assert thresholds.conflicts(read(0.99))


def test_bare_claims_below_the_threshold_are_read_again_and_then_may_count() -> None:
    doubtful = thresholds.SUSPECTED
    assert not thresholds.conflicts(read(None, doubtful))
    assert thresholds.conflicts(read(0.99, doubtful))
    assert not thresholds.conflicts(read(0.99, doubtful - 0.0001))


@pytest.mark.parametrize(("told", "supports"), [(0.91, True), (0.12, False)])
def test_the_reader_is_told_what_the_articles_add(told: float, supports: bool) -> None:
    (reason,) = [each for each in reasons.of_verdict(read(told)) if "in their articles" in each.text]
    assert reason.supports is supports
    assert f"({told:.2f})" in reason.text
    assert [place.side for place in reason.places] == ["a", "b"]


def test_two_voices_are_believed_more_than_one() -> None:
    spoken = claim("The bridge was open.", speaker="The mayor")
    two = replace(verdict(spoken, CLOSED), in_context=0.7)
    assert evidence.believed(two) > evidence.believed(read(0.7))


def test_what_is_not_suspected_gives_a_clash_less_than_what_is_read() -> None:
    clash = CLASH
    unread = replace(read(None, thresholds.SUSPECTED - 0.01), clashes=(clash,))
    believed = replace(read(0.5, 0.9), clashes=(clash,))
    assert score(unread) <= score(believed)


def test_numbers_that_do_not_clash_speak_against_a_conflict() -> None:
    twenty = replace(claim("The mine hired 20 men."), quantities=(Quantity(14, 16, 20.0, 20.0),))
    forty = replace(claim("The mine has 40 men."), quantities=(Quantity(13, 15, 40.0, 40.0),))
    counted = replace(verdict(twenty, forty, 0.9), in_context=0.7)
    assert evidence.features(counted)["numbers"] == 1
    assert evidence.features(replace(counted, clashes=(CLASH,)))["numbers"] == 0
    assert any("tell of different things" in each.text for each in reasons.of_verdict(counted))
    years = replace(
        verdict(claim("The mine opened in 1816."), claim("All mines closed in 1834.")), in_context=0.7
    )
    assert evidence.features(years)["numbers"] == 1


def test_a_denial_in_so_many_words_speaks_for_a_conflict() -> None:
    denied = replace(claim("The mayor denied that the bridge was open."), stance=Stance.DENIES)
    assert evidence.believed(replace(verdict(denied, OPEN), in_context=0.7)) > evidence.believed(read(0.7))


def test_a_mere_opinion_speaks_against_a_conflict() -> None:
    thought = claim("The bridge was a beautiful disaster.")
    view = replace(verdict(thought, CLOSED), in_context=0.7)
    assert evidence.features(view)["opinions"] == 0.5
    assert evidence.believed(view) < evidence.believed(read(0.7))


def test_the_surer_it_is_one_thing_the_more_is_believed() -> None:
    pair = read(0.7).pair
    near, far = (replace(read(0.7), pair=replace(pair, similarity=cosine)) for cosine in (0.9, 0.5))
    assert evidence.believed(near) > evidence.believed(far)
    said = [[each.text for each in reasons.of_verdict(verdict)] for verdict in (near, far)]
    assert any(text.startswith("they are worded much alike") for text in said[0])
    assert not any("worded" in text for text in said[1])
    one = replace(read(0.7), event=EventFit(actors=0.9, places=0.9, time=1.0, action=0.9))
    other = replace(read(0.7), event=EventFit(actors=0.1, places=0.1, time=0.1, action=0.5))
    assert evidence.believed(one) > evidence.believed(read(0.7)) > evidence.believed(other)
