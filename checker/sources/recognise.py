"""Which format a file is in: by its first bytes where they tell, else by its name."""

from __future__ import annotations

import os
import re
from enum import StrEnum

from checker.sources.decode import decode, encoding_of


class Format(StrEnum):
    """The formats that can be read; each has the reader of its name in ``formats``."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    JSON = "JSON"
    JSON_LINES = "JSON lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    FEED = "RSS or Atom"
    WARC = "WARC"
    OTHER_XML = "XML that is neither a feed nor a page"


SUFFIXES = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".xml": Format.FEED,
    ".warc": Format.WARC,
}
COMPRESSED = frozenset((".gz", ".zst"))

_JSON_OBJECT = re.compile(r'\s*\{\s*(?:"|\}|\Z)')
_JSON_ARRAY = re.compile(r"\s*\[\s*(?:\{|\]|\Z)")
#: What may stand before the first element of an XML or HTML document.
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s+)*", re.DOTALL)
_FEED = re.compile(
    r"(?:<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*|<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b",
    re.DOTALL,
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b", re.IGNORECASE)


def suffix_of(name: str) -> str:
    """The last suffix of a file's name that is not that of a compression, in lower case."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - the name may hold bytes that are not text
    if suffix.lower() in COMPRESSED:
        suffix = os.path.splitext(stem)[1]  # noqa: PTH122
    return suffix.lower()


def is_article_name(name: str) -> bool:
    """Whether a file of this name in a directory is one to read."""
    return suffix_of(name) in SUFFIXES


def format_of(name: str, head: bytes) -> Format:
    """The format of a file by its name and its first bytes (decompressed; 8 KiB are enough).

    What cannot be mistaken (Parquet, WARC) is believed over the name, and so is markup under a name that
    promises none; among the formats of text the name decides, where it tells.
    """
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith(b"WARC/"):
        return Format.WARC
    named = SUFFIXES.get(suffix_of(name))
    if named in (Format.MARKDOWN, Format.JSON_LINES, Format.CSV, Format.HTML):
        return named
    return _by_content(_text(head), named)


def _by_content(text: str, named: Format | None) -> Format:
    first = _PROLOGUE.match(text)
    after = text[first.end() :] if first else text
    if _FEED.match(after):
        return Format.FEED
    if _HTML.match(after):
        return Format.HTML
    if text.lstrip().startswith("<?xml") or named is Format.FEED:
        return Format.OTHER_XML
    if _JSON_ARRAY.match(text):
        return Format.JSON
    if _JSON_OBJECT.match(text):
        # An object that goes on after its first line is one document, not lines of them.
        first_line = text.lstrip().split("\n", 1)[0].rstrip()
        whole = first_line.endswith("}") or len(first_line) > len(text) // 2
        return Format.JSON_LINES if whole and named is not Format.JSON else Format.JSON
    return named or Format.PLAIN


def _text(head: bytes) -> str:
    """The first bytes as text; a character that is cut at their end does no harm here."""
    return decode(head[: len(head) - len(head) % 4] if encoding_of(head) != "utf-8" else head)[0]
