"""A denial that says "the report" denies what the sentence before it told."""

import pytest

from checker.records import Stance


def denied(claims):
    return [(claim.text, claim.speaker_name) for claim in claims if claim.stance is Stance.DENIES]


def test_the_report_is_what_was_reported_right_before(claims_of):
    claims = claims_of(
        "The Journal reported that Kremlin aides had met Jake Sullivan in secret.",
        "The Kremlin denied the report.",
    )
    assert denied(claims) == [("Kremlin aides had met Jake Sullivan in secret", "The Kremlin")]
    (claim,) = [claim for claim in claims if claim.stance is Stance.DENIES]
    assert claim.denial == "Kremlin aides had not met Jake Sullivan in secret"
    assert claim.sentence.article.text[claim.start : claim.end] == "denied the report"
    assert claim.sentence.article.text[claim.content.start : claim.content.end] == "the report"


def test_an_accusation_in_the_papers_own_voice_can_be_denied(claims_of):
    claims = claims_of("The mayor took bribes from two builders.", "His lawyer rejected those allegations.")
    assert denied(claims) == [("The mayor took bribes from two builders", "His lawyer")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor denied the allegations against him.",
        "The mayor dismissed the claim as groundless.",
    ],
)
def test_words_that_add_nothing_to_what_was_told_leave_the_denial_pointing_back(claims_of, sentence):
    claims = claims_of("The mayor took bribes from two builders.", sentence)
    assert [text for text, _ in denied(claims)] == ["The mayor took bribes from two builders"]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("The union asked for more money.", "The company rejected the offer."),
        ("The mayor took bribes from two builders.", "The minister denied a report."),
        ("The mayor took bribes from two builders.", "The minister denied the report on the dam."),
        ("The mayor took bribes from two builders.", "The minister did not deny the report."),
        ("If the mayor took bribes, he must go.", "His lawyer denied the report."),
        (
            "Officials deny having received messages, even as Moscow repeats that it is willing to talk.",
            "Fiona Hill dismissed the rumours.",
        ),
        (
            "The mayor took bribes from two builders.",
            "The minister denied the allegations against the judge.",
        ),
        ("Did the mayor take bribes?", "His lawyer denied the report."),
        ("The mayor met two builders.", "Asked whether the mayor took bribes, his lawyer denied the charge."),
    ],
)
def test_what_points_nowhere_denies_nothing(claims_of, before, sentence):
    assert denied(claims_of(before, sentence)) == []


def test_what_is_told_of_the_speaker_leaves_the_denial_pointing_back(claims_of):
    claims = claims_of(
        "The mayor took bribes from two builders.",
        "The minister, who was in Kyiv on Monday, denied the report.",
    )
    assert [text for text, _ in denied(claims)] == ["The mayor took bribes from two builders"]
