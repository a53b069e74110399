"""The engines that ``benchmarks.engines`` measures: how each loads a model and embeds with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

# A process that measures its start-up must not import more than its engine needs.
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]
    Encode = Callable[[Sequence[str]], Vectors]
    Run = Callable[[npt.NDArray[np.int64], npt.NDArray[np.int64]], Vectors]

MAX_TOKENS = 256


@dataclass(frozen=True, slots=True)
class Job:
    """What one process does. ``rounds`` 0: only start up. Paths are absolute."""

    engine: str
    folder: str
    networks: str
    first: str
    sentences: str
    vectors: str
    batch: int
    threads: int
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Engine:
    """A row of the table; ``needs`` are the modules without which it is left out."""

    name: str
    needs: tuple[str, ...]
    load: Callable[[Job], Encode]


def load_sentence_transformers(job: Job) -> Encode:
    """The library itself, on torch in single precision."""
    import sentence_transformers
    import torch

    torch.set_num_threads(job.threads)
    model = sentence_transformers.SentenceTransformer(job.folder, device="cpu")
    return lambda texts: model.encode(
        list(texts), batch_size=job.batch, normalize_embeddings=True, show_progress_bar=False
    )


def load_shipped(job: Job) -> Encode:
    """The encoder as checker ships and runs it."""
    from checker import encoders

    return encoders.load("embedded", jobs=job.threads).encode


def onnx_session(job: Job, network: str, threads: int) -> Run:
    """ONNX Runtime, all ``threads`` on one batch."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    path = str(Path(job.networks) / network)
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda ids, mask: session.run(None, {"input_ids": ids, "attention_mask": mask})[0]


def openvino_session(job: Job, network: str, precision: str) -> Run:
    """OpenVINO; where the processor lacks ``precision`` it computes in f32."""
    import openvino

    options = {
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_NUM_THREADS": job.threads,
        "INFERENCE_PRECISION_HINT": precision,
    }
    request = (
        openvino.Core()
        .compile_model(str(Path(job.networks) / network), "CPU", options)
        .create_infer_request()
    )
    return lambda ids, mask: request.infer({0: ids, 1: mask}, share_inputs=True)[0]


def token_ids(job: Job) -> Callable[[Sequence[str]], list[list[int]]]:
    """The tokenizer of the model."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(Path(job.folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return lambda texts: [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def batched(job: Job, run: Run) -> Encode:
    """Sentences of like length together, padded to the longest, as sentence-transformers does it."""
    import numpy as np

    tokenise = token_ids(job)

    def encode(texts: Sequence[str]) -> Vectors:
        rows = tokenise(texts)
        order = sorted(range(len(rows)), key=lambda i: -len(rows[i]))
        vectors: list[Any] = [None] * len(rows)
        for start in range(0, len(order), job.batch):
            chosen = order[start : start + job.batch]
            ids = np.zeros((len(chosen), len(rows[chosen[0]])), dtype=np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(chosen):
                ids[row, : len(rows[i])] = rows[i]
                mask[row, : len(rows[i])] = 1
            # The engines may write the next batch where this one lies.
            for i, vector in zip(chosen, np.array(run(ids, mask)), strict=True):
                vectors[i] = vector
        return np.stack(vectors)

    return encode


def singly(job: Job, run: Run) -> Encode:
    """One sentence at a time, as many at once as there are threads: nothing is padded."""
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np

    tokenise = token_ids(job)

    def one(row: list[int]) -> Vectors:
        ids = np.array([row], dtype=np.int64)
        return run(ids, np.ones_like(ids))[0]

    def encode(texts: Sequence[str]) -> Vectors:
        with ThreadPoolExecutor(job.threads) as pool:
            return np.stack(list(pool.map(one, tokenise(texts))))

    return encode


def engines() -> list[Engine]:
    """The rows of the table, the reference first."""
    export = ("torch", "transformers", "onnx", "onnxruntime", "tokenizers")
    single, small = "single.onnx", "int8.onnx"

    def ort(network: str) -> Callable[[Job], Encode]:
        return lambda job: batched(job, onnx_session(job, network, job.threads))

    def ov(network: str, precision: str) -> Callable[[Job], Encode]:
        return lambda job: batched(job, openvino_session(job, network, precision))

    def alone(network: str) -> Callable[[Job], Encode]:
        return lambda job: singly(job, onnx_session(job, network, 1))

    return [
        Engine("sentence-transformers", ("sentence_transformers", "torch"), load_sentence_transformers),
        Engine("ONNX Runtime f32, batched", export, ort(single)),
        Engine("ONNX Runtime f32, one at a time", export, alone(single)),
        Engine("ONNX Runtime int8, batched", export, ort(small)),
        Engine("ONNX Runtime int8, one at a time", export, alone(small)),
        Engine("OpenVINO f32", (*export, "openvino"), ov(single, "f32")),
        Engine("OpenVINO, bf16 hint", (*export, "openvino"), ov(single, "bf16")),
        Engine("OpenVINO of the int8 network", (*export, "openvino"), ov(small, "f32")),
        Engine("checker as shipped", ("onnxruntime", "tokenizers"), load_shipped),
    ]
