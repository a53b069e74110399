"""How much of one text stands in another, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.copies.shingles import LENGTH

if TYPE_CHECKING:
    from checker.copies.shingles import Hashes, Mask

_PASSAGE = 25
_HARDLY = 0.2


def copied(shorter: Hashes, longer: Hashes) -> Mask:
    """Which words of the shorter text belong to a run of four or more that the longer text has too.

    Takes the shingles of both; the shape is (words of the shorter,). Counting words and not shingles, a
    word that was changed costs itself and not the four shingles it stood in, so that a copy with many
    small edits stays far above two texts that share one long quotation.
    """
    if not len(longer):
        return np.zeros(len(shorter) + LENGTH - 1, dtype=np.bool_)
    known = np.sort(longer)
    shared = known.take(np.searchsorted(known, shorter), mode="clip") == shorter
    words = np.zeros(len(shorter) + LENGTH - 1, dtype=np.bool_)
    for offset in range(LENGTH):
        words[offset : offset + len(shared)] |= shared
    return words


def own_passages(words: Mask) -> float:
    """Share (0..1) of a text that stands in passages of its own: 25 words with hardly one copied.

    Scattered edits leave next to none, even where each fifth word was changed. Two stories under one long
    list, gallery of captions or statement have their reports for themselves.
    """
    count = max(1, len(words) // _PASSAGE)
    edges = np.linspace(0, len(words), count + 1).astype(np.intp)
    lengths = np.diff(edges)
    copied_words = np.add.reduceat(words.astype(np.intp), edges[:-1])
    return float(lengths[copied_words < _HARDLY * lengths].sum() / len(words))
