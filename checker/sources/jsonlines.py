"""JSON lines to articles: one object a line, read line by line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, BinaryIO

from checker.sources import rows
from checker.sources.decode import decode, encoding_of
from checker.sources.intake import called_after_the_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.records import Article
    from checker.sources.intake import Intake

_LONGEST_MARK = 4


def read(intake: Intake) -> Iterator[Article]:
    """The articles of a stream; broken lines are errors, the others are read. Raises OSError if it breaks."""
    return called_after_the_file(_articles(intake), intake)


def _articles(intake: Intake) -> Iterator[Article]:
    number = 0
    repairs = rows.Repairs()
    for line, raw in enumerate(_raw_lines(intake.stream), start=1):
        text, kinds = decode(raw)
        if not text.strip():
            continue
        number += 1
        repairs.note(kinds, line)
        record = _record(text, line, intake)
        if record is None:
            continue
        article = rows.article(record, intake, repairs, number=number, line=line)
        if article is not None:
            yield article
    repairs.tell(intake)


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


def _record(text: str, line: int, intake: Intake) -> Mapping[str, object] | None:
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as broken:
        intake.lose(
            f"this line is not valid JSON ({broken.msg} at column {broken.colno}); write one object a line",
            line,
        )
        return None
    except (RecursionError, ValueError):
        intake.lose("this line is nested too deeply or holds a number that is too long", line)
        return None
    if not isinstance(found, dict):
        intake.lose("this line holds no JSON object; write one object with a field 'text'", line)
        return None
    return found
