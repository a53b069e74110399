"""What a run tells: findings with their sides and evidence, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from checker.gate.deciding import Decision
    from checker.records.claims import Stance


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in one side (``a`` or ``b``) a judge saw what it says; offsets in that side's article."""

    judge: str
    side: str
    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one side (``a`` or ``b``): code points ``start`` to ``end`` of that side's article."""

    side: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for (``supports``) or against a finding, in words for the reader.

    ``places`` are the words that it rests on; empty where it rests on none (a date that is unknown).
    """

    supports: bool
    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Another sentence that makes the same claim; ``published`` is the time or day of its article."""

    article: str
    source: str
    start: int
    end: int
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding, with all that a reader needs to look it up.

    ``text`` is the whole sentence, ``article.text[start:end]``; ``claim`` the proposition compared.
    ``before`` and ``after`` are the neighbouring sentences ("" at the edges). ``line`` and ``column``
    count from 1. ``copies`` is the number of sentences that count as this one (1 = none besides it).
    """

    article: str
    source: str
    title: str | None
    url: str | None
    path: str | None
    published: str | None
    line: int
    column: int
    start: int
    end: int
    text: str
    before: str
    after: str
    claim: str
    speaker: str | None
    stance: Stance
    copies: int = 1
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Two claims that cannot both stand, with the evidence.

    ``fingerprint`` names the finding across runs: 16 hexadecimal digits made of the two normalised
    sentences and their sources (sorted), never of scores, lines, paths or times. ``score`` is the
    probability that a careful reader agrees. ``event`` is a short label that findings on the same
    subject share.
    """

    fingerprint: str
    code: str
    name: str
    severity: Severity
    score: float
    similarity: float
    explanation: str
    event: str
    a: Side
    b: Side
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources_a: int = 1
    sources_b: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Content that was lost (an error) or repaired (a warning): where, what, and what to do."""

    path: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The funnel: how many of each there were, and what was dropped or repaired under which reason."""

    articles: int = 0
    sources: int = 0
    sentences: int = 0
    claims: int = 0
    pairs_considered: int = 0
    pairs_judged: int = 0
    pairs_not_examined: int = 0
    findings: int = 0
    suppressed: int = 0
    by_code: Mapping[str, int] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)
    repaired: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tool:
    """What made a report: version, models, and the settings that change its content."""

    version: str
    encoder: str
    judge: str
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody accepted: ``by`` is "baseline" or "suppression", ``reason`` what they wrote."""

    finding: Finding
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found. Findings are sorted: heaviest severity, highest score, fingerprint.

    ``suppressed`` are those that a baseline or a suppression accepts; they are in no count but
    ``summary.suppressed``, and no gate fails for them.
    """

    tool: Tool
    summary: Summary
    findings: tuple[Finding, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()

    def to_json(self) -> str:
        """The report as JSON text (schema ``checker-report/1``), the same bytes for the same articles."""
        from checker.reports import json as json_format

        return json_format.render(self)

    def gate(self, **requirements: Any) -> Decision:
        """Decide as ``checker check`` does; the arguments are those of ``checker.gate.gating.gate``.

        The decision has ``passed``, ``exit_code`` and ``sentences`` that say why. Raises UsageError.
        """
        from checker.gate import gating

        return gating.gate(self, **requirements)

    def to_polars(self) -> pl.DataFrame:
        """One row a finding; columns of the two sides carry the prefixes ``a_`` and ``b_``."""
        from checker.reports import table

        return table.findings_frame(self)
