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

    from checker.judges import Texts
    from checker.records import Judgement


class CascadeJudge:
    """Screen and judge, each loaded when it reads its first pair."""

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
        probabilities = small.probabilities(pairs, progress=progress)
        return [round(float(row[CONTRADICTION]), judges.DIGITS) for row in probabilities]

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        """Both directions of every pair, by the judge."""
        if not pairs:
            return []
        both = [*pairs, *((b, a) for a, b in pairs)]
        probabilities = self._judge.probabilities(both, progress=progress)
        return judges.symmetric(probabilities[: len(pairs)], probabilities[len(pairs) :])
