"""SARIF 2.1.0, the format in which code scanning (GitHub, Azure DevOps, editors) takes the results of a tool.

A result points at side a and is related to side b, or the other way round if b alone is a draft. Paths are
relative to the folder in which checker was run, which is left open (``%SRCROOT%``): nothing of the machine
stands in the log, and the same articles give the same bytes. Columns count code points, as it declares.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checker.reports import sarif_rules, wording
from checker.reports.escape import one_line
from checker.reports.order import accepted_in_order, in_order
from checker.reports.places import is_absolute, place, pointed_at, uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.records import Finding, Problem, Report, Side, Suppressed
    from checker.reports.places import Place
    from checker.reports.sarif_rules import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_ROOT = "%SRCROOT%"
_SEMANTIC_VERSION = re.compile(r"\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?")


def render(report: Report, rules: Mapping[str, Rule] | None = None, drafts: Sequence[str] = ()) -> str:
    """Return ``report`` as a SARIF log of one run, ASCII, indented.

    ``rules`` (code -> rule, such as ``checker.rules.RULES``) are all listed with their help; without them,
    those of the findings by name alone. ``drafts`` are the paths at which results point if they can
    (``checker.reports.places.pointed_at``). Suppressed findings are results with a suppression. The
    invocation counts as successful if no content was lost.

    Raises:
        ValueError: a score is not a finite number.
    """
    findings, accepted = in_order(report.findings), accepted_in_order(report.suppressed)
    descriptors = sarif_rules.descriptors(rules, [*findings, *(each.finding for each in accepted)])
    index = {str(each["id"]): number for number, each in enumerate(descriptors)}
    # None of a run's results may lack suppressions if one has them.
    results = [_result(finding, drafts, index, []) for finding in findings]
    results += [_result(each.finding, drafts, index, [_suppression(each)]) for each in accepted]
    run = {
        "tool": {"driver": _driver(report, descriptors)},
        "language": "en",
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which checker was run."}},
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def _driver(report: Report, descriptors: list[dict[str, object]]) -> dict[str, object]:
    version = report.tool.version
    driver: dict[str, object] = {"name": "checker", "version": version}
    if _SEMANTIC_VERSION.fullmatch(version):
        driver["semanticVersion"] = version
    models = {"encoder": report.tool.encoder, "judge": report.tool.judge}
    return {**driver, "rules": descriptors, "properties": models}


def _invocation(report: Report) -> dict[str, object]:
    return {
        "executionSuccessful": not report.errors,
        "toolExecutionNotifications": [
            *_notifications("error", report.errors),
            *_notifications("warning", report.warnings),
        ],
    }


def _notifications(level: str, problems: Iterable[Problem]) -> list[dict[str, object]]:
    ordered = sorted(problems, key=lambda each: (each.path, each.line or 0, each.message))
    return [_notification(level, each) for each in ordered]


def _notification(level: str, problem: Problem) -> dict[str, object]:
    notification: dict[str, object] = {"level": level, "message": {"text": _plain(problem.message)}}
    if problem.path and problem.path != "-":
        physical: dict[str, object] = {"artifactLocation": _artifact(problem.path)}
        if problem.line is not None:
            physical["region"] = {"startLine": problem.line}
        notification["locations"] = [{"physicalLocation": physical}]
    return notification


def _result(
    finding: Finding, drafts: Sequence[str], index: Mapping[str, int], suppressions: list[object]
) -> dict[str, object]:
    one, other = pointed_at(finding, drafts)
    dates = wording.dates(one, other)
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.severity.value,
        "message": {"text": _message(finding.explanation, one, other, dates)},
        "locations": [_location(one)],
        "relatedLocations": [
            {"id": 1, **_location(other), "message": {"text": _plain(f"{other.source}, {dates[1]}")}}
        ],
        # The second name is the one by which GitHub knows a result again; without it, it would take the
        # words of the line, and two findings about one line for the same.
        "partialFingerprints": {
            "checkerFingerprint/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "rank": round(100 * finding.score, 4),
        "suppressions": suppressions,
        "properties": _properties(finding),
    }


def _message(explanation: str, one: Side, other: Side, dates: tuple[str, str]) -> str:
    return (
        f"{_plain(explanation).rstrip('.')}. "
        f"{_plain(f'{one.source}, {dates[0]}, {wording.voice(one)}: “{one.text}”')} / "
        f"[{_plain(other.source)}](1)"
        f"{_plain(f', {dates[1]}, {wording.voice(other)}: “{other.text}”')}"
    )


def _properties(finding: Finding) -> dict[str, object]:
    return {
        "score": finding.score,
        "similarity": finding.similarity,
        "event": finding.event,
        "claimA": finding.a.claim,
        "claimB": finding.b.claim,
        "sourcesA": finding.sources_a,
        "sourcesB": finding.sources_b,
    }


def _suppression(accepted: Suppressed) -> dict[str, object]:
    # Kept beside the articles, not in them: "external" in the standard's words.
    reason = {"justification": accepted.reason} if accepted.reason else {}
    return {"kind": "external", "status": "accepted", **reason, "properties": {"by": accepted.by}}


def _location(side: Side) -> dict[str, object]:
    article = {"fullyQualifiedName": side.article, "kind": "resource"}
    where = place(side)
    if where is None:
        return {"logicalLocations": [article]}
    physical = {"artifactLocation": _artifact(where.path), "region": _region(where, side)}
    return {"physicalLocation": physical, "logicalLocations": [article]}


def _region(where: Place, side: Side) -> dict[str, object]:
    # GitHub shows no result without a line.
    region: dict[str, object] = {"startLine": where.line or 1}
    if where.column is not None:
        region |= {
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
            "snippet": {"text": side.text},
        }
    return region


def _artifact(path: str) -> dict[str, object]:
    return {"uri": uri(path)} if is_absolute(path) else {"uri": uri(path), "uriBaseId": _ROOT}


def _plain(text: str) -> str:
    """One line in which nothing is a link or the place of an argument."""
    line = one_line(text).replace("{", "{{").replace("}", "}}")
    return re.sub(r"([\\\[\]])", r"\\\1", line)
