"""Shipped network -> weights to train on: ``python -m training.restore --help``.

The repository keeps no training checkpoints, only the int8 network that ships. This turns it back into
weights that ``training.train`` continues from: whole numbers times their scales, and the factors of
``training.smooth`` multiplied in again. What int8 rounded away stays lost, but a short training mends it;
embeddings, which are never trained, are taken from the base model unrounded.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
import transformers
from onnx import numpy_helper

from checker.models import files

Floats = npt.NDArray[np.float32]


class _Network:
    """An int8 network of ``training.export`` with its products looked up by the bias that follows them."""

    def __init__(self, content: bytes) -> None:
        graph = onnx.load_from_string(content).graph
        self.values = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
        self._makers = {name: node for node in graph.node for name in node.output}
        self._readers: dict[str, list[onnx.NodeProto]] = {}
        for node in graph.node:
            for name in node.input:
                self._readers.setdefault(name, []).append(node)

    def products(self) -> dict[str, Floats]:
        """Weights as a linear layer holds them, shape (out, in), by the name of the layer's bias."""
        found = {}
        for node in list(self._makers.values()):
            if node.op_type == "MatMulInteger":
                found[self._bias(node)] = self._weight(node)
        return found

    def tables(self) -> dict[str, Floats]:
        """Tables that rows are picked from (embeddings), by name."""
        suffix = "_quantized"
        names = (name.removesuffix(suffix) for name in self.values if name.endswith(suffix))
        return {name: self._scaled(name) for name in names if self.values[name + "_scale"].ndim == 0}

    def _scaled(self, name: str) -> Floats:
        whole = self.values[name + "_quantized"].astype(np.float32)
        return (whole - self.values[name + "_zero_point"].astype(np.float32)) * self.values[name + "_scale"]

    def _weight(self, product: onnx.NodeProto) -> Floats:
        weight = self._scaled(product.input[1].removesuffix("_quantized"))
        evened = self._makers[self._makers[product.input[0]].input[0]]
        inverse = self.values.get(evened.input[1]) if evened.op_type == "Mul" else None
        if inverse is not None and evened.input[1].endswith("_inverse"):
            weight = weight * inverse[:, None]
        return np.ascontiguousarray(weight.T)

    def _bias(self, product: onnx.NodeProto) -> str:
        node = product
        while node.op_type != "Add":
            node = self._readers[node.output[0]][0]
        return next(name for name in node.input if name in self.values)


def restore(network: bytes, model: transformers.PreTrainedModel) -> list[str]:
    """Load the weights of ``network`` into ``model``; the names of parameters that were not found in it."""
    shipped = _Network(network)
    state = model.state_dict()
    found: dict[str, Floats] = {}
    for bias, weight in shipped.products().items():
        found[bias.removesuffix("bias") + "weight"] = weight
    found |= {name: value for name, value in shipped.tables().items() if "embeddings" not in name}
    found |= {name: value for name, value in shipped.values.items() if name.startswith("model.")}
    kept = []
    for name in state:
        value = found.get(f"model.{name}")
        if value is None:
            kept.append(name)
        elif value.shape != tuple(state[name].shape):
            raise ValueError(
                f"{name} is {value.shape} in the network, {tuple(state[name].shape)} in the model"
            )
        else:
            state[name] = torch.from_numpy(np.array(value, dtype=np.float32))
    model.load_state_dict(state)
    return kept


def main() -> None:
    """Read the arguments and restore."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("role", choices=("screen", "judge"))
    parser.add_argument(
        "--base", type=Path, required=True, help="folder of the pretrained model it came from"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--expect", help="name of the model that must be the one that ships")
    arguments = parser.parse_args()
    shipped = files.find(arguments.role)
    if arguments.expect not in (None, shipped.name):
        parser.error(
            f"{shipped.name} ships here, not {arguments.expect}: use the revision where that shipped"
        )
    labels = shipped.facts["labels"]
    model = transformers.AutoModelForSequenceClassification.from_pretrained(
        arguments.base,
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={name: i for i, name in enumerate(labels)},
    )
    print("from the base model:", restore(shipped.network(), model))
    model.save_pretrained(arguments.out)
    transformers.AutoTokenizer.from_pretrained(arguments.base).save_pretrained(arguments.out)


if __name__ == "__main__":
    main()
