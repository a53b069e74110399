"""Markup to lines of text: one block element a line, in the order in which they stand.

Headings begin with ``## `` and items of lists with ``- `` where lines are marked, as Markdown does, so
that later steps need not guess what they are; the cells of a table's row are divided by `` | ``.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The elements of HTML, and those of the main-text extraction (head, item, quote, row, cell, lb).
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 head".split())
_ITEMS = frozenset("li item".split())
_CELLS = frozenset("td th cell".split())
_BLOCKS = (
    frozenset(
        "address article aside blockquote body br button caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form frameset header hgroup hr lb legend list main menu nav ol "
        "optgroup option p pre quote row section select summary table tbody textarea tfoot thead tr "
        "ul".split()
    )
    | _HEADINGS
    | _ITEMS
)
_PREFORMATTED = frozenset("pre textarea".split())
#: What is never seen on a page. The title stands in the window's frame.
_HIDDEN = frozenset("noscript script style template title".split())
_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """Takes elements and text in document order, and makes lines of them."""

    def __init__(self, marks: Literal["marked", "plain"]) -> None:
        self._marked = marks == "marked"
        self._done: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._hidden = 0
        self._preformatted = 0

    def start(self, tag: str) -> None:
        """An element begins."""
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _CELLS:
            self._divide()
        elif tag in _BLOCKS:
            self._break()
            if self._marked and tag in _HEADINGS:
                self._mark = "## "
            elif self._marked and tag in _ITEMS:
                self._mark = "- "
            self._preformatted += tag in _PREFORMATTED

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self._break()
            if tag in _HEADINGS or tag in _ITEMS:
                self._mark = ""
            if tag in _PREFORMATTED:
                self._preformatted = max(0, self._preformatted - 1)

    def text(self, data: str | None) -> None:
        """Text inside the elements that have begun."""
        if not data or self._hidden:
            return
        if not self._preformatted:
            self._line.append(data)
            return
        first, *others = _BREAK.split(data)
        self._line.append(first)
        for line in others:
            self._break()
            self._line.append(line)

    def finish(self) -> str:
        """All lines, without empty ones."""
        self._break()
        return "\n".join(self._done)

    def _divide(self) -> None:
        if any(part.strip() for part in self._line):
            self._line.append(" | ")

    def _break(self) -> None:
        words = " ".join("".join(self._line).split())
        self._line = []
        # A row may end in empty cells.
        while words.endswith(" |"):
            words = words[:-2]
        if words:
            self._done.append(self._mark + words)
            self._mark = ""


def lines_of(tree: _Element, marks: Literal["marked", "plain"]) -> str:
    """The text of a tree of HTML, or of what the main-text extraction made of it."""
    from lxml.etree import iterwalk

    lines = Lines(marks)
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if event == "start":
            lines.start(tag)
            lines.text(element.text)
        else:
            lines.end(tag)
            if element is not tree:
                lines.text(element.tail)
    return lines.finish()


def lines_without_a_tree(markup: str) -> str:
    """The visible text of markup that is nested too deeply for a tree."""
    reader = _Events()
    reader.feed(markup)
    reader.close()
    return reader.lines.finish()


class _Events(HTMLParser):
    """The events of the standard library's parser, which knows no depth."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = Lines("plain")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.lines.start(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.lines.start(tag)
        self.lines.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.lines.end(tag)

    def handle_data(self, data: str) -> None:
        self.lines.text(data)
