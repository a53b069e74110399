"""The report for a person at a terminal (``--format rich``): findings by event, problems, funnel, who
stands against whom, and a summary that is read in five seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from checker.reports import funnel, wording
from checker.reports.card import finding_lines
from checker.reports.events import by_event
from checker.reports.grid import grid_lines
from checker.reports.look import Look
from checker.reports.summary import summary_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from checker.records import Problem, Report
    from checker.reports.events import Event

_PROBLEMS_SHOWN = 10
_BEFORE_LABEL = 2


def render(report: Report, console: Console, *, stats: bool = False, ending: str | None = None) -> None:
    """Print ``report`` on ``console``, folded to its width; ``stats`` adds the funnel.

    The summary stands last, where the eye is when the output has scrolled by; ``ending`` is its last line
    and says what the exit code of the run means. Errors and warnings of reading are shortened to ten
    each; the JSON report holds all.
    """
    look = Look.of(console)
    for number, event in enumerate(by_event(report.findings)):
        _print(console, [*([Text()] if number else []), _heading(event, look)])
        for finding in event.findings:
            _print(console, [Text(), *finding_lines(finding, look)])
    blocks = [block for block in (_reading(report, look), *_tables(report, look, stats=stats)) if block]
    blocks.append(summary_lines(report, look, ending))
    rule = Text(look.glyphs.rule * look.width, "dim")
    for number, block in enumerate(blocks):
        _print(console, [Text(), rule] if number or report.findings else [])
        _print(console, block)


def _heading(event: Event, look: Look) -> Text:
    """A rule with the label of the event in it, and the number of its findings if it has several."""
    many = len(event.findings)
    number = f" {look.glyphs.dot} {wording.count(many, 'finding')}" if many > 1 else ""
    room = look.width - len(number) - 2 * (_BEFORE_LABEL + 1)
    line = Text(f"{look.glyphs.rule * _BEFORE_LABEL} ", "dim")
    line.append(look.cut(event.label or "no event named", room), "bold not dim").append(f"{number} ")
    return line.append(look.glyphs.rule * (look.width - line.cell_len))


def _tables(report: Report, look: Look, *, stats: bool) -> list[list[Text]]:
    return [_funnel(report) if stats else [], grid_lines(report.findings, look)]


def _reading(report: Report, look: Look) -> list[Text]:
    lines: list[Text] = []
    for title, style, problems in (
        ("Could not be read", "bold red", report.errors),
        ("Repaired while reading", "bold", report.warnings),
    ):
        if problems:
            lines += [*([Text()] if lines else []), *_problems(problems, Text(title, style), look)]
    return lines


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


def _print(console: Console, lines: Iterable[Text]) -> None:
    every = list(lines)
    if every:
        console.print(Text("\n").join(every), soft_wrap=True, highlight=False)
