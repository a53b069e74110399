"""A stream of bytes as a stream of text in constant memory, for formats that are read piece by piece."""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING, BinaryIO, Self

from checker.sources.decode import encoding_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_HEAD = 8192
#: What the error handler ``surrogateescape`` makes of bytes that are not UTF-8.
_ESCAPED = re.compile("[\udc80-\udcff]+")


class TextStream:
    """The text of a buffered stream: UTF-8, marked or evident UTF-16 and UTF-32, strays as Windows-1252.

    ``note`` is called with the kinds of repairs (``byte_order_mark``, ``encoding``) and the line of each.
    Characters that are no text stay; they are left to ``neutral``, which has to see whole values. The
    stream is not closed. As an iterator it gives lines with their ends, which may be ``\\r`` alone.
    """

    def __init__(self, stream: BinaryIO, note: Callable[[tuple[str, ...], int], None]) -> None:
        head = stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
        encoding = encoding_of(head)
        plain = encoding == "utf-8"
        if not plain:
            note(("encoding",), 1)
        self._text = io.TextIOWrapper(
            stream, encoding, errors="surrogateescape" if plain else "replace", newline=""
        )
        self._note = note
        self._line = 1
        marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
        if head.startswith(marks):
            self._text.read(1)
            note(("byte_order_mark",), 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._text.detach()

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            yield self._repaired(line)
            self._line += 1

    def read(self, size: int) -> str:
        """The next ``size`` characters, or fewer at the end; lines are counted by their ``\\n``."""
        piece = self._text.read(size)
        repaired = self._repaired(piece)
        self._line += piece.count("\n")
        return repaired

    def _repaired(self, piece: str) -> str:
        if piece.isascii():
            return piece
        first = _ESCAPED.search(piece)
        if first is None:
            return piece
        self._note(("encoding",), self._line + piece.count("\n", 0, first.start()))
        return _ESCAPED.sub(_windows_1252, piece)


def _windows_1252(escaped: re.Match[str]) -> str:
    return escaped.group().encode("utf-8", errors="surrogateescape").decode("cp1252", errors="replace")
