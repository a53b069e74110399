"""Whether a clause says something by itself, once all that was said beside it is cut away.

What is left of a sentence may be torn out of its place ("(saw) him try it"), may have lost what its last word
announces ("compared those"), or may say nothing that a reader of the bare claim understands ("is that
candidate"). Such claims look like conflicts with everything that is near them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, modality, trees, unsaid
from checker.claims.participles import perceived
from checker.records import Modality, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from checker.claims.clauses import Clause


#: What there is or is not, said with the clause that follows.
_DOUBTS = frozenset("doubt question chance way".split())


def is_whole(clause: Clause) -> bool:
    """Whether a clause can stand as a claim."""
    return not (_is_torn(clause) or _is_empty(clause) or _breaks_off(clause))


def _is_torn(clause: Clause) -> bool:
    """ "(saw) him try it", "the train tilting", "was certain (that ...)": no sentence by itself."""
    head = clause.head
    subjects = [token for token in trees.children(head, "nsubj", "nsubjpass") if token.i < head.i]
    if len(subjects) > 1 and subjects[-1].tag_ == "PRP":
        # "The voters it wants (to win)": the tree is wrong.
        return True
    certain = (trees.child(word, "ccomp") for word in trees.children(head, "acomp"))
    if any(content is not None and content not in clause.tokens for content in certain):
        return True
    own = trees.subject(head) if clause.relative is None else None
    if unsaid.refers_back(head):
        return True
    borrowed = clause.subject if own is None and clause.relative is None and clause.deed is None else None
    helped = clause.auxiliaries or trees.child(head, *trees.AUXILIARIES) is not None
    if borrowed is not None and not helped and unsaid.lacks_its_verb(head, borrowed):
        return True
    asserted = clause.frame.modality in (Modality.ASSERTED, Modality.HEDGED)
    if own is None or not asserted or trees.is_finite(head) or perceived(head):
        return False
    if any(token.lower_ in ("to", "being", "having") for token in trees.children(head, *trees.AUXILIARIES)):
        return True
    if head.tag_ == "VBN" and _runs_into_a_verb(head):
        return True
    # The parser takes some plain pasts for participles, and presents of plurals for infinitives.
    return head.tag_ != "VBN" and not (head.tag_ == "VB" and trees.is_plural(own))


def _runs_into_a_verb(head: Token) -> bool:
    """ "All the boys rescued Monday (were wearing masks)": the participle only says which ones."""
    return any(
        token.i > head.i
        and trees.is_finite(token)
        and trees.child(token, *trees.SUBJECTS, "mark") is None
        and not trees.after_comma(token)
        and token.doc[token.left_edge.i - 1].dep_ != "cc"
        for token in trees.children(head, "advcl", "ccomp", "conj")
    )


def _is_empty(clause: Clause) -> bool:
    """ "Clinton did in 2008", "is that candidate", "is the only one (who ...)": nobody knows what is said."""
    head = clause.head
    if _only_points(clause) or _says_only_that_he_says(clause):
        return True
    if head.lemma_ in lexicon.COMING and _has_lost_its_time(clause):
        return True
    if head.lemma_ == "remain" and any(token.lemma_ == "see" for token in trees.children(head, "xcomp")):
        return True
    if head.lemma_ == "do" and head.pos_ == "VERB" and trees.child(head, "dobj", "nsubjpass") is None:
        # "Is doing well" says something.
        return not any(token.i > head.i for token in trees.children(head, "advmod", "acomp"))
    named = trees.child(head, "attr") if head.lemma_ == "be" else None
    if named is None:
        return False
    there = trees.child(head, "expl") is not None
    pointing = ("that", "this", "those", "these", *(() if there else ("such",)))
    if any(token.lower_ in pointing for token in named.lefts):
        return True
    cut = (token for token in named.subtree if token.dep_ == "relcl" and token not in clause.tokens)
    definite = any(token.lower_ in ("the", "only", "first", "last") for token in named.lefts)
    bare = not any(token.dep_ in ("amod", "compound", "conj", "acl") for token in trees.dependants(named))
    # "There are a number of voters (who ...)" says nothing, "Lee is a young lawyer (who ...)" does.
    bare = bare or there
    definite = definite or (bare and any(token.lower_ in ("a", "an") for token in named.lefts))
    return definite and any(not trees.after_comma(token) for token in cut)


def _only_points(clause: Clause) -> bool:
    """ "Here's a guide", "there was no doubt (that P)": what is announced stands elsewhere."""
    head = clause.head
    if head.lemma_ != "be":
        return False
    if any(token.lower_ == "here" and token.i < head.i for token in trees.children(head, "advmod")):
        return True
    named = trees.child(head, "attr") if trees.child(head, "expl") is not None else None
    if named is None or named.lemma_.lower() not in lexicon.REPORT_NOUNS | lexicon.FACT_NOUNS | _DOUBTS:
        return False
    inside = set(clause.tokens)
    return not any(
        token in inside for token in trees.children(named, "prep", "acl", "relcl", "ccomp", "amod")
    )


def _says_only_that_he_says(clause: Clause) -> bool:
    """ "(Not so,) officials said": nothing is left of what was said."""
    head = clause.head
    last = max((token.i for token in clause.tokens if not token.is_punct), default=head.i)
    return (
        head.lemma_.lower() in lexicon.PARENTHETICAL and last == head.i and head.tag_ in ("VBD", "VBZ", "VBP")
    )


def _has_lost_its_time(clause: Clause) -> bool:
    """ "The vote came (a week after P)", but not "the storm came ashore (, killing 12)"."""
    if trees.child(clause.head, "prep", "dobj") is not None:
        return False
    cut = (token for token in trees.children(clause.head, "advcl") if token not in clause.tokens)
    return any(modality.mark_of(token) in ("when", "as", "after", "before", "while") for token in cut)


def _breaks_off(clause: Clause) -> bool:
    """ "compared those", "is free as far", "a lead of": what the last word announces was cut off."""
    words = [token for token in clause.tokens if not token.is_punct]
    if not words:
        return True
    last, before = words[-1], words[-2].lower_ if len(words) > 1 else ""
    if last.lower_ in ("those", "than", "the", "a", "an", "whose") or (
        before == "as" and last.lower_ in ("far", "long", "soon", "much")
    ):
        return True
    announces = last.lower_ == "for" and last.dep_ == "prep" and trees.child(last, "pobj") is None
    if (last.lower_ in ("of", "to") or announces) and not any(t.tag_ in ("WP", "WDT") for t in words):
        return True
    # "The best deal China will ever receive": what it receives stands outside.
    ever = clause.frame.stance is Stance.ASSERTS and any(token.lower_ == "ever" for token in words)
    return ever and not _may_have_ever(words)


def _may_have_ever(words: Sequence[Token]) -> bool:
    return any(token.tag_ in ("JJS", "RBS", "JJR", "RBR") or token.dep_ == "neg" for token in words) or any(
        token.lower_ in ("if", "first", "only", "no", "nobody", "nothing", "than") for token in words
    )
