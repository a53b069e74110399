"""The same person with titles or spellings that do not fit together.

## What it means

Two sources give one person, on close dates, two offices that nobody holds at a time: two ministries, an
office and its deputy, offices of two countries. Or the holder of one office has a first name that differs by
a letter.

## Found

- "Foreign Minister Ivan Petrov arrived." / "Defence Minister Ivan Petrov arrived."
- "Peru's Foreign Minister Jon Smith spoke." / "Peru's Foreign Minister John Smith spoke."

## Not found

- "The former foreign minister Ivan Petrov spoke." / "Defence Minister Ivan Petrov spoke." (then and now)
- "President Volodymyr Zelensky" / "President Volodymyr Zelenskyy" (two transliterations)

## What to do

Look up who holds the office on the day of the report, and correct the title or the name. If the office
changed between the two reports, say so with "then" or "former".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.judges import roles

if TYPE_CHECKING:
    from checker.records import Clash, Verdict


def fits(verdict: Verdict) -> bool:
    """Two offices or spellings that exclude each other."""
    return any(clash.judge == roles.JUDGE for clash in verdict.clashes)


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    clash: Clash = next(clash for clash in verdict.clashes if clash.judge == roles.JUDGE)
    here, there = (claim.sentence.article for claim in (verdict.pair.a, verdict.pair.b))
    return (
        f"{here.source} has “{here.text[clash.a.start : clash.a.end]}”, "
        f"{there.source} has “{there.text[clash.b.start : clash.b.end]}”: one person cannot be both"
    )
