"""The words that the reports for people share: how sure, who speaks, where it stands, how many.

Everything that comes from an article leaves here escaped (``checker.reports.escape``).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from checker.records import Problem, Report, Severity, Side, Stance
from checker.reports.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Of a finding: how likely a reader agrees.
_CERTAINTIES = ((0.9, "almost certain"), (0.65, "likely"), (0.25, "possible"))
#: Of two bare texts: how surely one follows from the other or excludes it, which is easily said.
_CERTAINTIES_OF_TEXTS = ((0.9, "almost certain"), (0.75, "likely"), (0.5, "possible"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Passive on purpose: nobody knows here whether a speaker is one person or several.
_SPOKEN = {
    Stance.ASSERTS: "said by {}",
    Stance.DENIES: "denied by {}",
    Stance.HEDGES: "said with a hedge by {}",
    Stance.QUESTIONS: "questioned by {}",
}
_OWN_VOICE = {
    Stance.ASSERTS: "in its own voice",
    Stance.DENIES: "denied in its own voice",
    Stance.HEDGES: "with a hedge, in its own voice",
    Stance.QUESTIONS: "questioned in its own voice",
}
_DAY_LENGTH = len("YYYY-MM-DD")
_SOURCES_NAMED = 3


def certainty(score: float, *, of_texts: bool = False) -> str:
    """Return the words for a score in 0..1, of a finding or of two texts: almost certain, ... doubtful."""
    scale = _CERTAINTIES_OF_TEXTS if of_texts else _CERTAINTIES
    return next((words for least, words in scale if score >= least), "doubtful")


def count(number: int, noun: str) -> str:
    """Return ``1 pair``, ``2 pairs``, ``12,000 pairs``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(parts: Iterable[str]) -> str:
    """Join ``a, b and c``."""
    items = list(parts)
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def date(published: str | None, *, with_time: bool = False) -> str:
    """Return ``6 Nov 2022`` (``6 Nov 2022 14:30 UTC`` with time, if there is one) or ``date unknown``.

    Text that is not a date of this design's form is returned as it stands.
    """
    if published is None:
        return "date unknown"
    try:
        day = dt.date.fromisoformat(published[:_DAY_LENGTH])
    except ValueError:
        return one_line(published)
    # Not strftime: its month names change with the locale.
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"
    clock = published[_DAY_LENGTH + 1 :].removesuffix("Z")
    return f"{words} {clock.removesuffix(':00')} UTC" if with_time and clock else words


def dates(a: Side, b: Side) -> tuple[str, str]:
    """Return the two dates, with the time of day only where the days are the same."""
    same_day = (a.published or "")[:_DAY_LENGTH] == (b.published or "")[:_DAY_LENGTH]
    return date(a.published, with_time=same_day), date(b.published, with_time=same_day)


def voice(side: Side) -> str:
    """Return who speaks and how: ``denied by Orla Venn``, ``in its own voice`` (the paper's)."""
    if side.speaker is None:
        return _OWN_VOICE[side.stance]
    return _SPOKEN[side.stance].format(one_line(side.speaker))


def location(side: Side) -> str:
    """Return ``path:line:column``, with the article's id where there is no file."""
    return f"{one_line(side.path or side.article)}:{side.line}:{side.column}"


def carried_by(side: Side) -> str:
    """Return who else says the same: ``2 more sources say the same: Coast Daily and The Islander``.

    Without another source, how many more sentences do; an empty text if there is none.
    """
    others = sorted({member.source for member in side.members} - {side.source})
    if not others:
        more = max(side.copies - 1, len(side.members))
        return f"{count(more, 'more sentence')} {_says(more)} the same" if more else ""
    named = [one_line(source) for source in others[:_SOURCES_NAMED]]
    if len(others) > _SOURCES_NAMED:
        named.append(f"{len(others) - _SOURCES_NAMED:,} more")
    return f"{count(len(others), 'more source')} {_says(len(others))} the same: {listed(named)}"


def _says(number: int) -> str:
    return "says" if number == 1 else "say"


def conclusion(report: Report) -> str:
    """Return the one line that sums a report up, with or without findings."""
    summary = report.summary
    scope = f"{count(summary.articles, 'article')} of {count(summary.sources, 'source')}"
    if report.findings:
        severities = Counter(finding.severity for finding in report.findings)
        parts = ", ".join(count(severities[each], each.value) for each in Severity if severities[each])
        return f"{count(len(report.findings), 'finding')} ({parts}) in {scope}"
    if summary.articles == 0:
        return "Nothing to compare: there was no article"
    if summary.pairs_considered == 0:
        return f"Nothing to compare: no two claims in {scope} speak of the same thing"
    nothing = "No new conflicts" if summary.suppressed else "No conflicts"
    return (
        f"{nothing}: {count(summary.pairs_judged, 'pair')} of {count(summary.claims, 'claim')} "
        f"compared in {scope}"
    )


def by_code(report: Report) -> str:
    """Return ``CON001 contradiction 2, DEN001 denied 1``, in the order of the codes."""
    names = {finding.code: one_line(finding.name) for finding in report.findings}
    codes = Counter(finding.code for finding in report.findings)
    return ", ".join(f"{code} {names[code]} {codes[code]}" for code in sorted(codes))


def remarks(report: Report) -> list[str]:
    """Return what limits the conclusion: lost content, pairs not examined, suppressed findings."""
    summary = report.summary
    remarks = []
    if report.errors:
        remarks.append(f"Incomplete: {count(len(report.errors), 'input')} could not be read")
    if summary.pairs_not_examined:
        remarks.append(
            f"Incomplete: {count(summary.pairs_not_examined, 'pair')} not examined (raise --max-pairs)"
        )
    if summary.suppressed:
        remarks.append(f"{count(summary.suppressed, 'known finding')} not shown ({_accepted(report)})")
    return remarks


def _accepted(report: Report) -> str:
    """By what the suppressed findings were accepted, as far as the report knows it."""
    by = Counter(each.by for each in report.suppressed)
    parts = [
        f"{by[name]:,} {words}"
        for name, words in (("baseline", "in the baseline"), ("suppression", "suppressed"))
        if by[name]
    ]
    return ", ".join(parts) or "baseline or suppression"


def problem(each: Problem) -> str:
    """Return ``path:line: message``."""
    line = "" if each.line is None else f":{each.line}"
    return f"{one_line(each.path)}{line}: {one_line(each.message)}"
