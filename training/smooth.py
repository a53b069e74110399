"""Make a network ready for int8: move the outliers of its activations into its weights.

A few channels of a transformer's hidden states are tens of times larger than the others. int8 arithmetic
has one scale for all channels of an activation, so these few take the digits of all the rest. Dividing
each channel by a factor and multiplying the row of the weights that reads it by the same factor changes
nothing in exact arithmetic, and spreads the digits evenly (SmoothQuant: Xiao et al. 2023).

On the judge, int8 without it moves the logits by 0.25 on average and costs 2 to 4 points of accuracy; with
it they move by 0.08.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

# Sets up the runtime as the product does (no telemetry) before it is imported.
from checker.models.runtime import onnxruntime

if TYPE_CHECKING:
    from pathlib import Path

Floats = npt.NDArray[np.float32]
Feeds = Sequence[Mapping[str, npt.NDArray[np.int64]]]

#: How much of an outlier the weights take: 1 all of it, 0 none (then the weights' own outliers go to the
#: activations). Of 0.5 to 0.95, tried on 60 pairs, 0.75 and 0.85 keep the logits nearest to those of float32.
SHARE = 0.8

_SMALLEST = 1e-4


def smooth(single: Path, smoothed: Path, calibration: Feeds, *, share: float = SHARE) -> None:
    """Write the float32 network ``single`` with even activations to ``smoothed``; it computes the same.

    ``calibration`` are inputs of the network by name, of the kind it will see; the largest value of every
    channel on them decides. ``share`` is in 0..1. Raises ValueError without inputs.
    """
    model = onnx.load(str(single))
    readers = _readers(model)
    largest = _largest(model, sorted(readers), calibration)
    weights = {each.name: each for each in model.graph.initializer}
    for activation, nodes in readers.items():
        factors = _factors(
            largest[activation], [numpy_helper.to_array(weights[n.input[1]]) for n in nodes], share
        )
        _divide(model, activation, nodes, factors)
        for node in nodes:
            weight = weights[node.input[1]]
            scaled = numpy_helper.to_array(weight) * factors[:, None]
            weight.CopyFrom(numpy_helper.from_array(scaled.astype(np.float32), weight.name))
    onnx.save(model, str(smoothed))


def _readers(model: onnx.ModelProto) -> dict[str, list[onnx.NodeProto]]:
    """The products with a stored weight, by the activation that they read."""
    stored = {each.name for each in model.graph.initializer if len(each.dims) == 2}
    found: dict[str, list[onnx.NodeProto]] = {}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in stored:
            found.setdefault(node.input[0], []).append(node)
    return found


def _largest(model: onnx.ModelProto, names: Sequence[str], calibration: Feeds) -> dict[str, Floats]:
    """The largest absolute value of each channel of the activations ``names`` over all inputs."""
    if not calibration:
        raise ValueError("smoothing needs inputs to calibrate on")
    watched = copy.deepcopy(model)
    known = {each.name for each in watched.graph.output}
    watched.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names if name not in known
    )
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    largest: dict[str, Floats] = {}
    for feed in calibration:
        for name, value in zip(names, session.run(list(names), dict(feed)), strict=True):
            seen = np.abs(value).reshape(-1, value.shape[-1]).max(axis=0)
            largest[name] = np.maximum(largest[name], seen) if name in largest else seen
    return largest


def _factors(largest: Floats, weights: Sequence[Floats], share: float) -> Floats:
    """What each channel is divided by; their geometric mean is 1."""
    read = np.max([np.abs(weight).max(axis=1) for weight in weights], axis=0)
    factors = np.maximum(largest, _SMALLEST) ** share / np.maximum(read, _SMALLEST) ** (1 - share)
    even: Floats = (factors / np.exp(np.log(factors).mean())).astype(np.float32)
    return even


def _divide(
    model: onnx.ModelProto, activation: str, nodes: Sequence[onnx.NodeProto], factors: Floats
) -> None:
    """Let ``nodes`` read the activation divided by ``factors``."""
    inverse = numpy_helper.from_array((1 / factors).astype(np.float32), f"{activation}_inverse")
    model.graph.initializer.append(inverse)
    divided = f"{activation}_even"
    first = min(at for at, node in enumerate(model.graph.node) if any(node == reader for reader in nodes))
    for node in nodes:
        node.input[0] = divided
    model.graph.node.insert(first, helper.make_node("Mul", [activation, inverse.name], [divided]))
