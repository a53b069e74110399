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
    STARTERS,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# Possessive quantifiers keep a run of a million stops linear; the look-ahead brings the next word along.
_STOP = re.compile(
    r"""((?:[!?…。！？]|\.(?![a-z0-9,]))++(?:[ \u00a0]\.++(?=\s|\Z))*+)"""  # the marks
    r"""([\"”’'»)\]]*+(?:[ ][\"”’'](?=\s|\Z))?+(?:[ ]?\[\d{1,4}\])*+)"""  # what closes, and references
    r"""(?=(\s*+)([\"“„‘'«(\[—–*-]*+)[ \u00a0]?([^\W_]*+))"""  # space, what opens, the next word
)
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_ATTRIBUTION = re.compile(
    r"\s+(?:[A-Z][\w’'-]*\s+|the\s+){1,4}(?:said|says|asked|told|added|wrote|tweeted|replied|"
    r"continued|declared|quipped|joked|shouted|demanded|wondered)\b"
)
_LONGEST_WORD = 40
_CLOCKS = frozenset(("a.m", "p.m"))
_SPECIAL = TITLES | INNER | BEFORE_NUMBER | DOUBTFUL
_SHORTEST_PLAIN_WORD = 3
_FULL_WIDTH = "。！？"
_QUOTES = ('"', "”", "’", "'")


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets after the last character of each sentence in ``text[start:end]``, but the last.

    Ascending, each in ``start < offset < end``. The quotation marks and brackets that close a sentence
    belong to it.
    """
    quotes, counted = 0, start
    for stop in _STOP.finditer(text, start, end):
        at = stop.end()
        if at >= end:
            return
        reopens = False
        if not stop[3] and stop[2][-1:] == '"':
            # A straight mark that touches both neighbours closes or opens: the marks before it tell.
            inner = stop.start(2)
            quotes += text.count('"', counted, inner)
            counted = inner
            reopens = quotes % 2 == 0
        closers = "" if reopens else stop[2]
        if _ends(text, start, end, stop, closers):
            yield stop.start(2) if reopens else at


def _ends(text: str, start: int, end: int, stop: re.Match[str], closers: str) -> bool:
    """Whether the marks of ``stop`` end a sentence, by the word or the symbol that follows."""
    marks, _, space, openers, word = stop.groups()
    if marks[-1] in _FULL_WIDTH:
        return True
    if not word:
        return bool(space) and _symbol_begins(text, stop.end(4), end, openers)
    if not space:
        return _glued(text, _token(text, start, stop.start()), stop)
    if word[0].islower():
        return marks == "." and not openers and not closers and _plain(_token(text, start, stop.start()))
    if marks == ".":
        return bool(closers) or _single_stop_ends(text, start, stop.start(), word)
    quoted = marks[-1] in "!?" and closers[-1:] in _QUOTES and closers != ""
    return not (quoted and _ATTRIBUTION.match(text, stop.end(), end))


def _plain(token: str) -> bool:
    """Whether a word is no abbreviation, so that its stop ends a sentence though lower case follows."""
    return (
        len(token) >= _SHORTEST_PLAIN_WORD and token.isalpha() and token.islower() and token not in _SPECIAL
    )


def _token(text: str, start: int, at: int) -> str:
    """The word that ends at ``at``, without what opens it."""
    words = text[max(start, at - _LONGEST_WORD) : at].rsplit(None, 1)
    if not words or text[at - 1].isspace():
        return ""
    return words[-1].lstrip("\"“„‘'«([—–")


def _symbol_begins(text: str, at: int, end: int, openers: str) -> bool:
    """Whether what stands at ``at`` (no letter or digit) begins a sentence: "$", "@", "#", an emoji."""
    return at < end and (openers != "" or text[at] not in ",.;:?!…)]%&|")


def _glued(text: str, token: str, stop: re.Match[str]) -> bool:
    """Whether a sentence begins right after a stop without a space ("Kyiv.Meanwhile", not "checker.com")."""
    word = stop[5]
    if not word[0].isupper() or (len(word) > 1 and not word[1:].islower()):
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
