"""JSON lines to articles: one object a line, read line by line.

Fields: ``text`` (required), ``id``, ``source``, ``title``, ``url``, ``published`` (or ``date``). Without an
id a record is called after its file and its number among the records (from 1).
"""

from __future__ import annotations

import io
import json
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

from checker.records import Article
from checker.sources.dates import normalise
from checker.sources.decode import decode, encoding_of, neutral
from checker.sources.markdown import unreadable_date
from checker.sources.reading import MESSAGES, renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.sources.origin import Origin
    from checker.sources.reading import Collector

_LONGEST_MARK = 4


def read_stream(stream: BinaryIO, origin: Origin, collector: Collector) -> None:
    """Give the collector the articles of a stream; broken lines are errors, the others are read.

    Raises OSError if the stream breaks.
    """
    records = 0
    only: Article | None = None
    repaired: Counter[str] = Counter()
    first_line: dict[str, int] = {}
    for number, raw in enumerate(_raw_lines(stream), start=1):
        text, repairs = decode(raw)
        if not text.strip():
            continue
        records += 1
        found = _record(text, number, origin, collector)
        if isinstance(found, dict):
            article, more = _article(found, records, number, origin, collector)
            repairs += more
            if article is not None and records == 1:
                only = article
            elif article is not None:
                _release(only, collector)
                only = None
                collector.add(article)
        for kind in dict.fromkeys(repairs):
            repaired[kind] += 1
            first_line.setdefault(kind, number)
    if only is not None:
        # One record is no series: without an id of its own it is called after the file.
        collector.add(renamed(only, origin.path) if records == 1 and only.id == f"{origin.path}#1" else only)
    for kind, count in repaired.items():
        lines = "" if count == 1 else f" (in {count} records, first here)"
        collector.repair(kind, origin.path, MESSAGES[kind] + lines, first_line[kind])
        collector.repaired[kind] += count - 1


def _release(waiting: Article | None, collector: Collector) -> None:
    if waiting is not None:
        collector.add(waiting)


def _raw_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream as bytes; only marked UTF-16 and UTF-32 must be read whole."""
    first = stream.readline()
    encoding = encoding_of(first[:_LONGEST_MARK])
    if encoding == "utf-8":
        yield first
        yield from stream
        return
    text, _ = decode(first + stream.read())
    yield from io.BytesIO(("\ufeff" + text).encode("utf-8"))


def _record(text: str, number: int, origin: Origin, collector: Collector) -> Mapping[str, object] | None:
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as broken:
        message = (
            f"this line is not valid JSON ({broken.msg} at column {broken.colno}); write one object a line"
        )
        collector.lose(origin.path, message, number)
        return None
    except (RecursionError, ValueError):
        collector.lose(
            origin.path, "this line is nested too deeply or holds a number that is too long", number
        )
        return None
    if not isinstance(found, dict):
        collector.lose(
            origin.path, "this line holds no JSON object; write one object with a field 'text'", number
        )
        return None
    return found


def _article(
    record: Mapping[str, object], count: int, number: int, origin: Origin, collector: Collector
) -> tuple[Article | None, tuple[str, ...]]:
    """The article of a record, or None when it has no text, and the repairs it took."""
    text = record.get("text")
    if not isinstance(text, str):
        what = "has no field 'text'" if text is None else "has a field 'text' that is no string"
        collector.lose(origin.path, f"this record {what}; every record needs its article as 'text'", number)
        return None, ()
    text, repairs = neutral(text)
    fields: dict[str, str] = {}
    for name in ("id", "source", "title", "url", "published", "date"):
        value = _as_text(record.get(name))
        if value is not None:
            fields[name], more = neutral(value)
            repairs += more
    article = Article(
        id=fields.get("id") or f"{origin.path}#{count}",
        source=fields.get("source") or origin.source,
        text=text,
        title=fields.get("title"),
        url=fields.get("url"),
        published=_published(fields, number, origin, collector),
        path=origin.path,
        line=number,
    )
    return article, repairs


def _as_text(value: object) -> str | None:
    """A string or a number as text; all else is no value."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def _published(fields: Mapping[str, str], number: int, origin: Origin, collector: Collector) -> str | None:
    written = fields.get("published") or fields.get("date")
    if written is None:
        return None
    published = normalise(written)
    if published is None:
        collector.repair("published", origin.path, unreadable_date(written), number)
    return published
