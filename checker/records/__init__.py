"""Every domain type of checker: what flows from step to step.

    Article -> Sentence -> Claim -> Pair -> Verdict -> Finding -> Report

All of them are frozen and slotted. Offsets are code points in ``Article.text`` as it was read;
``text[start:end]`` of a span is always a slice of it. Scores are probabilities in 0..1 and
similarities are cosines in -1..1; both are rounded by the step that makes them, because the last
digits of a float depend on the machine. ``claims`` holds what is taken out of articles and judged,
``report`` what is told of it; import from here.
"""

from checker.records.claims import (
    Article,
    Block,
    Claim,
    Clash,
    Drop,
    EventFit,
    Judgement,
    Modality,
    Moment,
    Pair,
    Quantity,
    Sentence,
    Span,
    Stance,
    Tense,
    Verdict,
)
from checker.records.report import (
    Evidence,
    Finding,
    Member,
    Place,
    Problem,
    Reason,
    Report,
    Severity,
    Side,
    Summary,
    Suppressed,
    Tool,
)

__all__ = [
    "Article",
    "Block",
    "Claim",
    "Clash",
    "Drop",
    "EventFit",
    "Evidence",
    "Finding",
    "Judgement",
    "Member",
    "Modality",
    "Moment",
    "Pair",
    "Place",
    "Problem",
    "Quantity",
    "Reason",
    "Report",
    "Sentence",
    "Severity",
    "Side",
    "Span",
    "Stance",
    "Summary",
    "Suppressed",
    "Tense",
    "Tool",
    "Verdict",
]
