"""Deeds that stand as nouns: "denied wrongdoing", "accused him of fraud", "denies racism charges".

Much of what papers report of quarrels is said so, and a noun contradicts nothing: that somebody denied fraud
is true beside that he committed it. The deed is therefore made a proposition about its doer ("Lee committed
fraud"), with who accuses or denies as its speaker. Only nouns that are mostly the deed of who is talked of
are turned: a court "denied bail", a state "denies the genocide", and those deny no deed of one's own.
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

    ``verb`` denies or accuses; ``end`` is the index of the token before which the words for the doer end,
    whatever the parser thinks.
    """

    head: Token
    verb: Token
    end: int
    words: tuple[Token, ...]
    said: str
    unsaid: str


_COMMITTED = frozenset(
    "fraud perjury treason crime rape murder assault theft adultery plagiarism arson".split()
)
_ENGAGED_IN = frozenset(
    "wrongdoing misconduct collusion corruption bribery harassment racism discrimination torture "
    "interference meddling espionage spying hacking obstruction coercion blackmail extortion "
    "conspiracy laundering manipulation trafficking impropriety malfeasance cheating doping "
    "profiling retaliation eavesdropping wiretapping".split()
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
_ACCUSATIONS = frozenset("accusation allegation charge claim".split())

#: Who denies for somebody else: the deed is not the speaker's own.
_DEPUTIES = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney representative aide adviser advisor official "
    "counsel publicist ally supporter defender family campaign".split()
)

#: Who denies a motion or a request, and not a deed.
_JUDGES = frozenset("judge court jury prosecutor police investigator panel board".split())


def denied(verb: Token, doer: Token) -> Deed | None:
    """What ``doer``, the subject of "deny", says that he did not do; None if it may be anything else."""
    noun = trees.child(verb, "dobj")
    if verb.lemma_.lower() != "deny" or noun is None or noun.i < verb.i or _speaks_for_others(doer):
        return None
    if noun.lemma_.lower() not in _ACCUSATIONS:
        return _deed(noun, verb, verb.i)
    if any(_names_somebody_else(token) for token in trees.dependants(noun)):
        return None
    found = (_deed(each, verb, verb.i) for each in _of_accusation(noun))
    return next((deed for deed in found if deed is not None), None)


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
                return _deed(noun, verb, token.i)
    return None


def _speaks_for_others(doer: Token) -> bool:
    """ "His lawyer", "Kremlin spokesman Dmitry Peskov", "the judge" speak of no deed of their own."""
    named = (doer, *trees.children(doer, "compound", "appos", "conj", "nmod"))
    return any(token.lemma_.lower() in _DEPUTIES | _JUDGES for token in named)


def _names_somebody_else(token: Token) -> bool:
    """ "Trump's claims of fraud", "the charges against Menendez"."""
    if token.dep_ == "poss":
        return token.pos_ != "PRON"
    goal = trees.child(token, "pobj") if token.lower_ == "against" else None
    return goal is not None and goal.pos_ != "PRON"


def _of_accusation(noun: Token) -> Iterator[Token]:
    """ "charges of fraud", "fraud charges": the noun of the deed."""
    for token in trees.children(noun, "prep"):
        inner = trees.child(token, "pobj")
        if token.lower_ == "of" and inner is not None:
            yield inner
    yield from trees.children(noun, "compound")


def _deed(noun: Token, verb: Token, end: int) -> Deed | None:
    lemma = noun.lemma_.lower()
    if _is_somebody_elses(noun):
        return None
    if lemma in _WITH_PREPOSITION:
        said, unsaid, prepositions = _WITH_PREPOSITION[lemma]
        goal = next((token for token in trees.children(noun, "prep") if token.lower_ in prepositions), None)
        # "Direct involvement" is not all involvement.
        if goal is None or trees.child(noun, "amod") is not None:
            return None
        return Deed(noun, verb, end, tuple(_plain(goal)), said, unsaid)
    words = tuple(_plain(noun, ("det", "poss", "relcl", "acl", "appos", "neg")))
    if lemma in _COMMITTED:
        return Deed(noun, verb, end, words, "committed", "did not commit")
    if lemma in _ENGAGED_IN:
        return Deed(noun, verb, end, words, "engaged in", "did not engage in")
    return None


def _is_somebody_elses(noun: Token) -> bool:
    """ "Russia's involvement", "Russian interference", "interference by Russia", "the corruption"."""
    for token in trees.dependants(noun):
        if token.dep_ == "poss" and token.pos_ != "PRON":
            return True
        if token.ent_type_ in ("NORP", "GPE", "PERSON", "ORG") and token.dep_ in ("amod", "compound", "nmod"):
            return True
        if token.dep_ == "prep" and token.lower_ in ("by", "of") and noun.lemma_.lower() != "knowledge":
            return True
        if token.lower_ in ("the", "that", "this") and noun.lemma_.lower() not in _WITH_PREPOSITION:
            return True
    return False


def _plain(head: Token, removed: tuple[str, ...] = ("relcl", "acl", "appos")) -> Iterator[Token]:
    """The phrase of a token without comments, and without what a denial needs ("any")."""
    loose = [token for token in head.subtree if token != head and token.dep_ in removed]
    for token in trees.without(head, loose):
        if token.lower_ not in lexicon.POLARITY_ITEMS and not token.is_quote:
            yield token
