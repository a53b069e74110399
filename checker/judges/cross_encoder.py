"""Every other judge: an NLI cross-encoder of sentence-transformers, from a folder or the hub."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from checker import extras, judges
from checker.errors import ModelError
from checker.judges import Probabilities, Texts
from checker.records import Judgement

_NAMES = ("entailment", "neutral", "contradiction")


class CrossEncoderJudge:
    """A ``CrossEncoder`` with three labels, in whatever order its configuration names them."""

    def __init__(self, name: str) -> None:
        library = extras.sentence_transformers(f"the judge {name}")
        try:
            self._model = library.CrossEncoder(name)
        except Exception as error:  # the library raises many types for a missing or foreign folder
            message = f"the judge {name} cannot be loaded: name a folder or hub name of an NLI cross-encoder"
            raise ModelError(f"{message} ({error})") from error
        labels = {str(label).lower(): int(i) for i, label in self._model.model.config.id2label.items()}
        if not set(_NAMES) <= set(labels):
            found = ", ".join(sorted(labels))
            raise ModelError(f"the judge {name} has the labels {found}: entailment, neutral, contradiction are needed")
        self._columns = [labels[wanted] for wanted in _NAMES]
        self._name = name

    @property
    def name(self) -> str:
        """What the report calls it: the folder's last part or the hub name."""
        return self._name.rstrip("/").rsplit("/", 1)[-1]

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        """Both directions of every pair."""
        if not pairs:
            return []
        forward = self._probabilities(pairs)
        backward = self._probabilities([(b, a) for a, b in pairs])
        if progress is not None:
            progress(len(pairs))
        return judges.symmetric(forward, backward)

    def _probabilities(self, pairs: Texts) -> Probabilities:
        logits = self._model.predict(list(pairs), convert_to_numpy=True, show_progress_bar=False, activation_fn=None)
        return judges.softmax(np.asarray(logits, dtype=np.float32)[:, self._columns])
