"""Bytes to text: UTF-8, the encodings that stand in for it, and repairs of what is no text.

A repair is named, never silent; the names are the keys of ``reading.MESSAGES``. Some repairs shorten the
text (mojibake is put right, invisible characters are taken out). Offsets of articles, sentences and claims
are therefore those of the text after all repairs, which is the only one that later steps see.
"""

from __future__ import annotations

import codecs
import re

from checker.sources import mojibake

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKED = tuple(mark for mark, _ in _MARKS)
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
_MAGIC = tuple(magic for magic, _ in _BINARY)
_SAMPLE = 8192
_MOST_NULS = 0.1
#: Text without a mark is taken for UTF-16 if so much of it is ASCII, and so little of it unfit for a text.
_LEAST_ASCII = 0.7
_MOST_UNFIT = 0.01
_FEWEST_BYTES = 4

_REPLACEMENT = "\ufffd"
_ESCAPED = re.compile("[\udc80-\udcff]+")
#: Emoji and what modifies them: a zero-width joiner between two of them makes one picture of both.
_PICTURE = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
_INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_UNFIT = re.compile(
    f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_INVISIBLE}\ud800-\udfff](?!(?<={_PICTURE}\u200d){_PICTURE})"
)
#: Form feeds and the like part words, other control characters do not.
_PARTING = "\x0b\x0c\x1c\x1d\x1e\x1f"
#: The C1 controls, in whose place Windows-1252 has quotes and dashes (and leaves five places empty).
_C1 = range(0x80, 0xA0)


def encoding_of(head: bytes) -> str:
    """The encoding of what begins with ``head``: by its byte order mark, else ``utf-8`` or ``utf-16-*``.

    UTF-16 without a mark is known by the NULs of its ASCII characters, from four bytes on.
    """
    if head.startswith(_MARKED):
        return next(name for mark, name in _MARKS if head.startswith(mark))
    return _unmarked_utf_16(head[:_SAMPLE]) or "utf-8"


def binary_kind(head: bytes) -> str | None:
    """What a file is if it is no text, in words, or None. ``head`` holds its first bytes."""
    if head.startswith(_MAGIC):
        return next(kind for magic, kind in _BINARY if head.startswith(magic))
    sample = head[:_SAMPLE]
    if sample.count(0) > _MOST_NULS * len(sample) and encoding_of(head) == "utf-8":
        return "binary"
    return None


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes after all repairs, and the kinds of repairs that it took, each once.

    Bytes that are not UTF-8 are read as Windows-1252, one by one, so that a single stray byte does
    not spoil the rest of a text.
    """
    encoding = encoding_of(data[:_SAMPLE])
    marked = data.startswith(_MARKED)
    made = ["byte_order_mark"] if marked else []
    if encoding == "utf-8":
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            made.append("encoding")
            text = _ESCAPED.sub(_bytes_as_windows_1252, data.decode("utf-8", errors="surrogateescape"))
    else:
        made.append("encoding")
        text = data.decode(encoding, errors="replace")
    # The bytes of a large file need not wait here while its text is searched and rewritten.
    del data
    text, kinds = neutral(text[1:] if marked else text)
    return text, tuple(dict.fromkeys((*made, *kinds)))


def neutral(text: str) -> tuple[str, tuple[str, ...]]:
    """A text in which every character can be seen and written, and the kinds of repairs, each once.

    Mojibake is put right. Zero-width characters, bidirectional controls and soft hyphens are removed
    (a joiner inside an emoji stays), so that a word hidden with them is that word for every later step.
    NULs, control characters other than tab and line breaks, and lone surrogates become U+FFFD or a space.
    Idempotent; the same text object comes back if there was nothing to repair.
    """
    kinds: dict[str, None] = {}
    while True:
        mended = mojibake.mended(text)
        if mended is not text:
            kinds["mojibake"] = None
        fit, made = _fit(mended)
        kinds |= made
        if not made and mended is text:
            return text, tuple(kinds)
        # What was taken out can bring the halves of mojibake together, hence once more until all is well.
        text = fit


def _fit(text: str) -> tuple[str, dict[str, None]]:
    """The text without characters that are no text, and the kinds of repairs in their order."""
    kinds: dict[str, None] = {}

    def instead(found: re.Match[str]) -> str:
        kind, replacement = _instead(found.group())
        kinds[kind] = None
        return replacement

    return _UNFIT.sub(instead, text), kinds


def _instead(character: str) -> tuple[str, str]:
    """The kind of a character that is no text, and what to put in its place."""
    if character == "\0":
        return "nul", _REPLACEMENT
    if ord(character) in _C1:
        meant = character.encode("latin-1").decode("cp1252", errors="replace")
        return ("control" if meant == _REPLACEMENT else "mojibake"), meant
    if character < " " or character == "\x7f":
        return "control", " " if character in _PARTING else _REPLACEMENT
    return ("surrogate", _REPLACEMENT) if "\ud800" <= character <= "\udfff" else ("invisible", "")


def _bytes_as_windows_1252(escaped: re.Match[str]) -> str:
    return escaped.group().encode("utf-8", errors="surrogateescape").decode("cp1252", errors="replace")


def _unmarked_utf_16(sample: bytes) -> str | None:
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < _FEWEST_BYTES or 0 not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    for high, name in ((odd, "utf-16-le"), (even, "utf-16-be")):
        if high.count(0) >= _LEAST_ASCII * len(high):
            text = sample.decode(name, errors="replace")
            unfit = len(_UNFIT.findall(text)) + text.count(_REPLACEMENT)
            return name if unfit <= _MOST_UNFIT * len(text) else None
    return None
