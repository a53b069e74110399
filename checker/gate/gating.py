"""The gate for Python: accept, then decide, in one call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.gate import baseline_file
from checker.gate.acceptance import apply
from checker.gate.baseline import Baseline
from checker.gate.deciding import Gate, decide
from checker.settings import FailOn, Limits, Settings

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from checker.gate.deciding import Decision
    from checker.records import Report
    from checker.settings import Override, Suppression


def gate(
    report: Report,
    *,
    fail_on: FailOn | str = FailOn.WARNING,
    baseline: Baseline | str | os.PathLike[str] | None = None,
    limits: Limits | None = None,
    suppress: Sequence[Suppression] = (),
    overrides: Sequence[Override] = (),
    allow_errors: bool = False,
    partial: bool = False,
    today: date | None = None,
) -> Decision:
    """Take what is accepted out of ``report`` and decide on the rest.

    ``baseline`` may be a file. ``partial`` says that the report is of a draft against an archive, so that
    unused acceptances mean nothing. ``today`` (default: the day of this machine) decides which
    suppressions have expired. Raises UsageError for a threshold that does not exist, for limits,
    suppressions and overrides that ``Settings`` refuses, and for a baseline that is missing or damaged.
    """
    settings = Settings(
        fail_on=_threshold(fail_on),
        limits=limits or Limits(),
        suppress=tuple(suppress),
        overrides=tuple(overrides),
    )
    accepted = apply(
        report,
        baseline=_loaded(baseline),
        suppressions=settings.suppress,
        overrides=settings.overrides,
        today=today or date.today(),
        partial=partial,
    )
    requirements = Gate(settings.fail_on, settings.limits, settings.overrides, allow_errors)
    return replace(decide(accepted.report, requirements), warnings=accepted.warnings)


def _loaded(baseline: Baseline | str | os.PathLike[str] | None) -> Baseline | None:
    if baseline is None or isinstance(baseline, Baseline):
        return baseline
    return baseline_file.load(baseline)


def _threshold(fail_on: FailOn | str) -> FailOn:
    try:
        return FailOn(fail_on)
    except ValueError:
        known = ", ".join(each.value for each in FailOn)
        raise UsageError(f"fail_on must be one of {known}, not {fail_on!r}") from None
