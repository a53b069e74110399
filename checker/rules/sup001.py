"""A later claim replaces an earlier one: the world changed between two known dates, nobody erred.

## What it means

Two claims cannot both be true at one time, but they were published on different days and speak of
something that changes: a position, a plan, a state, a count that grows. What happened does not change, so
two accounts of one past event are never excused by the days between them, nor is a denial.

## Found

- "Kyiv is ready to discuss territory." (March) / "Kyiv will not discuss territory." (November)
- "The minister will attend the summit." (Monday) / "The minister did not attend the summit." (Thursday)

## Not found

- "The bridge fell on Monday." (Tuesday) / "The bridge did not fall." (Friday) (a past event)
- "The town is held." / "The town is lost." (one day, or a date that is unknown)

## What to do

Nothing, if the later article is right. Where both stand side by side, say which of them is out of date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import tense
from checker.judges import moments
from checker.neighbours import anchors
from checker.records import Stance, Tense
from checker.rules import thresholds, voices

if TYPE_CHECKING:
    from checker.records import Claim, Verdict

#: Days from which two voices about a present state are taken to speak of different times.
TWO_VOICES = 7

#: Past verbs that took a position, which can be given up: not what happened, but what somebody wanted.
_POSITION = re.compile(
    r"\b(?:ruled out|rejected|refused|demanded|insisted|offered|agreed|vowed|pledged|promised|threatened|"
    r"wanted|supported|opposed|backed|expressed|considered|planned|expected|hoped|intended|hesitated|preferred|sought|"
    r"(?:was|were) (?:(?:very|not|also|still|fully|quite|ready|now|only|never|more|less|so) )*"
    r"(?:ready|willing|unwilling|optimistic|pessimistic|open to|opposed|prepared|reluctant|determined|doomed|"
    r"hopeful|committed|against|in favou?r|interested|confident|unlikely|likely|able|unable))\b",
    re.IGNORECASE,
)

#: Counts that grow while they are reported.
_SO_FAR = re.compile(
    r"\b(?:(?:has|have) (?:now )?(?:risen|climbed|grown|increased|reached|fallen|dropped|doubled|tripled|"
    r"passed)|so far|to date|(?:now|currently) stands? at|stands? at|rose to|climbed to|has been raised)\b",
    re.IGNORECASE,
)

_IN_QUESTION = frozenset({Stance.DENIES, Stance.QUESTIONS})


def fits(verdict: Verdict) -> bool:
    """A contradiction between two days about what can change in between."""
    a, b = verdict.pair.a, verdict.pair.b
    order = moments.in_order(a, b)
    if order is None or a.stance in _IN_QUESTION or b.stance in _IN_QUESTION:
        return False
    earlier, later, days = order
    if _counts_on(verdict, later):
        return True
    if not thresholds.conflicts(verdict) or not _changes(earlier, later):
        return False
    return days >= TWO_VOICES or voices.same_voice(a, b) or _speaks_for_itself(a, b)


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    order = moments.in_order(verdict.pair.a, verdict.pair.b)
    if order is None:
        return "one of the dates is unknown"
    earlier, later, days = order
    passed = "1 day" if days == 1 else f"{days} days"
    return (
        f"on {moments.published(earlier)} {voices.voice(earlier)} had “{earlier.stated}”, {passed} later "
        f"{voices.voice(later)} has “{later.stated}”: this can have changed in between"
    )


def _changes(earlier: Claim, later: Claim) -> bool:
    """Whether the earlier claim speaks of what could change, and the later one of the change."""
    before, after = _tense(earlier), _tense(later)
    if not _can_change(earlier, before) or after is None:
        return False
    if _can_change(later, after):
        return True
    if before is Tense.FUTURE and after is Tense.PAST:
        # What was announced did or did not come: "will attend", "did not attend".
        return _not_before(later, earlier, unknown=True)
    return after in (Tense.PAST, Tense.PERFECT) and _not_before(later, earlier, unknown=False)


def _tense(claim: Claim) -> Tense | None:
    return claim.tense or tense.of_words(claim.stated, claim.subject)


def _can_change(claim: Claim, when: Tense | None) -> bool:
    """Whether a claim speaks of a state, a plan or a position, not of what has happened."""
    if when in (Tense.PRESENT, Tense.FUTURE):
        return True
    return when is Tense.PAST and _POSITION.search(claim.stated) is not None


def _not_before(later: Claim, earlier: Claim, *, unknown: bool) -> bool:
    """Whether what the later claim tells lies after the earlier one was published.

    ``unknown`` is the answer where the later claim gives no time.
    """
    day = moments.published(earlier)
    closed = [moment for moment in later.moments if moments.is_closed(moment)]
    if not closed or day is None:
        return unknown
    return all(moment.first >= day.isoformat() for moment in closed)


def _counts_on(verdict: Verdict, later: Claim) -> bool:
    """Whether the later claim carries on a count that the earlier one began: "has risen to 40"."""
    numbers = any(clash.judge == "quantities" for clash in verdict.clashes)
    if not (numbers or thresholds.conflicts(verdict)) or not _SO_FAR.search(later.stated):
        return False
    return bool(later.quantities) and anchors.same_subject(verdict.pair.a, verdict.pair.b)


def _speaks_for_itself(a: Claim, b: Claim) -> bool:
    """Whether the only speaker is whom both claims are about: a position, told by its holder or about him."""
    subjects = anchors.subject_words(a) & anchors.subject_words(b)
    speakers = [claim.speaker_name for claim in (a, b) if claim.speaker_name is not None]
    return all(subjects & {word.casefold() for word in speaker.split()} for speaker in speakers)
