"""Publication dates to ``YYYY-MM-DDTHH:MM:SSZ`` or ``YYYY-MM-DD``; what is unclear stays unknown.

Read are ISO 8601, the dates of mail and feeds (RFC 2822), of programs (``Tue Nov 08 2022 10:15:00
GMT+0100``), dates with the month in English words, and seconds or milliseconds since 1970. A whole text is
such a date or it is none: nothing is searched for in prose, and nothing that is missing is filled in.

A time with a zone becomes UTC. A time without a zone, or with a zone whose letters are not known here, keeps
only its day, because the hour is unknown by up to a day. Numeric dates such as ``9/6/17`` mean two days in
two countries and are not read, nor are months without a day and years of two digits.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

#: No news article is older than the first newspaper, and none comes from the far future.
FIRST_YEAR = 1605
LAST_YEAR = 2199
#: Longer than any date, and short enough that a whole file in the field of a date costs nothing.
_LONGEST = 100

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Hours from UTC. Those of America are as in RFC 2822; CST and BST are read as they are meant in English.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "cest": 2,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_ISO_DAY = r"(?P<iso>\d{4}[-/.]\d\d?[-/.]\d\d?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]{0,2}\s*)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>\d{4})\b"
_TIME = (
    r"(?:(?P<hour>\d\d?)[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<full>\d\d?)\s*(?P<whole>[ap]\.?m\b\.?))"
)
_ZONE = r"(?:\s*(?P<zone>(?:utc|gmt)?[+-]\d\d?(?::?\d\d)?|[a-z]{1,5})\b)?(?:\s*[(\[][\w\s/+:-]{1,60}[)\]])?"
_AND_TIME = rf"(?:(?:\s*,?\s+(?:at\s+|[-–|@]\s*)?|\s*,\s*|t){_TIME}{_ZONE})?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        rf"{_ISO_DAY}{_AND_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s*{_DAY},?\s+{_YEAR}{_AND_TIME}",
        rf"{_WEEKDAY}{_DAY}[\s.-]*(?:of\s+)?{_MONTH},?[\s-]*{_YEAR}{_AND_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_TIME}{_ZONE}\s+{_YEAR}",
        rf"{_TIME}{_ZONE},?\s+(?:on\s+)?{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_TIME}{_ZONE},?\s+(?:on\s+)?{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    )
)
_COMPACT = re.compile(
    r"(?P<day>\d{8})(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?:[.,]\d+)?(?P<zone>z|[+-]\d{4})?)?",
    re.IGNORECASE | re.ASCII,
)
_EPOCH = re.compile(r"(?P<seconds>[1-9]\d{9})(?:\d{3}|\.\d+)?", re.ASCII)
_DAY_AND_HOUR = "%Y%m%d%H"


def normalise(written: str) -> str | None:
    """The date in the form of ``Article.published``, or None if it cannot be read."""
    if len(written) > _LONGEST:
        return None
    text = " ".join(written.split())
    try:
        if epoch := _EPOCH.fullmatch(text):
            return _since_1970(text, epoch["seconds"])
        if compact := _COMPACT.fullmatch(text):
            return _put_together(datetime.strptime(compact["day"], "%Y%m%d").date(), compact)
        for shape in _SHAPES:
            if found := shape.fullmatch(text):
                return _put_together(_day(found), found)
    except (ValueError, OverflowError):
        return None
    return None


def unreadable_date(written: str) -> str:
    """The message for a date that cannot be read."""
    return f"the date {written[:60]!r} cannot be read, it counts as unknown; write YYYY-MM-DD or ISO 8601"


def _since_1970(text: str, seconds: str) -> str | None:
    if len(text) == len(seconds) and _is_day_and_hour(text):
        return None
    return _in_range(datetime.fromtimestamp(int(seconds), UTC))


def _is_day_and_hour(text: str) -> bool:
    """Whether ten digits are as well ``YYYYMMDDHH``; from 2030 on a number of seconds can be both."""
    try:
        datetime.strptime(text, _DAY_AND_HOUR)
    except ValueError:
        return False
    return True


def _day(found: re.Match[str]) -> date:
    if "iso" in found.re.groupindex:
        year, month, day = re.split(r"[-/.]", found["iso"])
        return date(int(year), int(month), int(day))
    return date(int(found["year"]), _MONTHS.index(found["month"][:3].lower()) + 1, int(found["day"]))


def _put_together(day: date, found: re.Match[str]) -> str | None:
    """A day with what a match has of time and zone. Raises ValueError if there is no such time."""
    clock = _clock(found.groupdict())
    zone = _zone(found["zone"]) if clock is not None and found["zone"] else None
    if clock is None or zone is None:
        return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else None
    return _in_range(datetime.combine(day, clock, zone).astimezone(UTC))


def _in_range(moment: datetime) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _clock(parts: dict[str, str | None]) -> time | None:
    hour, half = parts["hour"] or parts.get("full"), parts.get("half") or parts.get("whole")
    if hour is None:
        return None
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            raise ValueError(f"no such hour: {hour} {half}")
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    return time(number, int(parts["minute"] or 0), int(parts["second"] or 0))


def _zone(written: str) -> timezone | None:
    """The zone of an offset or of known letters; None for letters that are not known."""
    name = written.lower()
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    digits = re.fullmatch(r"(?:utc|gmt)?(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?", name)
    if digits is None:
        return None
    if int(digits["minutes"] or 0) >= 60:
        raise ValueError(f"no such zone: {written}")
    offset = timedelta(hours=int(digits["hours"]), minutes=int(digits["minutes"] or 0))
    return timezone(-offset if digits["sign"] == "-" else offset)
