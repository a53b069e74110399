"""Trees of elements: what stands in them is written out as text, in HTML and in data."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from checker.reports.escape import printable
from checker.reports.page.tree import element, script_json, to_data, to_html, web_address


class OnlyChild(HTMLParser):
    """The attributes and the text of one element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes = dict(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(), st.text())
def test_a_parser_reads_back_the_text_and_attribute_that_went_in(text: str, value: str) -> None:
    read = OnlyChild(to_html(element("p", text, title=value)))
    assert read.tags == ["p"]
    assert read.text == printable(text)
    assert (read.attributes["title"] or "") == printable(value)


@given(st.text(), st.text())
def test_data_are_the_same_text_and_attribute(text: str, value: str) -> None:
    line = script_json(to_data(element("p", text, title=value)))
    assert json.loads(line) == ["p", {"title": printable(value)}, printable(text)]
    assert not set(line) & set("<>&\n\r\u2028\u2029")


def test_names_of_attributes_are_those_of_html() -> None:
    assert (
        to_html(element("label", "x", for_="y", aria_label="z", id=None))
        == '<label for="y" aria-label="z">x</label>'
    )


def test_children_that_are_none_are_left_out_and_void_elements_have_no_end() -> None:
    assert to_html(element("p", None, element("br"), "x")) == "<p><br>x</p>"


def test_a_web_address_has_a_scheme_and_a_host() -> None:
    assert web_address("HTTPS://example.org/x") == "HTTPS://example.org/x"
    assert web_address("http://example.org:80/") == "http://example.org:80/"
    assert web_address("javascript://example.org/%0aalert(1)") is None
    assert web_address(None) is None
