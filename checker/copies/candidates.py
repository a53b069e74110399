"""Which articles may be copies of each other: those that share sampled shingles.

The sample is Broder's "mod m" sketch (On the resemblance and containment of documents, 1997): every
shingle whose hash is divisible by m, a sample whose size follows the text's. Unlike the fixed number of
minima of a MinHash signature it also estimates how much of a short text stands in a long one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.copies.shingles import Hashes

_Keys = npt.NDArray[np.uint64]

_MODULUS = np.uint32(4)
#: Of articles that share one shingle, sorted, each is compared with so many that follow: a phrase that
#: stands on every page of a site must not cost the square of its pages.
_MOST_FOLLOWERS = 64
_LEAST_SHARED = 2
_LEAST_SHARE = 0.15
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)


def candidates(prints: Sequence[Hashes]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, in order, that share at least 15% of the smaller sample and two shingles.

    ``prints`` are the shingles of each text. Of more than 64 texts with one shingle in common only those
    near each other in ``prints`` meet.
    """
    keys, sizes = _samples(prints)
    if not len(keys):
        return []
    pairs, shared = np.unique(_meetings(keys), return_counts=True)
    first, second = (pairs >> _HALF).astype(np.intp), (pairs & _LOWER).astype(np.intp)
    least = np.maximum(_LEAST_SHARED, _LEAST_SHARE * np.minimum(sizes[first], sizes[second]))
    enough = shared >= least
    return list(zip(first[enough].tolist(), second[enough].tolist(), strict=True))


def _samples(prints: Sequence[Hashes]) -> tuple[_Keys, npt.NDArray[np.intp]]:
    """Sampled shingle in the upper half and row in the lower, sorted; and the size of each row's sample."""
    kept = [hashes[hashes % _MODULUS == 0] for hashes in prints]
    rows = np.repeat(np.arange(len(kept), dtype=np.uint64), [len(hashes) for hashes in kept])
    keys = np.concatenate([np.empty(0, dtype=np.uint32), *kept]).astype(np.uint64) << _HALF
    keys |= rows
    keys.sort()
    # A phrase that an article repeats is one shingle of it.
    keys = keys[np.diff(keys, prepend=~np.uint64(0)) != 0]
    return keys, np.bincount((keys & _LOWER).astype(np.intp), minlength=len(kept))


def _meetings(keys: _Keys) -> _Keys:
    """One entry, smaller row in the upper half, for each two rows that meet in a shingle."""
    shingles, rows = keys >> _HALF, keys & _LOWER
    met = [np.empty(0, dtype=np.uint64)]
    here = np.arange(len(keys) - 1)
    for distance in range(1, _MOST_FOLLOWERS + 1):
        here = here[here + distance < len(keys)]
        # Where the neighbour at this distance has another shingle, so has every one farther off.
        here = here[shingles[here] == shingles[here + distance]]
        if not len(here):
            break
        met.append((rows[here] << _HALF) | rows[here + distance])
    return np.concatenate(met)
