"""The language of a text: English by its function words, any other from its letters.

A text in which each seventh word is one of English's commonest is English. Only of others py3langid is
asked, a naive Bayes model over byte n-grams (Lui and Baldwin, langid.py: An Off-the-shelf Language
Identification Tool, 2012), so that a run over English news never loads it. The model is in its package;
nothing is fetched.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENGLISH = "en"
#: The model's class for numbers, addresses and markup.
_NO_LANGUAGE = "zxx"
_WORD = re.compile(r"[^\W\d_]+")
#: Common in English and rare elsewhere ("a", "in" and "me" are words of many languages).
_FUNCTION_WORDS = frozenset(
    "the of and to that for with it as by from at be he his her she they their this which have has had "
    "not but are were been will would who said about after than or an its you we".split()
)
_ENOUGH_FUNCTION_WORDS = 0.15
_FEWEST_LETTERS = 40
_PASSAGES = 4
_PASSAGE_LENGTH = 250
#: The model's probability of English from which English is called, however likely another language is:
#: an English article left out is a worse loss than a foreign one kept.
_ENOUGH_FOR_ENGLISH = 0.1


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language that most of a text is in; None if there is too little to tell.

    Too little are fewer than 40 letters, or numbers and addresses only. When in doubt, the answer is "en".
    Of a long text four passages of 250 characters are looked at, spread from its beginning to its end.
    """
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    if sum(map(_FUNCTION_WORDS.__contains__, words)) >= _ENOUGH_FUNCTION_WORDS * len(words):
        return _ENGLISH
    ranked = _identifier().rank(sample)
    if dict(ranked)[_ENGLISH] >= _ENOUGH_FOR_ENGLISH:
        return _ENGLISH
    best: str = ranked[0][0]
    return None if best == _NO_LANGUAGE else best


def _sample(text: str) -> str:
    """A short text whole; of a long one passages at even distances, the first at its beginning."""
    last = len(text) - _PASSAGE_LENGTH
    if len(text) <= _PASSAGES * _PASSAGE_LENGTH:
        return text
    starts = [last * number // (_PASSAGES - 1) for number in range(_PASSAGES)]
    return " ".join(text[start : start + _PASSAGE_LENGTH] for start in starts)


@cache
def _identifier() -> LanguageIdentifier:
    # Imported when first needed: unpacking the model takes longer than checker --help may.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Languages of two letters only, which is what ISO 639-1 has. Without the others (Nigerian Pidgin
    # among them) English is mistaken less often.
    codes = [code for code in identifier.labels if len(code) == 2]
    identifier.set_languages([*codes, _NO_LANGUAGE])
    return identifier
