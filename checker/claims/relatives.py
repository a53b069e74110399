"""What a relative pronoun stands for, and whether a relative clause is a statement about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import people, trees

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Names of times and shares: a loose "which" behind them mostly means the whole clause before it.
_MEASURES = ("DATE", "TIME", "PERCENT")


def antecedent(relative: Token) -> Token:
    """What a relative pronoun stands for: the noun before it, or one further up that fits its verb.

    "Details of the plan, which were confirmed": not the plan. "The only senator, Ann Lee, who ...": Ann Lee,
    and "Lee is a lawyer who ...": Lee.
    """
    who = _described(relative)
    return who if who is not None else _named_with(_noun_before(relative), relative)


def _noun_before(relative: Token) -> Token:
    noun = relative.head
    pronoun = trees.subject(relative)
    if pronoun is not None and pronoun.lower_ == "who" and not _may_be_who(noun):
        between = relative.doc[noun.i + 1 : relative.left_edge.i]
        fitting = [token for token in reversed(between) if _may_be_who(token)]
        # "Democrats in Congress, who": not the house.
        people_first = [token for token in fitting if token.ent_type_ != "ORG" or trees.is_plural(token)]
        return next(iter([*people_first, *fitting]), noun)
    plural = number(relative)
    for _ in range(4):
        if plural is None or trees.is_plural(noun) == plural:
            return noun
        above = noun.head
        if noun.dep_ != "pobj" or above.dep_ != "prep" or above.head.pos_ not in ("NOUN", "PROPN"):
            break
        noun = above.head
    return relative.head


def _may_be_who(noun: Token) -> bool:
    """ "drew fire from Democrats in Congress, who": people, not the fire."""
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"):
        return False
    plural = noun.tag_ in ("NNS", "NNPS") and noun.ent_type_ not in ("GPE", "DATE", "TIME", "MONEY")
    return plural or people.person(noun) or noun.ent_type_ in ("NORP", "ORG") or noun.pos_ == "PRON"


def _named_with(noun: Token, relative: Token) -> Token:
    """The name in apposition to a person who is not named otherwise."""
    if noun.pos_ != "NOUN" or trees.is_plural(noun):
        return noun
    names = (token for token in trees.children(noun, "appos") if noun.i < token.i < relative.i)
    return next((token for token in names if people.names_a_person(token)), noun)


def _described(relative: Token) -> Token | None:
    """ "Ann Lee is a lawyer who served two terms": who is described, if a clause only describes him."""
    noun = relative.head
    indefinite = False
    for _ in range(4):
        indefinite = indefinite or any(token.lower_ in ("a", "an") for token in noun.lefts)
        if noun.dep_ != "conj":
            break
        noun = noun.head
    copula, pronoun = noun.head, trees.subject(relative)
    if noun.dep_ != "attr" or copula.lemma_ != "be" or not indefinite or trees.is_negated(copula):
        return None
    if pronoun is None or pronoun.tag_ not in ("WP", "WDT") or trees.child(copula, "aux") is not None:
        return None
    subject = trees.subject(copula)
    named = subject is not None and subject.pos_ in ("PROPN", "NOUN", "PRON") and subject.dep_ == "nsubj"
    return subject if named and subject is not None and subject.tag_ not in ("WP", "WDT", "EX") else None


def number(head: Token) -> bool | None:
    """Whether a clause's verb goes with a plural; None if its form does not tell."""
    verb = trees.child(head, *trees.AUXILIARIES) or head
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return False
    return True if verb.lower_ in ("are", "were", "have", "do") else None


def is_definite(noun: Token, relative: Token) -> bool:
    """Whether a noun can be the subject of a claim: a name or a noun that says which one is meant.

    Without a comma the parser often hangs a relative clause on the wrong name, and "which" after a
    bare noun mostly means the whole clause before it.
    """
    if noun == _described(relative):
        return True
    if noun.ent_type_ in _MEASURES:
        return False
    words = {token.lower_ for token in noun.lefts}
    if trees.after_comma(relative):
        return noun.pos_ == "PROPN" or trees.is_plural(noun) or bool(words)
    definite = words & {"the", "this", "these", "those"} or trees.child(noun, "poss") is not None
    return noun.pos_ == "NOUN" and bool(definite)
