"""Workflow commands of GitHub Actions: printed in a step, each finding becomes an annotation of its line.

One line a finding: ``::error file=…,line=…,col=…,title=…::message``. GitHub takes commands only from lines
that begin with one, and every line break inside is encoded, so no text of an article can begin a command of
its own. Of each level GitHub shows the first ten annotations a step; the heaviest findings stand first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Severity
from checker.reports import wording
from checker.reports.escape import one_line
from checker.reports.order import in_order
from checker.reports.places import place, pointed_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.records import Finding, Problem, Report, Side

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# The percent sign goes first, or it would encode those of the others.
_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


def render(report: Report, drafts: Sequence[str] = ()) -> str:
    """Return one command a finding, one a lost or repaired input, and a last line that sums up the run.

    Accepted (suppressed) findings give no annotation. One stands at side a, or in a draft
    (``checker.reports.places.pointed_at``).
    """
    lines = [_finding(finding, drafts) for finding in in_order(report.findings)]
    lines += [_problem("error", "could not be read", each) for each in report.errors]
    lines += [_problem("warning", "was repaired", each) for each in report.warnings]
    lines.append(f"checker: {'. '.join([wording.conclusion(report), *wording.remarks(report)])}.")
    return "\n".join(lines) + "\n"


def command(level: str, message: str, properties: dict[str, str | int | None]) -> str:
    """Return ``::level name=value,…::message``, encoded as GitHub's runner decodes it.

    ``level`` is ``error``, ``warning`` or ``notice``; properties without a value are left out.
    """
    given = [
        f"{name}={encode_property(str(value))}" for name, value in properties.items() if value is not None
    ]
    return f"::{level}{' ' if given else ''}{','.join(given)}::{encode_data(message)}"


def encode_data(text: str) -> str:
    """Encode the message of a command: percent signs and line breaks."""
    for character, code in _IN_DATA:
        text = text.replace(character, code)
    return text


def encode_property(text: str) -> str:
    """Encode the value of a property: also the colons and commas that would end it."""
    for character, code in _IN_PROPERTIES:
        text = text.replace(character, code)
    return text


def _finding(finding: Finding, drafts: Sequence[str]) -> str:
    where = place(pointed_at(finding, drafts)[0])
    title = f"{one_line(finding.code)} {one_line(finding.name)} ({wording.certainty(finding.score)})"
    dates = wording.dates(finding.a, finding.b)
    sides = [_side(side, date) for side, date in zip((finding.a, finding.b), dates, strict=True)]
    return command(
        _LEVELS[finding.severity],
        "\n".join([f"{one_line(finding.explanation).rstrip('.')}.", *sides]),
        {
            "file": one_line(where.path) if where else None,
            "line": where.line if where else None,
            "col": where.column if where else None,
            "title": title,
        },
    )


def _side(side: Side, date: str) -> str:
    head = f"{one_line(side.source)}, {date}, {wording.voice(side)} ({wording.location(side)})"
    return f"{head}: “{one_line(side.text)}”"


def _problem(level: str, title: str, problem: Problem) -> str:
    file = None if problem.path in ("", "-") else one_line(problem.path)
    properties = {"file": file, "line": problem.line if file else None, "title": f"checker: {title}"}
    return command(level, wording.problem(problem), properties)
