"""The words that carry a disagreement: what a reader's eye should land on in two quotes.

A word carries it when it is a content word whose stem the other text lacks, a number the other text
lacks, or a negation or denial the other text does not match. Stems are cut crudely on purpose: a
missed highlight costs little, and a stemmer for every language would cost a dependency.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_BETWEEN = re.compile(r"\s+")
_SHORTEST_STEM = 4


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FUNCTION_WORDS = _listed(
    """
    a about also am an and any are as at be because been being both but by can could did do does doing
    for from had has have having he her here hers him his i if in into is it its itself just may me
    might must my of on or our ours own shall she should so some such than that the their theirs them
    then there these they this those to too us very was we were what when where which while who whom
    whose will with would you your yours s
    according said say saying says tell telling tells told
    """
)
_NEGATORS = _listed(
    "not no never none neither nor nothing nobody nowhere without cannot hardly barely scarcely"
)
_DENIAL = re.compile(
    r"(?:den(?:y|ies|ied|ying|ial|ials)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)"
    r"|reject(?:s|ed|ing|ion)?|contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disavow(?:s|ed|ing)?)"
)
_NUMBER_WORDS = {
    "zero": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}
# Longest first: the first that fits is cut.
_SUFFIXES = (
    *("ations", "ation", "ating", "ators", "ator", "ates", "ated", "ate"),
    *("ions", "ion", "ings", "ing", "als", "al", "ers", "er", "ed", "es", "ly", "e", "s"),
)
_NOT = "negation:not"
_DENY = "negation:deny"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that can clash; ``key`` is what must be shared for it not to, ``counted`` how often as well."""

    span: Span
    key: str
    counted: bool


def clashing(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """Return the spans of the words in ``a`` and in ``b`` that carry their disagreement.

    Spans are offsets in the text given, in order, without overlap; neighbours that only white space
    parts are one span. The result for ``(b, a)`` is the same two lists in the other order.
    """
    words_a, words_b = _words(a), _words(b)
    return _joined(a, _unmatched(words_a, words_b)), _joined(b, _unmatched(words_b, words_a))


def denials(text: str) -> list[Span]:
    """Return the spans of the negations and denials in ``text``, one a word."""
    return [word.span for word in _words(text) if word.counted]


def content_stems(text: str) -> frozenset[str]:
    """Return what ``clashing`` compares of ``text``: stems of content words and normalised numbers."""
    return frozenset(word.key for word in _words(text) if not word.counted)


def merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` of ``text`` in order, overlapping ones and neighbours across white space as one."""
    return _joined(text, sorted(spans, key=lambda span: (span.start, span.end)))


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        key = _key(match.group())
        if key is not None:
            found.append(_Word(Span(match.start(), match.end()), key, counted=key in (_NOT, _DENY)))
    return found


def _key(word: str) -> str | None:
    """What two words must share to count as one; None for a word that never clashes."""
    # "U.S." and "US" are one country, and not the pronoun "us".
    if word.replace(".", "") == "US":
        return "US"
    plain = word.lower().replace("’", "'")
    if plain[0].isdigit():
        return plain.replace(",", "")
    if plain in _NEGATORS or plain.endswith("n't"):
        return _NOT
    if _DENIAL.fullmatch(plain):
        return _DENY
    # A possessive or a contraction ("Russia's", "they're") stands for its first part.
    plain = plain.partition("'")[0] or plain
    if plain in _FUNCTION_WORDS:
        return None
    return _NUMBER_WORDS.get(plain, _stem(plain))


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST_STEM:
        word = word[:-3] + "y"
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    # Short words lose their plural only: "aid", "aids", but "gas" and "press" stay.
    if word.endswith("s") and not word.endswith("ss") and len(word) >= _SHORTEST_STEM:
        return word[:-1]
    return word


def _unmatched(words: list[_Word], others: list[_Word]) -> list[Span]:
    here, there = (Counter(word.key for word in side) for side in (words, others))
    return [
        word.span
        for word in words
        if there[word.key] == 0 or (word.counted and here[word.key] != there[word.key])
    ]


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and (span.start <= last.end or _BETWEEN.fullmatch(text, last.end, span.start)):
            joined[-1] = Span(last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined
