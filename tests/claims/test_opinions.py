"""What values somebody is an opinion; what can be looked up is none."""

import pytest

from checker.claims.opinions import is_opinion


@pytest.mark.parametrize(
    "text",
    [
        "Pence was measured, calm, and unflappable",
        "The senator came off as a bit nervous",
        "The governor did an incredible job",
        "The moderator was weak",
        "The plan is a disaster",
        "The government should resign",
        "Her speech was not very good",
    ],
)
def test_judgements_are_opinions(text: str) -> None:
    assert is_opinion(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed on Monday",
        "Officials in Washington have received private messages from the Kremlin",
        "Putin is not ready for negotiations",
        "The storm killed 264 people",
        "Russia sets no preconditions for talks",
        "The suspect was arrested near the station",
        "The hospital is safe",
        "Kyiv plans to join NATO",
        "",
    ],
)
def test_facts_are_none(text: str) -> None:
    assert not is_opinion(text)
