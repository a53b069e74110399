"""Pair -> verdict. A judge reads two texts and says how likely each of three relations is.

``load`` gives the embedded judge or a cross-encoder of sentence-transformers; ``symmetric`` turns the
logits of both orders into judgements whose contradiction does not depend on the order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from checker.records import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

Probabilities = npt.NDArray[np.float32]
Texts = Sequence[tuple[str, str]]

#: The pairs of windows in whose place a pair is read; the pair alone where it is read at once.
Windows = Callable[[str, str], list[tuple[str, str]]]

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

    @property
    def reads_contexts(self) -> bool:
        """Whether it has learnt to read claims with their surroundings (``judges.context``)."""
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


def both_ways(
    pairs: Texts, probabilities: Callable[[Texts], Probabilities], windows: Windows | None = None
) -> list[tuple[Judgement, Judgement]]:
    """Both directions of every pair, where ``probabilities`` reads ordered pairs into shape (n, 3).

    Two texts of the same words follow from each other and are not read, whatever a model would say; an
    empty text says nothing that could follow or conflict. Of a pair that ``windows`` cuts, the window counts
    that says most in either direction, be it contradiction or entailment.
    """
    known = [_known(a, b) for a, b in pairs]
    unread = [pair for pair, judgement in zip(pairs, known, strict=True) if judgement is None]
    parts = [[pair] if windows is None else windows(*pair) for pair in unread]
    read = [part for of_pair in parts for part in of_pair]
    judged = _read_both_ways(read, probabilities) if read else iter(())
    strongest = (max((next(judged) for _ in of_pair), key=_decisive) for of_pair in parts)
    return [next(strongest) if judgement is None else (judgement, judgement) for judgement in known]


def _read_both_ways(
    read: Texts, probabilities: Callable[[Texts], Probabilities]
) -> Iterator[tuple[Judgement, Judgement]]:
    rows = probabilities([*read, *((b, a) for a, b in read)])
    return iter(symmetric(rows[: len(read)], rows[len(read) :]))


def _decisive(judged: tuple[Judgement, Judgement]) -> tuple[float, float]:
    """What a window says most surely; of two that say the same, the one whose orders agree more."""
    forward, reverse = judged
    both = (forward.alone or 0.0) + (reverse.alone or 0.0)
    return max(forward.contradiction, forward.entailment, reverse.entailment), both


def _known(a: str, b: str) -> Judgement | None:
    """What needs no reading: None where it does."""
    one, other = a.casefold().split(), b.casefold().split()
    if not one or not other:
        return Judgement(contradiction=0.0, entailment=0.0, neutral=1.0)
    if one == other:
        return Judgement(contradiction=0.0, entailment=1.0, neutral=0.0)
    return None


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


def averaged(forward: Judgement, reverse: Judgement) -> Judgement:
    """The first of two judgements of a pair with the mean contradiction of both orders.

    Two readings of one question are righter than the stronger of them where nothing else is known of the
    pair; where a conflict must not be missed, the stronger counts.
    """
    if forward.alone is None or reverse.alone is None:
        return forward
    share = forward.entailment / max(forward.entailment + forward.neutral, 1e-9)
    return _shared((forward.alone + reverse.alone) / 2, share, forward.alone)


def _judgement(row: Probabilities, contradiction: float) -> Judgement:
    share = float(row[ENTAILMENT]) / max(float(row[ENTAILMENT] + row[NEUTRAL]), 1e-9)
    return _shared(contradiction, share, round(float(row[CONTRADICTION]), DIGITS))


def _shared(contradiction: float, share: float, alone: float) -> Judgement:
    """``share`` of what the contradiction leaves is entailment; the three sum to 1 after rounding."""
    contradiction = round(contradiction, DIGITS)
    entailment = round((1.0 - contradiction) * share, DIGITS)
    # What is left can be a hair below zero, which would be rounded to -0.0.
    neutral = max(0.0, round(1.0 - contradiction - entailment, DIGITS))
    return Judgement(contradiction, entailment, neutral, alone)
