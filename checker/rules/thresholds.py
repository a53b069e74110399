"""From which contradiction on a verdict counts as a conflict."""

from __future__ import annotations

from checker.records import Modality, Verdict

#: Contradiction of two plain statements.
CONFLICT = 0.60

#: A hedged statement ("may", "reportedly") excludes less: it takes more to contradict it.
HEDGED_CONFLICT = 0.70


def conflicts(verdict: Verdict) -> bool:
    """Whether the contradiction of the stronger direction reaches the threshold of the pair."""
    hedged = Modality.HEDGED in (verdict.pair.a.modality, verdict.pair.b.modality)
    return verdict.forward.contradiction >= (HEDGED_CONFLICT if hedged else CONFLICT)
