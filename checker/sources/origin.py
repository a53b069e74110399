"""Where an article comes from, in the form that ids, reports and messages use."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Origin:
    """A file as it was named: ``path`` with forward slashes, ``source`` the stem of its name.

    Bytes of a name that are not UTF-8 stand as ``\\xNN`` in both, so that they can be printed.
    """

    path: str
    source: str


def origin_of(path: str) -> Origin:
    """The origin of a path as given; ``-`` is standard input, whose source is ``stdin``."""
    if path == "-":
        return Origin("-", "stdin")
    shown = printable(path)
    slashed = shown.replace(os.sep, "/") if os.sep != "/" else shown
    return Origin(slashed, printable(PurePath(path).stem) or slashed)


def printable(path: str) -> str:
    """A path without characters that cannot be written as UTF-8."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")
