"""Pair -> verdict. A judge reads two texts and says how likely each of three relations is.

``load`` gives the embedded judge or a cross-encoder of sentence-transformers; ``symmetric`` turns the
logits of both orders into judgements whose contradiction does not depend on the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from checker.records import Judgement

if TYPE_CHECKING:
    from collections.abc import Callable

Probabilities = npt.NDArray[np.float32]
Texts = Sequence[tuple[str, str]]

#: Columns of a judge's output.
ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)

#: Digits kept of a probability: what lies beyond depends on the machine.
DIGITS = 4


class Judge(Protocol):
    """Anything that scores ordered pairs of texts."""

    @property
    def name(self) -> str:
        """What the report calls it."""
        ...

    def screen(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> list[float]:
        """For each pair, how contradictory it looks at a quick glance, in 0..1; 1 without such a glance.

        ``progress`` gets the number of pairs done so far.
        """
        ...

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        """For each (a, b): the judgement with a as the premise, and the one with b as the premise.

        ``progress`` gets the number of directions done so far, two a pair.
        """
        ...


def load(name: str, *, jobs: int = 0) -> Judge:
    """The embedded judge, or the cross-encoder of that folder or hub name.

    Raises ModelError if it cannot be loaded, MissingExtraError without the extra.
    """
    if name == "embedded":
        from checker.judges.cascade import CascadeJudge

        return CascadeJudge(jobs=jobs)
    from checker.judges.cross_encoder import CrossEncoderJudge

    return CrossEncoderJudge(name)


def softmax(logits: Probabilities, temperature: float = 1.0) -> Probabilities:
    """Probabilities of logits, row by row; a higher temperature makes them less sure."""
    scaled = logits / temperature
    scaled = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    probabilities: Probabilities = scaled / scaled.sum(axis=1, keepdims=True)
    return probabilities


def symmetric(forward: Probabilities, backward: Probabilities) -> list[tuple[Judgement, Judgement]]:
    """Both orders of each pair with one contradiction: that of the stronger direction.

    ``forward`` and ``backward`` have shape (n, 3). Entailment and neutral keep their proportion within
    each direction and share what the contradiction leaves; the three sum to 1 after rounding.
    """
    strongest = np.maximum(forward[:, CONTRADICTION], backward[:, CONTRADICTION])
    return [
        (_judgement(f, float(c)), _judgement(b, float(c)))
        for f, b, c in zip(forward, backward, strongest, strict=True)
    ]


def _judgement(row: Probabilities, contradiction: float) -> Judgement:
    contradiction = round(contradiction, DIGITS)
    rest = 1.0 - contradiction
    share = float(row[ENTAILMENT]) / max(float(row[ENTAILMENT] + row[NEUTRAL]), 1e-9)
    entailment = round(rest * share, DIGITS)
    # What is left can be a hair below zero, which would be rounded to -0.0.
    neutral = max(0.0, round(1.0 - contradiction - entailment, DIGITS))
    return Judgement(contradiction, entailment, neutral)
