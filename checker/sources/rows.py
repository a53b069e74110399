"""Records with named fields to articles: the common half of JSON, CSV and Parquet.

Fields: ``text`` (required), ``id``, ``source``, ``title``, ``url``, ``published`` (or ``date``). A mapping
of columns gives them other names; a dotted path reaches into nested records. Without an id a record is
called after its file and its number among the records (from 1).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.records import Article
from checker.settings import ARTICLE_FIELDS, column_complaints
from checker.sources.dates import normalise, unreadable_date
from checker.sources.decode import neutral
from checker.sources.reading import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.sources.intake import Intake


#: What exports call the text of an article, for a hint; it is never taken without being named.
_USUAL = ("body", "content", "article", "maintext", "full_text", "content_text", "description")
_MOST_NAMED = 20
_DIGITS_OF_A_DAY = 8


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


def parse_columns(values: Iterable[str]) -> dict[str, str]:
    """The mapping of columns that ``NAME=FIELD`` values spell: article field -> field of the records.

    ``date`` counts as ``published``. Raises UsageError that names all mistakes at once.
    """
    columns: dict[str, str] = {}
    mistakes: list[str] = []
    for value in values:
        name, equals, column = (part.strip() for part in value.partition("="))
        name = "published" if name == "date" else name
        if not equals or not name or not column:
            mistakes.append(f"{value!r} is no NAME=FIELD such as text=body")
        elif name not in ARTICLE_FIELDS:
            mistakes += column_complaints([name])
        elif columns.setdefault(name, column) != column:
            mistakes.append(f"{name} is mapped twice, to {columns[name]!r} and to {column!r}")
    if mistakes:
        raise UsageError(f"column: {'; '.join(mistakes)}")
    return columns


def columns_of(mapping: Mapping[str, str]) -> dict[str, str]:
    """Which columns of a table are read: the mapped ones, and the others under their own names."""
    columns = {name: mapping.get(name, name) for name in ARTICLE_FIELDS}
    return columns if "published" in mapping else {**columns, "date": "date"}


def missing_columns(mapping: Mapping[str, str], there: Iterable[str], names: Sequence[str]) -> str | None:
    """What to say of a table that lacks ``text`` or a mapped column, or None if all are ``there``.

    ``names`` are the columns to choose from, as the reader of the message should see them.
    """
    known = set(there)
    wanted = {"text": "text", **mapping}
    missing = {name: column for name, column in wanted.items() if column not in known}
    if not missing:
        return None
    listed = " and no ".join(
        repr(column) if name == column else f"{column!r} (for {name})" for name, column in missing.items()
    )
    return f"this table has no column {listed}; {_choice(names, next(iter(missing)))}"


def _choice(names: Sequence[str], field_name: str) -> str:
    """Which names a record offers, and how to choose one of them for a field."""
    shown = [repr(name[:60]) for name in islice(names, _MOST_NAMED)]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    likely = (name for name in names if name.casefold() in (field_name, *_USUAL))
    example = next(likely, "FIELD") if field_name == "text" else "FIELD"
    return f"it has {', '.join(shown) or 'none'}{more}. Map the right one: --column {field_name}={example}"


def article(
    record: Mapping[str, object], intake: Intake, repairs: Repairs, *, number: int, line: int
) -> Article | None:
    """The article of record ``number`` (from 1) in ``line``; None, and an error, if it has no text."""
    column = intake.columns.get("text", "text")
    text = reach(record, column)
    if not isinstance(text, str):
        what = (
            f"has no field {column!r}; {_choice(list(record), 'text')}"
            if text is None
            else f"has a field {column!r} that is no string; write the article's text there"
        )
        intake.lose(f"this record {what}", line)
        return None
    text, kinds = neutral(text)
    made = [*kinds]
    fields: dict[str, str] = {}
    for name, column in columns_of(intake.columns).items():
        value = as_text(reach(record, column)) if name != "text" else None
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
    """A string, a number, a date, the name of what has one (``{"name": "Post"}``); all else is no value."""
    match value:
        case str():
            return value.strip() or None
        case None | bool():
            return None
        case datetime() | date():
            return value.isoformat()
        case float() | Decimal() if not math.isfinite(value):
            return None
        case Decimal():
            return f"{value.normalize():f}"
        case int() | float():
            return str(value)
        case Mapping():
            name = value.get("name")
            return as_text(name) if isinstance(name, str) else None
    return None


def _published(fields: Mapping[str, str], intake: Intake, line: int) -> str | None:
    written = fields.get("published") or fields.get("date")
    if written is None:
        return None
    # A count of milliseconds since 1970 can look like a day and an hour of the 17th century.
    counted = written.isdecimal() and len(written) != _DIGITS_OF_A_DAY
    published = None if counted else normalise(written)
    if published is None:
        intake.repair("published", unreadable_date(written), line)
    return published
