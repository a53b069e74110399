"""Coordination inside a complement distributed: "demands that Kyiv withdraw and disarm" makes two claims.

A demand, a wish or a readiness stays whole, but each of its parts can be contradicted alone, and a claim
that says two things is half as easy to judge.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims import trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from checker.claims.clauses import Clause

#: What stands before the first verb and belongs to all of them.
_SHARED = (*trees.SUBJECTS, *trees.AUXILIARIES, "mark", "neg")

_COMPLEMENTS = ("ccomp", "xcomp", "pcomp", "acomp", "prep")


def distributed(clause: Clause) -> Iterator[Clause]:
    """One clause for each verb that its complement coordinates; the clause itself if there is none."""
    inside = set(clause.tokens)
    first = _first_of_several(clause.head, inside)
    if first is None:
        yield clause
        return
    others = [token for token in _conjuncts(first) if token in inside]
    joints = {t for verb in (first, *others) for t in trees.children(verb, "cc") if t.i > verb.i}
    joints |= {t for verb in (first, *others) for t in trees.children(verb, "punct") if t.i > verb.i}
    tails = [set(token.subtree) for token in others]
    shared = {t for child in first.lefts if child.dep_ in _SHARED for t in child.subtree}
    own = set(first.subtree) - shared
    for part in (None, *others):
        gone = joints | (set() if part is None else own)
        for token, tail in zip(others, tails, strict=True):
            gone |= tail if token is not part else set()
        kept_part = set() if part is None else set(part.subtree) - joints - _after(part, others)
        if part is not None and trees.subject(part) is not None:
            gone |= shared
        elif part is not None and trees.child(part, *trees.AUXILIARIES) is not None:
            gone |= set(trees.children(first, *trees.AUXILIARIES))
        yield replace(clause, tokens=tuple(t for t in clause.tokens if t not in gone or t in kept_part))


def _after(part: Token, others: list[Token]) -> set[Token]:
    """The later conjuncts, which the parser chains below the earlier ones."""
    return {t for other in others if other.i > part.i for t in other.subtree}


def _first_of_several(head: Token, inside: set[Token]) -> Token | None:
    """The first verb below ``head``, in its complement, that coordinates others."""
    waiting = [token for token in trees.dependants(head) if token.dep_ in _COMPLEMENTS and token in inside]
    while waiting:
        token = waiting.pop(0)
        if trees.is_verbal(token) and any(other in inside for other in _conjuncts(token)):
            return token
        waiting.extend(c for c in trees.dependants(token) if c.dep_ in _COMPLEMENTS and c in inside)
    return None


def _conjuncts(verb: Token) -> list[Token]:
    """The verbs coordinated with a verb, in order; those of another form are mistakes of the parser."""
    out: list[Token] = []
    waiting = [verb]
    while waiting:
        for token in trees.children(waiting.pop(0), "conj"):
            if trees.is_verbal(token) and (_alike(token, verb) or trees.subject(token) is not None):
                out.append(token)
                waiting.append(token)
    return out


def _alike(token: Token, verb: Token) -> bool:
    if token.tag_ == verb.tag_:
        return True
    # The parser takes some bare infinitives for presents, but "are" is never one.
    bare = ("VB", "VBP")
    return token.tag_ in bare and verb.tag_ in bare and token.lower_ == token.lemma_.lower()
