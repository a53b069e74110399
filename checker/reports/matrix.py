"""Who stands against whom: how many findings each pair of sources is in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Finding, Side


@dataclass(frozen=True, slots=True)
class Matrix:
    """Findings between sources.

    ``sources`` are those that stand in any finding, the most involved first, then by name. ``pairs`` maps
    two sources in alphabetical order to the number of findings in which one stands against the other, and
    ``involved`` each source to the number of findings that it stands in.
    """

    sources: tuple[str, ...]
    pairs: Mapping[tuple[str, str], int]
    involved: Mapping[str, int]

    def between(self, one: str, other: str) -> int:
        """Return in how many findings ``one`` stands against ``other``, in either order."""
        return self.pairs.get((min(one, other), max(one, other)), 0)


def conflicts(findings: Iterable[Finding]) -> Matrix:
    """Count for each pair of sources the findings in which they stand on opposite sides.

    A source that only repeats the claim of a side stands on that side as well, so one finding can count
    for several pairs. A source stands against itself only where it is on both sides.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    involved: Counter[str] = Counter()
    for finding in findings:
        left, right = _sources(finding.a), _sources(finding.b)
        pairs.update({(min(pair), max(pair)) for pair in product(left, right)})
        involved.update(left | right)
    ordered = sorted(involved, key=lambda source: (-involved[source], source))
    return Matrix(tuple(ordered), dict(pairs), dict(involved))


def _sources(side: Side) -> frozenset[str]:
    return frozenset((side.source, *(member.source for member in side.members)))
