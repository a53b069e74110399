"""The score of a finding: how likely a careful reader agrees with it.

It begins with the probability of contradiction that was read; the other judges then take their share of the
doubt that is left. It is not calibrated on news: docs/findings.md tells how often readers agreed, and why a
model of more features does not ship.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Clash, Verdict

#: How often each judge of clashes was right by itself, as far as findings were read by hand
#: (docs/decisions 9 and 11); of times and statements too few were seen to say more than half.
PRECISION: Mapping[str, float] = MappingProxyType(
    {
        "quantities": 0.5,
        "moments": 0.5,
        "quotes": 0.75,
        "quotes.word": 0.45,
        "statements": 0.5,
        "roles": 0.7,
    }
)


def score(verdict: Verdict) -> float:
    """The score of a finding, 0..1, with two digits: what lies beyond depends on the machine."""
    return round(of_texts(verdict.forward.contradiction, verdict.clashes), 2)


def of_texts(contradiction: float, clashes: Iterable[Clash]) -> float:
    """What remains, 0..1, after each judge has taken its share of a careful reader's doubt."""
    doubt = 1 - contradiction
    for judge in sorted({clash.judge for clash in clashes}):
        doubt *= 1 - PRECISION[judge]
    return 1 - doubt
