"""The logits of the judge, kept and shown, and the pairs that are read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import judges
from training import evaluate

if TYPE_CHECKING:
    from pathlib import Path

LABEL = np.array([2, 2, 0, 1, 2])
PROBABILITIES = np.array(
    [[0.1, 0.1, 0.8], [0.6, 0.1, 0.3], [0.9, 0.1, 0.0], [0.2, 0.3, 0.5], [0.0, 0.0, 1.0]], dtype=np.float32
)


@given(
    st.lists(st.tuples(*[st.floats(-12, 12, width=32)] * 3), min_size=1, max_size=5),
    st.floats(0.5, 3.0),
    st.floats(0.5, 3.0),
)
def test_logits_found_again_give_the_same_probabilities_at_any_temperature(
    rows: list[tuple[float, float, float]], made_at: float, read_at: float
) -> None:
    logits = np.array(rows, dtype=np.float32)
    again = evaluate.logits_of(judges.softmax(logits, made_at), made_at)
    assert judges.softmax(again, read_at) == pytest.approx(judges.softmax(logits, read_at), abs=1e-4)


def test_logits_survive_being_saved(tmp_path: Path) -> None:
    logits = evaluate.Logits(
        PROBABILITIES, PROBABILITIES[::-1], LABEL, np.array(["mnli", "fever", "mnli", "snli", "é"]), "{}"
    )
    logits.save(tmp_path / "dev.npz")
    again = evaluate.load_logits(tmp_path / "dev.npz")
    assert np.array_equal(again.forward, logits.forward)
    assert np.array_equal(again.backward, logits.backward)
    assert again.source.tolist() == logits.source.tolist()
    assert (again.label.tolist(), again.network) == (LABEL.tolist(), "{}")


def test_the_table_has_two_rows_a_source_and_its_own_pairs_in_each() -> None:
    source = np.array(["mnli", "mnli", "fever", "fever", "fever"])
    logits = evaluate.Logits(np.log(PROBABILITIES + 1e-6), np.log(PROBABILITIES + 1e-6), LABEL, source, "{}")
    table = evaluate.table_of(logits, {"mnli": 40.0, "fever": 41.5, "all": 41.0}, 1.0).splitlines()
    assert [line.split(" | ")[:3] for line in table[2:]] == [
        [f"| {name}", count, order]
        for name, count in (("mnli", "2"), ("fever", "3"), ("all", "5"))
        for order in ("forward", "symmetric")
    ]
    assert table[2].split(" | ")[3] == "0.500"
    assert len({line.count("|") for line in table}) == 1


def pairs_file(folder: Path, **columns: list[str]) -> Path:
    path = folder / "dev.parquet"
    pl.DataFrame(columns).write_parquet(path)
    return path


def test_the_limit_holds_for_each_source_and_the_draw_is_repeatable(tmp_path: Path) -> None:
    texts = [str(i) for i in range(9)]
    path = pairs_file(
        tmp_path, premise=texts, hypothesis=texts, label=["neutral"] * 9, source=["a"] * 7 + ["b"] * 2
    )
    drawn = evaluate.read_pairs(path, limit=3, seed=1)
    assert drawn["source"].to_list() == ["a"] * 3 + ["b"] * 2
    assert drawn.equals(evaluate.read_pairs(path, limit=3, seed=1))


def test_a_table_without_the_needed_columns_is_named_with_what_is_missing(tmp_path: Path) -> None:
    path = pairs_file(tmp_path, premise=["x"], label=["neutral"])
    with pytest.raises(SystemExit, match=r"dev.parquet: the columns hypothesis, source are missing"):
        evaluate.read_pairs(path, limit=None, seed=0)


def test_labels_of_another_task_are_refused(tmp_path: Path) -> None:
    path = pairs_file(tmp_path, premise=["x"], hypothesis=["y"], label=["not_entailment"], source=["hans"])
    with pytest.raises(SystemExit, match="not_entailment"):
        evaluate.read_pairs(path, limit=None, seed=0)
