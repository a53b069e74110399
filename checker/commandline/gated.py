"""The gate at the command line: the baseline before the work, the decision after it, its words on stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from checker.commandline import console
from checker.commandline.endings import ending
from checker.commandline.flags import ReportFormat
from checker.gate import baseline_file, gating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.commandline.outputs import Output
    from checker.gate.baseline import Baseline
    from checker.gate.deciding import Decision
    from checker.records import Report
    from checker.settings import Settings


def baseline_of(settings: Settings) -> Baseline | None:
    """The baseline that the settings name, if they do. Raises UsageError if it is missing or damaged."""
    return None if settings.baseline is None else baseline_file.load(settings.baseline)


def decided(report: Report, settings: Settings, baseline: Baseline | None, *, partial: bool) -> Decision:
    """What the gate of ``settings`` says of ``report``; ``partial`` if it was compared with an archive."""
    return gating.gate(
        report,
        fail_on=settings.fail_on,
        baseline=baseline,
        limits=settings.limits,
        suppress=settings.suppress,
        overrides=settings.overrides,
        allow_errors=settings.allow_errors,
        partial=partial,
    )


def last_line(decision: Decision, settings: Settings) -> str:
    """What the exit code means, for the end of a report: the gate's own sentences if it has any."""
    if decision.sentences:
        return f"Exit code {int(decision.exit_code)}: {'; '.join(decision.sentences)}"
    return ending(decision.exit_code, decision.report, settings.fail_on)


def on_screen(view: ReportFormat | None, outputs: Sequence[Output]) -> bool:
    """Whether the report that ends with ``last_line`` is before the user's eyes already."""
    for_people = view in (ReportFormat.RICH, ReportFormat.TEXT) or (view is None and not outputs)
    return for_people and sys.stdout.isatty()


def say_decision(decision: Decision, *, quiet: bool, seen: bool = False) -> None:
    """Tell stderr why a run failed and, unless ``quiet``, why it passed and which acceptances are stale.

    What was ``seen`` at the end of the report is not said twice on one screen.
    """
    if not quiet:
        console.say_problems("warning", decision.warnings)
    if seen:
        return
    for sentence in decision.sentences:
        if not (quiet and decision.passed):
            console.say(f"checker: {sentence}")
