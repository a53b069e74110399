"""Markdown for a comment on a pull request: a summary, then each finding behind a fold, with both quotes.

Nothing of an article is live in it (``checker.reports.inert``), and it is never longer than GitHub accepts:
the heaviest findings stand first, and what did not fit is counted at the end. The first line is a comment
that nobody sees, by which a workflow finds the comment it wrote before and writes it anew.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from checker.records import Severity, Span
from checker.reports import wording
from checker.reports.inert import code, inert, inert_line, length
from checker.reports.order import in_order
from checker.reports.quotes import Quote, quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.records import Finding, Problem, Report, Side

#: The first line of every comment.
MARKER = "<!-- checker-report -->"

#: The most characters that GitHub takes in one comment.
LIMIT = 65_536

# Room for the line that counts what was left out.
_RESERVE = 300
_LONGEST_NAME = 120
_LONGEST_QUOTE = 1_200
_LONGEST_REASON = 400
_PROBLEMS_SHOWN = 10


def render(report: Report) -> str:
    """Return the comment, at most ``LIMIT`` characters long, however many findings there are."""
    findings = in_order(report.findings)
    head = [MARKER, f"### checker: {inert(wording.conclusion(report), _LONGEST_REASON)}"]
    head += _table(findings)
    remarks = [f"- {inert(remark, _LONGEST_REASON)}" for remark in wording.remarks(report)]
    head += ["", *remarks] if remarks else []
    head += _problems("could not be read", report.errors) + _problems("was repaired", report.warnings)
    blocks = _fitting(["\n".join(head)], map(_finding, findings), LIMIT - _RESERVE)
    left_out = findings[len(blocks) - 1 :]
    if left_out:
        blocks.append(_rest(left_out))
    return "\n\n".join(blocks) + "\n"


def _fitting(blocks: list[str], more: Iterable[str], limit: int) -> list[str]:
    room = limit - sum(length(block) + 2 for block in blocks)

    def fits(block: str) -> bool:
        nonlocal room
        room -= length(block) + 2
        return room >= 0

    return [*blocks, *takewhile(fits, more)]


def _table(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return []
    counts = Counter((finding.severity, finding.code, finding.name) for finding in findings)
    weight = list(Severity)
    rows = sorted(counts.items(), key=lambda row: (weight.index(row[0][0]), -row[1], row[0]))
    lines = ["", "| severity | rule | name | findings |", "|---|---|---|--:|"]
    for (severity, *names), count in rows[: 2 * _PROBLEMS_SHOWN]:
        cells = (severity.value, *(inert(name, _LONGEST_NAME) for name in names), f"{count:,}")
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _problems(what: str, problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return []
    head = f"{wording.count(len(problems), 'input')} {what}"
    lines = [f"- {inert(wording.problem(each), _LONGEST_REASON)}" for each in problems[:_PROBLEMS_SHOWN]]
    if len(problems) > _PROBLEMS_SHOWN:
        lines.append(f"- and {len(problems) - _PROBLEMS_SHOWN:,} more")
    return ["", f"<details><summary>{head}</summary>", "", *lines, "", "</details>"]


def _finding(finding: Finding) -> str:
    dates = wording.dates(finding.a, finding.b)
    marked = quotes(finding)
    sides = ((finding.a, dates[0], marked[0]), (finding.b, dates[1], marked[1]))
    lines = [f"<details><summary>{_headline(finding)}</summary>", "", inert(finding.explanation, 1_000), ""]
    for side, date, quote in sides:
        lines += [*_side(side, date, quote), ""]
    for reason in finding.reasons[:_PROBLEMS_SHOWN]:
        lines.append(f"- {'for' if reason.supports else 'against'}: {inert(reason.text, _LONGEST_REASON)}")
    lines += ["", f"Fingerprint {code(finding.fingerprint, _LONGEST_NAME)}", "", "</details>"]
    return "\n".join(lines)


def _headline(finding: Finding) -> str:
    names = [inert(each, _LONGEST_NAME) for each in (finding.code, finding.name)]
    sources = [inert(side.source, _LONGEST_NAME) for side in (finding.a, finding.b)]
    parts = [
        f"<b>{finding.severity.value} {names[0]}</b> {names[1]}",
        " / ".join(sources),
        inert(finding.event, _LONGEST_NAME),
        f"{wording.certainty(finding.score)} {finding.score:.2f}",
    ]
    return " · ".join(part for part in parts if part)


def _side(side: Side, date: str, quote: Quote) -> Iterator[str]:
    where = code(wording.location(side), 2 * _LONGEST_NAME)
    head = f"{inert(date, _LONGEST_NAME)}, {inert(wording.voice(side), _LONGEST_NAME)}"
    yield f"<b>{inert(side.source, _LONGEST_NAME)}</b>, {head} ({where}):"
    yield ""
    yield f"> “{_marked(quote)}”"
    carried = wording.carried_by(side)
    if carried:
        yield ""
        yield inert(carried, _LONGEST_REASON)


def _marked(quote: Quote) -> str:
    """The quote with the words that clash in bold type, as far as there is room for it."""
    parts: list[str] = []
    room, at = _LONGEST_QUOTE, 0
    for span in (*quote.clashing, Span(len(quote.text), len(quote.text))):
        for start, end, frame in ((at, span.start, "{}"), (span.start, span.end, "<b>{}</b>")):
            part = inert_line(quote.text[start:end], max(room, 1))
            room -= length(part)
            parts += [frame.format(part)] if part else []
            if room <= 0:
                return "".join(parts)
        at = span.end
    return "".join(parts)


def _rest(findings: Sequence[Finding]) -> str:
    severities = Counter(finding.severity for finding in findings)
    parts = [wording.count(severities[each], each.value) for each in Severity if severities[each]]
    return (
        f"**{wording.count(len(findings), 'more finding')}** ({', '.join(parts)}) did not fit into this "
        "comment: the reports as JSON or HTML hold all of them."
    )
