"""How often two outlets that report one incident are rightly said to give numbers that exclude each other.

    python benchmarks/quantities.py INCIDENTS.parquet [--show 50] [--seed 1] [--judge] [--speed]

The table has the columns ``unit_id``, ``title``, ``text``, ``source``, ``date`` (month/day/year) and
``location``. Articles of one day and one location from different outlets count as one incident, for want of
a better key (a day and a city often hold several); the rest is not read. The numbers of their claims are
compared by the judge, and NUM001 decides with the cosine of the embedded encoder. ``--show`` findings are
drawn and printed with both sentences, to be read by hand: one finding a pair of articles and of numbers;
with ``--judge`` what the judge alone holds for a clash. As a false alarm check of "the same thing", as many
pairs of articles are drawn from different locations and more than 60 days apart, and what is found there is
counted: none of it can be right. ``--speed`` prints what the quantities of a parsed sentence cost.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from checker.claims.extract import extract
from checker.claims.parse import Parser
from checker.claims.quantities import quantities
from checker.encoders.embedded import EmbeddedEncoder
from checker.judges.quantities import clashes
from checker.records import Article, Claim, Clash, Judgement, Pair, Quantity, Sentence, Verdict
from checker.rules import num001
from checker.settings import Settings
from checker.understanding import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FAR_APART = 60
_NEUTRAL = Judgement(0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Report:
    """An article with its day, its place, and those of its claims that hold a number."""

    article: Article
    day: date
    place: str
    claims: tuple[Claim, ...]


def reports(table: pl.DataFrame, parser: Parser) -> list[Report]:
    """The rows of the table, each taken apart into claims."""
    found = []
    for row in table.iter_rows(named=True):
        article = Article(row["unit_id"], row["source"], row["text"], title=row["title"])
        sentences, _ = sentences_of(article, Settings())
        day = datetime.strptime(row["date"], "%m/%d/%Y").date()
        found.append(Report(article, day, row["location"], tuple(numbered(sentences, parser))))
    return found


def numbered(sentences: Sequence[Sentence], parser: Parser) -> Iterable[Claim]:
    """The claims of sentences that hold a quantity, each quantity in the narrowest claim around it."""
    docs = parser.parse(sentence.text for sentence in sentences)
    for sentence, claims, doc in zip(sentences, extract(sentences, parser), docs, strict=True):
        held: dict[Claim, list[Quantity]] = {}
        for found in quantities(doc, sentence.start):
            around = [c for c in claims if c.start <= found.quantity.start and found.quantity.end <= c.end]
            if around:
                held.setdefault(min(around, key=lambda c: c.end - c.start), []).append(found.quantity)
        for claim, inside in held.items():
            yield replace(claim, quantities=tuple(inside))


def same_incident(found: Sequence[Report]) -> list[tuple[Report, Report]]:
    """Pairs of reports of different outlets on one day and place."""
    return [
        (a, b)
        for a, b in combinations(found, 2)
        if a.day == b.day and a.place == b.place and a.article.source != b.article.source
    ]


def other_incidents(
    found: Sequence[Report], wanted: int, chance: random.Random
) -> list[tuple[Report, Report]]:
    """As many pairs that cannot be about one incident."""
    pairs: list[tuple[Report, Report]] = []
    while len(pairs) < wanted:
        a, b = chance.sample(list(found), 2)
        if (
            abs((a.day - b.day).days) > FAR_APART
            and a.place != b.place
            and a.article.source != b.article.source
        ):
            pairs.append((a, b))
    return pairs


def conflicts(
    pairs: Sequence[tuple[Report, Report]], encoder: EmbeddedEncoder, *, judge_alone: bool
) -> tuple[int, list[tuple[Verdict, Clash]]]:
    """How many pairs of claims clash for the judge, and what is reported; each pair of numbers once."""
    verdicts = []
    for first, second in pairs:
        for a in first.claims:
            verdicts += [(a, b, found) for b in second.claims if (found := clashes(a, b))]
    if not verdicts:
        return 0, []
    texts = list(dict.fromkeys(claim.text for a, b, _ in verdicts for claim in (a, b)))
    vectors = dict(zip(texts, encoder.encode(texts), strict=True))
    kept: dict[tuple[str, str, str], tuple[Verdict, Clash]] = {}
    for a, b, found in verdicts:
        likeness = round(float(np.dot(vectors[a.text], vectors[b.text])), 2)
        verdict = Verdict(Pair(a, b, likeness), _NEUTRAL, _NEUTRAL, clashes=tuple(found))
        if judge_alone or num001.fits(verdict):
            key = (a.sentence.article.id, b.sentence.article.id, found[0].note.partition(" (")[0])
            kept.setdefault(key, (verdict, found[0]))
    return len(verdicts), list(kept.values())


def print_finding(number: int, verdict: Verdict, clash: Clash) -> None:
    """Both sentences with their outlets, under the numbers that clash."""
    print(f"\n{number}. {clash.note}  [cosine {verdict.pair.similarity}]")
    for claim in (verdict.pair.a, verdict.pair.b):
        print(f"   {claim.sentence.article.source}: {' '.join(claim.sentence.text.split())}")


def print_speed(table: pl.DataFrame, parser: Parser, rounds: int = 3) -> None:
    """Milliseconds of the processor a parsed sentence, the best of some rounds."""
    articles = [Article(row["unit_id"], row["source"], row["text"]) for row in table.head(60).to_dicts()]
    sentences = [s.text for article in articles for s in sentences_of(article, Settings())[0]]
    docs = list(parser.parse(sentences))
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        found = sum(len(quantities(doc)) for doc in docs)
        best = min(best, time.process_time() - start)
    print(f"{len(docs)} sentences, {found} quantities, {1000 * best / len(docs):.3f} ms a sentence")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("incidents", type=Path)
    parser.add_argument("--show", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--judge", action="store_true", help="what the judge finds, whatever the rule says")
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    grammar = Parser()
    table = pl.read_parquet(asked.incidents).unique("text", keep="first", maintain_order=True)
    together_on = table.group_by("date", "location").agg(pl.col("source").n_unique().alias("outlets"))
    table = table.join(together_on.filter(pl.col("outlets") > 1), on=["date", "location"], how="semi")
    if asked.speed:
        print_speed(table, grammar)
    found = reports(table, grammar)
    encoder = EmbeddedEncoder()
    together = same_incident(found)
    seen, kept = conflicts(together, encoder, judge_alone=asked.judge)
    print(
        f"{len(found)} reports, {len(together)} pairs of one incident: {seen} clashes, {len(kept)} findings"
    )
    apart = other_incidents(found, len(together), chance)
    seen_apart, kept_apart = conflicts(apart, encoder, judge_alone=asked.judge)
    print(f"{len(apart)} pairs of other incidents: {seen_apart} clashes, {len(kept_apart)} findings")
    for number, (verdict, clash) in enumerate(chance.sample(kept, min(asked.show, len(kept))), start=1):
        print_finding(number, verdict, clash)


if __name__ == "__main__":
    main()
