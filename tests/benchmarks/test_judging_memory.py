"""What is remembered of a network: the same numbers, without the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.judging import memory
from checker import comparing, judges
from checker.rules.score import conflict_of_texts
from checker.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [("The bridge is open.", "The bridge is closed."), ("It rained.", "")]
LOGITS = np.array([[0.0, 1.0, 4.0], [3.0, 0.5, -1.0]], dtype=np.float32)


@given(st.text(max_size=5), st.text(max_size=5), st.text(max_size=5), st.text(max_size=5))
def test_two_pairs_have_one_key_only_if_they_are_the_same(a: str, b: str, c: str, d: str) -> None:
    assert (memory.key((a, b)) == memory.key((c, d))) == ((a, b) == (c, d))


def test_a_text_with_half_a_surrogate_pair_has_a_key() -> None:
    assert len(memory.key(("\ud83d", "x"))) == 16


def test_what_was_saved_is_known_to_the_next_run_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "logits.npz"
    first = memory.Memory(path)
    first.put(PAIRS, LOGITS)
    first.save()
    again = memory.Memory(path)
    assert again.missing(PAIRS) == []
    assert np.array_equal(again.logits(PAIRS[::-1]), LOGITS[::-1])


def test_the_other_order_of_a_pair_is_another_pair_and_each_is_missing_once() -> None:
    known = memory.Memory(None)
    known.put(PAIRS[:1], LOGITS[:1])
    reversed_pair = (PAIRS[0][1], PAIRS[0][0])
    assert known.missing([PAIRS[0], reversed_pair, reversed_pair]) == [reversed_pair]


def test_a_file_of_something_else_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "logits.npz"
    path.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(SystemExit, match=r"logits\.npz.*delete it"):
        memory.Memory(path)


def test_a_temperature_is_applied_to_what_is_remembered_and_no_network_is_loaded() -> None:
    network = memory.Remembered("judge")
    network.memory.put(PAIRS, LOGITS)
    network.temperature = 2.0
    assert network.probabilities(PAIRS) == pytest.approx(judges.softmax(LOGITS, 2.0))
    assert "_loaded" not in vars(network)


def test_the_shipped_decision_is_made_from_what_is_remembered() -> None:
    models = memory.Models(Settings())
    forward, backward = PAIRS[0], (PAIRS[0][1], PAIRS[0][0])
    models.judge.large.memory.put([forward, backward], 2 * LOGITS)
    models.judge.large.temperature = 1.0
    (verdict,) = comparing.judge_rows([forward], models=models)
    read = judges.softmax(2 * LOGITS)[:, judges.CONTRADICTION]
    assert verdict["contradiction"] == pytest.approx(float(read.mean()), abs=1e-3)
    assert verdict["score"] == pytest.approx(conflict_of_texts(float(read.max())), abs=1e-3)
    assert verdict["code"] == "CON001"
    # The cascade that ships asks the network that remembers: had it one of its own, this would be loaded.
    assert "_loaded" not in vars(models.judge.large)


def test_the_screen_of_the_cascade_remembers_too() -> None:
    cascade = memory.RememberedCascade()
    cascade.small.memory.put(PAIRS, LOGITS)
    cascade.small.temperature = 1.0
    expected = judges.softmax(LOGITS)[:, judges.CONTRADICTION]
    assert cascade.screen(PAIRS) == pytest.approx(expected, abs=1e-3)
    assert "_loaded" not in vars(cascade.small)


@pytest.mark.models
def test_remembered_numbers_are_those_of_the_shipped_network(tmp_path: Path) -> None:
    shipped = judges.load("embedded").score(PAIRS)
    for _ in range(2):
        cascade = memory.RememberedCascade(folder=tmp_path)
        got = cascade.score(PAIRS)
        cascade.save()
        for mine, theirs in zip(got, shipped, strict=True):
            assert mine[0].contradiction == pytest.approx(theirs[0].contradiction, abs=2e-4)
            assert mine[0].entailment == pytest.approx(theirs[0].entailment, abs=2e-4)
