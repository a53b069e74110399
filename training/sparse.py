"""Logistic regression over string features with few weights left: FTRL-Proximal (McMahan et al. 2013)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

#: Hundredths of a logit: what ``checker.claims.linear`` adds up.
UNIT = 100
#: Weights up to this size are left out.
_NOISE = 2
_RATE = 0.15
_BETA = 1.0
_BATCH = 256


@dataclass(slots=True)
class Examples:
    """Rows of feature numbers with their answers (0 or 1) and weights."""

    numbers: dict[str, int] = field(default_factory=dict)
    rows: list[NDArray[np.int32]] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(self, features: Iterable[str], answer: bool, weight: float) -> None:  # noqa: FBT001
        """Add one row; a feature counts once."""
        numbers = {self.numbers.setdefault(each, len(self.numbers)) for each in features}
        self.rows.append(np.fromiter(sorted(numbers), dtype=np.int32, count=len(numbers)))
        self.answers.append(answer)
        self.weights.append(weight)


def fit(
    examples: Examples, *, epochs: int = 8, l1: float = 1.2, l2: float = 1.0, fewest: int = 4, seed: int = 7
) -> dict[str, int]:
    """The weights in hundredths by feature, without those that weigh nothing to speak of.

    Features that stand in fewer than ``fewest`` rows are left out. The same examples give the same weights.
    """
    size = len(examples.numbers)
    counts = np.bincount(np.concatenate(examples.rows), minlength=size)
    rows = [row[counts[row] >= fewest] for row in examples.rows]
    answers = np.array(examples.answers, dtype=np.float64)
    weights = np.array(examples.weights)
    sums, squares, learned = np.zeros(size), np.zeros(size), np.zeros(size)
    draw = np.random.default_rng(seed)
    for _ in range(epochs):
        order = draw.permutation(len(rows))
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            lengths = np.array([len(rows[at]) for at in batch])
            flat = np.concatenate([rows[at] for at in batch])
            which = np.repeat(np.arange(len(batch)), lengths)
            logits = np.bincount(which, weights=learned[flat], minlength=len(batch))
            errors = weights[batch] * (1 / (1 + np.exp(-np.clip(logits, -30, 30))) - answers[batch])
            touched, inverse = np.unique(flat, return_inverse=True)
            gradient = np.bincount(inverse, weights=errors[which], minlength=len(touched))
            before = squares[touched]
            after = before + gradient**2
            sums[touched] += gradient - (np.sqrt(after) - np.sqrt(before)) / _RATE * learned[touched]
            squares[touched] = after
            shrunk = np.sign(sums[touched]) * np.maximum(np.abs(sums[touched]) - l1, 0)
            learned[touched] = -shrunk / ((_BETA + np.sqrt(after)) / _RATE + l2)
    hundredths = np.rint(learned * UNIT).astype(int)
    return {
        name: int(hundredths[at]) for name, at in examples.numbers.items() if abs(hundredths[at]) > _NOISE
    }
