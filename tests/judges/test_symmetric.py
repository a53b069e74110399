import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import judges
from checker.judges import CONTRADICTION, ENTAILMENT, NEUTRAL

logits = st.lists(st.floats(-30, 30, width=32), min_size=3, max_size=3)
directions = st.lists(st.tuples(logits, logits), min_size=1, max_size=8)


def probabilities(rows: list[list[float]]) -> np.ndarray:
    return judges.softmax(np.array(rows, dtype=np.float32))


@given(directions)
def test_contradiction_is_the_same_in_both_orders_and_that_of_the_stronger(pairs):
    forward, backward = (probabilities([pair[side] for pair in pairs]) for side in (0, 1))
    there, back = judges.symmetric(forward, backward), judges.symmetric(backward, forward)
    for (f, b), (b2, f2), one, two in zip(there, back, forward, backward, strict=True):
        assert (f, b) == (f2, b2)
        assert f.contradiction == b.contradiction
        assert f.contradiction == round(float(max(one[CONTRADICTION], two[CONTRADICTION])), judges.DIGITS)


@given(directions)
def test_every_judgement_is_a_distribution_of_few_digits(pairs):
    both = (probabilities([pair[side] for pair in pairs]) for side in (0, 1))
    for judgement in (one for pair in judges.symmetric(*both) for one in pair):
        values = (judgement.contradiction, judgement.entailment, judgement.neutral)
        assert round(sum(values), 9) == 1.0
        assert all(0.0 <= value <= 1.0 for value in values)
        assert all(value == round(value, judges.DIGITS) for value in values)
        assert "-0.0" not in map(str, values)


def test_entailment_and_neutral_keep_their_proportion_in_each_direction():
    forward = np.array([[0.6, 0.2, 0.2]], dtype=np.float32)
    backward = np.array([[0.1, 0.3, 0.6]], dtype=np.float32)
    ((there, back),) = judges.symmetric(forward, backward)
    assert there.contradiction == 0.6
    assert there.entailment == pytest.approx(0.3)
    assert there.neutral == pytest.approx(0.1)
    assert back.entailment == pytest.approx(0.1)
    assert back.neutral == pytest.approx(0.3)


def test_the_columns_are_entailment_neutral_contradiction():
    assert (ENTAILMENT, NEUTRAL, CONTRADICTION) == (0, 1, 2)


def test_a_higher_temperature_makes_less_sure():
    row = np.array([[4.0, 0.0, 0.0]], dtype=np.float32)
    assert judges.softmax(row, 2.0).max() < judges.softmax(row).max()


def test_large_logits_do_not_overflow():
    assert judges.softmax(np.array([[1e4, 0.0, -1e4]], dtype=np.float32)).tolist() == [[1.0, 0.0, 0.0]]


@given(directions)
def test_the_mean_of_both_orders_is_the_same_from_either_side(pairs):
    both = [probabilities([pair[side] for pair in pairs]) for side in (0, 1)]
    for forward, reverse in judges.symmetric(*both):
        there, back = judges.averaged(forward, reverse), judges.averaged(reverse, forward)
        assert there.contradiction == back.contradiction
        assert there.contradiction <= forward.contradiction
        assert round(there.contradiction + there.entailment + there.neutral, 9) == 1.0


def test_a_judgement_that_was_not_read_is_its_own_mean():
    unread = judges.Judgement(0.0, 1.0, 0.0)
    assert judges.averaged(unread, unread) == unread
