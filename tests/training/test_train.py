"""The parts of the training that decide what is learnt; they need torch and transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from training import train  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path


def test_batches_hold_every_pair_once_and_keep_to_their_tokens() -> None:
    lengths = np.random.default_rng(0).integers(5, 60, size=5_000)
    made = train.batches(lengths, 640, np.random.default_rng(1))
    assert sorted(np.concatenate(made).tolist()) == list(range(5_000))
    assert max(len(batch) * lengths[batch].max() for batch in made) <= 640


def test_an_early_batch_comes_from_the_first_window() -> None:
    made = train.batches(np.full(5_000, 10), 640, np.random.default_rng(1))
    assert np.concatenate(made[:32]).max() < 2_048


def test_a_reversed_pair_is_only_held_against_contradiction() -> None:
    label = torch.tensor([1])
    entailed = torch.tensor([[9.0, 0.0, 0.0]])
    swapped, plain = torch.tensor([True]), torch.tensor([False])
    assert train.loss_of(entailed, label, swapped).item() < 0.01
    assert train.loss_of(entailed, label, plain).item() > 5.0
    conflicting = torch.tensor([[0.0, 0.0, 9.0]])
    assert train.loss_of(conflicting, label, swapped).item() > 5.0


def test_a_reversed_contradiction_stays_one() -> None:
    label, swapped = torch.tensor([train.CONTRADICTION]), torch.tensor([True])
    assert train.loss_of(torch.tensor([[9.0, 0.0, 0.0]]), label, swapped).item() > 5.0
    assert train.loss_of(torch.tensor([[0.0, 0.0, 9.0]]), label, swapped).item() < 0.01


def test_a_batch_is_padded_and_brings_the_segments_of_models_that_have_them() -> None:
    ids, types = [[5, 6, 7], [8, 9]], [[0, 1, 1], [0, 1]]
    lengths, label, swapped = np.array([3, 2]), np.array([0, 1]), np.array([False, False])
    inputs = train.inputs_of(train.Encoded(ids, types, lengths, label, swapped), np.array([1, 0]), 99)
    assert inputs["input_ids"].tolist() == [[8, 9, 99], [5, 6, 7]]
    assert inputs["attention_mask"].tolist() == [[1, 1, 0], [1, 1, 1]]
    assert inputs["token_type_ids"].tolist() == [[0, 1, 0], [0, 1, 1]]
    plain = train.inputs_of(train.Encoded(ids, None, lengths, label, swapped), np.array([0]), 99)
    assert set(plain) == {"input_ids", "attention_mask"}


def test_a_student_is_drawn_to_its_teacher_where_he_knows_an_answer() -> None:
    taught = torch.tensor([[2.0, 0.0, -2.0], [float("nan")] * 3])
    own = torch.tensor([1.0, 1.0])
    alike = train.taught_loss(own, taught.nan_to_num(9.0), taught)
    assert alike.tolist() == pytest.approx([0.5, 1.0], abs=1e-5)
    apart = torch.tensor([[-2.0, 0.0, 2.0], [0.0, 0.0, 0.0]], requires_grad=True)
    loss = train.taught_loss(own, apart, taught)
    assert loss[0].item() > 2.0
    assert loss[1].item() == 1.0
    loss.sum().backward()
    assert not torch.isnan(apart.grad).any()


def test_the_lessons_of_other_pairs_are_refused(tmp_path: Path) -> None:
    swapped = np.array([True, False])
    file = tmp_path / "seen_logits.npz"
    np.savez(file, logits=np.zeros((2, 3), dtype=np.float16), swapped=swapped, pairs="a digest")

    def pairs(reversed_: np.ndarray, digest: str) -> train.Encoded:
        return train.Encoded([[1], [2]], None, np.array([1, 1]), np.array([0, 0]), reversed_, digest)

    assert train.lessons(tmp_path, pairs(swapped, "a digest")).shape == (2, 3)
    assert train.lessons(file, pairs(swapped, "a digest")).shape == (2, 3)
    for other in (pairs(~swapped, "a digest"), pairs(swapped, "another")):
        with pytest.raises(ValueError, match="other pairs"):
            train.lessons(tmp_path, other)
