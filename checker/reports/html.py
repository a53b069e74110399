"""The report as one HTML file that asks the network for nothing.

Style and script stand in the page and are named by their hashes in its Content-Security-Policy, which
forbids everything else: no other script runs, even if an article's text should get past the escapes.
The findings are data in the page; the first of them are also written out, for readers without scripts
and for the first glance. The bytes are ASCII, the same ones for the same report.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from checker.reports import wording
from checker.reports.page import sections
from checker.reports.page.filters import filter_form
from checker.reports.page.index import PAGE, Entry, Index, data_lines, indexed
from checker.reports.page.tree import Element, element, to_html

if TYPE_CHECKING:
    from checker.records import Report

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="checker">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def render(report: Report) -> str:
    """Return ``report`` as a whole HTML document.

    Raises:
        ValueError: a score is not a finite number.
    """
    style, script = _packaged("page.css"), _packaged("page.js")
    index = indexed(report)
    page = _PAGE.format(
        policy=content_security_policy(style, script),
        title=to_html(f"{wording.conclusion(report)} - checker"),
        style=style,
        body="\n".join(map(to_html, _body(report, index))),
        data=data_lines(index),
        script=script,
    )
    # Right in every encoding that a shell may give to redirected output.
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def content_security_policy(style: str, script: str) -> str:
    """Return the policy that allows this inline style and script, and nothing else at all."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _packaged(name: str) -> str:
    # Read with line ends as in the hash a browser makes of the page: it turns CR LF into LF.
    text = resources.files("checker.reports.page").joinpath(name).read_text(encoding="ascii")
    return text.replace("\r\n", "\n")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("ascii")).digest()).decode("ascii")


def _body(report: Report, index: Index) -> list[Element]:
    parts = (
        sections.overview([entry.finding for entry in index.findings]),
        _browser(index) if index.entries else None,
        sections.problems(report),
        sections.funnel_table(report),
    )
    skip = element("a", "Skip to the findings", href="#findings", class_="skip") if index.entries else None
    return [
        *([skip] if skip else []),
        sections.masthead(report),
        element("main", *parts),
        sections.colophon(report.tool),
    ]


def _browser(index: Index) -> Element:
    lists = [
        _list("findings", "Findings", "", index.findings),
        _list(
            "accepted",
            "Accepted findings",
            "A baseline or a suppression accepts these. They count for nothing and fail no build.",
            index.accepted,
        ),
    ]
    return element(
        "div",
        filter_form(index),
        element("div", *(each for each in lists if each), class_="lists"),
        class_="browser",
    )


def _list(name: str, title: str, note: str, entries: tuple[Entry, ...]) -> Element | None:
    if not entries:
        return None
    shown = entries[:PAGE]
    missing = len(entries) - len(shown)
    return element(
        "section",
        element("h2", title, id=f"{name}-h"),
        element("p", wording.count(len(entries), "finding"), class_="status", role="status"),
        element("p", note, class_="hint") if note else _legend(),
        element(
            "p",
            f"The first {len(shown):,} of {len(entries):,} are shown. The others, and the filters,"
            " need scripts; the text and JSON reports hold all.",
            class_="hint unscripted",
        )
        if missing
        else None,
        element("div", *(entry.card() for entry in shown), class_="cards"),
        element("button", "Show more", type="button", class_="more", hidden=""),
        id=name,
        class_=name,
        aria_labelledby=f"{name}-h",
        tabindex="-1",
    )


def _legend() -> Element:
    """How the marks of the quotations look, in their own looks."""
    return element(
        "p",
        element("span", "claim that was compared", class_="claim"),
        element("mark", "clash that was seen", class_="clash"),
        element("mark", "other words that differ", class_="differs"),
        element("span", "words of attribution", class_="cue"),
        class_="legend",
    )
