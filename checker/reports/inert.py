"""Text of strangers made inert in Markdown, whether a Markdown or an HTML context surrounds it.

A comment on GitHub is read three times: as Markdown, as HTML, and once more for mentions, references and
addresses in the text that came out. Against the first two every character that means something becomes a
numeric entity, which stands for itself in both and begins no structure. The third sees the text after
entities are resolved, so there a zero-width space parts what it looks for: ``@name``, ``#12``, ``GH-12``,
``!12``, ``https://``, ``www.``, hashes of commits, and the names of emoji between colons. The dollar sign,
which begins a formula, stands in a ``span``, as GitHub's documentation asks for.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from checker.reports.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = "&#8203;"
_DOLLAR = "<span>$</span>"
#: What stands for the rest of a text that was cut.
ELLIPSIS = "…"

#: Characters that Markdown or HTML give a meaning wherever they stand.
_MEANS_SOMETHING = frozenset("&<>\\`*_[]~|{}^")
_BACKTICKS = re.compile("`+")
#: At the beginning of a line these begin a heading, a list, a quotation or a rule.
_BEGINS_A_BLOCK = re.compile(r"(\d{0,9})([.)#+=:-])")
#: What is looked for in the text that a reader sees, and the place after which a gap parts it.
_LIVE = re.compile(
    r"[@#]"  # mentions, issues
    r"|[!%~&](?=\w)"  # merge requests, milestones, labels and epics of GitLab
    r"|GH-(?=\d)"
    r"|:(?=[\w+-]+:)"  # :emoji:
    r"|:(?=//)|(?:mailto|xmpp):"
    r"|www(?=\.)"
    r"|[0-9a-f]{6}(?=[0-9a-f])",  # commits: no seven hexadecimal digits stay together
    re.IGNORECASE,
)


def inert(text: str, longest: int | None = None) -> str:
    """Return ``text`` as one line of Markdown that shows it and does nothing else.

    Hidden characters become visible (``checker.reports.escape``). What would be longer than ``longest``, at
    least 1, by the measure of ``length`` is cut, with an ellipsis as its last.
    """
    return inert_line(one_line(text), longest)


def inert_line(line: str, longest: int | None = None) -> str:
    """Return ``line``, which is one line already, as Markdown that shows it and does nothing else.

    White space at its ends is kept, so that parts of a sentence can be made inert one by one. ``longest`` is
    that of ``inert``.
    """
    pieces = list(_pieces(line))
    whole = "".join(pieces)
    if longest is None or length(whole) <= longest:
        return whole
    ends = accumulate(map(length, pieces))
    kept = "".join(piece for piece, end in zip(pieces, ends, strict=True) if end < longest)
    return f"{kept.rstrip()}{ELLIPSIS}"


def code(text: str, longest: int) -> str:
    """Return ``text`` as a code span, to be copied as it is; nothing is looked for in one.

    Only for Markdown contexts: in HTML the backticks would show. Text of more than ``longest`` code points,
    at least 1, is cut, with an ellipsis as its last.
    """
    line = one_line(text)
    if len(line) > longest:
        line = line[: longest - 1] + ELLIPSIS
    runs = [len(run) for run in _BACKTICKS.findall(line)]
    fence = "`" * next(size for size in range(1, len(runs) + 2) if size not in runs)
    # The spaces part the fence from backticks inside; Markdown takes one off at each end.
    padding = " " if runs or line.startswith(" ") or not line else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def length(text: str) -> int:
    """Return the length of ``text`` as GitHub counts it at most: in UTF-16 units, two for an emoji."""
    return len(text) + sum(character > "\uffff" for character in text)


def _pieces(line: str) -> Iterator[str]:
    """What stands for each character of ``line``, whole: a cut between two pieces breaks no entity."""
    begin = _BEGINS_A_BLOCK.match(line)
    guarded = begin.start(2) if begin else -1
    gaps = {match.end() for match in _LIVE.finditer(line)}
    for at, character in enumerate(line):
        gap = _GAP if at + 1 in gaps else ""
        if character == "$":
            yield _DOLLAR
        elif at == guarded or character in _MEANS_SOMETHING:
            yield f"&#{ord(character)};{gap}"
        else:
            yield character + gap
