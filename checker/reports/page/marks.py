"""A quotation cut into pieces by what was seen in it: the claim, what clashes, what attributes it.

Evidence counts in code points of the article and the page shows the sentence folded into one line, so
offsets are carried over here, once, and the page's script never counts characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.records import Finding, Side, Span
from checker.reports.escape import one_line
from checker.reports.page.tree import Node, element
from checker.reports.quotes import quotes

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mark(StrEnum):
    """Why a piece of a quotation is marked; the names are those of the style sheet."""

    CLAIM = "claim"
    CUE = "cue"
    CLASH = "clash"
    DIFFERS = "differs"


_JUDGES = {"nli": Mark.CLAIM, "attribution": Mark.CUE}
_MARKED = frozenset({Mark.CLASH, Mark.DIFFERS})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation and all that marks it, sorted."""

    text: str
    marks: tuple[Mark, ...] = ()


def shown_span(text: str, start: int, end: int) -> Span | None:
    """Return where ``text[start:end]`` stands in ``one_line(text)``; None if nothing of it is left.

    Offsets beyond ``text`` are cut to it.
    """
    # A letter at the end keeps the space before it, which folding would cut from the end of a line.
    first = len(one_line(text[: max(start, 0)] + "x")) - 1
    last = len(one_line(text[: max(end, 0)]))
    return Span(first, last) if first < last else None


def pieces(finding: Finding) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both quotations, each as pieces whose texts joined are the sentence in one line.

    What a judge saw clash is ``CLASH``; where none saw anything, the words that the other claim lacks are
    marked more quietly, as ``DIFFERS``.
    """
    first, second = quotes(finding)
    return (
        _cut(first.text, _marked(finding, finding.a, "a", first.claim, first.clashing)),
        _cut(second.text, _marked(finding, finding.b, "b", second.claim, second.clashing)),
    )


def quotation(parts: Iterable[Piece]) -> list[Node]:
    """Return ``parts`` as nodes: text, ``<mark>`` for what clashes or differs, ``<span>`` for the rest."""
    return [
        element("mark" if _MARKED & set(part.marks) else "span", part.text, class_=" ".join(part.marks))
        if part.marks
        else part.text
        for part in parts
    ]


def _marked(
    finding: Finding, side: Side, name: str, claim: Span, clashing: tuple[Span, ...]
) -> list[tuple[Mark, Span]]:
    found = []
    for each in finding.evidence:
        span = shown_span(side.text, each.start - side.start, each.end - side.start)
        if each.side == name and span is not None:
            found.append((_JUDGES.get(each.judge, Mark.CLASH), span))
    kinds = {mark for mark, _ in found}
    if Mark.CLAIM not in kinds:
        found.append((Mark.CLAIM, claim))
    if Mark.CLASH not in kinds:
        found += [(Mark.DIFFERS, span) for span in clashing]
    return found


def _cut(text: str, marked: list[tuple[Mark, Span]]) -> tuple[Piece, ...]:
    edges = {0, len(text)}
    for _, span in marked:
        edges |= {min(span.start, len(text)), min(span.end, len(text))}
    ordered = sorted(edges)
    return tuple(
        Piece(
            text[start:end],
            tuple(sorted({mark for mark, span in marked if span.start <= start and end <= span.end})),
        )
        for start, end in pairwise(ordered)
    )
