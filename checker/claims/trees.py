"""Small questions about a dependency tree that the other modules of this folder share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from checker.claims import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
AUXILIARIES = ("aux", "auxpass")


def child(head: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    return next((token for token in head.children if token.dep_ in labels), None)


def children(head: Token, *labels: str) -> Iterator[Token]:
    """The children with one of the labels, in order."""
    return (token for token in head.children if token.dep_ in labels)


def subject(head: Token) -> Token | None:
    """The subject of a clause's head, if it has one of its own."""
    return child(head, *SUBJECTS)


def is_verbal(token: Token) -> bool:
    """Whether a token can head a clause."""
    return token.pos_ in ("VERB", "AUX") or (token.dep_ in ("ROOT", "ccomp") and child(token, "cop") is not None)


def is_finite(head: Token) -> bool:
    """Whether a clause stands in a tense of its own ("talks", "has talked", not "to talk", "talking")."""
    if head.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(aux.tag_ in ("VBD", "VBZ", "VBP", "MD") for aux in children(head, *AUXILIARIES))


def is_negated(head: Token) -> bool:
    """Whether the clause of ``head`` carries a negation: "not ready", "no talks", "without"."""
    for token in head.children:
        if token.dep_ == "neg" or token.lower_ in lexicon.NEGATIONS:
            return True
        if token.dep_ in (*SUBJECTS, "dobj", "attr", "acomp", "advmod", "xcomp"):
            if any(c.lower_ in lexicon.NEGATIONS or c.dep_ == "neg" for c in token.children):
                return True
    return False


def without(head: Token, removed: Iterable[Token]) -> list[Token]:
    """The subtree of ``head`` less the subtrees of the removed tokens, in order."""
    gone = {token.i for root in removed for token in root.subtree}
    return [token for token in head.subtree if token.i not in gone]
