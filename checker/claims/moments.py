"""When things are said to happen: expressions of time in a parsed sentence, as intervals of days.

Relative ones are counted from the day of publication, on the side that the tense of the governing verb
says: "on Tuesday" with a verb in the past is the last Tuesday up to that day, with "will" the next one.
Without a known day of publication they give no moment: nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.claims import calendar_days, calendar_words, tense, trees
from checker.claims.calendar_days import Side
from checker.claims.time_names import is_no_time
from checker.records import Moment, Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from checker.claims.calendar_days import Days
    from checker.claims.calendar_words import Expression

#: Ends of an interval that is open on one side.
ALWAYS, FOREVER = date.min, date.max

_BEFORE = re.compile(
    r"\b(?P<cue>since|until|till|by|before|after|from|between|on|in|at|during|through|throughout|for|of|prior\s+to|"
    r"ahead\s+of|following|as\s+of|starting|beginning|up\s+to|around|about|every|each|over|within|to|and|-|–)"
    r"(?:\s+(?:on|in|at|about|around|sometime|as\s+early\s+as|as\s+late\s+as|the|early|late|this|next|last))*\s*$",
    re.IGNORECASE,
)
_RANGE = re.compile(r",?\s*(?P<joint>and|to|until|till|through|-|–|—)\s*", re.IGNORECASE)
_NEGATED_UNTIL = re.compile(r"(?:\b(?:not|never|only)|n't|cannot)\b[^.;]*$", re.IGNORECASE)
_FROM = frozenset({"since", "from", "starting", "beginning"})
_TO = frozenset({"until", "till", "by", "up to", "through"})


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression in its place: the preposition before it, the word that carries it, and its tense."""

    expression: Expression
    cue: str
    start: int
    end: int
    token: Token
    part: str | None = None


def moments(doc: Doc, offset: int, published: str | None) -> tuple[Moment, ...]:
    """The moments of a parsed sentence, in order.

    ``offset`` is where the sentence begins in its article; ``published`` the article's date as
    ``Article.published`` has it, None if it is unknown. An interval that is open on one side ends at
    0001-01-01 or 9999-12-31.
    """
    # Most sentences name no time; the text is only put together once.
    text = doc.text
    if not calendar_words.mentions_time(text):
        return ()
    day = None if published is None else date.fromisoformat(published[:10])
    expressions = list(calendar_words.expressions(text))
    if not expressions:
        return ()
    placed = list(_placed(expressions, text, {token.idx: token for token in trees.tokens(doc)}))
    return tuple(_resolved(placed, text, day, offset))


def _placed(expressions: list[Expression], text: str, at: dict[int, Token]) -> Iterator[_Found]:
    """The expressions that are times, each with its surroundings."""
    for expression in expressions:
        token = at.get(expression.start)
        if token is None:
            continue
        before = _BEFORE.search(text, max(0, expression.start - 40), expression.start)
        cue = "" if before is None else " ".join(before["cue"].lower().split())
        carrier = _carrier(expression, at) or token
        if is_no_time(expression, cue, carrier, text):
            continue
        start, end = expression.start, expression.end
        if text.startswith(("'s", "s'"), end):
            # "After Tuesday's election" bounds something by the election, not by Tuesday.
            before, cue = None, ""
        if before is not None and cue not in ("and", "to", "-", "–", "over", "of", "about", "around"):
            start = before.start()
        part = expression.parts.get("part")
        clock = calendar_words.clock_time(text, expression)
        if clock is not None:
            start, end, part = min(start, clock[0]), max(end, clock[1]), clock[2]
        yield _Found(expression, cue, start, end, carrier, part)


def _carrier(expression: Expression, at: dict[int, Token]) -> Token | None:
    """The token of an expression that the others hang on."""
    inside = [token for start, token in at.items() if expression.start <= start < expression.end]
    return next((token for token in inside if not expression.start <= token.head.idx < expression.end), None)


def _resolved(found: list[_Found], text: str, day: date | None, offset: int) -> Iterator[Moment]:
    skip = -1
    for position, one in enumerate(found):
        if position <= skip:
            continue
        following = found[position + 1] if position + 1 < len(found) else None
        made = None
        if following is not None and _same_day(one, following, text):
            skip = position + 1
            part = following.part or one.part
            joined = replace(following, start=one.start, cue=one.cue, part=part)
            made = _moment(joined, text, day)
        elif following is not None and _joint(one, following, text):
            skip = position + 1
            made = _range(one, following, day)
        else:
            made = _moment(one, text, day)
        if made is not None:
            yield replace(made, start=made.start + offset, end=made.end + offset)


def _same_day(one: _Found, following: _Found, text: str) -> bool:
    """ "Tuesday, Nov. 8" is one day."""
    between = text[one.expression.end : following.expression.start]
    kinds = (one.expression.kind, following.expression.kind)
    return kinds == ("weekday", "date") and not between.strip(" ,") and len(between) <= 3


def _joint(one: _Found, following: _Found, text: str) -> bool:
    """Whether a word makes one stretch of two expressions: "between March and May"."""
    match = _RANGE.fullmatch(text, one.expression.end, following.expression.start)
    if match is None:
        return False
    joint = match["joint"].lower()
    if joint == "and":
        return one.cue == "between"
    return one.cue == "from" or joint not in ("until", "till")


def _moment(one: _Found, text: str, day: date | None) -> Moment | None:
    days, relative = _days(one, day)
    if days is None:
        return None
    first, last = _bounded(days, one, text)
    if first > last:
        return None
    return Moment(one.start, one.end, first.isoformat(), last.isoformat(), relative, one.part)


def _range(one: _Found, following: _Found, day: date | None) -> Moment | None:
    year = one.expression.year or following.expression.year
    first = calendar_days.explicit(one.expression, year=year)
    last = calendar_days.explicit(following.expression, year=year)
    relative = first is None or last is None
    if relative and day is not None:
        first, _ = _days(one, day)
        last, _ = _days(following, day)
    if first is None or last is None:
        return None
    if last[1] < first[0]:
        # "From October to March": the March after that October.
        last = calendar_days.explicit(following.expression, year=first[0].year + 1)
    if last is None or last[1] < first[0]:
        return None
    return Moment(one.start, following.end, first[0].isoformat(), last[1].isoformat(), relative)


def _days(one: _Found, day: date | None) -> tuple[Days | None, bool]:
    days = calendar_days.explicit(one.expression)
    if days is not None or day is None:
        return days, False
    try:
        return calendar_days.relative(one.expression, day, _side(one)), True
    except OverflowError:
        return None, True


def _side(one: _Found) -> Side:
    verb = one.token if trees.is_verbal(one.token) else tense.governing_verb(one.token)
    when = None if verb is None else tense.of_verb(verb)
    owner = one.token.dep_ == "poss"
    if when is None or (owner and when is Tense.PRESENT):
        # "Monday's brief argues": a brief of last Monday, as a rule, but "Monday's vote decides".
        return Side.EITHER
    if one.cue in ("starting", "beginning"):
        return Side.EITHER
    if when in (Tense.PAST, Tense.PERFECT):
        return _side_of_past(one)
    if one.cue == "since":
        return Side.BEFORE
    # "Holds talks on Friday" is a plan; "in October" may be either.
    return Side.AFTER if when is Tense.FUTURE or one.expression.kind == "weekday" else Side.EITHER


def _side_of_past(one: _Found) -> Side:
    """ "Was postponed until Friday", "hoped for a deal before January 1": limits lie ahead as often."""
    if one.cue in ("until", "till", "for"):
        return Side.AFTER if one.expression.kind == "weekday" else Side.EITHER
    return Side.EITHER if one.cue in ("by", "before", "ahead of", "prior to") else Side.BEFORE


def _bounded(days: Days, one: _Found, text: str) -> Days:
    """The interval that a preposition opens on one side: "since March", "by Friday"."""
    first, last = days
    if one.cue in _FROM and (one.cue != "from" or _hangs_on_verb(one.token)):
        return first, FOREVER
    if one.cue in ("about", "around"):
        return _widened(days)
    if one.cue in ("until", "till") and _NEGATED_UNTIL.search(text, 0, one.start):
        # "Will not meet until Friday": on Friday at the earliest.
        return first, FOREVER
    if one.cue in _TO:
        return ALWAYS, last
    if one.cue in ("before", "prior to", "ahead of"):
        return ALWAYS, first - timedelta(1) if first > ALWAYS else first
    if one.cue in ("after", "following"):
        # "After 2014" mostly includes what is left of that year.
        return (last + timedelta(1) if first == last and last < FOREVER else first), FOREVER
    return days


def _hangs_on_verb(token: Token) -> bool:
    """Whether "from Friday" limits a verb, not a thing ("a letter from 2014")."""
    return token.head.pos_ == "ADP" and trees.is_verbal(token.head.head)


def _widened(days: Days) -> Days:
    """ "Around 2010": half as long again on both sides."""
    first, last = days
    slack = timedelta((last - first).days // 2 + 1)
    if first - ALWAYS < slack or FOREVER - last < slack:
        return days
    return first - slack, last + slack
