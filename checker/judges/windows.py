"""Texts that are longer than a cross-encoder reads at once: cut into windows, of which the strongest counts.

Nothing is truncated: a long text is cut into windows, since one passage may decide, and those are read that
share most of the other text's rarer tokens. Where both are long, that holds for each window of the
shorter one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from tokenizers import Encoding

#: Tokens that a pair gains from the separators of the model, at most.
SEPARATORS = 4

#: Windows of the one text that a window of the other is read with, at most ...
PARTNERS = 8

#: ... and how much of what the nearest has in common with it they must have. A window about other things
#: says nothing of it, but a judge that has to choose may call it a contradiction.
NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a text: what it reads, and the tokens in it."""

    text: str
    tokens: frozenset[int]


def cut(text: str, encoding: Encoding, room: int) -> list[Window]:
    """The text in windows of at most ``room`` tokens, each sharing a quarter with the one before.

    ``encoding`` is that of the text, without separators and not truncated; a text that fits is one window.
    """
    ids, offsets = encoding.ids, encoding.offsets
    if len(ids) <= room:
        return [Window(text, frozenset(ids))]
    step = max(1, room - room // 4)
    starts = range(0, len(ids) - room + step, step)
    spans = [(start, min(start + room, len(ids))) for start in starts]
    return [
        Window(text[offsets[start][0] : offsets[end - 1][1]], frozenset(ids[start:end]))
        for start, end in spans
    ]


def rooms(a: int, b: int, most: int) -> tuple[int, int]:
    """How many tokens of two texts with ``a`` and ``b`` tokens are read at once, given ``most`` for both.

    A text shorter than half of it is kept whole, and the other gets the rest.
    """
    free = most - SEPARATORS
    if a + b <= free:
        return a, b
    half = free // 2
    if a <= half:
        return a, free - a
    if b <= half:
        return free - b, b
    return half, half


def partners(premise: Sequence[Window], hypothesis: Sequence[Window]) -> list[tuple[int, int]]:
    """Which windows are read together: with each of the text that has fewer, the nearest of the other.

    Texts that have nothing in common are read at their beginnings.
    """
    shared = _shared(premise, hypothesis)
    read: set[tuple[int, int]] = set()
    # Of two texts of one length both ways, so that their order changes nothing.
    if len(premise) >= len(hypothesis):
        read |= {(i, j) for j in range(len(hypothesis)) for i in _nearest(shared[:, j])}
    if len(premise) <= len(hypothesis):
        read |= {(i, j) for i in range(len(premise)) for j in _nearest(shared[i])}
    return sorted(read) or [(0, 0)]


def _nearest(shared: npt.NDArray[np.float64]) -> list[int]:
    """The places that have nearly as much in common as the best, best first; none if that has nothing."""
    order = np.argsort(-shared, kind="stable")[:PARTNERS]
    return [int(at) for at in order if shared[at] > 0 and shared[at] >= NEAR * shared[order[0]]]


def _shared(premise: Sequence[Window], hypothesis: Sequence[Window]) -> npt.NDArray[np.float64]:
    """What two windows have in common: the sum over their common tokens of 1 / (windows with the token)."""
    seen: dict[int, int] = {}
    for window in (*premise, *hypothesis):
        for token in window.tokens:
            seen[token] = seen.get(token, 0) + 1
    return np.array(
        [[sum(1 / seen[t] for t in sorted(p.tokens & h.tokens)) for h in hypothesis] for p in premise]
    )
