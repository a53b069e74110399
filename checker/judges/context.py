"""A claim together with where it stands, as the judge reads it a second time.

Bare claims look alike across events: "the Senate passed the bill" excludes "the Senate rejected the bill"
only of one bill. What suspicious claims are read with is what a reader would look at first, the sentence and
the headline; the judge was trained on pairs of this form too (training/in_context.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.records import Claim

#: Characters of a headline and of a sentence that are read; beyond, news sentences list what a claim is not
#: about.
HEADLINE, SENTENCE = 110, 330

#: Stands between claim, headline and sentence.
PART = " | "


def in_context(claim: Claim) -> str:
    """The claim, the headline of its article if that is known, and its sentence."""
    sentence = claim.sentence
    inside = (claim.start - sentence.start, claim.end - sentence.start)
    return worded(claim.stated, sentence.article.title, around(sentence.text, *inside))


def around(sentence: str, start: int, end: int) -> str:
    """At most ``SENTENCE`` characters of a sentence, those around ``start`` .. ``end``, cut between words."""
    if len(sentence) <= SENTENCE:
        return sentence
    first = max(0, min((start + end - SENTENCE) // 2, len(sentence) - SENTENCE))
    cut = sentence[first : first + SENTENCE]
    if first > 0:
        cut = cut.partition(" ")[2] or cut
    return cut if first + SENTENCE >= len(sentence) else (cut.rpartition(" ")[0] or cut)


def worded(claim: str, headline: str | None, sentence: str) -> str:
    """One text of the three parts: claim, headline or nothing, sentence."""
    heading = " ".join((headline or "").split())[:HEADLINE]
    parts = [claim, heading, " ".join(sentence.split())]
    return PART.join(part for part in parts if part)
