"""What the exit code of a check means, in the words that stand under its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.gate.exit_codes import ExitCode
from checker.settings import FailOn

if TYPE_CHECKING:
    from checker.records import Report


def ending(code: ExitCode, report: Report, fail_on: FailOn) -> str:
    """Return ``Exit code 1: findings at or above --fail-on warning``; what ``report`` lacks decides for 0."""
    return f"Exit code {int(code)}: {_meaning(code, report, fail_on)}"


def _meaning(code: ExitCode, report: Report, fail_on: FailOn) -> str:
    if code is ExitCode.FINDINGS:
        return f"findings at or above --fail-on {fail_on.value}"
    if code is ExitCode.INCOMPLETE:
        return "some content could not be read (--allow-errors accepts that)"
    if code is not ExitCode.CLEAN:
        return "there is no report to trust"
    if not report.findings:
        return "no findings"
    return (
        "--fail-on never lets every finding pass"
        if fail_on is FailOn.NEVER
        else f"no finding that fails at --fail-on {fail_on.value}"
    )
