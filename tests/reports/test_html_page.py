"""The HTML report as text: nothing of an article becomes markup, nothing is fetched, nothing is left out."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import (
    CONTRADICTION,
    DENIAL,
    FULL,
    NOTHING,
    NUMBERS,
    QUIET,
    finding,
    meridian,
    side,
    with_findings,
)

from checker import reports
from checker.records import Report, Suppressed
from checker.reports import html
from checker.reports.page.index import PAGE

HOSTILE = (
    "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> ]]> & \u2028 \u202e \x00 \ud800 end"
)
ALLOWED_TAGS = frozenset(
    """a article b blockquote body br button caption circle dd details div dl dt fieldset figcaption figure
    footer form g h1 h2 h3 h4 head header html input label legend li line main mark meta option
    output p q rect script section select span style summary svg table tbody td text th thead title tr
    ul""".split()
)


class Elements(HTMLParser):
    """Every start tag with its attributes, and the content of every script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag in self.raw:
            self.inside = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.raw[self.inside][-1] += data


def data_of(page: str) -> list[list[object]]:
    """The lines of the page's data: the index first, then the cards."""
    return [json.loads(line) for line in Elements(page).raw["script"][0].split("\n")]


def everywhere(text: str) -> Report:
    """A report in which every text that comes from outside is ``text``."""
    a = side(text, source=text, title=text, url=text, path=text, article=text, before=text, after=text)
    b = meridian(text, source=text + "b", speaker=text, claim=text + "c", published=text)
    hostile = finding(a, b, explanation=text, event=text, name=text, code=text, fingerprint=text)
    accepted = Suppressed(replace(hostile, fingerprint=text + "2"), text, text)
    problems = tuple(replace(each, path=text, message=text) for each in FULL.errors)
    return replace(
        with_findings(hostile), suppressed=(accepted,), errors=problems, warnings=problems,
        tool=replace(QUIET.tool, settings={text: text}, encoder=text),
    )  # fmt: skip


def test_it_is_a_format_by_name() -> None:
    assert reports.render(FULL, "html") == html.render(FULL)


@settings(max_examples=25, deadline=None)
@given(st.text() | st.just(HOSTILE))
def test_no_text_of_an_article_adds_an_element_an_attribute_or_a_script(text: str) -> None:
    page = Elements(html.render(everywhere(text)))
    assert {tag for tag, _ in page.found} <= ALLOWED_TAGS
    assert not [name for _, attributes in page.found for name in attributes if name.startswith("on")]
    assert not [name for _, attributes in page.found for name in attributes if name in ("style", "src")]
    assert len(page.raw["script"]) == 2
    for line in page.raw["script"][0].split("\n"):
        json.loads(line)


def test_the_end_of_a_script_in_a_text_does_not_end_the_data() -> None:
    page = html.render(everywhere(HOSTILE))
    assert page.lower().count("</script") == 2
    assert "<!--" not in page
    card = json.dumps(data_of(page)[1])
    assert "</script><script>alert(1)</script>" in card


@settings(max_examples=25, deadline=None)
@given(st.text())
def test_the_bytes_are_ascii_without_a_line_of_another_system(text: str) -> None:
    page = html.render(everywhere(text))
    assert page.isascii()
    assert "\r" not in page


def test_the_policy_allows_this_script_and_style_and_nothing_else() -> None:
    page = Elements(html.render(FULL))
    policy = next(
        attributes["content"]
        for _, attributes in page.found
        if attributes.get("http-equiv", "").startswith("C")
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    digests = [
        "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        for text in (page.raw["script"][1], page.raw["style"][0])
    ]
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert [rules["script-src"], rules["style-src"]] == digests
    assert "unsafe" not in policy


def test_nothing_on_the_page_can_be_fetched() -> None:
    page = html.render(FULL)
    assert not re.search(r"<(?:link|img|iframe|object|embed|base|audio|video)\b|@import|url\(", page)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/x",
     "https:", "java\nscript:alert(1)", "https://exa mple.org/", "http://[broken", "/relative", ""],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str) -> None:
    page = Elements(html.render(with_findings(finding(side("One.", url=url), meridian("Two.")))))
    assert all(attributes["href"].startswith("#") for tag, attributes in page.found if tag == "a")


def test_an_article_with_an_address_is_linked_by_its_title() -> None:
    linked = finding(side("One.", url="https://example.org/a?b=1&c=2"), meridian("Two."))
    page = html.render(with_findings(linked))
    assert (
        '<a href="https://example.org/a?b=1&amp;c=2" class="title">Ferry back in service by Monday</a>'
        in page
    )


def test_the_same_findings_in_any_order_give_the_same_bytes() -> None:
    shuffled = replace(FULL, findings=FULL.findings[::-1])
    assert html.render(shuffled) == html.render(FULL)


def test_members_and_evidence_in_any_order_give_the_same_bytes() -> None:
    turned = replace(
        CONTRADICTION,
        a=replace(CONTRADICTION.a, members=CONTRADICTION.a.members[::-1]),
        evidence=CONTRADICTION.evidence[::-1],
    )
    assert html.render(with_findings(turned)) == html.render(with_findings(CONTRADICTION))


def test_the_data_hold_all_findings_and_the_page_the_first_of_them() -> None:
    many = [replace(NUMBERS, fingerprint=f"{at:016x}") for at in range(PAGE + 5)]
    page = html.render(with_findings(*many))
    lines = data_of(page)
    assert len(lines) == 1 + len(many)
    assert [tag for tag, _ in Elements(page).found].count("article") == PAGE
    assert f"The first {PAGE} of {len(many)} are shown" in page


def test_findings_of_one_fingerprint_and_code_have_anchors_of_their_own() -> None:
    page = Elements(
        html.render(with_findings(CONTRADICTION, CONTRADICTION, replace(CONTRADICTION, code="X")))
    )
    anchors = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(anchors) == len(set(anchors))


def test_suppressed_findings_stand_apart_with_their_reason() -> None:
    accepted = Suppressed(DENIAL, "baseline", "checked by the desk")
    page = html.render(replace(with_findings(CONTRADICTION), suppressed=(accepted,)))
    findings, _, rest = page.partition('<section id="accepted"')
    assert "CON001 contradiction" in findings
    assert 'class="card warning"' not in findings
    assert "Accepted by the baseline:</span> checked by the desk" in rest
    assert "1 accepted finding shown apart" in page


def test_problems_of_reading_and_the_funnel_are_on_the_page() -> None:
    page = html.render(FULL)
    assert "archive/feed.jsonl:7: the line is no JSON object" in page
    assert "Repaired while reading (1)" in page
    assert '<th scope="row">pairs considered</th><td>1,905</td>' in page
    assert '<th scope="row">same_source</th><td>1,276</td>' in page


def test_both_sides_show_their_context_and_the_reasons_for_and_against() -> None:
    a = replace(CONTRADICTION.a, before="Before it.", after="After it.")
    page = html.render(with_findings(replace(CONTRADICTION, a=a)))
    assert "Before it. </span>" in page
    assert " After it.</span>" in page
    assert "Reasons for" in page
    assert "The second report is three days younger." in page


@pytest.mark.parametrize("report", [NOTHING, QUIET])
def test_a_report_without_findings_says_so_and_has_no_filters(report: Report) -> None:
    page = html.render(report)
    assert '<form id="filters"' not in page
    assert "<h1>No" in page


def test_a_score_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        html.render(with_findings(replace(CONTRADICTION, score=float("nan"))))
