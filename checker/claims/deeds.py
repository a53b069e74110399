"""Deeds that stand as nouns: "denied wrongdoing", "accused him of fraud", "denies racism charges".

Much of what papers report of quarrels is said so, and a noun contradicts nothing: that somebody denied fraud
is true beside that he committed it. The deed is therefore made a proposition about its doer ("Lee committed
fraud"), with who accuses or denies as its speaker. Only nouns that can be nothing but a deed are turned: a
court "denied bail", a ministry "denied access", and those are no denials.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Deed:
    """A noun as what somebody did: ``words`` are its tokens, ``said`` and ``unsaid`` the verbs before them.

    ``start`` is the index of the token before which the words for the doer end, whatever the parser thinks.
    """

    head: Token
    start: int
    words: tuple[Token, ...]
    said: str
    unsaid: str


_COMMITTED = frozenset(
    "fraud perjury treason crime rape murder genocide assault theft abuse adultery atrocity "
    "plagiarism robbery arson".split()
)
_ENGAGED_IN = frozenset(
    "wrongdoing misconduct collusion corruption bribery harassment racism discrimination torture "
    "interference meddling espionage spying hacking obstruction coercion terrorism blackmail extortion "
    "conspiracy laundering manipulation trafficking impropriety malfeasance cheating doping "
    "profiling retaliation insider-trading eavesdropping wiretapping".split()
)

#: Nouns that need the preposition after them: "involvement in the attack".
_WITH_PREPOSITION = MappingProxyType(
    {
        "involvement": ("was involved", "was not involved", frozenset(("in", "with"))),
        "responsibility": ("was responsible", "was not responsible", frozenset(("for",))),
        "role": ("had a role", "had no role", frozenset(("in",))),
        "part": ("had a part", "had no part", frozenset(("in",))),
        "complicity": ("was complicit", "was not complicit", frozenset(("in", "with"))),
        "participation": ("participated", "did not participate", frozenset(("in",))),
        "knowledge": ("knew", "did not know", frozenset(("of", "about"))),
        "link": ("was linked", "was not linked", frozenset(("to", "with"))),
        "connection": ("was connected", "was not connected", frozenset(("to", "with"))),
        "tie": ("had ties", "had no ties", frozenset(("to", "with"))),
        "contact": ("had contact", "had no contact", frozenset(("with",))),
    }
)

#: "The charges of fraud", "fraud allegations".
_ACCUSATIONS = frozenset(
    "accusation allegation charge claim suggestion report rumor rumour complaint".split()
)

#: Who denies for somebody else: the deed is not the speaker's own.
_DEPUTIES = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney representative aide adviser advisor official "
    "counsel publicist ally supporter defender family campaign who".split()
)


def denied(verb: Token) -> Deed | None:
    """What the subject of a denying verb says that he did not do; None if the noun may be anything else."""
    if verb.lemma_.lower() not in ("deny", "dispute", "reject", "refute", "dismiss"):
        return None
    doer, noun = trees.child(verb, "nsubj"), trees.child(verb, "dobj")
    if doer is None or noun is None or noun.i < verb.i or doer.lemma_.lower() in _DEPUTIES:
        return None
    if noun.lemma_.lower() in _ACCUSATIONS:
        found = (_deed(each, verb.i) for each in _of_accusation(noun))
        return next((deed for deed in found if deed is not None), None)
    # "Rejected corruption" is what anybody would do.
    return _deed(noun, verb.i) if verb.lemma_.lower() == "deny" else None


def accused(verb: Token) -> Deed | None:
    """What the object of "accuse" is said to have done, if it stands as a noun."""
    if verb.lemma_.lower() != "accuse":
        return None
    whom = trees.child(verb, "dobj")
    # The parser hangs "of" on the verb or on whom it accuses.
    for above in (verb, whom):
        for token in trees.children(above, "prep") if above is not None else ():
            noun = trees.child(token, "pobj")
            if token.lower_ == "of" and noun is not None:
                return _deed(noun, token.i)
    return None


def _of_accusation(noun: Token) -> Iterator[Token]:
    """ "charges of fraud", "fraud charges": the noun of the deed."""
    for token in trees.children(noun, "prep"):
        inner = trees.child(token, "pobj")
        if token.lower_ == "of" and inner is not None:
            yield inner
    yield from trees.children(noun, "compound")


def _deed(noun: Token, start: int) -> Deed | None:
    lemma = noun.lemma_.lower()
    if lemma in _WITH_PREPOSITION:
        said, unsaid, prepositions = _WITH_PREPOSITION[lemma]
        goal = next((token for token in trees.children(noun, "prep") if token.lower_ in prepositions), None)
        return None if goal is None else Deed(noun, start, tuple(_plain(goal)), said, unsaid)
    words = tuple(_plain(noun, ("det", "poss", "relcl", "acl", "appos", "neg")))
    if lemma in _COMMITTED:
        return Deed(noun, start, words, "committed", "did not commit")
    if lemma in _ENGAGED_IN:
        return Deed(noun, start, words, "engaged in", "did not engage in")
    return None


def _plain(head: Token, removed: tuple[str, ...] = ("relcl", "acl", "appos")) -> Iterator[Token]:
    """The phrase of a token without comments, and without what a denial needs ("any")."""
    loose = [token for token in head.subtree if token != head and token.dep_ in removed]
    for token in trees.without(head, loose):
        if token.lower_ not in lexicon.POLARITY_ITEMS and not token.is_quote:
            yield token
