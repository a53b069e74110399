"""Pairs of different news claims that are alike and do not conflict: neutral by where they come from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from training.changes import NEUTRAL, Change
from training.grammar import negated, sound

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    import polars as pl
    from spacy.tokens import Doc

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|cannot|denied|refused)\b|n['’]t\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_MONTH = re.compile(r"\d{4}-\d{2}")
#: Look-alikes taken of each thousand claims: the neighbours of a busy topic are countless.
_PER_BLOCK = 600
_COMMON = frozenset(
    "the a an of in on at to for and or is was are were be been by with from that it its as".split()
)


def may_conflict(first: str, second: str) -> bool:
    """Whether two claims of one event differ in what conflicts are made of: negation, or numbers."""
    if bool(_NEGATION.search(first)) != bool(_NEGATION.search(second)):
        return True
    numbers = set(_NUMBER.findall(first)), set(_NUMBER.findall(second))
    return bool(numbers[0] and numbers[1]) and numbers[0] != numbers[1]


def overlap(first: str, second: str) -> float:
    """The share of the shorter text's content words that the other one has, 0 to 1."""
    words = [set(re.findall(r"\w+", text.lower())) - _COMMON for text in (first, second)]
    return len(words[0] & words[1]) / max(1, min(len(words[0]), len(words[1])))


def alike(
    claims: pl.DataFrame,
    vectors: npt.NDArray[np.float32],
    *,
    low: float = 0.45,
    high: float = 0.85,
    seed: int = 0,
) -> Iterator[tuple[int, int, bool]]:
    """Rows whose cosine lies from low to high: of one article (True) or of articles of different months.

    Texts of one article that may conflict, or that share most words (one may imply the other), are left
    out; those of other articles stay, whatever their numbers: their events differ.
    """
    article, month = claims["article"].to_numpy(), claims["month"].to_numpy()
    text: Sequence[str] = claims["text"].to_list()
    rng = np.random.default_rng(seed)
    for start in range(0, len(text), 1024):
        block = vectors[start : start + 1024] @ vectors.T
        left, right = np.nonzero((block >= low) & (block <= high))
        left += start
        ahead = left < right
        left, right = left[ahead], right[ahead]
        same = np.flatnonzero(article[left] == article[right])
        other = np.flatnonzero(article[left] != article[right])
        drawn = np.concatenate([same, rng.permutation(other)[:_PER_BLOCK]])
        for a, b in zip(left[drawn].tolist(), right[drawn].tolist(), strict=True):
            one = bool(article[a] == article[b])
            if one and not may_conflict(text[a], text[b]) and overlap(text[a], text[b]) < 0.6:
                yield a, b, True
            elif not one and _months_apart(month[a], month[b]) and overlap(text[a], text[b]) < 0.75:
                yield a, b, False


def _months_apart(first: str, second: str, least: int = 3) -> bool:
    if not (_MONTH.fullmatch(first) and _MONTH.fullmatch(second)):
        return False
    number = [int(month[:4]) * 12 + int(month[5:]) for month in (first, second)]
    return abs(number[0] - number[1]) >= least


def pairs(
    claims: pl.DataFrame, docs: Sequence[Doc], vectors: npt.NDArray[np.float32], rng: random.Random
) -> Iterator[tuple[int, Change]]:
    """Rows and neutral pairs of neighbours, some with a "not" put into one or both (they stay unrelated)."""
    for a, b, one in alike(claims, vectors):
        if not (sound(docs[a]) and sound(docs[b])):
            continue
        first, second = claims["text"][a], claims["text"][b]
        hypothesis = b
        if rng.random() < 0.5:
            hypothesis, first, second = a, second, first
        kind = "same_article" if one else "look_alike"
        if rng.random() < 0.25 and overlap(first, second) < 0.34:
            contrary = negated(docs[hypothesis], rng.randint(0, 2))
            if contrary is not None:
                yield a, Change("look_alike_negated", first, contrary, NEUTRAL)
                continue
        yield a, Change(kind, first, second, NEUTRAL)
