"""The judge of dates: which intervals exclude each other, and which only look so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from doubles import article, claim
from hypothesis import given
from hypothesis import strategies as st

from checker.judges import moments
from checker.records import Moment

FOREVER = "9999-12-31"
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 1, 1))


def at(first: str, last: str | None = None, part: str | None = None) -> Moment:
    return Moment(4, 9, first, last or first, part=part)


def dated(*when: Moment, published: str | None = None):
    home = article("paper", "The bridge fell on Monday.", published=published)
    return replace(claim("The bridge fell on Monday.", of=home), moments=when)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (at("2022-11-08"), at("2022-11-11"), True),
        (at("2022-11-08"), at("2022-11-09"), True),
        (at("2022-11-08"), at("2022-11-08"), False),
        (at("2022-11-08", part="night"), at("2022-11-09"), False),
        (at("2022-11-08", part="night"), at("2022-11-10"), True),
        (at("2022-11-01", "2022-11-30"), at("2022-11-08"), False),
        (at("2021-01-01", "2021-12-31"), at("2022-11-08"), True),
        (at("2022-11-08", FOREVER), at("2022-03-01"), False),
        (at("0001-01-01", "2022-11-08"), at("2022-12-01"), False),
    ],
)
def test_days_exclude_each_other_and_bounds_do_not(one, other, clash):
    assert bool(moments.clashes(dated(one), dated(other))) is clash
    assert bool(moments.clashes(dated(other), dated(one))) is clash


def test_a_claim_without_a_date_clashes_with_nothing():
    assert moments.clashes(dated(), dated(at("2022-11-08"))) == []


def test_of_several_dates_none_may_fit():
    both = dated(at("2022-11-08"), at("2022-11-11"))
    assert moments.clashes(both, dated(at("2022-11-11"))) == []
    assert len(moments.clashes(both, dated(at("2022-11-20")))) == 1


def test_a_clash_shows_both_stretches_and_both_days():
    (clash,) = moments.clashes(dated(at("2022-11-08")), dated(at("2022-11-01", "2022-11-03")))
    assert (clash.a.start, clash.a.end, clash.judge) == (4, 9, "moments")
    assert clash.note == "2022-11-08 and 2022-11-01 to 2022-11-03 exclude each other"


@given(DAYS, DAYS, st.integers(0, 40), st.integers(0, 40))
def test_a_clash_is_the_same_in_both_orders_and_means_that_no_day_is_common(first, second, length, other):
    one = at(first.isoformat(), (first + timedelta(length)).isoformat())
    two = at(second.isoformat(), (second + timedelta(other)).isoformat())
    common = first <= second + timedelta(other) and second <= first + timedelta(length)
    assert moments.apart(one, two) is moments.apart(two, one) is (not common)


def test_the_order_of_two_claims_is_that_of_their_days():
    first, second = dated(published="2022-11-08T23:00:00Z"), dated(published="2022-11-10")
    assert moments.in_order(second, first) == (first, second, 2)


@pytest.mark.parametrize("other", [None, "2022-11-08", "2022-11-08T23:00:00Z"])
def test_one_day_or_an_unknown_one_gives_no_order(other):
    assert moments.in_order(dated(published="2022-11-08T01:00:00Z"), dated(published=other)) is None
