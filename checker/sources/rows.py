"""Records with named fields to articles: the common half of JSON, CSV and Parquet.

Fields: ``text`` (required), ``id``, ``source``, ``title``, ``url``, ``published`` (or ``date``). A mapping
of columns gives them other names; a dotted path reaches into nested records. Without an id a record is
called after its file and its number among the records (from 1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from checker.records import Article
from checker.sources.dates import normalise, unreadable_date
from checker.sources.decode import neutral
from checker.sources.reading import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.sources.intake import Intake

#: The fields of an article that a record can give; ``date`` is another name of ``published``.
FIELDS = ("text", "id", "source", "title", "url", "published")


@dataclass(slots=True)
class Repairs:
    """Repairs of the records of one file, told once a kind with their number and the first line."""

    counts: Counter[str] = field(default_factory=Counter)
    first_line: dict[str, int] = field(default_factory=dict)

    def note(self, kinds: Iterable[str], line: int) -> None:
        """Count the repairs of one record, each kind once."""
        for kind in dict.fromkeys(kinds):
            self.counts[kind] += 1
            self.first_line.setdefault(kind, line)

    def tell(self, intake: Intake) -> None:
        """Write them down, one warning a kind."""
        for kind, count in self.counts.items():
            lines = "" if count == 1 else f" (in {count} records, first here)"
            intake.repair(kind, MESSAGES[kind] + lines, self.first_line[kind])
            intake.ledger.repaired[kind] += count - 1


def article(
    record: Mapping[str, object], intake: Intake, repairs: Repairs, *, number: int, line: int
) -> Article | None:
    """The article of record ``number`` (from 1) in ``line``; None, and an error, if it has no text."""
    column = intake.columns.get("text", "text")
    text = reach(record, column)
    if not isinstance(text, str):
        what = f"has no field {column!r}" if text is None else f"has a field {column!r} that is no string"
        intake.lose(f"this record {what}; every record needs its article as {column!r}", line)
        return None
    text, kinds = neutral(text)
    made = [*kinds]
    fields: dict[str, str] = {}
    for name in (*FIELDS[1:], "date"):
        value = as_text(reach(record, intake.columns.get(name, name)))
        if value is not None:
            fields[name], kinds = neutral(value)
            made += kinds
    repairs.note(made, line)
    return Article(
        id=fields.get("id") or f"{intake.origin.path}#{number}",
        source=fields.get("source") or intake.origin.source,
        text=text,
        title=fields.get("title"),
        url=fields.get("url"),
        published=_published(fields, intake, line),
        path=intake.origin.path,
        line=line,
    )


def reach(record: Mapping[str, object], column: str) -> object:
    """The value of a column; a name with dots that is no column itself is a path into nested records."""
    if column in record or "." not in column:
        return record.get(column)
    head, _, rest = column.partition(".")
    inner = record.get(head)
    return reach(inner, rest) if isinstance(inner, Mapping) else None


def as_text(value: object) -> str | None:
    """A string, a number or a date as text; all else is no value."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def _published(fields: Mapping[str, str], intake: Intake, line: int) -> str | None:
    written = fields.get("published") or fields.get("date")
    if written is None:
        return None
    published = normalise(written)
    if published is None:
        intake.repair("published", unreadable_date(written), line)
    return published
