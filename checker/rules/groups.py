"""Claims that say the same, gathered: one pair of such groups makes one finding.

Two claims are one if the judge reads each as following from the other, nothing in them clashes, and one
voice stands behind both. Likeness of words alone is not asked: "rose" and "fell" are alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.records import Claim, Verdict

#: Entailment that both directions need, and the contradiction that neither may reach.
ENTAILED = 0.75
CONTRADICTED = 0.15


def gathered(verdicts: Iterable[Verdict]) -> Mapping[Claim, Sequence[Claim]]:
    """The group of each claim that has one: two claims or more, the representative first.

    The representative is of the earliest known date, then of the smallest article id. A claim joins a group
    only if it says the same as the representative and contradicts no member, so that small differences do
    not add up.
    """
    alike: dict[Claim, set[Claim]] = {}
    apart: set[frozenset[Claim]] = set()
    for verdict in verdicts:
        a, b = verdict.pair.a, verdict.pair.b
        if verdict.clashes or verdict.forward.contradiction >= CONTRADICTED:
            apart.add(frozenset((a, b)))
        elif says_the_same(verdict):
            alike.setdefault(a, set()).add(b)
            alike.setdefault(b, set()).add(a)
    groups: dict[Claim, Sequence[Claim]] = {}
    for first in sorted(alike, key=earliest_first):
        if first in groups:
            continue
        group = [first]
        for other in sorted(alike[first] - groups.keys(), key=earliest_first):
            if not any(frozenset((other, member)) in apart for member in group):
                group.append(other)
        if len(group) > 1:
            groups.update(dict.fromkeys(group, group))
    return groups


def says_the_same(verdict: Verdict) -> bool:
    """Whether two claims are one claim, told twice."""
    a, b = verdict.pair.a, verdict.pair.b
    if verdict.clashes or a.stance is not b.stance or a.negated != b.negated:
        return False
    if a.modality is not b.modality or not voices.same_voice(a, b):
        return False
    follows = min(verdict.forward.entailment, verdict.reverse.entailment)
    return follows >= ENTAILED and verdict.forward.contradiction < CONTRADICTED


def earliest_first(claim: Claim) -> tuple[str, str, int, str, str]:
    """Sorts claims by date (unknown ones last), article and place."""
    article = claim.sentence.article
    known = article.published if article.published is not None and article.day is not None else "9999"
    return (known, article.id, claim.start, claim.stated, claim.speaker_name or "")
