"""The last line of a report: what the exit code means."""

import pytest

from checker.commandline.endings import ending
from checker.gate.exit_codes import ExitCode
from checker.records import Finding, Report, Severity, Side, Stance, Summary, Tool
from checker.settings import FailOn

SIDE = Side("a", "A", None, None, None, None, 1, 1, 0, 1, "x", "", "", "x", None, Stance.ASSERTS)
NOTE = Finding("f", "SUP001", "superseded", Severity.NOTE, 0.5, 0.5, "", "", SIDE, SIDE)
EMPTY = Report(Tool("1", "e", "j"), Summary())
NOTED = Report(Tool("1", "e", "j"), Summary(findings=1), findings=(NOTE,))


@pytest.mark.parametrize(
    ("code", "report", "fail_on", "words"),
    [
        (ExitCode.CLEAN, EMPTY, FailOn.WARNING, "Exit code 0: no findings"),
        (ExitCode.CLEAN, NOTED, FailOn.WARNING, "Exit code 0: no finding that fails at --fail-on warning"),
        (ExitCode.CLEAN, NOTED, FailOn.NEVER, "Exit code 0: --fail-on never lets every finding pass"),
        (ExitCode.FINDINGS, NOTED, FailOn.NOTE, "Exit code 1: findings at or above --fail-on note"),
        (
            ExitCode.INCOMPLETE,
            NOTED,
            FailOn.NOTE,
            "Exit code 3: some content could not be read (--allow-errors accepts that)",
        ),
        (ExitCode.USAGE, EMPTY, FailOn.NOTE, "Exit code 2: there is no report to trust"),
    ],
)
def test_every_exit_code_is_told_in_words(code, report, fail_on, words):
    assert ending(code, report, fail_on) == words
