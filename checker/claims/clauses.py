"""A dependency tree taken apart into clauses, each with the frame it stands in.

The walk goes down from the root. A reporting verb with a complement becomes the frame (speaker, cue,
stance) of that complement and is no clause of its own; a demand or a wish stays whole, because its
complement is not asserted. Coordinated verbs inherit what they share, relative clauses are cut off and
get their antecedent as subject, and what stands under "if" is marked conditional.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.records import Modality, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """Who stands for a clause, and how: inherited on the way down the tree."""

    speaker: Token | None = None
    cue: Token | None = None
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its head, the tokens that say it, and what it borrows from outside.

    ``subject`` is the head of a subject that stands elsewhere (coordination, relative clause, denial);
    ``auxiliaries`` are shared verbs of a coordination; ``antecedent`` replaces a relative pronoun.
    """

    head: Token
    tokens: tuple[Token, ...]
    frame: Frame
    subject: Token | None = None
    auxiliaries: tuple[Token, ...] = ()
    relative: Token | None = None


def clauses(doc: Doc) -> Iterator[Clause]:
    """All clauses of a parsed sentence, in the order of the walk."""
    for root in (token for token in doc if token.dep_ == "ROOT"):
        if trees.is_verbal(root) or trees.subject(root) is not None:
            yield from _walk(root, _sentence_attribution(root))


def _sentence_attribution(root: Token) -> Frame:
    """ "..., according to a Reuters report" stands for the whole sentence, wherever it hangs."""
    for token in root.subtree:
        if token.lower_ == "according" and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            speaker = _after_according(token)
            if speaker is not None:
                return Frame(speaker=speaker, cue=token)
    return Frame()


def _after_according(token: Token) -> Token | None:
    to = trees.child(token, "prep")
    return trees.child(to, "pobj") if to is not None else None


def _walk(
    head: Token, frame: Frame, *, subject: Token | None = None, auxiliaries: tuple[Token, ...] = ()
) -> Iterator[Clause]:
    own_subject = trees.subject(head) or subject
    frame = _outer_attribution(head, frame)
    complement = _complement(head)
    inner = None if complement is None else _frame_of_complement(head, complement, frame, own_subject)
    if complement is not None and inner is not None:
        denied = own_subject if inner.stance is Stance.DENIES and trees.subject(complement) is None else None
        yield from _walk(complement, inner, subject=denied)
        yield from _satellites(head, frame, own_subject, besides=complement)
        return
    if complement is not None and complement.dep_ == "ccomp" and _runs_on(head, complement):
        yield from _walk(complement, frame)
    if not _is_bare_report(head):
        yield _clause(head, frame, subject, auxiliaries)
    yield from _satellites(head, frame, own_subject, besides=complement)


def _clause(head: Token, frame: Frame, subject: Token | None, auxiliaries: tuple[Token, ...]) -> Clause:
    removed = list(_removed(head))
    return Clause(head, tuple(trees.without(head, removed)), _own_modality(head, frame, auxiliaries), subject, auxiliaries)


def _runs_on(head: Token, complement: Token) -> bool:
    """Two main clauses in one sentence: the parser hangs the first on the second ("It is so, we go")."""
    known = lexicon.ASSERTING | lexicon.HEDGING | lexicon.DEMANDING | lexicon.WISHING | lexicon.DENYING
    return complement.i < head.i and head.lemma_.lower() not in known


def _is_bare_report(head: Token) -> bool:
    """ "Peskov said on Wednesday": a reporting verb whose content stands elsewhere claims nothing."""
    lemma = head.lemma_.lower()
    if lemma not in lexicon.ASSERTING or lemma in lexicon.DEMANDING or trees.is_negated(head):
        return False
    return trees.child(head, "dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "nsubjpass") is None


def _complement(head: Token) -> Token | None:
    """The clause that ``head`` reports, holds, demands or denies, if any."""
    found = trees.child(head, "ccomp")
    if found is None and head.lemma_ in lexicon.DENYING:
        found = trees.child(head, "xcomp")
        if found is None:
            report = trees.child(head, "dobj")
            if report is not None and report.lemma_ in lexicon.REPORT_NOUNS:
                found = trees.child(report, "acl", "ccomp")
    if found is None:
        for noun in trees.children(head, "acomp", "attr", "nsubj"):
            inner = trees.child(noun, "ccomp")
            if inner is not None:
                found = inner
                break
    return found if found is not None and trees.is_verbal(found) else None


def _frame_of_complement(head: Token, complement: Token, frame: Frame, subject: Token | None) -> Frame | None:
    """The frame in which ``head`` puts its complement, or None if they cannot be taken apart."""
    lemma = head.lemma_.lower()
    negated = any(token.dep_ == "neg" for token in head.children)
    inner = replace(frame, speaker=subject, cue=head) if subject is not None and _can_speak(subject) else frame
    for adjective in trees.children(head, "acomp", "attr"):
        if complement.head == adjective or trees.child(head, "expl") or (subject and subject.lower_ == "it"):
            if adjective.lemma_ in lexicon.FACTIVE_ADJECTIVES and not negated:
                return replace(frame)
            return replace(frame, modality=Modality.HEDGED)
    if lemma in lexicon.DENYING:
        return replace(inner, stance=Stance.ASSERTS if negated else Stance.DENIES)
    if lemma in lexicon.WISHING or (lemma in lexicon.DEMANDING and _is_demand(head, complement)):
        return None
    marks = {token.lower_ for token in trees.children(complement, "mark")}
    if lemma in lexicon.ASKING or marks & {"whether", "if"}:
        return replace(inner, stance=Stance.QUESTIONS, modality=Modality.ASKED)
    if lemma in lexicon.ASSERTING or lemma in lexicon.DEMANDING:
        return replace(inner, stance=Stance.HEDGES, modality=Modality.HEDGED) if negated else inner
    if lemma in lexicon.HEDGING:
        return replace(inner, stance=Stance.HEDGES, modality=Modality.HEDGED)
    noun = subject.lemma_.lower() if subject is not None else ""
    if noun in lexicon.REPORT_NOUNS:
        doubted = noun in lexicon.DOUBTED_NOUNS
        return replace(frame, modality=Modality.HEDGED) if doubted else frame
    return None


def _can_speak(subject: Token) -> bool:
    """Results and signs show things; only people and institutions stand for what they say."""
    if subject.lower_ in ("it", "that", "this", "who", "which", "what", "there"):
        return False
    return subject.pos_ in ("PROPN", "PRON") or subject.lemma_.lower() not in lexicon.SPEECHLESS


def _is_demand(head: Token, complement: Token) -> bool:
    """ "insists that Kyiv withdraw" demands, "insists that Kyiv withdrew" reports."""
    if head.lemma_ in ("insist", "suggest", "request", "ask", "stipulate") and trees.is_finite(complement):
        return any(aux.lemma_ in lexicon.DEMANDING_MODALS for aux in trees.children(complement, "aux"))
    return True


def _outer_attribution(head: Token, frame: Frame) -> Frame:
    """The frame given by a parenthetical ", X said," inside the clause."""
    for token in trees.children(head, "parataxis", "conj"):
        speaker = trees.subject(token)
        if speaker is not None and token.lemma_ in lexicon.ASSERTING and _is_bare_report(token):
            return replace(frame, speaker=speaker, cue=token)
    return frame


def _own_modality(head: Token, frame: Frame, shared: tuple[Token, ...]) -> Frame:
    """The frame, with what the clause's own modals and adverbs say about its modality."""
    if frame.modality is not Modality.ASSERTED:
        return frame
    modals = {token.lemma_.lower() for token in (*trees.children(head, "aux"), *shared) if token.tag_ == "MD"}
    adverbs = {token.lower_ for token in head.subtree if token.dep_ == "advmod" and token.head == head}
    if modals & lexicon.DEMANDING_MODALS:
        return replace(frame, modality=Modality.DEMANDED)
    if "would" in modals and (frame.cue is None or _has_if(head)):
        # Under "said", "would" is only the past of "will".
        return replace(frame, modality=Modality.CONDITIONAL)
    if any(_mark(token) in lexicon.CONDITIONAL_MARKS for token in trees.children(head, "advcl")):
        if _has_if(head):
            return replace(frame, modality=Modality.CONDITIONAL)
    if modals & lexicon.HEDGING_MODALS or adverbs & lexicon.HEDGING_ADVERBS or head.lemma_ in lexicon.SEEMING:
        return replace(frame, modality=Modality.HEDGED)
    return frame


def _has_if(head: Token) -> bool:
    return any(_mark(token) in ("if", "unless") for token in trees.children(head, "advcl"))


def _mark(head: Token) -> str:
    """The word that makes a clause subordinate: "if", "although", "when"; "" if there is none."""
    mark = trees.child(head, "mark")
    if mark is not None:
        return mark.lower_
    first = next(iter(head.subtree))
    return first.lower_ if first.tag_ in ("WRB", "IN") else ""


def _joined(head: Token) -> Iterator[Token]:
    """Coordinated clauses: verbs, or predicates with a subject or auxiliary of their own."""
    for token in trees.children(head, "conj"):
        if token.pos_ in ("VERB", "AUX"):
            yield token


def _removed(head: Token) -> Iterator[Token]:
    """What is cut out of the clause's wording."""
    for token in head.children:
        if token.dep_ in ("advcl", "parataxis", "cc", "mark", "preconj", "intj") or token in _joined(head):
            if token.dep_ == "advcl" and _belongs(token):
                continue
            yield token
        elif token.dep_ == "ccomp" and _runs_on(head, token):
            yield token
        elif token.lower_ == "according":
            yield token
        elif token.dep_ == "advmod" and token.lower_ in lexicon.CONNECTIVES and token.i < head.i:
            if token.lower_ not in ("still", "now") or token.i == token.sent.start:
                yield token
    for token in head.subtree:
        if (token.dep_ == "relcl" and not _is_restrictive(token)) or (token.dep_ == "acl" and _is_loose(token)):
            yield token


def _belongs(clause: Token) -> bool:
    """Whether an adverbial clause is part of what is said: "opposes Ukraine joining NATO"."""
    if trees.is_finite(clause) or trees.child(clause, "mark") is not None or clause.i < clause.head.i:
        return False
    return clause.tag_ == "VBG" and not _is_loose(clause)


#: A longer relative clause is a statement of its own.
_LONGEST_RESTRICTIVE = 8


def _is_restrictive(clause: Token) -> bool:
    """ "a law that prevents talks": short, without a comma, it says which one is meant."""
    return not _is_loose(clause) and clause.right_edge.i - clause.left_edge.i < _LONGEST_RESTRICTIVE


def _is_loose(clause: Token) -> bool:
    """A participle set off by a comma says something of its own: ", indicating a willingness ..."."""
    before = clause.left_edge.i - 1
    return before >= 0 and clause.doc[before].lower_ in (",", "-", "–", "—")


def _satellites(head: Token, frame: Frame, subject: Token | None, *, besides: Token | None) -> Iterator[Clause]:
    """The clauses that hang on ``head``: coordinated, adverbial and relative ones."""
    shared = tuple(token for token in head.children if token.dep_ in trees.AUXILIARIES)
    for token in _joined(head):
        has_own = trees.subject(token) is not None
        borrowed = () if has_own or trees.is_finite(token) or token.tag_ == "VB" and not shared else shared
        # What follows a quotation under the same verb is the paper's own voice again.
        outer = frame if not has_own else replace(frame)
        yield from _walk(token, outer, subject=None if has_own else subject, auxiliaries=borrowed)
    for token in trees.children(head, "advcl"):
        mark = _mark(token)
        if mark in lexicon.FACTUAL_MARKS and trees.subject(token) is not None and trees.is_finite(token):
            if mark == "as" and token.lemma_ in lexicon.ASSERTING:
                continue
            yield from _walk(token, frame)
        elif mark in lexicon.CONDITIONAL_MARKS and trees.subject(token) is not None:
            yield from _walk(token, replace(frame, modality=Modality.CONDITIONAL))
    skip = set(besides.subtree) if besides is not None else set()
    for noun in _nouns_of(head):
        for token in trees.children(noun, "relcl"):
            if token not in skip and not _is_restrictive(token):
                yield from _relative(token, noun, frame)


def _nouns_of(head: Token) -> Iterator[Token]:
    """Every token of the clause that is not inside another clause that is walked on its own."""
    stack = list(head.children)
    while stack:
        token = stack.pop(0)
        if token.dep_ in ("relcl", "advcl", "conj", "ccomp", "parataxis") and token.pos_ in ("VERB", "AUX"):
            continue
        yield token
        stack.extend(token.children)


def _relative(head: Token, noun: Token, frame: Frame) -> Iterator[Clause]:
    """A relative clause whose pronoun is its subject: "Macron, who arrived" says "Macron arrived"."""
    pronoun = trees.subject(head)
    if pronoun is None or pronoun.tag_ not in ("WP", "WDT") or not trees.is_finite(head):
        return
    for clause in _walk(head, frame):
        if clause.head == head:
            yield replace(clause, subject=noun, relative=pronoun)
        else:
            yield clause if clause.subject is not pronoun else replace(clause, subject=noun)
