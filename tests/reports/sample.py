"""A report built by hand: four findings about an invented ferry, in every shape a format must show."""

from __future__ import annotations

from dataclasses import replace

from checker.records import (
    Evidence,
    Finding,
    Member,
    Problem,
    Reason,
    Report,
    Severity,
    Side,
    Stance,
    Summary,
    Tool,
)


def side(text: str, **changes: object) -> Side:
    """One side whose offsets fit ``text``; every other field can be changed by name."""
    start = 120
    values: dict[str, object] = {
        "article": "archive/harbour-post.md",
        "source": "Harbour Post",
        "title": "Ferry back in service by Monday",
        "url": None,
        "path": "archive/harbour-post.md",
        "published": "2022-11-06",
        "line": 3,
        "column": 1,
        "start": start,
        "end": start + len(text),
        "text": text,
        "before": "",
        "after": "",
        "claim": text,
        "speaker": None,
        "stance": Stance.ASSERTS,
    }
    return Side(**(values | changes))  # type: ignore[arg-type]


def meridian(text: str, **changes: object) -> Side:
    """A side of the other paper."""
    return side(
        text,
        **{
            "article": "archive/meridian.md",
            "source": "The Meridian",
            "title": "Island waits for its ship",
            "path": "archive/meridian.md",
            "published": "2022-11-09",
            "line": 12,
            "column": 5,
            **changes,
        },
    )


def finding(a: Side, b: Side, **changes: object) -> Finding:
    """A contradiction of ``a`` and ``b``; every other field can be changed by name."""
    values: dict[str, object] = {
        "fingerprint": "00000000000000aa",
        "code": "CON001",
        "name": "contradiction",
        "severity": Severity.ERROR,
        "score": 0.93,
        "similarity": 0.81,
        "explanation": "Both claims cannot be true of the same ferry on the same day.",
        "event": "Sund ferry",
        "a": a,
        "b": b,
    }
    return Finding(**(values | changes))  # type: ignore[arg-type]


CONTRADICTION = finding(
    side(
        "After three weeks in the dry dock the old Sund ferry is ready to sail on Monday morning, and the "
        "company has already sold two hundred tickets for the first crossing.",
        claim="The old Sund ferry is ready to sail on Monday morning.",
        members=(
            Member("archive/coast-daily.md", "Coast Daily", 9, 99),
            Member("archive/islander.md", "The Islander", 40, 131),
        ),
    ),
    meridian(
        "The old Sund ferry is not ready to sail on Monday, and nobody on the island expects it before "
        "the winter storms have passed.",
        claim="The old Sund ferry is not ready to sail on Monday.",
    ),
    reasons=(
        Reason(supports=True, text="Both speak of the Sund ferry and of the same Monday."),
        Reason(supports=True, text="One claim negates the words of the other: ready / not ready."),
        Reason(supports=False, text="The second report is three days younger."),
    ),
    evidence=(Evidence("nli", "b", 142, 151, "contradiction 0.97 in the stronger direction"),),
    sources_a=3,
)

NUMBERS = finding(
    side(
        "The repair of the engine has cost 1,200 crowns a day, the mayor said.",
        claim="The repair of the engine has cost 1,200 crowns a day.",
        speaker="the mayor",
        line=9,
    ),
    meridian(
        "Repairing the engine costs the island about 4,500 crowns every day.",
        published=None,
        title=None,
        line=20,
        column=1,
        copies=3,
    ),
    fingerprint="00000000000000bb",
    code="NUM001",
    name="number-mismatch",
    score=0.78,
    similarity=0.74,
    explanation="No rounding reconciles 1,200 with 4,500 crowns a day.",
    reasons=(Reason(supports=True, text="Same quantity: the cost of the repair a day."),),
)

DENIAL = finding(
    side(
        "Aides of the governor have been in private talks with the shipyard since August, according to "
        "two people who know the letters.",
        claim="Aides of the governor have been in private talks with the shipyard since August.",
        speaker="two people who know the letters",
        stance=Stance.HEDGES,
        line=14,
        published="2022-11-09T08:30:00Z",
    ),
    meridian(
        "The yard's managers dispute having held any such talks with him or with his aides.",
        claim="The yard's managers have held talks with the governor or with the governor's aides.",
        speaker="The yard's managers",
        stance=Stance.DENIES,
        line=31,
        published="2022-11-09T17:05:00Z",
    ),
    fingerprint="00000000000000cc",
    code="DEN001",
    name="denied",
    severity=Severity.WARNING,
    score=0.64,
    similarity=0.58,
    explanation="What one source reports is disputed by a speaker in the other.",
    reasons=(
        Reason(supports=True, text="The managers are the other party of the talks."),
        Reason(supports=False, text="The letters may have been answered by somebody else at the yard."),
    ),
)

SUPERSEDED = finding(
    side("The ferry's captain is Brita Holm.", line=40),
    meridian("The ferry's new captain is Jonas Vik.", line=44, published="2024-03-01"),
    fingerprint="00000000000000dd",
    code="SUP001",
    name="superseded",
    severity=Severity.NOTE,
    score=0.41,
    similarity=0.66,
    explanation="The later claim replaces the earlier one.",
    event="",
)

SUMMARY = Summary(
    articles=6,
    sources=5,
    sentences=214,
    claims=318,
    pairs_considered=1905,
    pairs_judged=629,
    findings=4,
    by_code={"CON001": 1, "NUM001": 1, "DEN001": 1, "SUP001": 1},
    dropped={"furniture.menu": 31, "furniture.comment": 12, "sentence.question": 9, "pair.same_source": 1276},
    repaired={"bom": 1},
)

TOOL = Tool(
    version="0.1.0",
    encoder="embedded",
    judge="embedded",
    settings={"min_score": 0.0, "across": "sources", "select": ("CON", "DEN")},
)

FULL = Report(
    tool=TOOL,
    summary=SUMMARY,
    findings=(CONTRADICTION, NUMBERS, DENIAL, SUPERSEDED),
    errors=(Problem("archive/feed.jsonl", "the line is no JSON object; correct or remove it", line=7),),
    warnings=(Problem("archive/islander.md", "starts with a byte order mark, which was left out"),),
)

QUIET = Report(tool=TOOL, summary=replace(SUMMARY, findings=0, by_code={}, dropped={}, repaired={}))

NOTHING = Report(tool=TOOL, summary=Summary())


def with_findings(*findings: Finding) -> Report:
    """A report of these findings and nothing else."""
    return replace(QUIET, findings=findings, summary=replace(QUIET.summary, findings=len(findings)))
