"""Which pairs the judge reads, after the screen has glanced at all of them.

Reading costs ten times as much as a glance, and a glance alone tells little: of 11,555 pairs of news claims
the screen finds 45% a little contradictory. What it found is therefore weighed with what else is known
before anything is read: how alike the claims are, how surely it is one event, who speaks, and whether one
of them is negated. Fitted on the pairs that readers agreed with against all pairs (docs/decisions 15).
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.judges import statements
from checker.judges.events import same_event
from checker.neighbours import anchors
from checker.rules import voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.records import EventFit, Pair

#: In log-odds; ``glance`` is for each unit of the log-odds of the screened contradiction.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"glance": 1.1, "similarity": 2.8, "one_event": 5.5, "two_voices": 1.7, "negation": 1.15}
)

#: Sum from which a pair is read, and what the screen must find besides in claims of one subject or of two:
#: 14% of all pairs, among them 107 of 111 that readers agreed with.
WORTH_READING = 4.0
GLANCE_OF_ONE_SUBJECT, GLANCE_OF_TWO = 0.03, 0.08

#: Contradictions that the screen tells apart.
_LEAST, _MOST = 0.001, 0.999


def surely_read(pair: Pair) -> bool:
    """Whether the judge reads a pair whatever the screen says: a denial, perhaps one statement of two."""
    return anchors.has_denial(pair.a, pair.b) or statements.worth_reading(pair)


def suspicious(pair: Pair, fit: EventFit, screened: float) -> bool:
    """Whether the judge reads a pair of which the screen found this contradiction, 0..1."""
    a, b = pair.a, pair.b
    if screened < (GLANCE_OF_ONE_SUBJECT if anchors.same_subject(a, b) else GLANCE_OF_TWO):
        return False
    clipped = min(max(screened, _LEAST), _MOST)
    found = {
        "glance": math.log(clipped / (1 - clipped)),
        "similarity": pair.similarity,
        "one_event": same_event(fit, pair.similarity),
        "two_voices": float(not voices.same_voice(a, b)),
        "negation": float(a.negated != b.negated),
    }
    # Sums of floats differ in the last digits between machines.
    return round(sum(WEIGHTS[name] * value for name, value in found.items()), 4) >= WORTH_READING
