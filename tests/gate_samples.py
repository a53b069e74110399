"""Reports of a few invented findings for the tests of the gate, and a strategy that makes any."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from checker.records import Finding, Problem, Report, Severity, Side, Stance, Summary, Suppressed, Tool

#: For properties of whole reports: many small examples cost more than they show, and machines are busy.
brisk = settings(max_examples=40, deadline=None)

LOST = (Problem("feed.jsonl", "no JSON", 3),)
SEVERITIES = {
    "CON001": Severity.ERROR,
    "NUM001": Severity.ERROR,
    "DAT001": Severity.ERROR,
    "DEN001": Severity.WARNING,
    "QUO001": Severity.WARNING,
    "ATT001": Severity.WARNING,
    "ROL001": Severity.NOTE,
    "SUP001": Severity.NOTE,
}


def side(source: str = "Harbour Post", text: str = "The ferry sails.", **changes: object) -> Side:
    """A side of ``source``; every other field can be changed by name."""
    values: dict[str, object] = {
        "article": f"{source}.md", "source": source, "title": None, "url": None,
        "path": f"news/{source}.md", "published": "2022-11-06", "line": 3, "column": 1, "start": 0,
        "end": len(text), "text": text, "before": "", "after": "", "claim": text, "speaker": None,
        "stance": Stance.ASSERTS,
    }  # fmt: skip
    return Side(**(values | changes))  # type: ignore[arg-type]


def finding(number: int = 1, code: str = "CON001", **changes: object) -> Finding:
    """The finding whose fingerprint is ``number``, of the severity its code has."""
    values: dict[str, object] = {
        "fingerprint": f"{number:016x}", "code": code, "name": "clash", "severity": SEVERITIES[code],
        "score": 0.9, "similarity": 0.8, "explanation": "they differ", "event": "ferry",
        "a": side(), "b": side("The Meridian", "The ferry does not sail."),
    }  # fmt: skip
    return Finding(**(values | changes))  # type: ignore[arg-type]


def report(
    *findings: Finding,
    claims: int = 100,
    errors: tuple[Problem, ...] = (),
    suppressed: tuple[Suppressed, ...] = (),
    not_examined: int = 0,
    **settings: object,
) -> Report:
    """A report of these findings, made with the default settings but for ``settings``."""
    told: dict[str, object] = {"across": "sources", "min_score": 0.0, "select": (), "ignore": ()}
    codes = sorted({each.code for each in findings})
    return Report(
        Tool("0.1.0", "encoder-1", "judge-1", told | settings),
        Summary(
            articles=2,
            claims=claims,
            pairs_not_examined=not_examined,
            findings=len(findings),
            by_code={code: sum(each.code == code for each in findings) for code in codes},
        ),
        findings,
        errors,
        suppressed=suppressed,
    )


@st.composite
def findings(draw: st.DrawFn) -> list[Finding]:
    """Findings of few fingerprints and any code and words, so that sets of them overlap."""
    numbers = draw(st.lists(st.integers(0, 8), unique=True))
    return [
        finding(
            number,
            draw(st.sampled_from(sorted(SEVERITIES))),
            a=side(draw(st.text(max_size=5)), draw(st.text(max_size=8))),
            score=draw(st.floats(0, 1)),
        )
        for number in numbers
    ]
