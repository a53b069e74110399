"""How likely a careful reader agrees that two suspected claims conflict: eight pieces of evidence, weighed.

The model is a logistic one on the judge's two readings, on who speaks and whether he denies something, on
numbers and opinions, and on how surely the claims are of one thing. ``benchmarks.findings`` fits such models
on pairs that readers labelled with their sentences; the weights here are the fitted ones, rounded
(docs/decisions 13). A number beside another that the judge of numbers does not find to clash is hardly ever
the reason of a conflict that readers agree with, however surely the network takes the two for one.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.opinions import is_opinion
from checker.judges.events import UNKNOWN, same_event
from checker.neighbours import anchors
from checker.rules import voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.records import Claim, Verdict

#: In log-odds: what is believed of a pair of which nothing speaks either way, and what each feature adds.
BIAS = -6.5
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "in_context": 1.35,
        "contradiction": 1.45,
        "two_voices": 1.1,
        "denial": 1.1,
        "numbers": -1.1,
        "opinions": -1.4,
        "similarity": 2.5,
        "one_event": 2.4,
    }
)

#: Contradictions are told apart up to these log-odds (1.8% and 98.2%); beyond, they are equally clear.
_CLEAREST = 4.0


def believed(verdict: Verdict) -> float:
    """How likely a careful reader agrees that a pair which was read in its articles is a conflict, 0..1."""
    found = features(verdict)
    odds = BIAS + sum(weight * found[name] for name, weight in WEIGHTS.items())
    return round(1 / (1 + math.exp(-odds)), 4)


def features(verdict: Verdict) -> dict[str, float]:
    """The contradictions as -1 (surely none) .. 1 (surely one); ``similarity`` is the cosine of the claims.

    ``one_event`` is the probability that they are about one event, ``opinions`` the share of them that is an
    opinion. The others are 1 where they hold, else 0: ``two_voices``, the claims are not both of one speaker,
    nor both of their papers; ``denial``, one is denied in so many words; ``numbers``, both give numbers or
    years, and these do not clash.
    """
    a, b = verdict.pair.a, verdict.pair.b
    clash = any(found.judge in ("quantities", "moments") for found in verdict.clashes)
    return {
        "in_context": clearness(0.5 if verdict.in_context is None else verdict.in_context),
        "contradiction": clearness(verdict.forward.contradiction),
        "two_voices": float(not voices.same_voice(a, b)),
        "denial": float(anchors.has_denial(a, b)),
        "numbers": float(_counts(a) and _counts(b) and not clash),
        "opinions": (is_opinion(a.stated) + is_opinion(b.stated)) / 2,
        "similarity": verdict.pair.similarity,
        "one_event": UNKNOWN if verdict.event is None else same_event(verdict.event, verdict.pair.similarity),
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
