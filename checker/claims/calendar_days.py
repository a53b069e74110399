"""The days that an expression of time allows: first and last, both inclusive.

Explicit dates need nothing else. All others are counted from the day of publication, and those that name
no year or no week ("on Tuesday", "8 November") need to know as well whether they lie before or after it.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.claims.calendar_words import NUMBERS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.claims.calendar_words import Expression

Days = tuple[date, date]

#: First month and length in months of each season, wide enough for what people call by its name.
_SEASONS = {"spring": (3, 4), "summer": (6, 4), "autumn": (9, 4), "fall": (9, 4), "winter": (12, 4)}

_DAYS_OF = {"hour": 0, "day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120}
_RIMS = {"end": "late", "close": "late", "start": "early", "beginning": "early", "middle": "mid"}

#: How many days away a date without a year may lie on the side that the tense says.
_WITHOUT_YEAR = 300


class Side(StrEnum):
    """On which side of the day of publication an expression is to be looked for."""

    BEFORE = "before"
    AFTER = "after"
    EITHER = "either"


def explicit(expression: Expression, *, year: int | None = None) -> Days | None:
    """The days of an expression that names its year (or is given one), None for all others.

    A date that does not exist ("31 February") has no days.
    """
    parts = expression.parts
    named = expression.year or year
    if expression.kind == "decade":
        return _stretch(_years(int(parts["decade"]), 10), parts)
    if named is None:
        return None
    if expression.kind == "date":
        return _dates(expression, named)
    if expression.kind == "month" and expression.month is not None:
        return _stretch(_months(named, expression.month, 1), parts)
    if expression.kind == "year":
        return _stretch(_years(named, 1), parts)
    if expression.kind == "season":
        return _stretch(_season(parts["season"], named), parts)
    return None


def relative(expression: Expression, published: date, side: Side) -> Days | None:
    """The days of any expression, counted from the day of publication; None if they cannot be told.

    Raises OverflowError for what lies outside the calendar ("900 years ago" in 0800).
    """
    parts = expression.parts
    if expression.kind in ("date", "month"):
        return _yearless(expression, published, side)
    if expression.kind == "weekday":
        return _weekday(parts, published, side)
    if expression.kind == "word":
        return _word(parts, published)
    if expression.kind == "period":
        return _period(parts, published, side)
    if expression.kind == "span":
        return _back(published, _count(parts.get("count", "one"))[1], parts["unit"]), published
    if expression.kind == "ago":
        return _ago(parts, published)
    return None


def _dates(expression: Expression, year: int) -> Days | None:
    parts = expression.parts
    one = parts.get("day") or parts["day_last"]
    try:
        first = date(year, expression.month or 0, int(one))
        last = date(year, expression.month or 0, int(parts.get("day_last") or one))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _months(year: int, month: int, count: int) -> Days:
    end_year, end_month = divmod(year * 12 + month - 1 + count - 1, 12)
    end_month += 1
    last = calendar.monthrange(end_year, end_month)[1]
    return date(year, month, 1), date(end_year, end_month, last)


def _years(year: int, count: int) -> Days:
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def _season(name: str, year: int) -> Days:
    start, count = _SEASONS[name.lower()]
    # "The winter of 2022" may be the one that ended or the one that began in that year.
    return (date(year, 1, 1), _months(year, 12, 4)[1]) if start == 12 else _months(year, start, count)


def _stretch(days: Days, parts: Mapping[str, str]) -> Days:
    """The early, middle or late part of a longer stretch; the parts overlap, as their uses do."""
    first, last = days
    edge = parts.get("edge", "").lower() or _RIMS.get(parts.get("rim", "").lower(), "")
    length = (last - first).days
    if edge == "early":
        return first, first + timedelta(length * 45 // 100)
    if edge == "mid":
        return first + timedelta(length * 25 // 100), first + timedelta(length * 75 // 100)
    if edge == "late":
        return first + timedelta(length * 55 // 100), last
    return days


def _yearless(expression: Expression, published: date, side: Side) -> Days | None:
    which = expression.parts.get("which", "").lower()
    around = [explicit(expression, year=published.year + shift) for shift in (-1, 0, 1)]
    found = [days for days in around if days is not None]
    if which == "last":
        return max((days for days in found if days[1] < published), default=None)
    if which == "next":
        return min((days for days in found if days[0] > published), default=None)
    if which == "this":
        return explicit(expression, year=published.year)
    if side is Side.EITHER:
        return min(found, key=lambda days: _distance(days, published), default=None)
    before = max((days for days in found if days[0] <= published), default=None)
    after = min((days for days in found if days[1] >= published), default=None)
    chosen = before if side is Side.BEFORE else after
    if expression.kind == "month" or chosen is None:
        return chosen
    # Nobody names a day of almost a year ago without its year: the tense may be that of another clause.
    return None if _distance(chosen, published) > _WITHOUT_YEAR else chosen


def _distance(days: Days, published: date) -> int:
    return max((days[0] - published).days, (published - days[1]).days, 0)


def _weekday(parts: Mapping[str, str], published: date, side: Side) -> Days | None:
    which = parts.get("which", "").lower()
    back = (published.weekday() - WEEKDAYS.index(parts["weekday"].lower())) % 7
    ahead = -back % 7
    if which == "last":
        days = -(back or 7)
    elif which == "next":
        days = ahead or 7
    elif side is Side.AFTER:
        days = ahead
    elif side is Side.BEFORE:
        days = -back
    elif back == 0:
        days = 0
    else:
        return None
    day = published + timedelta(days)
    return day, day


def _word(parts: Mapping[str, str], published: date) -> Days:
    word = parts.get("word", "today").lower()
    if word == "last":
        # "Last night" began yesterday and ended today.
        return published - timedelta(1), published
    day = published + timedelta({"yesterday": -1, "tomorrow": 1}.get(word, 0))
    return day, day


def _period(parts: Mapping[str, str], published: date, side: Side) -> Days | None:
    which, period = parts["which"].lower(), parts["period"].lower()
    if which == "the" and not (parts.get("rim") or parts.get("edge") in ("earlier", "later")):
        # "The week", "the summer" may be any.
        return None
    shift = {"last": -1, "past": -1, "next": 1}.get(which, 0)
    if which == "coming" and period != "week":
        shift = 1
    days = _stretch(_calendar(period, published, shift), parts)
    if which == "past":
        return days[0], published
    edge = parts.get("edge", "").lower()
    if shift or which == "the":
        return days
    if edge == "earlier" or (side is Side.BEFORE and days[0] <= published):
        return days[0], min(days[1], published)
    return (max(days[0], published), days[1]) if edge == "later" else days


def _calendar(period: str, published: date, shift: int) -> Days:
    if period == "week":
        # Weeks that begin on Monday and weeks that begin on Sunday, both.
        monday = published - timedelta(published.weekday())
        sunday = published - timedelta((published.weekday() + 1) % 7)
        first, last = min(monday, sunday), max(monday, sunday) + timedelta(6)
        return first + timedelta(7 * shift), last + timedelta(7 * shift)
    if period == "weekend":
        return _weekend(published, shift)
    if period in _SEASONS:
        return _nearest_season(period, published, shift)
    if period == "decade":
        return _years((published.year // 10 + shift) * 10, 10)
    if period == "year":
        return _years(published.year + shift, 1)
    size = 3 if period == "quarter" else 1
    whole = published.year * 12 + (published.month - 1) // size * size + shift * size
    return _months(whole // 12, whole % 12 + 1, size)


def _weekend(published: date, shift: int) -> Days:
    """Friday to Sunday: "last weekend" is the latest that began before, "this weekend" either neighbour."""
    back = (published.weekday() - 4) % 7
    began = published - timedelta(back)
    if shift < 0:
        return (began, began + timedelta(2)) if back > 2 else (began - timedelta(7), began + timedelta(2))
    if shift > 0:
        return began + timedelta(7), began + timedelta(16)
    # From Wednesday on, "this weekend" is the coming one.
    first = began if back <= 4 else began + timedelta(7)
    return first, first + timedelta(2)


def _nearest_season(name: str, published: date, shift: int) -> Days:
    start, count = _SEASONS[name]
    every = [_months(published.year + offset, start, count) for offset in (-2, -1, 0, 1, 2)]
    if shift < 0:
        past = [days for days in every if days[1] < published or days[0].year < published.year]
        latest = max(past)
        # In December, "last summer" may be that of this year or of the year before.
        same_year = latest[1].year == published.year
        return (every[every.index(latest) - 1][0], latest[1]) if same_year else latest
    if shift > 0:
        return min(days for days in every if days[0] > published)
    return min(every, key=lambda days: _distance(days, published))


def _count(words: str) -> tuple[int, int]:
    if words.isdigit():
        return int(words), int(words)
    known = [word for word in words.lower().split() if word in NUMBERS]
    return NUMBERS[known[-1]] if known else (1, 1)


def _back(day: date, count: int, unit: str) -> date:
    unit = unit.lower()
    if unit in _DAYS_OF:
        return day - timedelta(count * _DAYS_OF[unit])
    whole = day.year * 12 + day.month - 1 - count * _MONTHS_OF[unit]
    if whole < 12:
        return date.min
    year, month = whole // 12, whole % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _ago(parts: Mapping[str, str], published: date) -> Days | None:
    """ "Three days ago" is a day, "three months ago" is vaguer: half a unit lies on both sides."""
    fewest, most = _count(parts["count"])
    unit, hedge = parts["unit"].lower(), " ".join(parts.get("hedge", "").lower().split())
    if unit == "hour":
        return published - timedelta(most // 24 + 1), published
    slack = {"day": 0, "week": 3, "month": 15, "year": 182, "decade": 1825}[unit]
    if hedge and hedge not in ("just", "only", "exactly"):
        slack = slack * 3 // 2 + 1
    first = _back(published, most, unit)
    last = min(_back(published, fewest, unit) + timedelta(slack), published)
    if hedge in ("more than", "over", "at least"):
        return date.min, last
    early = first - timedelta(min(slack, (first - date.min).days))
    return (early, published) if hedge == "less than" else (early, last)
