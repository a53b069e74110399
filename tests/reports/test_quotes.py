"""Which part of a sentence is the claim, and which words clash there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import CONTRADICTION, DENIAL, finding, meridian, side

from checker.records import Stance
from checker.reports.quotes import claim_span, quotes


def marked(quote_index: int, each: object) -> list[str]:
    quote = quotes(each)[quote_index]  # type: ignore[arg-type]
    return [quote.text[span.start : span.end] for span in quote.clashing]


@pytest.mark.parametrize(
    ("sentence", "claim", "part"),
    [
        ("On Monday, he said, it sails.", "It sails.", "it sails"),
        (
            "Asked again, he is still not ready to sign the pact, aides say.",
            "The mayor is not ready to sign the pact.",
            "is still not ready to sign the pact",
        ),
        ("Entirely other words here.", "The mayor signed a pact.", "Entirely other words here."),
        ("A sentence.", "", "A sentence."),
    ],
)
def test_the_claim_is_found_in_its_sentence(sentence: str, claim: str, part: str) -> None:
    span = claim_span(sentence, claim)
    assert sentence[span.start : span.end] == part


@given(st.text(), st.text())
def test_the_claim_span_lies_in_the_sentence(sentence: str, claim: str) -> None:
    span = claim_span(sentence, claim)
    assert 0 <= span.start <= span.end <= len(sentence)


def test_only_the_claim_part_is_marked() -> None:
    assert marked(1, CONTRADICTION) == ["not"]


def test_the_denying_word_is_marked_though_it_is_not_part_of_the_claim() -> None:
    each = finding(
        side("They had talks."),
        meridian("Denying it, he said: they had talks.", claim="They had talks.", stance=Stance.DENIES),
    )
    assert marked(1, each) == ["Denying"]
    assert any("dispute" in words for words in marked(1, DENIAL))


def test_a_name_that_the_other_sentence_only_points_to_is_not_marked() -> None:
    each = finding(
        side("He is not ready to sail.", claim="Holm is not ready to sail."),
        meridian("Holm is ready to sail."),
    )
    assert marked(0, each) == ["not"]
    assert marked(1, each) == []


def test_spans_fit_the_quote_as_it_is_shown() -> None:
    each = finding(side("\x1b\x1b\n  It sails\r\n on\u202e Monday."), meridian("It sails on\u202e Tuesday."))
    quote = quotes(each)[0]
    assert quote.text == "␛␛ It sails on\\u202e Monday."
    assert "Monday" in marked(0, each)
