"""Denials that point back: "The Kremlin denied the report." after the sentence that says what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import denials, lexicon, trees
from checker.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

#: What is denied beside reports: what somebody is accused of, or asserted before.
_DENIED_NOUNS = lexicon.REPORT_NOUNS | frozenset(("story", "account", "version", "characterization"))

#: What points to something that was told before; "a report" and "reports" may be any.
_POINTING = frozenset(("the", "that", "this", "those", "these", "such"))
_PRONOUNS = frozenset(("it", "this", "that", "them"))


@dataclass(frozen=True, slots=True)
class Pointer:
    """Who denies (``speaker``), the verb (``cue``) and the words that point back (``noun``)."""

    speaker: Token
    cue: Token
    noun: Token


def pointers(doc: Doc) -> Iterator[Pointer]:
    """The denials of a sentence that say themselves not what is denied."""
    for verb in trees.tokens(doc):
        if verb.pos_ != "VERB" or trees.is_negated(verb) or verb.head.dep_ == "advcl":
            continue
        if denials.stance_of(verb) is not Stance.DENIES or denials.content_of(verb) is not None:
            continue
        speaker, noun = trees.child(verb, "nsubj"), trees.child(verb, "dobj")
        if speaker is None or noun is None or speaker.pos_ == "PRON" or not _points(noun):
            continue
        # "Asked whether he had made it up, Lee denied the charge": it points to its own sentence.
        if any(token.i < verb.i and token.dep_ in ("advcl", "ccomp") for token in trees.tokens(doc)):
            continue
        yield Pointer(speaker, verb, noun)


def _leaves_open(token: Token) -> bool:
    """ "The allegations against him", "the claim as false": words that do not say what was told."""
    goal = trees.child(token, "pobj") if token.lower_ == "against" else None
    return token.dep_ == "prep" and (token.lower_ == "as" or (goal is not None and goal.pos_ == "PRON"))


def _points(noun: Token) -> bool:
    """ "the report", "those claims", "it"; not "the report on Kursk", which says itself what it means."""
    if noun.lower_ in _PRONOUNS:
        return True
    if noun.lemma_.lower() not in _DENIED_NOUNS:
        return False
    said = trees.children(noun, "prep", "acl", "relcl", "ccomp", "poss", "compound")
    if not all(_leaves_open(token) for token in said):
        return False
    return any(token.lower_ in _POINTING for token in trees.children(noun, "det", "amod", "predet"))
