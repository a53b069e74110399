"""The words of English numbers, and the one pattern that finds numbers in a text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL: Mapping[str, int] = MappingProxyType(
    {
        word: value
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen".split()
        )
    }
    | {
        word: 10 * ten
        for ten, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
    }
)

#: What multiplies the number before it.
MAGNITUDES: Mapping[str, float] = MappingProxyType(
    {"hundred": 1e2, "dozen": 12.0, "lakh": 1e5, "crore": 1e7}
    | dict.fromkeys(("thousand", "k"), 1e3)
    | dict.fromkeys(("million", "m", "mn", "mln"), 1e6)
    | dict.fromkeys(("billion", "b", "bn"), 1e9)
    | dict.fromkeys(("trillion", "tn", "trn"), 1e12)
)

#: Words that name no value, with the lowest and the highest that a reader takes them for.
VAGUE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "dozens": (20, 200),
        "scores": (30, 400),
        "hundreds": (150, 3e3),
        "thousands": (1.5e3, 3e4),
        "tens of thousands": (1.5e4, 2e5),
        "hundreds of thousands": (1.5e5, 2e6),
        "millions": (1.5e6, 2e8),
        "tens of millions": (1.5e7, 2e8),
        "hundreds of millions": (1.5e8, 2e9),
        "billions": (1.5e9, 1e12),
        "several": (2, 30),
        "a few": (2, 20),
        "a handful": (2, 12),
        "a couple": (2, 3),
        "several dozen": (24, 120),
        "a few dozen": (24, 120),
        "several hundred": (200, 1e3),
        "a few hundred": (200, 1e3),
        "several thousand": (2e3, 1e4),
        "a few thousand": (2e3, 1e4),
        "several million": (2e6, 1e7),
        "a few million": (2e6, 1e7),
    }
)

#: Fractions in words, in per cent.
FRACTIONS: Mapping[str, float] = MappingProxyType(
    {
        "half": 50.0,
        "third": 100 / 3,
        "two thirds": 200 / 3,
        "quarter": 25.0,
        "three quarters": 75.0,
        "fifth": 20.0,
        "two fifths": 40.0,
        "three fifths": 60.0,
        "four fifths": 80.0,
        "tenth": 10.0,
    }
)

_WORD = rf"(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})"
_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)"
_GAP = r"(?:\s+|-)"
_WORDS = (
    rf"(?:half\s+an?\s+{_MAGNITUDE}|"
    rf"(?:{_WORD}|an?(?=\s+{_MAGNITUDE}\b))"
    rf"(?:\s+and\s+a\s+half(?=\s+[a-z])|(?<=hundred)\s+and{_GAP}{_WORD}|"
    rf"{_GAP}(?:{_MAGNITUDE}(?:\s+and(?=\s+{_WORD}\b))?|{_WORD})\b)*)"
)
_SHARES = (
    r"(?:half(?=\s+(?:of|the|its|their|his|her|our|all)\b)|"
    # "Two quarters" are half a year, and "four thirds" nobody writes.
    r"(?:two[\s-]thirds|three[\s-]quarters|(?:two|three|four)[\s-]fifths)|"
    r"(?:a|one)[\s-](?:third|quarter|fifth|tenth)(?=\s+of\b))"
)
_VAGUE = "|".join(word.replace(" ", r"\s+") for word in sorted(VAGUE, key=len, reverse=True))

#: One match a number: groups ``digits`` (with ``magnitude``), ``vague``, ``share``, ``zero`` and ``words``.
#: Digits that hang on letters, slashes, colons or points are names, dates or clock times.
NUMBER = re.compile(
    r"(?:(?<![\w.,/:#'’+-])|(?<=[\d%][-–])|(?<=(?<![-\w.,/])(?:US|AU|CA|HK|NZ)(?=\$)))"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?:\s|-)?(?P<magnitude>(?i:hundred|thousand|million|billion|trillion|dozen|lakh|crore|mln|mn|bn|trn|tn)\b"
    r"|(?<=\d)(?:k|m|b)\b(?!\s+(?:away|long|tall|high|wide|deep|from|above|below))))?"
    r"(?![/:]?\d|[.,]\d|(?i:st|nd|rd|th)\b)(?!(?!km|kg|cm|mm|m|ft|mph|kph|kW|MW|GW|pc|C\b|F\b|lb|ha)[A-Za-z])"
    rf"|(?i:\b(?:(?P<vague>{_VAGUE})|(?P<share>{_SHARES})|(?P<words>{_WORDS})|(?P<zero>no(?=\s)(?!\s+(?:more|fewer|less|longer)\b)|none)))\b)"
)


def value_of_words(words: str) -> tuple[float, float, bool]:
    """Value, place of the last digit and whether the writing rounds, of lower-case words without hyphens.

    Zero if the words make no number ("twenty thirty").
    """
    parts = [word for word in words.replace(" and a half", " half").split() if word != "and"]
    if parts[0] == "half":
        factor = MAGNITUDES[parts[-1]]
        return factor / 2, factor / 2, True
    total = current = 0.0
    for word in parts:
        if word == "half":
            current += 0.5
        elif word in ("a", "an"):
            current = 1.0
        elif word in SMALL:
            place = SMALL[word]
            # "nineteen ninety" is a year, "twenty thirty" nothing: only smaller places may follow.
            if current % 100 and not (current % 10 == 0 and place < 10 and current % 100 >= 20):
                return 0.0, 1.0, False
            current += place
        elif word in ("hundred", "dozen"):
            current = (current or 1.0) * MAGNITUDES[word]
        else:
            total += (current or 1.0) * MAGNITUDES[word]
            current = 0.0
    value = total + current
    largest = max(MAGNITUDES.get(word, 1.0) for word in parts)
    if "half" in parts:
        return value, largest / 2, True
    if "dozen" in parts:
        return value, 12.0, True
    return value, _last_place(value), largest >= 1e6


def _last_place(value: float) -> float:
    """1,000 for 45,000: the place of the last digit that is no zero."""
    digits = f"{value:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def spellings(value: float) -> tuple[str, ...]:
    """How a whole number is written: in digits, with commas, and in words below a hundred."""
    whole = round(value)
    found = [str(whole), f"{whole:,}"]
    words = {number: word for word, number in SMALL.items()}
    if whole in words:
        found.append(words[whole])
    elif whole < 100:
        found.append(f"{words[whole // 10 * 10]}[- ]{words[whole % 10]}")
    return tuple(dict.fromkeys(found))
