"""Fitting on topics: folds that share none, and a regression that finds what is there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.judging import fitting


@given(st.lists(st.sampled_from("abcdefghij"), min_size=4, max_size=60), st.integers(0, 5))
def test_no_topic_is_in_two_folds(topics: list[str], seed: int) -> None:
    fold = fitting.folds_of(topics, folds=3, seed=seed)
    for topic in set(topics):
        assert len({int(fold[row]) for row, name in enumerate(topics) if name == topic}) == 1


def test_folds_are_about_equally_large_and_the_draw_is_repeatable() -> None:
    topics = [str(number % 50) for number in range(500)]
    fold = fitting.folds_of(topics, folds=5, seed=1)
    assert np.bincount(fold).tolist() == [100] * 5
    assert np.array_equal(fold, fitting.folds_of(topics, folds=5, seed=1))
    assert not np.array_equal(fold, fitting.folds_of(topics, folds=5, seed=2))


def test_the_regression_finds_the_weights_that_made_the_labels() -> None:
    rng = np.random.default_rng(0)
    features = rng.normal(size=(20_000, 2))
    label = rng.random(20_000) < 1 / (1 + np.exp(-(1.5 * features[:, 0] - 0.7 * features[:, 1] - 1)))
    assert fitting.fit_logistic(features, label) == pytest.approx([1.5, -0.7, -1.0], abs=0.06)


def test_classes_that_are_far_apart_leave_the_weights_finite() -> None:
    features = np.array([[-1.0], [-1.0], [1.0], [1.0]]) * 1e3
    weights = fitting.fit_logistic(features, features[:, 0] > 0)
    assert np.isfinite(weights).all()
    assert weights[0] > 0


def test_a_constant_feature_and_one_class_alone_do_no_harm() -> None:
    features = np.ones((6, 1))
    said = fitting.out_of_fold(features, np.zeros(6, dtype=np.bool_), np.array([0, 0, 0, 1, 1, 1]))
    assert said == pytest.approx(np.zeros(6), abs=0.01)


def test_a_fold_is_predicted_by_the_others_alone() -> None:
    # Where the label follows the fold, the other folds teach the opposite.
    fold = np.repeat([0, 1], 50)
    label = fold == 0
    said = fitting.out_of_fold(np.zeros((100, 1)), label, fold)
    assert said[label].max() < 0.1
    assert said[~label].min() > 0.9


def test_certain_probabilities_have_a_finite_logit_and_a_half_has_none() -> None:
    assert fitting.logit(np.array([0.0, 0.5, 1.0])) == pytest.approx([-9.21, 0.0, 9.21], abs=0.01)


def test_the_interval_of_a_perfect_ranking_is_one() -> None:
    relevant = np.array([True, True, False, False])
    assert fitting.interval_of_average_precision(
        relevant, relevant.astype(float), ["a", "b", "a", "b"], draws=20
    ) == (1.0, 1.0)


def test_few_topics_give_a_wide_interval() -> None:
    relevant = np.array([True, False] * 10)
    score = np.where(np.arange(20) < 10, relevant, ~relevant).astype(float)
    low, high = fitting.interval_of_average_precision(relevant, score, ["good"] * 10 + ["bad"] * 10)
    assert low < 0.55
    assert high == 1.0
