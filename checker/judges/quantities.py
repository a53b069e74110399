"""Two claims -> the quantities in them that measure the same thing and cannot both be right.

A pure comparison of what `checker.claims.quantities` found; it knows nothing of the sentences around. Its
defences: numbers of different things are never held against each other, a count of a part only where it
exceeds the whole, and nothing follows from increments, limits and parts of an unnamed whole.
"""

from __future__ import annotations

import re
from itertools import product
from math import inf
from typing import TYPE_CHECKING

from checker.claims import numberwords, units
from checker.claims.counted import OPEN
from checker.judges import kinds
from checker.records import Clash, Modality, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.records import Claim, Quantity

JUDGE = "quantities"

#: Counts of one thing by two sources seldom differ by a larger factor.
FAR_APART = 10

_POSSIBLE = re.compile(
    r"\b(?:may|might|could|would|should|possibl[ey]|perhaps|fears?|feared)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|shall|plans?|planned|planning|expect\w*|set to|going to|aims?|pledged?)\b", re.IGNORECASE
)


def clashes(a: Claim, b: Claim) -> list[Clash]:
    """The pairs of quantities, one of each claim, that measure the same thing and exclude each other.

    Claims that hold something possible, demanded, conditional or denied exclude no number, and neither does
    what is planned exclude what happened. In the order of the quantities of ``a``, each in one clash at most.
    """
    if not (_speaks_of_facts(a) and _speaks_of_facts(b)):
        return []
    if bool(_AHEAD.search(a.text)) != bool(_AHEAD.search(b.text)):
        return []
    found: list[Clash] = []
    ours, theirs = _comparable(a), _comparable(b)
    for left, right in product(ours, theirs):
        if not exclude(left, right) or _agreed(left, right, ours, theirs):
            continue
        if not (_knows(b, left) or _knows(a, right)):
            found.append(_clash(a, left, b, right))
    return _each_once(found)


def _speaks_of_facts(claim: Claim) -> bool:
    asserted = claim.stance in (Stance.ASSERTS, Stance.HEDGES)
    factual = claim.modality in (Modality.ASSERTED, Modality.HEDGED)
    return asserted and factual and _POSSIBLE.search(claim.text) is None


def _comparable(claim: Claim) -> list[Quantity]:
    """The quantities that say how many or how much of something named; under a "not" only a "no" does."""
    return [
        quantity
        for quantity in claim.quantities
        if quantity.counted and not OPEN.intersection(quantity.counted[2:]) and _stands(claim, quantity)
    ]


def _stands(claim: Claim, quantity: Quantity) -> bool:
    return not claim.negated or quantity.low == quantity.high == 0


def exclude(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities measure the same thing with values of which at most one can be right.

    Where one counts a part of what the other counts ("children" of "people", "Russian soldiers" of
    "soldiers"), it must exceed the whole.
    """
    relation = kinds.relation(a, b)
    if relation is None or _too_vague(a, b):
        return False
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    if relation is kinds.Relation.SAME:
        return low_a > high_b or low_b > high_a
    part, whole = ((low_a, high_a), (low_b, high_b))
    if relation is kinds.Relation.WHOLE:
        part, whole = whole, part
    return part[0] > whole[1]


def _too_vague(a: Quantity, b: Quantity) -> bool:
    """ "Dozens" and "several" are said of so much that only "none" contradicts them.

    Victims that differ by a factor of ten or more are those of another event or of a whole war.
    """
    vague = any(5 * q.low <= q.high < inf for q in (a, b) if q.high > 0 and q.low != q.high)
    none = 0.0 in (a.high, b.high)
    far = max(a.low, b.low) > FAR_APART * min(a.high, b.high) and a.unit is None
    return not none and (vague or far)


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """Lowest and highest value in the base unit, so that kilometres and miles can be compared."""
    unit = (quantity.unit or "").partition("/")[0]
    high = inf if quantity.high == inf else units.in_base(quantity.high, unit)
    return units.in_base(quantity.low, unit), high


def _agreed(a: Quantity, b: Quantity, ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether another quantity of one claim says of the same thing what the other claim says.

    "12 were killed in the north and 20 in the south" holds several values of one thing: no clash with either.
    """
    return any(
        other is not b and kinds.relation(a, other) and not exclude(a, other) for other in theirs
    ) or any(other is not a and kinds.relation(other, b) and not exclude(other, b) for other in ours)


def _knows(claim: Claim, other: Quantity) -> bool:
    """Whether an article holds the other's number too: as an update, or as a count of something else."""
    if other.low != other.high or other.low < 1:
        return False
    written = "|".join(numberwords.spellings(other.low))
    return (
        re.search(rf"(?<![\w.,])(?:{written})(?![\w]|[.,]\d)", claim.sentence.article.text, re.IGNORECASE)
        is not None
    )


def _clash(a: Claim, left: Quantity, b: Claim, right: Quantity) -> Clash:
    texts = [
        claim.sentence.article.text[quantity.start : quantity.end]
        for claim, quantity in ((a, left), (b, right))
    ]
    note = f"{texts[0]} against {texts[1]}{_of_what(left, right)}"
    return Clash(JUDGE, Span(left.start, left.end), Span(right.start, right.end), note)


def _of_what(a: Quantity, b: Quantity) -> str:
    """What is counted, in the words of the side that says it."""
    nouns = [quantity.counted[0] for quantity in (a, b) if quantity.counted[0]]
    happenings = [quantity.counted[1] for quantity in (a, b) if quantity.counted[1:] and quantity.counted[1]]
    said = [*nouns[:1], *(h for h in happenings[:1] if h not in ("be", "have"))]
    return f" ({', '.join(said)})" if said else ""


def _each_once(found: Sequence[Clash]) -> list[Clash]:
    seen: set[tuple[str, Span]] = set()

    def fresh() -> Iterator[Clash]:
        for clash in found:
            keys = {("a", clash.a), ("b", clash.b)}
            if not keys & seen:
                seen.update(keys)
                yield clash

    return list(fresh())
