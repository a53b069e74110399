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
    from collections.abc import Sequence

    from checker.records import Article, Block

FEWEST_WORDS = 4
MOST_WORDS = 120
_SHORTEST_TOO_LONG = 2 * MOST_WORDS + 1
_CLOSERS = "\"”’'»)] "


def split(article: Article, blocks: Sequence[Block]) -> tuple[list[Sentence], list[Drop]]:
    """The sentences of the blocks, in order, and what was left out of them with its reason.

    No span begins or ends with white space; spans neither overlap nor leave a visible character of a
    block out: it is in a sentence or in a drop.
    """
    text = article.text
    sentences: list[Sentence] = []
    drops: list[Drop] = []
    for block in blocks:
        start, end = block.start, block.end
        if block.heading:
            drops.append(Drop(start, end, "sentence.heading"))
            continue
        if length := dateline(text[start:end]):
            drops.append(Drop(start, start + len(text[start : start + length].rstrip()), "dateline"))
            start += length
        for stop in chain(sentence_ends(text, start, end), (end,)):
            bare = text[start:stop].lstrip()
            first, start = stop - len(bare), stop
            bare = bare.rstrip()
            if not bare:
                continue
            last = first + len(bare)
            reason = _reason(bare)
            if reason is None:
                sentences.append(Sentence(article, first, last))
            else:
                drops.append(Drop(first, last, reason))
    return sentences, drops


def _reason(sentence: str) -> str | None:
    """Why a sentence is left out, or None."""
    if sentence[-1] != "." and sentence.rstrip(_CLOSERS).endswith("?"):
        return "sentence.question"
    if len(sentence.split(None, FEWEST_WORDS - 1)) < FEWEST_WORDS:
        return "sentence.fragment"
    if len(sentence) >= _SHORTEST_TOO_LONG and len(sentence.split(None, MOST_WORDS)) > MOST_WORDS:
        return "sentence.too_long"
    return None
