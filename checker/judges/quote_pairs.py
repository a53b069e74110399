"""Which quotations of a run may be renderings of one: an inverted index of runs of four words.

Linear in the number of sentences: a run of words that stands in very many different quotations is a phrase
of the language ("we are going to") and is looked up no further.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.quotes import WILD, of_sentences, words
from checker.judges.quotes import span_clashes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.records import Clash, Sentence, Span

#: Words in a run, and in the shortest quotation that is looked up.
RUN = 4
FEWEST_WORDS = 5

#: In more different quotations than this a run says nothing.
COMMON = 40

#: So many sentences that quote the very same words are paired with each other; more are copies of a slogan.
MOST_REPEATS = 30

#: Share of the runs of the shorter quotation that a pair has in common.
_SHARED_RUNS = 0.25


@dataclass(frozen=True, slots=True)
class QuotePair:
    """Two sentences, by their rows, that share a stretch of quotation.

    ``a`` and ``b`` are the quotations as spans of the two articles; ``clashes`` says where the words
    differ in meaning, empty if they do not.
    """

    left: int
    right: int
    a: Span
    b: Span
    clashes: tuple[Clash, ...]


def quote_pairs(sentences: Sequence[Sentence]) -> list[QuotePair]:
    """All pairs of rows i < j, of different articles, that quote one stretch of words, in order of rows.

    A pair of sentences stands here once for each pair of its quotations. Whether the speakers are the same
    is not asked: see ``quotes.clashes`` and ``statements.clashes``.
    """
    texts: dict[tuple[str, ...], int] = {}
    places: list[list[tuple[int, Span]]] = []
    for row, spans in enumerate(of_sentences(sentences)):
        for span in spans:
            # No five words fit in less.
            if span.end - span.start < 2 * FEWEST_WORDS:
                continue
            found = words(sentences[row].article.text, span)
            if len(found) >= FEWEST_WORDS:
                number = texts.setdefault(tuple(word.text for word in found), len(texts))
                if number == len(places):
                    places.append([])
                places[number].append((row, span))
    pairs = [pair for number in range(len(places)) for pair in combinations(places[number][:MOST_REPEATS], 2)]
    for left, right in _alike(list(texts)):
        pairs += (
            (one, other) for one in places[left][:MOST_REPEATS] for other in places[right][:MOST_REPEATS]
        )
    made = (_pair(sentences, *sorted(pair, key=lambda place: place[0])) for pair in pairs)
    return sorted(
        (pair for pair in made if pair is not None),
        key=lambda pair: (pair.left, pair.right, pair.a.start, pair.b.start),
    )


def _pair(sentences: Sequence[Sentence], left: tuple[int, Span], right: tuple[int, Span]) -> QuotePair | None:
    a, b = sentences[left[0]], sentences[right[0]]
    if a.article.id == b.article.id:
        return None
    return QuotePair(left[0], right[0], left[1], right[1], tuple(span_clashes(a, left[1], b, right[1])))


def _alike(texts: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of different quotations that share enough runs of words."""
    holders: dict[tuple[str, ...], list[int]] = {}
    sizes: list[int] = []
    for number, text in enumerate(texts):
        runs = set(_runs(text))
        sizes.append(len(runs))
        for run in runs:
            holders.setdefault(run, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= COMMON:
            shared.update(combinations(numbers, 2))
    return (
        pair
        for pair, common in shared.items()
        if common >= _SHARED_RUNS * min(sizes[pair[0]], sizes[pair[1]])
    )


def _runs(text: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(len(text) - RUN + 1):
        run = tuple(text[at : at + RUN])
        if WILD not in run:
            yield run
