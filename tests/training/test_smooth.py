"""Smoothing changes what a network computes with, not what it computes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnx")
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from training.smooth import smooth

WIDTH = 8


def network(path: Path) -> None:
    """ids -> rows of a table with one huge channel -> product -> row sums."""
    rng = np.random.default_rng(0)
    table = rng.normal(size=(5, WIDTH)).astype(np.float32)
    table[:, 3] *= 60
    weight = rng.normal(size=(WIDTH, 3)).astype(np.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "ids"], ["hidden"]),
            helper.make_node("MatMul", ["hidden", "weight"], ["output"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "length"])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, "length", 3])],
        [numpy_helper.from_array(table, "table"), numpy_helper.from_array(weight, "weight")],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), str(path))


def run(path: Path, ids: list[int], *also: str) -> list[np.ndarray]:
    model = onnx.load(str(path))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in also)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"ids": np.array([ids])})


def test_a_smoothed_network_computes_the_same_with_even_activations(tmp_path: Path) -> None:
    before, after = tmp_path / "before.onnx", tmp_path / "after.onnx"
    network(before)
    smooth(before, after, [{"ids": np.array([[0, 1, 2, 3, 4]])}])
    (old, hidden), (new, even) = (
        run(before, [0, 2, 4], "hidden"),
        run(after, [0, 2, 4], "hidden_even"),
    )
    assert np.allclose(old, new, atol=1e-4)

    def unevenness(values: np.ndarray) -> float:
        largest = np.abs(values).reshape(-1, WIDTH).max(axis=0)
        return float(largest.max() / np.median(largest))

    assert unevenness(hidden) > 20
    assert unevenness(even) < 6


def test_smoothing_needs_something_to_calibrate_on(tmp_path: Path) -> None:
    network(tmp_path / "before.onnx")
    with pytest.raises(ValueError, match="calibrate"):
        smooth(tmp_path / "before.onnx", tmp_path / "after.onnx", [])
