"""Models small enough to reason about: an encoder that counts words, a judge that looks for a "not".

Both keep the contracts of the real ones (unit vectors, two directions, progress), so that the steps
between them can be tested in milliseconds. The parser is the real one: claims cannot be faked.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from checker.claims.parse import Parser
from checker.judges.context import PART
from checker.records import Article, Claim, Judgement, Modality, Pair, Sentence, Span, Stance, Tense, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.encoders import Vectors
    from checker.judges import Texts

NEGATIONS = frozenset({"not", "never", "no"})
_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


class FixtureEncoder:
    """Unit vectors of hashed bags of words: the cosine is high where words are shared."""

    name = "fixture-encoder"
    dimension = 512

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                vectors[row, zlib.crc32(word.encode()) % self.dimension] += 1.0
        if progress is not None:
            progress(len(texts))
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


class FixtureJudge:
    """Contradiction where the texts are the same but for one negation, or where the pair is listed.

    ``listed`` maps pairs to their contradiction; ``innocent`` pairs are screened out. ``screened`` and
    ``scored`` keep what was asked. With ``contexts`` claims are read in their articles too, with that
    contradiction.
    """

    name = "fixture-judge"

    def __init__(
        self,
        listed: dict[tuple[str, str], float] | None = None,
        innocent: Iterable[tuple[str, str]] = (),
        *,
        contexts: float | None = None,
    ) -> None:
        self.contexts = contexts
        self.reads_contexts = contexts is not None
        self.listed = {frozenset(pair): value for pair, value in (listed or {}).items()}
        self.innocent = {frozenset(pair) for pair in innocent}
        self.screened: list[tuple[str, str]] = []
        self.scored: list[tuple[str, str]] = []

    def screen(self, pairs: Texts, *, progress: Callable[[int], None] | None = None) -> list[float]:
        self.screened.extend(pairs)
        if progress is not None:
            progress(len(pairs))
        return [0.0 if frozenset(pair) in self.innocent else 1.0 for pair in pairs]

    def score(
        self, pairs: Texts, *, progress: Callable[[int], None] | None = None
    ) -> list[tuple[Judgement, Judgement]]:
        self.scored.extend(pairs)
        if progress is not None:
            progress(2 * len(pairs))
        judged = [judgement(self._contradiction(a, b)) for a, b in pairs]
        return [(one, one) for one in judged]

    def _contradiction(self, a: str, b: str) -> float:
        if self.contexts is not None and PART in a:
            return self.contexts
        left, right = words(a), words(b)
        bare = [word for word in left if word not in NEGATIONS] == [w for w in right if w not in NEGATIONS]
        opposite = bare and abs(len(left) - len(right)) == 1
        return self.listed.get(frozenset((a, b)), 0.95 if opposite else 0.02)


@cache
def shared_parser() -> Parser:
    """Loading takes a second: one parser serves all tests."""
    return Parser()


class FixtureModels:
    """The doubles, and the real parser."""

    def __init__(self, judge: FixtureJudge | None = None) -> None:
        self.encoder = FixtureEncoder()
        self.judge = judge or FixtureJudge()

    @property
    def parser(self) -> Parser:
        return shared_parser()


def judgement(contradiction: float, entailment: float = 0.0) -> Judgement:
    return Judgement(contradiction, entailment, round(1.0 - contradiction - entailment, 4))


def article(id: str, text: str, *, source: str | None = None, published: str | None = None) -> Article:  # noqa: A002
    return Article(id=id, source=source or id, text=text, published=published)


def claim(
    text: str,
    *,
    of: Article | None = None,
    speaker: str | None = None,
    stance: Stance = Stance.ASSERTS,
    modality: Modality = Modality.ASSERTED,
    denial: str | None = None,
    cue: Span | None = None,
    subject: str | None = "The bridge",
) -> Claim:
    """A claim that is the whole of a one-sentence article, or stands in ``of``."""
    home = of or article("paper", text)
    start = max(0, home.text.find(text))
    end = start + len(text) if text in home.text else len(home.text)
    return Claim(
        sentence=Sentence(home, start, end),
        text=text,
        start=start,
        end=end,
        stance=stance,
        modality=modality,
        negated=any(word in NEGATIONS for word in words(text)),
        subject=subject,
        speaker_name=speaker,
        denial=denial,
        cue=cue,
        tense=Tense.PAST if {"was", "were"} & set(words(text)) else None,
    )


def verdict(a: Claim, b: Claim, contradiction: float = 0.9, similarity: float = 0.8) -> Verdict:
    return Verdict(Pair(a, b, similarity), judgement(contradiction), judgement(contradiction))
