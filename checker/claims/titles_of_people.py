"""People in a sentence with the office that the paper gives them, and speakers' names taken apart.

Found by patterns, without a parse, so that whole archives can be indexed: a title before a name ("Foreign
Minister Ivan Petrov") and an apposition after one ("Ivan Petrov, the foreign minister,"). A title that
somebody once had or will have, and every title in a sentence about a change of office, is left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims.title_words import (
    BODIES,
    BODY_WORDS,
    CHANGE,
    COUNTRIES,
    COURTESY,
    DEPUTIES,
    DOMAINS,
    HEADS,
    NICKNAMES,
    NOT_NOW,
    STATES,
)
from checker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.records import Claim, Sentence

_PART = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_NAME = rf"{_PART}(?:\s[A-Z]\.)?(?:\s(?:(?:van|von|de|der|al|bin|el)\s)?{_PART}){{1,2}}"
_HEAD = "|".join(re.escape(head) for head in sorted(HEADS, key=len, reverse=True))
_ANY_HEAD = re.compile(rf"(?<![\w-])(?:{_HEAD})(?![\w-])", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w-])(?P<head>(?i:{_HEAD}))\s(?P<name>{_NAME})")
_AFTER = re.compile(
    rf"(?P<name>{_NAME}),\s(?P<role>(?:the|an?|[A-Z][\w.’'-]*|{'|'.join(DEPUTIES)}|[a-z]+)\s?[^,;()“”\"]{{0,70}}?)"
    r"(?=[,;](?!\s[A-Z])|\.(?:\s|$)|$)"
)
_WORD = re.compile(r"[^\W\d_][\w.’'-]*|&")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: Boxes that were glued into a sentence: "KavanaughEmbracing President ...".
_GLUED = re.compile(r"[a-z]{4}[A-Z]")
_MODIFIERS = 6
_SHORTEST_NAME = 2
_LONGEST_TITLE = 80
_POSSESSIVE = re.compile(r"[’']s?$")


_LOCATING = frozenset(("in", "at", "from", "near"))
_JOINING = frozenset(("and", "of", "the", "a", "an"))


def _words_of(*tables: Mapping[str, str]) -> frozenset[str]:
    return frozenset(part for table in tables for key in table for part in key.split())


_OF_DOMAINS = _words_of(DOMAINS)
_MODIFYING = (
    _words_of(DOMAINS, BODIES, COUNTRIES, STATES)
    | NOT_NOW
    | DEPUTIES
    | frozenset("the a an and s senior chief first european republican democratic".split())
)


#: Longer ones first.
_TRANSLITERATIONS = tuple(
    tuple(pair.split("="))
    for pair in (
        "sch=sh tch=ch kh=h zh=j ts=z tz=z ks=x ph=f ck=k ou=u oo=u ee=i ye=e yo=e io=e yu=u iu=u ya=a ia=a "
        "q=k w=v y=i j=i"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """An office: its head ("minister"), what it is for, of which country or state, and whether its deputy.

    ``domains`` and ``places`` are empty where the paper does not say.
    """

    head: str
    domains: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    is_deputy: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person with an office, as a span of the article that holds name and title."""

    sentence: Sentence
    span: Span
    first: str
    last: str
    role: Role

    @property
    def text(self) -> str:
        """The words of the paper."""
        return self.sentence.article.text[self.span.start : self.span.end]


def mentions(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """The people with an office in each sentence, in order."""
    for sentence in sentences:
        text = sentence.text
        if _ANY_HEAD.search(text) is None or _speaks_of_change(sentence, text):
            continue
        for match in _BEFORE.finditer(text):
            yield from _titled_before(sentence, text, match)
        for match in _AFTER.finditer(text):
            yield from _titled_after(sentence, match)


def _speaks_of_change(sentence: Sentence, text: str) -> bool:
    words = {word.casefold().strip(".") for word in _WORD.findall(text)}
    if words & CHANGE or any(word.endswith("-elect") for word in words) or _GLUED.search(text):
        return True
    published = sentence.article.published
    # "President Bill Clinton in 1996": held then, not now.
    return any(published is None or year != published[:4] for year in _YEAR.findall(text))


def _titled_before(sentence: Sentence, text: str, match: re.Match[str]) -> Iterator[Mention]:
    # No title is longer than this, and a long sentence need not be read from its start.
    words = list(_WORD.finditer(text, max(0, match.start() - _LONGEST_TITLE), match.start()))[-_MODIFIERS:]
    taken: list[re.Match[str]] = []
    end = match.start()
    for word in reversed(words):
        plain = _plain(word.group())
        if text[word.end() : end].strip():
            break
        if not _is_modifier(plain):
            # What is left is the end of a longer title, or the place where something else happened.
            if (word.group()[0].isupper() and word.start() > 0) or plain.startswith(("ex-", "then-")):
                return
            if plain in _LOCATING:
                return
            break
        taken.insert(0, word)
        end = word.start()
    if any(_plain(word.group()) in NOT_NOW for word in taken):
        return
    taken = _own(taken)
    start = taken[0].start() if taken else match.start()
    before = [_plain(word.group()) for word in taken]
    role = _role(match["head"].casefold(), before, "")
    if role is not None:
        yield from _mention(sentence, Span(start, match.end()), match["name"], role)


def _own(taken: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of the title itself: "and" joins what it is for, or this title to another one."""
    plain = [_plain(word.group()) for word in taken]
    start = 0
    for at, word in enumerate(plain):
        joins = at > 0 and set(plain[at - 1 : at + 2]) - {"and"} <= _OF_DOMAINS and at + 1 < len(plain)
        if word in _JOINING and not (word == "and" and joins):
            start = at + 1
    return taken[start:]


def _titled_after(sentence: Sentence, match: re.Match[str]) -> Iterator[Mention]:
    head = _ANY_HEAD.search(match["role"])
    if head is None:
        return
    before = [_plain(word) for word in _WORD.findall(match["role"][: head.start()])]
    if len(before) > _MODIFIERS or any(not _is_modifier(word) for word in before):
        return
    after = match["role"][head.end() :].casefold()
    if after and not re.match(r"\s(?:of|for|to|from)\s", after):
        return
    role = _role(head.group().casefold(), before, after)
    if role is not None:
        yield from _mention(sentence, Span(match.start(), match.end()), match["name"], role)


def _is_modifier(plain: str) -> bool:
    return plain in _MODIFYING


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word.casefold())


def _role(head: str, before: list[str], after: str) -> Role | None:
    """The office, or None if it is not held now."""
    if any(word in NOT_NOW or word.startswith(("ex-", "then-")) for word in before):
        return None
    if NOT_NOW & set(re.split(r"[\s-]+", after)):
        return None
    canonical = HEADS[head]
    ahead = " ".join(before)
    scope = f"{ahead} | {after}"
    table: Mapping[str, str] = BODIES if canonical == "spokesman" else DOMAINS
    domains = _found(scope, table) if canonical in ("minister", "secretary", "spokesman") else frozenset()
    if canonical == "ambassador":
        domains = _found(after.partition(" to ")[2], {**COUNTRIES, **BODIES})
    # A mayor's city may be named like a state, an ambassador's country may be either of two, and a
    # president of something lower is no head of state.
    is_of_place = canonical not in ("mayor", "spokesman", "ambassador") and " of the " not in after
    places = _found(scope, COUNTRIES) | _found(scope, STATES) if is_of_place else frozenset()
    return Role(canonical, domains, places, any(word in DEPUTIES for word in before))


def _found(text: str, table: Mapping[str, str]) -> frozenset[str]:
    """The canonical names of the longest entries of a table in a text."""
    hits = [key for key in table if re.search(rf"(?<![\w.]){re.escape(key)}(?![\w])", text)]
    longest = [key for key in hits if not any(key != other and key in other for other in hits)]
    return frozenset(table[key] for key in longest)


def _mention(sentence: Sentence, span: Span, name: str, role: Role) -> Iterator[Mention]:
    words = name.split()
    first, last = words[0], _POSSESSIVE.sub("", words[-1])
    doubled = len(words) > 2 and (last == first or last.casefold() in NICKNAMES)
    if doubled or len(last) < _SHORTEST_NAME or {first.casefold(), last.casefold()} & (BODY_WORDS | COURTESY):
        return
    yield Mention(sentence, Span(sentence.start + span.start, sentence.start + span.end), first, last, role)


def folded(name: str) -> str:
    """A name as it is compared: no case, accents, apostrophes, and one spelling for transliterations."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = re.sub(r"[^a-zа-я]", "", plain)
    for variant, kept in _TRANSLITERATIONS:
        plain = plain.replace(variant, kept)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"c(?!h)", "k", plain))


def first_name(name: str) -> str:
    """The long form of a first name: "james" for "Jim"."""
    plain = name.casefold()
    return NICKNAMES.get(plain, plain)


def person(speaker: str | None) -> tuple[str | None, str] | None:
    """First (None if only one name is given) and last name of a speaker who is a person, else None.

    One name alone counts only after a title ("President Putin"): by itself it may be a place or a body.
    """
    if speaker is None:
        return None
    words = [word.strip(".,") for word in speaker.partition(",")[0].split()]
    tail: list[str] = []
    for word in reversed(words):
        if not word[:1].isupper() or word.casefold() in COURTESY:
            break
        tail.insert(0, _POSSESSIVE.sub("", word))
    before = words[: len(words) - len(tail)]
    titled = bool(before) and before[-1].casefold() in COURTESY
    if not tail or len(tail) > 3 or {word.casefold() for word in tail} & BODY_WORDS:
        return None
    if not titled and any(word.casefold() in COUNTRIES for word in tail):
        return None
    if len(tail) == 1:
        return (None, tail[0]) if titled else None
    return tail[0], tail[-1]


def cannot_be_one(a: Claim, b: Claim) -> bool:
    """Whether both speakers are persons by name, with two last names that are no spellings of one."""
    one, other = person(a.speaker_name), person(b.speaker_name)
    return one is not None and other is not None and folded(one[1]) != folded(other[1])
