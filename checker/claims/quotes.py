"""The quotations in a text, and their words in a form in which two papers' renderings can be compared.

Marks are paired within a paragraph, since a quotation of several sentences opens in the first and closes
in the last of them; each sentence then gets its share. A mark whose partner is missing opens nothing,
except at the end of a paragraph: a quotation that goes on in the next one is closed only there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.records import Article, Sentence

#: The text of a word that stands for left-out or added words: an ellipsis, or what is in brackets.
WILD = "…"

#: A quotation that nobody closed is taken for one up to this many characters.
_LONGEST_OPEN = 1500

_MARK = re.compile(r"[\"“”„«»]")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")

#: ‘...’ and '...' with an apostrophe inside; after an s only punctuation tells the end from "workers’".
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?!\d0s|em\b|til\b|twas\b|tis\b|cause\b)(?=[\w\[])"
    r"([^\n‘]{2,1500}?)(?:(?<=[.,!?…])|(?<=[^\W_s]))[’'](?![\w’'])"
)

_PIECE = re.compile(
    r"(?P<initial>\[\w\])(?=\w)|(?P<wild>…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]\n]{0,80}\]|\([^)\n]{0,80}\))"
    r"|(?P<number>\d+(?:[.,:]\d+)*)|(?P<percent>%|\bper cent\b)|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)*)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;]")
_APOSTROPHE = str.maketrans({"’": "'"})

_CONTRACTED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"),
    "let's": ("let", "us"), "y'all": ("you", "all"),
})  # fmt: skip
_ENDINGS: Mapping[str, str] = MappingProxyType({
    "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would", "'s": "'s", "'": "",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation: its code points in the text, and its form without case and apostrophes.

    A contraction gives two words with one place ("don't": "do", "not"). ``named`` says that it is written
    with a capital where none is due; ``text`` is ``WILD`` for an ellipsis or brackets.
    """

    start: int
    end: int
    text: str
    named: bool = False


def quotations(paragraph: str) -> list[Span]:
    """What stands between quotation marks in one paragraph, without the marks, in order.

    Quotations inside a quotation belong to it. Single marks count only in a paragraph without double ones.
    """
    marks = list(_MARK.finditer(paragraph))
    if not marks:
        if "‘" not in paragraph and "'" not in paragraph:
            return []
        return [Span(match.start(1), match.end(1)) for match in _SINGLE.finditer(paragraph)]
    found: list[Span] = []
    opened: int | None = None
    for mark in marks:
        at = mark.start()
        if _is_opening(paragraph, at, is_open=opened is not None):
            opened = at + 1
        elif opened is not None:
            found.append(Span(opened, at))
            opened = None
    if opened is not None and len(paragraph) - opened <= _LONGEST_OPEN:
        found.append(Span(opened, len(paragraph)))
    # Left-over markup has its marks too: <img src="https://...">.
    return [span for span in found if "://" not in paragraph[span.start : span.end]]


def _is_opening(text: str, at: int, *, is_open: bool) -> bool:
    mark = text[at]
    if mark in _OPENS:
        return True
    if mark in _CLOSES:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    starts = not before or before.isspace() or before in "([—–-‘'"
    ends = not after or after.isspace() or after in ".,;:!?)]—–-’'"
    # A straight mark that is glued on both sides, or on none, does what is missing.
    return starts if starts != ends else not is_open


def of_sentences(sentences: Iterable[Sentence]) -> Iterator[tuple[Span, ...]]:
    """The quotations of each sentence, as spans of its article: the parts that lie within the sentence.

    Linear if sentences of one paragraph follow each other.
    """
    home: Article | None = None
    begin = end = -1
    spans: list[Span] = []
    for sentence in sentences:
        if sentence.article is not home or sentence.start < begin or sentence.end > end:
            home = sentence.article
            begin, end = _paragraph(sentence)
            spans = quotations(home.text[begin:end])
        inside = (
            Span(max(span.start + begin, sentence.start), min(span.end + begin, sentence.end))
            for span in spans
        )
        yield tuple(span for span in inside if span.start < span.end)


def _paragraph(sentence: Sentence) -> tuple[int, int]:
    text = sentence.article.text
    end = text.find("\n", sentence.end)
    return text.rfind("\n", 0, sentence.start) + 1, len(text) if end < 0 else end


def words(text: str, span: Span) -> list[Word]:
    """The words of a quotation in order, with offsets in ``text``."""
    found: list[Word] = []
    previous = span.start
    initial: re.Match[str] | None = None
    for match in _PIECE.finditer(text, span.start, span.end):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "initial":
            initial = match
            continue
        if kind == "wild":
            if not found or found[-1].text != WILD:
                found.append(Word(start, end, WILD))
        elif kind == "percent":
            found.append(Word(start, end, "percent"))
        elif kind == "number":
            found.append(Word(start, end, match.group().replace(",", "")))
        else:
            written = match.group().translate(_APOSTROPHE)
            if initial is not None:
                start, written = initial.start(), initial.group()[1] + written
            named = written[0].isupper() and bool(found) and not _SENTENCE_END.search(text, previous, start)
            named = named and initial is None and written not in ("I", "I'm", "I've", "I'd", "I'll")
            found += [Word(start, end, part, named) for part in _parts(written.casefold())]
        initial = None
        previous = end
    return found


def _parts(word: str) -> tuple[str, ...]:
    """A word, or the two words of a contraction."""
    if "'" not in word:
        return _CONTRACTED.get(word, (word,))
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if word.endswith("n't"):
        return word[:-3], "not"
    at = word.rfind("'")
    ending = _ENDINGS.get(word[at:])
    if ending is None or at == 0:
        return (word.replace("'", ""),)
    return (word[:at], ending) if ending else (word[:at],)
