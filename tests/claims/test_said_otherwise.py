"""Denials that are made in one's own words, negations that stand in front, and nobody as an antecedent."""

from __future__ import annotations

import pytest

from checker.records import Stance


def test_a_quotation_behind_a_denial_is_said_not_denied(claims_of):
    found = claims_of(
        "Hillary Clinton had already denied routing secrets through her server: “I did not email any secret"
        " material to anyone.”"
    )
    assert [claim.stated for claim in found] == [
        "Hillary Clinton did not email any secret material to anyone"
    ]
    assert found[0].stance is Stance.ASSERTS


def test_what_is_denied_behind_that_stays_denied(claims_of):
    (claim,) = claims_of("She denied that the army has left the northern city.")
    assert claim.stance is Stance.DENIES


@pytest.mark.parametrize("phrase", ["under no circumstances", "at no time", "in no way"])
def test_what_is_ruled_out_for_one_verb_is_said_of_no_other(claims_of, phrase):
    text = f"The minister said that {phrase} will Iran ever build, develop or acquire any nuclear weapons."
    assert not any(
        "acquire" in claim.stated and phrase not in claim.stated.casefold() for claim in claims_of(text)
    )


def test_what_is_ruled_out_is_negated(claims_of):
    (claim,) = claims_of("Under no circumstances will Iran acquire nuclear weapons, the minister said.")
    assert claim.negated


@pytest.mark.parametrize("nobody", ["None of the videos", "Neither of the videos"])
def test_they_are_never_nobody(claims_of, nobody):
    found = claims_of(f"{nobody} actually shows a crime, but they do show the doctors speaking of money.")
    assert not any(claim.stated.startswith(f"{nobody} do show") for claim in found)


def test_or_carries_the_negation_of_a_passive_on(claims_of):
    found = claims_of("The firm hasn't been formally charged with fraud or proved to have broken the law.")
    assert "The firm has not been proved to have broken the law" in {claim.stated for claim in found}


@pytest.mark.parametrize("verb", ["indicate", "show", "suggest", "prove", "mean"])
def test_what_signs_do_not_show_is_left_open(claims_of, verb):
    found = claims_of(f"The emails do not {verb} that the army has left the northern city.")
    assert not any(claim.text == "The army has left the northern city" for claim in found)


def test_what_signs_show_is_said(claims_of):
    assert claims_of("The emails show that the army has left the northern city.")
