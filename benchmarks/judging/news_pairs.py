"""Pairs of news sentences that hardly ever conflict, however alike: one article, or other events.

An article seldom contradicts itself, and what was reported 60 days apart is about different happenings,
or about one that meanwhile changed. Sentences come from checker's own cleaner and splitter. Pairs have a
cosine of 0.3 to 0.85 by the encoder that ships, a third of them in each of three bands: drawn evenly from
all pairs, nearly all would lie just above 0.3, where no judge is in doubt.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from checker.records import Article
from checker.settings import Settings
from checker.sources.dates import normalise
from checker.understanding import sentences_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from checker.encoders import Encoder, Vectors

#: Edges of the bands of cosines.
BANDS = (0.30, 0.45, 0.60, 0.85)

#: Days between two articles from which they count as reports of other events.
DAYS_APART = 60

#: Sentences that are drawn from an article, and pairs that it may give to one set.
SENTENCES_OF_ARTICLE = 12
PAIRS_OF_ARTICLE = 4

#: Articles that are read for each pair wanted; more leave more pairs to choose from and take longer.
_ARTICLES_PER_PAIR = 0.75

#: Rows of the table of cosines that are held at a time.
_ROWS = 512

SAME_ARTICLE, OTHER_EVENTS = "same article", "other events"


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, the number of its article in the draw, and the day of that article (None: unknown)."""

    text: str
    article: int
    day: date | None


@dataclass(frozen=True, slots=True)
class NewsPair:
    """Two sentences, how alike they are (cosine), and which set they belong to."""

    a: str
    b: str
    cosine: float
    kind: str


def band(cosine: float) -> int | None:
    """The number of the band a cosine lies in, lower edges included; None outside of all."""
    at = int(np.searchsorted(BANDS, cosine, side="right")) - 1
    return at if 0 <= at < len(BANDS) - 1 else None


def told(
    articles: Iterable[tuple[str, str]], *, seed: int, known: Collection[str] = frozenset()
) -> list[Told]:
    """Sentences of (text, date) rows, at most SENTENCES_OF_ARTICLE of each, none twice.

    Articles of which a sentence is in ``known`` (in the spelling of ``flat``) are left out: a judge was
    trained on them.
    """
    rng = np.random.default_rng(seed)
    found: list[Told] = []
    seen: set[str] = set()
    for number, (text, written) in enumerate(articles):
        sentences, _ = sentences_of(Article(id=str(number), source="news", text=text), Settings())
        texts = [flat(sentence.text) for sentence in sentences]
        if any(sentence in known for sentence in texts):
            continue
        published = normalise(written) if written else None
        day = None if published is None else date.fromisoformat(published[:10])
        for at in sorted(rng.permutation(len(texts))[:SENTENCES_OF_ARTICLE].tolist()):
            if texts[at] not in seen:
                seen.add(texts[at])
                found.append(Told(texts[at], number, day))
    return found


def flat(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


def same_article(sentences: Sequence[Told], vectors: Vectors, *, wanted: int, seed: int) -> list[NewsPair]:
    """Pairs of two sentences of one article; no more than PAIRS_OF_ARTICLE of each."""
    rng = np.random.default_rng(seed)
    homes: dict[int, list[int]] = {}
    for row, sentence in enumerate(sentences):
        homes.setdefault(sentence.article, []).append(row)
    candidates = [
        (i, j, float(vectors[i] @ vectors[j]))
        for rows in homes.values()
        for at, i in enumerate(rows)
        for j in rows[at + 1 :]
    ]
    shuffled = [candidates[at] for at in rng.permutation(len(candidates)).tolist()]
    return _chosen(sentences, shuffled, wanted=wanted, kind=SAME_ARTICLE)


def other_events(sentences: Sequence[Told], vectors: Vectors, *, wanted: int, seed: int) -> list[NewsPair]:
    """Pairs of sentences of two dated articles at least DAYS_APART days apart."""
    rng = np.random.default_rng(seed)
    dated = [row for row, sentence in enumerate(sentences) if sentence.day is not None]
    days = np.array([_ordinal(sentences[row]) for row in dated], dtype=np.int64)
    theirs = vectors[dated]
    order = rng.permutation(len(dated))
    candidates: list[tuple[int, int, float]] = []
    for start in range(0, len(order), _ROWS):
        rows = order[start : start + _ROWS]
        for at, cosines in zip(rows.tolist(), theirs[rows] @ theirs.T, strict=True):
            far = np.abs(days - days[at]) >= DAYS_APART
            # One partner a band: the high bands are rare, and thousands of the low one are no help.
            for low, high in pairwise(BANDS):
                others = np.flatnonzero(far & (cosines >= low) & (cosines < high))
                if len(others):
                    other = int(rng.choice(others))
                    candidates.append((dated[at], dated[other], float(cosines[other])))
    return _chosen(sentences, candidates, wanted=wanted, kind=OTHER_EVENTS)


def _ordinal(sentence: Told) -> int:
    return 0 if sentence.day is None else sentence.day.toordinal()


def _chosen(
    sentences: Sequence[Told], candidates: Iterable[tuple[int, int, float]], *, wanted: int, kind: str
) -> list[NewsPair]:
    """``wanted`` candidates in their order, evenly from the bands as far as they go; no sentence twice."""
    bands: list[list[tuple[int, int, float]]] = [[] for _ in BANDS[1:]]
    for candidate in candidates:
        place = band(candidate[2])
        if place is not None:
            bands[place].append(candidate)
    taken: list[NewsPair] = []
    used: set[int] = set()
    given: dict[int, int] = {}
    # The rarest band first: what it cannot give is then taken from the others.
    for done, filled in enumerate(sorted(bands, key=len)):
        share = -(-(wanted - len(taken)) // (len(bands) - done))
        for i, j, cosine in filled:
            if share == 0:
                break
            homes = {sentences[i].article, sentences[j].article}
            if used & {i, j} or any(given.get(home, 0) >= PAIRS_OF_ARTICLE for home in homes):
                continue
            used |= {i, j}
            for home in homes:
                given[home] = given.get(home, 0) + 1
            taken.append(NewsPair(sentences[i].text, sentences[j].text, round(cosine, 4), kind))
            share -= 1
    return taken


def build(
    news: Path, encoder: Encoder, *, wanted: int, seed: int, trained_on: Sequence[Path] = ()
) -> list[NewsPair]:
    """Up to ``wanted`` pairs of each kind from a Parquet file with the columns text and date."""
    table = pl.read_parquet(news, columns=["text", "date"])
    drawn = table.sample(min(len(table), max(60, int(_ARTICLES_PER_PAIR * wanted))), seed=seed, shuffle=True)
    rows = [(text or "", written or "") for text, written in drawn.iter_rows()]
    sentences = told(rows, seed=seed, known=texts_of(trained_on))
    vectors = encoder.encode([sentence.text for sentence in sentences])
    return [
        *same_article(sentences, vectors, wanted=wanted, seed=seed),
        *other_events(sentences, vectors, wanted=wanted, seed=seed),
    ]


def texts_of(files: Sequence[Path]) -> frozenset[str]:
    """Every premise and hypothesis of Parquet files of training pairs."""
    found: set[str] = set()
    for path in files:
        table = pl.read_parquet(path, columns=["premise", "hypothesis"])
        found.update(flat(text) for column in table for text in column.drop_nulls())
    return frozenset(found)


def remembered(
    folder: Path | None,
    news: Path,
    encoder: Encoder,
    *,
    wanted: int,
    seed: int,
    trained_on: Sequence[Path] = (),
) -> list[NewsPair]:
    """``build``, kept in ``folder`` under all that it depends on except the code of the cleaner."""
    if folder is None:
        return build(news, encoder, wanted=wanted, seed=seed, trained_on=trained_on)
    rules = BANDS, DAYS_APART, SENTENCES_OF_ARTICLE, PAIRS_OF_ARTICLE, _ARTICLES_PER_PAIR
    state = hashlib.sha256(f"{encoder.name} {wanted} {seed} {rules}".encode())
    for path in (news, *trained_on):
        state.update(path.read_bytes())
    path = folder / f"news-{state.hexdigest()[:10]}.parquet"
    if not path.exists():
        pairs = build(news, encoder, wanted=wanted, seed=seed, trained_on=trained_on)
        pl.DataFrame(pairs, schema=["a", "b", "cosine", "kind"]).write_parquet(path)
    return [NewsPair(*row) for row in pl.read_parquet(path).iter_rows()]
