"""Sentences that are copies of each other: compared once, counted where they stand.

Two sentences are copies if they are the same words in the same order, apart from what an editor's desk
changes without changing what is said: capitals, punctuation, kinds of quotation marks, articles, spelled
contractions, the dots of an acronym, the commas of a number, and a credit like "(AP)". Any other word
that differs (a number, a name, a "not", a word inside a quotation, but also "rose" for "fell") keeps them
apart: such a pair is what checker looks for, so likeness alone never makes a copy.

What is identical need not speak of the same thing: "He declined to comment." stands in a thousand
articles. Outside copied articles a sentence is therefore only a copy if it is long enough to be no
phrase, and holds no pronoun that points out of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.records import Article, Sentence

FEWEST_WORDS = 6

_CREDIT = re.compile(r"\((?:AP|AFP|Reuters|UPI|ANSA|DPA|TASS|Xinhua|PA|CNN|Bloomberg)\)", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_WORD = re.compile(r"[^\W_]+(?:[.:/-][^\W_]+)*|[%$€£¥&@#+]")
_CONTRACTION = re.compile(r"(?i)\b(ca|wo|sha)?n't\b|(?<=\w)n't\b")
_ARTICLES = frozenset(("a", "an", "the"))
_POINTING = frozenset(
    "he she they it him her them his hers their theirs its himself herself themselves itself i we you me us "
    "my our your this that these those there here former latter".split()
)
_STEMS = {"ca": "can not", "wo": "will not", "sha": "shall not"}


def wording(text: str) -> tuple[str, ...]:
    """The words of a sentence without what may differ between copies of it."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    plain = _THOUSANDS.sub("", _CREDIT.sub(" ", plain))
    plain = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), plain)
    plain = _CONTRACTION.sub(_spelled, plain)
    words = _WORD.findall(plain.casefold())
    return tuple(word for word in words if word not in _ARTICLES)


def _spelled(contraction: re.Match[str]) -> str:
    return _STEMS[contraction[1].lower()] if contraction[1] else " not"


def stands_alone(words: Sequence[str]) -> bool:
    """Whether a sentence of these words means the same wherever it stands."""
    return len(words) >= FEWEST_WORDS and _POINTING.isdisjoint(words)


def collapsed(
    sentences: Iterable[Sentence], families: Mapping[str, str]
) -> tuple[list[Sentence], dict[Sentence, tuple[Sentence, ...]]]:
    """One sentence of each group of copies, in the given order, and its copies by that sentence.

    ``families`` names for the id of a copied article the group of articles that it belongs to. The one
    that stays is of the earliest known date, then of the smallest article id, then the first.
    """
    groups: dict[tuple[object, ...], list[Sentence]] = defaultdict(list)
    order: list[tuple[object, ...]] = []
    for sentence in sentences:
        words = wording(sentence.text)
        article = sentence.article
        key: tuple[object, ...] = (
            words if stands_alone(words) else (families.get(article.id, article.id), words)
        )
        if key not in groups:
            order.append(key)
        groups[key].append(sentence)
    kept: list[Sentence] = []
    copies: dict[Sentence, tuple[Sentence, ...]] = {}
    for key in order:
        members = sorted(groups[key], key=_earliest_first)
        kept.append(members[0])
        if len(members) > 1:
            copies[members[0]] = tuple(members[1:])
    return kept, copies


def _earliest_first(sentence: Sentence) -> tuple[str, str, int]:
    article = sentence.article
    return (_known(article), article.id, sentence.start)


def _known(article: Article) -> str:
    return article.published or "9999"
