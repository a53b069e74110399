"""Which of two joined verbs a subject, an auxiliary and a "not" belong to.

"Could cut aid or threaten to", "has denied that P and has fled", "will not take the offer and close": what
the second verb shares with the first the parser does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import cuts, trees, unsaid
from checker.claims.relatives import number

if TYPE_CHECKING:
    from spacy.tokens import Token


def belongs_higher(token: Token, subject: Token | None) -> bool:
    """ "They doubt that it took place and are investigating": "are" does not go with "it"."""
    verb = trees.child(token, *trees.AUXILIARIES) or token
    # "Would cut taxes and have an effect": an infinitive goes with any subject.
    plural = verb.tag_ != "VB" and number(token)
    return plural is True and subject is not None and not trees.is_plural(subject) and _is_one(subject)


def continues(token: Token, head: Token) -> bool:
    """Whether a coordinated verb needs the auxiliaries of the first: "could cut aid or threaten to"."""
    if trees.child(token, *trees.AUXILIARIES) is not None:
        return False
    if token.tag_ == "VBD" and head.tag_ == "VBN":
        # "Has not been charged or proved guilty", "should have resigned and apologised": no past of its own.
        undone = unsaid.is_undone(head) and token.lower_.endswith("ed")
        if cuts.joined_by_or(token) or (undone and cuts.joint_of(token) == "and"):
            return True
    bare = token.lower_ == token.lemma_.lower() and token.tag_ in ("VB", "VBP")
    return trees.takes_bare(head) if bare else not trees.is_finite(token)


def has_a_tense_of_its_own(token: Token, head: Token) -> bool:
    """Whether a verb has an auxiliary like the denial above it and unlike what is denied."""
    own, denied, above = (
        {verb.lower_ for verb in trees.children(each, "aux")} for each in (token, head, trees.governor(head))
    )
    return bool(own) and own == above and own != denied


def _is_one(subject: Token) -> bool:
    """Whether a subject is surely a single thing: "any robbery", "he", and no body of people."""
    singular = subject.tag_ in ("NN", "NNP") and subject.ent_type_ not in ("ORG", "NORP", "GPE")
    single = {token.lower_ for token in subject.lefts} & {"a", "an", "any", "this", "that", "each", "every"}
    return (singular and bool(single)) or subject.lower_ in ("he", "she", "it")


def takes_only_bare(head: Token) -> bool:
    """Whether a bare verb beside the head must share its auxiliary: "did not", "cannot", not plural "do"."""
    return any(
        verb.tag_ == "MD" or verb.lower_ in ("did", "does")
        for verb in trees.children(head, *trees.AUXILIARIES)
    )
