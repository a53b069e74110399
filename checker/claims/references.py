"""Pronouns replaced by what they stand for, only where that is safe.

Safe means: the antecedent is the speaker or the subject of an enclosing or earlier clause, it agrees in
kind (person, thing, plural), and no other person stands in between. Everything else stays as it is: a
wrong name makes a false claim, a pronoun only a vague one. A pronoun whose antecedent the claim shows
anyway ("Putin rescinds his opposition") stays too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, trees, wording
from checker.claims.antecedents import antecedent
from checker.claims.expletives import is_expletive
from checker.claims.people import OFFICES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from checker.claims.clauses import Clause


def short_name(head: Token) -> str:
    """The shortest full name of a noun phrase: the person's name, else the phrase itself.

    It reads as in the middle of a sentence: "Joe Biden", "the Ukrainian delegation".
    """
    for token in (head, *trees.children(head, "appos")):
        if token.ent_type_ == "PERSON" and (token == head or trees.after_comma(token)):
            return _full_name(token)
    return wording.phrase(head, {})


def _full_name(head: Token) -> str:
    first = head.i
    while first > 0 and head.doc[first - 1].ent_type_ == "PERSON":
        first -= 1
    titles = {token.i for token in head.lefts if token.lemma_.lower() in OFFICES}
    tokens = [token for token in head.doc[first : head.i + 1] if token.i not in titles]
    return wording.text_of(tokens, {}, opening=False)


def resolve(clause: Clause, previous: Doc | None) -> Mapping[int, str]:
    """Replacements, token index -> words, for the pronouns of a clause.

    ``previous`` is the sentence before (same article), None at the beginning.
    """
    borrowed = [] if clause.subject is None else wording.noun_phrase(clause.subject)
    tokens = (*borrowed, *clause.tokens)
    shown = {token.i for token in tokens}
    named: set[tuple[int, int]] = set()
    own = trees.subject(clause.head)
    out: dict[int, str] = {}
    for token in tokens:
        if token.tag_ == "WP$" and clause.head.dep_ == "relcl" and trees.governor(token) == clause.head:
            # "The letter, whose signers met": the letter's signers.
            out[token.i] = _owner(short_name(clause.head.head))
            continue
        if not _is_pronoun(token) or is_expletive(token):
            continue
        meant = antecedent(token, clause, previous)
        if meant is None:
            continue
        known = (id(meant.doc), meant.i)
        visible = known in named or (meant.doc is token.doc and meant.i in shown)
        if visible and token is not own and token.i != getattr(own, "i", None):
            continue
        named.add(known)
        name = short_name(meant)
        out[token.i] = _owner(name) if token.dep_ == "poss" else name
    return out


def _owner(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _is_pronoun(token: Token) -> bool:
    if token.pos_ != "PRON" and token.tag_ != "PRP$":
        return False
    return token.lower_ in lexicon.THIRD_PERSON | lexicon.THINGS | lexicon.PLURAL
