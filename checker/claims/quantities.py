"""Quantities in a parsed sentence: what number of what, as the interval of the values allowed.

`checker.claims.numerals` finds the numbers in the text, `checker.claims.units` their units, and
`checker.claims.counted` reads off the tree what they count. Here they are put together, and the numbers that
count nothing are left out: years and dates, clock times, numbers in names, scores, ordinals, "one of them".

The lemmas in ``Quantity.counted`` stand in a fixed order: what is counted, what happens to it (both "" where
nobody says), and then, sorted, what narrows it down: modifiers ("russian"), the marks of
`checker.claims.circumstances` ("in aleppo") and those of ``counted.OPEN``, after which nothing compares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import counted, trees, units
from checker.claims.counted import LIMIT, PART, Counted
from checker.claims.numberwords import SMALL
from checker.claims.numerals import Hedge, Numeral, numerals
from checker.records import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity, and the index of the token in its sentence that stands for it in the tree."""

    quantity: Quantity
    token: int


#: Most sentences have no number; those are done with one look.
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_COUNTING = frozenset(SMALL) | frozenset(
    "no none half third thirds quarter quarters fifth fifths tenth dozen dozens scores hundred hundreds "
    "thousand thousands million millions billion billions trillion several few couple handful".split()
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?$|\b{_MONTH}\s+\d{{1,2}},?\s+$")
_DATE_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?![a-z])(?:\s+\d{{4}}|\W|$)|[-/.]\d")
_CLOCK_AFTER = re.compile(r"\s*(?:[ap]\.?m\b|o['’]clock|GMT|UTC|hours? (?:GMT|local))", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:article|section|chapter|no\.?|nos?\.|number|phase|level|tier|grade|part|page|paragraph|clause|rule|"
    r"resolution|protocol|group of|highway|route|room|gate|unit|class|category|stage|round|channel|type|"
    r"flight|title|form|act|scene|volume|windows|apollo|area|line|platform|district|version|step|point|size|top|brigade|"
    r"division|regiment|war|hour of|day|week|year|season|episode|model|boeing|airbus|under|age|aged)\s+$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s+$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[-\s](?:years?|months?|days?)[-\s](?:old|of age)\b")
_MOMENT_AFTER = re.compile(r"\s+(?:ago|later|earlier|before|after|prior|since|into|to go|away|from now)\b")
_MOMENT_BEFORE = re.compile(
    r"\b(?:last|past|next|first|within|in|over the|every|coming|recent|previous|following|after|final|these|"
    r"those|by|before)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NAMES = frozenset({"PRODUCT", "LAW", "FAC", "EVENT", "ORG", "PERSON", "WORK_OF_ART", "NORP", "GPE"})
_PHONE = re.compile(r"\d{3}[-–]\d{4}$|\d{4}[-–]\d{2,4}$")
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
#: What "one" is said with without counting.
_IDIOMS = frozenset(
    {"day", "time", "thing", "way", "hand", "side", "point", "reason", "end", "place", "night"}
)
_OLD_ENOUGH = 1400
_TOO_YOUNG = 2100


def quantities(doc: Doc, offset: int = 0) -> list[Found]:
    """The quantities of a parsed sentence, in order.

    ``offset`` is where the sentence begins in its article; the spans of the quantities are the article's.
    """
    text = doc.text
    if _DIGIT.search(text) is None and _COUNTING.isdisjoint(_WORD.findall(text.lower())):
        return []
    found = (_found(doc, text, numeral, offset) for numeral in numerals(text))
    return [one for one in found if one is not None]


def _found(doc: Doc, text: str, numeral: Numeral, offset: int) -> Found | None:
    if _is_date(text, numeral):
        return None
    unit, start, end, per = _unit(text, numeral)
    number = doc.char_span(numeral.core, end, alignment_mode="expand")
    bare = doc.char_span(numeral.core, numeral.end, alignment_mode="expand")
    if number is None or bare is None or (unit is None and not _counts(bare, text, numeral)):
        return None
    age = _AGE_AFTER.match(text, numeral.end) or (
        _AGE_BEFORE.search(text, 0, numeral.core) if unit is None else None
    )
    if age:
        return _age(number, numeral, offset, max(end, age.end()))
    year = numeral.exact and _OLD_ENOUGH <= numeral.low < _TOO_YOUNG
    if unit in _TIMES and (year or _is_moment(text, start, end)):
        return None
    what = counted.counted(number, measured=unit is not None)
    if what.noun == "time" or (unit is None and what == Counted()):
        return None
    if numeral.low == numeral.high == 0 and unit is None and not _none_of(bare, what):
        return None
    low, high = numeral.interval(measured=unit is not None)
    if unit == "%" and not numeral.share and numeral.hedge is Hedge.NONE:
        low, high = numeral.low - min(0.5, numeral.step / 2), numeral.high + min(0.5, numeral.step / 2)
    quantity = Quantity(
        start=offset + start,
        end=offset + end,
        low=low,
        high=high,
        exact=numeral.exact,
        unit=f"{unit or ''}/{per}" if per else unit,
        counted=_marked(what, numeral).lemmas(),
    )
    return Found(quantity, number.root.i)


def _marked(what: Counted, numeral: Numeral) -> Counted:
    """A limit ("up to 20") says nothing against another value."""
    if numeral.hedge is not Hedge.UP_TO:
        return what
    return Counted(what.noun, what.happening, tuple(sorted({*what.narrowed, LIMIT})))


def _unit(text: str, numeral: Numeral) -> tuple[str | None, int, int, str | None]:
    """Unit, start and end of the quantity with it, and what it is counted for ("day"), if anything."""
    start, end, unit = numeral.start, numeral.end, "%" if numeral.share else None
    money = units.currency_before(text, numeral.core)
    if money is not None:
        unit, start = money[0], min(start, money[1])
    elif not numeral.share and (after := units.unit_after(text, end)) is not None:
        unit, end = after
    rate = units.rate_after(text, end) if unit is not None else None
    if rate is None:
        return unit, start, end, None
    return unit, start, rate[1], rate[0]


def _is_date(text: str, numeral: Numeral) -> bool:
    if numeral.worded and numeral.vague:
        return False
    near = text[max(0, numeral.core - 20) : numeral.core]
    after_months = _DATE_BEFORE.search(near) or _DATE_AFTER.match(text, numeral.end)
    return bool(
        (after_months and numeral.high < _TOO_YOUNG)
        or _CLOCK_AFTER.match(text, numeral.end)
        or _PHONE.match(text, numeral.core, numeral.end)
        or (numeral.core == 0 and text[numeral.end : numeral.end + 2] in (". ", ") "))
    )


def _counts(number: Span, text: str, numeral: Numeral) -> bool:
    """Whether a number without a unit counts anything: no year, no name, no pronoun."""
    top = number.root
    written = text[numeral.core : numeral.end]
    modifies = top.dep_ in ("nummod", "quantmod", "compound") and top.head.i >= number.end
    plural = modifies and top.head.tag_ in ("NNS", "NNPS")
    if written.isdigit() and len(written) == 4 and _OLD_ENOUGH <= numeral.low < _TOO_YOUNG and not plural:
        return False
    hedged = numeral.hedge is not Hedge.NONE
    if not hedged and _NUMBERED.search(text, max(0, numeral.core - 24), numeral.core):
        # "Group of Seven", "Article 5"; but "age" goes on to be looked at, as does "under 20 people".
        return _AGE_BEFORE.search(text, 0, numeral.core) is not None or (plural and not numeral.worded)
    if not hedged and not plural and any(token.ent_type_ in _NAMES for token in number):
        return False
    if not hedged and _ends_a_name(number):
        return False
    if (
        not hedged
        and top.dep_ == "nummod"
        and top.head.i < number.start
        and top.head.pos_ in ("PROPN", "NOUN")
    ):
        return False
    if (
        number.end < len(number.doc)
        and number.doc[number.end].text in ("-", "–")
        and not plural
        and not hedged
    ):
        # "3-D", "two-state": part of a word; "-year" has been seen to be a unit.
        return False
    return not (numeral.worded and numeral.low == 1 and numeral.high == 1) or _is_one(top, number)


def _ends_a_name(number: Span) -> bool:
    """ "Boeing 737 jets": a number right after a name in the same noun phrase."""
    if number.start == 0:
        return False
    before = number.doc[number.start - 1]
    return before.pos_ == "PROPN" and before.ent_type_ != "DATE" and before.head == number.root.head


def _is_one(top: Token, number: Span) -> bool:
    """ "one person", as against "one of the best", "one another", "one day"."""
    following = number.doc[number.end].lower_ if number.end < len(number.doc) else ""
    if following in ("of", "another") or top.dep_ != "nummod":
        return False
    return top.head.tag_ == "NN" and top.head.lemma_.lower() not in _IDIOMS and top.head.i >= number.end


def _is_moment(text: str, start: int, end: int) -> bool:
    """ "two days ago", "the last three years": when, not how long."""
    before = _MOMENT_BEFORE.search(text, max(0, start - 24), start)
    return before is not None or _MOMENT_AFTER.match(text, end) is not None


def _none_of(number: Span, what: Counted) -> bool:
    """ "no soldiers" counts none; "no doubt", "no one" and "none of this" do not."""
    top = number.root
    if PART in what.narrowed:
        return False
    if number.text.lower() == "none":
        return top.dep_ in ("nsubj", "nsubjpass", "dobj") and what.happening not in ("", "be")
    return top.dep_ == "det" and top.head.tag_ == "NNS" and top.head.i > top.i


def _age(number: Span, numeral: Numeral, offset: int, end: int) -> Found | None:
    """ "the 40-year-old", "aged 40": an age in years, of a person whose name stands nearest."""
    top: Token = number.root
    holder = next((token for token in (top, *top.ancestors) if token.ent_type_ == "PERSON"), None)
    if holder is None:
        noun = next((token for token in top.ancestors if token.pos_ in ("NOUN", "PROPN")), None)
        named = () if noun is None else (t for t in trees.dependants(noun) if t.ent_type_ == "PERSON")
        holder = next(iter(named), None)
    narrowed = (PART,) if holder is None else (holder.lemma_.lower(),)
    low, high = numeral.interval()
    quantity = Quantity(
        offset + numeral.start, offset + end, low, high, numeral.exact, "year", ("age", "be", *narrowed)
    )
    return Found(quantity, top.i)
