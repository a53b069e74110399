"""What the training sees: quotas, neutrals and their mixture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from training import pairs

if TYPE_CHECKING:
    from pathlib import Path


def test_labels_are_balanced_within_a_source_and_long_pairs_are_left_out(tmp_path: Path) -> None:
    rows = [("short", f"{label} {i}", label, "cb") for label in pairs.LABELS for i in range(100)]
    rows += [("x" * pairs.LONGEST, "y", "neutral", "cb")] * 50
    columns = ["premise", "hypothesis", "label", "source"]
    pl.DataFrame(rows, schema=columns, orient="row").write_parquet(tmp_path / "train.parquet")
    chosen = pairs.labelled(tmp_path / "train.parquet", seed=7)
    share = pairs.QUOTAS["cb"] // 3
    assert dict(chosen.group_by("label").len().iter_rows()) == dict.fromkeys(pairs.LABELS, share)
    assert set(chosen["premise"]) == {"short"}


def test_neutrals_are_of_one_article_or_of_other_months() -> None:
    sentences = pl.DataFrame(
        {
            "article": [0, 0, 1, 2],
            "month": ["2022-01", "2022-01", "2022-01", "2022-05"],
            "text": ["a", "b", "c", "d"],
        }
    )
    angles = np.array([0.0, 0.8, 0.9, 0.95])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    table = pairs.news_neutrals(sentences, vectors, wanted=20, seed=0)
    found = {frozenset(row) for row in table.select("premise", "hypothesis").iter_rows()}
    # b, c and d are alike beyond 0.85, a and c are of one month but not of one article.
    assert found == {frozenset("ab"), frozenset("ad")}
    assert set(table["label"]) == {"neutral"}


def test_a_mixture_holds_every_pair_once_and_is_repeatable() -> None:
    part = pl.DataFrame(
        {
            "premise": [str(i) for i in range(50)],
            "hypothesis": ["h"] * 50,
            "label": [pairs.LABELS[i % 3] for i in range(50)],
            "source": ["s"] * 50,
        }
    )
    mixed = pairs.mixture([part, part.head(0)], seed=3)
    assert sorted(mixed.premise, key=int) == part["premise"].to_list()
    assert mixed.premise != part["premise"].to_list()
    assert mixed.premise == pairs.mixture([part], seed=3).premise
    assert [int(p) % 3 for p in mixed.premise] == mixed.label.tolist()


def test_what_a_teacher_said_stays_with_its_pair() -> None:
    columns = {"hypothesis": ["h"] * 3, "label": ["neutral"] * 3, "source": ["s"] * 3}
    told = pl.DataFrame(
        {"premise": ["a", "b", "c"], **columns, "taught": [[1.0, 2.0, 3.0], None, [4.0, 5.0, 6.0]]}
    )
    mixed = pairs.mixture([pl.DataFrame({"premise": ["d", "e", "f"], **columns}), told], seed=1)
    known = {premise: row.tolist() for premise, row in zip(mixed.premise, mixed.taught, strict=True)}
    assert known["a"] == [1.0, 2.0, 3.0]
    assert known["c"] == [4.0, 5.0, 6.0]
    assert all(np.isnan(known[name]).all() for name in "bdef")


def test_news_sentences_are_whole_sentences_of_middle_length(tmp_path: Path) -> None:
    text = "Too short. This sentence has exactly seven good words. And here begins one that never comes to an"
    pl.DataFrame({"text": [text, None], "date": ["2022-03-04", None]}).write_parquet(tmp_path / "a.parquet")
    found = pairs.news_sentences(tmp_path / "a.parquet", articles_wanted=2, per_article=6, seed=1)
    assert found.select("month", "text").rows() == [
        ("2022-03", "This sentence has exactly seven good words.")
    ]
