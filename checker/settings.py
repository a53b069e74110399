"""One Settings type; every value has its default here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Across(StrEnum):
    """Which sentences are compared: of different sources, of different articles, or all."""

    SOURCES = "sources"
    ARTICLES = "articles"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run reads, pairs, judges and reports.

    ``encoder`` and ``judge`` are "embedded", or a folder or hub name of a sentence-transformers model
    (needs the extra ``checker[sentence-transformers]``). ``max_pairs`` limits the pairs that are judged
    (None: no limit); the rest is counted in ``pairs_not_examined``. ``min_score`` (0..1) leaves weaker
    findings out of the report and the gate. ``select`` and ``ignore`` hold rule codes or their
    prefixes; empty ``select`` means all. ``jobs`` is the number of worker threads, 0 for one per core.
    """

    across: Across = Across.SOURCES
    keep_furniture: bool = False
    encoder: str = "embedded"
    judge: str = "embedded"
    max_pairs: int | None = None
    min_score: float = 0.0
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 0

    def reported(self) -> dict[str, object]:
        """The settings that change what is found, as they stand in a report (``jobs`` does not)."""
        values = asdict(self)
        for name in ("jobs", "encoder", "judge"):
            values.pop(name)
        values["across"] = str(self.across)
        return values
