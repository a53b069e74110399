"""The lines of an article's text, put together again where a paragraph was wrapped by hand.

A line is a trimmed stretch of text without line breaks; a hard-wrapped paragraph (mail, plain-text
files) counts as one line. Text of any line ending is read as it is: offsets stay those of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

#: From the first visible character of a line to its end.
_LINE = re.compile(r"\S[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_FINAL_STOP = re.compile(r"[.!?…]['\"”’»)\]\s]*\Z")
_ENDS_OPEN = re.compile(r"[.!?…:;,]['\"”’»)\]\s]*\Z")

_PROSE_LENGTH = 60
_PROSE_LENGTH_WITHOUT_STOP = 160
_HEADING_WORDS = 20
_HEADING_LENGTH = 160
_TAIL = 40
_WIDEST_WRAP = 120
_FEWEST_WRAPPED_PAIRS = 3
_WRAPPED_SHARE = 0.4
_FULL_LINE = 0.85


class Line(NamedTuple):
    """Code points ``start`` to ``end`` of an article, trimmed; ``after_blank``: an empty line precedes."""

    start: int
    end: int
    after_blank: bool


def lines(text: str) -> list[Line]:
    """The lines of a text with visible characters, hard-wrapped paragraphs joined."""
    found: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text[end - 1].isspace():
            end = start + len(match.group().rstrip())
        gap = text[previous:start]
        blank = bool(found) and (gap == "\n\n" or (len(gap) > 1 and len(_BREAK.findall(gap)) > 1))
        found.append(Line(start, end, blank))
        previous = end
    return _unwrapped(text, found) if _is_wrapped(text, found) else found


def _is_wrapped(text: str, found: list[Line]) -> bool:
    """Whether most lines go on in lower case on the next one: paragraphs were broken at a fixed width."""
    pairs = [(a, b) for a, b in pairwise(found) if not b.after_blank and a.end - a.start <= _WIDEST_WRAP]
    if len(pairs) < _FEWEST_WRAPPED_PAIRS or 2 * len(pairs) < len(found) - 1:
        return False
    return sum(text[b.start].islower() for _, b in pairs) >= _WRAPPED_SHARE * len(pairs)


def _unwrapped(text: str, found: list[Line]) -> list[Line]:
    width = max(line.end - line.start for line in found if line.end - line.start <= _WIDEST_WRAP)
    joined = [found[0]]
    last = found[0]
    for line in found[1:]:
        first_word = len(text[line.start : line.end].split(None, 1)[0])
        would_fit = last.end - last.start + 1 + first_word <= _FULL_LINE * width
        if line.after_blank or would_fit:
            joined.append(line)
        else:
            joined[-1] = Line(joined[-1].start, line.end, joined[-1].after_blank)
        last = line
    return joined


def is_prose(line: str) -> bool:
    """Whether a line reads like a paragraph: long, and with a final stop unless it is very long."""
    if len(line) >= _PROSE_LENGTH_WITHOUT_STOP:
        return True
    return len(line) >= _PROSE_LENGTH and _FINAL_STOP.search(line[-_TAIL:]) is not None


def is_heading(line: str) -> bool:
    """Whether a line reads like a headline or a subheading: short and without final punctuation."""
    if len(line) > _HEADING_LENGTH or _ENDS_OPEN.search(line[-_TAIL:]):
        return False
    return len(line.split()) <= _HEADING_WORDS
