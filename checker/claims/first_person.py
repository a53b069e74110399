"""The first person in a quotation replaced by who speaks: "I opposed it", Ann Lee said.

Only one speaker with a name or an office says "I"; whom "we" means is not known from a sentence.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.claims.contractions import stands_for_had
from checker.claims.inflection import third_person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from checker.claims.clauses import Clause

_SUBJECT = frozenset(("i",))
_OBJECT = frozenset(("me", "myself"))
_OWNER = frozenset(("my", "mine"))
#: The spaces keep the word apart from the name that it was glued to: "I'm".
_AGREEING = MappingProxyType(
    {"am": " is", "'m": " is", "have": " has", "'ve": " has", "do": " does", "'ll": " will", "'d": " would"}
)
_NAMELESS = frozenset("i me my we us you he she it they him her them who which that this these those".split())


def third(clause: Clause, name: str) -> Mapping[int, str]:
    """Replacements, token index -> words, for the first person of a clause that ``name`` speaks.

    Nothing if the name is a pronoun or names several.
    """
    if not name or name.lower() in _NAMELESS | lexicon.OPEN_SUBJECTS:
        return {}
    owner = f"{name}'" if name.endswith("s") else f"{name}'s"
    out: dict[int, str] = {}
    for token in clause.tokens:
        word = token.lower_
        if word in _SUBJECT and token.tag_ == "PRP":
            out[token.i] = name
            out.update(_agreeing(token.head))
        elif word in _OBJECT:
            out[token.i] = name
        elif word in _OWNER:
            out[token.i] = owner
    if clause.subject is not None and clause.subject.lower_ in _SUBJECT:
        out[clause.subject.i] = name
        out.update(_agreeing(clause.head))
        out.update(
            (token.i, _AGREEING[token.lower_].strip()) for token in clause.auxiliaries if _agrees(token)
        )
    return out


def _agrees(token: Token) -> bool:
    return token.lower_ in _AGREEING


def _agreeing(verb: Token) -> Mapping[int, str]:
    """The verb, or its first auxiliary, in the third person."""
    auxiliary = trees.child(verb, *trees.AUXILIARIES)
    if auxiliary is not None:
        # "I'd seen" had, "I'd see" and "I'd have seen" would.
        if stands_for_had(auxiliary):
            return {auxiliary.i: " had"}
        return {auxiliary.i: _AGREEING[auxiliary.lower_]} if _agrees(auxiliary) else {}
    if _agrees(verb):
        return {verb.i: _AGREEING[verb.lower_]}
    if verb.tag_ == "VBP":
        return {verb.i: third_person(verb.lemma_.lower())}
    return {}
