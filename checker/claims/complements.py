"""The clause that a verb reports, holds, demands or denies: which one it is, and whose deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import denials, lexicon, trees
from checker.records import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.claims.attribution import Frame


def complement(head: Token) -> Token | None:
    """The clause that ``head`` reports, holds, demands or denies, if any."""
    found = next((token for token in trees.children(head, "ccomp") if not runs_on(head, token)), None)
    if found is None:
        found = denials.content_of(head) or _accusation(head) or _claimed(head)
    if found is None:
        inner = (
            trees.child(noun, "ccomp")
            for noun in trees.children(head, "acomp", "attr", "nsubj")
            # "so harsh that P": a consequence, no report.
            if not any(token.lower_ in ("so", "such") for token in noun.lefts)
        )
        found = next((token for token in inner if token is not None and not is_open_question(token)), None)
    return found if found is not None and trees.is_verbal(found) else None


def _accusation(head: Token) -> Token | None:
    """ "accused Russia of shelling the city": the gerund."""
    if head.lemma_.lower() != "accuse":
        return None
    of = next((token for token in trees.children(head, "prep") if token.lower_ == "of"), None)
    return trees.child(of, "pcomp") if of is not None else None


def _claimed(head: Token) -> Token | None:
    """ "claims to be ready": the infinitive; in "claimed power to rule" it says what the power is for."""
    if head.lemma_.lower() not in lexicon.CLAIMING or trees.child(head, "dobj") is not None:
        return None
    return next((t for t in trees.children(head, "xcomp") if trees.is_infinitive(t)), None)


def doer(head: Token, clause: Token, inner: Frame, subject: Token | None) -> Token | None:
    """Whose deed a content without a subject of its own is: the denier's own, or that of the accused."""
    if head.lemma_.lower() == "accuse":
        return trees.child(head, "dobj", "nsubjpass")
    own = trees.subject(clause)
    if own is None and clause == _claimed(head):
        return subject
    return subject if own is None and inner.stance in (Stance.DENIES, Stance.HEDGES) else None


def runs_on(head: Token, clause: Token) -> bool:
    """Two main clauses in one sentence: the parser hangs the first on the second ("It is so, we go")."""
    if clause.i > head.i:
        # A second statement behind a colon, no report: what is confirmed stands before it.
        colon = head.doc[clause.left_edge.i - 1].text == ":"
        return colon and trees.child(head, "dobj") is not None and head.lemma_.lower() not in lexicon.TELLING
    between = {token.text for token in head.doc[clause.i : head.i]}
    known = lexicon.PARENTHETICAL | lexicon.HEDGING | lexicon.DEMANDING | lexicon.WISHING | lexicon.DENYING
    subject = trees.subject(head)
    if between & {"—", "–"} and subject is not None and trees.child(head, "dobj") is not None:
        # "There was a time — Lee once wrote a book": no report.
        return head.doc[subject.left_edge.i - 1].text in ("—", "–")
    return bool(between & {";", ":"}) or head.lemma_.lower() not in known


def is_open_question(clause: Token) -> bool:
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
