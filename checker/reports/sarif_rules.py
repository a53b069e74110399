"""The rules in a SARIF log: their names, severities and help, as their own documentation gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from checker.records import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Finding

_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


class Rule(Protocol):
    """What a log says of a rule; ``checker.rules.RULES`` holds them.

    ``documentation`` is Markdown: a line that sums up, then parts under headings of the second level.
    """

    @property
    def code(self) -> str:
        """Its code, such as CON001."""

    @property
    def name(self) -> str:
        """Its name in lower case, words joined by hyphens."""

    @property
    def severity(self) -> Severity:
        """How much its findings weigh."""

    @property
    def documentation(self) -> str:
        """All that there is to say of it."""


def descriptors(rules: Mapping[str, Rule] | None, findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Return a ``reportingDescriptor`` for each of ``rules``, in their order.

    Rules of ``findings`` that are not among them follow by code, with their names and severities alone.
    """
    known = dict(rules or {})
    others = {finding.code: finding for finding in findings if finding.code not in known}
    described = [_described(rule) for rule in known.values()]
    return described + [_named(code, others[code].name, others[code].severity) for code in sorted(others)]


def _described(rule: Rule) -> dict[str, object]:
    documentation = rule.documentation.strip()
    summary = documentation.partition("\n")[0]
    return {
        **_named(rule.code, rule.name, rule.severity),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _meaning(documentation) or summary},
        "help": {"text": _plain(documentation), "markdown": documentation},
    }


def _named(code: str, name: str, severity: Severity) -> dict[str, object]:
    return {
        "id": code,
        # The standard asks for a name in the style of an identifier.
        "name": "".join(word.capitalize() for word in name.split("-")),
        "defaultConfiguration": {"level": severity.value},
        "properties": {"tags": ["facts"], "problem.severity": _PROBLEM[severity]},
    }


def _meaning(documentation: str) -> str:
    """The text under the first heading, on one line."""
    parts = documentation.split("\n## ")
    return " ".join(parts[1].partition("\n")[2].split()) if len(parts) > 1 else ""


def _plain(documentation: str) -> str:
    return "\n".join(line.removeprefix("## ") for line in documentation.split("\n"))
