"""The embedded judge: a small cross-encoder looks at every pair, a large one at the suspicious few.

Most candidate pairs are plainly no conflict. The screen, many times faster, reads each pair in one order
only; what looks suspicious goes to the judge, which reads both orders.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker import judges
from checker.judges import CONTRADICTION
from checker.judges.embedded import EmbeddedCrossEncoder
from checker.models import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.judges import Probabilities, Texts
    from checker.records import Judgement


class CascadeJudge:
    """Screen and judge, each loaded when it reads its first pair."""

    reads_contexts = True

    def __init__(self, *, jobs: int = 0) -> None:
        self._jobs = jobs
        self._name = files.find("judge").name

    @cached_property
    def _judge(self) -> EmbeddedCrossEncoder:
        return EmbeddedCrossEncoder("judge", jobs=self._jobs)

    @property
    def name(self) -> str:
        """What the report calls it."""
        return self._name

    def screen(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> list[float]:
        """The small model's contradiction of each pair, in the given order only."""
        if not pairs:
            return []
        small = EmbeddedCrossEncoder("screen", jobs=self._jobs)
        parts = [small.windows(a, b) for a, b in pairs]
        read = [part for of_pair in parts for part in of_pair]
        rows = small.probabilities(read, progress=_in_terms_of(len(pairs), len(read), progress))
        contradiction = iter(rows[:, CONTRADICTION])
        return [round(max(float(next(contradiction)) for _ in of_pair), judges.DIGITS) for of_pair in parts]

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        """Both directions of every pair, by the judge."""
        if not pairs:
            return []

        def read(directions: Texts) -> Probabilities:
            told = _in_terms_of(2 * len(pairs), len(directions), progress)
            return self._judge.probabilities(directions, progress=told)

        return judges.both_ways(pairs, read, self._judge.windows)


def _in_terms_of(
    wanted: int, read: int, progress: Callable[[int], None] | None
) -> Callable[[int], None] | None:
    """Progress told in pairs, though windows are read (more), or not every pair (fewer)."""
    return None if progress is None else lambda done: progress(done * wanted // read)
