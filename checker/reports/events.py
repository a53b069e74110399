"""Findings by event: those that share a label stand together, the gravest event first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.reports.escape import one_line
from checker.reports.order import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.records import Finding

#: What the label says of a finding about which nothing is known.
_NAMELESS = frozenset({"", "unnamed"})


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its label ("" if there is none) and its findings, heaviest and surest first."""

    label: str
    findings: tuple[Finding, ...]


def by_event(findings: Iterable[Finding]) -> list[Event]:
    """Group ``findings`` by their event, in the order of the first finding of each.

    Labels that name the same things in another order are one ("Kyiv, Oslo" and "Oslo, Kyiv").
    """
    groups: dict[frozenset[str], list[Finding]] = {}
    for finding in in_order(findings):
        groups.setdefault(_key(finding.event), []).append(finding)
    return [Event(_label(group[0].event), tuple(group)) for group in groups.values()]


def _label(event: str) -> str:
    label = one_line(event)
    return "" if label.casefold() in _NAMELESS else label


def _key(event: str) -> frozenset[str]:
    return frozenset(part.strip() for part in _label(event).casefold().split(",")) - {""}
