"""The funnel groups reasons and sorts them by count."""

from __future__ import annotations

from sample import NOTHING, SUMMARY

from checker.records import Summary
from checker.reports.funnel import Row, lines, rows


def test_steps_stand_in_the_order_of_the_pipeline() -> None:
    steps = [row.number for row in rows(SUMMARY)[1:7]]
    assert steps == [6, 214, 318, 1905, 629, 4]


def test_reasons_are_grouped_summed_and_sorted() -> None:
    table = rows(Summary(dropped={"b.x": 2, "a.y": 1, "a.z": 4, "b.w": 3, "single": 9}))
    assert table[table.index(Row(0, "Dropped")) + 1 :] == [
        Row(1, "single", 9),
        Row(1, "a", 5),
        Row(2, "z", 4),
        Row(2, "y", 1),
        Row(1, "b", 5),
        Row(2, "w", 3),
        Row(2, "x", 2),
    ]


def test_headings_without_reasons_are_left_out() -> None:
    assert [row.label for row in rows(NOTHING.summary) if row.depth == 0] == ["Funnel"]


def test_counts_are_aligned_to_the_right() -> None:
    shown = [line for line in lines(SUMMARY) if line[-1].isdigit()]
    assert len({len(line) for line in shown}) == 1
    assert "  pairs considered  1,905" in shown
