"""CSV: every reader gets the table back, and no spreadsheet a formula."""

from __future__ import annotations

import csv
import io
import re

import polars as pl
import pytest
from hypothesis import given, settings
from sample import CONTRADICTION, FULL, QUIET, finding, meridian, side, with_findings
from strange import reports

from checker.records import Report
from checker.reports import csv as csv_format
from checker.reports.table import findings_frame

_NEUTRALISED = re.compile(r"((?:^|[;\t\r\n])[\s\x00-\x1f\u200b\ufeff]*'*)'([=+\-@＝＋－＠])")


def original(cell: str) -> str:
    """A cell without the apostrophes that keep it from being a formula."""
    return _NEUTRALISED.sub(r"\1\2", cell)


def first_cell(text: str) -> str:
    """What a spreadsheet reads where the sentence of side a stands."""
    written = csv_format.render(with_findings(finding(side(text), meridian("b"))))
    return next(csv.DictReader(io.StringIO(written, newline="")))["a_text"]


@settings(max_examples=50, deadline=None)
@given(reports())
def test_polars_reads_back_what_was_written(report: Report) -> None:
    frame = findings_frame(report)
    back = pl.read_csv(csv_format.render(report).encode(), schema=frame.schema)
    texts = pl.col(pl.String).map_elements(original, return_dtype=pl.String)
    assert back.with_columns(texts).equals(frame)


@settings(max_examples=50, deadline=None)
@given(reports())
def test_the_csv_module_reads_back_what_was_written(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_format.render(report), newline="")))
    expected = findings_frame(report).rows(named=True)
    assert len(rows) == len(expected)
    for row, want in zip(rows, expected, strict=True):
        assert {name: original(cell) for name, cell in row.items()} == {
            name: "" if value is None else str(value) for name, value in want.items()
        }


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
@pytest.mark.parametrize(
    "before", ["", " ", "\t", "\r", "\n", "\u00a0", "\ufeff", "'", "text;", "text;\t ", "a\n"]
)
def test_no_cell_begins_as_a_formula_wherever_a_program_parts_cells(sign: str, before: str) -> None:
    cell = first_cell(f"{before}{sign}HYPERLINK(1)")
    for part in re.split("[;\t\r\n]", cell):
        assert not part.strip(" \u00a0\ufeff\u200b").startswith(sign)


def test_a_sign_within_words_and_a_negative_number_stay_as_they_are() -> None:
    assert first_cell("a well-known 2+2 = 4 me@example.org") == "a well-known 2+2 = 4 me@example.org"
    written = csv_format.render(with_findings(finding(side("a"), meridian("b"), similarity=-0.25)))
    assert next(csv.DictReader(io.StringIO(written, newline="")))["similarity"] == "-0.25"


def test_rows_end_as_the_standard_asks_and_there_is_no_byte_order_mark() -> None:
    written = csv_format.render(with_findings(CONTRADICTION, CONTRADICTION))
    assert written.startswith('"fingerprint"')
    assert written.endswith("\r\n")
    assert written.count("\r\n") == 3


def test_without_findings_there_is_a_header() -> None:
    assert csv_format.render(QUIET).count("\r\n") == 1
    assert csv_format.render(QUIET) == csv_format.render(FULL).partition("\r\n")[0] + "\r\n"


def test_findings_stand_in_the_order_of_every_report() -> None:
    rows = csv.DictReader(io.StringIO(csv_format.render(with_findings(*FULL.findings[::-1])), newline=""))
    assert [row["code"] for row in rows] == ["CON001", "NUM001", "DEN001", "SUP001"]
