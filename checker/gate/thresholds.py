"""Which severities reach which threshold."""

from __future__ import annotations

from checker.records import Severity
from checker.settings import FailOn

_WEIGHT = {Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


def reaches(severity: Severity, fail_on: FailOn) -> bool:
    """Whether a finding of ``severity`` is at or above the threshold ``fail_on``."""
    return fail_on is not FailOn.NEVER and _WEIGHT[severity] >= _WEIGHT[Severity(fail_on.value)]
