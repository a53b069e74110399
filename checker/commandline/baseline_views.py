"""What the commands of ``checker baseline`` print: what was accepted, dropped, found new, and how right."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from checker.gate.baseline import entry_for, with_slashes
from checker.reports.escape import one_line
from checker.reports.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.gate.baseline import Baseline, Diff, Entry, Locate, Quoted, Update
    from checker.gate.labels import Labelled

_SHOWN = 50


def beside(file: str) -> Locate:
    """Paths of articles as a baseline in ``file`` keeps them: relative to its folder, forward slashes.

    So the file is the same for everybody, wherever the repository lies and the command was started. What
    is no file (a record from stdin) keeps its name.
    """
    folder = Path(file).resolve().parent

    def locate(path: str) -> str:
        if not Path(path).exists():
            return with_slashes(path)
        try:
            return with_slashes(os.path.relpath(Path(path).resolve(), folder))
        except ValueError:  # another drive of Windows
            return with_slashes(path)

    return locate


def created(baseline: Baseline, file: str) -> str:
    """One line for a new baseline: ``b.json: 3 findings accepted (CON001 2, NUM001 1)``."""
    return f"{_accepted(baseline, file)}{_codes(baseline.entries)}"


def updated(update: Update, settings: Sequence[str], file: str) -> str:
    """What an update did: its numbers, the ``settings`` that changed, and the entries that went."""
    head = f"{_accepted(update.baseline, file)}: {len(update.added):,} added, {len(update.dropped):,} dropped"
    lines = [head, *(f"setting: {one_line(phrase)}" for phrase in settings)]
    return "\n".join([*lines, *_listed("-", "dropped", update.dropped)])


def diff(compared: Diff, file: str) -> str:
    """What is new, what is gone, and how much is kept."""
    new, gone, kept = (f"{len(part):,}" for part in (compared.new, compared.gone, compared.kept))
    head = f"{one_line(file)}: {new} new, {gone} gone, {kept} kept"
    entries = [entry_for(finding) for finding in compared.new]
    return "\n".join([head, *_listed("+", "new", entries), *_listed("-", "gone", compared.gone)])


def statistics(counted: Sequence[Labelled]) -> str:
    """A table, one rule a line: numbers of labels, precision, its 95 per cent interval."""
    titles = ("rule", "true", "false", "unclear", "unlabelled", "precision", "95% interval")
    rows = [titles, *(_row(each) for each in counted)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(titles))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    decided = counted[-1].true + counted[-1].false
    foot = (
        f"Precision is the share of true among {count(decided, 'finding')} labelled true or false; "
        "the interval is Wilson's."
        if decided
        else "No finding is labelled true or false yet; label some with: checker baseline audit"
    )
    return "\n".join([*(line.rstrip() for line in lines), "", foot])


def statistics_json(counted: Sequence[Labelled]) -> str:
    """The same as one JSON object, by rule; numbers are rounded to four digits, null where undefined."""
    return json.dumps({each.code: _figures(each) for each in counted}, indent=2)


def side_line(side: Quoted) -> str:
    """``Harbour Post (2022-11-06)``, safe to print."""
    return f"{one_line(side.source)} ({one_line(side.published or 'date unknown')})"


def _accepted(baseline: Baseline, file: str) -> str:
    return f"{one_line(file)}: {count(len(baseline.entries), 'finding')} accepted"


def _codes(entries: Iterable[Entry]) -> str:
    codes = Counter(entry.code for entry in entries)
    return f" ({', '.join(f'{one_line(code)} {codes[code]:,}' for code in sorted(codes))})" if codes else ""


def _listed(sign: str, what: str, entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries[:_SHOWN]:
        label = f", labelled {entry.label.value}" if entry.label else ""
        note = f", note: {one_line(entry.note)}" if entry.note else ""
        yield f"{sign} {one_line(entry.code)} {entry.fingerprint} {what}{label}{note}"
        yield from (f"    {side_line(side)}: {one_line(side.quote)}" for side in (entry.a, entry.b))
    if len(entries) > _SHOWN:
        yield f"{sign} and {len(entries) - _SHOWN:,} more {what}"


def _row(each: Labelled) -> tuple[str, ...]:
    numbers = (f"{n:,}" for n in (each.true, each.false, each.unclear, each.unlabelled))
    precision = "-" if each.precision is None else f"{each.precision:.2f}"
    interval = "-" if each.interval is None else f"{each.interval.low:.2f} to {each.interval.high:.2f}"
    return (one_line(each.code), *numbers, precision, interval)


def _figures(each: Labelled) -> dict[str, object]:
    interval = each.interval
    return {
        "true": each.true,
        "false": each.false,
        "unclear": each.unclear,
        "unlabelled": each.unlabelled,
        "precision": None if each.precision is None else round(each.precision, 4),
        "interval": None if interval is None else [round(interval.low, 4), round(interval.high, 4)],
    }
