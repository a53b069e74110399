"""Where the results of ``check`` and ``articles`` go: files, stdout, and what of them stderr tells."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from checker import reports
from checker.commandline import console, listings
from checker.commandline.flags import ListingFormat, ReportFormat
from checker.reports import funnel
from checker.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.commandline.outputs import Output
    from checker.records import Report
    from checker.searching import Search
    from checker.sources import Reading
    from checker.understanding import Understanding

_FOR_PEOPLE = frozenset({ReportFormat.RICH, ReportFormat.TEXT})


def show_report(
    report: Report,
    view: ReportFormat | None,
    outputs: Sequence[Output],
    *,
    stats: bool,
    quiet: bool,
    ending: str | None = None,
    drafts: Sequence[str] = (),
) -> None:
    """Write ``report`` to ``outputs``, and to stdout as ``view``; its problems and funnel go to stderr.

    Without a ``view``, stdout gets nothing if there are ``outputs``, else what suits it. A view for people
    holds problems and funnel itself, so they are not told twice on one screen, and ends with ``ending``,
    what the exit code means. ``drafts`` are the paths that were checked against others, where formats that
    point into files point.
    """
    for output in outputs:
        reports.write(report, output.format, output.path, RULES, drafts)
    on_terminal = sys.stdout.isatty()
    if view is None and not outputs:
        view = ReportFormat.RICH if on_terminal else ReportFormat.TEXT
    if not (view in _FOR_PEOPLE and on_terminal):
        say_all_problems(report, quiet=quiet)
    if stats and view not in _FOR_PEOPLE:
        console.say("\n".join(funnel.lines(report.summary)))
    if view is not None:
        _write(report, view, stats=stats, ending=ending, drafts=drafts)


def show_articles(
    understood: Iterable[Understanding], view: ListingFormat, total: int, *, quiet: bool
) -> None:
    """Write what was understood of ``total`` articles to stdout, one after the other but for the table."""
    if view is ListingFormat.TABLE:
        with console.progress(quiet=quiet) as advance:
            rows = []
            for done, each in enumerate(understood, start=1):
                rows.append(each)
                if advance is not None:
                    advance("understanding articles", done, total)
        console.write_rich(lambda screen: screen.print(listings.understanding_table(rows)))
        return
    for each in understood:
        if view is ListingFormat.JSONL:
            read_on = console.write_json(json.dumps(each.as_dict()))
        else:
            read_on = console.write_text(f"{listings.understanding_text(each)}\n\n")
        if not read_on:
            break


def say_all_problems(found: Report | Reading | Search, *, quiet: bool) -> None:
    """Tell stderr what was lost and, unless ``quiet``, what was repaired."""
    console.say_problems("error", found.errors)
    if not quiet:
        console.say_problems("warning", found.warnings)


def _write(
    report: Report, view: ReportFormat, *, stats: bool, ending: str | None, drafts: Sequence[str]
) -> None:
    if view is ReportFormat.RICH:
        from checker.reports import terminal

        console.write_rich(lambda screen: terminal.render(report, screen, stats=stats, ending=ending))
    elif view is ReportFormat.TEXT:
        from checker.reports import text

        console.write_text(text.render(report, stats=stats, ending=ending))
    else:
        console.write_json(reports.render_text(report, view.value, RULES, drafts))
