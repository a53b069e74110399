"""How likely a careful reader agrees that two suspected claims conflict: five pieces of evidence, weighed.

The model is a logistic one on the judge's two readings, on who speaks, on whether anybody says no, and on
numbers. ``benchmarks.findings`` fits such models on pairs that readers labelled with their sentences. The
weights here are rounded, and leaned towards what the judge says: the fitted ones (1.6, 0.5, 2.2, 1.0, -1.1)
lean on who speaks, because heated political news hardly holds a conflict between papers in their own voice,
which need not be so elsewhere. Numbers that the judge of numbers does not find to clash were never the reason
of a conflict that readers agreed with (0 of 56 pairs), however surely the network took them for one.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.refusals import says_no
from checker.rules import voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.records import Claim, Verdict

#: In log-odds: what is believed of a pair of which nothing speaks either way, and what each feature adds.
BIAS = -4.6
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"in_context": 2.5, "contradiction": 1.0, "two_voices": 1.5, "says_no": 1.0, "numbers": -2.0}
)

#: Contradictions are told apart up to these log-odds (1.8% and 98.2%); beyond, they are equally clear.
_CLEAREST = 4.0


def believed(verdict: Verdict) -> float:
    """How likely a careful reader agrees that a pair which was read in its articles is a conflict, 0..1."""
    found = features(verdict)
    odds = BIAS + sum(weight * found[name] for name, weight in WEIGHTS.items())
    return round(1 / (1 + math.exp(-odds)), 4)


def features(verdict: Verdict) -> dict[str, float]:
    """The contradictions as -1 (surely none) .. 1 (surely one); the others are 1 where they hold, else 0.

    ``two_voices``: the claims are not both of one speaker, nor both of their papers. ``says_no``: one of them
    denies, refuses or ends something. ``numbers``: both give numbers or years, and these do not clash.
    """
    a, b = verdict.pair.a, verdict.pair.b
    clash = any(found.judge in ("quantities", "moments") for found in verdict.clashes)
    return {
        "in_context": clearness(0.5 if verdict.in_context is None else verdict.in_context),
        "contradiction": clearness(verdict.forward.contradiction),
        "two_voices": float(not voices.same_voice(a, b)),
        "says_no": float(says_no(a) or says_no(b)),
        "numbers": float(_counts(a) and _counts(b) and not clash),
    }


def _counts(claim: Claim) -> bool:
    """Whether a claim gives a number, in words or figures, or a year."""
    return bool(claim.quantities) or any(letter.isdigit() for letter in claim.stated)


def clearness(probability: float) -> float:
    """The log-odds of a probability, 0..1, as a share of the clearest that is told apart: -1 .. 1."""
    if not 0 < probability < 1:
        return 1.0 if probability >= 1 else -1.0
    odds = math.log(probability / (1 - probability))
    return max(-_CLEAREST, min(_CLEAREST, odds)) / _CLEAREST
