"""What one source reports is denied or disputed by a speaker in another.

## What it means

One article reports something, and in another article a speaker says that it is not so: with a verb of
denial ("disputes having received", "rejected reports that") or by saying the opposite. Both articles may
be right about what was said; the speakers cannot both be right.

## Found

- "The two ministers have met in secret." / "The foreign ministry denied that the two ministers had met in
  secret."
- "The general said the town had fallen." / "The mayor said the town was still held."

## Not found

- "The union called the offer an insult." / "The company called the offer fair." (two opinions)
- "If the town falls, we leave." / "The town has not fallen." (a condition asserts nothing)

## What to do

Report both voices, or find out who is right. An article that carries only the claim should mention the
denial.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import thresholds, voices

if TYPE_CHECKING:
    from checker.records import Claim, Verdict


def fits(verdict: Verdict) -> bool:
    """A contradiction between two voices, or an explicit denial."""
    a, b = verdict.pair.a, verdict.pair.b
    if not thresholds.conflicts(verdict):
        return False
    return voices.denies(a) or voices.denies(b) or not voices.same_voice(a, b)


def denier(verdict: Verdict) -> Claim:
    """The side that says no: by a verb of denial, else by a negation, else the one with a speaker."""
    a, b = verdict.pair.a, verdict.pair.b
    for test in (voices.denies, lambda claim: claim.negated, lambda claim: claim.speaker_name is not None):
        if test(b) and not test(a):
            return b
        if test(a) and not test(b):
            return a
    return b


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    denial = denier(verdict)
    other = verdict.pair.a if denial is verdict.pair.b else verdict.pair.b
    verb = "denied" if voices.denies(denial) else "contradicted"
    return f"“{other.stated}” ({voices.voice(other)}) is {verb} by {voices.voice(denial)}: “{denial.stated}”"
