"""Blocks of article text to sentences with exact offsets, and the filters that stand before the claims.

Filters and their reasons: ``sentence.heading`` (headlines assert in a shorthand of their own),
``sentence.question``, ``sentence.fragment`` (fewer than 4 words), ``sentence.too_long`` (more than 120
words: not a sentence but a list or lost punctuation) and ``dateline``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from checker.claims.boundaries import sentence_ends
from checker.claims.datelines import dateline
from checker.records import Drop, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.records import Article, Block

FEWEST_WORDS = 4
MOST_WORDS = 120
_LONGEST_DATELINE = 120


def split(article: Article, blocks: Sequence[Block]) -> tuple[list[Sentence], list[Drop]]:
    """The sentences of the blocks, in order, and what was left out of them with its reason.

    No span begins or ends with white space; spans neither overlap nor leave a visible character of a
    block out: it is in a sentence or in a drop.
    """
    sentences: list[Sentence] = []
    drops: list[Drop] = []
    for block in blocks:
        if block.heading:
            drops.append(Drop(block.start, block.end, "sentence.heading"))
            continue
        start = block.start
        length = dateline(article.text[start : min(block.end, start + _LONGEST_DATELINE)])
        if length:
            drops.append(Drop(start, start + len(article.text[start : start + length].rstrip()), "dateline"))
            start += length
        for span_start, span_end in _spans(article.text, start, block.end):
            reason = _reason(article.text[span_start:span_end])
            if reason is None:
                sentences.append(Sentence(article, span_start, span_end))
            else:
                drops.append(Drop(span_start, span_end, reason))
    return sentences, drops


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]`` without the white space around them."""
    for stop in chain(sentence_ends(text, start, end), (end,)):
        first, last = start, stop
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last
        start = stop


def _reason(sentence: str) -> str | None:
    """Why a sentence is left out, or None."""
    if sentence[-1] != "." and sentence.rstrip("\"”’'»)] ").endswith("?"):
        return "sentence.question"
    words = len(sentence.split(None, MOST_WORDS))
    if words < FEWEST_WORDS:
        return "sentence.fragment"
    if words > MOST_WORDS:
        return "sentence.too_long"
    return None
