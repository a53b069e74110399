"""Matrix and timelines show the numbers and days of the findings, and where they cannot, nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import CONTRADICTION, FULL, NUMBERS, finding, meridian, side

from checker.records import Member
from checker.reports.page.matrix import matrix
from checker.reports.page.timeline import publications, timeline
from checker.reports.page.tree import Element, Node, to_html


def elements(node: Node | None, tag: str) -> Iterator[Element]:
    """All elements called ``tag`` in ``node``."""
    if isinstance(node, Element):
        if node.tag == tag:
            yield node
        for child in node.children:
            yield from elements(child, tag)


def texts(node: Node | None) -> list[str]:
    return ["".join(str(child) for child in each.children) for each in elements(node, "text")]


def with_members(*published: str | None) -> tuple[Member, ...]:
    return tuple(Member(f"m{at}.md", f"Paper {at}", 1, 2, day) for at, day in enumerate(published))


def test_each_pair_of_sources_is_one_link_for_the_keyboard_with_its_number() -> None:
    links = [dict(link.attributes) for link in elements(matrix(FULL.findings), "a")]
    reachable = [link["aria-label"] for link in links if "tabindex" not in link]
    assert reachable == [
        "The Meridian against Coast Daily: 1 finding",
        "The Meridian against Harbour Post: 4 findings",
        "The Meridian against The Islander: 1 finding",
    ]
    assert len(links) == 2 * len(reachable)


def test_a_number_leads_to_the_findings_of_its_pair() -> None:
    strange = finding(side("One.", source="A&B=C #1"), meridian("Two."))
    addresses = [dict(link.attributes)["href"] for link in elements(matrix([strange]), "a")]
    assert addresses == [
        "#source=A%26B%3DC+%231&against=The+Meridian",
        "#source=The+Meridian&against=A%26B%3DC+%231",
    ]


def test_more_sources_than_fit_are_counted_in_the_caption() -> None:
    many = [finding(side("One.", source=f"Paper {at:02d}"), meridian("Two.")) for at in range(30)]
    drawn = matrix(many)
    assert len(list(elements(drawn, "a"))) == 2 * 19
    assert "11 sources in fewer findings left out" in to_html(drawn or "")


def test_a_number_too_long_for_its_cell_is_shortened_and_read_out_whole() -> None:
    link = next(elements(matrix([NUMBERS] * 2_345), "a"))
    assert texts(link) == ["2k"]
    assert "2,345 findings" in to_html(link)


def test_without_findings_there_is_no_matrix() -> None:
    assert matrix([]) is None


def test_the_first_and_last_day_stand_at_the_ends_and_the_others_between() -> None:
    dated = replace(CONTRADICTION, a=replace(CONTRADICTION.a, members=with_members("2022-11-07", None)))
    drawn = timeline(dated)
    assert [dict(dot.attributes)["cx"] for dot in elements(drawn, "circle")] == ["0.00%", "33.33%"]
    assert texts(drawn)[-3:] == ["6 Nov 2022", "3 days", "9 Nov 2022"]
    assert texts(drawn)[0] == "Harbour Post, Paper 0 (1 without a date)"


def test_the_drawing_says_in_words_what_it_shows() -> None:
    label = dict(next(elements(timeline(CONTRADICTION), "svg")).attributes)["aria-label"]
    assert "First side: Harbour Post on 6 Nov 2022; 2 articles without a date." in label
    assert "Second side: The Meridian on 9 Nov 2022." in label


@pytest.mark.parametrize("published", [None, "someday", "2022-13-40"])
def test_one_known_date_makes_no_timeline(published: str | None) -> None:
    assert timeline(replace(NUMBERS, b=replace(NUMBERS.b, published=published))) is None


def test_on_one_day_the_time_decides() -> None:
    a = side("One.", published="2022-11-09T06:00:00Z")
    b = meridian("Two.", published="2022-11-09T18:00:00Z", members=with_members("2022-11-09T12:00:00Z"))
    drawn = timeline(finding(a, b))
    squares = [dict(each.attributes)["x"] for each in elements(drawn, "svg") if "x" in dict(each.attributes)]
    assert squares == ["50.00%", "100.00%"]
    assert texts(drawn)[-3:] == ["9 Nov 2022 06:00 UTC", "same day", "9 Nov 2022 18:00 UTC"]


def test_two_articles_of_one_moment_share_the_middle() -> None:
    drawn = timeline(finding(side("One."), meridian("Two.", published="2022-11-06")))
    assert [dict(dot.attributes)["cx"] for dot in elements(drawn, "circle")] == ["50.00%"]


@settings(deadline=None)
@given(
    st.lists(
        st.none() | st.dates().map(str) | st.datetimes().map(lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    )
)
def test_every_dot_is_on_the_drawing(published: list[str | None]) -> None:
    drawn = timeline(finding(side("One.", members=with_members(*published)), meridian("Two.")))
    places = [float(dict(dot.attributes)["cx"].removesuffix("%")) for dot in elements(drawn, "circle")]
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(places)


def test_an_article_that_makes_a_claim_twice_is_one_dot() -> None:
    one = Member("archive/harbour-post.md", "Harbour Post", 5, 9, "2022-11-06")
    dated, undated = publications(side("One.", members=(one, replace(one, start=20, end=30))))
    assert (len(dated), undated) == (1, 0)
