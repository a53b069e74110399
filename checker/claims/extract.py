"""Sentences -> claims: one proposition each, with who stands for it and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, references, tense, trees, wording
from checker.claims.clauses import Clause, clauses
from checker.claims.dating import dating
from checker.claims.moments import moments
from checker.claims.quantities import quantities
from checker.records import Claim, Modality, Sentence, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from checker.claims.parse import Parser
    from checker.claims.quantities import Found
    from checker.records import Moment

#: A claim of fewer words says too little to contradict anything.
FEWEST_WORDS = 4


def extract(sentences: Sequence[Sentence], parser: Parser) -> Iterator[tuple[Claim, ...]]:
    """The claims of each sentence, in order; sentences of one article must follow each other.

    Antecedents of pronouns are looked for in the sentence itself and in the one before, if that is of
    the same article. Within a sentence no claim is made twice.
    """
    previous: tuple[Sentence, Doc] | None = None
    people: set[str] = set()
    docs = parser.parse(sentence.text for sentence in sentences)
    for sentence, doc in zip(sentences, docs, strict=True):
        if previous is None or previous[0].article is not sentence.article:
            people = set()
        before = previous[1] if previous is not None and _follows(sentence, previous[0]) else None
        _recall_people(doc, people)
        yield tuple(_claims(sentence, doc, before))
        previous = (sentence, doc)


def _follows(sentence: Sentence, previous: Sentence) -> bool:
    """Whether nothing stands between two sentences: else "he" may be somebody else."""
    if previous.article is not sentence.article:
        return False
    return not previous.article.text[previous.end : sentence.start].strip(' \n\t\r."”')


def _recall_people(doc: Doc, people: set[str]) -> None:
    """Mark names that earlier sentences showed to be persons: "Trump" after "Donald Trump"."""
    for token in doc:
        if token.text in people and token.pos_ in ("PROPN", "NOUN") and _stands_alone(token):
            token.ent_type_ = "PERSON"
    for entity in doc.ents:
        last = entity[-1]
        if entity.label_ == "PERSON" and len(entity) > 1 and last.pos_ == "PROPN":
            people.add(last.text)


def _stands_alone(token: Token) -> bool:
    """Whether a token is a name by itself, not part of a longer one and not a place ("Washington")."""
    longer = token.i + 1 < len(token.doc) and token.doc[token.i + 1].ent_iob_ == "I"
    return not longer and token.ent_iob_ != "I" and token.ent_type_ in ("", "ORG", "NORP")


def _claims(sentence: Sentence, doc: Doc, previous: Doc | None) -> Iterator[Claim]:
    # One clause may be asserted by the sentence and denied by somebody in it.
    seen: set[tuple[str, Stance, str | None]] = set()
    dates = moments(doc, sentence.start, sentence.article.published)
    numbers = quantities(doc, sentence.start)
    for clause in clauses(doc):
        claim = _claim(sentence, clause, previous, dates, numbers)
        if claim is None:
            continue
        made = (claim.text, claim.stance, claim.speaker_name)
        if made not in seen:
            seen.add(made)
            yield claim


def _claim(
    sentence: Sentence,
    clause: Clause,
    previous: Doc | None,
    dates: Sequence[Moment],
    numbers: Sequence[Found],
) -> Claim | None:
    replacements = references.resolve(clause, previous)
    if not clause.tokens or not _says_something(clause, replacements):
        return None
    text = wording.proposition(clause, replacements)
    if len(text.split()) < FEWEST_WORDS:
        return None
    frame = clause.frame
    hedged = frame.stance is Stance.ASSERTS and frame.modality is Modality.HEDGED
    span = _span(sentence, clause.tokens)
    denied = frame.stance is Stance.DENIES
    words = {token.i for token in clause.tokens}
    return Claim(
        sentence=sentence,
        text=text,
        start=span.start,
        end=span.end,
        stance=Stance.HEDGES if hedged else frame.stance,
        modality=frame.modality,
        negated=trees.is_negated(clause.head, start=_after_mark(clause.head)),
        speaker=None if frame.speaker is None else _span(sentence, wording.noun_phrase(frame.speaker)),
        speaker_name=None if frame.speaker is None else _speaker_name(frame.speaker, previous),
        cue=None if frame.cue is None else _span(sentence, [frame.cue]),
        content=span if frame.cue is not None else None,
        denial=wording.proposition(clause, replacements, negate=True) if denied else None,
        subject=_subject_name(clause, replacements),
        quantities=tuple(found.quantity for found in numbers if found.token in words),
        tense=tense.of_verb(clause.head),
        moments=dating(dates, clause.head, clause.tokens, sentence.start),
    )


def _subject_name(clause: Clause, replacements: Mapping[int, str]) -> str | None:
    """What the claim is about: its subject's noun phrase, pronouns replaced."""
    own = trees.subject(clause.head) if clause.relative is None else None
    subject = own or clause.subject
    if subject is None:
        return None
    # "Zelensky's ban on talks with Putin" is about a ban, neither about Zelensky nor about Putin.
    core = [token for token in wording.noun_phrase(subject) if _names_the_subject(token, subject)]
    return wording.text_of(core, replacements)


def _names_the_subject(token: Token, subject: Token) -> bool:
    while token != subject:
        if token.dep_ not in ("compound", "amod", "nmod", "appos", "conj", "cc", "flat", "punct"):
            return False
        token = token.head
    return True


def _after_mark(head: Token) -> int:
    mark = trees.child(head, "mark")
    return 0 if mark is None else mark.i


def _says_something(clause: Clause, replacements: Mapping[int, str]) -> bool:
    """A subject that a reader of the bare claim understands, and more than a verb besides."""
    own = trees.subject(clause.head) if clause.relative is None else None
    subject = own or clause.subject
    if subject is None or _is_open(subject, replacements) or _has_open_owner(subject, replacements):
        return False
    if any(_asks_or_relates(token, clause) for token in clause.tokens):
        return False
    about = set(subject.subtree)
    said = [token for token in clause.tokens if token not in about]
    if any(token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") for token in said):
        return True
    # "Kyiv will not hear of it": nobody knows of what.
    return not any(token.pos_ == "PRON" and token.i not in replacements for token in said)


def _is_open(subject: Token, replacements: Mapping[int, str]) -> bool:
    """ "they", "this": a subject that says nothing outside its sentence."""
    if subject.lower_ not in lexicon.OPEN_SUBJECTS or subject.dep_ == "expl" or subject.i in replacements:
        return False
    return not list(subject.children)


def _has_open_owner(subject: Token, replacements: Mapping[int, str]) -> bool:
    """ "his return": a subject that belongs to nobody knows whom."""
    owner = trees.child(subject, "poss")
    named = any(token.ent_type_ == "PERSON" for token in trees.children(subject, "appos"))
    return (
        not named and owner is not None and owner.lower_ in lexicon.POSSESSIVE and owner.i not in replacements
    )


def _asks_or_relates(token: Token, clause: Clause) -> bool:
    """ "under which they ...", "what it means": words that hang on something outside the clause."""
    if token.tag_ not in ("WDT", "WP", "WP$") or token == clause.relative:
        return False
    return trees.governor(token) == clause.head


def _speaker_name(speaker: Token, previous: Doc | None) -> str:
    """The speaker as a reader knows him: "He" after a sentence that quotes one person is that person."""
    if speaker.pos_ == "PRON" and speaker.lower_ in lexicon.THIRD_PERSON and previous is not None:
        found = references.last_speaker(previous)
        if found is not None:
            return _capital(references.short_name(found))
    named = trees.child(speaker, "appos")
    if named is not None and named.ent_type_ == "PERSON" and trees.after_comma(named):
        return _capital(references.short_name(named))
    return wording.text_of(wording.noun_phrase(speaker), {})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _span(sentence: Sentence, tokens: Iterable[Token]) -> Span:
    """From the first to the last of the tokens, as offsets in the article."""
    tokens = list(tokens)
    first = min(token.idx for token in tokens)
    last = max(token.idx + len(token.text) for token in tokens)
    return Span(sentence.start + first, sentence.start + last)
