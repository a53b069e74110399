"""Run an embedded ONNX network, one text (or pair) at a time on several threads.

One at a time is as fast as batches on a CPU, because nothing is padded, and it has a virtue: the int8
networks scale their activations by the largest value in the batch, so in a batch the neighbours of a
text would change its numbers. Alone, the same text always gives the same numbers.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

# Since 1.29 the engine counts its use, gives the machine a number in a file and sends both to its makers,
# unless this is said before it is loaded. A check reaches no network.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime
from tokenizers import Encoding, Tokenizer

from checker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.models.files import ModelFiles

Floats = npt.NDArray[np.float32]

#: Texts that one task takes: large enough to hide the cost of a task, small enough to share evenly.
_CHUNK = 8


def usable_cores() -> int:
    """The cores that this process may use: in a container or under ``taskset`` fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Network:
    """A loaded model. ``run`` may be called from one thread at a time; it uses ``jobs`` threads itself.

    What exceeds ``max_tokens`` of a text is not read; None reads everything, for callers that cut by
    ``tokens`` themselves.
    """

    def __init__(self, files: ModelFiles, *, jobs: int = 0, max_tokens: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                files.network(), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(files.tokenizer())
        except ModelError:
            raise
        except Exception as error:  # onnxruntime and tokenizers raise types of their own
            files.verify()
            raise ModelError(f"the embedded model {files.name} cannot be loaded: {error}") from error
        self._tokenizer.no_padding()
        if max_tokens is None:
            self._tokenizer.no_truncation()
        else:
            self._tokenizer.enable_truncation(max_tokens)
        self._inputs = [declared.name for declared in self._session.get_inputs()]
        self._jobs = jobs or usable_cores()

    def tokens(self, text: str) -> Encoding:
        """The tokens of one text without the separators of the model, with their offsets in the text."""
        return self._tokenizer.encode(text, add_special_tokens=False)

    def run(
        self,
        texts: Sequence[str] | Sequence[tuple[str, str]],
        *,
        progress: Callable[[int], None] | None = None,
    ) -> Floats:
        """One output row a text: float32, shape (n, d). ``progress`` gets the number done so far."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(list(texts))
        # Long ones first, so that no thread is left alone with them at the end.
        order = sorted(range(len(encodings)), key=lambda i: -len(encodings[i].ids))
        chunks = [order[start : start + _CHUNK] for start in range(0, len(order), _CHUNK)]
        rows: list[Floats | None] = [None] * len(encodings)
        done = 0
        with ThreadPoolExecutor(self._jobs) as pool:
            work = ([encodings[i] for i in chunk] for chunk in chunks)
            for chunk, outputs in zip(chunks, pool.map(self._several, work), strict=True):
                for i, output in zip(chunk, outputs, strict=True):
                    rows[i] = output
                done += len(chunk)
                if progress is not None:
                    progress(done)
        return np.stack([row for row in rows if row is not None])

    def _several(self, encodings: Sequence[Encoding]) -> list[Floats]:
        return [self._one(encoding) for encoding in encodings]

    def _one(self, encoding: Encoding) -> Floats:
        columns = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feed = {name: np.array([columns[name]], dtype=np.int64) for name in self._inputs}
        output: Floats = self._session.run(None, feed)[0][0]
        return output
