"""One speaker's same quotation with words that change its meaning.

## What it means

Two sources quote the same words of one speaker, but not quite: one has a negation that the other lacks,
another number, another name, the opposite word, or one word of meaning exchanged in a quotation that is
otherwise the same. One of the two misquotes.

## Found

- "“Russia is ready for talks with Kyiv,” Petrov said." / "“Russia is not ready for talks with Kyiv,” Petrov
  said."
- "“Unemployment is higher today than in May,” Lee said." / "“Employment is higher today
  than in May,” Lee said."

## Not found

- "“We will … win this war,” he said." / "“We will stand firm and win this war,” he said." (an ellipsis)
- "“[The] talks failed,” he said." / "“Those talks have failed,” he said." (nothing changes the meaning)

## What to do

Find the recording or the transcript and correct the wrong quotation. What was left out or added belongs in
an ellipsis or in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.judges import quotes
from checker.rules import voices

if TYPE_CHECKING:
    from checker.records import Clash, Verdict

#: Two claims that follow from each other this surely say the same, whatever word was exchanged.
SYNONYMOUS = 0.75


def fits(verdict: Verdict) -> bool:
    """A change in a quotation that is one for certain, or a word for a word that is no synonym."""
    judges = {clash.judge for clash in verdict.clashes}
    if quotes.JUDGE in judges:
        return True
    follows = min(verdict.forward.entailment, verdict.reverse.entailment)
    return quotes.JUDGE_OF_WORDS in judges and follows < SYNONYMOUS


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    a, b = verdict.pair.a, verdict.pair.b
    clash = _first(verdict)
    here, there = a.sentence.article, b.sentence.article
    return (
        f"{_whose(verdict)} differently: {here.source} has “{here.text[clash.a.start : clash.a.end]}”, "
        f"{there.source} has “{there.text[clash.b.start : clash.b.end]}”"
    )


def _first(verdict: Verdict) -> Clash:
    found = [clash for clash in verdict.clashes if clash.judge in (quotes.JUDGE, quotes.JUDGE_OF_WORDS)]
    return min(found, key=lambda clash: (clash.judge, clash.a.start))


def _whose(verdict: Verdict) -> str:
    named = [claim for claim in (verdict.pair.a, verdict.pair.b) if claim.speaker_name is not None]
    return f"{voices.voice(named[0])} is quoted" if named else "the same words are quoted"
