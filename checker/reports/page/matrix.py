"""Which source stands against which, as a square of numbers drawn in SVG.

Every number is a link that filters the findings to this pair of sources; the script of the page reads
the address. The square is symmetric; its upper half is for the mouse only, so that the tab key meets
each pair once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from checker.reports import wording
from checker.reports.escape import one_line
from checker.reports.matrix import Matrix, conflicts
from checker.reports.page.tree import Element, Node, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.records import Finding

_MOST_SOURCES = 20
_CELL = 26
_LETTER = 8
_LONGEST_NAME = 24
_LEVELS = 4
_THOUSAND = 1000


def matrix(findings: Iterable[Finding]) -> Element | None:
    """Return the figure, or None without findings; beyond 20 sources, those in most findings."""
    counts = conflicts(findings)
    if not counts.sources:
        return None
    names = sorted(counts.sources[:_MOST_SOURCES])
    hidden = len(counts.sources) - len(names)
    caption = "Findings between two sources. Choose a number to read them."
    if hidden:
        caption += f" {wording.count(hidden, 'source')} in fewer findings left out."
    return element(
        "figure",
        element(
            "div",
            _drawing(names, counts),
            class_="scroll",
            tabindex="0",
            role="group",
            aria_label="Findings between two sources",
        ),
        element("figcaption", caption),
        class_="matrix",
    )


def _drawing(names: list[str], counts: Matrix) -> Element:
    labels = [_shortened(one_line(name)) for name in names]
    left = max(map(len, labels)) * _LETTER + _CELL
    heaviest = max(counts.pairs.values())
    drawn: list[Node] = []
    for row, (name, label) in enumerate(zip(names, labels, strict=True)):
        middle = str((row + 1) * _CELL + _CELL // 2)
        number = str(row + 1)
        column = str(left + row * _CELL + _CELL // 2)
        drawn += [
            element("text", number, x=column, y=str(_CELL // 2), class_="number"),
            element("text", number, x=str(_CELL // 2), y=middle, class_="number"),
            element("text", element("title", one_line(name)), label, x=str(_CELL), y=middle, class_="name"),
        ]
        for at, other in enumerate(names):
            count = counts.between(name, other)
            drawn.append(
                _cell(
                    one_line(name), one_line(other), count, heaviest, left + at * _CELL, row, is_copy=at > row
                )
                if count
                else _empty(left + at * _CELL, row, own=at == row)
            )
    side = len(names) * _CELL
    return element("svg", *drawn, width=str(left + side + 1), height=str(side + _CELL + 1))


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _brief(count: int) -> str:
    """Three signs fit into a cell; the exact number stands in its title."""
    return str(count) if count < _THOUSAND else f"{min(count // _THOUSAND, 99)}k"


def _empty(x: int, row: int, *, own: bool) -> Element:
    size, y = str(_CELL - 2), str((row + 1) * _CELL + 1)
    return element("rect", x=str(x + 1), y=y, width=size, height=size, class_="own" if own else "none")


def _cell(name: str, other: str, count: int, heaviest: int, x: int, row: int, *, is_copy: bool) -> Element:
    level = max(1, -(-_LEVELS * count // heaviest))
    size, y = str(_CELL - 2), (row + 1) * _CELL
    words = f"{name} against {other}: {wording.count(count, 'finding')}"
    return element(
        "a",
        element("title", words),
        element("rect", x=str(x + 1), y=str(y + 1), width=size, height=size),
        element("text", _brief(count), x=str(x + _CELL // 2), y=str(y + _CELL // 2)),
        href=f"#{urlencode({'source': name, 'against': other})}",
        class_=f"level-{level}",
        aria_label=None if is_copy else words,
        aria_hidden="true" if is_copy else None,
        tabindex="-1" if is_copy else None,
    )
