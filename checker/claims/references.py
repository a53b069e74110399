"""Pronouns replaced by what they stand for, only where that is safe.

Safe means: the antecedent is the speaker or the subject of an enclosing or earlier clause, it agrees in
kind (person, thing, plural), and no other person stands in between. Everything else stays as it is: a
wrong name makes a false claim, a pronoun only a vague one. A pronoun whose antecedent the claim shows
anyway ("Putin rescinds his opposition") stays too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import given_names, lexicon, trees, wording
from checker.claims.flat import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from checker.claims.clauses import Clause

_PEOPLE = frozenset(
    "president minister spokesman spokeswoman spokesperson secretary adviser advisor leader chief general "
    "official ambassador chancellor king queen prince pope governor mayor senator judge officer commander "
    "chairman man woman aide candidate lawmaker prosecutor lawyer director".split()
)

#: The subject of which a pronoun is another form.
_AS_SUBJECT = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}

#: What only a person is called: of a country or a company "leader" and "adviser" are said as well.
_ONLY_PEOPLE = frozenset(
    "candidate congressman congresswoman governor judge lawmaker mayor nominee senator spokesman "
    "spokeswoman".split()
)

#: What explains a name that speaks as a thing: "Crooked Media, an internet publication".
_THINGS_THAT_SPEAK = frozenset(
    "agency association blog broadcaster charity company firm group lobby magazine network newspaper "
    "nonprofit organization party publication publisher site station union watchdog website".split()
)

#: "It seems that", "it takes": verbs whose "it" mostly stands for nothing.
_IMPERSONAL_VERBS = frozenset("seem appear remain happen turn follow take".split())


def person(head: Token) -> bool:
    """Whether a noun names one person."""
    if trees.is_plural(head):
        return False
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in _PEOPLE or _is_called_a_person(head)


def _is_called_a_person(name: Token) -> bool:
    """ "Moore was the nominee": whatever the parser took the name for."""
    if name.pos_ != "PROPN" or name.dep_ != "nsubj" or name.head.lemma_ != "be":
        return False
    called = trees.child(name.head, "attr")
    return called is not None and not trees.is_plural(called) and called.lemma_.lower() in _ONLY_PEOPLE


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
    titles = {token.i for token in head.lefts if token.lemma_.lower() in _PEOPLE}
    tokens = [token for token in head.doc[first : head.i + 1] if token.i not in titles]
    return wording.text_of(tokens, {}, opening=False)


def _name_words(head: Token) -> list[str]:
    """A person's name with what stands before it: ["Mr.", "Donald", "Trump"]."""
    if head.ent_type_ != "PERSON":
        return []
    first = head.i
    while first > 0 and (head.doc[first - 1].ent_type_ == "PERSON" or head.doc[first - 1].dep_ == "compound"):
        first -= 1
    return [token.text for token in head.doc[first : head.i + 1]]


def main_subject(doc: Doc) -> Token | None:
    """The subject of a sentence's main clause, if it is a name or a noun."""
    for root in (token for token in doc if token.dep_ == "ROOT"):
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
        if not _is_pronoun(token) or is_expletive(token):
            continue
        antecedent = _antecedent(token, clause, previous)
        if antecedent is None:
            continue
        known = (id(antecedent.doc), antecedent.i)
        visible = known in named or (antecedent.doc is token.doc and antecedent.i in shown)
        if visible and token is not own and token.i != getattr(own, "i", None):
            continue
        named.add(known)
        name = short_name(antecedent)
        possessive = token.dep_ == "poss"
        out[token.i] = name if not possessive else f"{name}'" if name.endswith("s") else f"{name}'s"
    return out


def _is_pronoun(token: Token) -> bool:
    if token.pos_ != "PRON" and token.tag_ != "PRP$":
        return False
    return token.lower_ in lexicon.THIRD_PERSON | lexicon.THINGS | lexicon.PLURAL


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


def _kind_fits(pronoun: str, head: Token, *, common: bool = False) -> bool:
    """Whether a noun may be what a pronoun stands for; common nouns count as things only with ``common``."""
    if head.pos_ == "PRON":
        return False
    if pronoun in lexicon.THIRD_PERSON:
        return person(head) and given_names.may_be(pronoun, _name_words(head))
    if pronoun in lexicon.PLURAL:
        return trees.is_plural(head) or head.ent_type_ == "NORP"
    if trees.is_plural(head) or person(head) or _speaks_unknown(head):
        return False
    return common or head.pos_ == "PROPN"


def _speaks_unknown(noun: Token) -> bool:
    """A name that speaks and that nobody has told us of: more likely a person than a thing."""
    explained = trees.child(noun, "appos")
    if explained is not None and explained.lemma_.lower() in _THINGS_THAT_SPEAK:
        return False
    speaks = noun.head.lemma_.lower() in lexicon.SPEAKING
    return speaks and noun.pos_ == "PROPN" and noun.ent_type_ == "" and trees.child(noun, "det") is None


def _antecedent(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
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
        if _kind_fits(word, own, common=True):
            return own
    found = _earlier_subject(pronoun, barred)
    if found is None:
        found = _speaker(pronoun, clause)
    if found is not None:
        unsafe = (
            found == barred or _another_between(word, found, pronoun) or _named_behind(found, pronoun, clause)
        )
        return None if unsafe else found
    found = _from_previous(pronoun, clause, previous) or _of_a_chain(pronoun, previous)
    return None if found is not None and _named_behind(found, pronoun, clause) else found


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
        if _kind_fits(word, token) or (
            token.head.i in {each.i for each in above} and _unknown_person(word, token)
        ):
            return token
    return None


def _unknown_person(word: str, noun: Token) -> bool:
    """ "Gonzales is a Republican but he differs": a bare name that the model took for something else."""
    if word not in lexicon.THIRD_PERSON or noun.pos_ != "PROPN" or trees.is_plural(noun):
        return False
    bare = noun.ent_type_ in ("", "ORG") and next(noun.children, None) is None
    return bare and not any(_names_a_person(token) for token in noun.doc)


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
    if speaker is None or _in_quotes(pronoun):
        return None
    if speaker.i > pronoun.i and pronoun.lower_ not in lexicon.THIRD_PERSON:
        return None
    return speaker if _kind_fits(pronoun.lower_, speaker, common=True) else None


def _named_behind(antecedent: Token, pronoun: Token, clause: Clause) -> bool:
    """ "He never heard it from Sterling": a subject is not whom its own verb names (Reinhart 1983)."""
    return pronoun.dep_ in trees.SUBJECTS and any(
        token.i > pronoun.i and token.pos_ == "PROPN" and token.lower_ == antecedent.lower_
        for token in clause.tokens
    )


def _another_between(word: str, antecedent: Token, pronoun: Token) -> bool:
    """Whether another person is named between antecedent and pronoun, so that "he" may be either."""
    if word not in lexicon.THIRD_PERSON:
        return False
    inside = {token.i for token in antecedent.subtree}
    return any(
        _names_a_person(token) and token.i not in inside and token.dep_ not in ("poss", "compound")
        for token in pronoun.doc[antecedent.i + 1 : pronoun.i]
    )


def _from_previous(pronoun: Token, clause: Clause, previous: Doc | None) -> Token | None:
    """The main subject of the sentence before, for a main clause outside quotation marks."""
    head = clause.head if clause.deed is None else clause.deed.verb
    is_main = head.dep_ == "ROOT" or (head.dep_ == "conj" and head.head.dep_ == "ROOT")
    quoted = any(token.text == '"' for token in pronoun.doc[:1]) or _in_quotes(pronoun)
    if previous is None or quoted or not is_main or pronoun.dep_ not in (*trees.SUBJECTS, "poss"):
        return None
    if any(_names_a_person(token) for token in pronoun.doc[: pronoun.i]):
        return None
    found = main_subject(previous)
    if found is None:
        return None
    if not _kind_fits(pronoun.lower_, found) and not _may_be_a_person(pronoun, found):
        return None
    reported = found.head.lemma_.lower() in lexicon.PARENTHETICAL and pronoun.lower_ in lexicon.THINGS
    return None if reported else found


def _of_a_chain(pronoun: Token, previous: Doc | None) -> Token | None:
    """Whom "he" names in "He said that he ...": the main subject is one "he" already."""
    if previous is None or pronoun.lower_ not in lexicon.THIRD_PERSON or _in_quotes(pronoun):
        return None
    first = next((token for token in pronoun.doc if token.dep_ == "ROOT"), None)
    subject = None if first is None else trees.subject(first)
    if subject is None or subject.lower_ != _AS_SUBJECT[pronoun.lower_] or subject.i >= pronoun.i:
        return None
    if any(_names_a_person(token) for token in pronoun.doc[: pronoun.i]):
        return None
    reports = subject.head.lemma_.lower() in lexicon.ASSERTING
    found = last_speaker(previous) if reports else main_subject(previous)
    if found is None or not _kind_fits(subject.lower_, found):
        return None
    own = {token.i for token in found.subtree}
    another = any(_names_a_person(token) and token.i not in own for token in previous)
    return None if another else found


def _may_be_a_person(pronoun: Token, noun: Token) -> bool:
    """ "Cuomo said ... He ...": a name that speaks and nothing explains, if nobody else is named."""
    if pronoun.lower_ not in lexicon.THIRD_PERSON or noun.pos_ != "PROPN" or trees.is_plural(noun):
        return False
    return _speaks_unknown(noun) and not any(_names_a_person(token) for token in noun.doc)


def _names_a_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" and token.pos_ == "PROPN"


def _in_quotes(token: Token) -> bool:
    # Also in the rest of a quotation that began in an earlier sentence.
    return quoted([each.lower_ for each in token.doc])[token.i]
