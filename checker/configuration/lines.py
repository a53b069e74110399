"""On which line of a TOML text a value stands; the parser of Python's library does not tell.

The text is valid TOML when it comes here, which makes the reading short: all that matters is where keys
begin and values end.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.configuration.mistakes import Place

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
# Three quotes end a string of several lines, and up to two more before them belong to it.
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}\n#]*")


def lines_of(text: str) -> dict[Place, int]:
    """The line (from 1) of each table, key and list item of ``text``, which must be valid TOML.

    A table that no header names of its own stands where it is first named.
    """
    reader = _Reader(text)
    reader.read()
    return reader.lines


class _Reader:
    """Walks over a text; ``at`` is the place in it, ``lines`` what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Place, int] = {}
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        #: How many tables each [[list of tables]] has so far.
        self._tables: dict[Place, int] = {}

    def read(self) -> None:
        table: Place = ()
        self._pass(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._pass(_BLANK)

    def _header(self) -> Place:
        start = self.at
        is_list = self.text.startswith("[[", start)
        self.at += 2 if is_list else 1
        *outer, last = self._key()
        self.at += 2 if is_list else 1
        table: Place = ()
        for part in outer:
            table = self._noted((*table, part), start)
            # Within a list of tables a header speaks of the last one.
            table = (*table, self._tables[table] - 1) if table in self._tables else table
        table = self._noted((*table, last), start)
        if is_list:
            self._tables[table] = self._tables.get(table, 0) + 1
            table = self._noted((*table, self._tables[table] - 1), start)
        else:
            # The table's own header says more than that of a table within it, which may come before.
            self.lines[table] = self._line(start)
        return table

    def _pair(self, table: Place) -> None:
        start = self.at
        place = table
        for part in self._key():
            place = self._noted((*place, part), start)
        self.at += 1  # the equals sign
        self._value(place)

    def _key(self) -> list[str]:
        """The parts of a dotted key; what follows it is next."""
        parts = []
        while True:
            self._pass(_SPACE)
            bare = _BARE_KEY.match(self.text, self.at)
            if bare:
                self.at = bare.end()
                parts.append(bare[0])
            else:
                quoted = self._pass(_STRING)
                parts.append(tomllib.loads(f"key = {quoted}")["key"])
            self._pass(_SPACE)
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def _value(self, place: Place) -> None:
        self._pass(_SPACE)
        match self.text[self.at]:
            case "'" | '"':
                self._pass(_STRING)
            case "[":
                self._items(place)
            case "{":
                self._inline_table(place)
            case _:
                self._pass(_PLAIN_VALUE)

    def _items(self, place: Place) -> None:
        self.at += 1
        number = 0
        self._pass(_BLANK)
        while self.text[self.at] != "]":
            self._value(self._noted((*place, number), self.at))
            number += 1
            self._pass_comma()
        self.at += 1

    def _inline_table(self, place: Place) -> None:
        self.at += 1
        self._pass(_BLANK)
        while self.text[self.at] != "}":
            self._pair(place)
            self._pass_comma()
        self.at += 1

    def _pass_comma(self) -> None:
        self._pass(_BLANK)
        if self.text[self.at] == ",":
            self.at += 1
            self._pass(_BLANK)

    def _pass(self, expression: re.Pattern[str]) -> str:
        match = expression.match(self.text, self.at)
        assert match is not None, f"no valid TOML at character {self.at}"
        self.at = match.end()
        return match[0]

    def _noted(self, place: Place, start: int) -> Place:
        self.lines.setdefault(place, self._line(start))
        return place

    def _line(self, start: int) -> int:
        return bisect_left(self._breaks, start) + 1
