"""Which findings fail a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.gate.exit_codes import ExitCode
from checker.records import Severity
from checker.settings import FailOn

if TYPE_CHECKING:
    from checker.records import Report


_WEIGHT = {Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


def reaches(severity: Severity, fail_on: FailOn) -> bool:
    """Whether a finding of ``severity`` is at or above the threshold ``fail_on``."""
    return fail_on is not FailOn.NEVER and _WEIGHT[severity] >= _WEIGHT[Severity(fail_on.value)]


def exit_code(report: Report, *, fail_on: FailOn = FailOn.WARNING, allow_errors: bool = False) -> ExitCode:
    """The exit code that ``report`` stands for.

    Content that was lost outranks findings: a report that is incomplete may lack the worst of them.
    """
    if report.errors and not allow_errors:
        return ExitCode.INCOMPLETE
    if any(reaches(finding.severity, fail_on) for finding in report.findings):
        return ExitCode.FINDINGS
    return ExitCode.CLEAN
