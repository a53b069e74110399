"""Pairs of claims that the tool itself compares in real news: ``python -m training.mine_pairs --help``.

Articles that follow each other by date report the same events, so the pairs are those that ``checker check``
meets: one subject, two papers, mostly no conflict. The judge that ships reads them; what it finds suspicious
is what the next one has to learn to leave alone, and what a reader labels (``training.news_pairs``).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from checker import pipeline
from checker.records import Article
from checker.settings import Settings
from checker.sources.dates import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.records import Verdict

#: Dates before are mistakes of the table.
FIRST_DAY = "1990"


def by_date(articles: Path) -> list[Article]:
    """The articles of a table (columns id, source, title, url, date, text) in order of date, ties by id.

    Those whose date cannot be read are left out.
    """
    table = pl.read_parquet(articles)
    dated = [(normalise(row["date"] or ""), row) for row in table.iter_rows(named=True)]
    known = [(day, row) for day, row in dated if day is not None and day >= FIRST_DAY]
    return [
        Article(
            id=str(row["id"]),
            source=row["source"],
            title=row["title"],
            url=row["url"],
            published=day,
            text=row["text"] or "",
        )
        for day, row in sorted(known, key=lambda each: (each[0], str(each[1]["id"])))
    ]


def table_of(verdicts: Iterable[Verdict]) -> pl.DataFrame:
    """Columns premise, hypothesis, their scores and cosine, and what a reader needs to judge them."""
    rows = []
    for verdict in verdicts:
        row: dict[str, object] = {
            "premise": verdict.pair.a.stated,
            "hypothesis": verdict.pair.b.stated,
            "contradiction": verdict.forward.contradiction,
            "entailment": verdict.forward.entailment,
            "reverse_entailment": verdict.reverse.entailment,
            "cosine": verdict.pair.similarity,
        }
        for side, claim in (("a", verdict.pair.a), ("b", verdict.pair.b)):
            sentence = claim.sentence
            row |= {
                f"{side}_day": sentence.article.published,
                f"{side}_source": sentence.article.source,
                f"{side}_title": sentence.article.title,
                f"{side}_speaker": claim.speaker_name,
                f"{side}_sentence": sentence.text,
            }
        rows.append(row)
    return pl.DataFrame(rows, infer_schema_length=None)


def main() -> None:
    """Read the arguments, compare the articles, write the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True, help="Parquet, see by_date")
    parser.add_argument("--first", type=int, required=True, help="number of the first article by date")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--most", type=int, default=1_500, help="pairs that are judged, most alike first")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    articles = by_date(arguments.articles)[arguments.first : arguments.first + arguments.count]
    _, found = pipeline.check_with_verdicts(articles, settings=Settings(max_pairs=arguments.most))
    table = table_of(found)
    table.write_parquet(arguments.out)
    print(f"{len(articles)} articles, {len(table)} pairs")


if __name__ == "__main__":
    main()
