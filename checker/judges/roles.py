"""One person with two offices that do not fit together, or with two spellings of the name.

Titles fit more often than not: "the minister" is the foreign minister, a spokesman is the Kremlin's, and
who is a senator may be a candidate as well. Only offices of one kind that differ in what they are for, in
their country or state, or in rank exclude each other, and only on close dates; a paper that gives both
offices knows why.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.title_words import COUNTRIES, STATES
from checker.claims.titles_of_people import first_name, folded, mentions
from checker.records import Clash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.claims.titles_of_people import Mention, Role
    from checker.records import Claim

#: The name of this judge.
JUDGE = "roles"

#: Further apart, the person may have changed office.
CLOSE_DAYS = 60

#: The score of a clash with known dates, and with a date that is unknown; read by hand, not calibrated.
SCORE = 0.7
SCORE_UNDATED = 0.5

#: Heads of two kinds that one person does not hold at a time.
_EXCLUSIVE = frozenset(
    frozenset(pair.split())
    for pair in ("president premier", "president chancellor", "premier chancellor", "senator representative")
)

#: Offices of which a government has one for each purpose: whoever holds it is one person.
_SINGLE = frozenset(
    ("minister", "secretary", "spokesman", "ambassador", "premier", "president", "chancellor")
)

_COUNTRIES = frozenset(COUNTRIES.values())
_STATES = frozenset(STATES.values())


@dataclass(frozen=True, slots=True)
class RoleClash:
    """Two mentions of one person that do not fit, what is wrong in words, and a probability 0..1."""

    a: Mention
    b: Mention
    note: str
    score: float


def exclude(a: Role, b: Role) -> bool:
    """Whether nobody holds both offices at one time."""
    if a.head != b.head:
        return (
            frozenset((a.head, b.head)) in _EXCLUSIVE
            and _places_fit(a, b)
            and not (a.is_deputy or b.is_deputy)
        )
    if not _places_fit(a, b):
        return True
    if a.domains and b.domains and not a.domains & b.domains:
        return True
    # "President" of one club, "vice president" of another: the purpose must be the same.
    same = a.domains == b.domains and a.head in ("minister", "secretary", "president", "premier")
    return (
        same and a.is_deputy != b.is_deputy and (a.head not in ("minister", "secretary") or bool(a.domains))
    )


def _places_fit(a: Role, b: Role) -> bool:
    """Whether two offices may be of one country and state; what a paper does not say fits everything."""
    for kind in (_COUNTRIES, _STATES):
        one, other = a.places & kind, b.places & kind
        if one and other and not one & other:
            return False
    return True


def role_clashes(found: Iterable[Mention]) -> list[RoleClash]:
    """What does not fit among all mentions of a run: once for each person and pair of titles or spellings.

    Of several pairs of sentences the one closest in time is given, then the first by article and place.
    Linear in the number of mentions of different people.
    """
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        mentions_of[folded(mention.last)].append(mention)
    clashing: list[RoleClash] = []
    for _, namesakes in sorted(mentions_of.items()):
        if len({mention.sentence.article.id for mention in namesakes}) > 1:
            clashing += _titles(namesakes)
            clashing += _spellings(namesakes)
    return clashing


def _titles(namesakes: Iterable[Mention]) -> Iterator[RoleClash]:
    people: dict[str, dict[Role, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in namesakes:
        people[folded(first_name(mention.first))][mention.role].append(mention)
    for _, roles in sorted(people.items()):
        told: set[frozenset[tuple[object, ...]]] = set()
        for one, other in combinations(sorted(roles, key=_order), 2):
            key = frozenset((_essence(one), _essence(other)))
            if key in told or not exclude(one, other) or _together(roles[one], roles[other]):
                continue
            clash = _closest(roles[one], roles[other], "one person, two offices")
            if clash is not None:
                told.add(key)
                yield clash


def _order(role: Role) -> tuple[str, list[str], list[str], bool]:
    return role.head, sorted(role.domains), sorted(role.places), role.is_deputy


def _essence(role: Role) -> tuple[object, ...]:
    """The office without its country, which some papers add and others do not."""
    return role.head, role.domains, role.is_deputy


def _together(one: Iterable[Mention], other: Iterable[Mention]) -> bool:
    """Whether an article gives both: it speaks of a change, of two hats, or of two people of one name."""
    articles = {mention.sentence.article.id for mention in one}
    return any(mention.sentence.article.id in articles for mention in other)


def _spellings(namesakes: Iterable[Mention]) -> Iterator[RoleClash]:
    """ "Jon Smith" and "John Smith" with one office of which there is only one."""
    offices: dict[Role, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in namesakes:
        role = mention.role
        if role.head in _SINGLE and (role.domains or role.places):
            offices[role][mention.first].append(mention)
    for _, spelled in sorted(offices.items(), key=lambda entry: _order(entry[0])):
        for one, other in combinations(sorted(spelled), 2):
            if _is_misspelled(one, other) and not _together(spelled[one], spelled[other]):
                clash = _closest(spelled[one], spelled[other], "one office, two spellings of the name")
                if clash is not None:
                    yield clash


def _is_misspelled(one: str, other: str) -> bool:
    """One letter apart, and neither a short form, an initial nor a transliteration of the other."""
    a, b = sorted((one.casefold(), other.casefold()), key=len)
    if (first_name(a) == first_name(b) and not a.startswith("jo")) or folded(a) == folded(b):
        return False
    if a == b or len(a) < 3 or a[0] != b[0] or len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[at:] == b[at + 1 :] or (len(a) == len(b) and a[at + 1 :] == b[at + 1 :])


def _closest(one: list[Mention], other: list[Mention], what: str) -> RoleClash | None:
    """The pair of mentions that lie closest in time, None if all lie too far apart."""
    best: tuple[tuple[int, str, int, str, int], Mention, Mention] | None = None
    for a in _one_an_article(one):
        for b in _one_an_article(other):
            days = a.sentence.article.days_from(b.sentence.article)
            place = (a.sentence.article.id, a.span.start, b.sentence.article.id, b.span.start)
            # An unknown date is worse than any known one that is close.
            rank = (CLOSE_DAYS + 1 if days is None else days, *place)
            if (days is None or days <= CLOSE_DAYS) and (best is None or rank < best[0]):
                best = (rank, a, b)
    if best is None:
        return None
    rank, a, b = best
    undated = rank[0] > CLOSE_DAYS
    note = f"{what}: “{a.text}” and “{b.text}”" + (", a date is unknown" if undated else "")
    return RoleClash(a, b, note, SCORE_UNDATED if undated else SCORE)


def _one_an_article(found: Iterable[Mention], most: int = 50) -> list[Mention]:
    """The first mention of each article, so that a much-named person costs no square of them."""
    first: dict[str, Mention] = {}
    for mention in found:
        first.setdefault(mention.sentence.article.id, mention)
    ordered = sorted(
        first.values(), key=lambda m: (m.sentence.article.published or "9999", m.sentence.article.id)
    )
    return ordered[:: max(1, len(ordered) // most)]


def clashes(a: Claim, b: Claim) -> list[Clash]:
    """The offices and spellings in the sentences of two claims that do not fit."""
    found = role_clashes(mention for claim in (a, b) for mention in mentions([claim.sentence]))
    ordered = [
        (clash.a, clash.b) if clash.a.sentence is a.sentence else (clash.b, clash.a) for clash in found
    ]
    return [
        Clash(JUDGE, left.span, right.span, clash.note)
        for clash, (left, right) in zip(found, ordered, strict=True)
    ]
