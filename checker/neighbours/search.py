"""Nearest neighbours by exact inner-product search (FAISS), widened until enough of them are allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from checker.encoders import Vectors

#: Queries that one search call takes; bounds the memory of its result.
_BATCH = 4096

Allowed = Callable[[int, npt.NDArray[np.int64]], npt.NDArray[np.bool_]]


def neighbours(
    vectors: Vectors, *, allowed: Allowed, wanted: int, at_least: float
) -> dict[tuple[int, int], float]:
    """Every pair (i, j), i < j, in which one is among the ``wanted`` nearest allowed neighbours of the other.

    ``vectors`` are unit vectors, float32, shape (n, d). ``allowed(i, js)`` says which of the rows ``js``
    may be paired with row i; it must be symmetric. Pairs below the cosine ``at_least`` are left out;
    there is no upper bound. The value is the cosine, rounded to 4 digits.

    The search starts with a few neighbours and doubles their number for the rows that have not found
    enough yet, so that a source with hundreds of like sentences hides nobody else's.
    """
    import faiss

    pairs: dict[tuple[int, int], float] = {}
    count = len(vectors)
    if count < 2:
        return pairs
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    open_rows = np.arange(count)
    width = min(count, 2 * wanted + 1)
    while len(open_rows):
        unfinished: list[int] = []
        for start in range(0, len(open_rows), _BATCH):
            rows = open_rows[start : start + _BATCH]
            similarities, found = index.search(vectors[rows], width)
            for row, cosines, others in zip(rows.tolist(), similarities, found, strict=True):
                good = (cosines >= at_least) & (others != row) & allowed(row, others)
                for other, cosine in zip(others[good][:wanted].tolist(), cosines[good][:wanted], strict=True):
                    pairs[min(row, other), max(row, other)] = round(float(cosine), 4)
                if int(good.sum()) < wanted and width < count and cosines[-1] >= at_least:
                    unfinished.append(row)
        open_rows = np.array(unfinished, dtype=np.int64)
        width = min(count, width * 2)
    return pairs
