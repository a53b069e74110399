"""Denials, doubts and refusals beyond a single verb: "rejected reports that P", "a crime Russia denies".

All functions ask one dependency tree; what a denial does to a claim is decided in ``attribution``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

_PRONOUNS = ("which", "that", "who", "what")


def stance_of(head: Token) -> Stance | None:
    """What a verb does to its content apart from plain reporting; None if it does nothing of the kind."""
    lemma = head.lemma_.lower()
    if lemma in lexicon.DENYING or _is_phrasal_denial(head):
        return Stance.DENIES
    if lemma in lexicon.DOUBT_CASTING and (doubt := trees.child(head, "dobj")) is not None:
        return Stance.QUESTIONS if doubt.lemma_.lower() in ("doubt", "suspicion") else None
    if lemma in lexicon.REFUSING and trees.child(head, "xcomp") is not None:
        return Stance.HEDGES
    if lemma in lexicon.CONFIRMING and trees.is_negated(head):
        return Stance.HEDGES
    return Stance.QUESTIONS if lemma == "question" else None


def _is_phrasal_denial(head: Token) -> bool:
    """ "rule out", "shoot down", "push back on"."""
    particles = lexicon.PHRASAL_DENIALS.get(head.lemma_.lower())
    return particles is not None and any(
        token.lower_ in particles for token in trees.children(head, "prt", "advmod", "advcl", "prep")
    )


def content_of(head: Token) -> Token | None:
    """The clause that a denying, doubting or refusing verb speaks of, if it is no plain complement.

    The gerund of "denied having met him", the clause of "rejected reports that P", of "reports that P were
    denied", and of "refused to say whether P".
    """
    stance = stance_of(head)
    if stance is None:
        return reported_by_noun(head) if head.lemma_.lower() in lexicon.CONFIRMING else None
    inner = trees.child(head, "xcomp")
    if head.lemma_.lower() in lexicon.REFUSING:
        if inner is None or inner.lemma_.lower() not in lexicon.SAYING:
            return None
        return trees.child(inner, "ccomp") or reported_by_noun(inner)
    if stance is Stance.DENIES and inner is not None and head.lemma_.lower() not in lexicon.TURNING_DOWN:
        return inner
    return reported_by_noun(head)


def reported_by_noun(head: Token) -> Token | None:
    """ "(rejected) reports that P", "(cast doubt) on claims that P": the P of it."""
    for token in trees.children(head, "dobj", "nsubjpass", "prep"):
        if token.dep_ == "nsubjpass" and token.head.lemma_.lower() in lexicon.CONFIRMING:
            continue
        noun = trees.child(token, "pobj") if token.dep_ == "prep" else token
        # "Dismiss the fact that P" says that P.
        found = None if noun is None or noun.lemma_.lower() in lexicon.FACT_NOUNS else clause_of_noun(noun)
        if found is not None:
            return found
    return None


def clause_of_noun(noun: Token) -> Token | None:
    """The clause that says what a report says: "reports that P"; None for a relative clause."""
    if noun.lemma_.lower() not in lexicon.REPORT_NOUNS:
        return None
    found = (token for token in trees.children(noun, "acl", "ccomp") if trees.is_finite(token))
    return next((token for token in found if trees.subject(token) is not None), None)


def contrary_to(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """ "Contrary to reports that P, ...": the cue and the clause that is said not to be so."""
    if not trees.holds(doc, "contrary"):
        return
    for token in trees.tokens(doc):
        if token.lower_ == "contrary":
            to = next((t for t in trees.children(token, "prep") if t.lower_ == "to"), None)
            noun = trees.child(to, "pobj") if to is not None else None
            clause = clause_of_noun(noun) if noun is not None else None
            if clause is not None:
                yield token, clause


def asides(nouns: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    """ ", a war crime Russia denies", ", which Kyiv rejects": who denies the clause before, and the verb.

    ``nouns`` are the tokens of that clause on which such an aside may hang.
    """
    for noun in nouns:
        for verb in trees.children(noun, "relcl", "acl"):
            if verb.lemma_.lower() not in lexicon.DENYING or trees.is_negated(verb):
                continue
            speaker = _denier(noun, verb)
            if speaker is not None:
                yield speaker, verb


def _denier(noun: Token, verb: Token) -> Token | None:
    if verb.dep_ == "acl":
        agent = trees.child(verb, "agent")
        return trees.child(agent, "pobj") if agent is not None and _is_loose_comment(noun) else None
    speaker = trees.subject(verb)
    if speaker is None or speaker.lower_ in _PRONOUNS or trees.child(verb, "ccomp", "xcomp") is not None:
        return None
    denied = trees.child(verb, "dobj")
    if denied is not None and denied.lower_ not in _PRONOUNS:
        return None
    which = denied is not None and denied.lower_ == "which" and trees.after_comma(verb)
    if which and noun.lemma_.lower() not in lexicon.REPORT_NOUNS:
        return speaker
    return speaker if _is_loose_comment(noun) else None


def _is_loose_comment(noun: Token) -> bool:
    """ ", a claim ...", "— something ...": a noun after a comma that stands for the whole clause."""
    opening = noun.doc[noun.left_edge.i].lower_
    return trees.after_comma(noun) and (opening in ("a", "an") or noun.lower_ in ("something", "charges"))


def in_own_words(head: Token, clause: Token) -> bool:
    """ "Denied sending secrets: 'I did not email any'": what stands behind the colon is what he says."""
    before = clause.left_edge.i - 1
    while before > head.i and head.doc[before].is_quote:
        before -= 1
    return before > head.i and head.doc[before].text == ":"
