"""From which contradiction and which belief on a verdict counts as a conflict.

Of what is suspected in 22 stretches of news whose labels trained nothing readers agreed with 15%, of what is
believed from ``BELIEVED`` on with 21%, which is 95% of all that they agreed with (docs/decisions 13). The
conflicts known in five real articles lie above it: it was chosen with them in view.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.judges.events import SAME_EVENT, same_event
from checker.neighbours import anchors
from checker.records import Modality
from checker.rules import evidence

if TYPE_CHECKING:
    from checker.records import Claim, EventFit, Pair, Verdict

_AS_OF = re.compile(r"\bas of (?P<time>[^,]{1,20})", re.IGNORECASE)

#: Score (``checker.rules.score.conflict_of_texts``) of two bare texts of which nothing else is known.
CONFLICT = 0.92

#: Contradiction of two claims of which only the bare words were read.
CLAIMS_CONFLICT = 0.55

#: Contradiction from which two claims are read once more where they stand, and how likely a reader must agree
#: after that.
SUSPECTED, BELIEVED = 0.37, 0.06


def may_be_one_event(pair: Pair, fit: EventFit) -> bool:
    """Whether two claims can be about one event; a denial says itself what it is about."""
    return anchors.has_denial(pair.a, pair.b) or same_event(fit, pair.similarity) >= SAME_EVENT


def _stated_at(claim: Claim) -> str | None:
    """The time for which a claim tells a state, in its own words; None if it names none."""
    found = _AS_OF.search(claim.stated)
    return None if found is None else found["time"].casefold()


def suspected(verdict: Verdict) -> bool:
    """Whether the bare claims may well exclude each other: a contradiction of ``SUSPECTED``, and no way out.

    Two things that both may be exclude nothing, however contrary they are, and neither do two states of
    one thing "as of 10 p.m." and "as of 11 p.m.".
    """
    a, b = verdict.pair.a, verdict.pair.b
    if a.modality is Modality.HEDGED and b.modality is Modality.HEDGED:
        return False
    times = [_stated_at(claim) for claim in (a, b)]
    if None not in times and times[0] != times[1]:
        return False
    return verdict.forward.contradiction >= SUSPECTED


def conflicts(verdict: Verdict) -> bool:
    """Whether a suspected pair is a conflict: by what is believed of it where it was read in its articles.

    Of a pair that was not, the bare claims decide.
    """
    if not suspected(verdict):
        return False
    if verdict.in_context is None:
        return verdict.forward.contradiction >= CLAIMS_CONFLICT
    return evidence.believed(verdict) >= BELIEVED
