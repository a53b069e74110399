"""Where the report of ``checker check`` goes: files, stdout, and what of it stderr tells."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker import reports
from checker.commandline import console
from checker.commandline.flags import ReportFormat
from checker.reports import funnel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.commandline.outputs import Output
    from checker.records import Report
    from checker.sources import Reading

_FOR_PEOPLE = frozenset({ReportFormat.RICH, ReportFormat.TEXT})


def show_report(
    report: Report, view: ReportFormat | None, outputs: Sequence[Output], *, stats: bool, quiet: bool
) -> None:
    """Write ``report`` to ``outputs``, and to stdout as ``view``; its problems and funnel go to stderr.

    Without a ``view``, stdout gets nothing if there are ``outputs``, else what suits it. A view for people
    holds problems and funnel itself, so they are not told twice on one screen.
    """
    for output in outputs:
        reports.write(report, output.format, output.path)
    on_terminal = sys.stdout.isatty()
    if view is None and not outputs:
        view = ReportFormat.RICH if on_terminal else ReportFormat.TEXT
    if not (view in _FOR_PEOPLE and on_terminal):
        say_all_problems(report, quiet=quiet)
    if stats and view not in _FOR_PEOPLE:
        console.say("\n".join(funnel.lines(report.summary)))
    if view is not None:
        _write(report, view, stats=stats)


def say_all_problems(found: Report | Reading, *, quiet: bool) -> None:
    """Tell stderr what was lost and, unless ``quiet``, what was repaired."""
    console.say_problems("error", found.errors)
    if not quiet:
        console.say_problems("warning", found.warnings)


def _write(report: Report, view: ReportFormat, *, stats: bool) -> None:
    if view is ReportFormat.RICH:
        from checker.reports import terminal

        console.write_rich(lambda screen: terminal.render(report, screen, stats=stats))
    elif view is ReportFormat.TEXT:
        from checker.reports import text

        console.write_text(text.render(report, stats=stats))
    else:
        console.write_json(reports.render(report, view.value))
