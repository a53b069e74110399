"""Where, when and by what something happened that is counted: what tells one count from another.

Marks are words with a preposition: ``in aleppo``, ``on tuesday``, ``by air`` (the kind of cause, of a short
list), ``since`` for everything counted over a period.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

PLACE = "in "
DAY = "on "
CAUSE = "by cause "
PERIOD = "since"

_WHERE = frozenset({"in", "at", "on", "near", "outside", "inside", "around", "across", "of"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PERIODS = frozenset({"since", "throughout"})
_DURING = frozenset({"in", "during", "over", "within"})
_LONG = frozenset(
    {
        "hour",
        "day",
        "week",
        "war",
        "conflict",
        "uprising",
        "year",
        "month",
        "decade",
        "campaign",
        "crisis",
        "pandemic",
    }
)


def is_circumstance(mark: str) -> bool:
    """Whether a mark of a quantity says where, when or by what, and not which ones."""
    return mark.startswith((PLACE, DAY, CAUSE))


def _causes(listed: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({word: cause for cause, words in listed.items() for word in words.split()})


_CAUSES = _causes(
    {
        "air": "airstrike airstrikes air-strike air raid warplane jet helicopter barrel drone bombardment",
        "shell": "rocket shell shelling mortar artillery missile",
        "blast": "blast explosion explode detonate suicide bomb bomber bombing car-bomb mine landmine",
        "gas": "gas chemical sarin nerve toxic chlorine",
        "fight": "clash battle fighting gunfire shooting shoot gunman sniper shootout stab stabbing execute",
        "crash": "crash collide collision derail capsize sink",
        "nature": "earthquake quake flood flooding storm hurricane cyclone landslide tornado tsunami",
        "fire": "blaze fire inferno wildfire",
        "illness": "virus disease outbreak infection pandemic covid cholera",
    }
)


def marks(verb: Token) -> Iterator[str]:
    """The circumstances in the clause of a verb, and in those it is coordinated with."""
    top = verb
    # "A bomb went off in the square, killing 12": the circumstances stand with the first verb.
    while top.head != top and (top.dep_ == "conj" or (top.dep_ == "advcl" and top.tag_ == "VBG")):
        top = top.head
    for token in top.subtree:
        word = token.lower_
        if word in _DAYS:
            yield f"{DAY}{word}"
        elif word in _PERIODS and token.dep_ in ("prep", "mark"):
            yield PERIOD
        elif token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME", "PERSON") and _is_place(token):
            yield f"{PLACE}{word}"
        cause = _CAUSES.get(word) or _CAUSES.get(token.lemma_.lower())
        if cause is not None:
            yield f"{CAUSE}{cause}"
        if token.lemma_ in _LONG and token.dep_ == "pobj" and token.head.lower_ in _DURING:
            yield PERIOD


def _is_place(token: Token) -> bool:
    """Whether a name hangs on a preposition of place, possibly as a part of a longer name."""
    above = token
    while above.dep_ in ("compound", "conj", "appos", "nmod", "poss") and above.head != above:
        above = above.head
    return above.dep_ == "pobj" and above.head.lower_ in _WHERE
