"""Subjects that stand for nothing: "it is clear that ...", "it remains to be seen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, trees

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "It seems that", "it takes": verbs whose "it" mostly stands for nothing.
_IMPERSONAL_VERBS = frozenset("seem appear remain happen turn follow take".split())


def is_expletive(token: Token) -> bool:
    """ "It is clear that ...", "it remains to be seen": a subject that stands for nothing."""
    if token.lower_ != "it" or token.dep_ not in trees.SUBJECTS:
        return False
    verb = token.head
    if token.dep_ == "expl" or (verb.lemma_ in _IMPERSONAL_VERBS and not _acts(verb)):
        return True
    passive = token.dep_ == "nsubjpass"
    if any(
        noun.lemma_.lower() in lexicon.IMPERSONAL_NOUNS and trees.child(noun, "acl", "relcl") is not None
        for noun in trees.children(verb, "attr")
    ):
        return True
    if (verb.lemma_ == "be" or passive) and trees.child(verb, "ccomp", "csubj", "csubjpass") is not None:
        return True
    return any(
        trees.child(word, "ccomp") is not None
        or (trees.child(word, "xcomp") is not None and word.lemma_ in lexicon.IMPERSONAL_ADJECTIVES)
        for word in trees.children(verb, "acomp", "attr")
    )


def _acts(verb: Token) -> bool:
    """ "It would not turn over records", "it took the town": somebody does it."""
    if verb.lemma_ == "turn":
        return not any(token.lower_ == "out" for token in trees.children(verb, "prt"))
    if verb.lemma_ != "take" or trees.child(verb, "xcomp", "ccomp", "advcl") is not None:
        return False
    # "It takes courage to resist", "it took two hours".
    taken = trees.child(verb, "dobj")
    return taken is None or not (
        trees.child(taken, "acl", "relcl") is not None or taken.ent_type_ in ("DATE", "TIME")
    )
