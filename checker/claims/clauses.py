"""A dependency tree taken apart into clauses, each with the frame it stands in.

The walk goes down from the root. A reporting verb with a complement becomes the frame (speaker, cue,
stance) of that complement and is no clause of its own; a demand or a wish stays whole, because its
complement is not asserted. Coordinated verbs inherit what they share, relative clauses are cut off and
get their antecedent as subject, and what stands under "if" is marked conditional.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims import (
    attribution,
    complements,
    contractions,
    coordination,
    cuts,
    deeds,
    denials,
    lexicon,
    modality,
    tense,
    trees,
    unsaid,
)
from checker.claims.attribution import Frame
from checker.claims.distribution import distributed
from checker.claims.participles import loose, says_its_own, tells
from checker.claims.relatives import antecedent, is_definite
from checker.records import Modality, Stance, Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from checker.claims.deeds import Deed


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its head, the tokens that say it, and what it borrows from outside.

    ``subject`` is the head of a subject that stands elsewhere (coordination, relative clause, denial);
    ``auxiliaries`` are shared verbs of a coordination; ``relative`` is the pronoun that ``subject``
    replaces; ``deed`` gives the verb where the head is a noun ("denied wrongdoing").
    """

    head: Token
    tokens: tuple[Token, ...]
    frame: Frame
    subject: Token | None = None
    auxiliaries: tuple[Token, ...] = ()
    relative: Token | None = None
    deed: Deed | None = None


@dataclass(frozen=True, slots=True)
class _Shared:
    """What a coordinated clause takes over from the first one."""

    subject: Token | None = None
    auxiliaries: tuple[Token, ...] = ()
    adverbs: tuple[Token, ...] = ()


def clauses(doc: Doc) -> Iterator[Clause]:
    """All clauses of a parsed sentence, in the order of the walk."""
    frame = attribution.according_to(doc)
    if modality.opens_with_condition(doc):
        frame = replace(frame, modality=Modality.CONDITIONAL)
    for root in (token for token in trees.tokens(doc) if token.dep_ == "ROOT"):
        if trees.is_verbal(root) and not root.tag_.startswith("N"):
            mark = trees.child(root, "mark")
            open_still = mark is not None and mark.lower_ in lexicon.CONDITIONAL_MARKS
            # "Not until the court agrees.": no main clause says more.
            under = replace(frame, modality=Modality.CONDITIONAL) if open_still else frame
            yield from _walk(root, under, _Shared())
    for cue, clause in denials.contrary_to(doc):
        yield from _walk(clause, replace(frame, cue=cue, stance=Stance.DENIES), _Shared())


def _walk(head: Token, frame: Frame, shared: _Shared) -> Iterator[Clause]:
    subject = _subject(head) or shared.subject
    for token in trees.children(head, "ccomp"):
        if complements.runs_on(head, token):
            yield from _walk(token, frame, _Shared())
    frame = attribution.parenthetical(head, frame)
    deed = _deed(head, frame, subject)
    if deed is not None:
        yield deed
        yield from _satellites(head, frame, subject, reported=None)
        return
    complement = complements.complement(head)
    inner = None
    if complement is not None:
        inner = attribution.frame_of_complement(head, complement, frame, subject)
    if complement is not None and inner is not None and not _denies_a_report(head, frame, inner):
        doer = complements.doer(head, complement, inner, subject)
        yield from _walk(complement, _under(head, complement, frame, inner), _Shared(doer))
    elif inner is None and not trees.is_bare_report(head):
        yield from distributed(_clause(head, frame, shared))
        # "Could fan talk of the virus — something China denies": not that it could.
        open_still = any(contractions.modal(token) in lexicon.HEDGING_MODALS for token in head.children)
        whole = trees.child(head, "ccomp") is None and not open_still
        for speaker, cue in denials.asides(cuts.nouns_of(head)) if whole else ():
            if attribution.names_somebody(speaker):
                yield _clause(head, Frame(speaker=speaker, cue=cue, stance=Stance.DENIES), shared)
    yield from _satellites(head, frame, subject, reported=complement if inner is not None else None)


def _deed(head: Token, frame: Frame, subject: Token | None) -> Clause | None:
    """ "Denied wrongdoing", "accused him of fraud": the deed as a clause about its doer."""
    plain = frame.stance is Stance.ASSERTS and frame.modality is Modality.ASSERTED
    if not plain or subject is None or not trees.is_finite(head) or trees.is_negated(head):
        return None
    if modality.in_mode(head, frame, ()) != frame or tense.of_verb(head) is Tense.FUTURE:
        return None
    denied, accused = deeds.denied(head, subject), deeds.accused(head)
    deed, doer = denied or accused, subject if denied else _accused(head, subject)
    if deed is None or doer is None:
        return None
    framed = attribution.frame_of_deed(head, frame, subject, denied=denied is not None)
    return Clause(deed.head, deed.words, framed, subject=doer, deed=deed)


def _accused(head: Token, subject: Token) -> Token | None:
    """Whom "accuse" accuses; None for a pronoun, which the accuser's name may wrongly replace."""
    passive = trees.child(head, "auxpass") is not None
    whom = subject if passive else trees.child(head, "dobj")
    return None if whom is None or whom.pos_ == "PRON" else whom


def _denies_a_report(head: Token, frame: Frame, inner: Frame) -> bool:
    """ "Denied that Lee had said that P": that Lee said so is denied, and P is left open."""
    return frame.stance is Stance.DENIES and inner.stance is Stance.DENIES and inner.cue == head


def _subject(head: Token) -> Token | None:
    """The subject of a clause; of a relative clause, what the pronoun stands for."""
    found = trees.subject(head)
    if found is not None and head.dep_ == "relcl" and found.tag_ in ("WP", "WDT"):
        return antecedent(head)
    return found


def _under(head: Token, complement: Token, frame: Frame, inner: Frame) -> Frame:
    """The frame of a complement: asked if its reporting verb is, conditional if that hangs on an "if".

    Conditional also where the verb reports nothing.
    """
    if modality.is_turned_round(head):
        # "Was the mayor told that P?": he does not ask it.
        return replace(frame, stance=Stance.QUESTIONS, modality=Modality.ASKED)
    factual = inner.modality in (Modality.ASSERTED, Modality.HEDGED)
    if factual and (unsaid.leaves_open(head, complement) or unsaid.is_alternative(head)):
        return replace(inner, stance=Stance.HEDGES, modality=Modality.CONDITIONAL)
    if inner.modality is Modality.ASSERTED and modality.has_condition(head):
        return replace(inner, modality=Modality.CONDITIONAL)
    return inner


def _clause(head: Token, frame: Frame, shared: _Shared) -> Clause:
    tokens = tuple(trees.without(head, cuts.removed(head)))
    framed = modality.in_mode(head, frame, (*shared.auxiliaries, *shared.adverbs))
    pronoun = trees.subject(head)
    if pronoun is not None and head.dep_ == "relcl" and pronoun.tag_ in ("WP", "WDT"):
        return Clause(head, tokens, framed, subject=antecedent(head), relative=pronoun)
    return Clause(head, tokens, framed, shared.subject, shared.auxiliaries)


def _satellites(
    head: Token, frame: Frame, subject: Token | None, *, reported: Token | None
) -> Iterator[Clause]:
    """The clauses that hang on ``head``: coordinated, adverbial and relative ones."""
    yield from _coordinated(head, frame, subject)
    for token in cuts.adverbial(head):
        yield from _adverbial(token, frame, subject)
    for token in (*cuts.dating(head), *cuts.given(head)):
        yield from _walk(token, frame, _Shared())
    if subject is not None and subject.dep_ != "nsubjpass":
        for token in tells(head):
            yield from _reported_by(token, frame, subject)
    yield from _within(head, frame, set() if reported is None else set(reported.subtree))


def _within(head: Token, frame: Frame, skip: set[Token]) -> Iterator[Clause]:
    """The clauses inside the noun phrases of ``head``: "the claim that P", "Lee, who P"."""
    for clause, named in attribution.nominal(cuts.nouns_of(head), frame):
        if clause not in skip:
            yield from _walk(clause, named, _Shared())
    for noun in cuts.nouns_of(head):
        if frame.stance is Stance.DENIES and _is_known(noun):
            # "Denied that the bridge, damaged in May, was closed": nobody denies that it was damaged.
            continue
        for token in loose(noun):
            # No walk: "announced in May" would be a report whose content stands elsewhere.
            yield _clause(token, frame, _Shared(noun))
        for token in trees.children(noun, "relcl"):
            if token not in skip and not cuts.is_restrictive(token) and trees.is_finite(token):
                yield from _relative(token, frame)


def _is_known(noun: Token) -> bool:
    """A name, or a noun with "the" or an owner: what is said of it besides is taken for known."""
    definite = any(token.lower_ in ("the", "this", "these", "those") for token in noun.lefts)
    return definite or noun.pos_ == "PROPN" or trees.child(noun, "poss") is not None


def _coordinated(head: Token, frame: Frame, subject: Token | None) -> Iterator[Clause]:
    auxiliaries = tuple(trees.children(head, *trees.AUXILIARIES))
    conditional = modality.has_condition(head, before=True)
    for token in cuts.coordinated(head):
        outer = frame
        if conditional and frame.modality is Modality.ASSERTED:
            demanded = any(verb.lemma_ in lexicon.DEMANDING_MODALS for verb in auxiliaries)
            outer = replace(frame, modality=Modality.DEMANDED if demanded else Modality.CONDITIONAL)
        if trees.subject(token) is not None:
            yield from _walk(token, outer, _Shared())
            continue
        if coordination.belongs_higher(token, subject) or trees.is_ruled_out(head):
            continue
        if subject is not None and subject.dep_ == "expl" and token.lemma_ != "be":
            # "There are many reasons, don't ask me": "there" is nobody who does anything.
            continue
        if frame.stance is Stance.DENIES and (
            complements.complement(token) is not None or coordination.has_a_tense_of_its_own(token, head)
        ):
            # "Denies that P and insists that Q", "has denied P and has fled": the parser hangs these on P.
            own = replace(outer, cue=None, stance=Stance.ASSERTS)
            yield from _walk(token, own, _Shared(frame.speaker or subject))
            continue
        borrowed = auxiliaries if coordination.continues(token, head) else ()
        joint = cuts.joint_of(token)
        bare = bool(borrowed) and token.tag_ == "VB" and coordination.takes_only_bare(head)
        if bare and joint == "and" and trees.child(head, "neg") is not None:
            # "Will not take the offer and close": with or without the "not".
            continue
        if joint in ("or", "nor") or (bare and joint == ""):
            # "Did not reply or nod" denies both, and so does "never met or paid".
            negations = (t for t in trees.children(head, "neg") if borrowed or t.lower_ == "never")
            borrowed = tuple(sorted((*borrowed, *negations), key=lambda t: t.i))
        yield from _walk(token, outer, _Shared(subject, borrowed, modality.hedging_adverbs(head)))


def _adverbial(token: Token, frame: Frame, subject: Token | None) -> Iterator[Clause]:
    """ "although P", "because P", "if P", and ", saying that P"."""
    mark = modality.mark_of(token)
    own = trees.subject(token)
    if unsaid.is_set_aside(token):
        return
    if own is None:
        if token.tag_ == "VBG" and mark in ("", "while", "by") and trees.child(token, "ccomp") is not None:
            yield from _reported_by(token, frame, subject)
        elif says_its_own(token, subject):
            yield from _walk(token, frame, _Shared(subject))
        else:
            for inner in cuts.adverbial(token):
                if trees.subject(inner) is not None:
                    yield from _adverbial(inner, frame, subject)
    elif mark in lexicon.CONDITIONAL_MARKS or _lies_ahead(token, mark):
        yield from _walk(token, replace(frame, modality=Modality.CONDITIONAL), _Shared())
    elif mark in lexicon.FACTUAL_MARKS and trees.is_finite(token) and frame.stance is not Stance.DENIES:
        if mark == "as" and (trees.is_bare_report(token) or token.head.lower_ in ("far", "long", "soon")):
            return
        after = attribution.according_to(token.doc)
        late = after.cue is not None and after.cue.i > token.right_edge.i and trees.after_comma(token)
        under = attribution.discredited(token.head, token, frame) if mark == "that" else None
        yield from _walk(token, under or (after if late else frame), _Shared())


def _lies_ahead(token: Token, mark: str) -> bool:
    """ "Will pay when the bank opens": what has to come first is not the case yet.

    Nor is what comes again and again: "when a bank fails, the state pays".
    """
    if mark not in ("when", "after"):
        return False
    then, main = tense.of_verb(token), tense.of_verb(trees.governor(token))
    if then in (Tense.PRESENT, Tense.PERFECT) and main is Tense.FUTURE:
        return True
    again = mark == "when" and then is Tense.PRESENT and main is Tense.PRESENT
    return again and _is_anybody(trees.subject(token))


def _is_anybody(subject: Token | None) -> bool:
    """Whether a subject is no particular one: "a bank", "someone", "you"."""
    if subject is None or subject.lower_ in ("you", "someone", "somebody", "anyone", "one"):
        return True
    if subject.lower_ == "people":
        return not any(token.dep_ in ("det", "nummod", "amod") for token in subject.lefts)
    return any(token.lower_ in ("a", "an", "any") for token in trees.children(subject, "det"))


def _reported_by(token: Token, frame: Frame, subject: Token | None) -> Iterator[Clause]:
    # "Ann Lee said P, adding that Q": the parser hangs "adding" on P. Who denies P still asserts Q.
    who = frame.speaker or subject
    if frame.stance is Stance.DENIES:
        frame = Frame(speaker=frame.speaker)
    if token.lemma_.lower() in lexicon.REPORTING and who is not None:
        yield from _walk(token, frame, _Shared(who))


def _relative(head: Token, frame: Frame) -> Iterator[Clause]:
    """ "Macron, who arrived" says that Macron arrived, "Donbas, where Russia fights" that Russia fights."""
    pronoun = trees.subject(head)
    if pronoun is None:
        return
    owner = trees.child(pronoun, "poss")
    if owner is not None and owner.tag_ == "WP$":
        # "The letter, whose signers met": the wording puts the letter for the pronoun.
        # "Whose lawyer said that P": the name of who speaks would be "whose lawyer".
        if is_definite(head.head, head) and complements.complement(head) is None:
            yield from _walk(head, frame, _Shared())
        return
    where = any(token.lower_ in ("where", "when") for token in trees.children(head, "advmod"))
    if where and pronoun.dep_ == "expl":
        # "In regions where there is no law": nobody knows where that is.
        return
    several = len(list(trees.children(head, *trees.SUBJECTS))) > 1
    if where or (pronoun.tag_ in ("WP", "WDT") and not several and is_definite(antecedent(head), head)):
        yield from _walk(head, frame, _Shared())
