"""From which contradiction on a verdict counts as a conflict.

The judge was trained on pairs that are known to speak of one scene; in the news most pairs do not. So a
verdict needs more the less else speaks for one event: least where a speaker denies in so many words or
both claims have one subject, most where the subjects differ. The values were chosen by reading the
findings in five real articles and in seeds/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.neighbours import anchors
from checker.records import Modality

if TYPE_CHECKING:
    from checker.records import Pair, Verdict

#: Contradiction of two bare texts of which nothing else is known (``checker judge``).
CONFLICT = 0.60

#: Contradiction of two claims with one subject, or of a claim and a denial.
ANCHORED_CONFLICT = 0.50

#: Contradiction of two claims with different subjects.
LOOSE_CONFLICT = 0.75

#: What a hedge ("may", "reportedly") adds: possible things exclude less.
HEDGED_EXTRA = 0.05


#: Screened contradiction from which the judge reads a pair of one subject, and a pair of two.
SUSPICIOUS = 0.05
LOOSE_SUSPICIOUS = 0.30


def worth_reading(pair: Pair, screened: float) -> bool:
    """Whether the judge should read a pair, given the screen's glance at it (0..1).

    The screen is weak where it counts, so it only thins out what is unlikely anyway: denials are always
    read, pairs of one subject unless they look innocent, others only if they look guilty.
    """
    if anchors.has_denial(pair.a, pair.b):
        return True
    return screened >= (SUSPICIOUS if anchors.same_subject(pair.a, pair.b) else LOOSE_SUSPICIOUS)


def threshold(verdict: Verdict) -> float:
    """The contradiction that a verdict needs, in 0..1."""
    a, b = verdict.pair.a, verdict.pair.b
    anchored = anchors.has_denial(a, b) or anchors.same_subject(a, b)
    hedged = Modality.HEDGED in (a.modality, b.modality)
    return (ANCHORED_CONFLICT if anchored else LOOSE_CONFLICT) + (HEDGED_EXTRA if hedged else 0.0)


def conflicts(verdict: Verdict) -> bool:
    """Whether the contradiction of the stronger direction reaches the threshold of the pair."""
    return verdict.forward.contradiction >= threshold(verdict)
