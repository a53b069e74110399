"""Links between copies -> groups in which every two are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def complete_groups(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Disjoint groups of two or more rows, each sorted, by complete linkage.

    ``links`` come strongest first. Two groups become one if every row of the first is linked to every row
    of the second. A story merged of two others therefore joins the one it has more of and does not bring
    them together: were they one source, a conflict between them could not be found.
    """
    ordered = list(links)
    linked: dict[int, set[int]] = {}
    for a, b in ordered:
        linked.setdefault(a, set()).add(b)
        linked.setdefault(b, set()).add(a)
    group_of = {row: {row} for row in linked}
    for a, b in ordered:
        one, other = group_of[a], group_of[b]
        if one is other or not all(other <= linked[row] for row in one):
            continue
        one |= other
        for row in other:
            group_of[row] = one
    distinct = {min(group): sorted(group) for group in group_of.values() if len(group) > 1}
    return [distinct[first] for first in sorted(distinct)]
