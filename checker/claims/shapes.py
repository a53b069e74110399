"""Page furniture without a word of its own at the beginning: menus, dates, figures, names and their paper."""

from __future__ import annotations

import re

from checker.claims.vocabulary import (
    AGENCY,
    CLOCK,
    CONTROL,
    DATE,
    JOB,
    MOMENT,
    NAME,
    OUTLET,
    SOCIAL,
    TOPIC,
    any_of,
)

#: (kind, signs one of which such a line holds (none: any line), pattern, longest line)
_SHAPES: tuple[tuple[str, frozenset[str], re.Pattern[str], int], ...] = (
    (
        "share",
        frozenset(),
        any_of(rf"(?:(?:{SOCIAL})(?:[\s,|/·•+]+|\Z))++\Z", r"(?:@\w++[\s,]*+)++\Z"),
        140,
    ),
    (
        "menu",
        frozenset(),
        any_of(rf"(?:(?:{CONTROL}|{TOPIC})(?:[\s,|/·•›»>+]+|\Z))++\Z"),
        140,
    ),
    (
        "menu",
        frozenset("|›»>•·"),
        any_of(r"(?:[^|›»>•·\s][^|›»>•·]{0,28}\s*[|›»>•·]\s*){2,}[^|›»>•·]{0,28}\Z"),
        300,
    ),
    (
        "byline",
        frozenset(),
        any_of(
            rf"{NAME}(?: (?:and|&) {NAME})?(?:, | \| )(?:[\w'’-]+ ){{0,3}}{JOB}s?\Z",
            rf"{NAME} (?-i:(?:[A-Z]\w+ )?bureau chief)\Z",
            rf"{NAME} in {NAME}?(?-i:[A-Z]\w+)?(?:,? and |, ){NAME} in (?-i:[A-Z])[\w ]{{1,30}}\Z",
            rf"{NAME} and {NAME}, (?:{OUTLET})\Z",
        ),
        120,
    ),
    ("credit", frozenset(","), any_of(rf"{NAME}, (?:{OUTLET})\Z"), 80),
    (
        "credit",
        frozenset("/v"),
        any_of(
            rf"\(?[^()]{{0,60}}(?:/|\bvia )(?:{AGENCY})(?:\s*/\s*[\w ]+)?\)?\.?\Z",
            rf"(?:{AGENCY})(?: images?)?\s*/\s*[^.]{{1,60}}\Z",
        ),
        140,
    ),
    (
        "credit",
        frozenset("/("),
        any_of(rf"{NAME} ?/ ?(?-i:[A-Z])[\w .'’-]{{1,40}}\Z", rf"\({NAME} (?:for|via|of) [^()]{{2,60}}\)\Z"),
        100,
    ),
    ("byline", frozenset(), any_of(rf"(?:{OUTLET})\Z", rf"[—–-]+ ?{NAME}\Z"), 40),
    ("markup", frozenset("["), any_of(r"\[/?[a-z]+(?: [\w-]+=[^\]]*)?\]\Z"), 140),
    (
        "weather_date",
        frozenset("0123456789"),
        any_of(
            rf"(?=.*(?:\d:\d\d|\bago\b|\bread\b))(?=.*[a-z])(?:(?:{MOMENT})(?![^\W\d])[\W_]*+)++\Z",
            r"[^.!?“”\"]{0,40}\d ?°[^.!?]{0,40}\Z",
        ),
        100,
    ),
    (
        "byline",
        frozenset("|•·@"),
        any_of(rf"{NAME}(?: (?:and|&) {NAME})?\s*(?:[|•·]\s*(?:the )?(?-i:[A-Z])[^.!?]{{1,40}}|@\w+)\Z"),
        100,
    ),
    (
        "advertisement",
        frozenset("$£€"),
        any_of(r"[^.!?]{0,30}[$£€]\d[\d.]* (?:for|a|per|every)\b[^.!?]{1,40}\Z"),
        60,
    ),
    (
        "byline",
        frozenset(","),
        any_of(rf"{NAME} (?:bbc|fox|cbs|abc|nbc|sky) news, (?-i:[A-Z])[\w ]{{1,24}}\Z"),
        80,
    ),
    ("copyright", frozenset("©"), any_of(r"\W*©.{0,200}\Z"), 400),
    ("copyright", frozenset("("), any_of(r"\(c\)\s*\d.{0,200}\Z"), 400),
    ("tags", frozenset("#"), any_of(r"(?:#\w++[\s,]*+)++\Z"), 240),
    ("credit", frozenset("!"), any_of(r"!\[[^\]]*\]\([^)]*\)\Z"), 420),
)
_LONGEST_SHAPE = 420

#: Lines that begin with a figure.
_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "share",
        any_of(
            r"\d[\d.,]*\s?[km]?\s+(?:shares?|views?|likes?|reads?|retweets?|reactions?|comments?)\W*\Z",
            r"\d+ of \d+\Z",
            r"\d+[- ]min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?\W*\Z",
        ),
    ),
    (
        "weather_date",
        any_of(
            r"[-−+]?\d{1,3}(?:[.,]\d+)?\s*°?\s*[CF]?\s*°?\Z",
            r"[-−+]?\d{1,3}\s*°[CF]?\b[^.]{0,40}\Z",
            rf"{DATE}(?:\s*(?:at|,|\||-|–|—|·)?\s*{CLOCK})?\W*\Z",
            rf"{CLOCK}(?:\s*(?:on|,|\||-|–|—|·)?\s*{DATE})?\W*\Z",
            r"\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\Z",
        ),
    ),
)
_LONGEST_FIGURES = 140

LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_TOPIC = any_of(rf"(?:{TOPIC})\Z")


def kind_by_shape(line: str) -> str | None:
    """The kind of furniture of a trimmed line that is known by its shape, or None."""
    length = len(line)
    if LETTER_OR_DIGIT.search(line) is None:
        return "markup"
    if length > _LONGEST_SHAPE:
        return None
    if length <= _LONGEST_FIGURES and (line[0].isdigit() or line[0] in "-−+"):
        for kind, pattern in _FIGURES:
            if pattern.match(line):
                return kind
    for kind, signs, pattern, longest in _SHAPES:
        if length <= longest and (not signs or not signs.isdisjoint(line)) and pattern.match(line):
            return kind
    return None


def is_topic(line: str) -> bool:
    """Whether a line is but the name of a section, which may as well be a subheading of an article."""
    return _TOPIC.match(line) is not None
