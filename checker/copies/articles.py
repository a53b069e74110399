"""Copies of whole articles: wire stories, reposts with edits, cut tails, merged stories."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np

from checker.copies.candidates import candidates
from checker.copies.groups import complete_groups
from checker.copies.overlap import copied, own_passages
from checker.copies.shingles import FEWEST_WORDS, fingerprint, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.copies.shingles import Mask, Print
    from checker.records import Article

_LEAST_SHARE = 0.6
_MOST_OWN_PASSAGES = 0.25
_LEAST_SHARE_UNQUOTED = 0.4
_FEWEST_UNQUOTED = 30


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles (ids, ``a`` < ``b``) of which one is a copy of the other, or of a part of it.

    ``share`` (0..1) is how much of the shorter text stands in the longer one, ``share_of_longer`` the
    same words as a part of the longer text: a text and its first half have 1 and 0.5.
    """

    a: str
    b: str
    share: float
    share_of_longer: float


@dataclass(frozen=True, slots=True)
class Copies:
    """What ``article_copies`` found; the same for the same articles in any order.

    ``equals`` are the ids of articles with one and the same text, each sorted. ``links`` are the other
    copies, sorted; of equal articles only the smallest id stands in them, so that a thousand equals make
    no million links. ``groups`` are disjoint, each of two or more ids, every two of which are copies of
    each other; the first is the earliest by known date, then by id. An article merged of two stories is
    linked to both and stands in one group; an article without copies is in none.
    """

    equals: tuple[tuple[str, ...], ...] = ()
    links: tuple[Link, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every two copies as (smaller id, larger id), each once. Their number may be vast."""
        same = {ids[0]: ids for ids in self.equals}
        for ids in self.equals:
            yield from combinations(ids, 2)
        for link in self.links:
            for a, b in product(same.get(link.a, (link.a,)), same.get(link.b, (link.b,))):
                yield min(a, b), max(a, b)


def article_copies(articles: Iterable[Article]) -> Copies:
    """Find the articles that are copies of each other, or of a part of each other.

    Two texts are copies if they are equal but for case, white space and typography, or if both have 50
    words or more and at least 60% of the shorter one's words stand in the longer one, in runs of four or
    more, at least 40% of those that it does not quote, and no more than a quarter of it in passages of its
    own. Order of paragraphs, titles, sources and dates
    do not count. Texts without any word are copies of nothing.

    Ids must be distinct, and texts without page furniture: what stands on every page of a site would
    count as copied. Copied words are not the same claims: where copies differ, their sentences are still
    to be compared.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    prints = [fingerprint(article.text) for article in ordered]
    equals = _equals(prints)
    single = [rows[0] for rows in equals if prints[rows[0]].words >= FEWEST_WORDS]
    links = _links(single, ordered, prints)
    by_first = {rows[0]: rows for rows in equals}
    # The most alike first: a merged story goes with the one that it has more of.
    strongest = sorted(links, key=lambda pair: (-links[pair].share_of_longer, pair))
    groups = [[row for first in group for row in by_first[first]] for group in complete_groups(strongest)]
    grouped = {row for group in groups for row in group}
    groups += [rows for rows in equals if len(rows) > 1 and rows[0] not in grouped]
    return Copies(
        equals=tuple(tuple(ordered[row].id for row in rows) for rows in equals if len(rows) > 1),
        links=tuple(links[pair] for pair in sorted(links)),
        groups=tuple(sorted(_by_date(group, ordered) for group in groups)),
    )


def _equals(prints: Sequence[Print]) -> list[list[int]]:
    """The rows of each distinct text, both in order."""
    rows: dict[bytes, list[int]] = {}
    for row, kept in enumerate(prints):
        if kept.words:
            rows.setdefault(kept.digest, []).append(row)
    return list(rows.values())


def _links(
    rows: Sequence[int], articles: Sequence[Article], prints: Sequence[Print]
) -> Mapping[tuple[int, int], Link]:
    """The copies among ``rows`` (of distinct texts), by pairs of rows."""
    links: dict[tuple[int, int], Link] = {}
    for first, second in candidates([prints[row].shingles for row in rows]):
        a, b = rows[first], rows[second]
        shorter, longer = sorted((a, b), key=lambda row: prints[row].words)
        words = copied(prints[shorter].shingles, prints[longer].shingles)
        share = float(words.mean())
        if share < _LEAST_SHARE or own_passages(words) > _MOST_OWN_PASSAGES:
            continue
        if _only_quotes(articles[shorter].text, words):
            continue
        of_longer = share * prints[shorter].words / prints[longer].words
        links[a, b] = Link(articles[a].id, articles[b].id, round(share, 2), round(of_longer, 2))
    return links


def _only_quotes(text: str, words: Mask) -> bool:
    """Whether what is copied of a text is what it quotes: two reports of one statement are no copies."""
    # Looking for quotation marks is spared where too few words are its own to decide.
    if np.count_nonzero(~words) <= (1 - _LEAST_SHARE_UNQUOTED) * _FEWEST_UNQUOTED:
        return False
    own = words[~quoted(text)]
    return len(own) >= _FEWEST_UNQUOTED and float(own.mean()) < _LEAST_SHARE_UNQUOTED


def _by_date(rows: Iterable[int], articles: Sequence[Article]) -> tuple[str, ...]:
    members = (articles[row] for row in rows)
    ordered = sorted(members, key=lambda article: (article.published or "~", article.id))
    return tuple(article.id for article in ordered)
