"""Bytes to text: UTF-8, and repairs of what is not.

A repair is named, never silent: ``byte_order_mark``, ``encoding``, ``nul``, ``surrogate``. All of them
keep one character for one, so that offsets are those of the text that comes out.
"""

from __future__ import annotations

import codecs
import re

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
)
_SAMPLE = 8192
_MOST_NULS = 0.1


def encoding_of(head: bytes) -> str:
    """The encoding that the byte order mark names, else ``utf-8``."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")


def binary_kind(head: bytes) -> str | None:
    """What a file is if it is no text, in words, or None. ``head`` holds its first bytes."""
    for magic, kind in _BINARY:
        if head.startswith(magic):
            return kind
    sample = head[:_SAMPLE]
    if encoding_of(head) == "utf-8" and sample.count(0) > _MOST_NULS * len(sample):
        return "binary"
    return None


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes, and the kinds of repairs that it took, each once.

    Bytes that are not UTF-8 are read as Windows-1252, one by one, so that a single stray byte does
    not spoil the rest of a text.
    """
    repairs: list[str] = []
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            repairs.append("byte_order_mark")
            data = data[len(mark) :]
            if encoding != "utf-8":
                repairs.append("encoding")
                return neutral(data.decode(encoding, errors="replace"), repairs)
            break
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        repairs.append("encoding")
        text = _SURROGATE.sub(_windows_1252, data.decode("utf-8", errors="surrogateescape"))
    return neutral(text, repairs)


def neutral(text: str, repairs: list[str] | None = None) -> tuple[str, tuple[str, ...]]:
    """The text without NULs and lone surrogates, and the repairs (those given and those made here)."""
    made = list(repairs or ())
    if "\0" in text:
        text = text.replace("\0", _REPLACEMENT)
        made.append("nul")
    if not text.isascii() and _SURROGATE.search(text):
        text = _SURROGATE.sub(_REPLACEMENT, text)
        made.append("surrogate")
    return text, tuple(made)


def _windows_1252(escaped: re.Match[str]) -> str:
    return bytes([ord(escaped.group()) - 0xDC00]).decode("cp1252", errors="replace")
