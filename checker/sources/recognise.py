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
#: Nothing of it is tried twice (``++``, ``?>``), so that a thousand comments take no longer than they must.
_PROLOGUE = re.compile(r"(?>\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?!\s+html\b)(?>[^>\["']|"[^"]*"|'[^']*')*+"""
    r"""(?:\[(?><!--.*?-->|"[^"]*"|'[^']*'|[^]"'])*+\]\s*+)?+>""",
    re.DOTALL | re.IGNORECASE,
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)(?=[\s>/]|\Z)")
#: RDF describes all manner of things; only with one of these names it is RSS 0.9 or 1.0.
_RDF = re.compile(r"<(?:\w+:)?RDF\b")
_RDF_FEED = re.compile(r"purl\.org/rss/1\.0/|my\.netscape\.com/rdf/|channel\.netscape\.com/rdf/")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|base|article|section|main|header|nav|div|"
    r"p|h[1-6]|table|ul|ol|center|font|span|blockquote)(?=[\s>/])",
    re.IGNORECASE,
)
_DELIMITER = re.compile(r"[,;\t|]")


def suffix_of(name: str) -> str:
    """The last suffix of a file's name that is not that of a compression, in lower case."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - the name may hold bytes that are not text
    if suffix.lower() in COMPRESSED:
        suffix = os.path.splitext(stem)[1]  # noqa: PTH122
    return suffix.lower()


def is_article_name(name: str) -> bool:
    """Whether a file of this name in a directory is one to read."""
    return suffix_of(name) in SUFFIXES


def format_of(
    name: str, head: bytes, *, text_column: str = "text", otherwise: Format = Format.PLAIN
) -> Format:
    """The format of a file by its name and its first bytes (decompressed; 8 KiB are enough).

    What cannot be mistaken (Parquet, WARC) is believed over the name, and so is markup under a name that
    promises none or promises JSON lines; among the formats of text the name decides, where it tells. A
    table is known by a first line that names ``text_column``; what nothing tells is ``otherwise``.
    """
    if head.startswith(b"PAR1"):
        return Format.PARQUET
    if head.startswith(b"WARC/"):
        return Format.WARC
    named = SUFFIXES.get(suffix_of(name))
    text = _text(head)
    markup = named is Format.JSON_LINES and text.lstrip().startswith("<")
    if named in (Format.MARKDOWN, Format.JSON_LINES, Format.CSV, Format.HTML) and not markup:
        return named
    return _by_content(text, named, text_column) or named or otherwise


def _by_content(text: str, named: Format | None, text_column: str) -> Format | None:
    start = _first_element(text)
    if _FEED.match(text, start) and (not _RDF.match(text, start) or _RDF_FEED.search(text, start)):
        return Format.FEED
    if _HTML.match(text, start):
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
    if named is None and _names_column(text, text_column):
        return Format.CSV
    return None


def _names_column(text: str, column: str) -> bool:
    """Whether the first line is that of a table with this column and at least one more."""
    cells = [cell.strip(" \"'") for cell in _DELIMITER.split(text.lstrip().split("\n", 1)[0].rstrip("\r"))]
    return len(cells) > 1 and column in cells


def _first_element(text: str) -> int:
    """Where the first element of a document stands, or the document type of a page of HTML."""
    at = 0
    while True:
        prologue = _PROLOGUE.match(text, at)
        at = prologue.end() if prologue else at
        doctype = _DOCTYPE.match(text, at)
        if doctype is None:
            return at
        at = doctype.end()


def _text(head: bytes) -> str:
    """The first bytes as text; a character that is cut at their end does no harm here."""
    unit = {"utf-8": 1, "utf-16-le": 2, "utf-16-be": 2}.get(encoding_of(head), 4)
    return decode(head[: len(head) - len(head) % unit])[0]
