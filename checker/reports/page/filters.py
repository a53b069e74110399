"""The form that narrows the findings; the page's script shows it and acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reports.escape import one_line
from checker.reports.page.index import days_of
from checker.reports.page.tree import Element, element

if TYPE_CHECKING:
    from checker.reports.page.index import Index


def filter_form(index: Index) -> Element:
    """Return the form; its fields are those of the page's address (code, source, against, from, ...)."""
    return element(
        "form",
        element(
            "details",
            element("summary", element("h2", "Filter")),
            _words(),
            _codes(index),
            _source("source", "Source", index),
            _source("against", "Against", index),
            *_dates(index),
            _score(),
            _order(),
            element("button", "Clear all filters", type="reset"),
            open="",
        ),
        id="filters",
        class_="filters",
        role="search",
        aria_label="Filter the findings",
        hidden="",
    )


def _words() -> Element:
    return _field(
        "words", "Words", element("input", type="search", id="words", name="words", autocomplete="off")
    )


def _codes(index: Index) -> Element:
    names = {one_line(entry.finding.code): one_line(entry.finding.name) for entry in index.entries}
    return element(
        "fieldset",
        element("legend", "Code"),
        *(
            element(
                "label",
                element("input", type="checkbox", name="code", value=code),
                element("span", f"{code} {names[code]}"),
            )
            for code in index.codes
        ),
    )


def _source(name: str, title: str, index: Index) -> Element:
    return _field(
        name,
        title,
        element(
            "select",
            element("option", "any source", value=""),
            *(element("option", source, value=source) for source in index.sources),
            id=name,
            name=name,
        ),
    )


def _dates(index: Index) -> list[Element]:
    days = sorted({day for entry in index.entries for day in days_of(entry.finding)})
    if not days:
        return []
    return [
        _field(
            name,
            title,
            element("input", type="date", id=name, name=name, min=days[0], max=days[-1]),
        )
        for name, title in (("from", "One side published from"), ("to", "until"))
    ]


def _score() -> Element:
    return _field(
        "score",
        "Score at least",
        element(
            "span",
            element(
                "input", type="range", id="score", name="score", min="0", max="1", step="0.05", value="0"
            ),
            element("output", "0.00", for_="score", id="least"),
            class_="range",
        ),
    )


def _order() -> Element:
    orders = (("", "heaviest first"), ("newest", "newest first"), ("event", "by event"))
    return _field(
        "order",
        "Order",
        element(
            "select",
            *(element("option", words, value=name) for name, words in orders),
            id="order",
            name="order",
        ),
    )


def _field(name: str, title: str, control: Element) -> Element:
    return element("p", element("label", title, for_=name), control, class_="field")
