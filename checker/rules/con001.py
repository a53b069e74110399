"""Both claims cannot be true of the same event at the same time.

## What it means

Two sources say opposite things, both in their own voice or both of one and the same speaker. At least
one of them is wrong, or the two speak of different times: look at the dates.

## Found

- "The bridge was closed on Monday." / "The bridge stayed open on Monday."
- "The minister will attend the summit." / "The minister will not attend the summit."

## Not found

- "If the river rises, the bridge will close." / "The bridge will not close." (a condition asserts nothing)
- "Kyiv says the bridge fell." / "Moscow says the bridge stands." (two speakers: that is DEN001)

## What to do

Read both sentences in their articles. If one is wrong, correct it; if both are right because the world
changed in between, say so in the later one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rules import thresholds, voices

if TYPE_CHECKING:
    from checker.records import Verdict


def fits(verdict: Verdict) -> bool:
    """A contradiction in one voice."""
    a, b = verdict.pair.a, verdict.pair.b
    return thresholds.conflicts(verdict) and voices.same_voice(a, b)


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    a, b = verdict.pair.a, verdict.pair.b
    return (
        f"{voices.voice(a)} has “{a.stated}”, {voices.voice(b)} has “{b.stated}”: "
        "both cannot be true of the same thing at the same time"
    )
