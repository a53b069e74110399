"""What a sentence holds and yet does not say: one of two ways, what could be reported, what was expected.

Such clauses look like statements once they are taken out: "will either agree or leave", "could say that P",
"had predicted that P", "it is less likely that P". In news on one subject they contradict nearly everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import contractions, lexicon, tense, trees
from checker.records import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = frozenset(("could", "might", "may"))
_POLITE = frozenset(("can", "would"))
_JOINTS = frozenset(("preconj", "cc", "advmod", "cc:preconj"))


def is_alternative(head: Token) -> bool:
    """ "Will either agree to it or leave": neither is said of a verb that "either" and "or" offer."""
    first = head.head if head.dep_ == "conj" else head
    if not (trees.holds(head.doc, "either") and trees.holds(head.doc, "or")):
        return False
    offered = [
        token
        for verb in (first, head)
        for token in trees.dependants(verb)
        if token.lower_ == "either" and token.i < verb.i and token.dep_ in _JOINTS
    ]
    # "Did not either reply or nod" denies both, "either does not know or forgot" leaves both open.
    denials = [token.i for token in trees.children(first, "neg")]
    inside = bool(offered) and bool(denials) and offered[0].i < denials[0]
    return bool(offered) and (inside or not trees.is_negated(first))


def leaves_open(head: Token, clause: Token) -> bool:
    """Whether a verb of reporting or thinking does not report its ``clause``, nor hold it for so.

    "Could say that P" and "can announce that P" tell of no report, "can confirm that P" is one. A
    prediction in the past says nothing of what came: "had predicted that P", "expected that P was so".
    """
    if trees.is_negated(head):
        # "Did not see the guards leave": they stayed, or nobody looked.
        bare = clause.tag_ == "VB" and trees.child(clause, "mark") is None
        return bare and head.lemma_.lower() in lexicon.PERCEIVING
    subject = trees.subject(head)
    spoken = subject is not None and subject.lower_ in ("i", "we")
    lemma, found = head.lemma_.lower(), {contractions.modal(token) for token in trees.children(head, "aux")}
    if subject is not None and subject.lower_ == "you" and "will" in found:
        # "You will be arguing that P", not "you will see that P" nor "you will be told that P".
        return lemma in lexicon.STATING and trees.child(head, "auxpass") is None
    if lemma in lexicon.ASSUMING and subject is not None and _is_a_model(subject):
        return True
    if found & _OPEN:
        # "Could see that P" saw it, "could have seen that P" did not.
        return head.tag_ != "VB" or "could" not in found or lemma not in lexicon.PERCEIVING
    if found & _POLITE and not spoken and lemma not in lexicon.PERFORMATIVE:
        return True
    if lemma not in lexicon.PREDICTING:
        return False
    past_perfect = any(
        token.lower_ == "had" or contractions.stands_for_had(token) for token in trees.children(head, "aux")
    )
    return past_perfect or tense.of_verb(clause) in (Tense.PAST, Tense.PERFECT)


def _is_a_model(subject: Token) -> bool:
    """ "The plan", "one of the models"."""
    whole = (trees.child(of, "pobj") for of in trees.children(subject, "prep") if of.lower_ == "of")
    return any(noun.lemma_.lower() in lexicon.MODELS for noun in (subject, *whole) if noun is not None)


def is_undone(head: Token) -> bool:
    """ "Should have resigned", "could have stayed": what is said not to have been done."""
    if trees.child(head, "neg", "auxpass") is not None:
        return False
    words = {token.lower_ for token in trees.children(head, "aux")}
    return "have" in words and bool(words & {"should", "could", "would"})


def is_set_aside(clause: Token) -> bool:
    """ "Said not that P but that Q", "neither that P nor that Q", "not because P": nobody says P."""
    mark = trees.child(clause, "mark")
    if mark is None or mark.i == 0:
        return False
    before = mark.doc[mark.i - 1]
    if mark.lower_ == "because":
        return before.lower_ == "not" and before.head in (mark, clause)
    return mark.lower_ == "that" and before.lower_ in ("not", "neither")


def doubts(adjective: Token, *, negated: bool) -> bool:
    """ "It is unlikely that P", "it is becoming less likely that P": not even perhaps."""
    if adjective.lemma_.lower() in lexicon.DOUBTING_ADJECTIVES:
        return not negated
    if adjective.lower_ in lexicon.CONFIDENT_ADJECTIVES:
        return negated
    if adjective.lemma_.lower() not in ("likely", "probable"):
        return False
    # "Just as likely that P": as something else.
    return negated or any(token.lower_ in (*lexicon.LESSENING, "as") for token in adjective.lefts)


def is_missing(noun: Token) -> bool:
    """ "No evidence that P", "did not have proof that P": P is left open."""
    if noun.lemma_.lower() not in lexicon.PROOFS:
        return False
    none = any(token.lower_ in ("no", "little", "scant", "insufficient") for token in noun.lefts)
    verb = noun.head
    sought = noun.dep_ in ("dobj", "attr") and verb.lemma_.lower() in lexicon.HAVING
    return none or (sought and trees.is_negated(verb))


def may_demand(noun: Token, clause: Token) -> bool:
    """ "His insistence that rates return to the old level": the form does not tell a demand from a report."""
    if noun.lemma_.lower() not in ("insistence", "suggestion"):
        return False
    bare = clause.tag_ in ("VB", "VBP") and clause.lower_ == clause.lemma_.lower()
    return bare and trees.child(clause, *trees.AUXILIARIES) is None


def refers_back(head: Token) -> bool:
    """ "(Time is short,) and so are the ways out", "nor does the union wait": the rest stands before."""
    verb = trees.child(head, *trees.AUXILIARIES) or head
    subject = trees.subject(head)
    before = subject is not None and (subject.i < verb.i or subject.dep_ == "expl")
    helps = verb.tag_ == "MD" or verb.lemma_ in ("be", "do", "have")
    if verb.i == 0 or not helps or before:
        return False
    return head.doc[verb.i - 1].lower_ in ("so", "neither", "nor")


def lacks_its_verb(head: Token, subject: Token) -> bool:
    """ "(Bills to avoid a strike and) renew the tax": a bare verb that does not go with the subject."""
    bare = head.tag_ in ("VB", "VBP") and head.lower_ == head.lemma_.lower() and head.lemma_ != "be"
    third = subject.pos_ in ("NOUN", "PROPN") or subject.lower_ in ("he", "she", "it")
    return bare and third and not trees.is_plural(subject) and subject.ent_type_ not in ("NORP", "ORG")
