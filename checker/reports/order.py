"""The order of findings that every format shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.records import Suppressed

_SEVERITIES = tuple(Severity)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return ``findings`` sorted: heaviest severity, highest score, fingerprint, code."""
    return sorted(
        findings,
        key=lambda finding: (
            _SEVERITIES.index(finding.severity),
            -finding.score,
            finding.fingerprint,
            finding.code,
        ),
    )


def accepted_in_order(suppressed: Iterable[Suppressed]) -> list[Suppressed]:
    """Return ``suppressed`` sorted: fingerprint, code, by what it was accepted, reason."""
    return sorted(
        suppressed, key=lambda each: (each.finding.fingerprint, each.finding.code, each.by, each.reason)
    )
