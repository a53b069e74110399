"""Words that look like times and are none: names of days and people, habits, events called by their date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.claims.calendar_words import Expression

#: What stands before a weekday and makes it a name or a holiday.
_NAMED_DAYS = re.compile(
    r"\b(?:Black|Good|Super|Bloody|Ash|Palm|Easter|Cyber|Giving|Fat|Holy|Sheer|Shrove|Maundy|Boxing|Ruby|Freaky|"
    r"Casual|Small Business|Mad|Whit|Blue)\s+(?:and\s+\w+\s+)?$"
)
_NAME_GOES_ON = re.compile(
    r"\s+(?:Night (?:Live|Football|Lights)|(?:Evening )?Post|Times|Review|Club|Group|the 13th)\b"
)
_HABIT = re.compile(r"\b(?:every|each|per|most|any|all|one|a)\s+(?:other\s+)?$", re.IGNORECASE)

#: Months that are verbs, adjectives or people as well.
_AMBIGUOUS = frozenset({"may", "march", "mar", "april", "june", "august", "jan", "jan."})

#: What a name that holds a date is a name of.
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "FAC", "GPE", "LOC", "NORP"})

#: Prepositions that may stand before a bare month or a bare year.
_OF_MONTHS = frozenset(
    "since until till by before after from between in during through throughout following starting beginning "
    "around about to and - – of over within on for".split()
) | {"prior to", "ahead of", "as of", "up to"}
_OF_YEARS = _OF_MONTHS - {"on", "for", "over", "within", "of"}
_NOUNS_BY_DATE = frozenset({"compound", "nmod", "nummod", "amod", "npadvmod"})


def is_no_time(expression: Expression, cue: str, token: Token, text: str) -> bool:
    """Whether an expression only looks like a time. ``token`` is the one that carries it."""
    kind = expression.kind
    before = text[max(0, expression.start - 24) : expression.start]
    if cue in ("every", "each"):
        return True
    if kind == "weekday":
        single = not expression.has("which") and bool(_HABIT.search(before)) and token.dep_ != "compound"
        return bool(_NAMED_DAYS.search(before) or _NAME_GOES_ON.match(text, expression.end)) or single
    if kind == "month":
        return _no_month(expression, cue, token)
    if kind == "year":
        bare = not expression.has("edge", "rim") and cue not in _OF_YEARS
        # "About 2010 people": a number of something.
        counts = cue in ("about", "around", "over") and token.dep_ != "pobj"
        return bare or counts or _modifies(token, expression) or _in_name(token, expression)
    if kind == "date":
        return not expression.has("year") and (_modifies(token, expression) or _in_name(token, expression))
    if kind == "period":
        # "The next week" is the one after some other week.
        return expression.parts["which"].lower() == "next" and before.lower().endswith("the ")
    return kind == "word" and _no_word(expression, token, text)


def _no_month(expression: Expression, cue: str, token: Token) -> bool:
    if expression.has("year"):
        return _modifies(token, expression) and not expression.has("edge", "rim")
    if _modifies(token, expression) or token.pos_ in ("VERB", "AUX") or token.ent_type_ == "PERSON":
        return True
    if expression.has("edge", "rim", "which"):
        return False
    if cue not in _OF_MONTHS:
        return True
    ambiguous = expression.parts["month"].lower() in _AMBIGUOUS
    return ambiguous and cue not in ("in", "since", "during", "until") and token.ent_type_ != "DATE"


def _modifies(token: Token, expression: Expression) -> bool:
    """Whether a date only tells one thing from others: "the Sept. 11 attacks", "the 2016 election"."""
    head = token.head
    if token.dep_ == "poss" or head.idx < expression.end or head.pos_ not in ("NOUN", "PROPN"):
        return False
    between = token.doc.text[expression.end : head.idx]
    return token.dep_ in _NOUNS_BY_DATE and not any(mark in between for mark in ",;:")


def _in_name(token: Token, expression: Expression) -> bool:
    """Whether a date is a part of a longer name: "Article 8 May", "Agenda 2030"."""
    if token.ent_type_ not in _NAMES:
        return False
    start, end = expression.start, expression.end
    others = (other for other in token.doc if other.ent_type_ and not start <= other.idx < end)
    return any(abs(other.i - token.i) == 1 and other.ent_type_ == token.ent_type_ for other in others)


def _no_word(expression: Expression, token: Token, text: str) -> bool:
    """ "USA Today", "Today show"."""
    word = text[expression.start : expression.end]
    named = word[:1].isupper() and not token.is_sent_start and token.pos_ == "PROPN"
    return named or bool(re.match(r"\s+(?:show|programme|program)\b", text[expression.end :]))
