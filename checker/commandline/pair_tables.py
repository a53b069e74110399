"""Tables of claim pairs: read for ``checker judge`` and written with its verdicts, both with Polars."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.commandline.outputs import file_complaint
from checker.errors import InputError, MissingPathError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import polars as pl

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".parquet")
VERDICT_COLUMNS = ("contradiction", "entailment", "neutral", "score", "code")
"""What a verdict adds to a row: four probabilities in 0..1 and a rule code or null."""


def read_pairs(path: Path) -> pl.DataFrame:
    """The table in ``path``, whose columns ``a`` and ``b`` are texts; other columns stand as they are.

    The kind of file goes by its suffix; CSV columns are all read as text. Raises MissingPathError if there
    is no such file, UsageError for another suffix or for missing columns (all of them named), and InputError
    for content that cannot be read.
    """
    import polars as pl

    if not path.is_file():
        raise MissingPathError(
            f"{path}: there is no such file; name a table of pairs ({', '.join(SUFFIXES)})"
        )
    suffix = _suffix(path)
    try:
        if suffix == ".csv":
            # As text, so that "007" comes back out of --output as it went in.
            table = pl.read_csv(path, infer_schema=False)
        elif suffix == ".parquet":
            table = pl.read_parquet(path)
        elif not path.read_bytes().strip():
            table = pl.DataFrame(schema={"a": pl.String, "b": pl.String})
        else:
            table = pl.read_ndjson(path, infer_schema_length=None)
    except pl.exceptions.NoDataError:
        raise InputError(f"{path}: the file is empty; its first line must name columns a and b") from None
    except PermissionError:
        raise MissingPathError(f"{path}: the file cannot be opened; check its permissions") from None
    except (pl.exceptions.PolarsError, OSError) as error:
        place = _broken_line(path) if suffix in {".jsonl", ".ndjson"} else ""
        # Polars goes on about its own arguments after the first line.
        reason = place or f": {str(error).splitlines()[0]}"
        raise InputError(f"{path}{reason}; mend or remove it and run again") from error
    return _with_texts(table, path)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path}: a table of pairs is one of {', '.join(SUFFIXES)}, told by the file's name")
    return suffix


def _broken_line(path: Path) -> str:
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        try:
            record = json.loads(line) if line.strip() else {}
        except ValueError as error:
            return f":{number}: the line is no JSON ({error})"
        if not isinstance(record, dict):
            return f":{number}: the line is no JSON object"
    return ""


def _with_texts(table: pl.DataFrame, path: Path) -> pl.DataFrame:
    import polars as pl

    missing = [name for name in ("a", "b") if name not in table.columns]
    if missing:
        there = ", ".join(table.columns) or "none"
        raise UsageError(f"{path}: missing column(s) {', '.join(missing)}; the columns there are {there}")
    nested = [name for name in ("a", "b") if table.schema[name].is_nested()]
    if nested:
        raise UsageError(f"{path}: column(s) {', '.join(nested)} hold lists or records; they must hold texts")
    return table.with_columns(pl.col("a", "b").cast(pl.String))


def empty_rows(table: pl.DataFrame) -> dict[int, str]:
    """Rows that cannot be judged: their number from 0, and the columns (``a``, ``b``) that hold no text."""
    import polars as pl

    blank = table.select(pl.col("a", "b").str.strip_chars().fill_null("") == "")
    return {
        row: " and ".join(name for name, is_blank in zip(("a", "b"), columns, strict=True) if is_blank)
        for row, columns in enumerate(blank.iter_rows())
        if any(columns)
    }


def require_writable(path: Path, table: pl.DataFrame, source: Path) -> None:
    """Raise UsageError if ``table``, read from ``source``, cannot go to ``path`` with its verdicts."""
    _suffix(path)
    complaint = file_complaint(path)
    if not complaint and path.resolve() == source.resolve():
        complaint = f"{path} is the table that is read; name another file"
    taken = [name for name in VERDICT_COLUMNS if name in table.columns]
    if not complaint and taken:
        complaint = f"{source} has columns {', '.join(taken)} already; rename them there"
    if complaint:
        raise UsageError(f"--output: {complaint}")


def write_verdicts(path: Path, table: pl.DataFrame, verdicts: Sequence[Mapping[str, object]]) -> None:
    """Write ``table`` with VERDICT_COLUMNS added, one verdict a row, to ``path`` by its suffix."""
    import polars as pl

    suffix = _suffix(path)
    schema = {name: pl.String if name == "code" else pl.Float64 for name in VERDICT_COLUMNS}
    columns = {name: [verdict[name] for verdict in verdicts] for name in VERDICT_COLUMNS}
    judged = table.hstack(pl.DataFrame(columns, schema=schema))
    try:
        if suffix == ".csv":
            judged.write_csv(path)
        elif suffix == ".parquet":
            judged.write_parquet(path)
        else:
            judged.write_ndjson(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UsageError(f"--output: {path} cannot be written: {error}") from error
