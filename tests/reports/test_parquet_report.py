"""Parquet: the table with its types, in a file of its own."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from sample import FULL, QUIET
from strange import reports as strange_reports

from checker import reports
from checker.errors import UsageError
from checker.records import Report
from checker.reports import parquet
from checker.reports.table import findings_frame


@settings(max_examples=40, deadline=None)
@given(strange_reports())
def test_the_table_comes_back_as_it_was(report: Report) -> None:
    assert pl.read_parquet(io.BytesIO(parquet.render(report))).equals(findings_frame(report))


def test_without_findings_names_and_types_are_there() -> None:
    back = pl.read_parquet(io.BytesIO(parquet.render(QUIET)))
    assert back.height == 0
    assert back.schema == findings_frame(FULL).schema


def test_the_same_report_is_the_same_bytes() -> None:
    assert parquet.render(FULL) == parquet.render(FULL)


def test_a_file_holds_the_bytes(tmp_path: Path) -> None:
    reports.write(FULL, "parquet", tmp_path / "r.parquet")
    assert pl.read_parquet(tmp_path / "r.parquet").equals(findings_frame(FULL))
    assert [path.name for path in tmp_path.iterdir()] == ["r.parquet"]


def test_it_is_no_text() -> None:
    with pytest.raises(UsageError, match="--output parquet=FILE"):
        reports.render_text(FULL, "parquet")
