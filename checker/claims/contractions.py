"""Contracted verbs in full: "the laws 've failed" is to be read as "the laws have failed"."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims import trees

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

_CONTRACTED = MappingProxyType({"'re": "are", "'ve": "have", "'ll": "will", "'d": "would"})
_HAD_OR_WOULD = ("'d", "’d", "d")
_BEFORE_NOT = MappingProxyType({"wo": "will", "ca": "can", "sha": "shall"})


def spelled_out(tokens: Sequence[Token], wording: Mapping[int, str]) -> dict[int, str]:
    """ "'ve", "'s" behind a noun, or a pronoun that a noun replaces, in full: "the laws have failed"."""
    found = {}
    for token in tokens:
        full, before = _in_full(token), token.doc[token.i - 1] if token.i else None
        if full is None or before is None or not wording.get(before.i):
            continue
        word = wording[token.i]
        if word.startswith(token.text) and (
            before.pos_ in ("NOUN", "PROPN") or wording[before.i] != before.text
        ):
            found[token.i] = f" {full}{word.removeprefix(token.text)}"
    return found


def stands_for_had(token: Token) -> bool:
    """ "He'd voted", "she'd better go": the "'d" that is no "would", whatever its tag says."""
    if token.lower_ not in _HAD_OR_WOULD or token.dep_ not in trees.AUXILIARIES:
        return False
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "better":
        return True
    helping = (other for other in trees.children(token.head, *trees.AUXILIARIES) if other.i > token.i)
    return next(helping, token.head).tag_ in ("VBN", "VBD")


def modal(token: Token) -> str | None:
    """The modal verb that a token is, contractions in full; None if it is none."""
    if token.tag_ != "MD" or stands_for_had(token):
        return None
    return "would" if token.lower_ in _HAD_OR_WOULD else token.lemma_.lower()


def _in_full(token: Token) -> str | None:
    """The verb that a contraction stands for; the parser's lemma of "'s" is "be" even in "he's won"."""
    if token.tag_ == "POS" or token.pos_ not in ("VERB", "AUX"):
        return None
    if stands_for_had(token):
        return "had"
    short = token.lower_.replace("’", "'")
    if short == "'s":
        active = token.dep_ == "aux" or trees.child(token.head, "dobj") is not None
        return "has" if token.head.tag_ == "VBN" and active else "is"
    return _CONTRACTED.get(short)


def shared_word(token: Token, replacements: Mapping[int, str]) -> str:
    """An auxiliary, or the "n't" on it, as it reads away from its place."""
    if token.dep_ == "neg" and token.lower_.endswith(("'t", "’t")):
        return "not"
    known = _BEFORE_NOT.get(token.lower_) or _in_full(token)
    return known or replacements.get(token.i, token.text)
