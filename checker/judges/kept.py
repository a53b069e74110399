"""A judge that reads each pair once, and then finds what it said in the cache."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

from checker.records import Judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.cache import Cache
    from checker.judges import Judge, Texts

_GLANCE = struct.Struct("<d")

#: Contradiction, entailment, neutral and the order's own contradiction, of both orders; NaN stands for None.
_BOTH = struct.Struct("<8d")


class KeptJudge:
    """``judge`` with its readings kept; ``identity`` tells its weights from all others."""

    def __init__(self, judge: Judge, identity: str, cache: Cache) -> None:
        self._judge, self._cache = judge, cache
        self._identity = identity
        self.reads_contexts = judge.reads_contexts

    @property
    def name(self) -> str:
        """What the report calls it."""
        return self._judge.name

    def screen(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> list[float]:
        """For each pair, how contradictory it looks at a quick glance, in 0..1."""

        def read(places: list[int]) -> Iterator[bytes]:
            told = _beginning_at(places[-1] + 1 - len(places), progress)
            glances = self._judge.screen([pairs[place] for place in places], progress=told)
            return (_GLANCE.pack(glance) for glance in glances)

        found = list(self._cache.through(f"glance {self._identity}", pairs, read))
        if progress is not None:
            progress(len(pairs))
        return [_GLANCE.unpack(value)[0] for value in found]

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        """Both directions of every pair."""

        def read(places: list[int]) -> Iterator[bytes]:
            told = _beginning_at(2 * (places[-1] + 1 - len(places)), progress)
            judged = self._judge.score([pairs[place] for place in places], progress=told)
            return (_BOTH.pack(*_numbers(forward), *_numbers(reverse)) for forward, reverse in judged)

        numbers = [
            _BOTH.unpack(value) for value in self._cache.through(f"reading {self._identity}", pairs, read)
        ]
        if progress is not None:
            progress(2 * len(pairs))
        return [(_judgement(*each[:4]), _judgement(*each[4:])) for each in numbers]


def _beginning_at(known: int, progress: Callable[[int], None] | None) -> Callable[[int], None] | None:
    """Progress over all pairs, told by one who reads those of a part that are not known.

    What is before the last of them is known, was read before, or is one of them.
    """
    return None if progress is None else lambda done: progress(known + done)


def _numbers(judgement: Judgement) -> tuple[float, float, float, float]:
    alone = math.nan if judgement.alone is None else judgement.alone
    return judgement.contradiction, judgement.entailment, judgement.neutral, alone


def _judgement(contradiction: float, entailment: float, neutral: float, alone: float) -> Judgement:
    return Judgement(contradiction, entailment, neutral, None if math.isnan(alone) else alone)
