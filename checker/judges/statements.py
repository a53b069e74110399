"""One statement credited to two people who cannot be one.

Two people may well say the same, so likeness is not enough: the words must be one quotation, or the claims
must be long, nearly the same and follow from each other. Nothing is found where a paper names the other
person close by: then one repeats, quotes or joins the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.quotes import of_sentences, words
from checker.claims.titles_of_people import cannot_be_one, person
from checker.judges import quote_words
from checker.judges.quotes import align
from checker.records import Clash, Modality, Span, Stance

if TYPE_CHECKING:
    from checker.records import Claim, Pair, Verdict

#: The name of this judge.
JUDGE = "statements"

#: A quotation of fewer words, or of fewer words of meaning, may be anybody's.
FEWEST_SHARED = 8
FEWEST_TELLING = 4

#: What two claims need that are not quotations: words of meaning, cosine, entailment in both directions.
FEWEST_CONTENT = 6
SIMILARITY = 0.9
ENTAILMENT = 0.8

#: Differences that two renderings of one quotation may have.
_MOST_PLACES = 2

#: Code points around a sentence in which the other speaker's name explains everything.
_NEARBY = 300

_JOINT = re.compile(
    r"\b(?:joint|jointly|co-authored|co-signed|quoting|quoted|echo(?:ed|ing)?|cit(?:ed|ing))\b", re.IGNORECASE
)


def worth_reading(pair: Pair) -> bool:
    """Whether a pair should be judged for this although it does not look like a conflict."""
    return _credited_apart(pair.a, pair.b) and (
        pair.similarity >= SIMILARITY or _same_quotation(pair.a, pair.b) is not None
    )


def clashes(verdict: Verdict) -> list[Clash]:
    """The speakers of one statement, if they cannot be one person; at most one clash."""
    a, b = verdict.pair.a, verdict.pair.b
    if not _credited_apart(a, b):
        return []
    quoted = _same_quotation(a, b)
    if quoted is None and not _agree(verdict):
        return []
    what = "the same words are" if quoted is not None else "the same statement is"
    return [
        Clash(
            JUDGE,
            a.speaker or Span(a.start, a.end),
            b.speaker or Span(b.start, b.end),
            f"{what} credited to {a.speaker_name} and to {b.speaker_name}",
        )
    ]


def _credited_apart(a: Claim, b: Claim) -> bool:
    if not cannot_be_one(a, b) or not (_is_plain(a) and _is_plain(b)):
        return False
    return not (_names_nearby(a, b) or _names_nearby(b, a))


def _is_plain(claim: Claim) -> bool:
    return claim.stance is Stance.ASSERTS and claim.modality is Modality.ASSERTED


def _names_nearby(claim: Claim, other: Claim) -> bool:
    """Whether the paper of a claim names the other speaker, or says that several speak."""
    sentence = claim.sentence
    around = sentence.article.text[max(0, sentence.start - _NEARBY) : sentence.end + _NEARBY]
    named = person(other.speaker_name)
    return _JOINT.search(sentence.text) is not None or (named is not None and named[1] in around)


def _same_quotation(a: Claim, b: Claim) -> int | None:
    """The number of words that the two claims quote alike, None if they do not quote the same."""
    for left in _quoted(a):
        for right in _quoted(b):
            found = align(words(a.sentence.article.text, left), words(b.sentence.article.text, right))
            if (
                found is not None
                and found.shared >= FEWEST_SHARED
                and found.telling >= FEWEST_TELLING
                and len(found.places) <= _MOST_PLACES
            ):
                return found.shared
    return None


def _quoted(claim: Claim) -> list[Span]:
    spans = next(of_sentences([claim.sentence]))
    return [span for span in spans if span.start < claim.end and claim.start < span.end]


def _agree(verdict: Verdict) -> bool:
    """Long claims that are nearly the same and follow from each other."""
    if verdict.pair.similarity < SIMILARITY:
        return False
    if min(verdict.forward.entailment, verdict.reverse.entailment) < ENTAILMENT:
        return False
    return min(_content(verdict.pair.a), _content(verdict.pair.b)) >= FEWEST_CONTENT


def _content(claim: Claim) -> int:
    found = words(claim.text, Span(0, len(claim.text)))
    return len(set(quote_words.telling([word.text for word in found])))
