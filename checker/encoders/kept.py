"""An encoder that encodes each text once, and then finds its vector in the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.cache import Cache
    from checker.encoders import Encoder, Vectors


class KeptEncoder:
    """``encoder`` with its vectors kept; ``identity`` tells its weights from all others."""

    def __init__(self, encoder: Encoder, identity: str, cache: Cache) -> None:
        self._encoder, self._cache = encoder, cache
        self._kind = f"vector {identity}"

    @property
    def name(self) -> str:
        """What the report calls it."""
        return self._encoder.name

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32, shape (len(texts), d)."""
        if not texts:
            return self._encoder.encode(texts)

        def encode(places: list[int]) -> Iterator[bytes]:
            # What is before the last of them is known, computed before, or one of them.
            before = places[-1] + 1 - len(places)
            told = None if progress is None else lambda done: progress(before + done)
            vectors = self._encoder.encode([texts[place] for place in places], progress=told)
            return (np.ascontiguousarray(row, dtype="<f4").tobytes() for row in vectors)

        rows = list(self._cache.through(self._kind, [(text,) for text in texts], encode))
        if progress is not None:
            progress(len(texts))
        return np.frombuffer(b"".join(rows), dtype="<f4").reshape(len(texts), -1).astype(np.float32)
