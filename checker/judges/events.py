"""Whether two claims can be about one event: the same actors, places, time and action.

Two sentences that are alike in words are often about two happenings: another arrest, another quake,
another match. ``fit`` says for each of four things how well it fits, ``same_event`` makes one probability
of them with a logistic model of six weights. What contradicts never speaks against: numbers and
negations are not looked at, and words that only one side has count for nothing.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.names import same_form
from checker.judges.scenes import Scene, scenes
from checker.records import EventFit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.claims.names import NameForm
    from checker.judges.scenes import Bag, Cast
    from checker.records import Claim

#: What the casts of the two articles, and within them the repeated words, have of the say on actors. The
#: mean likeness of casts is 0.49 over all pairs of ECB+ that are retrieved, so unknown is the average.
_CAST_SHARE = 0.8
_WORDS_SHARE = 0.35

#: Days between two articles from which on two accounts of something done are hardly of one deed.
_FAR_APART = 30

UNKNOWN = 0.5

#: From which ``same_event`` on a pair may be a conflict: nine of ten coreferent pairs of ECB+ stay, and of
#: those that go, three in four are not coreferent.
SAME_EVENT = 0.4


def fit(a: Claim, b: Claim) -> EventFit:
    """How well two claims fit one event. Many pairs: make ``scenes`` once and call ``fit_scenes``."""
    first, second = scenes((a, b))
    return fit_scenes(first, second)


def fit_scenes(a: Scene, b: Scene) -> EventFit:
    """How well two scenes fit: each value in 0 (excluded) .. 1 (the same), 0.5 where nothing is known.

    ``actors`` counts the names of both claims one part in five, and the casts of their articles for the
    rest, since most claims name few of those who take part. Symmetric.
    """
    named = _shared(a.actors, b.actors, a.mentioned, b.mentioned)
    around = _likeness(a.cast, b.cast)
    return EventFit(
        actors=round((1 - _CAST_SHARE) * named + _CAST_SHARE * around, 4),
        places=round(_shared(a.places, b.places, a.mentioned, b.mentioned), 4),
        time=_time(a, b),
        action=round(UNKNOWN + (1 - UNKNOWN) * _overlap(a.words, b.words), 4),
    )


def _shared(
    of_a: Sequence[NameForm],
    of_b: Sequence[NameForm],
    in_a: Sequence[NameForm],
    in_b: Sequence[NameForm],
) -> float:
    """Above 0.5 by the share of names that the other side has too; 0 if both name, and nothing in common."""
    total = len(of_a) + len(of_b)
    if not total:
        return UNKNOWN
    hits = sum(any(same_form(one, other) for other in in_b) for one in of_a)
    hits += sum(any(same_form(one, other) for other in in_a) for one in of_b)
    if hits:
        return UNKNOWN + (1 - UNKNOWN) * hits / total
    return 0.0 if of_a and of_b else UNKNOWN


def _likeness(a: Cast, b: Cast) -> float:
    """Of two casts, by names and repeated words; each counts only where both articles have some."""
    parts = []
    if a.names and b.names:
        parts.append((1 - _WORDS_SHARE, _cosine(a.names, b.names)))
    if a.words and b.words:
        parts.append((_WORDS_SHARE, _cosine(a.words, b.words)))
    if not parts:
        return UNKNOWN
    total = sum(share for share, _ in parts)
    return min(1.0, sum(share * cosine for share, cosine in parts) / total)


def _cosine(a: Bag, b: Bag) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Between the share of common words in both and their share in the shorter one."""
    if not a or not b:
        return 0.0
    common = len(a & b)
    return common / (len(a) + len(b)) + common / (2 * min(len(a), len(b)))


def _time(a: Scene, b: Scene) -> float:
    if a.moments and b.moments:
        meets = any(
            one.first <= other.last and other.first <= one.last for one in a.moments for other in b.moments
        )
        return 1.0 if meets else 0.0
    if a.years and b.years and not a.years & b.years:
        return 0.0
    apart = None if a.published is None or b.published is None else abs((a.published - b.published).days)
    if a.weekdays and b.weekdays:
        same_week = apart is None or apart <= 6
        return 1.0 if same_week and a.weekdays & b.weekdays else 0.0
    if apart is not None and apart >= _FAR_APART and a.past and b.past:
        return 0.25
    return UNKNOWN


#: Logistic regression (ridge 1) on the first half of the topics of ECB+, by benchmarks/events.py --fit.
#: Few articles there carry a date, so time counts by weekdays and years alone.
BIAS = -2.61
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "similarity": 0.11,
        "actors": 5.15,
        "places_against": -0.49,
        "time_for": 2.26,
        "time_against": -0.64,
        "action": 1.64,
    }
)


def features(found: EventFit, similarity: float) -> tuple[float, ...]:
    """What the model sees, in the order of ``WEIGHTS``.

    What speaks for and against one event has its own weight, measured from 0.5 (unknown). Places that are
    the same say nothing that actors and casts do not say better, so only other places count.
    """
    return (
        similarity,
        found.actors,
        max(0.0, UNKNOWN - found.places),
        max(0.0, found.time - UNKNOWN),
        max(0.0, UNKNOWN - found.time),
        found.action - UNKNOWN,
    )


def same_event(found: EventFit, similarity: float) -> float:
    """The probability, 0..1, that two claims of that fit and cosine are about one event."""
    total = BIAS + sum(
        weight * value for weight, value in zip(WEIGHTS.values(), features(found, similarity), strict=True)
    )
    return 1 / (1 + math.exp(-total))
