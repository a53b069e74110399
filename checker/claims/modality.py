"""In which mode a clause stands: what its own modals, adverbs and conditions say about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.claims import contractions, lexicon, trees, unsaid
from checker.records import Modality, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from checker.claims.attribution import Frame


def in_mode(head: Token, frame: Frame, shared: tuple[Token, ...] = ()) -> Frame:
    """The frame of a clause, with its own modality.

    ``shared`` are the auxiliaries and adverbs that a coordinated clause takes over from the first one.
    What the frame already says (a question, a doubt, a condition) weighs more.
    """
    if frame.modality is not Modality.ASSERTED:
        return frame
    own = (*trees.dependants(head), *shared)
    asked = any(token.dep_ == "mark" and token.lower_ == "whether" for token in trees.dependants(head))
    if asked or is_turned_round(head):
        return replace(frame, stance=Stance.QUESTIONS, modality=Modality.ASKED)
    if unsaid.is_alternative(head):
        return replace(frame, modality=Modality.CONDITIONAL)
    modals = {contractions.modal(token) for token in own} - {None}
    if modals & lexicon.DEMANDING_MODALS:
        return replace(frame, modality=Modality.DEMANDED)
    if has_condition(head) or ("would" in modals and frame.cue is None):
        return replace(frame, modality=Modality.CONDITIONAL)
    if modals & lexicon.HEDGING_MODALS and not (modals == {"would"} and _in_the_past(frame.cue)):
        return replace(frame, modality=Modality.HEDGED)
    adverbs = {token.lower_ for token in own if token.dep_ == "advmod"}
    if adverbs & lexicon.HEDGING_ADVERBS or head.lemma_ in lexicon.SEEMING:
        return replace(frame, modality=Modality.HEDGED)
    return frame


def is_turned_round(head: Token) -> bool:
    """ "Does it qualify as a felony?": a question in the middle of a sentence."""
    subject = trees.subject(head) if trees.holds(head.doc, "?") else None
    if subject is None or not any(token.text == "?" for token in head.doc[head.i :]):
        return False
    verbs = [*trees.children(head, *trees.AUXILIARIES), *([head] if head.lemma_ == "be" else [])]
    return bool(verbs) and verbs[0].i < subject.left_edge.i and verbs[0].i == _first_word(head)


def _first_word(head: Token) -> int:
    inside = (token for token in head.subtree if not (token.is_punct or token.is_quote or token.dep_ == "cc"))
    return next((token.i for token in inside), head.i)


def opens_with_condition(doc: Doc) -> bool:
    """Whether a sentence has the form "If ..., then ...", wherever the parser has hung the "if"."""
    if not trees.holds(doc, "if") or not trees.holds(doc, "then"):
        return False
    words = [
        token for token in trees.tokens(doc) if not (token.is_punct or token.is_quote or token.is_space)
    ][:2]
    if len(words) < 2 or words[0].lower_ != "if" or words[1].lower_ in ("anything", "nothing", "so", "not"):
        return False
    return any(
        token.lower_ == "then" and token.i and doc[token.i - 1].text == "," and token.head.dep_ == "ROOT"
        for token in trees.tokens(doc)
    )


def _in_the_past(cue: Token | None) -> bool:
    """Under "said", "would" is only the past of "will"."""
    if cue is None:
        return False
    if cue.tag_ == "VBG" and cue.dep_ == "advcl":
        # "Lee said P, adding that he would": said in the past as well.
        return cue.head.tag_ == "VBD"
    return cue.tag_ == "VBD" or any(token.lemma_ == "have" for token in trees.children(cue, "aux"))


def has_condition(head: Token, *, before: bool = False) -> bool:
    """Whether a clause hangs on an "if" or "unless" (with ``before``: one that stands in front of it)."""
    return any(
        (mark_of(token) in lexicon.CONDITIONS or _is_inverted(token))
        and trees.subject(token) is not None
        and (token.i < head.i or not before)
        for token in _conditions(head)
    )


def _is_inverted(clause: Token) -> bool:
    """ "Should the army lose, ...", "had it lost, ...": a condition without an "if"."""
    first = clause.doc[clause.left_edge.i]
    subject = trees.subject(clause)
    inverted = first.lower_ in ("should", "had", "were")
    return inverted and subject is not None and first.i < subject.left_edge.i


def _conditions(head: Token) -> Iterator[Token]:
    """The clauses that may be a condition: adverbial ones, and what the parser hangs elsewhere.

    "As long as P" hangs on "long", "provided that P" mostly on the noun before it.
    """
    yield from trees.children(head, "advcl")
    for token in trees.children(head, "advmod"):
        if token.lower_ == "long":
            yield from trees.children(token, "advcl")
    for noun in trees.children(head, "dobj", "attr", "nsubjpass"):
        yield from (token for token in trees.children(noun, "acl", "advcl") if _proviso(token))


def _proviso(clause: Token) -> str:
    """ "provided (that) P", "as long as P": the words before a clause that make it a condition."""
    first = clause.left_edge.i
    doc = clause.doc
    if doc[first].lower_ == "that" and first > 0:
        first -= 1
    if doc[first].lower_ not in ("provided", "providing"):
        first -= 1
    if first >= 0 and doc[first].lower_ in ("provided", "providing"):
        return doc[first].lower_
    at = clause.left_edge.i
    long = at >= 2 and doc[at].lower_ == "as" and doc[at - 1].lower_ == "long"
    return "as long as" if long and doc[at - 2].lower_ in ("as", "so") else ""


def hedging_adverbs(head: Token) -> tuple[Token, ...]:
    """The adverbs of a clause that doubt it: "reportedly", "allegedly"."""
    return tuple(t for t in trees.children(head, "advmod") if t.lower_ in lexicon.HEDGING_ADVERBS)


def mark_of(head: Token) -> str:
    """What makes a clause subordinate: "if", "although", "as long as"; "" if there is nothing."""
    proviso = _proviso(head)
    if proviso:
        return proviso
    marks = [token.lower_ for token in trees.children(head, "mark")]
    if marks[:2] in (["as", "if"], ["as", "though"]):
        return "as if"
    if marks:
        return marks[0]
    first = trees.opens(head)
    return first.lower_ if first.tag_ in ("WRB", "IN") else ""
