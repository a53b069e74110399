"""The two quotes of a finding, ready to show: which part is the claim, which words clash.

The words that clash are those that a judge of the finding pointed at (two numbers, two dates, two words
of a quotation); where none did, those of the one claim that the other lacks.

Offsets here are in the quote as it is shown (one line, escaped), not in the article: escapes change
lengths, so everything is found after escaping.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from checker.records import Finding, Side, Span, Stance
from checker.reports import highlight
from checker.reports.escape import one_line, printable

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_ENOUGH_OF_A_CLAIM = 0.5
_WORDS_BETWEEN = 2

#: Evidence that shows what was compared and who speaks, not what clashes.
_NO_CLASH = frozenset({"nli", "attribution"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A whole sentence, safe to print; ``claim`` and ``clashing`` are spans of ``text``."""

    text: str
    claim: Span
    clashing: tuple[Span, ...]


def quotes(finding: Finding) -> tuple[Quote, Quote]:
    """Return the quotes of the two sides, each marked against the other."""
    found_a, found_b = _pointed_at(finding, "a"), _pointed_at(finding, "b")
    # Marks on one side only would leave the reader to search the other.
    if not (found_a and found_b):
        found_a = found_b = ()
    return _quote(finding.a, finding.b, found_a), _quote(finding.b, finding.a, found_b)


def _pointed_at(finding: Finding, name: str) -> tuple[Span, ...]:
    """Where in the shown sentence of side ``name`` judges saw the clash."""
    side = finding.a if name == "a" else finding.b
    return tuple(
        Span(_shown(side.text, each.start - side.start), _shown(side.text, each.end - side.start))
        for each in finding.evidence
        if each.side == name
        and each.judge not in _NO_CLASH
        and side.start <= each.start < each.end <= side.end
    )


def _shown(text: str, offset: int) -> int:
    """Where ``text[offset]`` stands in ``one_line(text)``."""
    before = text[:offset]
    words = before.split()
    gap = " " if words and before[-1].isspace() else ""
    return len(printable(" ".join(words) + gap))


def claim_span(sentence: str, claim: str) -> Span:
    """Return where ``claim`` stands in ``sentence``, from its first word found to its last.

    A claim's subject is filled in and its speaker cut out, so it need not be a part of the sentence;
    if fewer than half of its words are found, the whole sentence is returned.
    """
    literal = (
        re.search(re.escape(claim.rstrip(" .!?")), sentence, re.IGNORECASE) if claim.strip(" .!?") else None
    )
    if literal:
        return Span(literal.start(), literal.end())
    tokens = list(_TOKEN.finditer(sentence))
    wanted = [match.group().lower() for match in _TOKEN.finditer(claim)]
    matcher = SequenceMatcher(a=[match.group().lower() for match in tokens], b=wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    telling = [at for at, block in enumerate(blocks) if _tells(wanted[block.b : block.b + block.size])]
    if not telling or sum(block.size for block in blocks) < _ENOUGH_OF_A_CLAIM * len(wanted):
        return Span(0, len(sentence))
    first, last = telling[0], telling[-1]
    # A "the" far from the rest would stretch the span over the sentence, an "is" close by belongs to it.
    while first > 0 and blocks[first].a - _end(blocks[first - 1]) <= _WORDS_BETWEEN:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].a - _end(blocks[last]) <= _WORDS_BETWEEN:
        last += 1
    return Span(tokens[blocks[first].a].start(), tokens[_end(blocks[last]) - 1].end())


def _tells(words: list[str]) -> bool:
    text = " ".join(words)
    return bool(highlight.content_stems(text) or highlight.denials(text))


def _end(block: Match) -> int:
    return block.a + block.size


def _quote(side: Side, other: Side, pointed_at: tuple[Span, ...]) -> Quote:
    text, claim = one_line(side.text), one_line(side.claim)
    span = claim_span(text, claim)
    if pointed_at:
        return Quote(text, span, tuple(highlight.merged(text, pointed_at)))
    other_text, other_claim = one_line(other.text), one_line(other.claim)
    other_span = claim_span(other_text, other_claim)
    part, other_part = text[span.start : span.end], other_text[other_span.start : other_span.end]
    # A name the other sentence only says as "he" stands in the other claim, and clashes with nothing.
    known = highlight.content_stems(other_claim)
    marks = [
        Span(span.start + word.start, span.start + word.end)
        for word in highlight.clashing(part, other_part)[0]
        if not _is_known(part[word.start : word.end], known)
    ]
    if side.stance is Stance.DENIES:
        marks += _denials_missing(text, other_text)
    return Quote(text, span, tuple(highlight.merged(text, marks)))


def _is_known(words: str, known: frozenset[str]) -> bool:
    stems = highlight.content_stems(words)
    return bool(stems) and not highlight.denials(words) and stems <= known


def _denials_missing(text: str, other_text: str) -> list[Span]:
    """The denial is cut out of a denied claim, yet is the very word that clashes."""
    here, there = highlight.denials(text), highlight.denials(other_text)
    return here if len(here) != len(there) else []
