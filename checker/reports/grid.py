"""The matrix of sources as lines for a terminal: the most involved ones in full, the others counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from checker.reports import matrix, wording
from checker.reports.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.records import Finding
    from checker.reports.look import Look
    from checker.reports.matrix import Matrix

_MOST_SHOWN = 12
_FEWEST_SHOWN = 3
_INDENT = 2
_GAP = 2
_LONGEST_NAME = 32
_SHORTEST_NAME = 12


def grid_lines(findings: Iterable[Finding], look: Look) -> list[Text]:
    """Return who stands against whom, as wide as ``look`` allows; nothing for fewer than three sources.

    Columns bear the numbers of the rows, so that long names cost their width once. Of two sources the
    findings themselves say all.
    """
    table = matrix.conflicts(findings)
    if len(table.sources) < _FEWEST_SHOWN:
        return []
    room = _room(table, look)
    if room < _FEWEST_SHOWN:
        return []
    shown = table.sources[:room]
    lines = [Text("Who stands against whom", "bold")]
    lines += _rows(table, shown, look)
    hidden = len(table.sources) - len(shown)
    if hidden:
        most = table.involved[table.sources[len(shown)]]
        fewer = " or fewer" if most > 1 else ""
        more = f"and {wording.count(hidden, 'more source')}, each in {wording.count(most, 'finding')}{fewer}"
        lines += [
            Text(" " * _INDENT).append_text(line)
            for line in look.wrapped(Text(more, "dim"), look.width - _INDENT)
        ]
    return lines


def _room(table: Matrix, look: Look) -> int:
    """How many sources fit, with a column each, beside names that can still be told apart."""
    cell = _cell_width(table)
    fixed = _INDENT + cell + 1 + _SHORTEST_NAME + _total_width(table)
    return min(_MOST_SHOWN, len(table.sources), (look.width - fixed) // cell)


def _cell_width(table: Matrix) -> int:
    largest = max((*table.pairs.values(), _MOST_SHOWN))
    return len(f"{largest:,}") + _GAP


def _total_width(table: Matrix) -> int:
    return _GAP + max(len("all"), *(len(f"{number:,}") for number in table.involved.values()))


def _rows(table: Matrix, shown: Sequence[str], look: Look) -> list[Text]:
    cell, total = _cell_width(table), _total_width(table)
    taken = _INDENT + cell - _GAP + 1 + len(shown) * cell + total
    room = max(_SHORTEST_NAME, min(_LONGEST_NAME, look.width - taken))
    names = [look.cut(one_line(source), room) for source in shown]
    width = max(map(cell_len, names))
    left = " " * (_INDENT + cell - _GAP + 1 + width)
    header = "".join(f"{number:>{cell}}" for number in range(1, len(shown) + 1))
    lines = [Text(f"{left}{header}{'all':>{total}}", "dim")]
    largest = max(table.pairs.values())
    for number, (source, name) in enumerate(zip(shown, names, strict=True), start=1):
        line = Text(" " * _INDENT).append(f"{number:>{cell - _GAP}} ", "dim")
        line.append(name).append(" " * (width - cell_len(name)))
        for other in shown:
            count = table.between(source, other)
            if count:
                line.append(f"{count:>{cell},}", "bold" if count == largest else "")
            else:
                line.append(f"{look.glyphs.dot:>{cell}}", "dim")
        lines.append(line.append(f"{table.involved[source]:>{total},}", "dim"))
    return lines
