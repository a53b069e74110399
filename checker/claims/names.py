"""People, bodies and places that a text names, and whether two names can be one.

``names`` reads a parsed sentence (the parser's entities, corrected); ``names_in`` guesses from capital
letters alone, for texts without a parse. ``same_name`` compares two names as a reader would: "Peskov" is
"Dmitry Peskov", "President Biden" is "Joe Biden", "the Kremlin" is "Russia", but "Hunter Biden" is not
"Joe Biden" and "South Korea" is not "North Korea".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.claims import trees
from checker.claims.countries import COUNTRY_OF
from checker.claims.name_words import DISTINGUISHING, GENERIC, LINKS, NO_NAMES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


class Kind(StrEnum):
    """What bears a name; OTHER are works, products, happenings, and what is only known to be a name."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its words without titles, articles and possessives, and where they stand.

    ``start`` and ``end`` are code points in the text it was found in. A place that acts ("Moscow warned")
    is a body. ``sure`` is False for a capital letter that may only begin a sentence or stand in a headline.
    """

    text: str
    kind: Kind
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name prepared for comparison: case-folded words, the country it stands for or "", its initials."""

    words: tuple[str, ...]
    country: str
    initials: str
    is_initials: bool = False


_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
#: One capitalised word, or an initial with its full stop.
_CAPITAL = r"[A-Z](?:\.(?=\s[A-Z])|(?:[\w&]|[.'’-](?=\w))*)"
_RUN = re.compile(rf"\b{_CAPITAL}(?:(?: (?:of|de|del|la|van|von|der|bin|al|el)(?: the)?)? {_CAPITAL})*\.?")
_SENTENCE_END = re.compile(r"[.!?:]\s*[\"”’')]*\s*$|^\s*[\"“‘'(]*\s*$|[\"“]\s*$")
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|across|throughout|around|north of|south of|east of|west of)"
    r"(?: the| a| central| downtown| nearby)?\s$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")
_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "NORP": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PRODUCT": Kind.OTHER,
    "EVENT": Kind.OTHER,
    "WORK_OF_ART": Kind.OTHER,
    "LAW": Kind.OTHER,
}
_NO_ENTITIES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"))


def names(doc: Doc) -> tuple[Name, ...]:
    """The names of a parsed sentence, in order; proper nouns that the parser overlooked are OTHER.

    Sentence-wide: for the names of one claim take those whose ``start`` lies among its tokens.
    """
    found: list[Name] = []
    taken: set[int] = set()
    for entity in doc.ents:
        if entity.label_ in _NO_ENTITIES:
            taken.update(range(entity.start, entity.end))
            continue
        kind = _KINDS.get(entity.label_, Kind.OTHER)
        tokens = [token for token in entity if token.text != "'s"]
        if not any(token.text[:1].isupper() for token in tokens):
            continue
        taken.update(range(entity.start, entity.end))
        name = _of_tokens(tokens, kind)
        if name is not None:
            found.append(name)
    for run in _proper_runs(doc, taken):
        name = _of_tokens(run, Kind.OTHER)
        if name is not None:
            found.append(name)
    return tuple(sorted(found, key=lambda name: name.start))


def _of_tokens(tokens: list[Token], kind: Kind) -> Name | None:
    while tokens and tokens[0].lower_.rstrip(".") in TITLES | {"the", "a", "an"}:
        tokens = tokens[1:]
    if not tokens or (len(tokens) == 1 and tokens[0].lower_ in NO_NAMES and not tokens[0].text.isupper()):
        return None
    if kind is Kind.PLACE and _acts(tokens[-1]):
        kind = Kind.BODY
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    text = _POSSESSIVE.sub("", tokens[0].doc.text[start:end])
    return Name(text, kind, start, start + len(text)) if text else None


def _acts(token: Token) -> bool:
    """Whether a place does something, as a government does: the subject of a verb other than "be"."""
    return token.dep_ in ("nsubj", "poss", "agent") and token.head.lemma_ not in (
        "be",
        "have",
        "see",
        "become",
    )


def _proper_runs(doc: Doc, taken: set[int]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in trees.tokens(doc):
        if token.tag_ in ("NNP", "NNPS") and token.i not in taken and token.text[:1].isupper():
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def names_in(text: str) -> tuple[Name, ...]:
    """The names of a text by its capital letters alone.

    Words after "in", "at", "near" are places, countries bodies, all others of no known kind. A single
    capital at the beginning of a sentence and whatever stands in a headline is not ``sure``.
    """
    headline = _is_headline(text)
    return tuple(name for match in _RUN.finditer(text) for name in _of_run(text, match, headline=headline))


def _is_headline(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capital >= 0.7 * len(words)


def _of_run(text: str, match: re.Match[str], *, headline: bool) -> Iterator[Name]:
    start = match.start()
    words = match[0].split(" ")
    opening = _SENTENCE_END.search(text, max(0, start - 6), start) is not None
    while words and (words[0].lower().rstrip(".") in TITLES or _is_no_name(words[0])):
        start += len(words[0]) + 1
        words = words[1:]
        opening = False
    rest = " ".join(words)
    rest = _POSSESSIVE.sub("", rest)
    if not rest or len(rest) < 2 or not rest[0].isupper():
        return
    if rest.endswith(".") and not (len(rest) <= 5 and "." in rest[:-1]):
        rest = rest[:-1]
    country = COUNTRY_OF.get(rest.casefold())
    local = _LOCATIVE.search(text, max(0, start - 24), start) is not None
    kind = Kind.PLACE if local else Kind.BODY if country else Kind.OTHER
    sure = not headline and not (opening and len(words) == 1 and country is None)
    yield Name(rest, kind, start, start + len(rest), sure)


def _is_no_name(word: str) -> bool:
    # "US" and "WHO" are names, "us" and "Who" are not.
    return word.lower().rstrip(".") in NO_NAMES and not (word.isupper() and len(word) > 1)


def form(name: str) -> NameForm:
    """A name prepared for ``same_form``; titles, articles, possessives and full stops do not count."""
    bare = _POSSESSIVE.sub("", name.strip())
    folded = bare.casefold().replace("’", "'")
    country = "" if bare == "us" else COUNTRY_OF.get(folded.removeprefix("the "), "")
    words = [_POSSESSIVE.sub("", word).replace(".", "") for word in _WORD.findall(folded)]
    while len(words) > 1 and words[0] in TITLES | {"the"}:
        words = words[1:]
    kept = tuple(word for word in words if word)
    if not country:
        country = COUNTRY_OF.get(" ".join(kept), "") if bare[:1].isupper() else ""
    letters = bare.replace(".", "")
    short = len(kept) == 1 and 2 <= len(letters) <= 6 and letters.isupper()
    initials = letters.casefold() if short else "".join(word[0] for word in kept if word not in LINKS)
    return NameForm(kept, country, initials, short)


def same_name(a: str, b: str) -> bool:
    """Whether two names can be those of one person, body, place or nation; symmetric."""
    return same_form(form(a), form(b))


def same_form(a: NameForm, b: NameForm) -> bool:
    """``same_name`` for prepared names."""
    if a.words == b.words or (a.country and a.country == b.country):
        return True
    if a.country and b.country:
        return False
    if not a.words or not b.words:
        return False
    if a.is_initials != b.is_initials:
        return (len(a.initials) > 1 and a.initials == b.initials) or _is_part(a, b)
    return _is_part(a, b) or _same_person(a.words, b.words)


def _is_part(a: NameForm, b: NameForm) -> bool:
    """Whether the shorter name stands in the longer one and is no other place's name by itself."""
    short, long = (a, b) if len(a.words) < len(b.words) else (b, a)
    if short.country or len(short.words) == len(long.words) or not set(short.words) <= set(long.words):
        return False
    telling = [word for word in short.words if word not in GENERIC]
    if not telling:
        return False
    before = {long.words[i - 1] for i, word in enumerate(long.words) if i and word == short.words[0]}
    return not before & DISTINGUISHING


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Full names with one surname, and first names that are the same or an initial of the other."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or a[-1] in GENERIC:
        return False
    first, second = sorted((a[0], b[0]), key=len)
    return (len(first) == 1 and second.startswith(first)) or (len(first) >= 3 and second.startswith(first))


def telling_words(name: NameForm) -> tuple[str, ...]:
    """The words by which a name is recognised in passing: its country, else all that are not generic."""
    if name.country:
        return (name.country,)
    return tuple(w for w in name.words if len(w) > 1 and w not in GENERIC and w not in DISTINGUISHING)
