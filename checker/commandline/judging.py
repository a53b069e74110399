"""From a table of pairs to a verdict a row: the work of ``checker judge``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.commandline import console, pair_tables
from checker.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import polars as pl

    from checker.settings import Settings


def judge_table(path: Path, output: Path | None, settings: Settings, *, quiet: bool) -> tuple[Problem, ...]:
    """Judge the pairs in ``path``; the verdicts go to the table ``output``, or to stdout if that is None.

    Returns the rows that hold no pair, counted from 1. Raises what reading and writing such tables raises.
    """
    table = pair_tables.read_pairs(path)
    if output is not None:
        pair_tables.require_writable(output, table, path)
    empty = pair_tables.empty_rows(table)
    with console.progress(quiet=quiet) as advance:
        verdicts = _verdicts(table, empty, settings)
        judged = []
        for done, verdict in enumerate(verdicts, start=1):
            if output is not None:
                judged.append(verdict)
            elif not console.write_json(json.dumps(verdict)):
                break
            if advance is not None:
                advance("judging", done, table.height)
    if output is not None:
        pair_tables.write_verdicts(output, table, judged)
    return tuple(
        Problem(path.as_posix(), f"row {row + 1}: no text in {columns}, so it has no verdict; fill it in")
        for row, columns in empty.items()
    )


def _verdicts(table: pl.DataFrame, empty: dict[int, str], settings: Settings) -> Iterator[dict[str, object]]:
    """One verdict a row, in order; all null for the rows that are ``empty``."""
    from checker import comparing

    pairs = table.select("a", "b").iter_rows()
    judged = comparing.judge_rows(((a, b) for row, (a, b) in enumerate(pairs) if row not in empty), settings)
    for row in range(table.height):
        if row in empty:
            yield dict.fromkeys(pair_tables.VERDICT_COLUMNS)
        else:
            verdict = next(judged)
            yield {name: verdict[name] for name in pair_tables.VERDICT_COLUMNS}
