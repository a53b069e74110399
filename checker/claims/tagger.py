"""Every attribution of a parsed sentence: source, cue and content, by a small trained tagger.

The rules of ``checker.claims.attribution`` find the attributions that a claim needs: whose proposition it
is. This tagger finds all of them, also those whose content is no proposition ("praised the plan", "his
criticism of the court"), in the broad sense of PolNeAR (Newell et al. 2018). Three linear classifiers over
the dependency tree decide which tokens are cues, which noun phrase is a cue's source, and which
constituents are its content. They were trained on PolNeAR's train split by ``training.attribution``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from checker.claims import constituents, cues
from checker.claims.flat import Flat, flat
from checker.claims.linear import Linear
from checker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

WEIGHTS = "attribution_weights.json"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as token numbers of its sentence, each ascending; ``source`` may be empty.

    ``probability`` (0..1) is how sure the tagger is of the cue.
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    probability: float


class Tagger:
    """The loaded classifiers; ``attributions`` is their one use."""

    def __init__(self, cue: Linear, source: Linear, content: Linear) -> None:
        self._cue = cue
        self._source = source
        self._content = content
        self._lemmas = frozenset(each[2:] for each in cue.weights if each.startswith("l="))

    @classmethod
    def load(cls) -> Tagger:
        """The tagger that ships with the package; ModelError if its file is missing or damaged."""
        try:
            text = files("checker.claims").joinpath(WEIGHTS).read_text(encoding="utf-8")
            return cls.of(json.loads(text))
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = f"the weights {WEIGHTS} are missing or damaged: reinstall checker ({error})"
            raise ModelError(message) from error

    @classmethod
    def of(cls, stored: Mapping[str, Mapping[str, Any]]) -> Tagger:
        """The tagger of a stored form: for each classifier its ``threshold`` and its ``weights``."""
        cue, source, content = (
            Linear(stored[name]["weights"], stored[name]["threshold"])
            for name in ("cue", "source", "content")
        )
        return cls(cue, source, content)

    def attributions(self, doc: Doc) -> tuple[Attribution, ...]:
        """All attributions of a sentence, in the order of their cues."""
        return tuple(self.of_tree(flat(doc)))

    def of_tree(self, tree: Flat) -> Iterator[Attribution]:
        """The attributions of a sentence that is already flat."""
        for at, lemma in enumerate(tree.lemmas):
            if lemma not in self._lemmas:
                continue
            features = list(cues.features(tree, at))
            if not self._cue.says_yes(features):
                continue
            source = self._best_source(tree, at)
            content = self._said(tree, at, source)
            yield Attribution(
                source=() if source is None else tuple(sorted(source.tokens)),
                cue=(at,),
                content=tuple(sorted(content)),
                probability=round(self._cue.probability(features), 3),
            )

    def _best_source(self, tree: Flat, cue: int) -> constituents.Candidate | None:
        best, most = None, self._source.threshold
        for rank, candidate in enumerate(constituents.sources(tree, cue)):
            score = self._source.score(constituents.source_features(tree, cue, candidate, rank))
            if score > most:
                best, most = candidate, score
        return best

    def _said(self, tree: Flat, cue: int, source: constituents.Candidate | None) -> set[int]:
        listed = list(constituents.contents(tree, cue, None if source is None else source.top))
        paths = frozenset(each.path for each in listed)
        said = set[int]()
        for each in listed:
            if each.tokens and self._content.says_yes(constituents.content_features(tree, cue, each, paths)):
                said |= each.tokens
        return said - ({cue} if source is None else {cue, *source.tokens})
