"""The findings as a table keep their names and types."""

from __future__ import annotations

import polars as pl
from sample import CONTRADICTION, FULL, QUIET, finding, meridian, side, with_findings

from checker.reports.table import findings_frame


def test_one_row_a_finding_in_the_order_of_the_report() -> None:
    frame = findings_frame(FULL)
    assert frame["code"].to_list() == ["CON001", "NUM001", "DEN001", "SUP001"]
    assert frame["a_source"][0] == "Harbour Post"
    assert frame["b_line"][0] == 12
    assert frame["b_published"][1] is None
    assert frame["score"][0] == 0.93


def test_names_and_types_are_the_same_without_findings() -> None:
    empty = findings_frame(QUIET)
    assert empty.height == 0
    assert empty.schema == findings_frame(FULL).schema
    assert empty.schema["a_start"] == pl.Int64
    assert empty.schema["b_speaker"] == pl.String


def test_reasons_are_parted_into_those_for_and_against() -> None:
    row = findings_frame(with_findings(CONTRADICTION)).row(0, named=True)
    assert row["reasons_for"].count("\n") == 1
    assert row["reasons_against"] == "The second report is three days younger."
    assert row["explanation"] == CONTRADICTION.explanation
    assert row["event"] == "Sund ferry"


def test_the_table_can_be_written_as_csv() -> None:
    assert findings_frame(FULL).write_csv().count("Harbour Post") == 4


def test_a_lone_surrogate_becomes_its_escape() -> None:
    frame = findings_frame(with_findings(finding(side("a\ud800"), meridian("b"))))
    assert frame["a_text"][0] == "a\\ud800"


def test_to_polars_of_a_report_is_this_table() -> None:
    assert FULL.to_polars().equals(findings_frame(FULL))
