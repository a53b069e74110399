"""A report of many sources: long names, letters of other scripts, unbroken words."""

from __future__ import annotations

from dataclasses import replace

from sample import CONTRADICTION, NUMBERS, with_findings

from checker.records import Report, Suppressed

LONG = "The Combined Morning, Evening and Sunday Advertiser of the Northern and Outer Islands"
UNBROKEN = "www.the-combined-advertiser-of-the-northern-islands.example/" + "archive" * 12
CHINESE = "中文日报海岛版"
COMBINING = "Zo\u0308e\u0308s Bla\u0302dje"
EMOJI = "Ferry News 🚢⚓️"
NAMED = (LONG, UNBROKEN, CHINESE, COMBINING, EMOJI)


def sources(number: int) -> list[str]:
    """The odd names first, then plain ones."""
    return [*NAMED, *(f"Island Paper {n}" for n in range(1, number))][:number]


def crowd(number: int, *, findings: int) -> Report:
    """A report of ``findings`` between ``number`` sources, the first named in most of them."""
    names = sources(number)
    made = []
    for n in range(findings):
        # Any spread will do that does not change: the square favours the sources in front.
        left, right = names[(n * n) % 7 % number], names[(n * 7 + 1) % number]
        base = NUMBERS if n % 3 else CONTRADICTION
        made.append(
            replace(
                base,
                fingerprint=f"{n:016x}",
                event=("Sund ferry", "Hölm harbour 港口", "")[n % 3],
                a=replace(base.a, source=left, members=()),
                b=replace(base.b, source=right, title=UNBROKEN if n == 1 else base.b.title),
            )
        )
    report = with_findings(*made)
    accepted = (Suppressed(CONTRADICTION, "baseline"), Suppressed(NUMBERS, "suppression", "known"))
    return replace(report, suppressed=accepted, summary=replace(report.summary, suppressed=2))
