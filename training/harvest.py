"""Claims out of a table of news articles, as checker itself takes them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from checker.claims.extract import extract
from checker.records import Article, Modality, Sentence, Stance
from checker.settings import Settings
from checker.understanding import sentences_of

if TYPE_CHECKING:
    from pathlib import Path

    from checker.claims.parse import Parser

#: Words of a claim that a pair is made of: shorter ones say too little, longer ones too much at once.
FEWEST, MOST = 5, 25


def claims(
    articles: Path, parser: Parser, *, articles_wanted: int, per_article: int, seed: int
) -> pl.DataFrame:
    """Asserted claims of runs of neighbouring sentences, one run an article.

    Columns: article (number in the draw), month (``YYYY-MM``), text, speaker (name or None). The
    sentences neighbour each other so that pronouns find their antecedents, as they do in a whole article.
    """
    table = pl.read_parquet(articles)
    table = table.sample(min(articles_wanted, len(table)), seed=seed)
    rng = np.random.default_rng(seed)
    drawn: list[Sentence] = []
    months: dict[str, tuple[int, str]] = {}
    for number, (text, date) in enumerate(table.select("text", "date").iter_rows()):
        article = Article(id=str(number), source="news", text=text or "")
        months[article.id] = (number, (date or "")[:7])
        sentences, _ = sentences_of(article, Settings())
        start = int(rng.integers(max(1, len(sentences) - per_article + 1)))
        drawn += sentences[start : start + per_article]
    rows: list[tuple[int, str, str, str | None]] = []
    seen: set[str] = set()
    for sentence, found in zip(drawn, extract(drawn, parser), strict=True):
        for claim in found:
            asserted = claim.stance in (Stance.ASSERTS, Stance.DENIES) and claim.modality is Modality.ASSERTED
            text = claim.stated
            if asserted and FEWEST <= len(text.split()) <= MOST and text not in seen:
                seen.add(text)
                rows.append((*months[sentence.article.id], text, claim.speaker_name))
    return pl.DataFrame(rows, schema=["article", "month", "text", "speaker"], orient="row")
