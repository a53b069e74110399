"""Quotations over several sentences: who speaks in a sentence that lies wholly inside quotation marks.

    "First sentence. Second sentence," Peskov said. "Third sentence."

Only the second sentence names its speaker. The first lies in the same quotation, the third in one that
follows directly: both are his. A paragraph that opens with a mark while a quotation is still open goes on
with it, as newspapers print it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from checker.records import Sentence

#: A quotation that runs on for longer has lost its closing mark somewhere.
LONGEST = 3000

_MARK = re.compile("[\"“”„]|''|``")
_BLANK = " \t\r\n\u00a0"
_CLOSERS = "\"”'’`.,)"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Whose words a sentence is: ``token`` is the speaker's head in sentence number ``sentence``.

    ``speaker`` and ``cue`` are offsets in the article, of the head words only.
    """

    sentence: int
    token: Token
    speaker: Span
    cue: Span


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The quoted stretches of ``text[start:end]``, marks included, ascending and without overlap.

    A mark opens after a space or at the start of a line and before a word, closes otherwise; a mark that
    opens while a quotation is open is taken for the beginning of its next paragraph.
    """
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if _opens(text, mark, start):
            if opened is None:
                opened = mark.start()
            elif not _starts_paragraph(text, mark.start(), start):
                # A second opening inside a paragraph: the first one was never closed.
                opened = mark.start()
        elif opened is not None:
            if mark.end() - opened <= LONGEST:
                found.append(Span(opened, mark.end()))
            opened = None
    return found


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark[0] in ("“", "„", "``"):
        return True
    if mark[0] == "”":
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return (before.isspace() or before in "([—–-:") and not after.isspace()


def _starts_paragraph(text: str, at: int, start: int) -> bool:
    before = text[start:at].rstrip(" \t\u00a0")
    return not before or before.endswith("\n")


def speakers_of_quotations(parsed: Sequence[tuple[Sentence, Doc]]) -> list[Quoted | None]:
    """For each sentence of one article, in order, its speaker if the sentence is nothing but quotation.

    Sentences that name their speaker themselves, or stand outside quotation marks, get None.
    """
    out: list[Quoted | None] = [None] * len(parsed)
    if not parsed:
        return out
    text = parsed[0][0].article.text
    # From the start of the paragraph: a mark's partner may stand before the first sentence.
    stretches = quotations(text, text.rfind("\n", 0, parsed[0][0].start) + 1, parsed[-1][0].end)
    inside = [quotation_of(sentence, stretches) for sentence, _ in parsed]
    if all(each is None for each in inside):
        return out
    last: Quoted | None = None
    for number, (sentence, doc) in enumerate(parsed):
        stretch = inside[number]
        if stretch is None:
            last = _speaker(sentence, doc, number, stretches)
            continue
        ahead = _speaker_behind(parsed, number, stretch, stretches)
        if ahead is not None:
            out[number] = ahead
        elif last is not None and _goes_on(parsed[number - 1][0], sentence, stretch):
            out[number] = last
        last = out[number]
    return out


def quotation_of(sentence: Sentence, stretches: Sequence[Span]) -> Span | None:
    """The quotation that a sentence lies wholly in, None if it has words outside of any."""
    text = sentence.text.rstrip(_BLANK + _CLOSERS)
    end = sentence.start + len(text)
    return next((s for s in stretches if s.start <= sentence.start and end <= s.end), None)


def _speaker(sentence: Sentence, doc: Doc, number: int, stretches: Sequence[Span]) -> Quoted | None:
    """Who speaks in a sentence that is partly quoted: the subject of a verb of saying outside the marks."""
    touching = [s for s in stretches if s.start < sentence.end and s.end > sentence.start]
    if not touching:
        return None
    best: tuple[int, Token, Token] | None = None
    for verb, subject in _saying(doc):
        at = sentence.start + verb.idx
        if any(s.start <= at < s.end for s in touching):
            continue
        distance = min(min(abs(at - s.start), abs(at - s.end)) for s in touching)
        if best is None or distance < best[0]:
            best = (distance, verb, subject)
    if best is None:
        return None
    _, verb, subject = best
    return Quoted(number, subject, _offsets(sentence, subject), _offsets(sentence, verb))


def _saying(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """The verbs of saying of a sentence with their subjects."""
    for token in trees.tokens(doc):
        if token.pos_ == "VERB" and token.lemma_.lower() in lexicon.SPEAKING:
            subject = _subject(token)
            if subject is not None and not subject.is_punct and subject.lower_ not in ("it", "that", "which"):
                yield token, subject


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, that of the verb it is coordinated with, or what its relative clause is on."""
    for _ in range(3):
        found = trees.subject(verb)
        if found is not None:
            return verb.head if found.tag_ == "WP" and verb.dep_ == "relcl" else found
        if verb.dep_ not in ("conj", "advcl", "xcomp"):
            return None
        verb = verb.head
    return None


def _offsets(sentence: Sentence, token: Token) -> Span:
    start = sentence.start + token.idx
    return Span(start, start + len(token.text))


def _speaker_behind(
    parsed: Sequence[tuple[Sentence, Doc]], number: int, stretch: Span, stretches: Sequence[Span]
) -> Quoted | None:
    """Who is named in the sentence in which the quotation ends, behind the closing mark."""
    for later in range(number + 1, len(parsed)):
        sentence, doc = parsed[later]
        if sentence.start >= stretch.end:
            return None
        if sentence.end > stretch.end + 1:
            return _speaker(sentence, doc, later, stretches)
    return None


def _goes_on(before: Sentence, sentence: Sentence, stretch: Span) -> bool:
    """Whether a quoted sentence goes on where the one before, whose speaker is known, stopped."""
    if stretch.start < before.end:
        return True
    between = sentence.article.text[before.end : sentence.start]
    return "\n" not in between and not between.strip(_BLANK + _CLOSERS)
