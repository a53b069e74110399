"""An audit: one accepted finding after the other, one key each. States and keys only, no terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.gate.baseline import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.gate.baseline import Baseline, Entry


class Key(StrEnum):
    """What a reviewer can press."""

    TRUE = "t"
    FALSE = "f"
    UNCLEAR = "u"
    SKIP = "s"
    NOTE = "n"
    BACK = "b"
    QUIT = "q"


LABELS: Mapping[Key, Label] = MappingProxyType(
    {Key.TRUE: Label.TRUE, Key.FALSE: Label.FALSE, Key.UNCLEAR: Label.UNCLEAR}
)


@dataclass(frozen=True, slots=True)
class Audit:
    """Where a reviewer stands: ``queue`` holds the places of the entries to see, ``at`` a place in it."""

    baseline: Baseline
    queue: tuple[int, ...]
    at: int = 0

    @property
    def entry(self) -> Entry | None:
        """The entry to judge now; None when the queue is through."""
        return self.baseline.entries[self.queue[self.at]] if self.at < len(self.queue) else None


def begin(baseline: Baseline, *, codes: tuple[str, ...] = (), again: bool = False) -> Audit:
    """An audit of the entries without a label, or of all ``again``; ``codes`` (prefixes) choose rules.

    They come in the order of their fingerprints, which is as good as drawn by lot: whoever stops after a
    hundred has labelled a random sample.
    """
    queue = tuple(
        place
        for place, entry in enumerate(baseline.entries)
        if (again or entry.label is None) and (not codes or entry.code.startswith(codes))
    )
    return Audit(baseline, queue)


def press(audit: Audit, key: Key, note: str = "") -> Audit:
    """The audit after ``key``; ``note`` is what was written for ``Key.NOTE`` ("" removes the note).

    A label moves on to the next entry, a note stays. Going back from the first one stays there; ``QUIT``
    changes nothing, as leaving is the caller's.
    """
    if key is Key.BACK:
        return replace(audit, at=max(0, audit.at - 1))
    entry = audit.entry
    if entry is None or key is Key.QUIT:
        return audit
    if key is Key.NOTE:
        return _with(audit, replace(entry, note=" ".join(note.split())))
    if key in LABELS:
        audit = _with(audit, replace(entry, label=LABELS[key]))
    return replace(audit, at=audit.at + 1)


def _with(audit: Audit, entry: Entry) -> Audit:
    place = audit.queue[audit.at]
    entries = audit.baseline.entries
    changed = (*entries[:place], entry, *entries[place + 1 :])
    return replace(audit, baseline=replace(audit.baseline, entries=changed))
