"""Plain text for pipes, logs and editors: no colour, no boxes, one block a finding.

The first line of a block has the form that editors jump to:
``path:line:column: CODE severity message (score)``. It is never wrapped; all other lines are at most
100 characters wide.

The log of a job is read by the machine that runs it: what GitHub, Azure DevOps or TeamCity would take for
a command (``::name``, ``##[name]``, ``##vso[name]``) stands escaped, as an article may hold one.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from checker.reports import funnel, wording
from checker.reports.escape import one_line
from checker.reports.order import in_order

if TYPE_CHECKING:
    from checker.records import Finding, Report, Side

_WIDTH = 100
_INDENT = "    "
_COMMAND = re.compile(r":(?=:\w)|#(?=#\w*\[)")


def render(report: Report, *, stats: bool = False, ending: str | None = None) -> str:
    """Return the findings, then what could not be read, the funnel if ``stats``, and a summary.

    ``ending`` is its last line and says what the exit code of the run means.
    """
    blocks = [_finding(finding) for finding in in_order(report.findings)]
    for title, problems in (("error", report.errors), ("warning", report.warnings)):
        if problems:
            blocks.append([_inert(f"{title}: {wording.problem(each)}") for each in problems])
    if stats:
        blocks.append(funnel.lines(report.summary))
    blocks.append(_summary(report, ending))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _finding(finding: Finding) -> list[str]:
    message = ": ".join(one_line(part).rstrip(".") for part in (finding.name, finding.explanation) if part)
    certainty = f"{wording.certainty(finding.score)}, {finding.score:.2f}"
    lines = [
        _inert(
            f"{wording.location(finding.a)}: {finding.code} {finding.severity.value} {message} ({certainty})"
        )
    ]
    for side, date in zip((finding.a, finding.b), wording.dates(finding.a, finding.b), strict=True):
        lines += _side(side, date)
    for reason in sorted(finding.reasons, key=lambda each: not each.supports):
        lines += _wrapped(one_line(reason.text), f"  {'+' if reason.supports else '-'} ", _INDENT)
    return lines


def _side(side: Side, date: str) -> list[str]:
    head = f"{one_line(side.source)}, {date}, {wording.voice(side)} ({wording.location(side)})"
    lines = _wrapped(head, "  ", _INDENT)
    lines += _wrapped(f'"{one_line(side.text)}"', _INDENT, _INDENT)
    carried = wording.carried_by(side)
    return lines + (_wrapped(carried, _INDENT, _INDENT) if carried else [])


def _summary(report: Report, ending: str | None) -> list[str]:
    codes = wording.by_code(report)
    lines = [*wording.remarks(report), *([codes] if codes else []), wording.conclusion(report)]
    lines += [ending] if ending else []
    return [line for text in lines for line in _wrapped(f"{text}.", "", "")]


def _inert(text: str) -> str:
    return _COMMAND.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    text = _inert(text)
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
