"""What the reports look like, kept as files: CHECKER_WRITE_SNAPSHOTS=1 writes them anew."""

from __future__ import annotations

import os
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from crowd import crowd
from rich.console import Console
from sample import FULL, QUIET

from checker import reports
from checker.reports import terminal, text
from checker.reports.escape import safe_stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.records import Report

SNAPSHOTS = Path(__file__).parent / "snapshots"


ENDING = "Exit code 1: findings at or above --fail-on warning"


def drawn(report: Report, width: int, *, styled: bool = False, no_color: bool = False) -> str:
    stream = StringIO()
    colours = "standard" if styled else None
    console = Console(
        file=stream,
        width=width,
        force_terminal=styled,
        color_system=colours,
        no_color=no_color,
        _environ={},
    )
    terminal.render(report, console, stats=not styled, ending=ENDING)
    return stream.getvalue()


def on_code_page(report: Report, encoding: str) -> str:
    raw = BytesIO()
    stream = safe_stream(TextIOWrapper(raw, encoding=encoding, newline="\n"))
    terminal.render(report, Console(file=stream, width=80, _environ={}), ending=ENDING)
    stream.flush()
    return raw.getvalue().decode(encoding)


CROWD = crowd(60, findings=12)

PICTURES: dict[str, Callable[[], str]] = {
    "terminal-60.txt": lambda: drawn(FULL, 60),
    "terminal-80.txt": lambda: drawn(FULL, 80),
    "terminal-120.txt": lambda: drawn(FULL, 120),
    "terminal-200.txt": lambda: drawn(FULL, 200),
    "terminal-80.ansi": lambda: drawn(FULL, 80, styled=True),
    "terminal-120.ansi": lambda: drawn(FULL, 120, styled=True),
    "terminal-80-no-color.ansi": lambda: drawn(FULL, 80, styled=True, no_color=True),
    "terminal-crowd-60.txt": lambda: drawn(CROWD, 60),
    "terminal-crowd-80.txt": lambda: drawn(CROWD, 80),
    "terminal-crowd-120.txt": lambda: drawn(CROWD, 120),
    "terminal-crowd-200.txt": lambda: drawn(CROWD, 200),
    "terminal-cp437.txt": lambda: on_code_page(CROWD, "cp437"),
    "terminal-cp1252.txt": lambda: on_code_page(CROWD, "cp1252"),
    "terminal-quiet.txt": lambda: drawn(QUIET, 80),
    "report.txt": lambda: text.render(FULL, stats=True, ending=ENDING),
    "report.json": lambda: reports.render(FULL, "json"),
    "report.jsonl": lambda: reports.render(FULL, "jsonl"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_report_looks_as_it_did(name: str) -> None:
    path, shown = SNAPSHOTS / name, PICTURES[name]()
    if os.environ.get("CHECKER_WRITE_SNAPSHOTS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(shown.encode("utf-8"))
    assert shown.encode("utf-8") == path.read_bytes()


def test_no_snapshot_is_left_over() -> None:
    assert {path.name for path in SNAPSHOTS.iterdir()} == set(PICTURES)
