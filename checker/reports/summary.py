"""The last screen of the terminal report: what a person reads in five seconds.

How many findings of which weight and kind, in how much, what limits that, and how the run ends.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from checker.records import Severity
from checker.reports import wording
from checker.reports.escape import one_line

if TYPE_CHECKING:
    from checker.records import Finding, Report
    from checker.reports.look import Look

_INDENT = 2
_GAP = 2


def summary_lines(report: Report, look: Look, ending: str | None) -> list[Text]:
    """Return the summary; ``ending`` is what the exit code means, None where nobody waits for one."""
    lines = look.wrapped(Text(wording.conclusion(report), "bold"), look.width)
    lines += _table(report.findings, look)
    for remark in wording.remarks(report):
        lines += look.wrapped(Text(remark), look.width)
    if ending:
        lines += look.wrapped(Text(ending, "bold"), look.width)
    return lines


def _table(findings: tuple[Finding, ...], look: Look) -> list[Text]:
    """One line a severity: its number, then its codes with theirs."""
    lines: list[Text] = []
    numbers = Counter(finding.severity for finding in findings)
    digits = max((len(f"{number:,}") for number in numbers.values()), default=0)
    labels = {severity: look.label(severity) for severity in Severity if numbers[severity]}
    width = max((label.cell_len for label in labels.values()), default=0)
    for severity, label in labels.items():
        left = Text(" " * _INDENT).append_text(label).append(" " * (width - label.cell_len + _GAP))
        left.append(f"{numbers[severity]:>{digits},}", "bold").append(" " * _GAP)
        of_it = [finding for finding in findings if finding.severity is severity]
        codes = look.wrapped(Text(_codes(of_it)), look.width - left.cell_len)
        rest = Text(" " * left.cell_len)
        lines += [(left if at == 0 else rest).copy().append_text(line) for at, line in enumerate(codes)]
    return lines


def _codes(findings: list[Finding]) -> str:
    names = {finding.code: one_line(finding.name) for finding in findings}
    numbers = Counter(finding.code for finding in findings)
    ordered = sorted(numbers, key=lambda code: (-numbers[code], code))
    if len(ordered) == 1:
        return f"{names[ordered[0]]} ({ordered[0]})"
    return ", ".join(f"{numbers[code]:,} {names[code]} ({code})" for code in ordered)
