"""The same quantity with values that no rounding or hedge reconciles.

## What it means

Two sources count or measure the same thing and give values of which at most one can be right: "about", "at
least" and round numbers have been allowed for, and so have parts of a whole, increments, leads ("195
votes ahead"), and other places and periods. Counts that nothing places ("46 seats are at stake here") and
shares (polls) are held against each other only in articles of a few days, others of a week.

## Found

- "The blast killed 12 people." / "At least 20 people were killed in the blast."
- "The package is worth $61.4 billion." / "The package is worth some $40 billion."

## Not found

- "About 60 people were hurt." / "The blast hurt 64." (a round number fits)
- "The blast killed 20 people." / "Three children were killed in the blast." (a part of them)

## What to do

Look up where each number comes from. A later count may have replaced an earlier one: then the earlier
article needs an update, not a correction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import circumstances
from checker.neighbours import anchors
from checker.records import Span
from checker.rules import voices

if TYPE_CHECKING:
    from checker.records import Claim, Clash, Pair, Quantity, Verdict

_JUDGE = "quantities"

#: From which cosine two claims speak of one thing by themselves.
ALIKE = 0.8

#: The same, where they also share a place, a day or a cause, or something else speaks for one event.
ALIKE_IN_ONE_EVENT = 0.6

#: The same, where they have one subject that is not itself what is counted.
ALIKE_IN_SUBJECT = 0.45

#: Days between two articles up to which counts that nothing places may be of one thing, and from which a day
#: of the week does not place them.
FEW_DAYS, _WEEK = 2, 7

#: What is below this on any side of an event fit is another event.
EXCLUDED = 0.2

#: An event fit above this says something for one event.
UNKNOWN = 0.5


def fits(verdict: Verdict) -> bool:
    """A clash of quantities between claims that speak of one thing, in an event that may be one."""
    return bool(_clashes(verdict)) and _one_thing(verdict) and _may_be_one_event(verdict)


def explain(verdict: Verdict) -> str:
    """One sentence for the reader: both values, and whose they are."""
    a, b = verdict.pair.a, verdict.pair.b
    clash = _clashes(verdict)[0]
    values = f"{_written(a, clash.a)} ({_whose(a)}) against {_written(b, clash.b)} ({_whose(b)})"
    return f"{values}: no rounding or hedge makes both right"


def _clashes(verdict: Verdict) -> list[Clash]:
    return [clash for clash in verdict.clashes if clash.judge == _JUDGE]


def _one_thing(verdict: Verdict) -> bool:
    """Likeness is not enough: two attacks of one war are told in the same words."""
    pair, clash = verdict.pair, _clashes(verdict)[0]
    if _of_other_days(pair, clash):
        return False
    if pair.similarity >= ALIKE:
        return True
    if pair.similarity >= ALIKE_IN_ONE_EVENT and (_shared(pair, clash) or _fit_well(verdict)):
        return True
    return (
        pair.similarity >= ALIKE_IN_SUBJECT
        and not _is_counted(pair.a, clash.a)
        and not _is_counted(pair.b, clash.b)
        and anchors.same_subject(pair.a, pair.b)
    )


def _of_other_days(pair: Pair, clash: Clash) -> bool:
    """ "46 delegates are at stake here", "19 delegates are at stake": neither says in what, where or when.

    Within a few days they may be of one thing; a day of the week places them within a week. What has a
    subject besides ("she sent 55,000 pages") may be of one thing for a week, but not a share: polls change.
    """
    apart = pair.a.sentence.article.days_from(pair.b.sentence.article) or 0
    bare = _is_counted(pair.a, clash.a) and _is_counted(pair.b, clash.b)
    share = any(
        quantity.unit == "%" for quantity in (*_quantities(pair.a, clash.a), *_quantities(pair.b, clash.b))
    )
    if apart <= (FEW_DAYS if bare or share else _WEEK):
        return False
    return all(mark.startswith(circumstances.DAY) and apart >= _WEEK for mark in _shared(pair, clash))


def _quantities(claim: Claim, span: Span) -> list[Quantity]:
    return [quantity for quantity in claim.quantities if Span(quantity.start, quantity.end) == span]


def _is_counted(claim: Claim, span: Span) -> bool:
    """Whether the subject of a claim is what the number counts: "20 people" and "31 people" share nothing."""
    subject = (claim.subject or "").casefold()
    if subject == "there":
        return True
    return any(
        word in subject
        for quantity in _quantities(claim, span)
        for word in (quantity.counted[:1] if quantity.unit is None else ())
        if word
    )


def _shared(pair: Pair, clash: Clash) -> set[str]:
    """The places, days of the week and kinds of cause that both quantities are counted with."""
    marks = [
        {mark for quantity in _quantities(claim, span) for mark in quantity.counted[2:]}
        for claim, span in ((pair.a, clash.a), (pair.b, clash.b))
    ]
    return {mark for mark in marks[0] & marks[1] if circumstances.is_circumstance(mark)}


def _fit_well(verdict: Verdict) -> bool:
    event = verdict.event
    return event is not None and max(event.places, event.time) > UNKNOWN and event.action > UNKNOWN


def _may_be_one_event(verdict: Verdict) -> bool:
    event = verdict.event
    return event is None or min(event.actors, event.places, event.time, event.action) >= EXCLUDED


def _written(claim: Claim, span: Span) -> str:
    return claim.sentence.article.text[span.start : span.end]


def _whose(claim: Claim) -> str:
    source = claim.sentence.article.source
    return source if claim.speaker_name is None else f"{source}, citing {voices.voice(claim)}"
