"""The examples of a rule's documentation as data: two sentences each, and what was noted beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTION = re.compile(r"^## (?P<title>.+?)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^- (?P<item>.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(
    r'"(?P<a>[^"]+)"(?: \((?P<note_a>[^()]+)\))? / "(?P<b>[^"]+)"(?: \((?P<note_b>[^()]+)\))?'
    r"(?: \((?P<remark>[^()]+)\))?"
)


@dataclass(frozen=True)
class Example:
    """Two sentences, each with the note behind it ("" without one), and what is noted of both."""

    a: str
    b: str
    note_a: str = ""
    note_b: str = ""
    remark: str = ""


def sections(documentation: str) -> dict[str, str]:
    """The parts of a documentation by their headings."""
    return {match["title"]: match["body"] for match in _SECTION.finditer(documentation)}


def examples(documentation: str, section: str) -> list[Example]:
    """The examples below the heading ``section``; every list item must be one."""
    return list(_examples(sections(documentation).get(section, "")))


def _examples(body: str) -> Iterator[Example]:
    for item in _ITEM.finditer(body):
        line = " ".join(item["item"].split())
        match = _EXAMPLE.fullmatch(line)
        assert match is not None, f"not an example of two quoted sentences: {line}"
        yield Example(**{name: value or "" for name, value in match.groupdict().items()})
