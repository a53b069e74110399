"""Short pieces of articles for the files and screens of the gate: one line, a bounded length."""

from __future__ import annotations

import re

QUOTE_LENGTH = 240
_ELLIPSIS = "…"


def folded(text: str) -> str:
    """``text`` on one line, every run of white space one space."""
    return " ".join(text.split())


def excerpt(text: str, around: str = "", *, length: int = QUOTE_LENGTH) -> str:
    """At most ``length`` characters of ``text``, cut between words, that show ``around`` if it is in it.

    ``…`` stands where something was left out. A ``length`` below 3 has no room for a word.
    """
    whole = folded(text)
    if len(whole) <= length:
        return whole
    room = length - 2 * len(_ELLIPSIS)
    part = folded(around).rstrip(".")
    found = re.search(re.escape(part), whole, re.IGNORECASE) if part else None
    at = found.start() if found else 0
    # The part stands in the middle if it fits, and begins the excerpt if it does not.
    start = min(max(0, at - max(0, room - len(part)) // 2), len(whole) - room)
    if start > 0:
        space = whole.find(" ", start, at)
        start = space + 1 if space >= 0 else at
    end = min(start + room, len(whole))
    if end < len(whole):
        space = whole.rfind(" ", start + 1, end + 1)
        end = space if space > start else end
    return f"{_ELLIPSIS if start else ''}{whole[start:end]}{_ELLIPSIS if end < len(whole) else ''}"
