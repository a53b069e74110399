"""The order of findings that every format shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

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
