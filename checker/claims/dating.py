"""Which of a sentence's moments say when a clause happens, and which only date a thing that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from checker.records import Moment

#: Through these a phrase of time hangs on the verb that it dates.
_CHAIN = frozenset({"xcomp", "aux", "auxpass", "prep", "pobj", "advmod", "npadvmod"})

#: After these a noun with a date is itself a point in time: "since the invasion in February".
_POINTS = frozenset("since after before until till of from following during".split())


def dating(found: Iterable[Moment], head: Token, tokens: Sequence[Token], offset: int) -> tuple[Moment, ...]:
    """Those of a sentence's moments that say when the clause of ``head`` happens.

    ``tokens`` are the tokens of the clause. "He rejected Tuesday's offer" and "the deal of 2015" date an
    offer and a deal, not what the clause says of them.
    """
    inside = {token.idx + offset: token for token in tokens}
    dated = []
    for moment in found:
        words = [inside[at] for at in inside if moment.start <= at < moment.end]
        if words and _dates(min(words, key=_depth), head):
            dated.append(moment)
    return tuple(dated)


def _depth(token: Token) -> int:
    depth = 0
    while token.head.i != token.i:
        token = token.head
        depth += 1
    return depth


def _dates(token: Token, head: Token) -> bool:
    """Whether an expression hangs on the verb, or at the end of the verb's own object."""
    if token == head:
        return True
    if token.dep_ in ("poss", "compound", "amod", "nummod") and not trees.is_verbal(token.head):
        return False
    preposition = token.head if token.dep_ == "pobj" else token
    if preposition.dep_ == "prep" and preposition.lower_ in ("of", "from"):
        return preposition.head == head
    above = token.head
    while above != head and above.dep_ in _CHAIN:
        if above.dep_ == "pobj" and above.head.lower_ in _POINTS:
            return False
        above = above.head
    if above == head:
        return True
    return above.dep_ in ("dobj", "nsubjpass", "attr") and above.head == head and token.i > head.i
