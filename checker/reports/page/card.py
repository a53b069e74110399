"""One finding as it stands on the page: what clashes, both quotations in context, reasons, time, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports import wording
from checker.reports.escape import one_line
from checker.reports.page.marks import Piece, pieces, quotation
from checker.reports.page.timeline import timeline
from checker.reports.page.tree import Element, Node, element, web_address

if TYPE_CHECKING:
    from checker.records import Evidence, Finding, Member, Side, Suppressed

_BY = {"baseline": "Accepted by the baseline", "suppression": "Accepted by a suppression"}


def card(finding: Finding, anchor: str, accepted: Suppressed | None = None) -> Element:
    """Return the article element of ``finding`` with the id ``anchor``; ``accepted`` says by what and why.

    Words of the page itself have the class ``label``, so that a search finds only those of the report.
    """
    first, second = pieces(finding)
    dates = wording.dates(finding.a, finding.b)
    return element(
        "article",
        _header(finding, anchor),
        _acceptance(accepted) if accepted else None,
        element("p", one_line(finding.explanation), class_="standfirst") if finding.explanation else None,
        element(
            "div",
            _side(finding.a, first, dates[0], "a"),
            _side(finding.b, second, dates[1], "b"),
            class_="sides",
        ),
        _reasons(finding),
        timeline(finding),
        _evidence(finding),
        class_=f"card {finding.severity.value}",
        id=anchor,
    )


def _header(finding: Finding, anchor: str) -> Element:
    event = one_line(finding.event)
    return element(
        "header",
        element(
            "h3",
            element("span", finding.severity.value, class_="severity label"),
            " ",
            element("span", f"{one_line(finding.code)} {one_line(finding.name)}", class_="rule"),
            *((" ", element("span", event, class_="event")) if event else ()),
        ),
        element(
            "p",
            element("span", wording.certainty(finding.score), class_="label"),
            " ",
            element("b", f"{finding.score:.2f}"),
            " ",
            element("a", "#", href=f"#{anchor}", aria_label="Link to this finding", class_="anchor label"),
            class_="score",
        ),
    )


def _acceptance(accepted: Suppressed) -> Element:
    words = _BY.get(accepted.by, f"Accepted by {one_line(accepted.by)}")
    reason = one_line(accepted.reason)
    return element(
        "p",
        element("span", f"{words}{':' if reason else '.'}", class_="label"),
        f" {reason}" if reason else None,
        class_="accepted",
    )


def _side(side: Side, parts: tuple[Piece, ...], date: str, name: str) -> Element:
    claim = one_line(side.claim)
    literal = claim.rstrip(".").lower() in one_line(side.text).lower()
    return element(
        "section",
        element("h4", one_line(side.source), class_=f"source side-{name}"),
        element("p", f"{date} · {wording.voice(side)}", class_="meta"),
        element(
            "blockquote",
            element("span", f"{one_line(side.before)} ", class_="context") if side.before else None,
            *quotation(parts),
            element("span", f" {one_line(side.after)}", class_="context") if side.after else None,
        ),
        None
        if literal
        else element("p", element("span", "Read as:", class_="label"), f" {claim}", class_="reading"),
        _where(side),
        _carriers(side),
        class_="side",
    )


def _where(side: Side) -> Element:
    title, address = one_line(side.title or ""), web_address(side.url)
    name: Node | None = title or None
    if address:
        name = element("a", title or address, href=address, class_="title")
    return element(
        "p",
        name,
        element("br") if name else None,
        element("span", wording.location(side), class_="location"),
        class_="where",
    )


def _carriers(side: Side) -> Element | None:
    carried = wording.carried_by(side)
    if not side.members:
        return element("p", carried, class_="also") if carried else None
    ordered = sorted(
        side.members, key=lambda each: (each.published or "9999", each.source, each.article, each.start)
    )
    return element(
        "details",
        element("summary", carried or wording.count(len(ordered), "more sentence")),
        element("ul", *map(_member, ordered)),
        class_="also",
    )


def _member(member: Member) -> Element:
    place = f"{one_line(member.article)}, characters {member.start:,} to {member.end:,}"
    return element(
        "li",
        f"{one_line(member.source)}, {wording.date(member.published)} ",
        element("span", place, class_="location"),
    )


def _reasons(finding: Finding) -> Element | None:
    if not finding.reasons:
        return None
    lists = [
        element(
            "div",
            element("h4", title, class_="label"),
            element(
                "ul",
                *(
                    element("li", one_line(each.text))
                    for each in finding.reasons
                    if each.supports is supports
                ),
            ),
            class_=kind,
        )
        for supports, title, kind in ((True, "Reasons for", "for"), (False, "Reasons against", "against"))
        if any(each.supports is supports for each in finding.reasons)
    ]
    return element("div", *lists, class_="reasons")


def _evidence(finding: Finding) -> Element:
    ordered = sorted(
        finding.evidence, key=lambda each: (each.side, each.start, each.end, each.judge, each.note)
    )
    return element(
        "details",
        element("summary", "Evidence", class_="label"),
        element("ul", *(_seen(finding, each) for each in ordered)) if ordered else None,
        element(
            "p",
            element("span", "Similarity", class_="label"),
            f" {finding.similarity:.2f} ",
            element("span", "· fingerprint", class_="label"),
            f" {one_line(finding.fingerprint)}",
        ),
        class_="evidence",
    )


def _seen(finding: Finding, each: Evidence) -> Element:
    side = finding.a if each.side == "a" else finding.b
    words = one_line(side.text[max(0, each.start - side.start) : max(0, each.end - side.start)])
    return element(
        "li",
        f"{one_line(side.source)}: ",
        element("q", words) if words else None,
        f" {one_line(each.note)} ",
        element("span", f"({one_line(each.judge)})", class_="judge"),
    )
