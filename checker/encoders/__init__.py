"""Text -> unit vectors. ``load`` gives the embedded encoder or one of sentence-transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Anything that turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """What the report calls it."""
        ...

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """Unit vectors, float32, shape (len(texts), d); ``progress`` gets the number done so far."""
        ...


def load(name: str, *, jobs: int = 0) -> Encoder:
    """The embedded encoder, or the sentence-transformers model of that folder or hub name.

    Raises ModelError if it cannot be loaded, MissingExtraError without the extra.
    """
    if name == "embedded":
        from checker.encoders.embedded import EmbeddedEncoder

        return EmbeddedEncoder(jobs=jobs)
    from checker.encoders.sentence_transformers import SentenceTransformersEncoder

    return SentenceTransformersEncoder(name)
