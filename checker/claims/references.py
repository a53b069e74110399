"""Pronouns replaced by what they stand for, only where that is safe.

Safe means: the antecedent is the speaker or the subject of an enclosing or earlier clause, it agrees in
kind (person, thing, plural), and no other candidate of that kind stands in between. Everything else
stays as it is: a wrong name makes a false claim, a pronoun only a vague one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees, wording

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from checker.claims.clauses import Clause

_PEOPLE = frozenset(
    "president minister spokesman spokeswoman spokesperson secretary adviser advisor leader chief general official "
    "ambassador chancellor king queen prince pope governor mayor senator judge officer commander chairman man woman "
    "aide candidate lawmaker prosecutor lawyer director".split()
)


def person(head: Token) -> bool:
    """Whether a noun names one person."""
    if head.tag_ in ("NNS", "NNPS") or any(token.dep_ == "conj" for token in head.children):
        return False
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in _PEOPLE


def _kind_fits(pronoun: str, head: Token) -> bool:
    if head.pos_ == "PRON":
        return False
    if pronoun in lexicon.THIRD_PERSON:
        return person(head)
    many = head.tag_ in ("NNS", "NNPS") or any(token.dep_ == "conj" for token in head.children)
    if pronoun in lexicon.PLURAL:
        return many or head.ent_type_ == "NORP"
    return not many and not person(head) and head.pos_ == "PROPN"


def short_name(head: Token) -> str:
    """The shortest full name of a noun phrase: the person's name, else the phrase itself."""
    if head.ent_type_ == "PERSON":
        name = " ".join(t.text for t in head.subtree if t.ent_type_ == "PERSON" and t.dep_ in ("compound", head.dep_))
        return name or head.text
    return wording.text_of(wording.noun_phrase(head), {})


def _is_expletive(token: Token) -> bool:
    """ "It is clear that ...", "it remains to be seen": a subject that stands for nothing."""
    if token.dep_ == "expl":
        return True
    clause = token.head
    return token.lower_ == "it" and any(
        c.dep_ in ("ccomp", "advcl", "xcomp", "csubj") or trees.child(c, "ccomp", "xcomp") is not None
        for c in clause.children
        if c.i > clause.i
    )


def main_subject(doc: Doc) -> Token | None:
    """The subject of a sentence's main clause, if it is a name or a noun."""
    for root in (token for token in doc if token.dep_ == "ROOT"):
        found = trees.subject(root)
        if found is not None and found.pos_ in ("PROPN", "NOUN"):
            return found
    return None


def resolve(clause: Clause, previous: Doc | None) -> Mapping[int, str]:
    """Replacements, token index -> words, for the pronouns of a clause.

    ``previous`` is the sentence before (same article), None at the beginning.
    """
    out: dict[int, str] = {}
    borrowed = [] if clause.subject is None else wording.noun_phrase(clause.subject)
    for token in (*borrowed, *clause.tokens):
        word = token.lower_
        if token.pos_ != "PRON" and token.tag_ != "PRP$":
            continue
        if word not in lexicon.THIRD_PERSON | lexicon.THINGS | lexicon.PLURAL or _is_expletive(token):
            continue
        antecedent = _antecedent(token, clause, previous)
        if antecedent is None:
            continue
        name = short_name(antecedent)
        possessive = token.tag_ == "PRP$" or (word == "his" and token.dep_ == "poss")
        if not possessive:
            out[token.i] = name
        elif antecedent.doc is not token.doc or not _same_clause(antecedent, clause):
            out[token.i] = f"{name}'" if name.endswith("s") else f"{name}'s"
    return out


def _same_clause(antecedent: Token, clause: Clause) -> bool:
    """Whether the reader of the bare claim sees the antecedent anyway ("Putin rescinds his opposition")."""
    inside = {token.i for token in clause.tokens}
    return antecedent.i in inside or (clause.subject is not None and antecedent.i == clause.subject.i)


def _antecedent(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
    word = pronoun.lower_
    before = [
        token
        for token in pronoun.doc[: pronoun.i]
        if token.dep_ in trees.SUBJECTS and _kind_fits(word, token) and token.head != pronoun.head
    ]
    own = trees.subject(clause.head)
    if own is not None and own.i < pronoun.i and _kind_fits(word, own):
        return own
    if clause.subject is not None and trees.subject(clause.head) is None and _kind_fits(word, clause.subject):
        return clause.subject
    if before:
        return before[-1]
    speaker = clause.frame.speaker
    if speaker is not None and _kind_fits(word, speaker) and not _in_quotes(pronoun):
        return speaker
    quoted = pronoun.doc[0].text == '"'
    if previous is not None and not quoted and pronoun.dep_ in (*trees.SUBJECTS, "poss") and _is_main(clause):
        subject = main_subject(previous)
        if subject is not None and _kind_fits(word, subject):
            return subject
    return None


def _is_main(clause: Clause) -> bool:
    head = clause.head
    return head.dep_ == "ROOT" or (head.dep_ == "conj" and head.head.dep_ == "ROOT")


def _in_quotes(token: Token) -> bool:
    return sum(t.text == '"' for t in token.doc[: token.i]) % 2 == 1
