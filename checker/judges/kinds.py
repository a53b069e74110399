"""Whether two quantities count or measure the same thing, one a part of the other, or neither."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims import units
from checker.claims.circumstances import CAUSE, DAY, PERIOD, PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Quantity


class Relation(Enum):
    """What a first quantity counts, as against a second: the same, a part of it, or a whole of it."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"


def _groups(*listed: str) -> Mapping[str, str]:
    return MappingProxyType({word: group.split()[0] for group in listed for word in group.split()})


#: Lemma -> the first of the words that mean the same.
_NOUNS = _groups(
    "people person victim human individual body other man",
    "soldier troop serviceman servicemen serviceperson servicemember trooper",
    "civilian resident villager inhabitant",
    "militant fighter rebel insurgent gunman terrorist jihadist",
    "child kid minor",
    "woman female",
    "officer policeman police",
    "car vehicle",
    "plane jet aircraft airplane",
    "house home",
    "job post",
    "vote ballot",
    "strike airstrike raid",
    "migrant refugee",
    "journalist reporter",
)
#: Parts of "people"; a soldier is none of the civilians, and a child may be one.
_OF_PEOPLE = frozenset(
    "soldier civilian militant child woman officer migrant journalist passenger worker student protester "
    "hostage patient pilgrim villager tourist prisoner detainee teacher doctor syrian iraqi".split()
)

_HAPPENINGS = _groups(
    "kill killed die dead death fatality slay perish martyr toll lose massacre assassinate deadly",
    "wound wounded injure injured injury hurt maim",
    "casualty",
    "be have include comprise number total consist exist there hold contain be_of",
    "arrest detain apprehend capture custody",
    "send deploy dispatch",
    "displace displaced flee uproot",
    "evacuate rescue",
    "launch fire shoot",
    "destroy demolish flatten raze",
    "cost spend",
    "rise increase grow climb jump surge soar",
    "fall drop decline decrease shrink slump plunge",
    "participate attend join",
    "reach hit",
    "miss missing disappear",
)
#: These say nothing of what is counted; without a noun of their own they are nothing to compare.
_LIGHT = frozenset({"", "be", "have", "reach", "say", "report", "do", "make", "see", "take", "get", "give"})
_HARM = frozenset({"kill", "wound", "casualty", "miss", "arrest", "displace", "evacuate"})


def relation(a: Quantity, b: Quantity) -> Relation | None:
    """How what ``a`` counts lies to what ``b`` counts; None if they cannot be compared."""
    if not a.counted or not b.counted or not _same_family(a.unit, b.unit):
        return None
    happening_a, happening_b = _happening(a), _happening(b)
    if happening_a != happening_b:
        return None
    nouns = _nouns(_noun(a, happening_a), _noun(b, happening_b))
    if nouns is None or (happening_a in _LIGHT and not _noun(a, happening_a)):
        return None
    narrowed = _narrowings(a.counted[2:], b.counted[2:])
    if narrowed is None or (nouns is not Relation.SAME and narrowed not in (Relation.SAME, nouns)):
        return None
    return narrowed if nouns is Relation.SAME else nouns


def _same_family(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return a is b
    unit_a, _, per_a = a.partition("/")
    unit_b, _, per_b = b.partition("/")
    return units.family(unit_a) == units.family(unit_b) and per_a == per_b


def _happening(quantity: Quantity) -> str:
    lemma = quantity.counted[1] if len(quantity.counted) > 1 else ""
    noun = quantity.counted[0]
    # "20 deaths were reported" counts deaths, whatever is done with them.
    of_noun = _HAPPENINGS.get(noun, "")
    if of_noun in _HARM:
        return of_noun
    # "rose by 5%" is "rose 5%", and both are something else than "rose to 5%".
    verb, _, preposition = lemma.partition(" ")
    if verb == "by":
        return lemma
    verb = _HAPPENINGS.get(verb, verb)
    return f"{verb} {preposition}" if preposition not in ("", "by") else verb


def _noun(quantity: Quantity, happening: str) -> str:
    noun = quantity.counted[0]
    if happening in _HARM and (not noun or noun in _HAPPENINGS):
        return "people"
    return _NOUNS.get(noun, noun)


def _nouns(a: str, b: str) -> Relation | None:
    if a == b:
        return Relation.SAME
    if a in _OF_PEOPLE and b == "people":
        return Relation.PART
    if b in _OF_PEOPLE and a == "people":
        return Relation.WHOLE
    return None


def _narrowings(a: Iterable[str], b: Iterable[str]) -> Relation | None:
    """More modifiers make a part; other places, other periods or other modifiers another thing."""
    words_a, words_b = set(a), set(b)
    if (PERIOD in words_a) != (PERIOD in words_b):
        return None
    for mark in (CAUSE, PLACE, DAY):
        marked_a, marked_b = ({w for w in words if w.startswith(mark)} for words in (words_a, words_b))
        # Two districts of one city are two places; a city and its country may be one.
        apart = (
            not marked_a & marked_b if mark != PLACE else not (marked_a <= marked_b or marked_b <= marked_a)
        )
        if marked_a and marked_b and apart:
            return None
        words_a -= marked_a
        words_b -= marked_b
    if words_a == words_b:
        return Relation.SAME
    if words_a > words_b:
        return Relation.PART
    return Relation.WHOLE if words_b > words_a else None
