"""Publication dates to ``YYYY-MM-DDTHH:MM:SSZ`` or ``YYYY-MM-DD``; what is unclear stays unknown.

Read are ISO 8601, RFC 2822 (feeds, mail) and dates with the month in words. A time with a zone becomes
UTC. A time without a zone keeps only its day, because the hour is unknown by up to a day. Numeric dates
such as ``9/6/17`` mean two days in two countries and are not read, nor are months without a day.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: No news article is older than the first newspaper, and none comes from the far future.
FIRST_YEAR = 1605
LAST_YEAR = 2199

_DAY_ONLY = re.compile(r"\d{4}-?\d\d-?\d\d\Z")
_IN_WORDS = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)


def normalise(written: str) -> str | None:
    """The date in the form of ``Article.published``, or None if it cannot be read."""
    text = written.strip()
    try:
        if _DAY_ONLY.match(text):
            return _day(date.fromisoformat(text))
        for parse in (datetime.fromisoformat, parsedate_to_datetime):
            moment = _attempt(parse, text)
            if moment is not None:
                return _moment(moment)
        return _in_words(text)
    except (ValueError, OverflowError):
        return None


def _attempt(parse: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        return parse(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _moment(moment: datetime) -> str | None:
    if moment.tzinfo is None:
        return _day(moment.date())
    there = moment.astimezone(UTC)
    return there.strftime("%Y-%m-%dT%H:%M:%SZ") if FIRST_YEAR <= there.year <= LAST_YEAR else None


def _day(day: date) -> str | None:
    return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _in_words(text: str) -> str | None:
    bare = _WEEKDAY.sub("", text).replace("Sept.", "Sep").replace(".", "")
    for form in _IN_WORDS:
        try:
            return _day(datetime.strptime(bare, form).date())
        except ValueError:
            continue
    return None


def unreadable_date(written: str) -> str:
    """The message for a date that cannot be read."""
    return f"the date {written[:60]!r} cannot be read, it counts as unknown; write YYYY-MM-DD or ISO 8601"
