"""The title of a plain text: its first line, if it looks like one."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
_MOST_WORDS = 25
_LONGEST_TITLE = 160
_FIRST_LINES = 8
_HEAD = 2000


def title_of(text: str) -> str | None:
    """The first line of words if it is a title: short, without a final full stop, before longer text.

    Lines of fewer than three words before it (a temperature, a date, a section) are passed over. The
    title stays in the text; offsets are those of the text as read.
    """
    head = text[:_HEAD].lstrip()
    for line in head.splitlines()[:_FIRST_LINES]:
        title = line.strip()
        if len(_WORD.findall(title[: 2 * _LONGEST_TITLE])) < _FEWEST_WORDS:
            continue
        short = len(title) <= _LONGEST_TITLE and len(title.split()) <= _MOST_WORDS
        ends_open = title.rstrip("\"'”’»)")[-1:] not in ".;:,"
        rest = head.partition(line)[2].strip()
        return title if short and ends_open and len(rest) > len(title) else None
    return None
