"""Verbs that the parser gives the wrong subject or the wrong clause: repairs that ``mending`` applies.

Each gives token index -> (index of the new head, new label), as those of ``mending`` do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims import trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    Change = tuple[int, tuple[int, str]]

_TIMES = ("DATE", "TIME")

#: Subordinators that open a clause of their own behind a complete one.
_OPENING = frozenset("because although though while whereas since".split())


def _relatives_beside_their_noun(doc: Doc) -> Iterator[Change]:
    """ "said that the firms it wants to buy are losing money": "it wants" says which firms."""
    for verb in trees.tokens(doc):
        subjects = [token for token in trees.children(verb, "nsubj") if token.i < verb.i]
        if len(subjects) != 2 or subjects[1].tag_ != "PRP" or subjects[0].right_edge.i + 1 != subjects[1].i:
            continue
        later = (
            token
            for token in trees.children(verb.head, "ccomp", "conj")
            if token.i > verb.i and trees.is_finite(token) and trees.subject(token) is None
        )
        main = next(later, None)
        if main is not None and verb.dep_ == "ccomp":
            yield subjects[0].i, (main.i, "nsubj")
            yield verb.i, (subjects[0].i, "relcl")
            for mark in trees.children(verb, "mark"):
                yield mark.i, (main.i, "mark")


def _plurals_at_the_start(doc: Doc) -> Iterator[Change]:
    """ "Farmers, meanwhile, want rain": a plural in front of a verb without a subject is its subject."""
    for noun in trees.tokens(doc):
        verb = noun.head
        if noun.dep_ != "npadvmod" or noun.tag_ not in ("NNS", "NNPS") or noun.ent_type_ in _TIMES:
            continue
        plural = verb.tag_ in ("VBP", "VBD") and noun.i < verb.i
        if plural and verb.dep_ == "ROOT" and trees.subject(verb) is None and noun.left_edge.i == 0:
            yield noun.i, (verb.i, "nsubj")


def _clauses_with_two_marks(doc: Doc) -> Iterator[Change]:
    """ "has tried to change that in a year because he knows": "that" and the year go with the first verb."""
    for clause in trees.tokens(doc):
        marks = list(trees.children(clause, "mark"))
        if clause.dep_ != "ccomp" or len(marks) != 2 or marks[0].lower_ != "that":
            continue
        verb, second = clause.head, marks[1]
        if verb.i > marks[0].i or second.lower_ not in _OPENING or second.i == marks[0].i + 1:
            continue
        before = [token for token in trees.dependants(clause) if token.i < second.i]
        if any(token.dep_ not in ("mark", "prep", "advmod", "npadvmod", "punct") for token in before):
            continue
        infinitive = trees.child(verb, "xcomp")
        inner = infinitive if infinitive is not None and infinitive.i < marks[0].i else verb
        yield marks[0].i, (inner.i, "dobj")
        yield clause.i, (verb.i, "advcl")
        for token in before[1:]:
            yield token.i, (inner.i, token.dep_)


def _reports_behind_a_quotation(doc: Doc) -> Iterator[Change]:
    """'"We won!" he wrote': two sentences for the parser, one of which says whose words the other are."""
    roots = [token for token in trees.tokens(doc) if token.dep_ == "ROOT"]
    for first, second in pairwise(roots):
        subject = trees.subject(second)
        if subject is None or not trees.is_bare_report(second) or not trees.is_verbal(first):
            continue
        start = min(second.left_edge.i, second.i)
        if start > 1 and doc[start - 1].text == '"' and doc[start - 2].text in ("!", "?", ",", "."):
            yield second.i, (first.i, "parataxis")


def _participles_side_by_side(doc: Doc) -> Iterator[Change]:
    """ "saw drivers leaving their cars and running": the drivers ran."""
    for token in trees.tokens(doc):
        head = token.head
        if token.dep_ != "conj" or token.tag_ != "VBG" or head.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        seen = next((t for t in trees.children(head, "ccomp") if head.i < t.i < token.i), None)
        bare = trees.child(token, *trees.AUXILIARIES, *trees.SUBJECTS) is None
        if seen is not None and seen.tag_ == "VBG" and bare and trees.subject(seen) is not None:
            yield token.i, (seen.i, "conj")
            for joint in trees.children(head, "cc"):
                if seen.i < joint.i < token.i:
                    yield joint.i, (seen.i, "cc")


def _verbs_behind_an_agent(doc: Doc) -> Iterator[Change]:
    """ "Firms backed by the two banks lost a third": "lost" was read as what the banks are."""
    for noun in trees.tokens(doc):
        if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or doc[-1].text != ".":
            continue
        if any(trees.is_verbal(token) and trees.is_finite(token) for token in trees.tokens(doc)):
            continue
        passive = trees.child(noun, "acl")
        agent = None if passive is None else trees.child(passive, "agent")
        whom = None if agent is None else trees.child(agent, "pobj")
        verb = None if whom is None else trees.child(whom, "acl")
        if verb is not None and verb.tag_ == "VBN" and _is_active(verb):
            yield verb.i, (verb.i, "ROOT")
            yield noun.i, (verb.i, "nsubj")


def _is_active(verb: Token) -> bool:
    """Whether a form that may be a past has no agent of its own and is no plain participle ("taken")."""
    return trees.child(verb, "agent") is None and verb.lower_[-1:] in ("d", "t") and verb.i > 0


def _subjects_behind_and(doc: Doc) -> Iterator[Change]:
    """ "It is a small group and its mission is to fight": the mission is not what it is."""
    for verb in trees.tokens(doc):
        if verb.tag_ not in ("VBZ", "VBP", "VBD") or verb.dep_ not in ("ccomp", "conj") or verb.i < 2:
            continue
        if trees.subject(verb) is not None or trees.child(verb, "mark") is not None:
            continue
        noun = doc[verb.i - 1]
        joint = doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
        before = noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and noun.head.head == verb.head
        agrees = verb.tag_ == "VBD" or trees.is_plural(noun) == (verb.tag_ == "VBP")
        if before and joint.lower_ in ("and", "but") and agrees:
            yield noun.i, (verb.i, "nsubj")
            yield joint.i, (verb.head.i, "cc")
            yield verb.i, (verb.head.i, "conj")


#: In this order.
SUBJECTS = (
    _verbs_behind_an_agent,
    _subjects_behind_and,
    _relatives_beside_their_noun,
    _plurals_at_the_start,
    _clauses_with_two_marks,
    _participles_side_by_side,
    _reports_behind_a_quotation,
)
