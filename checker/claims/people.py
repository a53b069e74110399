"""Which nouns of a sentence name a person, and whether it names exactly one.

"He" may stand for whoever a sentence names, also for an owner ("Lee's accounts"), if nobody else is there
whom it may mean. Nouns for people ("the lawyer", "her brother") count as somebody else, too many rather than
too few: a wrong name makes a false claim, a pronoun only a vague one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import given_names, trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

#: Whoever holds an office: such a noun is a person although no name stands with it.
OFFICES = frozenset(
    "president minister spokesman spokeswoman spokesperson secretary adviser advisor leader chief general "
    "official ambassador chancellor king queen prince pope governor mayor senator judge officer commander "
    "chairman man woman aide candidate lawmaker prosecutor lawyer director".split()
)

#: What only a person is called: of a country or a company "leader" and "adviser" are said as well.
_ONLY_PEOPLE = frozenset(
    "candidate congressman congresswoman governor judge lawmaker mayor nominee senator spokesman "
    "spokeswoman".split()
)

#: Other nouns for one person.
_OTHERS = frozenset(
    "activist actor actress agent analyst anchor architect assistant astronaut athlete attorney aunt "
    "author baby banker billionaire bishop blogger boss boy boyfriend brother businessman businesswoman "
    "captain cardinal celebrity ceo chairwoman child citizen cleric coach colleague colonel columnist "
    "comedian commentator commissioner congressman congresswoman contractor correspondent counsel "
    "counselor cousin critic customer dad daughter defendant democrat deputy detective diplomat doctor "
    "donor driver economist editor employee engineer envoy executive expert father fighter founder friend "
    "girl girlfriend grandfather grandmother guard gunman historian host husband imam immigrant incumbent "
    "informant inmate inspector intern investigator investor journalist jurist justice kid killer "
    "lieutenant lobbyist manager migrant militant millionaire mom mother musician neighbor "
    "neighbour nephew niece nominee nurse opponent owner parent participant partner pastor patient person "
    "pilot player poet policeman politician predecessor premier priest principal prisoner producer "
    "professor protester publisher rapper reader refugee reporter representative republican researcher "
    "resident rival scholar scientist sergeant sheriff shooter singer sister soldier son speaker spouse "
    "star strategist student successor suspect teacher teenager terrorist treasurer trooper tsar uncle "
    "veteran victim visitor voter widow wife winner witness worker writer".split()
)

_ANYBODY = OFFICES | _OTHERS

_SELF = frozenset(("i", "me", "my", "we", "our"))

_BY_PRONOUN = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("he", "him", "his", "himself")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("she", "her", "hers", "herself")),
}


def person(head: Token) -> bool:
    """Whether a noun names one person."""
    if trees.is_plural(head):
        return False
    return head.ent_type_ == "PERSON" or head.lemma_.lower() in OFFICES or _is_called_a_person(head)


def _is_called_a_person(name: Token) -> bool:
    """ "Moore was the nominee": whatever the parser took the name for."""
    if name.pos_ != "PROPN" or name.dep_ != "nsubj" or name.head.lemma_ != "be":
        return False
    called = trees.child(name.head, "attr")
    return called is not None and not trees.is_plural(called) and called.lemma_.lower() in _ONLY_PEOPLE


def names_a_person(token: Token) -> bool:
    """Whether a token is part of a person's name."""
    return token.ent_type_ == "PERSON" and token.pos_ == "PROPN"


def name_words(head: Token) -> list[str]:
    """A person's name with what stands before it: ["Mr.", "Donald", "Trump"]."""
    if head.ent_type_ != "PERSON":
        return []
    first = head.i
    while first > 0 and (head.doc[first - 1].ent_type_ == "PERSON" or head.doc[first - 1].dep_ == "compound"):
        first -= 1
    return [token.text for token in head.doc[first : head.i + 1]]


def only_person(pronoun: str, tokens: Sequence[Token]) -> Token | None:
    """The last word of the one name among some tokens that ``pronoun`` can stand for.

    None if they name nobody or several, or if somebody without a name may be meant as well.
    """
    names = [token for token in tokens if _ends_name(token)]
    if not names or len({token.lower_ for token in names}) > 1 or _are_namesakes(names):
        return None
    name = names[0]
    if trees.is_plural(name) or not given_names.may_be(pronoun, _longest(names)):
        return None
    if any(token.lower_ in _SELF for token in tokens):
        # Whoever says "I" may be "he" in the next sentence.
        return None
    alike = _BY_PRONOUN.get(pronoun, ())
    if any(token.lower_ in alike and token.i < name.i for token in tokens):
        # "He told Lee": he is somebody else.
        return None
    if any(somebody(token) and not any(_describes(token, each) for each in names) for token in tokens):
        return None
    return next((each for each in names if _stands_out(each)), None)


def _stands_out(name: Token) -> bool:
    """Whether a name is what a clause is about: its subject, or whose that is ("Lee's plan")."""
    if name.dep_ in (*trees.SUBJECTS, "poss"):
        return True
    return name.dep_ == "pobj" and name.head.lower_ in ("of", "by")


def _are_namesakes(names: Sequence[Token]) -> bool:
    """ "Ann Lee, whose brother Mark Lee ...": two people of one surname."""
    given = {
        token.doc[token.i - 1].lower_ for token in names if token.i and names_a_person(token.doc[token.i - 1])
    }
    return len(given) > 1


def _longest(names: Sequence[Token]) -> list[str]:
    return max((name_words(name) for name in names), key=len)


def _ends_name(token: Token) -> bool:
    if not names_a_person(token):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or not names_a_person(following)


def somebody(token: Token) -> bool:
    """Whether a token may be a person without a known name: "the lawyer", an unknown name."""
    if token.ent_type_ == "PERSON" or token.tag_ in ("NNS", "NNPS"):
        return False
    # "The judge panel" is nobody, "Governor Lee" is Lee.
    if token.dep_ in ("compound", "amod", "nmod") or token.pos_ not in ("NOUN", "PROPN"):
        return False
    return token.lemma_.lower() in _ANYBODY or _is_bare_name(token)


def _is_bare_name(token: Token) -> bool:
    """A name of one word without an article, which the model often takes for that of a company."""
    kinds = ("", "ORG", "GPE") if token.dep_ == "dobj" else ("", "ORG")
    if token.pos_ != "PROPN" or token.ent_type_ not in kinds or token.text.isupper():
        return False
    return not any(child.dep_ in ("det", "compound", "nummod") for child in token.lefts)


def _describes(noun: Token, name: Token) -> bool:
    """ "Governor Lee", "Lee, the governor", "Lee is the governor": the noun is the one who is named."""
    if name.head == noun and name.dep_ in ("appos", "compound", "nmod", "flat"):
        return True
    if noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.head.dep_ in ("appos", "attr")):
        return True
    return noun.dep_ in ("attr", "oprd") and name.dep_ in trees.SUBJECTS and noun.head == name.head
