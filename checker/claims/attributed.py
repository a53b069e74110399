"""The attributions of a sentence as offsets in its article, each with its stance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import denials, lexicon, trees
from checker.records import Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from checker.claims.tagger import Tagger
    from checker.records import Claim, Sentence


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: source and cue, the stretches of content (ascending, none empty), and the stance.

    ``probability`` (0..1) is how sure the tagger is of the cue.
    """

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    stance: Stance
    probability: float

    @property
    def content(self) -> Span | None:
        """From the first to the last word of the content."""
        return Span(self.contents[0].start, self.contents[-1].end) if self.contents else None


def attributed(sentence: Sentence, doc: Doc, tagger: Tagger) -> tuple[Attributed, ...]:
    """All attributions of a parsed sentence, in the order of their cues."""
    return tuple(
        Attributed(
            source=next(iter(_covering(sentence, doc, found.source)), None),
            cue=next(_covering(sentence, doc, found.cue)),
            contents=tuple(_runs(sentence, doc, found.content)),
            stance=stance_of_cue(doc[found.cue[0]]),
            probability=found.probability,
        )
        for found in tagger.attributions(doc)
    )


def unclaimed(attributions: Iterable[Attributed], claims: Sequence[Claim]) -> list[Attributed]:
    """The attributions whose cue no claim of the sentence carries."""
    taken = [claim.cue for claim in claims if claim.cue is not None]
    return [
        each
        for each in attributions
        if not any(each.cue.start < cue.end and cue.start < each.cue.end for cue in taken)
    ]


def stance_of_cue(cue: Token) -> Stance:
    """What a cue does with its content: asserts, denies, hedges or questions it."""
    lemma = cue.lemma_.lower()
    stance = denials.stance_of(cue)
    negated = trees.is_negated(cue)
    if stance is Stance.DENIES or lemma in lexicon.DENIAL_NOUNS:
        return Stance.HEDGES if negated else Stance.DENIES
    if stance is not None:
        return stance
    clause = trees.child(cue, "ccomp")
    if lemma in lexicon.ASKING or (clause is not None and _is_asked(clause)):
        return Stance.QUESTIONS
    doubted = lemma in lexicon.HEDGING or lemma in lexicon.DOUBTED_NOUNS
    return Stance.HEDGES if doubted or negated else Stance.ASSERTS


def _is_asked(clause: Token) -> bool:
    return any(mark.lower_ in ("whether", "if") for mark in trees.children(clause, "mark"))


def _covering(sentence: Sentence, doc: Doc, numbers: Sequence[int]) -> Iterator[Span]:
    """One span from the first to the last of the tokens, none if there are none."""
    if numbers:
        yield _span(sentence, doc, numbers[0], numbers[-1])


def _runs(sentence: Sentence, doc: Doc, numbers: Sequence[int]) -> Iterator[Span]:
    """The tokens as stretches of words; punctuation between two words of the content is no gap.

    Signs at the edges of a stretch do not belong to it, but for quotation marks and brackets.
    """
    kept = [at for at in numbers if not doc[at].is_punct or doc[at].is_quote or doc[at].is_bracket]
    first, last = -1, -1
    for at in kept:
        if first >= 0 and any(not token.is_punct for token in doc[last + 1 : at]):
            yield from _stretch(sentence, doc, first, last)
            first = -1
        first, last = at if first < 0 else first, at
    if first >= 0:
        yield from _stretch(sentence, doc, first, last)


def _stretch(sentence: Sentence, doc: Doc, first: int, last: int) -> Iterator[Span]:
    """The span of some tokens, if there is a word among them."""
    if any(not token.is_punct for token in doc[first : last + 1]):
        yield _span(sentence, doc, first, last)


def _span(sentence: Sentence, doc: Doc, first: int, last: int) -> Span:
    return Span(sentence.start + doc[first].idx, sentence.start + doc[last].idx + len(doc[last]))
