"""Whether a noun is of the kind that a pronoun stands for: a person, a thing, several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import given_names, lexicon, trees
from checker.claims.flat import quoted
from checker.claims.people import name_words, person

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What explains a name that speaks as a thing: "Crooked Media, an internet publication".
_THINGS_THAT_SPEAK = frozenset(
    "agency association blog broadcaster charity company firm group lobby magazine network newspaper "
    "nonprofit organization party publication publisher site station union watchdog website".split()
)

#: So many words behind a closing mark, who said it is named.
_FARTHEST_REPORT = 7


def kind_fits(pronoun: str, head: Token, *, common: bool = False) -> bool:
    """Whether a noun may be what a pronoun stands for; common nouns count as things only with ``common``."""
    if head.pos_ == "PRON":
        return False
    if pronoun in lexicon.THIRD_PERSON:
        return person(head) and given_names.may_be(pronoun, name_words(head))
    if pronoun in lexicon.PLURAL:
        return trees.is_plural(head) or head.ent_type_ == "NORP"
    if trees.is_plural(head) or person(head) or speaks_unknown(head):
        return False
    return common or head.pos_ == "PROPN"


def speaks_unknown(noun: Token) -> bool:
    """A name that speaks and that nobody has told us of: more likely a person than a thing."""
    explained = trees.child(noun, "appos")
    if explained is not None and explained.lemma_.lower() in _THINGS_THAT_SPEAK:
        return False
    speaks = noun.head.lemma_.lower() in lexicon.SPEAKING
    return speaks and noun.pos_ == "PROPN" and noun.ent_type_ == "" and trees.child(noun, "det") is None


def in_quotes(token: Token) -> bool:
    """Whether a token stands in a quotation, also in the rest of one that began in an earlier sentence."""
    words = [each.lower_ for each in trees.tokens(token.doc)]
    marks = [at for at, word in enumerate(words) if word == '"']
    if len(marks) == 1 and marks[0] > 0 and words[marks[0] - 1] in (",", "!", "?", "."):
        # "... on water," Lee said: who speaks stands behind the mark, so it closes.
        behind = token.doc[marks[0] + 1 : marks[0] + _FARTHEST_REPORT]
        if any(verb.lemma_.lower() in lexicon.SPEAKING for verb in behind):
            return token.i < marks[0]
    return quoted(words)[token.i]
