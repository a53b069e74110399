"""One embedded cross-encoder: probabilities of ordered pairs, calibrated by its temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker import judges
from checker.judges import windows
from checker.models import files
from checker.models.runtime import Network

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenizers import Encoding

    from checker.judges import Probabilities, Texts

_ORDER = ("entailment", "neutral", "contradiction")

#: Tokens of a pair that are read at once, separators included; longer pairs are read in windows.
MOST_TOKENS = 256

#: Tokens that a window and what it is read with have: as many as the judge was trained on. In wider ones a
#: single sentence among many others is overlooked.
WINDOW_TOKENS = 128


class EmbeddedCrossEncoder:
    """The model of a role (``screen`` or ``judge``) under checker/models."""

    def __init__(self, role: str, *, jobs: int = 0) -> None:
        model = files.find(role)
        self.name = model.name
        self._network = Network(model, jobs=jobs)
        self._columns = [model.facts["labels"].index(label) for label in _ORDER]
        self._temperature = float(model.facts["temperature"])

    def probabilities(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> Probabilities:
        """Shape (n, 3), columns entailment, neutral, contradiction; the first of a pair is the premise.

        Texts must be no longer than ``windows`` leaves them.
        """
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        logits = self._network.run(list(pairs), progress=progress)
        return judges.softmax(logits[:, self._columns], self._temperature)

    def tokens(self, text: str) -> Encoding:
        """The tokens of one text without separators."""
        return self._network.tokens(text)

    def windows(self, a: str, b: str) -> list[tuple[str, str]]:
        """The pair itself if it is read at once, else the pairs of windows that are read instead."""
        # Plain letters make no more tokens than there are: most pairs fit without being counted.
        if len(a) + len(b) + windows.SEPARATORS <= MOST_TOKENS and a.isascii() and b.isascii():
            return [(a, b)]
        encoded = [self.tokens(text) for text in (a, b)]
        lengths = [len(encoding.ids) for encoding in encoded]
        if sum(lengths) + windows.SEPARATORS <= MOST_TOKENS:
            return [(a, b)]
        room = windows.rooms(lengths[0], lengths[1], WINDOW_TOKENS)
        of_a, of_b = (
            windows.cut(text, encoding, size)
            for text, encoding, size in zip((a, b), encoded, room, strict=True)
        )
        return [(of_a[i].text, of_b[j].text) for i, j in windows.partners(of_a, of_b)]
