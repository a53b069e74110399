"""Where in a file a side stands, as far as its file has lines: for the formats that point into files.

A sentence of a text file has a line and a column. One of a record (a line of JSON, a row of a table, an
item of a feed) has the record's line, for its text stands there in another spelling. A page's text has
other lines than its markup, and compressed and binary files have none: of those only the file is known.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.records import Finding, Side

_ABSOLUTE = re.compile(r"/|[A-Za-z]:[/\\]")
_UNRESERVED_IN_A_PATH = "/"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file; what is None is not known. Lines and columns count from 1, columns in code points.

    ``end_column`` is that after the last code point, as in SARIF.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def place(side: Side) -> Place | None:
    """Return where ``side`` stands, or None if it was in no file (made in Python, or read from stdin)."""
    from checker.sources.recognise import COMPRESSED, SUFFIXES, Format, suffix_of

    if side.path is None or side.path == "-":
        return None
    kind = SUFFIXES.get(suffix_of(side.path), Format.PLAIN)
    if side.path.lower().endswith(tuple(COMPRESSED)) or kind in (Format.HTML, Format.PARQUET, Format.WARC):
        return Place(side.path)
    if kind not in (Format.PLAIN, Format.MARKDOWN):
        return Place(side.path, side.line)
    breaks = side.text.count("\n")
    last_line = side.text[side.text.rfind("\n") + 1 :]
    end_column = len(last_line) + (1 if breaks else side.column)
    return Place(side.path, side.line, side.column, side.line + breaks, end_column)


def pointed_at(finding: Finding, drafts: Sequence[str]) -> tuple[Side, Side]:
    """Return the side to point at and the other one: side a first, unless side b alone is a draft.

    ``drafts`` are the files, folders and patterns that were checked against others. Their authors look at a
    draft and its lines, and code scanning shows nothing but what lies in the files of a pull request.
    """
    a, b = finding.a, finding.b
    return (b, a) if _is_in(b, drafts) and not _is_in(a, drafts) else (a, b)


def _is_in(side: Side, drafts: Sequence[str]) -> bool:
    path = side.path
    if path is None:
        return False
    slashed = [draft.replace(os.sep, "/").rstrip("/") for draft in drafts]
    return any(path == each or path.startswith(f"{each}/") or fnmatchcase(path, each) for each in slashed)


def is_absolute(path: str) -> bool:
    """Tell whether ``path`` begins at a root or a drive."""
    return _ABSOLUTE.match(path) is not None


def uri(path: str) -> str:
    """Return ``path`` as a URI reference: relative ones stay relative, absolute ones become ``file:``.

    All but unreserved characters and slashes is percent-encoded as UTF-8, so no path of a stranger is
    taken for a scheme, a query or a fragment. A leading ``./`` is left out.
    """
    from urllib.parse import quote

    slashed = path.replace("\\", "/") if _ABSOLUTE.match(path) else path
    while slashed.startswith("./"):
        slashed = slashed[2:].lstrip("/")
    encoded = quote(slashed or ".", safe=_UNRESERVED_IN_A_PATH, errors="backslashreplace")
    if not is_absolute(path):
        return encoded
    # The colon of a drive is the one reserved character that must stand as it is.
    return "file:///" + re.sub("^([A-Za-z])%3A", r"\1:", encoded).lstrip("/")
