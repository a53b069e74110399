"""Text -> words -> hashed shingles (runs of four words), the same numbers on every machine.

All arithmetic is on 64-bit integers over the text's characters: the hashes know of no PYTHONHASHSEED, no
byte order and no library's version. Whole texts are hashed as arrays, since a loop over words in Python
takes longer than all the rest of the search for copies.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]
_Units = npt.NDArray[np.uint16]
_Numbers = npt.NDArray[np.uint64]
_Offsets = npt.NDArray[np.intp]

#: Words of one shingle. Three are shared by chance too often ("one of the"), and with five a text in which
#: each tenth word was changed shares too little with itself.
LENGTH = 4
#: Below so many words a text is a copy only of its equals: briefs of one form share half their words.
FEWEST_WORDS = 50
#: What lies beyond is not looked at; some 400 pages are enough to know a text by.
MOST_CHARACTERS = 1 << 20

_UTF16 = f"utf-16-{'le' if sys.byteorder == 'little' else 'be'}"
# The number of marks that combine with the letter before them; no letter has it.
_COMBINING = np.uint64(1)
# Odd constants with well-mixed bits, from the golden ratio and the finaliser of MurmurHash3.
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)
_STRAIGHT = str.maketrans("‘’‚‛“”„‟«»–—−", '\'\'\'\'""""""---')


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a text.

    Equal ``digest`` means: the same words in the same order, and for texts of fewer than FEWEST_WORDS
    words also the same punctuation (white space, case and typography aside). ``shingles`` are in the
    order of the text, shape (max(0, words - LENGTH + 1),).
    """

    digest: bytes
    words: int
    shingles: Hashes


def fingerprint(text: str) -> Print:
    """The print of a text. Words are runs of letters and digits, without case and accents."""
    text = text[:MOST_CHARACTERS]
    hashes = _word_hashes(text)
    shingles = _shingles(hashes)
    wording = hashes.astype("<u8").tobytes() if len(hashes) >= FEWEST_WORDS else _wording(text)
    return Print(hashlib.blake2b(wording, digest_size=16).digest(), len(hashes), shingles)


def quoted(text: str) -> Mask:
    """Which words of a text stand between double quotation marks, shape (words,).

    A quotation that was never closed ends with its paragraph.
    """
    units, numbers = _read(text)
    places = np.arange(len(units))
    line_start = _last(units, places, "\n")
    straight = np.cumsum(units == ord('"'))
    before_line = np.where(line_start < 0, 0, straight[line_start])
    inside = (straight - before_line) % 2 == 1
    opened, closed = (_last(units, places, marks) for marks in ("“„«", "”»"))
    inside |= (opened > closed) & (opened > line_start)
    within: Mask = inside[_starts(numbers)]
    return within


def _last(units: _Units, places: _Offsets, marks: str) -> _Offsets:
    """For each unit, where one of the marks stood last; -1 before the first."""
    found = np.zeros(len(units), dtype=np.bool_)
    for mark in marks:
        found |= units == ord(mark)
    return np.maximum.accumulate(np.where(found, places, -1))


def _read(text: str) -> tuple[_Units, _Numbers]:
    """UTF-16 units of a text, and the number of the letter that each is, 0 for none; no combining marks.

    What lies beyond the first 65,536 code points is mostly emoji, and no letter here.
    """
    units = np.frombuffer(text[:MOST_CHARACTERS].encode(_UTF16, "surrogatepass"), dtype=np.uint16)
    numbers = _letter_numbers()[units]
    if not text.isascii():
        kept = numbers != _COMBINING
        units, numbers = units[kept], numbers[kept]
    return units, numbers


@cache
def _letter_numbers() -> _Numbers:
    """UTF-16 unit -> a 64-bit number, one for each letter or digit without case and accent; 0 for others."""
    letters = np.zeros(1 << 16, dtype=np.uint64)
    combining = np.zeros(1 << 16, dtype=np.bool_)
    for unit in range(1 << 16):
        character = chr(unit)
        combining[unit] = unicodedata.combining(character) > 0
        if character.isalnum():
            letters[unit] = ord(unicodedata.normalize("NFKD", character.casefold())[0])
    numbers = letters * _BASE
    numbers ^= numbers >> _HALF
    numbers *= _MIX
    numbers[combining] = _COMBINING
    numbers.flags.writeable = False
    return numbers


@cache
def _powers(bits: int) -> tuple[_Numbers, _Numbers]:
    """The first 2**bits powers of the base modulo 2**64, and their inverses."""
    factors = np.ones((2, 1 << bits), dtype=np.uint64)
    factors[0, 1:] = _BASE
    factors[1, 1:] = pow(int(_BASE), -1, 1 << 64)
    powers = np.multiply.accumulate(factors, axis=1)
    powers.flags.writeable = False
    return powers[0], powers[1]


def _starts(numbers: _Numbers) -> _Offsets:
    """Where the words start, in units."""
    letter = numbers != 0
    first = letter.copy()
    first[1:] &= ~letter[:-1]
    return np.flatnonzero(first)


def _word_hashes(text: str) -> _Numbers:
    """One 64-bit hash a word: the polynomial of its letters' numbers."""
    _, numbers = _read(text)
    starts = _starts(numbers)
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    powers, inverses = _powers(len(numbers).bit_length())
    # What is no letter adds 0, so that each sum may run on to the next word.
    sums = np.add.reduceat(numbers * powers[: len(numbers)], starts)
    hashes: _Numbers = sums * inverses[starts]
    return hashes


def _shingles(hashes: _Numbers) -> Hashes:
    count = len(hashes) - LENGTH + 1
    if count < 1:
        return np.empty(0, dtype=np.uint32)
    mixed = hashes[:count].copy()
    for offset in range(1, LENGTH):
        mixed *= _MIX
        mixed += hashes[offset : offset + count]
    mixed ^= mixed >> _HALF
    mixed *= _BASE
    return (mixed >> _HALF).astype(np.uint32)


def _wording(text: str) -> bytes:
    """A short text with one form of white space, case, quotation marks and dashes."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_STRAIGHT)
    return " ".join(plain.split()).encode("utf-8", "surrogatepass")
