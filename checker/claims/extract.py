"""Sentences -> claims: one proposition each, with who stands for it and how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims import first_person, lexicon, pointing_back, references, tense, trees, wording
from checker.claims.clauses import Clause, clauses
from checker.claims.dating import dating
from checker.claims.earlier import speaker_before
from checker.claims.expletives import is_expletive
from checker.claims.moments import moments
from checker.claims.quantities import quantities
from checker.claims.quotations import speakers_of_quotations
from checker.claims.wholeness import is_whole
from checker.records import Claim, Modality, Sentence, Span, Stance, Tense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from checker.claims.parse import Parser
    from checker.claims.quantities import Found
    from checker.claims.quotations import Quoted
    from checker.records import Article, Moment


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands for a claim, as offsets in its article, and the name; ``cue`` is None after a colon."""

    speaker: Span
    cue: Span | None
    name: str


#: A claim of fewer words says too little to contradict anything.
FEWEST_WORDS = 4


def extract(sentences: Sequence[Sentence], parser: Parser) -> Iterator[tuple[Claim, ...]]:
    """The claims of each sentence, in order; sentences of one article must follow each other.

    Antecedents of pronouns are looked for in the sentence itself and in the one before, speakers of
    quotations in sentences that follow each other without a gap. Within a sentence no claim is made twice.
    """
    docs = parser.parse(sentence.text for sentence in sentences)
    return claims_of_parsed(zip(sentences, docs, strict=True))


def claims_of_parsed(parsed: Iterable[tuple[Sentence, Doc]]) -> Iterator[tuple[Claim, ...]]:
    """As ``extract``, of sentences that somebody has parsed; no more than one stretch of text is held."""
    people: set[str] = set()
    article: Article | None = None
    for run in _runs(parsed):
        if run[0][0].article is not article:
            article, people = run[0][0].article, set()
        for _, doc in run:
            _recall_people(doc, people)
        spoken = speakers_of_quotations(run)
        for number, (sentence, doc) in enumerate(run):
            before = run[number - 1][1] if number else None
            own = _claims(sentence, doc, before, _voice(run, spoken[number]))
            pointing = _pointing_back(sentence, doc, *run[number - 1]) if number else ()
            yield (*own, *pointing)


def _runs(parsed: Iterable[tuple[Sentence, Doc]]) -> Iterator[list[tuple[Sentence, Doc]]]:
    """Sentences that follow each other without a gap: what stands in a gap may be somebody else's."""
    run: list[tuple[Sentence, Doc]] = []
    for sentence, doc in parsed:
        if run and not _follows(sentence, run[-1][0]):
            yield run
            run = []
        run.append((sentence, doc))
    if run:
        yield run


def _voice(run: Sequence[tuple[Sentence, Doc]], quoted: Quoted | None) -> Voice | None:
    """Who speaks a sentence that is nothing but quotation."""
    if quoted is None:
        return None
    before = run[quoted.sentence - 1][1] if quoted.sentence else None
    return Voice(quoted.speaker, quoted.cue, _speaker_name(quoted.token, before))


def _follows(sentence: Sentence, previous: Sentence) -> bool:
    """Whether nothing stands between two sentences: else "he" may be somebody else."""
    if previous.article is not sentence.article:
        return False
    return not previous.article.text[previous.end : sentence.start].strip(' \n\t\r."”')


def _recall_people(doc: Doc, people: set[str]) -> None:
    """Mark names that earlier sentences showed to be persons: "Trump" after "Donald Trump"."""
    for token in trees.tokens(doc):
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


def _claims(sentence: Sentence, doc: Doc, previous: Doc | None, voice: Voice | None) -> Iterator[Claim]:
    # One clause may be asserted by the sentence and denied by somebody in it.
    seen: set[tuple[str, Stance, str | None]] = set()
    dates = moments(doc, sentence.start, sentence.article.published)
    numbers = quantities(doc, sentence.start)
    for clause in clauses(doc):
        speaker = _speaker(sentence, clause, previous, voice)
        claim = _claim(sentence, clause, previous, speaker, dates, numbers)
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
    voice: Voice | None,
    dates: Sequence[Moment],
    numbers: Sequence[Found],
) -> Claim | None:
    replacements = dict(references.resolve(clause, previous))
    if voice is not None:
        replacements.update(first_person.third(clause, voice.name))
    if not clause.tokens or not _says_something(clause, replacements):
        return None
    text = wording.proposition(clause, replacements)
    # "Lee committed fraud" says all there is to say.
    if clause.deed is None and len(text.split()) < FEWEST_WORDS:
        return None
    frame = clause.frame
    hedged = frame.stance is Stance.ASSERTS and frame.modality is Modality.HEDGED
    span = _span(sentence, clause.tokens)
    denied = frame.stance is Stance.DENIES
    cue = voice.cue if voice is not None else None if frame.cue is None else _span(sentence, [frame.cue])
    words = {token.i for token in clause.tokens}
    return Claim(
        sentence=sentence,
        text=text,
        start=span.start,
        end=span.end,
        stance=Stance.HEDGES if hedged else frame.stance,
        modality=frame.modality,
        negated=_is_negated(clause),
        speaker=None if voice is None else voice.speaker,
        speaker_name=None if voice is None else voice.name,
        cue=cue,
        content=span if cue is not None else None,
        denial=wording.proposition(clause, replacements, negate=True) if denied else None,
        subject=_subject_name(clause, replacements),
        quantities=tuple(found.quantity for found in numbers if found.token in words),
        tense=tense.of_verb(clause.head) if clause.deed is None else Tense.PAST,
        moments=dating(dates, clause.head, clause.tokens, sentence.start),
    )


def _pointing_back(sentence: Sentence, doc: Doc, told: Sentence, told_doc: Doc) -> Iterator[Claim]:
    """What the sentence before told, denied with "the report" or "those claims"."""
    if told.text.rstrip('"”’ ').endswith("?"):
        return
    for pointer in pointing_back.pointers(doc):
        claims = list(_negatable(told, told_doc))
        # Where the sentence before tells several things, or denies one, nobody knows which is meant.
        if len(claims) == 1 and claims[0].stance is Stance.ASSERTS:
            (claim,) = claims
            yield replace(
                claim,
                sentence=sentence,
                start=sentence.start + pointer.cue.idx,
                end=sentence.start + pointer.noun.idx + len(pointer.noun.text),
                stance=Stance.DENIES,
                speaker=_span(sentence, wording.noun_phrase(pointer.speaker)),
                speaker_name=_speaker_name(pointer.speaker, told_doc),
                cue=_span(sentence, [pointer.cue]),
                content=_span(sentence, wording.noun_phrase(pointer.noun)),
                # Their places are in the other sentence.
                quantities=(),
                moments=(),
            )


def _negatable(sentence: Sentence, doc: Doc) -> Iterator[Claim]:
    """The claims that are asserted for sure, each with the wording that says the opposite."""
    for clause in clauses(doc):
        claim = _claim(sentence, clause, None, _speaker(sentence, clause, None, None), (), ())
        if claim is not None and claim.modality is Modality.ASSERTED:
            replacements = dict(references.resolve(clause, None))
            yield replace(claim, denial=wording.proposition(clause, replacements, negate=True))


def _speaker(sentence: Sentence, clause: Clause, previous: Doc | None, voice: Voice | None) -> Voice | None:
    """Who stands for a clause: whom its frame names, else who speaks the whole sentence."""
    frame = clause.frame
    if frame.speaker is None:
        # A cue without a speaker ("the claim that P") is somebody's, but not the one who quotes it.
        return voice if frame.cue is None else None
    name = _speaker_name(frame.speaker, previous)
    cue = None if frame.cue is None else _span(sentence, [frame.cue])
    return Voice(_span(sentence, wording.noun_phrase(frame.speaker)), cue, name)


def _subject_name(clause: Clause, replacements: Mapping[int, str]) -> str | None:
    """What the claim is about: its subject's noun phrase, pronouns replaced."""
    own = trees.subject(clause.head) if clause.relative is None else None
    subject = own or clause.subject
    if subject is None:
        return None
    # "Zelensky's ban on talks with Putin" is about a ban, neither about Zelensky nor about Putin.
    core = [token for token in wording.noun_phrase(subject) if _names_the_subject(token, subject)]
    if subject.dep_ in ("csubj", "csubjpass"):
        # "Leading a country takes courage" is about more than "leading".
        core = sorted(subject.subtree, key=lambda token: token.i)
    return wording.text_of(core, replacements)


def _names_the_subject(token: Token, subject: Token) -> bool:
    while token != subject:
        if token.dep_ not in ("compound", "amod", "nmod", "appos", "conj", "cc", "flat", "punct"):
            return False
        token = token.head
    return True


def _is_negated(clause: Clause) -> bool:
    """Whether the wording of a clause denies something, also by a "not" that it shares with another."""
    shared = any(token.dep_ == "neg" for token in clause.auxiliaries) or wording.follows_nor(clause.head)
    return shared or trees.is_negated(clause.head, start=_after_mark(clause.head))


def _after_mark(head: Token) -> int:
    mark = trees.child(head, "mark")
    return 0 if mark is None else mark.i


def _says_something(clause: Clause, replacements: Mapping[int, str]) -> bool:
    """A subject that a reader of the bare claim understands, and more than a verb besides."""
    own = trees.subject(clause.head) if clause.relative is None else None
    subject = own or clause.subject
    if subject is None or _is_open(subject, replacements) or _has_open_owner(subject, replacements):
        return False
    if any(_asks_or_relates(token, clause) for token in clause.tokens if token.i not in replacements):
        return False
    if not is_whole(clause) or _is_another_it(subject, clause, replacements):
        return False
    about = set(subject.subtree)
    said = [token for token in clause.tokens if token not in about]
    if any(token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ") for token in said):
        return True
    # "Kyiv will not hear of it": nobody knows of what. "It says nothing" is said in full.
    pointing = (token for token in said if token.pos_ == "PRON" and token.lower_ != "nothing")
    return all(token.i in replacements for token in pointing)


def _is_open(subject: Token, replacements: Mapping[int, str]) -> bool:
    """ "they", "this": a subject that says nothing outside its sentence."""
    if subject.lower_ not in lexicon.OPEN_SUBJECTS or subject.i in replacements:
        return False
    if subject.dep_ == "expl" or is_expletive(subject):
        return False
    return not list(subject.children)


def _is_another_it(subject: Token, clause: Clause, replacements: Mapping[int, str]) -> bool:
    """ "Norway says it was a peaceful exercise": not Norway, but what was spoken of before."""
    if subject.lower_ != "it" or subject.i not in replacements or clause.frame.speaker is None:
        return False
    named = trees.child(clause.head, "attr") if clause.head.lemma_ == "be" else None
    return named is not None and named.pos_ == "NOUN"


def _has_open_owner(subject: Token, replacements: Mapping[int, str]) -> bool:
    """ "his return": a subject that belongs to nobody knows whom."""
    owner = trees.child(subject, "poss")
    named = any(token.ent_type_ == "PERSON" for token in trees.children(subject, "appos"))
    return (
        not named and owner is not None and owner.lower_ in lexicon.POSSESSIVE and owner.i not in replacements
    )


def _asks_or_relates(token: Token, clause: Clause) -> bool:
    """ "under which they ...", "what it means": words that hang on something outside the clause."""
    # The WHO is an organisation.
    if token.tag_ not in ("WDT", "WP", "WP$") or token == clause.relative or token.text == "WHO":
        return False
    return trees.governor(token) == clause.head


def _speaker_name(speaker: Token, previous: Doc | None) -> str:
    """The speaker as a reader knows him: "He" after a sentence that quotes one person is that person."""
    if speaker.pos_ == "PRON" and speaker.lower_ in lexicon.THIRD_PERSON and previous is not None:
        found = speaker_before(speaker.lower_, previous)
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
