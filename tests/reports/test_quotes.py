"""Which part of a sentence is the claim, and which words clash there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import CONTRADICTION, DENIAL, finding, meridian, side

from checker.records import Evidence, Stance
from checker.reports.escape import one_line
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


def pointing(a_words: str, b_words: str, *, judge: str = "quantities") -> tuple[Evidence, ...]:
    """Evidence of a judge at these words of the two sides below."""
    return tuple(
        Evidence(judge, name, 120 + text.index(words), 120 + text.index(words) + len(words), "differs")
        for name, text, words in (("a", TWENTY, a_words), ("b", THIRTY, b_words))
    )


TWENTY = "On\n Monday\u202e the ferry  carried some 20 guests, all of them in high spirits."
THIRTY = "The ferry carried 30 guests on its first trip."


def test_words_that_a_judge_points_at_are_the_ones_that_clash() -> None:
    each = finding(side(TWENTY), meridian(THIRTY), evidence=pointing("20 guests", "30 guests"))
    assert marked(0, each) == ["20 guests"]
    assert marked(1, each) == ["30 guests"]


def test_the_compared_claim_is_no_clash() -> None:
    each = finding(side(TWENTY), meridian(THIRTY), evidence=pointing(TWENTY, THIRTY, judge="nli"))
    assert "20" in marked(0, each)
    assert "30" in marked(1, each)


def test_evidence_on_one_side_alone_marks_nothing_by_itself() -> None:
    each = finding(side(TWENTY), meridian(THIRTY), evidence=pointing("20 guests", "30 guests")[:1])
    assert "30" in marked(1, each)


@given(st.text(min_size=1), st.data())
def test_evidence_finds_its_words_in_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = (Evidence("quotes", "a", 120 + start, 120 + end, ""), Evidence("quotes", "b", 120, 124, ""))
    (words, *_) = marked(0, finding(side(text), meridian("What else?"), evidence=evidence)) or [""]
    assert words.strip() == one_line(text[start:end]).strip()
