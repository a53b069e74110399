"""All of the page but the findings: what came out, the codes, problems of reading, the funnel, the tool."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from checker.reports import funnel, wording
from checker.reports.escape import one_line
from checker.reports.page.matrix import matrix
from checker.reports.page.tree import Element, element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.records import Finding, Problem, Report, Tool

_PROBLEMS_SHOWN = 1000
_DEPTHS = ("group", "step", "part")


def masthead(report: Report) -> Element:
    """Return the head of the page: the conclusion and what limits it."""
    apart = len(report.suppressed)
    # "Not shown" is said of suppressed findings in other formats; here they are.
    limits = replace(report, summary=replace(report.summary, suppressed=0)) if apart else report
    remarks = [f"{remark}." for remark in wording.remarks(limits)]
    if apart:
        remarks.append(f"{wording.count(apart, 'accepted finding')} shown apart.")
    return element(
        "header",
        element("p", "checker", class_="name"),
        element("h1", wording.conclusion(report)),
        *(element("p", remark, class_="remark") for remark in remarks),
        class_="masthead",
    )


def overview(findings: Sequence[Finding]) -> Element | None:
    """Return the codes with their numbers and the matrix of sources; None without findings."""
    if not findings:
        return None
    return element(
        "section",
        element("div", element("h2", "What was found"), _codes(findings)),
        element("div", element("h2", "Between which sources"), matrix(findings)),
        class_="overview",
        id="overview",
    )


def problems(report: Report) -> Element | None:
    """Return what could not be read and what was repaired; None if all went well."""
    lists = [
        part
        for title, kind, found in (
            ("Could not be read", "error", report.errors),
            ("Repaired while reading", "warning", report.warnings),
        )
        if found
        for part in _problems(title, kind, found)
    ]
    return element("section", *lists, class_="problems", id="problems") if lists else None


def funnel_table(report: Report) -> Element:
    """Return how many of each step there were, and what fell out under which reason."""
    rows = funnel.rows(report.summary)
    tables: list[Element] = []
    body: list[Element] = []
    title = ""
    for row in [*rows, funnel.Row(0, "")]:
        if row.depth:
            number = "" if row.number is None else f"{row.number:,}"
            cells = (element("th", row.label, scope="row"), element("td", number))
            body.append(element("tr", *cells, class_=_DEPTHS[row.depth]))
            continue
        if body:
            tables.append(element("table", element("caption", title), element("tbody", *body)))
        title, body = row.label, []
    return element(
        "section",
        element("h2", "From articles to findings"),
        element("div", *tables, class_="tables"),
        class_="funnel",
        id="funnel",
    )


def colophon(tool: Tool) -> Element:
    """Return what made the report: version, models, and the settings that change its content."""
    settings = {name: tool.settings[name] for name in sorted(tool.settings)}
    return element(
        "footer",
        element(
            "p",
            f"checker {one_line(tool.version)} · encoder {one_line(tool.encoder)}"
            f" · judge {one_line(tool.judge)}",
        ),
        element(
            "details",
            element("summary", "Settings"),
            element("dl", *(part for name, value in settings.items() for part in _setting(name, value))),
        )
        if settings
        else None,
        element("p", "A score is the probability that a careful reader agrees with the finding."),
    )


def _codes(findings: Sequence[Finding]) -> Element:
    kinds = Counter((each.code, each.name, each.severity) for each in findings)
    rows = [
        element(
            "tr",
            element(
                "th",
                element("a", one_line(code), href=f"#{urlencode({'code': one_line(code)})}"),
                scope="row",
            ),
            element("td", one_line(name)),
            element("td", severity.value, class_=f"severity {severity.value}"),
            element("td", f"{number:,}", class_="count"),
        )
        for (code, name, severity), number in sorted(kinds.items())
    ]
    heads = element(
        "tr", *(element("th", each, scope="col") for each in ("Code", "Name", "Severity", "Findings"))
    )
    return element("table", element("thead", heads), element("tbody", *rows), class_="codes")


def _problems(title: str, kind: str, found: Sequence[Problem]) -> list[Element]:
    ordered = sorted(found, key=lambda each: (each.path, each.line or 0, each.message))
    items = [element("li", wording.problem(each)) for each in ordered[:_PROBLEMS_SHOWN]]
    hidden = len(ordered) - len(items)
    if hidden > 0:
        items.append(element("li", f"and {hidden:,} more (the JSON report lists all)"))
    return [element("h2", f"{title} ({len(found):,})", class_=kind), element("ul", *items)]


def _setting(name: str, value: object) -> tuple[Element, Element]:
    words = json.dumps(value, default=str, ensure_ascii=False, sort_keys=True)
    return element("dt", one_line(name)), element("dd", one_line(words))
