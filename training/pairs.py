"""The training pairs of the judge: what is taken from each source, and the news neutrals.

Every source of ``train.parquet`` gets a quota: sources whose pairs look like claims of the news get
more, synthetic ones little. The pairs are shuffled once with a fixed seed, so that any prefix is the
same mixture and a training that is cut short by its time budget has still seen all sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction")

#: Pairs taken of each source (balanced over its labels where it has them).
QUOTAS = {
    "mnli": 36_000,
    "fever": 24_000,
    "snli": 12_000,
    "lingnli": 9_000,
    "new_protocols": 6_000,
    "cad_snli": 2_000,
    "fool_me_twice": 2_000,
    "negation_nli": 2_000,
    "semantic_fragments": 800,
    "conjnli": 800,
    "climate_fever": 600,
    "covidfact": 400,
    "nope": 200,
    "cb": 200,
}

#: Longest pair in characters: at about 4.5 characters a token this keeps a pair under 125 tokens. Evidence
#: of several sentences is what FEVER is measured on, and what a judge that saw only short pairs fails at.
LONGEST = 560


@dataclass(frozen=True, slots=True)
class Pairs:
    """Columns of equal length; ``label`` indexes LABELS.

    ``taught`` (n, 3) holds a teacher's logits in the order of LABELS, NaN where he said nothing.
    """

    premise: list[str]
    hypothesis: list[str]
    label: npt.NDArray[np.int64]
    source: list[str]
    taught: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.premise)


def labelled(
    train: Path, *, seed: int, share: float = 1.0, quotas: Mapping[str, int] = QUOTAS
) -> pl.DataFrame:
    """The quota of each source of ``train.parquet``, balanced over the labels; ``share`` of it, 0..1."""
    table = (
        pl.read_parquet(train)
        .filter(pl.col("premise").str.len_chars() + pl.col("hypothesis").str.len_chars() <= LONGEST)
        .select("premise", "hypothesis", "label", "source")
    )
    parts = []
    for source, quota in quotas.items():
        rows = table.filter(pl.col("source") == source)
        of_label = round(share * quota) // max(1, rows["label"].n_unique())
        for (_,), group in rows.group_by("label", maintain_order=True):
            parts.append(group.sample(min(of_label, len(group)), seed=seed, shuffle=True))
    return pl.concat(parts)


def news_sentences(articles: Path, *, articles_wanted: int, per_article: int, seed: int) -> pl.DataFrame:
    """Sentences of 6 to 28 words from news articles: columns article, month, text."""
    rows: list[tuple[int, str, str]] = []
    rng = np.random.default_rng(seed)
    table = pl.read_parquet(articles).sample(articles_wanted, seed=seed)
    for number, (text, date) in enumerate(table.select("text", "date").iter_rows()):
        sentences = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", (text or "").replace("\n", " "))
        good = [s.strip() for s in sentences if 6 <= len(s.split()) <= 28 and s.strip()[-1:] in '.”"']
        chosen = rng.permutation(len(good))[:per_article]
        rows.extend((number, (date or "")[:7], good[at]) for at in chosen)
    return pl.DataFrame(rows, schema=["article", "month", "text"], orient="row")


def news_neutrals(
    sentences: pl.DataFrame, vectors: npt.NDArray[np.float32], *, wanted: int, seed: int
) -> pl.DataFrame:
    """Pairs that do not conflict: of one article, and of articles months apart, at cosine 0.3 to 0.85.

    Two sentences of one article seldom contradict each other, and neighbours from other months are
    mostly about other events: both are what a naive judge flags first.
    """
    rng = np.random.default_rng(seed)
    article, month = sentences["article"].to_numpy(), sentences["month"].to_numpy()
    text = sentences["text"].to_list()
    same: list[tuple[int, int]] = []
    other: list[tuple[int, int]] = []
    for start in range(0, len(text), 2048):
        block = vectors[start : start + 2048] @ vectors.T
        left, right = np.nonzero((block >= 0.3) & (block <= 0.85))
        left += start
        keep = left < right
        left, right = left[keep], right[keep]
        one = article[left] == article[right]
        same += list(zip(left[one], right[one], strict=True))
        far = ~one & (month[left] != month[right]) & (block[left - start, right] >= 0.42)
        other += list(zip(left[far], right[far], strict=True))
    chosen = [same[i] for i in rng.permutation(len(same))[: wanted // 2]]
    chosen += [other[i] for i in rng.permutation(len(other))[: wanted - len(chosen)]]
    return pl.DataFrame(
        {
            "premise": [text[a] for a, _ in chosen],
            "hypothesis": [text[b] for _, b in chosen],
            "label": ["neutral"] * len(chosen),
            "source": ["news"] * len(chosen),
        }
    )


def mixture(parts: list[pl.DataFrame], *, seed: int) -> Pairs:
    """All parts, shuffled once; a part may have a column ``taught``, lists of three logits."""
    table = pl.concat(parts, how="diagonal_relaxed").sample(fraction=1.0, shuffle=True, seed=seed)
    taught = np.full((len(table), len(LABELS)), np.nan, dtype=np.float32)
    if "taught" in table.columns:
        known = table["taught"].is_not_null().to_numpy()
        if known.any():
            taught[known] = np.array(table["taught"].drop_nulls().to_list(), dtype=np.float32)
    return Pairs(
        premise=table["premise"].to_list(),
        hypothesis=table["hypothesis"].to_list(),
        label=np.array([LABELS.index(label) for label in table["label"]]),
        source=table["source"].to_list(),
        taught=taught,
    )
