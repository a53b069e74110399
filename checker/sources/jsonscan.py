"""Values of a JSON text one after the other, without holding the text: the standard decoder over a window."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.sources.textstream import TextStream

#: Characters that are read at once, and the least that a window grows by.
WINDOW = 1 << 18
#: What ends this near to the end of the window may be a literal, a number or an escape that goes on after it.
_SLACK = 16

_SPACE = re.compile(r"[ \t\n\r]*")
_LIST = re.compile(r"\[[ \t\n\r]*")
#: A whole string, or a bracket; ``++`` gives nothing back, so that this is linear on any text.
_PART = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)
_STRING_OR_NUMBER = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^\s,\[\]{}"]+', re.DOTALL)


class BrokenJsonError(Exception):
    """The text is no JSON from ``line`` on."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class UnfitValueError(Exception):
    """A value is nested too deeply, or holds a number of too many digits; it was passed over."""


class Scanner:
    """Stands between two values of a JSON text; ``line`` is the one it stands in (from 1).

    A value is taken as ``json.loads`` takes it, but for control characters in strings, which are let in.
    The window holds one value and what was read after it, and at most twice as much while it grows.
    """

    def __init__(self, text: TextStream, *, window: int = WINDOW) -> None:
        self.line = 1
        self._text = text
        self._least = window
        self._window = ""
        self._at = 0
        self._decode = json.JSONDecoder(strict=False).raw_decode

    def peek(self) -> str:
        """The next character that is no space, or "" at the end; the scanner then stands before it."""
        while True:
            space = _SPACE.match(self._window, self._at)
            self._advance(space.end() if space else self._at)
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more():
                return ""

    def take(self, one_of: str) -> str:
        """Take the next character that is no space. Raises BrokenJsonError if it is none of ``one_of``."""
        found = self.peek()
        if not found or found not in one_of:
            raise self.broken(
                f"{' or '.join(map(repr, one_of))} should stand here, not {found or 'the end'!r}"
            )
        self._at += 1
        return found

    def value(self) -> object:
        """Take the next value.

        Raises BrokenJsonError where there is none, UnfitValueError (after passing over it) for one that
        Python cannot hold.
        """
        self.peek()
        while True:
            try:
                found, end = self._decode(self._window, self._at)
            except json.JSONDecodeError as broken:
                if self._may_go_on(broken) and self._more():
                    continue
                raise BrokenJsonError(
                    broken.msg, self.line + self._window.count("\n", self._at, broken.pos)
                ) from broken
            except (RecursionError, ValueError) as unfit:
                self._pass_over()
                raise UnfitValueError from unfit
            # The 1 of "1.5" or of "1e+5" is a number too.
            if end >= len(self._window) - _SLACK and self._more():
                continue
            self._advance(end)
            return found

    def stands_before_objects(self) -> bool:
        """Whether the next value is a list whose first element is an object."""
        self.peek()
        while True:
            opened = _LIST.match(self._window, self._at)
            if opened is None:
                return False
            if opened.end() < len(self._window):
                return self._window[opened.end()] == "{"
            if not self._more():
                return False

    def to_next_object_line(self) -> bool:
        """Go to the next line that begins with a brace; False, at the end, if there is none."""
        while True:
            found = self._window.find("\n{", self._at)
            if found >= 0:
                self._advance(found + 1)
                return True
            # The last character stays: it may be the line break before the brace.
            self._advance(max(self._at, len(self._window) - 1))
            if not self._more():
                return False

    def broken(self, message: str) -> BrokenJsonError:
        """An error in the line where the scanner stands."""
        return BrokenJsonError(message, self.line)

    def _may_go_on(self, broken: json.JSONDecodeError) -> bool:
        return broken.msg.startswith("Unterminated string") or broken.pos >= len(self._window) - _SLACK

    def _pass_over(self) -> None:
        """Pass over a value by its brackets alone."""
        while True:
            end = self._end_by_brackets()
            if end is not None:
                self._advance(end)
                return
            if not self._more():
                raise self.broken("the text ends inside a value")

    def _end_by_brackets(self) -> int | None:
        if self._window[self._at] not in "[{":
            simple = _STRING_OR_NUMBER.match(self._window, self._at)
            return simple.end() if simple and simple.end() < len(self._window) else None
        depth = 0
        for part in _PART.finditer(self._window, self._at):
            bracket = part.group()[0]
            depth += (bracket in "[{") - (bracket in "]}")
            if depth == 0:
                return part.end()
        return None

    def _advance(self, to: int) -> None:
        self.line += self._window.count("\n", self._at, to)
        self._at = to

    def _more(self) -> bool:
        """Read on, as much again as is in the window, so that growing costs no more than the value."""
        rest = len(self._window) - self._at
        piece = self._text.read(max(self._least, rest))
        if not piece:
            return False
        self._window = self._window[self._at :] + piece
        self._at = 0
        return True
