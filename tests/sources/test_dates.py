import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources.dates import normalise


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2022-11-06", "2022-11-06"),
        ("20221106", "2022-11-06"),
        ("2022-11-06T10:15:30Z", "2022-11-06T10:15:30Z"),
        ("2022-11-06T01:15:30+02:00", "2022-11-05T23:15:30Z"),
        ("2022-11-06 10:15:30.5+00:00", "2022-11-06T10:15:30Z"),
        ("Sun, 06 Nov 2022 10:15:30 GMT", "2022-11-06T10:15:30Z"),
        ("Sun, 06 Nov 2022 23:15:30 -0500", "2022-11-07T04:15:30Z"),
        ("November 6, 2022", "2022-11-06"),
        ("Monday, Nov. 7, 2022", "2022-11-07"),
        ("6 November 2022", "2022-11-06"),
        (" 2022/11/06 ", "2022-11-06"),
    ],
)
def test_clear_dates_are_normalised_to_utc(written: str, published: str) -> None:
    assert normalise(written) == published


def test_a_time_without_a_zone_keeps_only_its_day() -> None:
    assert normalise("2022-11-06T10:15:30") == "2022-11-06"
    assert normalise("2022-11-06 23:59") == "2022-11-06"


@pytest.mark.parametrize(
    "written",
    [
        "9/6/17",
        "06.11.2022",
        "2022",
        "2022-11",
        "0001-11-30",
        "2022-13-45",
        "yesterday",
        "",
        "1667729730",
        "9999-12-31T23:59:59-23:00",
    ],
)
def test_unclear_dates_are_not_guessed(written: str) -> None:
    assert normalise(written) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(written: str) -> None:
    found = normalise(written)
    assert found is None or found[4] == "-"
