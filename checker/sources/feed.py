"""RSS (0.9x, 1.0, 2.0) and Atom feeds to articles: one entry, one article."""

from __future__ import annotations

import html
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from checker.records import Article
from checker.sources.blocks import lines_of, lines_without_a_tree
from checker.sources.dates import normalise, unreadable_date
from checker.sources.decode import neutral
from checker.sources.markup import TooDeepError, decode_markup, tree_of
from checker.sources.publisher import registered_domain
from checker.sources.rows import Repairs
from checker.sources.xmlprolog import EntityError, without_entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.sources.intake import Intake

#: Bytes of a feed; it is parsed as a whole.
LARGEST = 256 * 1024 * 1024
_MARKUP = re.compile(r"<[A-Za-z!/]")
_ENTRIES = frozenset(("item", "entry"))
_PREFIXES = frozenset(("", "atom", "rss"))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the entries of a feed have in common."""

    intake: Intake
    title: str | None
    link: str | None
    repairs: Repairs


def read(intake: Intake) -> Iterator[Article]:
    """The entries of a feed; of a broken one those that can be read, and an error with the line."""
    data = intake.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        intake.lose(f"this feed is larger than {LARGEST // 1024**2} MiB; split it")
        return
    markup, repairs = decode_markup(data)
    intake.ledger.repair_all(repairs, intake.origin.path)
    try:
        document = without_entities(markup).encode("utf-8")
    except EntityError as refused:
        intake.lose(f"this feed was not read: {refused}", 1)
        return
    yield from _entries(document, intake)


def _entries(document: bytes, intake: Intake) -> Iterator[Article]:
    import feedparser

    try:
        # A stream: of a string or of bytes the library would ask first whether it is an address or a file.
        parsed = feedparser.parse(io.BytesIO(document))
    # The second, lenient parser of the library gives up in many ways.
    except Exception as failed:
        intake.lose(f"this feed cannot be read ({type(failed).__name__}); check that it is RSS or Atom", 1)
        return
    lines, broken = _lines(document)
    entries = list(parsed.entries)
    if broken is not None:
        rest = "content after that may be lost" if entries else "nothing of it could be read"
        intake.lose(f"this feed is no valid XML ({broken[1]}), {rest}; fetch or export it again", broken[0])
        lines += [broken[0]] * (len(entries) - len(lines))
    elif not entries:
        intake.repair("empty_text", "this feed holds no entries, there is nothing to check")
    if len(lines) != len(entries):
        lines = list(range(1, len(entries) + 1))
    link = _web(parsed.feed.get("link"), None)
    context = _Context(intake, _plain(parsed.feed, "title"), link, Repairs())
    for number, (entry, line) in enumerate(zip(entries, lines, strict=True), start=1):
        yield _article(entry, context, number, line)
    context.repairs.tell(intake)


def _article(entry: Mapping[str, object], context: _Context, number: int, line: int) -> Article:
    intake = context.intake
    url = _web(entry.get("link"), context.link)
    name = entry.get("id") or url
    text, repairs = neutral(_text(entry))
    context.repairs.note(repairs, line)
    return Article(
        id=str(name) if name else f"{intake.origin.path}#{number}",
        source=_source(entry, context, url),
        text=text,
        title=_plain(entry, "title"),
        url=url,
        published=_published(entry, intake, line),
        path=intake.origin.path,
        line=line,
    )


def _source(entry: Mapping[str, object], context: _Context, url: str | None) -> str:
    """The publisher of an entry: of a syndicated one the source that it names, else the feed."""
    named = entry.get("source")
    if isinstance(named, dict):
        original = _plain(named, "title") or registered_domain(
            str(named.get("href") or named.get("link") or "")
        )
        if original:
            return original
    return context.title or registered_domain(url or context.link or "") or context.intake.origin.source


def _text(entry: Mapping[str, object]) -> str:
    """The full content of an entry, where there is any, else its summary."""
    contents = entry.get("content")
    for detail in [*(contents if isinstance(contents, list) else ()), entry.get("summary_detail")]:
        if isinstance(detail, dict):
            text = _lines_of(str(detail.get("value") or ""), str(detail.get("type") or ""))
            if text:
                return text
    return ""


def _lines_of(value: str, kind: str) -> str:
    if kind == "text/plain":
        return value.strip()
    if not _MARKUP.search(value):
        return html.unescape(value).strip()
    try:
        tree = tree_of(value)
    except TooDeepError:
        return lines_without_a_tree(value)
    return "" if tree is None else lines_of(tree, "marked")


def _plain(fields: Mapping[str, object], name: str) -> str | None:
    """A title without markup, on one line."""
    value = fields.get(name)
    if not isinstance(value, str):
        return None
    detail = fields.get(f"{name}_detail")
    kind = str(detail.get("type")) if isinstance(detail, dict) else ""
    return " ".join(neutral(_lines_of(value, kind))[0].split()) or None


def _web(link: object, base: str | None) -> str | None:
    """A link as an address in the web; a name (``urn:``) is none."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        address = urljoin(base or "", link.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _published(entry: Mapping[str, object], intake: Intake, line: int) -> str | None:
    # Asked for a missing ``updated``, the library would give something else and a warning.
    declared = (entry[name] for name in ("published", "updated") if name in entry)
    written = [date for date in declared if isinstance(date, str) and date.strip()]
    published = next((date for date in map(normalise, written) if date), None)
    if published is None and written:
        intake.repair("published", unreadable_date(written[0]), line)
    return published


def _lines(document: bytes) -> tuple[list[int], tuple[int, str] | None]:
    """The lines in which the entries begin, and the line and the kind of damage where the XML is broken."""
    found: list[int] = []
    parser = expat.ParserCreate()

    def begin(tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG001
        prefix, _, name = tag.rpartition(":")
        if name in _ENTRIES and prefix in _PREFIXES:
            found.append(parser.CurrentLineNumber)

    parser.StartElementHandler = begin
    try:
        parser.Parse(document, True)  # noqa: FBT003 - it takes no names
    except expat.ExpatError as broken:
        return found, (broken.lineno, expat.ErrorString(broken.code) or "damaged")
    return found, None
