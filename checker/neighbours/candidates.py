"""Which sentences and which claims are compared: the rules of pairing, then the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checker.neighbours import anchors, search
from checker.records import Pair, Sentence
from checker.settings import Across

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from checker.encoders import Vectors
    from checker.records import Article, Claim

#: The other sentences that count as one with a sentence (see ``checker.copies``).
Copies = Mapping[Sentence, Sequence[Sentence]]

#: A pair of sentences is worth parsing, and its claims worth a look, if one is among this many nearest
#: of the other at this cosine. In five real articles the conflicts lie at rank 1 to 13, cosine 0.42 to 0.73.
SENTENCE_NEIGHBOURS = 15
SENTENCES_AT_LEAST = 0.40

#: Two claims are judged if one is among this many nearest of the other at this cosine ...
CLAIM_NEIGHBOURS = 10
CLAIMS_AT_LEAST = 0.45

#: ... or if their sentences are this close, and the claims not wholly apart: a bare claim can lose the
#: words that showed what it is about ("US officials have received such messages").
CLOSE_SENTENCES = 6
CLOSE_CLAIMS_AT_LEAST = 0.30

#: Claims with different subjects, neither of them a denial, must be more alike than that; a little less
#: if they name something in common: "Ukraine must give up NATO", "his plan is a clear path to NATO".
LOOSE_CLAIMS_AT_LEAST = 0.50
NAMED_CLAIMS_AT_LEAST = 0.46


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who may be compared with whom. ``drafts`` holds the ids of the articles of which at least one side
    must be (None: any two will do)."""

    across: Across = Across.SOURCES
    drafts: frozenset[str] | None = None

    def mask(self, homes: Sequence[Sequence[Article]]) -> search.Allowed:
        """The rule as a function of row numbers; row i stands in all articles of ``homes[i]`` (copies)."""
        numbers: dict[str, int] = {}
        places = [frozenset((self._key(article), article.id) for article in home) for home in homes]
        group = np.array([numbers.setdefault(self._key(home[0]), len(numbers)) for home in homes])
        several = np.array([len(home) > 1 for home in places], dtype=np.bool_)
        draft = np.array([any(self._is_draft(article) for article in home) for home in homes], dtype=np.bool_)

        def allowed(row: int, others: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
            ok: npt.NDArray[np.bool_] = draft[others] | draft[row]
            if self.across is Across.ALL:
                return ok
            apart: npt.NDArray[np.bool_] = group[others] != group[row]
            for at in np.flatnonzero(several[others] | several[row]):
                apart[at] = _apart(places[row], places[others[at]])
            both: npt.NDArray[np.bool_] = ok & apart
            return both

        return allowed

    def _key(self, article: Article) -> str:
        return article.source if self.across is Across.SOURCES else article.id

    def _is_draft(self, article: Article) -> bool:
        return self.drafts is None or article.id in self.drafts


def _apart(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether two sentences with copies meet in two places of which not each holds both sentences.

    Sentences that stand together in one story, and in all copies of it, are no report against another.
    """
    return any(x[0] != y[0] and (x not in other or y not in one) for x in one for y in other)


def homes_of(sentence: Sentence, copies: Copies) -> list[Article]:
    """The articles in which a sentence stands: its own, then those of its copies."""
    return [sentence.article, *(copy.article for copy in copies.get(sentence, ()))]


def permitted(sentences: Sequence[Sentence], pairing: Pairing, copies: Copies) -> Callable[[int, int], bool]:
    """Whether two rows of ``sentences`` may be compared."""
    mask = pairing.mask([homes_of(sentence, copies) for sentence in sentences])
    return lambda left, right: bool(mask(left, np.array([right]))[0])


def sentence_pairs(
    sentences: Sequence[Sentence],
    vectors: Vectors,
    pairing: Pairing,
    copies: Copies,
    *,
    wanted: int = SENTENCE_NEIGHBOURS,
) -> Mapping[tuple[int, int], float]:
    """Pairs of rows i < j of neighbouring sentences that may be compared, with their cosine."""
    return search.neighbours(
        vectors,
        allowed=pairing.mask([homes_of(sentence, copies) for sentence in sentences]),
        wanted=wanted,
        at_least=SENTENCES_AT_LEAST,
    )


def claim_pairs(
    claims: Sequence[Claim],
    vectors: Vectors,
    homes: Sequence[int],
    close: Collection[tuple[int, int]],
    pairing: Pairing,
    copies: Copies,
) -> list[Pair]:
    """Pairs of claims worth judging, most alike first; two claims of one sentence never pair.

    ``homes[i]`` is the row of claim i's sentence; ``close`` holds the pairs of rows of close sentences.
    """
    home = np.array(homes, dtype=np.int64)
    mask = pairing.mask([homes_of(claim.sentence, copies) for claim in claims])

    def allowed(row: int, others: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        ok: npt.NDArray[np.bool_] = mask(row, others) & (home[others] != home[row])
        return ok

    found = search.neighbours(vectors, allowed=allowed, wanted=CLAIM_NEIGHBOURS, at_least=CLAIMS_AT_LEAST)
    of_sentence: dict[int, list[int]] = {}
    for number, row in enumerate(homes):
        of_sentence.setdefault(row, []).append(number)
    for left, right in close:
        for i in of_sentence.get(left, ()):
            for j in of_sentence.get(right, ()):
                cosine = round(float(vectors[i] @ vectors[j]), 4)
                if cosine >= CLOSE_CLAIMS_AT_LEAST:
                    found.setdefault((min(i, j), max(i, j)), cosine)
    pairs = [Pair(claims[i], claims[j], cosine) for (i, j), cosine in found.items()]
    return sorted((pair for pair in pairs if _is_alike_enough(pair)), key=_most_alike_first)


def _is_alike_enough(pair: Pair) -> bool:
    if anchors.anchored(pair.a, pair.b) or pair.similarity >= LOOSE_CLAIMS_AT_LEAST:
        return True
    return pair.similarity >= NAMED_CLAIMS_AT_LEAST and anchors.share_a_name(pair.a, pair.b)


def _most_alike_first(pair: Pair) -> tuple[float, str, int, str, str, int, str]:
    a, b = pair.a, pair.b
    first = (a.sentence.article.id, a.start, a.stated)
    second = (b.sentence.article.id, b.start, b.stated)
    return (-pair.similarity, *first, *second)
