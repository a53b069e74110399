import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources.dates import normalise, unreadable_date


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2022-11-06", "2022-11-06"),
        ("20221106", "2022-11-06"),
        (" 2022/11/06 ", "2022-11-06"),
        ("2022-11-06T10:15:30Z", "2022-11-06T10:15:30Z"),
        ("2022-11-06t10:15z", "2022-11-06T10:15:00Z"),
        ("2022-11-06T01:15:30+02:00", "2022-11-05T23:15:30Z"),
        ("2022-11-06 10:15:30.5+00:00", "2022-11-06T10:15:30Z"),
        ("2022-11-08T10:15:00.123456789+02:00", "2022-11-08T08:15:00Z"),
        ("2022-11-08T10:15:00+01:00[Europe/Paris]", "2022-11-08T09:15:00Z"),
        ("2022-11-08 10:15:00 +0530", "2022-11-08T04:45:00Z"),
        ("2022-11-08 10:15 UTC", "2022-11-08T10:15:00Z"),
        ("2022-11-08T10:15:00+02", "2022-11-08T08:15:00Z"),
        ("20221108T101500Z", "2022-11-08T10:15:00Z"),
        ("20221108T101500-0500", "2022-11-08T15:15:00Z"),
        ("Sun, 06 Nov 2022 10:15:30 GMT", "2022-11-06T10:15:30Z"),
        ("Tue, 08 Nov 2022 10:15:00 -0500", "2022-11-08T15:15:00Z"),
        ("Tue, 8 Nov 2022 23:15 EST", "2022-11-09T04:15:00Z"),
        ("Tue, 08 Nov 2022 10:15:00 +0000 (UTC)", "2022-11-08T10:15:00Z"),
        ("Tue Nov 08 2022 10:15:00 GMT+0100 (Central European Standard Time)", "2022-11-08T09:15:00Z"),
        ("Tue Nov 08 10:15:00 +0000 2022", "2022-11-08T10:15:00Z"),
        ("Nov. 8, 2022 10:15 a.m. EST", "2022-11-08T15:15:00Z"),
        ("November 8, 2022, 12:05 AM PDT", "2022-11-08T07:05:00Z"),
        ("10:15 p.m. CET, Tue November 8, 2022", "2022-11-08T21:15:00Z"),
        ("8 Nov 2022, 11pm BST", "2022-11-08T22:00:00Z"),
        ("November 6, 2022", "2022-11-06"),
        ("Tuesday, November 8th, 2022", "2022-11-08"),
        ("Monday, Nov. 7, 2022", "2022-11-07"),
        ("Sept. 7, 2022", "2022-09-07"),
        ("8 November 2022", "2022-11-08"),
        ("8th of November, 2022", "2022-11-08"),
        ("08-Nov-2022", "2022-11-08"),
        ("1667729730", "2022-11-06T10:15:30Z"),
        ("1667729730123", "2022-11-06T10:15:30Z"),
        ("1667729730.5", "2022-11-06T10:15:30Z"),
    ],
)
def test_clear_dates_are_normalised_to_utc(written: str, published: str) -> None:
    assert normalise(written) == published


@pytest.mark.parametrize(
    "written",
    [
        "2022-11-08T23:59:00",
        "2022-11-08 23:59",
        "20221108235900",
        "November 8, 2022 at 10:15 PM",
        "Tue Nov  8 10:15:00 2022",
        "8 November 2022 - 22:15",
    ],
)
def test_a_time_without_a_zone_keeps_only_its_day(written: str) -> None:
    assert normalise(written) == "2022-11-08"


@pytest.mark.parametrize("zone", ["IST", "ET", "AMT", "XYZ"])
def test_a_zone_that_is_not_known_keeps_only_the_day(zone: str) -> None:
    assert normalise(f"Tue, 08 Nov 2022 10:15:00 {zone}") == "2022-11-08"


@pytest.mark.parametrize(
    "written",
    [
        "9/6/17",
        "06/09/2017",
        "06.11.2022",
        "08-11-2022",
        "8 Nov 22",
        "2022",
        "2022-11",
        "June 2017",
        "November 8",
        "Tuesday",
        "10:15",
        "10:15 AM EST",
        "yesterday",
        "2 hours ago",
        "",
        "Posted on 8 November 2022 by Anna",
        "Updated 8 November 2022",
        "8 November 2022 and 9 November 2022",
        "May the 4th be with you",
        "0001-11-30",
        "0000-00-00",
        "2022-13-45",
        "31 June 2022",
        "November 8, 2022 at 25:15",
        "November 8, 2022 13:15 PM",
        "2022-11-08T10:15:00+99:00",
        "9999-12-31",
        "9999-12-31T23:59:59-23:00",
        "٢٠٢٢-١١-٠٨",
        "0000000000",
        "9999999999",
        "2031110810",
        "16677297301",
        "-1667729730",
        "nan",
    ],
)
def test_unclear_dates_are_not_guessed(written: str) -> None:
    assert normalise(written) is None


@pytest.mark.parametrize("piece", ["8 November 2022 ", "1", " ", "(", "10:15 "])
def test_a_whole_file_in_the_field_of_a_date_costs_nothing(piece: str) -> None:
    written = piece * (10_000_000 // len(piece))
    before = time.process_time()
    assert normalise(written) is None
    assert len(unreadable_date(written)) < 200
    assert time.process_time() - before < 0.1


@given(st.text(max_size=40))
def test_no_text_breaks_it(written: str) -> None:
    found = normalise(written)
    assert found is None or found[4] == "-"


@given(st.datetimes(), st.timezones() | st.none())
def test_iso_8601_is_read_or_out_of_range_and_what_was_read_is_read_again(moment, zone) -> None:
    found = normalise(moment.replace(tzinfo=zone).isoformat())
    if 1606 <= moment.year <= 2198 and (
        zone is None or moment.replace(tzinfo=zone).utcoffset().seconds % 60 == 0
    ):
        assert found is not None
    assert found is None or normalise(found) == found
