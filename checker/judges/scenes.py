"""What a claim shows of its event: who, where, when, what is done, and who else the article is about.

A scene is read from words alone, so that it can be made for any text; names and moments that the parser
has found are used where a claim carries them. What its article names and repeats speaks for claims that
name nobody ("the suspect was arrested").
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import names
from checker.claims.names import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from checker.claims.names import Name, NameForm
    from checker.records import Article, Claim, Moment, Sentence

#: Words -> weight; the squares of the weights sum to 1, unless there are no words.
Bag = Mapping[str, float]

#: How much more a name counts that stands in an article more often: between once for all (0) and each
#: time (1). Lower values tell look-alike events in short reports better apart, higher ones let more
#: pairs of long articles on one event pass.
_NAMES_POWER = 0.7
_WORDS_POWER = 0.5

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LOCATIVE = r"(?:in|at|near|outside|inside|across|throughout|around) (?:the )?$"
_PLACE_BEFORE = re.compile(rf"\b{_LOCATIVE}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAST = re.compile(r"\b(?:was|were|had|did|\w{2,}ed)\b")
_LASTING = re.compile(
    r"\b(?:is|are|am|has|have|does|do|will|would|can|could|may|might|must|should|used to|always|never)\b"
)
_STOP = frozenset(
    "the and for but with from was were are been being has have had will would its his her their they she "
    "you that this these those who whom whose which what when where while after before during since until "
    "into over under about against between among through not nor than then there here more most much many "
    "some any all other another such only also even just still very too out off down back say says said "
    "saying tell told according report reported reports one two three first last new may might could "
    "should can must did does mon tue wed thu fri sat sun monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
_SUFFIXES = ("ing", "ed", "es", "er", "s")


@dataclass(frozen=True, slots=True)
class Cast:
    """What an article is about: the words of the names in it, and the stems of the words it repeats."""

    names: Bag
    words: Bag


@dataclass(frozen=True, slots=True)
class Scene:
    """Who, where, when and what of one claim.

    ``actors`` and ``places`` are names that surely are names; ``mentioned`` holds these and capitals that
    may be names, against which the other side's names are looked up. ``words`` are the stems of the other
    words that say something. ``published`` is the day of publication, ``past`` whether the claim tells of
    something over and done in the past tense.
    """

    actors: tuple[NameForm, ...]
    places: tuple[NameForm, ...]
    mentioned: tuple[NameForm, ...]
    words: frozenset[str]
    moments: tuple[Moment, ...]
    weekdays: frozenset[str]
    years: frozenset[str]
    published: date | None
    past: bool
    cast: Cast


def scenes(claims: Iterable[Claim], context: Mapping[str, Sequence[Sentence]] | None = None) -> list[Scene]:
    """The scenes of claims, in order; each article's cast is read once.

    ``context`` holds the kept sentences of articles by id; the cast of an article that it lacks is read
    from all of its text, page furniture included.
    """
    casts: dict[str, Cast] = {}
    made = []
    for claim in claims:
        article = claim.sentence.article
        if article.id not in casts:
            casts[article.id] = cast_of(_texts(article, context or {}))
        made.append(scene(claim, casts[article.id]))
    return made


def _texts(article: Article, context: Mapping[str, Sequence[Sentence]]) -> Iterable[str]:
    kept = context.get(article.id)
    body = (article.text,) if kept is None else (sentence.text for sentence in kept)
    return body if article.title is None else (article.title, *body)


def cast_of(texts: Iterable[str]) -> Cast:
    """The cast of an article, given as texts that follow each other (its sentences, or all of it)."""
    sure: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for text in texts:
        for name in names.names_in(text):
            (sure if name.sure else unsure).update(names.telling_words(names.form(name.text)))
        words.update(_stems(text))
    # A capital that begins a sentence is a name if it is one elsewhere.
    named = {word: number + unsure[word] for word, number in sure.items()}
    repeated = {word: number for word, number in words.items() if number > 1}
    return Cast(_bag(named, _NAMES_POWER), _bag(repeated, _WORDS_POWER))


def _bag(counts: Mapping[str, int], power: float) -> Bag:
    weights = {word: number**power for word, number in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def scene(claim: Claim, cast: Cast) -> Scene:
    """The scene of one claim in an article of that cast."""
    text = claim.stated
    found = _given(claim.names, text) if claim.names else names.names_in(text)
    actors: dict[NameForm, None] = {}
    places: dict[NameForm, None] = {}
    mentioned: dict[NameForm, None] = {}
    for name in found:
        prepared = names.form(name.text)
        mentioned[prepared] = None
        if name.sure:
            (places if name.kind is Kind.PLACE else actors)[prepared] = None
    of_names = {word for name in mentioned for word in name.words}
    return Scene(
        actors=tuple(actors),
        places=tuple(places),
        mentioned=tuple(mentioned),
        words=frozenset(_stems(text)).difference(map(stem, of_names)),
        moments=claim.moments,
        weekdays=frozenset(day.lower() for day in _WEEKDAY.findall(text)),
        years=frozenset(_YEAR.findall(text)),
        published=claim.sentence.article.day,
        past=_PAST.search(text) is not None and _LASTING.search(text) is None,
        cast=cast,
    )


def _given(found: Sequence[str], text: str) -> Iterable[Name]:
    """Names that the parser found; where one stands behind "in" or "at" it is a place."""
    for name in found:
        at = text.find(name)
        local = at > 0 and _PLACE_BEFORE.search(text, max(0, at - 16), at) is not None
        yield names.Name(name, Kind.PLACE if local else Kind.OTHER, max(0, at), max(0, at) + len(name))


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP]


def stem(word: str) -> str:
    """A lower-case word without its most common endings, so that "killed" and "killing" are one."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word.rstrip("e")
