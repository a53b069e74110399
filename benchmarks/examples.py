"""Make the example reports: ``python -m benchmarks.examples`` writes reports/ from seeds/.

The articles are read from the repository's root, so the paths in the reports are the same everywhere.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

import checker
from checker import reports
from checker.reports import terminal

if TYPE_CHECKING:
    from checker.records import Report

FOLDER = Path("reports")

#: Columns of the terminal report that is kept as text.
WIDTH = 120


def rendered(report: Report) -> dict[str, str]:
    """File name -> content, for every format that there is."""
    suffix = {"text": "txt"}
    files = {f"seeds.{suffix.get(name, name)}": reports.render(report, name) for name in reports.FORMATS}
    stream = io.StringIO()
    terminal.render(
        report, Console(file=stream, width=WIDTH, color_system=None, force_terminal=False), stats=True
    )
    files["seeds.terminal.txt"] = stream.getvalue()
    return files


def main() -> None:
    """Write every file anew."""
    report = checker.check_paths(["seeds"])
    for name, content in rendered(report).items():
        (FOLDER / name).write_text(content, encoding="utf-8", newline="\n")
        print(FOLDER / name)


if __name__ == "__main__":
    main()
