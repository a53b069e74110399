"""The encoder that ships with checker: all-MiniLM-L6-v2, pooled and normalised inside the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.models import files
from checker.models.runtime import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.encoders import Vectors


class EmbeddedEncoder:
    """384-dimensional unit vectors of English sentences (Reimers and Gurevych 2019; Wang et al. 2020)."""

    def __init__(self, *, jobs: int = 0) -> None:
        model = files.find("encoder")
        self._network = Network(model, jobs=jobs, max_tokens=256)
        self._name = model.name

    @property
    def name(self) -> str:
        """What the report calls it."""
        return self._name

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32, shape (len(texts), 384)."""
        if not texts:
            return np.zeros((0, 384), dtype=np.float32)
        return self._network.run(texts, progress=progress)
