"""Parquet files to articles: slices of the columns that are needed, by Polars."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from checker.errors import InputError
from checker.sources import origin, rows
from checker.sources.decode import decode
from checker.sources.intake import called_after_the_file
from checker.sources.own import is_own_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import polars as pl

    from checker.records import Article
    from checker.sources.intake import Intake

    #: A value that is not null to one of a record, and the kinds of repairs that it took.
    _Conversion = Callable[[object], tuple[object, tuple[str, ...]]]

#: Bytes of one slice in memory, by the rows of the slice before it.
SLICE = 16 * 1024 * 1024
_FIRST_ROWS = 64
_MOST_ROWS = 65_536
_GROWTH = 8

_PIECE = 1 << 20
#: Beyond it a float no longer tells whole numbers apart.
_EXACT = 2.0**53

_T = TypeVar("_T")


def read(intake: Intake) -> Iterator[Article]:
    """The articles of a table; ``Article.line`` is the number of the row (from 1).

    Raises InputError where the file is damaged; the rows before that were given.
    """
    return called_after_the_file(_articles(intake), intake)


def _articles(intake: Intake) -> Iterator[Article]:
    with _on_disk(intake) as path:
        table = _opened(path)
        schema = _guarded(table.collect_schema)
        there = [column for column in rows.columns_of(intake.columns).values() if _type(schema, column)]
        problem = rows.missing_columns(intake.columns, there, list(schema))
        if problem is None:
            problem = _no_strings(schema, intake.columns.get("text", "text"))
        if problem is not None:
            if is_own_table(schema):
                intake.ledger.dropped["not_an_article"] += 1
            else:
                intake.lose(problem)
            return
        repairs = rows.Repairs()
        text = intake.columns.get("text", "text")
        convert = [_conversion(_type(schema, column)) for column in there]
        number = 0
        for number, values in enumerate(_rows(table, schema, there), start=1):
            record: dict[str, object] = {}
            for column, conversion, value in zip(there, convert, values, strict=True):
                record[column], kinds = (None, ()) if value is None else conversion(value)
                repairs.note(kinds, number)
            # An empty cell is an empty text, as it is in CSV.
            record[text] = record[text] or ""
            article = rows.article(record, intake, repairs, number=number, line=number)
            if article is not None:
                yield article
        repairs.tell(intake)
        if number == 0:
            intake.repair("no_records", "this table has columns but no rows, there is nothing to check")


@contextmanager
def _on_disk(intake: Intake) -> Iterator[Path]:
    """The file itself, or a copy on disk: Parquet is read from its end, which a stream cannot."""
    if intake.file is not None and origin.printable(intake.file) == intake.file:
        # An absolute path cannot be taken for an address.
        yield Path(intake.file).absolute()
        return
    with tempfile.TemporaryDirectory(prefix="checker-") as folder:
        path = Path(folder) / "table.parquet"
        with path.open("wb") as copy:
            while piece := intake.stream.read(_PIECE):
                try:
                    copy.write(piece)
                except OSError as full:
                    raise InputError(
                        f"its copy in {folder} cannot be written ({full.strerror}); name a folder "
                        "with more room in the environment as TMPDIR"
                    ) from full
        yield path


def _opened(path: Path) -> pl.LazyFrame:
    import polars as pl

    return _guarded(lambda: pl.scan_parquet(path, glob=False, hive_partitioning=False))


def _rows(table: pl.LazyFrame, schema: pl.Schema, columns: list[str]) -> Iterator[tuple[object, ...]]:
    """All rows, in slices of about SLICE bytes whatever the size of the file's row groups."""
    import polars as pl

    chosen = table.select(_expression(schema, column).alias(column) for column in columns)
    total: int = _guarded(lambda: table.select(pl.len()).collect()).item()
    start, height = 0, _FIRST_ROWS
    while start < total:
        part = _guarded(lambda: chosen.slice(start, height).collect(), start)  # noqa: B023 - called at once
        yield from part.iter_rows()
        start += height
        size = max(1, int(part.estimated_size()) // max(1, part.height))
        height = max(1, min(SLICE // size, height * _GROWTH, _MOST_ROWS))


def _type(schema: pl.Schema, column: str) -> pl.DataType | None:
    """The type of a column; a name with dots that is no column itself is a path into structs."""
    import polars as pl

    if column in schema:
        return schema[column]
    head, *path = column.split(".")
    found = schema.get(head)
    for name in path:
        fields = found.fields if isinstance(found, pl.Struct) else ()
        inner = next((field.dtype for field in fields if field.name == name), None)
        found = inner() if isinstance(inner, type) else inner
    return found


def _expression(schema: pl.Schema, column: str) -> pl.Expr:
    """A column or the field of a struct; times and days as numbers since 1970.

    Where a day is beyond what it can print, Polars does not fail but panics.
    """
    import polars as pl

    head, *path = [column] if column in schema else column.split(".")
    chosen = pl.col(head)
    for name in path:
        chosen = chosen.struct.field(name)
    match _type(schema, column):
        case pl.Datetime():
            return chosen.dt.timestamp("us")
        case pl.Date():
            return chosen.to_physical()
        case pl.Categorical() | pl.Enum():
            return chosen.cast(pl.String)
    return chosen


def _conversion(kind: pl.DataType | None) -> _Conversion:
    """From what ``_expression`` gives for a column of this type to a value of a record."""
    import polars as pl

    match kind:
        case pl.Datetime():
            zone = UTC if kind.time_zone else None
            return lambda value: (_moment(timedelta(microseconds=cast("int", value)), zone), ())
        case pl.Date():
            return lambda value: (_day(cast("int", value)), ())
        case pl.Binary():
            return lambda value: decode(cast("bytes", value))
        case pl.Float32() | pl.Float64():
            return lambda value: (_number(cast("float", value)), ())
    return lambda value: (value, ())


def _moment(since: timedelta, zone: timezone | None) -> str:
    try:
        return (datetime(1970, 1, 1, tzinfo=zone) + since).isoformat()
    except OverflowError:
        return f"{since.days} days from 1970"


def _day(days: int) -> str:
    try:
        return (date(1970, 1, 1) + timedelta(days=days)).isoformat()
    except OverflowError:
        return f"{days} days from 1970"


def _number(value: float) -> float | int:
    """Whole numbers as such: a column of them with gaps is one of floats in many a data frame."""
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def _no_strings(schema: pl.Schema, column: str) -> str | None:
    import polars as pl

    kind = _type(schema, column)
    if isinstance(kind, pl.String | pl.Categorical | pl.Enum | pl.Binary):
        return None
    return (
        f"the column {column!r} holds {kind} and no strings; map the one with the text: --column text=FIELD"
    )


def _guarded(read_on: Callable[[], _T], before: int = 0) -> _T:
    """What Polars reads; InputError, in one line, where it meets damage after the rows ``before``."""
    import polars as pl

    try:
        return read_on()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as damaged:
        reason = str(damaged).strip().partition("\n")[0]
        rest = f" after row {before}" if before else ""
        raise InputError(f"this Parquet file is cut short or damaged{rest} ({reason})") from damaged
