"""The same statement credited to different speakers.

## What it means

Two sources have the same statement, word for word or nearly so, but name two people for it who cannot be
one. At least one of them credits the wrong person.

## Found

- "“The dam at Kelso will not survive another winter like this,” Ivan Petrov said." / "“The dam at Kelso
  will not survive another winter like this,” Maria Sidorova said."
- "Jane Miller said that 14 of the 20 turbines at Kelso have cracked blades and loose bolts." / "Peter Shaw
  said that 14 of the 20 turbines at Kelso have cracked blades and loose bolts."

## Not found

- "The Kremlin said the talks had failed." / "Peskov said the talks had failed." (a body and its voice)
- "Jane Miller said the plan was good." / "Peter Shaw said the plan was good." (two people may agree)

## What to do

Look for the first report of the statement: who said it, where, to whom. Correct the credit in the other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.judges import statements

if TYPE_CHECKING:
    from checker.records import Verdict


def fits(verdict: Verdict) -> bool:
    """One statement, two people."""
    return any(clash.judge == statements.JUDGE for clash in verdict.clashes)


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    a, b = verdict.pair.a, verdict.pair.b
    return (
        f"“{a.stated}”: {a.sentence.article.source} credits {a.speaker_name}, "
        f"{b.sentence.article.source} credits {b.speaker_name}"
    )
