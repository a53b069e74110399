"""The formats for machines, kept as files: CHECKER_WRITE_SNAPSHOTS=1 writes them anew."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from sample import FULL, SUPERSEDED

from checker import reports
from checker.records import Suppressed

FOLDER = Path(__file__).parent / "format_snapshots"
REPORT = replace(
    FULL,
    findings=FULL.findings[:3],
    summary=replace(FULL.summary, findings=3, suppressed=1),
    suppressed=(Suppressed(SUPERSEDED, "suppression", "The captain did change."),),
)
FILES = {
    "report.json": "json",
    "report.md": "markdown",
    "report.sarif": "sarif",
    "report.junit.xml": "junit",
    "report.github.txt": "github",
    "report.csv": "csv",
}


@pytest.mark.parametrize("name", FILES)
def test_the_format_is_as_it_was(name: str) -> None:
    path, shown = FOLDER / name, reports.render_text(REPORT, FILES[name]).encode("utf-8")
    if os.environ.get("CHECKER_WRITE_SNAPSHOTS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(shown)
    assert shown == path.read_bytes()


def test_no_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(FILES)
