"""Participles that say or tell something of their own: ", hitting an arsenal", "by saying that P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, tense, trees
from checker.records import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

#: "By saying that P", "after claiming that P"; not "without".
_TELLING_PREPOSITIONS = frozenset("by after before in when while on".split())


def says_its_own(token: Token, subject: Token | None) -> bool:
    """ "The army attacked, hitting an arsenal" says that it hit one; only under a verb of fact."""
    head = token.head
    if subject is None or token.tag_ != "VBG" or token.i < head.i or not trees.after_comma(token):
        return False
    if trees.child(token, "mark", *trees.AUXILIARIES) is not None:
        return False
    if trees.child(token, "dobj") is None and not _tries(token):
        return False
    return token.lemma_.lower() not in lexicon.EMPTY_PARTICIPLES and _is_fact(head)


def _is_fact(head: Token) -> bool:
    """Whether a verb tells of a deed: not "did not react (by saying that P)", "will react", "could react"."""
    if trees.is_negated(head) or any(verb.tag_ == "MD" for verb in trees.children(head, "aux")):
        return False
    return tense.of_verb(head) in (Tense.PAST, Tense.PERFECT, Tense.PRESENT)


def _tries(token: Token) -> bool:
    """ ", seeking to calm the market": what is tried stands in an infinitive."""
    content = trees.child(token, "xcomp")
    return content is not None and trees.child(content, "aux") is not None and content.tag_ == "VB"


def tells(head: Token) -> Iterator[Token]:
    """The participles behind a preposition, or under an infinitive, that report something."""
    if not _is_fact(head):
        return
    for preposition in trees.children(head, "prep"):
        if preposition.lower_ in _TELLING_PREPOSITIONS:
            yield from (token for token in trees.children(preposition, "pcomp") if _reports(token))
    for infinitive in trees.children(head, "xcomp"):
        for token in trees.children(infinitive, "advcl"):
            mark = trees.child(token, "mark")
            if mark is not None and mark.lower_ == "while" and _reports(token):
                yield token


def perceived(head: Token) -> bool:
    """ "Lee saw the drivers running": a participle that says what happened before somebody's eyes."""
    first = head.head if head.dep_ == "conj" else head
    above = first.head
    seen = first.dep_ == "ccomp" and first.i > above.i and above.lemma_.lower() in lexicon.PERCEIVING
    return seen and head.tag_ == "VBG" and trees.child(head, *trees.AUXILIARIES) is None and _happened(above)


def _happened(verb: Token) -> bool:
    return verb.tag_ == "VBD" and not trees.is_negated(verb)


def loose(noun: Token) -> Iterator[Token]:
    """ "The plan, announced in May, bans P": what is said of a subject between two commas."""
    if noun.dep_ not in trees.SUBJECTS:
        return
    for token in trees.children(noun, "acl"):
        closed = token.right_edge.i + 1 < len(noun.doc) and noun.doc[token.right_edge.i + 1].text == ","
        said = token.tag_ == "VBN" and trees.child(token, "agent", "prep", "oprd") is not None
        empty = token.lemma_.lower() in lexicon.EMPTY_PARTICIPLES
        if closed and said and not empty and trees.after_comma(token) and noun.i < token.i < noun.head.i:
            yield token


def _reports(token: Token) -> bool:
    content = trees.child(token, "ccomp")
    return (
        token.tag_ == "VBG"
        and token.lemma_.lower() in lexicon.REPORTING
        and content is not None
        and trees.subject(content) is not None
    )
