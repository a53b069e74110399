"""A linear classifier over string features, as learned by ``training.attribution``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights in hundredths by feature; features without one weigh nothing.

    ``threshold`` is in the same unit: a score above it is a yes.
    """

    weights: Mapping[str, int]
    threshold: int = 0

    def score(self, features: Iterable[str]) -> int:
        """The sum of the weights, in hundredths of a logit."""
        weigh = self.weights.get
        return sum(weigh(feature, 0) for feature in features)

    def says_yes(self, features: Iterable[str]) -> bool:
        """Whether the score is above the threshold."""
        return self.score(features) > self.threshold

    def probability(self, features: Iterable[str]) -> float:
        """The logistic probability, 0..1."""
        return 1 / (1 + math.exp(-max(-3000, min(3000, self.score(features))) / 100))
