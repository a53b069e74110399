"""The measures, on predictions whose figures are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import measures

LABEL = np.array([2, 2, 0, 1, 2])
PROBABILITIES = np.array(
    [[0.1, 0.1, 0.8], [0.6, 0.1, 0.3], [0.9, 0.1, 0.0], [0.2, 0.3, 0.5], [0.0, 0.0, 1.0]], dtype=np.float32
)


def test_figures_of_a_small_table_are_those_counted_by_hand() -> None:
    figures = measures.figures(LABEL, PROBABILITIES)
    assert figures.accuracy == pytest.approx(3 / 5)
    assert figures.precision == pytest.approx(2 / 3)
    assert figures.recall == pytest.approx(2 / 3)
    assert figures.f1 == pytest.approx(2 / 3)
    assert figures.average_precision == pytest.approx((1 + 1 + 3 / 4) / 3)


def test_nothing_said_to_conflict_gives_no_precision_instead_of_an_error() -> None:
    figures = measures.figures(np.array([2]), np.array([[1.0, 0.0, 0.0]], dtype=np.float32))
    assert (figures.precision, figures.recall, figures.f1) == (0.0, 0.0, 0.0)


def test_pairs_of_equal_score_are_not_ranked_by_chance() -> None:
    score = np.array([0.5, 0.5, 0.5, 0.5])
    for relevant in ([True, False, False, False], [False, False, False, True]):
        assert measures.average_precision(np.array(relevant), score) == pytest.approx(1 / 4)


def test_average_precision_without_anything_relevant_is_zero() -> None:
    assert measures.average_precision(np.array([False, False]), np.array([0.1, 0.9])) == 0.0


def test_a_model_that_is_always_sure_and_half_right_is_wrongly_calibrated_by_a_half() -> None:
    sure = np.ones(10, dtype=np.float32)
    assert measures.calibration_error(sure, np.arange(10) < 5) == pytest.approx(0.5)


def test_a_model_that_says_what_happens_is_calibrated() -> None:
    said = np.full(10, 0.3, dtype=np.float32)
    assert measures.calibration_error(said, np.arange(10) < 3) == pytest.approx(0.0, abs=1e-6)


def test_symmetric_takes_the_stronger_order_and_keeps_the_sum() -> None:
    forward = np.array([[0.6, 0.3, 0.1]], dtype=np.float32)
    backward = np.array([[0.1, 0.2, 0.7]], dtype=np.float32)
    both = measures.symmetric(forward, backward)
    assert both[0] == pytest.approx([0.2, 0.1, 0.7], abs=1e-3)


@given(st.lists(st.tuples(*[st.floats(0.015625, 1, width=32)] * 3), min_size=1, max_size=6))
def test_both_ways_of_symmetry_give_probabilities_and_one_contradiction_for_both_orders(
    rows: list[tuple[float, float, float]],
) -> None:
    forward = np.array(rows, dtype=np.float32)
    forward /= forward.sum(axis=1, keepdims=True)
    backward = forward[:, [1, 2, 0]]
    for way in (measures.symmetric, measures.averaged):
        ahead, behind = way(forward, backward), way(backward, forward)
        assert ahead.sum(axis=1) == pytest.approx(np.ones(len(rows)), abs=1e-3)
        assert (ahead >= -1e-6).all()
        assert ahead[:, 2] == pytest.approx(behind[:, 2], abs=1e-6)


def test_averaging_takes_the_mean_even_where_nothing_is_left_for_the_others() -> None:
    sure = np.array([[0.0, 0.0, 1.0]], dtype=np.float32)
    against = np.array([[1.0, 0.0, 0.0]], dtype=np.float32)
    assert measures.averaged(sure, against)[0] == pytest.approx([0.0, 0.5, 0.5])


def test_the_reliability_table_holds_every_pair_once_and_a_certain_one_in_the_last_bin() -> None:
    table = measures.reliability(np.array([0.0, 0.5, 1.0]), np.array([False, True, True]), bins=4)
    assert [found.pairs for found in table] == [1, 0, 1, 1]
    assert (table[3].low, table[3].high, table[3].said, table[3].was) == (0.75, 1.0, 1.0, 1.0)


def test_the_interval_of_a_share_is_that_of_the_textbook() -> None:
    # Newcombe 1998, table I: 15 of 148.
    assert measures.wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=1e-4)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_interval_holds_the_share_and_stays_between_0_and_1(hits: int, misses: int) -> None:
    low, high = measures.wilson(hits, hits + misses)
    assert 0.0 <= low <= high <= 1.0
    if hits + misses:
        assert low - 1e-9 <= hits / (hits + misses) <= high + 1e-9
