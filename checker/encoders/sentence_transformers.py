"""Every other encoder: a sentence-transformers model from a folder or, if named, from the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker import extras
from checker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.encoders import Vectors


class SentenceTransformersEncoder:
    """A ``SentenceTransformer``; its dimension is that of the model."""

    def __init__(self, name: str) -> None:
        library = extras.sentence_transformers(f"the encoder {name}")
        try:
            self._model = library.SentenceTransformer(name)
        except Exception as error:  # the library raises many types for a missing or foreign folder
            message = (
                f"the encoder {name} cannot be loaded ({error}): "
                "name a folder or hub name of a sentence-transformers model"
            )
            raise ModelError(message) from error
        self._name = name

    @property
    def name(self) -> str:
        """What the report calls it: the last part of the folder or hub name."""
        return self._name.rstrip("/").rsplit("/", 1)[-1]

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32, shape (len(texts), d)."""
        if not texts:
            return np.zeros((0, self._model.get_sentence_embedding_dimension() or 0), dtype=np.float32)
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        if progress is not None:
            progress(len(texts))
        return np.asarray(vectors, dtype=np.float32)
