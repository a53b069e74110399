"""One embedded cross-encoder: logits of ordered pairs, calibrated by its temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker import judges
from checker.models import files
from checker.models.runtime import Network

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.judges import Probabilities, Texts

_ORDER = ("entailment", "neutral", "contradiction")


class EmbeddedCrossEncoder:
    """The model of a role (``screen`` or ``judge``) under checker/models."""

    def __init__(self, role: str, *, jobs: int = 0) -> None:
        model = files.find(role)
        self.name = model.name
        self._network = Network(model, jobs=jobs, max_tokens=192)
        self._columns = [model.facts["labels"].index(label) for label in _ORDER]
        self._temperature = float(model.facts["temperature"])

    def probabilities(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> Probabilities:
        """Shape (n, 3), columns entailment, neutral, contradiction; the first of a pair is the premise."""
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        logits = self._network.run(list(pairs), progress=progress)
        return judges.softmax(logits[:, self._columns], self._temperature)
