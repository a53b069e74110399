"""How well the hypothesis alone tells the label: what it should not do in pairs that were constructed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


def hypothesis_only(
    groups: Sequence[str], texts: Sequence[str], labels: Sequence[str], *, seed: int = 0, least: int = 4
) -> tuple[float, float]:
    """Accuracy of a bag-of-words logistic regression on texts alone, and the majority's share, both 0 to 1.

    Groups (the claims that pairs were made of) are whole on one side of the split, four fifths to fit.
    A word counts if at least ``least`` texts have it.
    """
    rng = np.random.default_rng(seed)
    names = sorted(set(groups))
    fitted = dict(zip(names, rng.random(len(names)) < 0.8, strict=True))
    fit = np.array([bool(fitted[group]) for group in groups])
    bags = [set(re.findall(r"[\w']+", text.lower().replace("’", "'"))) for text in texts]
    counts = Counter(word for bag, inside in zip(bags, fit, strict=True) if inside for word in bag)
    column = {word: at for at, word in enumerate(sorted(word for word, n in counts.items() if n >= least))}
    matrix = np.zeros((len(texts), len(column) + 1), dtype=np.float32)
    matrix[:, -1] = 1
    for row, bag in enumerate(bags):
        matrix[row, [column[word] for word in bag if word in column]] = 1
    classes = sorted(set(labels))
    wanted = np.array([classes.index(label) for label in labels])
    truth = np.eye(len(classes), dtype=np.float32)[wanted]
    weights = np.zeros((matrix.shape[1], len(classes)), dtype=np.float32)
    momentum = np.zeros_like(weights)
    for _ in range(150):
        scores = matrix[fit] @ weights
        chance = np.exp(scores - scores.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = matrix[fit].T @ (chance - truth[fit]) / fit.sum() + 1e-4 * weights
        momentum = 0.9 * momentum + slope
        weights -= 0.5 * momentum
    correct = (matrix[~fit] @ weights).argmax(axis=1) == wanted[~fit]
    majority = np.bincount(wanted[fit], minlength=len(classes)).argmax()
    return float(correct.mean()), float((wanted[~fit] == majority).mean())
