"""The weights that come back from an int8 network are those that went in, but for what rounding took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("onnx")
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.export import to_int8
from training.restore import restore
from training.smooth import smooth

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 16


class Tiny(torch.nn.Module):
    """One linear layer and an embedding, named as the networks that are exported name theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = torch.nn.Linear(WIDTH, 4)
        self.embeddings = torch.nn.Embedding(5, WIDTH)


def exported(tmp_path: Path, weight: np.ndarray, bias: np.ndarray) -> bytes:
    """Rows of a table with one huge channel -> the layer, smoothed and in int8."""
    table = np.random.default_rng(1).normal(size=(5, WIDTH)).astype(np.float32)
    table[:, 3] *= 40
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "ids"], ["hidden"]),
            helper.make_node("MatMul", ["hidden", "onnx::MatMul_1"], ["product"]),
            helper.make_node("Add", ["model.layer.bias", "product"], ["output"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "length"])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, "length", 4])],
        [
            numpy_helper.from_array(table, "table"),
            numpy_helper.from_array(np.ascontiguousarray(weight.T), "onnx::MatMul_1"),
            numpy_helper.from_array(bias, "model.layer.bias"),
        ],
    )
    single, even, small = (tmp_path / name for name in ("single.onnx", "even.onnx", "int8.onnx"))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, str(single))
    smooth(single, even, [{"ids": np.array([[0, 1, 2, 3, 4]])}])
    to_int8(even, small)
    return small.read_bytes()


def test_a_layer_comes_back_and_what_was_not_exported_stays(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    weight = rng.normal(size=(4, WIDTH)).astype(np.float32)
    bias = rng.normal(size=4).astype(np.float32)
    model = Tiny()
    embedding = model.embeddings.weight.detach().numpy().copy()
    kept = restore(exported(tmp_path, weight, bias), model)
    assert kept == ["embeddings.weight"]
    assert np.array_equal(model.embeddings.weight.detach().numpy(), embedding)
    assert np.allclose(model.layer.bias.detach().numpy(), bias)
    back = model.layer.weight.detach().numpy()
    assert np.corrcoef(back.ravel(), weight.ravel())[0, 1] > 0.99


def test_a_network_of_another_shape_is_refused(tmp_path: Path) -> None:
    network = exported(tmp_path, np.ones((3, WIDTH), dtype=np.float32), np.ones(4, dtype=np.float32)[:3])
    with pytest.raises(ValueError, match=r"layer\.\w+ is"):
        restore(network, Tiny())
