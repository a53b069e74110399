"""The JSON report, schema ``checker-report/1``; ``report.schema.json`` beside this module describes it.

The text is pure ASCII: letters beyond it are escaped (``\\u00e9``). So the same report is the same bytes
whatever the encoding of the stream, lone surrogates survive, and no control or bidi character of an
article reaches a terminal that shows the file.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import resources
from typing import TYPE_CHECKING

from checker.reports.order import accepted_in_order, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Finding, Problem, Reason, Report, Side, Suppressed

SCHEMA_NAME = "checker-report/1"


def render(report: Report) -> str:
    """Return ``report`` as indented JSON with a newline at its end.

    Keys stand in the order of the schema; findings, accepted ones, problems, members, evidence and the keys
    of maps are sorted, so that the order in which articles were read leaves no trace.

    Raises:
        ValueError: a score is not a finite number.
    """
    document = {
        "schema": SCHEMA_NAME,
        "checker": {
            "version": report.tool.version,
            "encoder": report.tool.encoder,
            "judge": report.tool.judge,
            "settings": _sorted(report.tool.settings),
        },
        "summary": {
            **asdict(report.summary),
            "by_code": _sorted(report.summary.by_code),
            "dropped": _sorted(report.summary.dropped),
            "repaired": _sorted(report.summary.repaired),
        },
        "findings": [finding_object(finding) for finding in in_order(report.findings)],
        "suppressed": [_accepted(each) for each in accepted_in_order(report.suppressed)],
        "errors": _problems(report.errors),
        "warnings": _problems(report.warnings),
    }
    return json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def finding_object(finding: Finding) -> dict[str, object]:
    """Return one finding as the JSON object of the schema, keys in its order."""
    evidence = sorted(
        finding.evidence, key=lambda each: (each.side, each.start, each.end, each.judge, each.note)
    )
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "score": finding.score,
        "similarity": finding.similarity,
        "explanation": finding.explanation,
        "reasons": [reason_object(reason) for reason in finding.reasons],
        "event": finding.event,
        "sources_a": finding.sources_a,
        "sources_b": finding.sources_b,
        "a": side_object(finding.a),
        "b": side_object(finding.b),
        "evidence": [asdict(each) for each in evidence],
    }


def reason_object(reason: Reason) -> dict[str, object]:
    """Return one reason as the JSON object of the schema, keys in its order."""
    spans = [asdict(place) for place in reason.places]
    return {"for": reason.supports, "text": reason.text, "spans": spans}


def schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) that every report is valid against."""
    text = resources.files("checker.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def _accepted(each: Suppressed) -> dict[str, object]:
    return {
        "fingerprint": each.finding.fingerprint,
        "code": each.finding.code,
        "by": each.by,
        "reason": each.reason,
    }


def side_object(side: Side) -> dict[str, object]:
    """Return one side as the JSON object of the schema, keys in its order."""
    members = sorted(side.members, key=lambda each: (each.article, each.start, each.end, each.source))
    return {
        "article": side.article,
        "source": side.source,
        "title": side.title,
        "url": side.url,
        "path": side.path,
        "published": side.published,
        "line": side.line,
        "column": side.column,
        "start": side.start,
        "end": side.end,
        "text": side.text,
        "before": side.before,
        "after": side.after,
        "claim": side.claim,
        "speaker": side.speaker,
        "stance": side.stance.value,
        "copies": side.copies,
        "members": [
            {"article": each.article, "source": each.source, "start": each.start, "end": each.end}
            for each in members
        ],
    }


def _problems(problems: Iterable[Problem]) -> list[dict[str, object]]:
    ordered = sorted(problems, key=lambda each: (each.path, each.line or 0, each.message))
    return [{"path": each.path, "line": each.line, "message": each.message} for each in ordered]


def _sorted(mapping: Mapping[str, object]) -> dict[str, object]:
    return {key: mapping[key] for key in sorted(mapping)}
