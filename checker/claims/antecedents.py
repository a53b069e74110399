"""The antecedent of a pronoun: in its own clause, in its sentence, else in the sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.claims.earlier import from_previous, from_quotation, of_a_chain, only_named
from checker.claims.kinds import in_quotes, kind_fits
from checker.claims.people import names_a_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from checker.claims.clauses import Clause

#: Nouns in the singular of which "they" is said.
_BODIES = frozenset(
    "administration agency army board cabinet campaign commission committee company council court crew "
    "department family firm government group jury majority military ministry opposition panel party police "
    "regime staff team union".split()
)


def antecedent(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
    """The noun that a pronoun of a clause stands for, None where more than one may be meant.

    ``previous`` is the sentence before (same article), None at the beginning.
    """
    word, possessive = pronoun.lower_, pronoun.dep_ == "poss"
    if not possessive and pronoun.dep_ not in trees.SUBJECTS and word not in lexicon.THIRD_PERSON:
        return None
    if _in_noun_clause(pronoun, clause.head) or (possessive and pronoun.head.dep_ == "conj"):
        return None
    verb = trees.governor(pronoun)
    barred = None if possessive or pronoun.dep_ in trees.SUBJECTS else _subject_of(verb, clause)
    for own in _own_subjects(clause):
        late = own.i > pronoun.i and own != clause.subject
        if late or own in (barred, pronoun) or _owned(own, pronoun):
            continue
        if kind_fits(word, own, common=True):
            return own
    beside = _of_first_clause(pronoun)
    if beside is not None:
        return beside if kind_fits(word, beside) or _is_a_body(beside) else None
    found = _earlier_subject(pronoun, barred)
    if found is None:
        found = _speaker(pronoun, clause)
    if found is not None:
        unsafe = (
            found == barred or _another_between(word, found, pronoun) or _named_behind(found, pronoun, clause)
        )
        return None if unsafe else found
    return _outside(pronoun, clause, previous)


def _outside(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
    """The antecedent of a pronoun that no subject before it in its sentence fits."""
    if pronoun.lower_ in lexicon.PLURAL and any(
        token.ent_type_ == "PERCENT" for token in pronoun.doc[: pronoun.i]
    ):
        # "44% of Americans say their income fell": theirs, and nobody's in the sentence before.
        return None
    if pronoun.lower_ in lexicon.THIRD_PERSON and any(map(_is_followed_by_who, pronoun.doc[: pronoun.i])):
        # "Loeffler, who ...": somebody of this sentence, whatever the model took the name for.
        return None
    fronted = _of_fronted_clause(pronoun)
    if fronted is not None:
        return fronted if next(_nouns_in(fronted), None) is None else None
    found = (
        _said_of(pronoun)
        or from_previous(pronoun, clause, previous)
        or of_a_chain(pronoun, previous)
        or only_named(pronoun, previous)
        or from_quotation(pronoun, clause, previous)
    )
    return None if found is not None and _named_behind(found, pronoun, clause) else found


def _of_first_clause(pronoun: Token) -> Token | None:
    """ "After ten men died, the company shut the mine and they ...": the company's clause comes first.

    Only for "they" after a clause that has another one in front of it, and where no plural stands between.
    """
    main = pronoun.head.head
    if pronoun.lower_ != "they" or pronoun.dep_ not in trees.SUBJECTS or pronoun.head.dep_ != "conj":
        return None
    subject = trees.subject(main)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.i > pronoun.i:
        return None
    if not any(token.i < subject.i for token in trees.children(main, "advcl")):
        return None
    between = pronoun.doc[subject.i + 1 : pronoun.i]
    return None if any(token.tag_ in ("NNS", "NNPS") for token in between) else subject


def _is_a_body(noun: Token) -> bool:
    """ "The company ... they": a noun in the singular that is many people."""
    return noun.lemma_.lower() in _BODIES


def _of_fronted_clause(pronoun: Token) -> Token | None:
    """ "While the bank cut its rate, it also ...": the subject of the clause in front, a thing."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in trees.SUBJECTS:
        return None
    for clause in trees.children(pronoun.head, "advcl"):
        subject = trees.subject(clause)
        if clause.i > pronoun.i or subject is None or subject.pos_ not in ("NOUN", "PROPN"):
            continue
        # "When the storm hit the town, it was empty."
        state = pronoun.head.lemma_ == "be" and trees.child(clause, "dobj", "pobj") is not None
        return None if state or not kind_fits("it", subject, common=True) else subject
    return None


def _nouns_in(noun: Token) -> Iterator[Token]:
    """The nouns inside a noun phrase besides its head and what is part of its name."""
    return (
        token
        for token in noun.subtree
        if token != noun and token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod")
    )


def _said_of(pronoun: Token) -> Token | None:
    """'"She plays games," Lee said of Ann Cho': whom a quotation is about."""
    word = pronoun.lower_
    if word not in lexicon.THIRD_PERSON or not in_quotes(pronoun):
        return None
    for verb in pronoun.ancestors:
        if verb.lemma_.lower() not in lexicon.SPEAKING:
            continue
        for about in trees.children(verb, "prep"):
            whom = trees.child(about, "pobj") if about.lower_ in ("of", "about") else None
            if whom is not None and names_a_person(whom) and kind_fits(word, whom):
                return whom
    return None


def _own_subjects(clause: Clause) -> Iterator[Token]:
    own = trees.subject(clause.head)
    if own is not None and clause.relative is None:
        yield own
    elif clause.subject is not None:
        yield clause.subject


def _subject_of(verb: Token, clause: Clause) -> Token | None:
    """The subject of a pronoun's verb, borrowed if need be: it cannot be what its object stands for."""
    found = trees.subject(verb)
    return clause.subject if found is None and verb == clause.head else found


def _in_noun_clause(pronoun: Token, head: Token) -> bool:
    """ "the Russian statement that it will ...": "it" may be whoever the noun belongs to."""
    between = [token for token in pronoun.ancestors if head.is_ancestor(token)]
    return any(token.dep_ == "acl" and trees.child(token, "mark") is not None for token in between)


def _earlier_subject(pronoun: Token, barred: Token | None) -> Token | None:
    """The nearest subject before the pronoun that fits and whose clause the pronoun's clause can see."""
    word = pronoun.lower_
    above = set(pronoun.ancestors)
    for token in reversed(pronoun.doc[: pronoun.i]):
        if token.dep_ not in trees.SUBJECTS or token == barred or _owned(token, pronoun):
            continue
        if token.head.dep_ == "relcl" and token.head not in above:
            continue
        if _frames_only(token.head) and not _in_complement(pronoun, token.head):
            continue
        if kind_fits(word, token) or (
            token.head.i in {each.i for each in above} and _unknown_person(word, token)
        ):
            return token
    return None


def _unknown_person(word: str, noun: Token) -> bool:
    """ "Gonzales is a Republican but he differs": a bare name that the model took for something else."""
    if word not in lexicon.THIRD_PERSON or noun.pos_ != "PROPN" or trees.is_plural(noun):
        return False
    bare = noun.ent_type_ in ("", "ORG") and next(noun.children, None) is None
    return bare and not any(names_a_person(token) for token in noun.doc)


def _is_followed_by_who(name: Token) -> bool:
    if name.pos_ != "PROPN":
        return False
    subjects = (trees.subject(clause) for clause in trees.children(name, "relcl"))
    return any(subject is not None and subject.lower_ == "who" for subject in subjects)


def _owned(noun: Token, pronoun: Token) -> bool:
    """Whether a pronoun stands in the noun phrase itself ("its country"), which it cannot stand for."""
    return noun.is_ancestor(pronoun) and trees.governor(noun) == trees.governor(pronoun)


def _frames_only(verb: Token) -> bool:
    """Whether a verb only says who reported the rest: "..., Reuters reported"."""
    if trees.is_bare_report(verb):
        return True
    content = trees.child(verb, "ccomp")
    return content is not None and content.i < verb.i


def _in_complement(pronoun: Token, report: Token) -> bool:
    """Whether a pronoun stands in what a verb reports ("Russia said that it ..."), behind the verb."""
    return report.i < pronoun.i and any(
        token.dep_ in ("ccomp", "xcomp") and token.is_ancestor(pronoun) for token in report.children
    )


def _speaker(pronoun: Token, clause: Clause) -> Token | None:
    speaker = clause.frame.speaker
    if speaker is None or in_quotes(pronoun):
        return None
    if speaker.i > pronoun.i and pronoun.lower_ not in lexicon.THIRD_PERSON:
        return None
    return speaker if kind_fits(pronoun.lower_, speaker, common=True) else None


def _named_behind(antecedent: Token, pronoun: Token, clause: Clause) -> bool:
    """ "He never heard it from Sterling": a subject is not whom its own verb names (Reinhart 1983)."""
    return pronoun.dep_ in trees.SUBJECTS and any(
        token.i > pronoun.i and token.pos_ == "PROPN" and token.lower_ == antecedent.lower_
        for token in clause.tokens
    )


def _another_between(word: str, antecedent: Token, pronoun: Token) -> bool:
    """Whether another person is named between antecedent and pronoun, so that "he" may be either.

    Also inside a noun that names nobody itself: "the lawyer for Carl Watt".
    """
    if word not in lexicon.THIRD_PERSON:
        return False
    inside = {token.i for token in antecedent.subtree}
    between = antecedent.doc[antecedent.i + 1 : pronoun.i]
    if any(_is_told(token) and token.i not in inside and kind_fits(word, token) for token in between):
        return True
    if antecedent.ent_type_ != "PERSON" and any(
        names_a_person(token) and token.dep_ == "pobj" and kind_fits(word, token)
        for token in antecedent.subtree
    ):
        return True
    return any(
        names_a_person(token) and token.i not in inside and token.dep_ not in ("poss", "compound")
        for token in between
    )


def _is_told(noun: Token) -> bool:
    """ "Cole told the president that he was safe": whoever is told may be meant, but not "a judge"."""
    if noun.dep_ not in ("dobj", "dative") or noun.head.lemma_.lower() not in lexicon.TELLING:
        return False
    return not any(token.lower_ in ("a", "an") or token.tag_ == "PRP$" for token in noun.lefts)
