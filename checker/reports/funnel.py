"""The funnel of a run (``--stats``): how many records each step let through, and why the rest fell out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.reports.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.records import Summary


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the funnel; ``depth`` 0 is a heading without a count, 1 a count, 2 a part of it."""

    depth: int
    label: str
    number: int | None = None


def rows(summary: Summary) -> list[Row]:
    """Return the funnel from articles to findings, then what was dropped and repaired.

    Reasons that share the word before their first dot are grouped under it with their sum. Groups and
    the reasons in them are sorted by count, largest first, then by name.
    """
    steps = (
        ("articles", summary.articles),
        ("sentences", summary.sentences),
        ("claims", summary.claims),
        ("pairs considered", summary.pairs_considered),
        ("pairs judged", summary.pairs_judged),
        ("findings", summary.findings),
    )
    lines = [Row(0, "Funnel"), *(Row(1, label, number) for label, number in steps)]
    for title, reasons in (("Dropped", summary.dropped), ("Repaired", summary.repaired)):
        if reasons:
            lines += [Row(0, title), *_grouped(reasons)]
    return lines


def lines(summary: Summary) -> list[str]:
    """Return the rows as aligned text, counts to the right of their labels."""
    table = rows(summary)
    labels = [f"{'  ' * row.depth}{row.label}" for row in table]
    numbers = ["" if row.number is None else f"{row.number:,}" for row in table]
    label_width, number_width = max(map(len, labels)), max(map(len, numbers))
    return [
        f"{label:{label_width}}  {number:>{number_width}}".rstrip()
        for label, number in zip(labels, numbers, strict=True)
    ]


def _grouped(reasons: Mapping[str, int]) -> list[Row]:
    groups: dict[str, dict[str, int]] = {}
    for reason, number in reasons.items():
        group, _, rest = reason.partition(".")
        groups.setdefault(group, {})[rest] = number
    found = []
    for group, members in sorted(groups.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        found.append(Row(1, one_line(group), sum(members.values())))
        found += [
            Row(2, one_line(rest), number)
            for rest, number in sorted(members.items(), key=lambda item: (-item[1], item[0]))
            if rest
        ]
    return found
