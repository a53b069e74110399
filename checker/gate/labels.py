"""What the labels of a baseline say of the rules: how often each was right, and how sure that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from checker.gate.baseline import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.gate.baseline import Entry

#: The quantile of the normal distribution for an interval of 95 per cent.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds in 0..1, both inclusive."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labels of one rule (or of all): numbers of entries, ``unlabelled`` those nobody judged yet."""

    code: str
    true: int = 0
    false: int = 0
    unclear: int = 0
    unlabelled: int = 0

    @property
    def total(self) -> int:
        """All entries, labelled or not."""
        return self.true + self.false + self.unclear + self.unlabelled

    @property
    def precision(self) -> float | None:
        """The share of true ones among those that are true or false; None if there is neither."""
        decided = self.true + self.false
        return self.true / decided if decided else None

    @property
    def interval(self) -> Interval | None:
        """The 95 per cent interval of ``precision``, None where that is None."""
        decided = self.true + self.false
        return wilson(self.true, decided) if decided else None


def wilson(successes: int, trials: int) -> Interval:
    """The 95 per cent score interval of a share (Wilson, JASA 22, 1927), which also holds for few trials.

    Raises ValueError unless 0 <= ``successes`` <= ``trials`` and there is a trial.
    """
    if not 0 <= successes <= trials or trials == 0:
        raise ValueError(f"{successes} of {trials} is no share")
    share, square = successes / trials, _Z * _Z
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    spread = _Z / (1 + square / trials) * sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    # The bounds of none and of all are 0 and 1 exactly, which floats miss.
    low = 0.0 if successes == 0 else max(0.0, centre - spread)
    high = 1.0 if successes == trials else min(1.0, centre + spread)
    return Interval(low, high)


def by_rule(entries: Iterable[Entry]) -> list[Labelled]:
    """One count a code, in their order, and last the one of all under the code ``all``."""
    counts = Counter((entry.code, entry.label) for entry in entries)
    codes = sorted({code for code, _ in counts})
    every = Counter[Label | None]()
    for (_, label), number in counts.items():
        every[label] += number
    of_codes = [_labelled(code, {label: counts[code, label] for label in (*Label, None)}) for code in codes]
    return [*of_codes, _labelled("all", every)]


def _labelled(code: str, numbers: Mapping[Label | None, int]) -> Labelled:
    return Labelled(
        code,
        true=numbers[Label.TRUE],
        false=numbers[Label.FALSE],
        unclear=numbers[Label.UNCLEAR],
        unlabelled=numbers[None],
    )
