"""Who stands for a clause, and how: reporting verbs, denials, "according to", parentheses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.records import Modality, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """Speaker, cue, stance and modality of a clause: inherited on the way down the tree."""

    speaker: Token | None = None
    cue: Token | None = None
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED


def according_to(doc: Doc) -> Frame:
    """ "..., according to a Reuters report" stands for the whole sentence, wherever it hangs."""
    for token in doc:
        if token.lower_ == "according" and token.head.dep_ in ("ROOT", "conj", "ccomp", "parataxis"):
            to = trees.child(token, "prep")
            speaker = trees.child(to, "pobj") if to is not None else None
            if speaker is not None:
                return Frame(speaker=speaker, cue=token)
    return Frame()


def parenthetical(head: Token, frame: Frame) -> Frame:
    """The frame given by a ", X said," inside the clause, or by a name and a colon before it."""
    for token in trees.children(head, "parataxis", "conj"):
        speaker = trees.subject(token)
        if speaker is not None and trees.is_bare_report(token):
            doubted = token.lemma_.lower() not in lexicon.ASSERTING and token.lemma_.lower() != "go"
            found = replace(frame, speaker=speaker, cue=token)
            return _hedged(found) if doubted else found
    for token in trees.children(head, "dep"):
        if token.i < head.i and head.doc[token.right_edge.i].text == ":" and token.pos_ == "PROPN":
            return replace(frame, speaker=token, cue=None)
    return frame


def complement(head: Token) -> Token | None:
    """The clause that ``head`` reports, holds, demands or denies, if any."""
    found = next((token for token in trees.children(head, "ccomp") if not runs_on(head, token)), None)
    if found is None and head.lemma_ in lexicon.DENYING:
        found = trees.child(head, "xcomp") or _denied_report(head)
    if found is None:
        inner = (trees.child(noun, "ccomp") for noun in trees.children(head, "acomp", "attr", "nsubj"))
        found = next((token for token in inner if token is not None), None)
    return found if found is not None and trees.is_verbal(found) else None


def _denied_report(head: Token) -> Token | None:
    """ "rejected reports that P": the P of it."""
    report = trees.child(head, "dobj", "pobj")
    if report is None or report.lemma_.lower() not in lexicon.REPORT_NOUNS:
        return None
    return next((token for token in trees.children(report, "acl", "ccomp") if trees.is_finite(token)), None)


def runs_on(head: Token, clause: Token) -> bool:
    """Two main clauses in one sentence: the parser hangs the first on the second ("It is so, we go")."""
    if clause.i > head.i:
        return False
    between = {token.text for token in head.doc[clause.i : head.i]}
    known = lexicon.PARENTHETICAL | lexicon.HEDGING | lexicon.DEMANDING | lexicon.WISHING | lexicon.DENYING
    return bool(between & {";", ":"}) or head.lemma_.lower() not in known


def frame_of_complement(head: Token, clause: Token, frame: Frame, subject: Token | None) -> Frame | None:
    """The frame in which ``head`` puts its complement, or None if the two cannot be taken apart.

    ``frame`` is that of ``head`` itself, ``subject`` whoever does the reporting (it may stand elsewhere).
    """
    lemma = head.lemma_.lower()
    negated = any(token.dep_ == "neg" for token in head.children)
    quoted = trees.child(head, "dobj") if lemma in ("quote", "cite") else None
    speaker = quoted or subject
    inner = frame if speaker is None or not _can_speak(speaker) else replace(frame, speaker=speaker, cue=head)
    marks = {token.lower_ for token in trees.children(clause, "mark")}
    if lemma in lexicon.ASKING or marks & {"whether", "if"}:
        return replace(inner, stance=Stance.QUESTIONS, modality=Modality.ASKED)
    judged = _judged(head, clause, frame, subject)
    if judged is not None:
        return judged
    if clause.i > head.i and _is_open_question(clause):
        return None
    if lemma in lexicon.DENYING:
        return _hedged(inner) if negated else replace(inner, stance=Stance.DENIES)
    if lemma in lexicon.WISHING or (lemma in lexicon.DEMANDING and _is_demand(head, clause)):
        return None
    if lemma in lexicon.ASSERTING or lemma in lexicon.DEMANDING:
        return _hedged(_second_hand(head, inner, frame)) if negated else _second_hand(head, inner, frame)
    return _hedged(inner) if lemma in lexicon.HEDGING else _of_report_noun(frame, subject)


def _is_open_question(clause: Token) -> bool:
    """ "(explained) what it means", "(disputes) just how much it costs": no proposition."""
    words = (token for token in clause.subtree if token.i <= clause.i)
    return any(
        token.tag_ in ("WP", "WRB", "WDT", "WP$")
        and token.lower_ != "that"
        and trees.governor(token) == clause
        and (subject := trees.subject(clause)) is not None
        and token.i < subject.left_edge.i + 1
        for token in words
    )


def _judged(head: Token, clause: Token, frame: Frame, subject: Token | None) -> Frame | None:
    """ "It is clear that P" and "it is possible that P"."""
    for adjective in trees.children(head, "acomp", "attr"):
        impersonal = trees.child(head, "expl") is not None or (subject is not None and subject.lower_ == "it")
        if clause.head == adjective or impersonal:
            negated = any(token.dep_ == "neg" for token in head.children)
            certain = adjective.lemma_ in lexicon.FACTIVE_ADJECTIVES and not negated
            return frame if certain else _hedged(frame)
    return None


def _second_hand(head: Token, inner: Frame, frame: Frame) -> Frame:
    """ "responded to a story that P": P is the story's, and nobody's assertion here."""
    to = next((token for token in trees.children(head, "prep") if token.lower_ == "to"), None)
    if head.lemma_ in ("respond", "reply", "react") and to is not None:
        return _hedged(frame)
    return inner


def _of_report_noun(frame: Frame, subject: Token | None) -> Frame | None:
    """ "The rumour is that P", "their assessment remains that P"."""
    noun = subject.lemma_.lower() if subject is not None else ""
    if noun not in lexicon.REPORT_NOUNS:
        return None
    return _hedged(frame) if noun in lexicon.DOUBTED_NOUNS else frame


def _hedged(frame: Frame) -> Frame:
    """The frame with a doubt in it; a denial, a question or a condition stays what it is."""
    if frame.stance is not Stance.ASSERTS or frame.modality is not Modality.ASSERTED:
        return frame
    return replace(frame, stance=Stance.HEDGES, modality=Modality.HEDGED)


def _can_speak(subject: Token) -> bool:
    """Results and signs show things; only people and institutions stand for what they say."""
    if subject.lower_ in ("it", "that", "this", "who", "which", "what", "there"):
        return False
    return subject.pos_ in ("PROPN", "PRON") or subject.lemma_.lower() not in lexicon.SPEECHLESS


def _is_demand(head: Token, clause: Token) -> bool:
    """ "insists that Kyiv withdraw" demands, "insists that Kyiv withdrew" reports."""
    if head.lemma_ not in ("insist", "suggest", "request", "ask", "stipulate"):
        return True
    if trees.is_subjunctive(clause) or not trees.is_finite(clause):
        return True
    return any(aux.lemma_ in lexicon.DEMANDING_MODALS for aux in trees.children(clause, "aux"))
