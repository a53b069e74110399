"""The report for a person at a terminal (``--format rich``): findings, problems, funnel, one-line summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from checker.reports import funnel, wording
from checker.reports.card import Look, finding_lines
from checker.reports.order import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from checker.records import Problem, Report

_PROBLEMS_SHOWN = 10


def render(report: Report, console: Console, *, stats: bool = False) -> None:
    """Print ``report`` on ``console``, folded to its width; ``stats`` adds the funnel.

    The summary stands last, where the eye is when the output has scrolled by. Errors and warnings of
    reading are shortened to ten each; the JSON report holds all.
    """
    look = Look.of(console)
    rule = Text(look.glyphs.rule * look.width, "dim")
    blocks = [finding_lines(finding, look) for finding in in_order(report.findings)]
    reading: list[Text] = []
    for title, style, problems in (
        ("Could not be read", "bold red", report.errors),
        ("Repaired while reading", "bold", report.warnings),
    ):
        if problems:
            reading += [*([Text()] if reading else []), *_problems(problems, Text(title, style), look)]
    if reading:
        blocks.append(reading)
    if stats:
        blocks.append(_funnel(report))
    blocks.append(_summary(report, look))
    for position, block in enumerate(blocks):
        if position:
            _print(console, [Text(), rule])
        _print(console, block)


def _problems(problems: Sequence[Problem], title: Text, look: Look) -> list[Text]:
    lines = [title]
    for each in problems[:_PROBLEMS_SHOWN]:
        folded = look.wrapped(Text(wording.problem(each)), look.width - 4)
        lines += [Text("  " if at == 0 else "    ").append_text(line) for at, line in enumerate(folded)]
    hidden = len(problems) - _PROBLEMS_SHOWN
    if hidden > 0:
        lines.append(Text(f"  and {hidden:,} more (the JSON report lists all)", "dim"))
    return lines


def _funnel(report: Report) -> list[Text]:
    rows = zip(funnel.rows(report.summary), funnel.lines(report.summary), strict=True)
    return [Text(line, ("bold", "", "dim")[row.depth]) for row, line in rows]


def _summary(report: Report, look: Look) -> list[Text]:
    lines = look.wrapped(Text(wording.conclusion(report), "bold"), look.width)
    codes = wording.by_code(report)
    if codes:
        lines += look.wrapped(Text(codes, "dim"), look.width)
    for remark in wording.remarks(report):
        lines += look.wrapped(Text(remark, "yellow"), look.width)
    return lines


def _print(console: Console, lines: Iterable[Text]) -> None:
    console.print(Text("\n").join(lines), soft_wrap=True, highlight=False)
