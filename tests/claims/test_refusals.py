"""Claims with a "no" in them."""

from __future__ import annotations

import pytest
from doubles import claim

from checker.claims.refusals import says_no
from checker.records import Stance


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is not open.",
        "The mayor refused to open the bridge.",
        "The union's demand was rejected.",
        "Trains have stopped running to the port.",
        "The mayor doesn’t want a new bridge.",
        "The report is false.",
        "The town would give up the idea of a new bridge.",
        "Work on the bridge was suspended.",
    ],
)
def test_a_no_is_found(text):
    assert says_no(claim(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is open.",
        "Norway's notary noted it.",
        "A few men left.",
    ],
)
def test_a_yes_is_none(text):
    assert not says_no(claim(text))


def test_a_number_is_no_no(claims_of):
    (named,) = claims_of("The No. 2 of the bank left the building on Friday.")
    assert not says_no(named)


def test_a_denial_says_no_whatever_its_words(claims_of):
    (denied,) = [
        c for c in claims_of("The mayor denied that the bridge is open.") if c.stance is Stance.DENIES
    ]
    assert says_no(denied)
