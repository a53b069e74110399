"""Numbers in plain text: digits, words and magnitudes with their hedges, as intervals.

A text is scanned with one pattern, so that sentences without a number cost next to nothing. What a number
counts, and whether it counts anything ("Article 5"), is for the tree to say: `checker.claims.quantities`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf, log10
from typing import TYPE_CHECKING

from checker.claims.numberwords import (
    FRACTIONS,
    MAGNITUDES,
    NUMBER,
    VAGUE,
    value_of_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Hedge(StrEnum):
    """What the words around a number do to it."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    UP_TO = "up to"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``text[start:end]``, hedge included; ``core`` is where the number itself begins.

    ``low`` and ``high`` are the values written (the same but for ranges and vague words), ``step`` is the
    place of the last significant digit (0.1 billion for "61.4 billion", 1,000 for "20,000"). ``rounded`` says
    that the writing itself rounds ("61 billion", "3.5"), ``vague`` that it names no value ("dozens"),
    ``share`` that the values are per cent of something ("a third").
    """

    start: int
    core: int
    end: int
    low: float
    high: float
    step: float = 1.0
    hedge: Hedge = Hedge.NONE
    rounded: bool = False
    vague: bool = False
    share: bool = False
    worded: bool = False

    @property
    def exact(self) -> bool:
        """Whether one value stands there without a hedge."""
        return self.hedge is Hedge.NONE and not self.vague and self.low == self.high

    def interval(self, *, measured: bool = False) -> tuple[float, float]:
        """The lowest and the highest value that the writing allows, both inclusive.

        ``measured`` is true for lengths, money and shares, which are written as precisely as known, and false
        for counts: "12 people" are twelve, "12 km" may be 12.4. Half of the last place is allowed, but never
        more than a fifth, or a twentieth of a round number that claims to be exact ("500 soldiers").
        """
        low, high = self.low, self.high
        if self.vague:
            return (low, inf) if self.hedge is Hedge.AT_LEAST else (low, high)
        half = self.step / 2
        if self.hedge is Hedge.AT_LEAST:
            return low, inf
        if self.hedge in (Hedge.AT_MOST, Hedge.UP_TO):
            return 0.0, high
        if self.hedge is Hedge.ODD:
            return low, high + self.step
        if self.hedge is Hedge.NEARLY:
            return low * 0.85, high
        if self.hedge is Hedge.ABOUT:
            room = (max(0.1 * value, min(half, 0.25 * value)) for value in (low, high))
            below, above = room
            return low - below, high + above
        if self.share:
            return low - 3, high + 3
        if self.rounded or measured:
            cap = 0.2 if self.rounded else 0.1
            return low - min(half, cap * low), high + min(half, cap * high)
        if self.step >= 100:
            return low - min(half, 0.05 * low), high + min(half, 0.05 * high)
        return low, high


_BEFORE = re.compile(
    r"(?:(?P<about>about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|"
    r"believed to be|an average of)|(?P<nearly>nearly|almost|close to|approaching|just under|just short of)|"
    r"(?P<at_least>more than|over|above|at least|(?:no|not) (?:fewer|less) than|a minimum of|upwards? of|"
    r"in excess of|exceed(?:s|ed|ing)?|greater than|as few as|north of)|"
    r"(?P<up_to>up to|as (?:many|much|high) as|a maximum of|at most|(?:no|not) more than|maximum)|"
    r"(?P<at_most>less than|fewer than|under|below))"
    r"\s+(?:an?\s+|the\s+)?(?:[A-Z]{0,2}[$€£¥₽₴₹]\s?)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<odd>[-\s]odd\b)|(?P<at_least>\s?\+(?!\d)|\s+or more\b|[-\s]plus\b)|(?P<about>\s+or so\b)|"
    r"(?P<at_most>\s+or (?:fewer|less)\b)"
)
_BETWEEN_RANGE = re.compile(r"\s*(?:[-–—]|to|or)\s*(?:[A-Z]{0,2}[$€£¥₽₴₹]\s?)?$")
_MEASURED_RANGE = re.compile(
    r"\s*(?:%|per ?cent|percent)?\s*(?:[-–—]|to|or|and)\s*(?:[A-Z]{0,2}[$€£¥₽₴₹]\s?)?$"
)
_SIGN = re.compile(r"[$€£¥₽₴₹]")
_AND = re.compile(r"\s+and\s+(?:[A-Z]{0,2}[$€£¥₽₴₹]\s?)?$")
_BETWEEN = re.compile(r"\bbetween\s+(?:[A-Z]{0,2}[$€£¥₽₴₹]\s?)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}(?:[A-Z]{0,2}[$€£¥₽₴₹]\s?)?$", re.IGNORECASE)
_SCORE = re.compile(
    r"\b(?:won|win|beat|lost|lose|defeat|vot|scor|victor|led|lead|drew|draw|rul)", re.IGNORECASE
)
_WINDOW = 44


def numerals(text: str) -> list[Numeral]:
    """All numbers of a text in order, ranges as one; years, dates and clock times are still among them."""
    plain = [found for match in NUMBER.finditer(text) if (found := _plain(match)) is not None]
    return [_hedged(numeral, text) for numeral in _joined(plain, text)]


def _plain(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    words = " ".join(match[0].lower().replace("-", " ").split())
    if match["digits"]:
        return _digits(match)
    if match["vague"]:
        low, high = VAGUE[words]
        return Numeral(start, start, end, low, high, vague=True, worded=True)
    if match["share"]:
        value = FRACTIONS[words.removesuffix(" of").removeprefix("a ").removeprefix("one ")]
        return Numeral(start, start, end, value, value, share=True, worded=True)
    if match["zero"]:
        return Numeral(start, start, end, 0.0, 0.0, worded=True)
    value, step, rounded = value_of_words(words)
    if value <= 0:
        return None
    return Numeral(start, start, end, value, value, step, rounded=rounded, worded=True)


def _digits(match: re.Match[str]) -> Numeral | None:
    written, magnitude = match["digits"], (match["magnitude"] or "").lower()
    if len(written) > 1 and written[0] == "0" and written[1] != ".":
        return None
    whole, point, decimals = written.replace(",", "").partition(".")
    factor = MAGNITUDES.get(magnitude.removesuffix("s") or magnitude, 1.0)
    value = float(f"{whole}.{decimals or 0}") * factor
    trailing = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    step = factor * (10.0 ** -len(decimals) if point else 10.0**trailing)
    rounded = bool(point) or factor > 100
    return Numeral(match.start(), match.start(), match.end(), value, value, step, rounded=rounded)


def _joined(plain: Sequence[Numeral], text: str) -> Iterator[Numeral]:
    """Ranges as one numeral; two numbers that go down ("3-2", "52 to 48") are a score and left out."""
    at = 0
    while at < len(plain):
        first = plain[at]
        second = plain[at + 1] if at + 1 < len(plain) else None
        at += 1
        if second is None or first.vague or second.vague or not _range(first, second, text):
            yield first
            continue
        at += 1
        first = _shared_magnitude(first, second)
        tight = text[first.end : second.core].strip() in ("-", "–", "—")
        score = tight and _SCORE.search(text, max(0, first.start - _WINDOW), first.start)
        if first.low < second.high and not score:
            step = max(min(first.step, second.step), 1e-6)
            rounded = first.rounded or second.rounded
            yield replace(
                second, start=first.start, core=first.core, low=first.low, step=step, rounded=rounded
            )


def _range(first: Numeral, second: Numeral, text: str) -> bool:
    between = text[first.end : second.core]
    if len(between) > 14 or first.low == 0:
        return False
    before = text[max(0, first.start - _WINDOW) : first.start]
    # "rose 5% to $3bn" is no range: sign and share must stand on both sides.
    if _SIGN.search(between) and not _SIGN.search(before[-2:]):
        return False
    if "%" in between and not text.startswith("%", second.end):
        return False
    if _BETWEEN.search(before):
        return bool(_MEASURED_RANGE.match(between))
    # "rose from 15 to 20" gives two values, the later of which counts.
    joined = _BETWEEN_RANGE.match(between) or ("%" in between and _MEASURED_RANGE.match(between))
    return bool(joined) and not (_AND.match(between) or _FROM.search(before))


def _shared_magnitude(first: Numeral, second: Numeral) -> Numeral:
    """ "20 to 25 million": the magnitude of the second number is that of both."""
    if second.low < 1000 or first.low >= 1000:
        return first
    factor = 10.0 ** (3 * (int(log10(second.low)) // 3))
    mantissa = second.low / factor
    if first.low >= mantissa or not second.rounded:
        return first
    return replace(first, low=first.low * factor, high=first.high * factor, step=first.step * factor)


def _hedged(numeral: Numeral, text: str) -> Numeral:
    """The numeral with the hedges that stand right before and after it."""
    start, end, hedge = numeral.start, numeral.end, Hedge.NONE
    while match := _BEFORE.search(text, max(0, start - _WINDOW), start):
        if text[match.start() - 1 : match.start()].isalnum() and match.start() > 0:
            break
        found = Hedge[str(match.lastgroup).upper()]
        # "at least some 20": the outer bound says more than the inner doubt.
        hedge = found if hedge is Hedge.NONE or found is not Hedge.ABOUT else hedge
        start = match.start()
    if hedge is Hedge.NONE and _BETWEEN.search(text, max(0, start - _WINDOW), start):
        start = text.lower().rindex("between", 0, start)
    after = _AFTER.match(text, end)
    if after:
        hedge = Hedge[str(after.lastgroup).upper()]
        end = after.end()
    return replace(numeral, start=start, end=end, hedge=hedge)
