"""The temperature: found where it is known, and written without touching anything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import calibrate

if TYPE_CHECKING:
    from pathlib import Path


def drawn_logits(temperature: float) -> tuple[np.ndarray, np.ndarray]:
    """Logits, and labels drawn from their probabilities at ``temperature``."""
    rng = np.random.default_rng(0)
    logits = rng.normal(scale=3.0, size=(20_000, 3)).astype(np.float32)
    # The largest of the logits plus Gumbel noise is a draw from their softmax.
    return logits, (logits / temperature + rng.gumbel(size=logits.shape)).argmax(axis=1)


@pytest.mark.parametrize("temperature", [0.6, 1.0, 2.5])
def test_the_temperature_that_made_the_labels_is_found(temperature: float) -> None:
    logits, label = drawn_logits(temperature)
    weight = np.full(len(label), 1 / len(label))
    assert calibrate.fit_temperature(logits, label, weight) == pytest.approx(temperature, rel=0.04)


@given(st.lists(st.sampled_from(["mnli", "fever", "snli"]), min_size=1, max_size=30))
def test_every_source_weighs_the_same_however_many_pairs_it_has(names: list[str]) -> None:
    source = np.array(names)
    weights = calibrate.source_weights(source)
    assert weights.sum() == pytest.approx(1.0)
    shares = [weights[source == name].sum() for name in set(names)]
    assert shares == pytest.approx([1 / len(shares)] * len(shares))


def test_the_likelihood_of_even_odds_is_the_logarithm_of_three() -> None:
    loss = calibrate.negative_log_likelihood(
        np.zeros((2, 3), dtype=np.float32), np.array([0, 2]), np.array([0.5, 0.5]), 1.7
    )
    assert loss == pytest.approx(np.log(3))


def test_huge_logits_give_a_finite_likelihood() -> None:
    logits = np.array([[1e4, 0.0, -1e4]], dtype=np.float32)
    assert calibrate.negative_log_likelihood(logits, np.array([0]), np.array([1.0]), 0.2) == 0.0


@given(st.floats(-4.0, 4.0))
def test_the_bottom_of_a_valley_is_found_wherever_it_lies(bottom: float) -> None:
    assert calibrate.golden_section(lambda x: (x - bottom) ** 2, -5.0, 5.0) == pytest.approx(bottom, abs=1e-4)


def test_writing_the_temperature_keeps_the_rest_and_its_order(tmp_path: Path) -> None:
    facts = {"name": "judge", "temperature": 1.0, "labels": ["a", "b"], "sha256": {"network.0.z": "00"}}
    (tmp_path / "model.json").write_text(json.dumps(facts), encoding="utf-8")
    calibrate.write_temperature(tmp_path, 1.234567)
    text = (tmp_path / "model.json").read_text(encoding="utf-8")
    assert json.loads(text) == {**facts, "temperature": 1.2346}
    assert list(json.loads(text)) == list(facts)
    assert text.endswith("}\n")
