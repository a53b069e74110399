"""The measures of the judge, on predictions whose figures are known."""

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


def test_figures_of_a_small_table_are_those_counted_by_hand() -> None:
    figures = evaluate.figures(LABEL, PROBABILITIES)
    assert figures.accuracy == pytest.approx(3 / 5)
    assert figures.precision == pytest.approx(2 / 3)
    assert figures.recall == pytest.approx(2 / 3)
    assert figures.f1 == pytest.approx(2 / 3)
    assert figures.average_precision == pytest.approx((1 + 1 + 3 / 4) / 3)


def test_nothing_said_to_conflict_gives_no_precision_instead_of_an_error() -> None:
    figures = evaluate.figures(np.array([2]), np.array([[1.0, 0.0, 0.0]], dtype=np.float32))
    assert (figures.precision, figures.recall, figures.f1) == (0.0, 0.0, 0.0)


def test_pairs_of_equal_score_are_not_ranked_by_chance() -> None:
    score = np.array([0.5, 0.5, 0.5, 0.5])
    for relevant in ([True, False, False, False], [False, False, False, True]):
        assert evaluate.average_precision(np.array(relevant), score) == pytest.approx(1 / 4)


def test_average_precision_without_anything_relevant_is_zero() -> None:
    assert evaluate.average_precision(np.array([False, False]), np.array([0.1, 0.9])) == 0.0


def test_a_model_that_is_always_sure_and_half_right_is_wrongly_calibrated_by_a_half() -> None:
    sure = np.ones(10, dtype=np.float32)
    assert evaluate.calibration_error(sure, np.arange(10) < 5) == pytest.approx(0.5)


def test_a_model_that_says_what_happens_is_calibrated() -> None:
    said = np.full(10, 0.3, dtype=np.float32)
    assert evaluate.calibration_error(said, np.arange(10) < 3) == pytest.approx(0.0, abs=1e-6)


def test_symmetric_takes_the_stronger_order_and_keeps_the_sum() -> None:
    forward = np.array([[0.6, 0.3, 0.1]], dtype=np.float32)
    backward = np.array([[0.1, 0.2, 0.7]], dtype=np.float32)
    both = evaluate.symmetric(forward, backward)
    assert both[0] == pytest.approx([0.2, 0.1, 0.7], abs=1e-3)


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
