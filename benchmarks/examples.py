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
from checker.rules import RULES

if TYPE_CHECKING:
    from checker.records import Report

FOLDER = Path("reports")

#: Columns of the terminal report that is kept as text.
WIDTH = 120


#: How the files of a format end, where not in its name.
SUFFIXES = {"text": "txt", "markdown": "md", "junit": "junit.xml", "github": "github.txt"}


def rendered(report: Report) -> dict[str, bytes]:
    """File name -> content, for every format that there is."""
    files = {}
    for name in reports.FORMATS:
        content = reports.render(report, name, RULES)
        content = content if isinstance(content, bytes) else content.encode("utf-8")
        files[f"seeds.{SUFFIXES.get(name, name)}"] = content
    stream = io.StringIO()
    terminal.render(
        report, Console(file=stream, width=WIDTH, color_system=None, force_terminal=False), stats=True
    )
    files["seeds.terminal.txt"] = stream.getvalue().encode("utf-8")
    return files


def main() -> None:
    """Write every file anew."""
    report = checker.check_paths(["seeds"])
    for name, content in rendered(report).items():
        (FOLDER / name).write_bytes(content)
        print(FOLDER / name)


if __name__ == "__main__":
    main()
