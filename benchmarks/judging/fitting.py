"""What a few features add to the judge: a logistic regression, measured on topics it has not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from training import measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.measures import Scores, Truths

Matrix = npt.NDArray[np.float64]
Folds = npt.NDArray[np.int64]

#: Where a probability is cut off before its logit is taken.
_EDGE = 1e-4

_NEWTON_STEPS = 25


def logit(probability: Scores) -> Matrix:
    """log(p / (1 - p)), in float64, of p cut to 0.0001..0.9999."""
    cut = np.clip(probability.astype(np.float64), _EDGE, 1 - _EDGE)
    values: Matrix = np.log(cut) - np.log1p(-cut)
    return values


def folds_of(groups: Sequence[str], *, folds: int, seed: int) -> Folds:
    """A fold, 0 to folds - 1, for each row: rows of one group share it, and folds are about equally large.

    Groups are shuffled, then each goes to the fold that has the fewest rows so far.
    """
    names, place, count = np.unique(np.array(groups), return_inverse=True, return_counts=True)
    sizes, home = np.zeros(folds, dtype=np.int64), np.zeros(len(names), dtype=np.int64)
    for group in np.random.default_rng(seed).permutation(len(names)):
        home[group] = int(sizes.argmin())
        sizes[home[group]] += count[group]
    return home[place]


def fit_logistic(features: Matrix, label: Truths, *, ridge: float = 1.0) -> Matrix:
    """Weights, the last of them the constant, by Newton's method; the constant is not shrunk.

    ``features`` has shape (n, d). ``ridge`` is the weight of half the squared length of the others.
    """
    design = np.column_stack([features, np.ones(len(features))])
    shrink = np.full(design.shape[1], ridge)
    shrink[-1] = 1e-9
    weights = np.zeros(design.shape[1])
    for _ in range(_NEWTON_STEPS):
        said = _sigmoid(design @ weights)
        slope = design.T @ (said - label) + shrink * weights
        curvature = (design * (said * (1 - said))[:, np.newaxis]).T @ design + np.diag(shrink + 1e-9)
        step = np.linalg.solve(curvature, slope)
        # A long first step can overshoot where the classes are far apart.
        weights -= step * min(1.0, 5.0 / max(float(np.abs(step).max()), 1e-12))
    return weights


def _sigmoid(values: Matrix) -> Matrix:
    out: Matrix = 1 / (1 + np.exp(-np.clip(values, -60, 60)))
    return out


def out_of_fold(features: Matrix, label: Truths, fold: Folds) -> Matrix:
    """For each row the probability by a fit to the other folds, which also scale the features."""
    said = np.zeros(len(label))
    for number in np.unique(fold):
        held = fold == number
        mean, spread = features[~held].mean(axis=0), features[~held].std(axis=0)
        scaled = (features - mean) / np.maximum(spread, 1e-9)
        weights = fit_logistic(scaled[~held], label[~held])
        said[held] = _sigmoid(np.column_stack([scaled[held], np.ones(int(held.sum()))]) @ weights)
    return said


def interval_of_average_precision(
    relevant: Truths, score: Scores, groups: Sequence[str], *, draws: int = 1000, seed: int = 0
) -> tuple[float, float]:
    """A 95% bootstrap interval; whole groups are drawn, because pairs of one topic are alike."""
    _, place = np.unique(np.array(groups), return_inverse=True)
    rows = [np.flatnonzero(place == group) for group in range(int(place.max()) + 1)]
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(draws):
        drawn = np.concatenate([rows[group] for group in rng.integers(len(rows), size=len(rows))])
        found.append(measures.average_precision(relevant[drawn], score[drawn]))
    low, high = np.quantile(found, (0.025, 0.975))
    return float(low), float(high)
