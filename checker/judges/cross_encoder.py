"""Every other judge: an NLI cross-encoder of sentence-transformers, from a folder or the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker import extras, judges
from checker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.judges import Probabilities, Texts
    from checker.records import Judgement

_NAMES = ("entailment", "neutral", "contradiction")


class CrossEncoderJudge:
    """A ``CrossEncoder`` with three labels, in whatever order its configuration names them."""

    reads_contexts = False

    def __init__(self, name: str) -> None:
        library = extras.sentence_transformers(f"the judge {name}")
        try:
            self._model = library.CrossEncoder(name)
        except Exception as error:  # the library raises many types for a missing or foreign folder
            message = (
                f"the judge {name} cannot be loaded ({error}): "
                "name a folder or hub name of an NLI cross-encoder"
            )
            raise ModelError(message) from error
        labels = {str(label).lower(): int(i) for i, label in self._model.model.config.id2label.items()}
        if not set(_NAMES) <= set(labels):
            found = ", ".join(sorted(labels))
            message = (
                f"the judge {name} has the labels {found}, "
                "but entailment, neutral and contradiction are needed: name an NLI cross-encoder"
            )
            raise ModelError(message)
        self._columns = [labels[wanted] for wanted in _NAMES]
        self._name = name

    @property
    def name(self) -> str:
        """What the report calls it: the last part of the folder or hub name."""
        return self._name.rstrip("/").rsplit("/", 1)[-1]

    def screen(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> list[float]:
        """1 for every pair: whoever names a judge wants its verdict, not that of another model's screen."""
        if progress is not None:
            progress(len(pairs))
        return [1.0] * len(pairs)

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        """Both directions of every pair."""
        judged = judges.both_ways(pairs, self._probabilities)
        if progress is not None and pairs:
            progress(2 * len(pairs))
        return judged

    def _probabilities(self, pairs: Texts) -> Probabilities:
        # Some models are configured to answer with probabilities already; the softmax is done here.
        logits = self._model.predict(
            list(pairs), convert_to_numpy=True, show_progress_bar=False, activation_fn=_as_they_are
        )
        return judges.softmax(np.asarray(logits, dtype=np.float32)[:, self._columns])


def _as_they_are(logits: object) -> object:
    return logits
