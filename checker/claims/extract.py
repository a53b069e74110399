"""Sentences -> claims: one proposition each, with who stands for it and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.claims import references, trees, wording
from checker.claims.clauses import Clause, clauses
from checker.records import Claim, Modality, Sentence, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from checker.claims.parse import Parser

#: A claim of fewer words says too little to contradict anything.
FEWEST_WORDS = 4


def extract(sentences: Sequence[Sentence], parser: Parser) -> Iterator[tuple[Claim, ...]]:
    """The claims of each sentence, in order; sentences of one article must follow each other.

    A sentence whose predecessor in the list is not its neighbour in the article gets no antecedents
    from it.
    """
    previous: tuple[Sentence, Doc] | None = None
    docs = parser.parse(sentence.text for sentence in sentences)
    for sentence, doc in zip(sentences, docs, strict=True):
        before = previous[1] if previous and previous[0].article is sentence.article else None
        yield tuple(_claims(sentence, doc, before))
        previous = (sentence, doc)


def _claims(sentence: Sentence, doc: Doc, previous: Doc | None) -> Iterator[Claim]:
    seen: set[str] = set()
    for clause in clauses(doc):
        claim = _claim(sentence, clause, previous)
        if claim is not None and claim.text not in seen:
            seen.add(claim.text)
            yield claim


def _claim(sentence: Sentence, clause: Clause, previous: Doc | None) -> Claim | None:
    replacements = references.resolve(clause, previous)
    if not clause.tokens or not _says_something(clause, replacements):
        return None
    text = wording.proposition(clause, replacements)
    if len(text.split()) < FEWEST_WORDS:
        return None
    denied = clause.frame.stance is Stance.DENIES
    stance = clause.frame.stance
    if stance is Stance.ASSERTS and clause.frame.modality is Modality.HEDGED:
        stance = Stance.HEDGES
    speaker = clause.frame.speaker
    span = _span(sentence, clause.tokens)
    return Claim(
        sentence=sentence,
        text=text,
        start=span.start,
        end=span.end,
        stance=stance,
        modality=clause.frame.modality,
        negated=trees.is_negated(clause.head),
        speaker=None if speaker is None else _span(sentence, wording.noun_phrase(speaker)),
        speaker_name=None if speaker is None else _speaker_name(speaker, clause, previous),
        cue=None if clause.frame.cue is None else _span(sentence, [clause.frame.cue]),
        content=span if clause.frame.cue is not None else None,
        denial=wording.proposition(clause, replacements, negate=True) if denied else None,
    )


#: Subjects that say nothing outside their sentence.
_OPEN = frozenset("it they this that these those he she we i you one some others which who what".split())


def _says_something(clause: Clause, replacements: Mapping[int, str]) -> bool:
    """A subject that a reader of the bare claim understands, and more than a verb besides."""
    subject = trees.subject(clause.head) if clause.relative is None else clause.subject
    subject = subject or clause.subject
    if subject is None:
        return False
    if subject.lower_ in _OPEN and subject.dep_ != "expl" and subject.i not in replacements and not list(subject.children):
        return False
    return any(t.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") for t in clause.tokens if t != clause.subject)


def _speaker_name(speaker: Token, clause: Clause, previous: Doc | None) -> str:
    if speaker.pos_ == "PRON" and previous is not None:
        found = references.main_subject(previous)
        if found is not None and references.person(found):
            return references.short_name(found)
    return wording.text_of(wording.noun_phrase(speaker), {})


def _span(sentence: Sentence, tokens: Iterable[Token]) -> Span:
    """From the first to the last of the tokens, as offsets in the article."""
    tokens = list(tokens)
    first = min(token.idx for token in tokens)
    last = max(token.idx + len(token.text) for token in tokens)
    return Span(sentence.start + first, sentence.start + last)
