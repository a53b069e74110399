"""The score of a finding: how likely a careful reader agrees with it.

A logistic model weighs what speaks for and against the contradiction of two claims
(``checker.rules.features``); the other judges then take their share of the doubt that is left. The weights
are few and may be read: a positive one makes a finding more believable.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.rules import features

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Clash, Verdict

#: Logistic regression on findings that were read and labelled (docs/findings.md), made by
#: ``python -m benchmarks.findings --fit``.
BIAS = 0.0
WEIGHTS: Mapping[str, float] = MappingProxyType({"contradiction": 4.0})

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
    """What remains after each judge has taken its share of the doubt that a careful reader would have.

    In 0..1, with two digits: what lies beyond depends on the machine, and nobody is that sure.
    """
    return round(_together(believed(verdict), verdict.clashes), 2)


def of_texts(contradiction: float, clashes: Iterable[Clash]) -> float:
    """The same for two texts that stand alone: what was read in them, and what clashes; 0..1."""
    return _together(contradiction, clashes)


def _together(believed: float, clashes: Iterable[Clash]) -> float:
    doubt = 1 - believed
    for judge in {clash.judge for clash in clashes}:
        doubt *= 1 - PRECISION[judge]
    return 1 - doubt


def believed(verdict: Verdict) -> float:
    """The probability, 0..1, that a reader agrees that the two claims exclude each other."""
    if verdict.forward.contradiction <= 0:
        # Nobody has read the pair.
        return 0.0
    found = features.of_verdict(verdict)
    total = BIAS + sum(weight * found[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
