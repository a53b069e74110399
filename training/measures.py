"""How good predictions are: the measures that ``training`` and ``benchmarks`` share.

Predictions are probabilities of shape (n, 3) whose columns are those of a judge's output.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker import judges
from checker.judges import CONTRADICTION, ENTAILMENT, NEUTRAL

#: Bins of the calibration errors and of the reliability table.
BINS = 15

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Figures:
    """How good n predictions are; all shares and probabilities are between 0 and 1.

    ``accuracy`` is that of the three classes. ``precision``, ``recall`` and ``f1`` are those of the pairs
    whose likeliest class is contradiction (0 where they are undefined), ``average_precision`` ranks all
    pairs by their contradiction. ``calibration`` is the expected calibration error of the likeliest
    class, ``calibration_contradiction`` that of the probability of contradiction.
    """

    accuracy: float
    precision: float
    recall: float
    f1: float
    average_precision: float
    calibration: float
    calibration_contradiction: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions with a probability from ``low`` to below ``high`` (the last bin holds 1 as well).

    ``said`` is the mean of their probabilities and ``was`` the share that came true, 0 without pairs.
    """

    low: float
    high: float
    pairs: int
    said: float
    was: float


def average_precision(relevant: Truths, score: Scores) -> float:
    """Area under precision over recall, as a sum of steps; equal scores make one step.

    0 if none is relevant.
    """
    if not relevant.any():
        return 0.0
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(relevant[order])
    last_of_its_score = np.append(np.diff(score[order]) != 0, np.True_)
    at = np.flatnonzero(last_of_its_score)
    precision = hits[at] / (at + 1)
    recall = hits[at] / hits[-1]
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def reliability(probability: Scores, happened: Truths, *, bins: int = BINS) -> list[Bin]:
    """What was said and what was, in bins of equal width."""
    place = np.minimum((probability * bins).astype(int), bins - 1)
    pairs = np.bincount(place, minlength=bins)
    said = np.bincount(place, weights=probability, minlength=bins) / np.maximum(pairs, 1)
    was = np.bincount(place, weights=happened, minlength=bins) / np.maximum(pairs, 1)
    return [
        Bin(number / bins, (number + 1) / bins, int(pairs[number]), float(said[number]), float(was[number]))
        for number in range(bins)
    ]


def calibration_error(probability: Scores, happened: Truths, *, bins: int = BINS) -> float:
    """Expected calibration error over bins of equal width (Naeini et al. 2015).

    The mean over all predictions of |said - was| of their bin. There must be at least one.
    """
    table = reliability(probability, happened, bins=bins)
    return sum(found.pairs * abs(found.said - found.was) for found in table) / len(probability)


def figures(label: Labels, probabilities: Floats) -> Figures:
    """The figures of predictions of shape (n, 3); n is at least 1."""
    likeliest = probabilities.argmax(axis=1)
    right = likeliest == label
    is_conflict, said_conflict = label == CONTRADICTION, likeliest == CONTRADICTION
    hits = int((is_conflict & said_conflict).sum())
    contradiction = probabilities[:, CONTRADICTION]
    return Figures(
        accuracy=float(right.mean()),
        precision=hits / max(1, int(said_conflict.sum())),
        recall=hits / max(1, int(is_conflict.sum())),
        f1=2 * hits / max(1, int(said_conflict.sum() + is_conflict.sum())),
        average_precision=average_precision(is_conflict, contradiction),
        calibration=calibration_error(probabilities.max(axis=1), right),
        calibration_contradiction=calibration_error(contradiction, is_conflict),
    )


def symmetric(forward: Floats, backward: Floats) -> Floats:
    """The forward probabilities, shape (n, 3), with the contradiction of the stronger order."""
    rows = [
        (judgement.entailment, judgement.neutral, judgement.contradiction)
        for judgement, _ in judges.symmetric(forward, backward)
    ]
    return np.array(rows, dtype=np.float32)


def averaged(forward: Floats, backward: Floats) -> Floats:
    """The forward probabilities, shape (n, 3), with the mean contradiction of both orders."""
    mean = (forward[:, CONTRADICTION] + backward[:, CONTRADICTION]) / 2
    others = np.maximum(forward[:, ENTAILMENT] + forward[:, NEUTRAL], 1e-9)
    both = np.empty_like(forward)
    both[:, ENTAILMENT] = (1 - mean) * forward[:, ENTAILMENT] / others
    both[:, NEUTRAL] = 1 - mean - both[:, ENTAILMENT]
    both[:, CONTRADICTION] = mean
    return both


def wilson(hits: int, trials: int, *, z: float = 1.96) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927); (0, 1) without a trial."""
    if trials == 0:
        return 0.0, 1.0
    share = hits / trials
    scale = 1 + z * z / trials
    middle = (share + z * z / (2 * trials)) / scale
    half = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)
