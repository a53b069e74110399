"""Findings as a Polars table: one row each, flat columns only, so that CSV and Parquet both take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from checker.reports.order import in_order

if TYPE_CHECKING:
    from checker.records import Finding, Report, Side

_FINDING_COLUMNS: tuple[tuple[str, pl.DataType], ...] = (
    ("fingerprint", pl.String()),
    ("code", pl.String()),
    ("name", pl.String()),
    ("severity", pl.String()),
    ("score", pl.Float64()),
    ("similarity", pl.Float64()),
    ("explanation", pl.String()),
    ("reasons_for", pl.String()),
    ("reasons_against", pl.String()),
    ("event", pl.String()),
    ("sources_a", pl.Int64()),
    ("sources_b", pl.Int64()),
)
_SIDE_COLUMNS: tuple[tuple[str, pl.DataType], ...] = (
    ("article", pl.String()),
    ("source", pl.String()),
    ("title", pl.String()),
    ("url", pl.String()),
    ("path", pl.String()),
    ("published", pl.String()),
    ("line", pl.Int64()),
    ("column", pl.Int64()),
    ("start", pl.Int64()),
    ("end", pl.Int64()),
    ("text", pl.String()),
    ("before", pl.String()),
    ("after", pl.String()),
    ("claim", pl.String()),
    ("speaker", pl.String()),
    ("stance", pl.String()),
    ("copies", pl.Int64()),
)


def findings_frame(report: Report) -> pl.DataFrame:
    """Return one row a finding, in the order of the JSON report.

    The columns of the sides carry the prefixes ``a_`` and ``b_``. ``published`` stays text, since a time
    and a day are both allowed. Several reasons are joined by line breaks. Members and evidence are
    lists of objects and stand in the JSON report only. Names and types are the same without findings.
    """
    rows = [_row(finding) for finding in in_order(report.findings)]
    return pl.DataFrame(rows, schema=_schema(), orient="row")


def _schema() -> pl.Schema:
    columns = dict(_FINDING_COLUMNS)
    for side in ("a", "b"):
        columns |= {f"{side}_{name}": dtype for name, dtype in _SIDE_COLUMNS}
    return pl.Schema(columns)


def _row(finding: Finding) -> list[str | int | float | None]:
    own: list[object] = [
        getattr(finding, name) for name, _ in _FINDING_COLUMNS if not name.startswith("reasons_")
    ]
    position = [name for name, _ in _FINDING_COLUMNS].index("reasons_for")
    own[position:position] = [_reasons(finding, supports=True), _reasons(finding, supports=False)]
    return [_cell(value) for value in (*own, *_side(finding.a), *_side(finding.b))]


def _reasons(finding: Finding, *, supports: bool) -> str:
    return "\n".join(reason.text for reason in finding.reasons if reason.supports is supports)


def _side(side: Side) -> list[object]:
    return [getattr(side, name) for name, _ in _SIDE_COLUMNS]


def _cell(value: object) -> str | int | float | None:
    if value is None or isinstance(value, int | float):
        return value
    # Polars keeps strict UTF-8; a lone surrogate becomes its escape instead of an error.
    return str(value).encode("utf-8", "backslashreplace").decode("utf-8")
