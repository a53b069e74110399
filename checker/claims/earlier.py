"""What the sentence before offers as antecedent of a pronoun, only where that is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import given_names, lexicon, trees
from checker.claims.kinds import in_quotes, kind_fits, speaks_unknown
from checker.claims.people import name_words, names_a_person, only_person, person, somebody

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from checker.claims.clauses import Clause

#: The subject of which a pronoun is another form.
_AS_SUBJECT = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}


def main_subject(doc: Doc) -> Token | None:
    """The subject of a sentence's main clause, if it is a name or a noun."""
    for root in (token for token in trees.tokens(doc) if token.dep_ == "ROOT"):
        found = trees.subject(root)
        if found is not None and found.pos_ in ("PROPN", "NOUN"):
            return found
    return None


def last_speaker(doc: Doc) -> Token | None:
    """The last person whom a sentence quotes, else the person who is its subject."""
    for token in reversed(doc):
        reports = token.dep_ in trees.SUBJECTS and token.head.lemma_.lower() in lexicon.ASSERTING
        if reports and person(token):
            return token
    found = main_subject(doc)
    return found if found is not None and person(found) else None


def speaker_before(pronoun: str, previous: Doc) -> Token | None:
    """Whom "he said" means: whom the sentence before quotes, else the only person that it names."""
    found = last_speaker(previous)
    if found is None:
        return only_person(pronoun, list(previous))
    return found if given_names.may_be(pronoun, name_words(found)) else None


def only_named(pronoun: Token, previous: Doc | None) -> Token | None:
    """The only person whom this sentence names before a pronoun, else the only one of the sentence before.

    "In Lee's view, the bill was what she had fought for": also an owner, if nobody else may be meant.
    """
    word = pronoun.lower_
    if word not in lexicon.THIRD_PERSON or in_quotes(pronoun):
        return None
    before = list(pronoun.doc[: pronoun.i])
    earlier = [] if previous is None else list(previous)
    if any(names_a_person(token) for token in before):
        found = only_person(word, before)
        known = set() if found is None else {token.lower_ for token in before if names_a_person(token)}
        return None if any(names_a_person(t) and t.lower_ not in known for t in earlier) else found
    if any(somebody(token) for token in before):
        return None
    return only_person(word, earlier)


def from_quotation(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
    """The subject of what was quoted right before, for the first subject of a quotation that goes on."""
    if previous is None or pronoun.dep_ not in trees.SUBJECTS or not in_quotes(pronoun):
        return None
    head = clause.head
    spoken = (
        head.dep_ == "ccomp" and head.head.dep_ == "ROOT" and head.head.lemma_.lower() in lexicon.SPEAKING
    )
    if pronoun.head != head or not (head.dep_ == "ROOT" or spoken):
        return None
    if any(token.dep_ in trees.SUBJECTS for token in pronoun.doc[: pronoun.i]):
        return None
    opened = any(token.text == '"' for token in pronoun.doc[: pronoun.i])
    found = _quoted_subject(previous, began=not opened)
    return found if found is not None and kind_fits(pronoun.lower_, found) else None


def _quoted_subject(doc: Doc, *, began: bool) -> Token | None:
    """The subject of what a sentence quotes; with ``began`` a sentence without marks is all quotation."""
    root = next((token for token in trees.tokens(doc) if token.dep_ == "ROOT"), None)
    if root is None:
        return None
    content = trees.child(root, "ccomp") if root.lemma_.lower() in lexicon.SPEAKING else None
    found = trees.subject(root if content is None else content)
    if found is None or found.pos_ not in ("NOUN", "PROPN") or found.lemma_.lower() == "other":
        return None
    bare = began and not any(token.text == '"' for token in trees.tokens(doc))
    return found if bare or in_quotes(found) else None


def from_previous(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
    """The main subject of the sentence before, for a main clause outside quotation marks."""
    head = clause.head if clause.deed is None else clause.deed.verb
    is_main = head.dep_ == "ROOT" or (head.dep_ == "conj" and head.head.dep_ == "ROOT")
    quoted = any(token.text == '"' for token in pronoun.doc[:1]) or in_quotes(pronoun)
    if previous is None or quoted or not is_main or pronoun.dep_ not in (*trees.SUBJECTS, "poss"):
        return None
    if any(names_a_person(token) for token in pronoun.doc[: pronoun.i]):
        return None
    found = main_subject(previous)
    if found is None:
        return None
    if not kind_fits(pronoun.lower_, found) and not _may_be_a_person(pronoun, found):
        return None
    reported = found.head.lemma_.lower() in lexicon.PARENTHETICAL and pronoun.lower_ in lexicon.THINGS
    return None if reported else found


def of_a_chain(pronoun: Token, previous: Doc | None) -> Token | None:
    """Whom "he" names in "He said that he ...": the main subject is one "he" already."""
    if previous is None or pronoun.lower_ not in lexicon.THIRD_PERSON or in_quotes(pronoun):
        return None
    first = next((token for token in pronoun.doc if token.dep_ == "ROOT"), None)
    subject = None if first is None else trees.subject(first)
    if subject is None or subject.lower_ != _AS_SUBJECT[pronoun.lower_] or subject.i >= pronoun.i:
        return None
    if any(names_a_person(token) for token in pronoun.doc[: pronoun.i]):
        return None
    reports = subject.head.lemma_.lower() in lexicon.ASSERTING
    found = last_speaker(previous) if reports else main_subject(previous)
    if found is None or not (kind_fits(subject.lower_, found) or _may_be_a_person(subject, found)):
        return None
    own = {token.i for token in found.subtree}
    another = any(names_a_person(token) and token.i not in own for token in previous)
    return None if another else found


def _may_be_a_person(pronoun: Token, noun: Token) -> bool:
    """ "Cuomo said ... He ...": a name that speaks and nothing explains, if nobody else is named."""
    if pronoun.lower_ not in lexicon.THIRD_PERSON or noun.pos_ != "PROPN" or trees.is_plural(noun):
        return False
    return speaks_unknown(noun) and not any(names_a_person(token) for token in noun.doc)
