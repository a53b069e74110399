"""Do two claims put one event at times that exclude each other?

The judge compares days only; that both claims speak of one event is for the caller to know.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.records import Clash, Span

if TYPE_CHECKING:
    from checker.records import Claim, Moment

JUDGE = "moments"

#: Ends of an interval that is open on one side.
_OPEN = (date.min.isoformat(), date.max.isoformat())

#: Parts of a day that one paper may count to the next day, or to the one before.
_EDGES_OF_DAYS = frozenset({"night", "evening", "midnight", "morning"})


def clashes(a: Claim, b: Claim) -> list[Clash]:
    """The moments of two claims about one event that exclude each other, at most one pair.

    ``Claim.moments`` are to hold only those that date the main verb. Claims with two dates clash only if
    none of the one overlaps any of the other. Bounds ("since March", "by Friday") exclude nothing: what
    is finished by Friday may last, and what lasts since March may have been said of another part of it.
    """
    closed_a = [moment for moment in a.moments if is_closed(moment)]
    closed_b = [moment for moment in b.moments if is_closed(moment)]
    if not closed_a or not closed_b or len(closed_a) < len(a.moments) or len(closed_b) < len(b.moments):
        return []
    if any(not apart(one, other) for one in closed_a for other in closed_b):
        return []
    one, other = closed_a[0], closed_b[0]
    note = f"{in_words(one)} and {in_words(other)} exclude each other"
    return [Clash(JUDGE, Span(one.start, one.end), Span(other.start, other.end), note)]


def is_closed(moment: Moment) -> bool:
    """Whether a moment has two ends."""
    return moment.first != _OPEN[0] and moment.last != _OPEN[1]


def apart(one: Moment, other: Moment) -> bool:
    """Whether no day belongs to both, neighbouring days set aside where the clocks may differ."""
    gap = days_between(one, other)
    if gap != 1:
        return gap > 1
    # "Tuesday night" in New York is Wednesday morning in Kyiv.
    return not {one.part, other.part} & _EDGES_OF_DAYS


def days_between(one: Moment, other: Moment) -> int:
    """How many days lie from the end of the earlier to the start of the later; 0 if they overlap."""
    first, second = sorted((one, other), key=lambda moment: moment.first)
    return max(0, (date.fromisoformat(second.first) - date.fromisoformat(first.last)).days)


def in_words(moment: Moment) -> str:
    """The days of a moment for a reader: one day, or the first and the last."""
    if moment.first == moment.last:
        return moment.first
    if not is_closed(moment):
        return f"from {moment.first}" if moment.first != _OPEN[0] else f"until {moment.last}"
    return f"{moment.first} to {moment.last}"


def published(claim: Claim) -> date | None:
    """The day on which a claim was published, None if it is unknown."""
    return claim.sentence.article.day


def in_order(a: Claim, b: Claim) -> tuple[Claim, Claim, int] | None:
    """The earlier claim, the later one, and the days between their publications.

    None if a date is unknown or both were published on one day: then neither can replace the other.
    """
    first, second = published(a), published(b)
    if first is None or second is None or first == second:
        return None
    days = abs((second - first).days)
    return (a, b, days) if first < second else (b, a, days)
