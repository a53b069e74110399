"""What the page's script filters by, and the cards it shows: one line of JSON each, read when needed.

The first line is the index, an object of ``page`` (cards shown at a time), ``sources`` and ``codes`` (the
names that numbers stand for) and ``findings`` and ``accepted``: a list for each finding of its anchor, its
code, its score, the sources of both sides, its days of publication and its event. Line n + 1 is the card
of the n-th of them, findings first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.reports.escape import one_line
from checker.reports.order import in_order
from checker.reports.page.card import card
from checker.reports.page.timeline import publications
from checker.reports.page.tree import Element, script_json, to_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.records import Finding, Report, Side, Suppressed

#: Cards shown at first, and added by one press of the button.
PAGE = 25


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with the anchor that names it on the page; ``accepted`` if it is a suppressed one."""

    anchor: str
    finding: Finding
    accepted: Suppressed | None = None

    def card(self) -> Element:
        """Return the card of this finding."""
        return card(self.finding, self.anchor, self.accepted)


@dataclass(frozen=True, slots=True)
class Index:
    """All that is on the page, in the order of every report; ``sources`` and ``codes`` are sorted."""

    findings: tuple[Entry, ...]
    accepted: tuple[Entry, ...]
    sources: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Findings, then accepted ones."""
        return self.findings + self.accepted


def indexed(report: Report) -> Index:
    """Return the index of ``report``; anchors are unique and made of fingerprint and code."""
    suppressed = {id(each.finding): each for each in report.suppressed}
    used: Counter[str] = Counter()
    findings = tuple(Entry(_anchor(each, used), each) for each in in_order(report.findings))
    accepted = tuple(
        Entry(_anchor(each, used), each, suppressed[id(each)])
        for each in in_order(each.finding for each in report.suppressed)
    )
    shown = [entry.finding for entry in findings + accepted]
    return Index(
        findings,
        accepted,
        tuple(sorted({name for each in shown for side in (each.a, each.b) for name in sources_of(side)})),
        tuple(sorted({one_line(each.code) for each in shown})),
    )


def data_lines(index: Index) -> str:
    """Return the content of the page's data element (see the module), each line safe in a script."""
    sources = {name: at for at, name in enumerate(index.sources)}
    codes = {name: at for at, name in enumerate(index.codes)}
    head = {
        "page": PAGE,
        "sources": index.sources,
        "codes": index.codes,
        "findings": [_facts(each, sources, codes) for each in index.findings],
        "accepted": [_facts(each, sources, codes) for each in index.accepted],
    }
    lines = [script_json(head), *(script_json(to_data(each.card())) for each in index.entries)]
    return "\n".join(lines)


def sources_of(side: Side) -> list[str]:
    """Return the names of all sources that make the claim of ``side``, sorted."""
    return sorted({one_line(source) for source in (side.source, *(each.source for each in side.members))})


def days_of(finding: Finding) -> list[str]:
    """Return the known days (``YYYY-MM-DD``) on which the articles of both sides were published, sorted."""
    dated = [each for side in (finding.a, finding.b) for each in publications(side)[0]]
    return sorted({each.at.date().isoformat() for each in dated})


def _anchor(finding: Finding, used: Counter[str]) -> str:
    name = "-".join(f"f {finding.fingerprint} {finding.code}".split())
    used[name] += 1
    return name if used[name] == 1 else f"{name}-{used[name]}"


def _facts(entry: Entry, sources: Mapping[str, int], codes: Mapping[str, int]) -> list[object]:
    finding = entry.finding
    return [
        entry.anchor,
        codes[one_line(finding.code)],
        finding.score,
        [sources[name] for name in sources_of(finding.a)],
        [sources[name] for name in sources_of(finding.b)],
        days_of(finding),
        one_line(finding.event),
    ]
