"""When each side of a disputed claim was published, drawn as two lanes of SVG over one axis.

Places along the axis are percentages, so the drawing has the width of its column while its letters and
signs keep their size.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.reports import wording
from checker.reports.escape import one_line
from checker.reports.page.tree import Element, Node, element

if TYPE_CHECKING:
    from checker.records import Finding, Side

_LANES = (26, 66)
_LABEL_ABOVE = 12
_AXIS = 92
_HEIGHT = 98
_RADIUS = 5
_LONGEST_LABEL = 44
_SOURCES_IN_LABEL = 2


@dataclass(frozen=True, slots=True, order=True)
class Publication:
    """One dated article of one side; ``at`` is its instant (a day stands at its midnight, UTC)."""

    at: dt.datetime
    published: str
    source: str


def publications(side: Side) -> tuple[list[Publication], int]:
    """Return the dated articles that make the claim of ``side``, in order, and how many have no date."""
    carriers = {(side.article, side.source, side.published)}
    carriers |= {(member.article, member.source, member.published) for member in side.members}
    dated, undated = set(), 0
    for _, source, published in carriers:
        at = _instant(published)
        if at is None or published is None:
            undated += 1
        else:
            dated.add(Publication(at, published, one_line(source)))
    return sorted(dated), undated


def timeline(finding: Finding) -> Element | None:
    """Return the drawing, or None where fewer than two articles have a date."""
    lanes = [publications(side) for side in (finding.a, finding.b)]
    everything = sorted(each for dated, _ in lanes for each in dated)
    if len(everything) <= 1:
        return None
    first, last = everything[0], everything[-1]
    drawn: list[Node] = []
    for side, (dated, undated), height, name in zip(
        (finding.a, finding.b), lanes, _LANES, ("a", "b"), strict=True
    ):
        lane = [_dot(each, first, last, height, name) for each in dated]
        drawn.append(_lane(_label(side, dated, undated), height, lane, name))
    return element(
        "figure",
        element(
            "svg",
            *drawn,
            *_axis(first, last),
            role="img",
            aria_label=_description(lanes),
            width="100%",
            height=str(_HEIGHT),
        ),
        class_="timeline",
    )


def _instant(published: str | None) -> dt.datetime | None:
    if published is None:
        return None
    try:
        at = dt.datetime.fromisoformat(published)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _lane(label: str, height: int, dots: list[Element], name: str) -> Element:
    middle = str(height)
    return element(
        "g",
        element("text", label, x="0", y=str(height - _LABEL_ABOVE), class_="lane"),
        element("line", x1="0", x2="100%", y1=middle, y2=middle),
        *dots,
        class_=f"side-{name}",
    )


def _dot(each: Publication, first: Publication, last: Publication, height: int, name: str) -> Element:
    place = f"{_share(each, first, last):.2f}%"
    title = element("title", f"{each.source}, {wording.date(each.published, with_time=True)}")
    if name == "a":
        return element("circle", title, cx=place, cy=str(height), r=str(_RADIUS))
    # A nested drawing puts a square in the middle of a place that is given in percent.
    size = str(2 * _RADIUS)
    square = element("rect", title, x=str(-_RADIUS), y=str(-_RADIUS), width=size, height=size)
    return element("svg", square, x=place, y=str(height), overflow="visible")


def _share(each: Publication, first: Publication, last: Publication) -> float:
    whole = (last.at - first.at).total_seconds()
    return 50.0 if whole == 0 else 100 * (each.at - first.at).total_seconds() / whole


def _label(side: Side, dated: list[Publication], undated: int) -> str:
    own = one_line(side.source)
    others = sorted({each.source for each in dated} - {own})
    named = [own, *others[: _SOURCES_IN_LABEL - 1]]
    more = len(others) + 1 - len(named)
    label = ", ".join(named)
    if len(label) > _LONGEST_LABEL:
        label = f"{label[: _LONGEST_LABEL - 1]}…"
    return f"{label}{f' +{more}' if more > 0 else ''}{f' ({undated:,} without a date)' if undated else ''}"


def _axis(first: Publication, last: Publication) -> list[Element]:
    height = str(_AXIS)
    if first.at == last.at:
        day = wording.date(first.published, with_time=True)
        return [element("text", day, x="50%", y=height, text_anchor="middle")]
    same_day = first.at.date() == last.at.date()
    days = (last.at.date() - first.at.date()).days
    return [
        element("text", wording.date(first.published, with_time=same_day), x="0", y=height),
        element("text", wording.count(days, "day"), x="50%", y=height, text_anchor="middle")
        if days
        else element("text", "same day", x="50%", y=height, text_anchor="middle"),
        element(
            "text", wording.date(last.published, with_time=same_day), x="100%", y=height, text_anchor="end"
        ),
    ]


def _description(lanes: list[tuple[list[Publication], int]]) -> str:
    sentences = []
    for title, (dated, undated) in zip(("First side", "Second side"), lanes, strict=True):
        days = [f"{each.source} on {wording.date(each.published, with_time=True)}" for each in dated]
        unknown = [f"{wording.count(undated, 'article')} without a date"] if undated else []
        sentences.append(f"{title}: {'; '.join([*days, *unknown])}.")
    return f"When each side was published. {' '.join(sentences)}"
