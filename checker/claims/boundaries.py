"""Where sentences end: rules over the punctuation of English news text as it comes off the web.

One pass over the text, linear in its length. Besides the usual abbreviations and initials the rules
know what flattened pages do to sentences: a lost space ("negotiations.The"), a doubled stop
("Russia.. However", "Bloomberg. ."), a closing quotation mark that touches the next sentence. The
choice of these rules over existing splitters was measured, see docs/decisions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NUMBER,
    CAPITALISED_ONLY,
    DOUBTFUL,
    INNER,
    LAST_OF_LISTS,
    STARTERS,
    TITLES,
)
from checker.claims.unmarked import unmarked_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPECIAL = TITLES | INNER | BEFORE_NUMBER | DOUBTFUL | LAST_OF_LISTS
# Small letters that end in a stop before a capital and may be an abbreviation nevertheless.
_SMALL_ABBREVIATIONS = INNER | ((TITLES | DOUBTFUL) - CAPITALISED_ONLY)
_CAPITAL_FOLLOWS = r"(?=[ ][\"“‘(]?[A-Z])"


def _small_word(letters: int) -> str:
    """The pattern of a stop after a word of so many small letters that is no abbreviation."""
    unsafe = "|".join(sorted(re.escape(word) for word in _SMALL_ABBREVIATIONS if len(word) == letters))
    return rf"(?<=[ ][a-z]{{{letters}}}\.)(?<![ ](?:{unsafe})\.){_CAPITAL_FOLLOWS}"


# Where a sentence ends whatever the rules say: a word in small letters and a stop, a stop and a closing
# mark, "!" or "?", each before a space and a capital. They spare most sentences of running text the rules.
# Long abbreviations are looked up by their ends, because "Messrs" ends like "essrs".
_LONG = 5
_LONG_ENDS = "|".join(rf"{word[-_LONG:]}\." for word in sorted(_SPECIAL) if len(word) >= _LONG)
_PLAINLY = "|".join(
    (
        rf"(?<=[a-z]{{{_LONG}}}\.)(?<!{_LONG_ENDS}){_CAPITAL_FOLLOWS}",
        *(_small_word(letters) for letters in range(2, _LONG)),
        rf"(?<=\.)[\"”]{_CAPITAL_FOLLOWS}",
        rf"(?<=[!?]){_CAPITAL_FOLLOWS}",
    )
)
# Possessive quantifiers keep a run of a million stops linear; the look-ahead brings the next word along.
_AFTER_MARK = (
    rf"""(?:{_PLAINLY}|(?:(?<!\.)|(?![a-z0-9,]))"""
    r"""((?:[!?…。！？]|\.(?![a-z0-9,]))*+(?:[ \u00a0]\.++(?=\s|\Z))*+)"""  # the other marks
    r"""([\"”’'»)\]]*+(?:[ ][\"”’'](?=\s|\Z))?+(?:[ ]?\[(?:\d{1,4}|…|\.\.\.)\])*+)"""  # what closes
    r"""(?=(\s*+)([\"“„‘'«(\[—–*-]*+)[ \u00a0]?([^\W_]*+)))"""  # space, what opens, the next word
)
# The regex engine finds a single character several times faster than one of a set.
_STOP = re.compile(r"\." + _AFTER_MARK)
_MARK = re.compile(r"[.!?…。！？]" + _AFTER_MARK)
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_ATTRIBUTION = re.compile(
    r"\s+(?:[A-Z][\w’'-]*\s+|the\s+){1,4}(?:said|says|asked|told|added|wrote|tweeted|replied|"
    r"continued|declared|quipped|joked|shouted|demanded|wondered)\b"
)
_LONGEST_WORD = 40
_CLOCKS = frozenset(("a.m", "p.m"))
_SHORTEST_PLAIN_WORD = 3
_FULL_WIDTH = "。！？"
_ADDRESSES = frozenset(("http", "https", "www"))
_DOMAINS = frozenset(("Com", "Org", "Net", "Gov", "Edu"))
_CLOSING = ('"', "”", ")", "]")
_QUOTES = ('"', "”", "’", "'")


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets after the last character of each sentence in ``text[start:end]``, but the last.

    Ascending, each in ``start < offset < end``. The quotation marks and brackets that close a sentence
    belong to it.
    """
    unmarked = unmarked_ends(text, start, end)
    marked = _marked_ends(text, start, end)
    return iter(sorted({*marked, *unmarked})) if unmarked else marked


def _marked_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The ends that carry a full stop or another mark."""
    quotes, counted = 0, start
    for stop in _pattern(text[start:end]).finditer(text, start, end):
        at = stop.end()
        if at >= end:
            return
        if stop.lastindex is None:
            yield at
            continue
        closers = stop[2]
        reopens = False
        if closers[-1:] == '"' and not stop[3]:
            # A straight mark that touches both neighbours closes or opens: the marks before it tell.
            inner = stop.start(2)
            quotes += text.count('"', counted, inner)
            counted = inner
            reopens = quotes % 2 == 0
        if _ends(text, start, end, stop, closers="" if reopens else closers):
            yield stop.start(2) if reopens else at


def _pattern(block: str) -> re.Pattern[str]:
    """What finds the marks of a block."""
    if "?" in block or "!" in block or "…" in block or "。" in block or "！" in block or "？" in block:
        return _MARK
    return _STOP


def _ends(text: str, start: int, end: int, stop: re.Match[str], closers: str) -> bool:
    """Whether the marks of ``stop`` end a sentence, by the word or the symbol that follows."""
    more, _, space, openers, word = stop.groups()
    at = stop.start()
    mark = more[-1:] or text[at]
    single_stop = mark == "." and not more
    if mark in _FULL_WIDTH:
        return True
    if not word:
        return bool(space) and _symbol_begins(text, stop.end(4), end, openers)
    if not space:
        return _glued(text, _token(text, start, at), stop)
    if word in _ADDRESSES:
        return _token(text, start, at).lower() not in INNER
    if word[0].islower() and word != "i":
        if openers or closers:
            return False
        token = _token(text, start, at)
        return _plain(token) if single_stop else mark in "!?" and token != "" and not token[0].isupper()
    if single_stop:
        return bool(closers) or _single_stop_ends(text, start, at, word)
    quoted = mark in "!?" and closers[-1:] in _QUOTES and closers != ""
    return not (quoted and _ATTRIBUTION.match(text, stop.end(), end))


def _plain(token: str) -> bool:
    """Whether a word is no abbreviation, so that its stop ends a sentence though lower case follows."""
    if token.endswith(_CLOSING):
        return token[-2:-1] != "."
    return (
        len(token) >= _SHORTEST_PLAIN_WORD and token.isalpha() and token.islower() and token not in _SPECIAL
    )


def _token(text: str, start: int, at: int) -> str:
    """The word that ends at ``at``, without what opens it."""
    first = max(start, at - _LONGEST_WORD)
    token = text[max(first, text.rfind(" ", first, at) + 1) : at]
    if token.isalpha():
        return token
    words = token.rsplit(None, 1)
    if not words or text[at - 1].isspace():
        return ""
    return words[-1].lstrip("\"“„‘'«([—–")


def _symbol_begins(text: str, at: int, end: int, openers: str) -> bool:
    """Whether what stands at ``at`` (no letter or digit) begins a sentence: "$", "@", "#", an emoji."""
    return at < end and (openers != "" or text[at] not in ",.;:?!…)]%&|")


def _glued(text: str, token: str, stop: re.Match[str]) -> bool:
    """Whether a sentence begins right after a stop without a space ("Kyiv.Meanwhile", not "checker.com")."""
    word = stop[5]
    if not word[0].isupper() or (len(word) > 1 and not word[1:].islower()) or word in _DOMAINS:
        return False
    beyond = text[stop.end(5) : stop.end(5) + 2]
    if beyond[:1] in ("/", "@", "_", ".") and (len(word) == 1 or beyond[1:].isalnum()):
        return False
    if stop[2] or stop[4]:
        return True
    if "@" in token or token.lower().startswith(("www.", "http")):
        return False
    tail = token.rpartition(".")[2].rstrip("%’'")
    if len(tail) <= 1 or tail.lower() in TITLES or tail.lower() in INNER:
        return False
    return tail[-1].isdigit() or tail[-1].islower() or tail.isupper()


def _single_stop_ends(text: str, start: int, at: int, word: str) -> bool:
    """Whether the one full stop at ``at`` before the capitalised or numeric ``word`` ends a sentence."""
    token = _token(text, start, at)
    low = token.lower()
    if len(token) > _SHORTEST_PLAIN_WORD and low not in _SPECIAL and "." not in low and "-" not in low:
        return True
    if not token:
        return True
    starts = word.lower() in STARTERS
    if len(token) == 1 or token.isdigit():
        if _opens_line(text, start, at - len(token)):
            return False  # "1. The first", "A. The second"
        return starts if token.isalpha() else True
    if low in _CLOCKS:
        return word.lower() not in AFTER_CLOCK and not word[0].isdigit()
    if low in INNER:
        return False
    if _ACRONYM.match(token) or low == "ph.d":
        return starts
    return _abbreviation_ends(
        token, low.rpartition("-")[2] if low not in TITLES else low, word, starts=starts
    )


def _opens_line(text: str, start: int, at: int) -> bool:
    return at == start or text[at - 1] == "\n"


def _abbreviation_ends(token: str, low: str, word: str, *, starts: bool) -> bool:
    if low in CAPITALISED_ONLY and not token[0].isupper():
        return True
    if low in TITLES or low in INNER:
        return False
    if low in BEFORE_NUMBER and word[0].isdigit():
        return False
    return starts if low in DOUBTFUL else True
