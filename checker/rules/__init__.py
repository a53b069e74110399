"""Evidence -> Finding: one module a rule, in the order in which they are tried.

A rule's documentation is the docstring of its module; ``checker explain`` prints it. Of one pair of
claims the first rule that fits makes the finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.records import Severity
from checker.rules import att001, con001, dat001, den001, num001, quo001, rol001, sup001

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from checker.records import Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with its meaning. ``fits`` tells whether a verdict is a case of it."""

    code: str
    name: str
    severity: Severity
    summary: str
    documentation: str
    fits: Callable[[Verdict], bool]
    explain: Callable[[Verdict], str]


def _rule(code: str, name: str, severity: Severity, module: ModuleType) -> Rule:
    documentation = str(module.__doc__)
    summary = documentation.partition("\n")[0].rstrip(".")
    return Rule(code, name, severity, summary, documentation, module.fits, module.explain)


#: Code -> rule, in the order of trial.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rule in (
            _rule("SUP001", "superseded", Severity.NOTE, sup001),
            _rule("DEN001", "denied", Severity.WARNING, den001),
            _rule("NUM001", "number-mismatch", Severity.ERROR, num001),
            _rule("DAT001", "date-mismatch", Severity.ERROR, dat001),
            _rule("QUO001", "quote-mismatch", Severity.WARNING, quo001),
            _rule("ATT001", "attribution-mismatch", Severity.WARNING, att001),
            _rule("ROL001", "role-mismatch", Severity.NOTE, rol001),
            _rule("CON001", "contradiction", Severity.ERROR, con001),
        )
    }
)


def first_fit(verdict: Verdict) -> Rule | None:
    """The rule of a verdict, or None if the pair is no conflict."""
    return next((rule for rule in RULES.values() if rule.fits(verdict)), None)
