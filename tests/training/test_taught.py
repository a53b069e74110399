"""What the student is given of its teacher's opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from training import pairs, taught

if TYPE_CHECKING:
    from pathlib import Path


def nli(rows: int) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "premise": [f"p{i}" for i in range(rows)],
            "hypothesis": ["h"] * rows,
            "label": ["neutral"] * rows,
            "source": ["mnli"] * rows,
        }
    )


def test_logits_come_back_to_the_pairs_that_a_training_saw_in_order(tmp_path: Path) -> None:
    drawn, others = nli(20), nli(10).with_columns(pl.col("premise") + " of the news")
    mixed = pairs.mixture([drawn, others], seed=5)
    own = [float(premise.removesuffix(" of the news")[1:]) for premise in mixed.premise]
    logits = np.column_stack([own, own, own]).astype(np.float16)
    swapped = np.zeros(30, dtype=np.bool_)
    swapped[:4] = True
    logits[4:8] = np.nan
    np.savez(tmp_path / "seen.npz", logits=logits, swapped=swapped)
    found = taught.seen_logits(drawn, tmp_path / "seen.npz", 5)
    expected = {premise for premise in mixed.premise[8:] if not premise.endswith("news")}
    assert set(found["premise"]) == expected
    assert all(f"p{row[0]:.0f}" == premise for premise, row in found.select("premise", "taught").iter_rows())


def test_a_judged_pair_is_taught_in_both_orders_with_one_contradiction() -> None:
    mined = pl.DataFrame(
        {
            "premise": ["a"],
            "hypothesis": ["b"],
            "contradiction": [0.1],
            "entailment": [0.7],
            "reverse_entailment": [0.0],
        }
    )
    there, back = taught.judged(mined).iter_rows(named=True)
    assert (there["premise"], there["label"]) == ("a", "entailment")
    assert (back["premise"], back["label"]) == ("b", "neutral")
    assert np.exp(there["taught"]).round(3).tolist() == [0.7, 0.2, 0.1]
    assert np.exp(back["taught"]).round(3).tolist() == [0.001, 0.9, 0.1]


def test_a_pair_with_a_teachers_opinion_is_not_shown_without_it_too() -> None:
    told = nli(2).with_columns(pl.Series("taught", [[1.0, 0.0, 0.0]] * 2))
    table = taught.joined(told, nli(3))
    assert table["premise"].to_list() == ["p0", "p1", "p2"]
    assert table["taught"].is_not_null().to_list() == [True, True, False]
