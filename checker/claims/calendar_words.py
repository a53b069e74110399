"""The words that name days, months and years in running English text, and nothing of what they mean.

``expressions`` finds them by shape alone; whether "May" is a month or a minister is for whoever knows the
sentence. Months and weekdays are only read with a capital, since "march" and "may" are verbs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = ("spring", "summer", "autumn", "fall", "winter")

#: What the hedged "a few" and "several" may count.
NUMBERS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        **{
            word: (value, value)
            for value, word in enumerate(
                "one two three four five six seven eight nine ten eleven twelve".split(), start=1
            )
        },
        "a": (1, 1),
        "an": (1, 1),
        "couple": (2, 3),
        "few": (2, 6),
        "several": (3, 9),
        "dozen": (10, 14),
        "fifteen": (15, 15),
        "twenty": (20, 20),
        "thirty": (30, 30),
        "forty": (40, 40),
        "fifty": (50, 50),
    }
)

_MONTH = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun[e.]?|Jul[y.]?|"
    r"Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![^\W\d_])"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?(?![\d%]|[:.,]\d|[^\W\d_])"
_YEAR = r"(?P<{0}>1[5-9]\d\d|20\d\d)(?![\d%]|[.,:/]\d|[^\W\d_])"
_WEEKDAY = rf"(?P<weekday>{'|'.join(day.capitalize() for day in WEEKDAYS)})(?![^\W\d_])"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_EDGE = r"(?:(?P<edge>early|mid|late)(?:[ -]in)?[ -])?"
_RIM = r"(?:the\s+)?(?P<rim>end|close|start|beginning|middle|eve)\s+of\s+(?:the\s+)?"
_PARTS = "morning|afternoon|evening|night"
_DAY_WORD = r"(?P<word>(?i:yesterday|today|tomorrow|tonight))\b(?!['’]?s)"
_ITS_RIM = r"(?:(?:the\s+)?(?P<rim>end|close|start|beginning|middle)\s+of\s+)"
_ITS_EDGE = r"(?P<edge>early|mid|late|earlier|later)[ -]"
_ITS_WHICH = r"(?P<which>last|next|this|past|coming|the)"
_PERIOD = rf"(?P<period>week|weekend|month|quarter|year|decade|{'|'.join(SEASONS)})"
_COUNT = (
    r"(?P<count>\d{1,3}|(?:a\s+)?(?:couple|few|dozen)(?:\s+of)?|"
    rf"{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
)
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
_HEDGE = (
    r"(?:(?P<hedge>more\s+than|over|at\s+least|almost|nearly|about|around|some|roughly|less\s+than|"
    r"just|only|exactly)\s+)?"
)
_TIME = r"(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\b\.?|\d{1,2}:\d\d|noon|midnight)"


_NAMED_MONTHS = tuple(month.capitalize() for month in MONTHS)
_DIGITS = tuple(str(hundreds) for hundreds in range(15, 21))
_PERIODS = ("week", "month", "quarter", "year", "decade", *SEASONS)

#: One of these letters stands in every expression of a kind: a shape is tried only where one does.
_NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "date": (*_NAMED_MONTHS, "-0", "-1"),
        "month": _NAMED_MONTHS,
        "year": _DIGITS,
        "season": _DIGITS,
        "decade": ("0s", "0's", "0’s"),
        "weekday": tuple(day.capitalize() for day in WEEKDAYS),
        "word": ("today", "Today", "terday", "omorrow", "night", "morning", "afternoon", "evening"),
        "period": _PERIODS,
        "span": ("last ", "past ", "Last ", "Past "),
        "ago": (" ago",),
    }
)


def _compiled(kind: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    # A year in digits may be glued to nothing, or it is a price, a code or a part of a larger number.
    return kind, re.compile(rf"(?<![\w$€£/.,-])(?:{pattern})")


#: Kind of expression -> its shape. Where two overlap, the longer one counts.
_SHAPES = tuple(
    _compiled(kind, pattern)
    for kind, pattern in (
        ("date", r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])"),
        (
            "date",
            _MONTH.format("month")
            + r"\s+(?:the\s+)?"
            + _DAY.format("day")
            + rf"(?:\s?[-–—]\s?{_DAY.format('day_last')})?"
            + rf"(?:,?\s+{_YEAR.format('year')})?",
        ),
        (
            "date",
            rf"(?:{_DAY.format('day')}\s?(?:[-–—]|to|and|or|until|through)\s?)?"
            + _DAY.format("day_last")
            + r"(?:\s+of)?\s+"
            + _MONTH.format("month")
            + rf"(?:,?\s+{_YEAR.format('year')})?",
        ),
        (
            "month",
            rf"(?i:{_EDGE})(?:(?i:{_RIM}))?(?:(?i:(?P<which>last|next|this)(?:\s+(?:past|coming))?)\s+)?"
            + _MONTH.format("month")
            + rf"(?:,?(?:\s+of)?\s+{_YEAR.format('year')})?",
        ),
        ("year", rf"(?i:{_EDGE})(?:(?i:{_RIM}))?{_YEAR.format('year')}"),
        ("season", rf"(?i:{_EDGE})(?:(?i:{_RIM}))?(?i:{_SEASON})(?:\s+of)?\s+{_YEAR.format('year')}"),
        ("decade", rf"(?i:{_EDGE})(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b"),
        (
            "weekday",
            r"(?i:(?:early|late)\s+(?:on\s+)?)?(?:(?i:(?P<which>last|next|this)(?:\s+(?:past|coming))?)\s+)?"
            + _WEEKDAY
            + rf"(?:\s+(?P<part>(?i:{_PARTS})\b))?",
        ),
        (
            "word",
            rf"(?i:(?:early|late|earlier|later)\s+)?{_DAY_WORD}(?:\s+(?P<part>(?i:{_PARTS})\b))?",
        ),
        ("word", rf"(?i:this)\s+(?P<part>(?i:{_PARTS}))\b"),
        ("word", r"(?P<word>(?i:last))\s+(?P<part>(?i:night|evening))\b"),
        (
            "period",
            rf"(?i:{_ITS_EDGE}|{_ITS_RIM})?(?i:{_ITS_WHICH}\s+{_PERIOD})\b(?!\s+of\b)",
        ),
        ("span", rf"(?i:the\s+|these\s+)?(?i:last|past)\s+(?i:{_COUNT}\s+{_UNIT})\b"),
        ("span", r"(?i:the)\s+(?i:last|past)\s+(?i:(?P<unit>week|month|year|decade))\b(?!\s+of\b)"),
        ("ago", rf"(?i:{_HEDGE}{_COUNT}\s+{_UNIT}\s+ago)\b"),
    )
)

#: Any of these letters stand in every expression: most sentences need no closer look.
_ANY = re.compile(
    r"1[5-9]\d\d|20\d\d|(?i:day\b|day['’]s|\bago\b|tomorrow|tonight|"
    r"\b(?:last|past|this|next|coming)\s+(?:\w+\s+){0,3}(?:morning|afternoon|evening|night|hour|day|week|"
    r"month|quarter|year|decade|spring|summer|autumn|fall|winter))|(?i:\bof\s+(?:the|this)\s+"
    r"(?:week|month|quarter|year|decade|spring|summer|autumn|fall|winter))|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)

_CLOCK = re.compile(rf"\s*,?\s*(?:at\s+)?(?P<time>{_TIME})(?!\w)", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(rf"(?:\bat\s+)?(?P<time>{_TIME})\s*,?\s+(?:on\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of a text that name a time: ``text[start:end]``, what kind, and the parts that were found.

    ``kind`` is one of date, month, year, season, decade, weekday, word, period, span, ago; ``parts``
    holds the pieces by their names (``{"month": "Nov.", "day": "8"}``), absent ones left out.
    """

    kind: str
    start: int
    end: int
    parts: Mapping[str, str] = field(hash=False)

    def has(self, *names: str) -> bool:
        """Whether any of the parts is there."""
        return any(name in self.parts for name in names)

    @property
    def month(self) -> int | None:
        """The number of the month that is named, 1..12."""
        if "number" in self.parts:
            return int(self.parts["number"])
        name = self.parts.get("month")
        return None if name is None else MONTHS.index(name[:3].lower()) + 1

    @property
    def year(self) -> int | None:
        """The year that is named."""
        return int(self.parts["year"]) if "year" in self.parts else None


def mentions_time(text: str) -> bool:
    """Whether a closer look at a text may find an expression; cheap."""
    return _ANY.search(text) is not None


def expressions(text: str) -> Iterator[Expression]:
    """All expressions of time in a text, in order; none overlaps another."""
    if not mentions_time(text):
        return
    found = [
        Expression(kind, match.start(), match.end(), _parts(match))
        for kind, shape in _SHAPES
        if any(letters in text for letters in _NEEDED[kind])
        for match in shape.finditer(text)
    ]
    end = 0
    for expression in sorted(found, key=lambda one: (one.start, -one.end)):
        if expression.start >= end:
            end = expression.end
            yield expression


def _parts(match: re.Match[str]) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in match.groupdict().items() if value}


def clock_time(text: str, expression: Expression) -> tuple[int, int, str] | None:
    """The clock time beside an expression ("10 a.m. on Tuesday"), as start, end and words."""
    after = _CLOCK.match(text, expression.end)
    if after is not None and after["time"]:
        return after.start("time"), after.end(), after["time"]
    before = _CLOCK_BEFORE.search(text, max(0, expression.start - 24), expression.start)
    return None if before is None else (before.start(), before.end("time"), before["time"])
