"""From which contradiction on a verdict counts as a conflict.

The judge was trained on pairs that are known to speak of one scene; in the news most pairs do not. So a
verdict needs more the less else speaks for one event: least where a speaker denies in so many words or
both claims have one subject, most where the subjects differ. The values were chosen by reading the
findings in five real articles and in seeds/, so what is found there says little of what is found elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.judges import statements
from checker.judges.events import SAME_EVENT, same_event
from checker.neighbours import anchors
from checker.records import Modality

if TYPE_CHECKING:
    from checker.records import Claim, EventFit, Pair, Verdict

_AS_OF = re.compile(r"\bas of (?P<time>[^,]{1,20})", re.IGNORECASE)

#: Score (``checker.rules.score.conflict_of_texts``) of two bare texts of which nothing else is known.
CONFLICT = 0.87

#: Contradiction of two claims with one subject, or of a claim and a denial.
ANCHORED_CONFLICT = 0.37

#: Contradiction of two claims with different subjects.
LOOSE_CONFLICT = 0.66

#: Screened contradiction from which the judge reads a pair of two subjects.
SUSPICIOUS = 0.12


def may_be_one_event(pair: Pair, fit: EventFit) -> bool:
    """Whether two claims can be about one event; a denial says itself what it is about."""
    return anchors.has_denial(pair.a, pair.b) or same_event(fit, pair.similarity) >= SAME_EVENT


def surely_read(pair: Pair) -> bool:
    """Whether the judge reads a pair whatever the screen says of it.

    The screen misses conflicts that the judge finds, so it only thins out what is unlikely anyway: denials,
    pairs of one subject, and perhaps one statement of two speakers are always read.
    """
    return anchors.anchored(pair.a, pair.b) or statements.worth_reading(pair)


def _stated_at(claim: Claim) -> str | None:
    """The time for which a claim tells a state, in its own words; None if it names none."""
    found = _AS_OF.search(claim.stated)
    return None if found is None else found["time"].casefold()


def threshold(verdict: Verdict) -> float:
    """The contradiction that a verdict needs, in 0..1."""
    anchored = anchors.anchored(verdict.pair.a, verdict.pair.b)
    return ANCHORED_CONFLICT if anchored else LOOSE_CONFLICT


def conflicts(verdict: Verdict) -> bool:
    """Whether the contradiction of the stronger direction reaches the threshold of the pair.

    Two things that both may be exclude nothing, however contrary they are, and neither do two states of
    one thing "as of 10 p.m." and "as of 11 p.m.".
    """
    a, b = verdict.pair.a, verdict.pair.b
    if a.modality is Modality.HEDGED and b.modality is Modality.HEDGED:
        return False
    times = [_stated_at(claim) for claim in (a, b)]
    if None not in times and times[0] != times[1]:
        return False
    return verdict.forward.contradiction >= threshold(verdict)
