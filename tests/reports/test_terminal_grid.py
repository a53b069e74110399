"""The matrix of sources in the terminal report: few sources, sixty, long names."""

from __future__ import annotations

import io
import re

import pytest
from crowd import CHINESE, LONG, crowd
from rich.cells import cell_len
from rich.console import Console
from sample import CONTRADICTION, DENIAL, FULL, NUMBERS, finding, meridian, side, with_findings

from checker.records import Report
from checker.reports.grid import grid_lines
from checker.reports.look import Look


def grid(report: Report, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, color_system=None, _environ={})
    return [line.plain for line in grid_lines(report.findings, Look.of(console))]


def row(lines: list[str], name: str) -> list[str]:
    (line,) = [line for line in lines if name in line]
    return line.split(name)[1].split()


def test_two_sources_need_no_matrix() -> None:
    assert grid(with_findings(NUMBERS, DENIAL), 80) == []
    assert grid(with_findings(), 80) == []


def test_sources_stand_against_each_other_by_number() -> None:
    lines = grid(FULL, 80)
    assert lines[0] == "Who stands against whom"
    assert lines[1].split() == ["1", "2", "3", "4", "all"]
    assert row(lines, "1 Harbour Post") == ["·", "4", "·", "·", "4"]
    assert row(lines, "2 The Meridian") == ["4", "·", "1", "1", "4"]
    assert row(lines, "Coast Daily") == ["·", "1", "·", "·", "1"]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("number", [3, 12, 60])
def test_the_matrix_fits_every_width(number: int, width: int) -> None:
    lines = grid(crowd(number, findings=90), width)
    assert all(cell_len(line) <= width for line in lines)
    assert len({cell_len(line) for line in lines if re.match(r" +\d+ \S.* \d+$", line)}) == (width > 20)


@pytest.mark.parametrize(("width", "shown"), [(60, 9), (80, 12), (200, 12)])
def test_of_sixty_sources_the_most_involved_are_shown_and_the_rest_counted(width: int, shown: int) -> None:
    lines = grid(crowd(60, findings=300), width)
    rows = [line for line in lines if re.match(r" +\d+ \S", line)]
    assert len(rows) == shown
    hidden = re.search(r"and (\d+) more sources, each in (\d+) findings? ?(or fewer)?", " ".join(lines))
    assert hidden
    assert int(hidden[1]) == 60 - shown


def test_long_names_are_cut_by_cells_not_by_letters() -> None:
    lines = grid(crowd(3, findings=12), 80)
    assert any(LONG[:20] in line and "…" in line for line in lines)
    assert any(CHINESE in line for line in lines)


def test_a_source_name_cannot_steer_the_terminal() -> None:
    sides = [("\x1b[2Jevil", "B"), ("C", "B")]
    found = [finding(side("x", source=a), meridian("y", source=b), fingerprint=a) for a, b in sides]
    assert "\x1b" not in "".join(grid(with_findings(CONTRADICTION, *found), 80))
