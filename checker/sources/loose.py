"""Prose that stands loose in the divisions of a page, put into paragraphs.

The main-text extraction looks for paragraphs. Pages that write some of theirs as ``<div>Text</div>``, or
as text between line breaks, would lose these in silence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DIVISIONS = ("article", "center", "div", "main", "section")
_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del em font i ins kbd mark q s samp small span strike strong sub sup "
    "time tt u var wbr".split()
)
_SENTENCE_END = re.compile(r"[.!?…]")
#: Characters below which loose text is rather a label, a credit line or a button.
_SHORTEST = 80
_MOST_LINKED = 0.5


def wrap_loose_prose(tree: HtmlElement) -> None:
    """Put every stretch of loose prose in the divisions of ``tree`` into a ``p`` of its own, in place."""
    for division in list(tree.iter(*_DIVISIONS)):
        stretches = _stretches(division)
        if any(_is_prose(stretch) for stretch in stretches):
            _rebuild(division, stretches)


def _stretches(division: HtmlElement) -> list[list[str | HtmlElement]]:
    """The text and elements of a division in order; what can be one paragraph is one stretch.

    A block element is a stretch of its own, and so are two line breaks in a row.
    """
    stretches: list[list[str | HtmlElement]] = [[division.text or ""]]
    broken = False
    for child in division:
        inline = child.tag in _INLINE
        twice = broken and child.tag == "br"
        if inline and not twice:
            stretches[-1].append(child)
        else:
            stretches += [[child], []]
        stretches[-1].append(child.tail or "")
        broken = child.tag == "br" and not (child.tail or "").strip()
    return stretches


def _is_prose(stretch: list[str | HtmlElement]) -> bool:
    if not isinstance(stretch[0], str) and stretch[0].tag not in _INLINE:
        return False
    text = "".join(piece if isinstance(piece, str) else piece.text_content() for piece in stretch).strip()
    if len(text) < _SHORTEST or not _SENTENCE_END.search(text):
        return False
    links = (link for piece in stretch if not isinstance(piece, str) for link in piece.iter("a"))
    return sum(len(link.text_content()) for link in links) < _MOST_LINKED * len(text)


def _rebuild(division: HtmlElement, stretches: list[list[str | HtmlElement]]) -> None:
    for child in list(division):
        division.remove(child)
        child.tail = None
    division.text = None
    for stretch in stretches:
        into = division
        if _is_prose(stretch):
            into = division.makeelement("p")
            division.append(into)
        for piece in stretch:
            if not isinstance(piece, str):
                into.append(piece)
            elif len(into):
                into[-1].tail = (into[-1].tail or "") + piece
            else:
                into.text = (into.text or "") + piece
