"""Readings that turned out false in real news: questions, demands and conditions taken for statements."""

from __future__ import annotations

import pytest

from checker.records import Modality, Stance


def test_a_request_with_a_plural_subject_asserts_nothing_of_it(claims_of):
    (claim,) = claims_of(
        "Priebus requested that Comey and other senior officials publicly knock down media reports."
    )
    assert claim.text.startswith("Priebus requested that")


def test_a_question_in_a_quotation_is_asked(claims_of):
    (claim,) = claims_of("“Does car burglary qualify as a violent felony?” Kagan wrote.")
    assert (claim.stance, claim.modality) == (Stance.QUESTIONS, Modality.ASKED)


def test_what_follows_then_stands_under_the_if_that_opens_the_sentence(claims_of):
    claims = claims_of(
        "If the expectation is, is that talks come when all is done, then there's no point for negotiations."
    )
    assert {claim.modality for claim in claims} == {Modality.CONDITIONAL}


def test_or_carries_the_negation_on(claims_of):
    first, second = claims_of("Mr. Comey said he did not reply to Trump or change his facial expression.")
    assert (first.text, first.negated) == ("Comey did not reply to Trump", True)
    assert (second.text, second.negated) == ("Comey did not change his facial expression", True)


def test_and_does_not_carry_the_negation_on(claims_of):
    texts = [claim.text for claim in claims_of("The minister did not resign and will answer the questions.")]
    assert "The minister will answer the questions" in texts


def test_a_relative_clause_under_a_negation_says_which_are_meant(claims_of):
    (claim,) = claims_of(
        "Trump said: I will never sign a bill that forces the mass release of violent criminals."
    )
    assert claim.text.endswith("never sign a bill that forces the mass release of violent criminals")


def test_a_participle_that_says_which_ones_is_no_claim(claims_of):
    assert claims_of("All the boys rescued Monday were wearing full face dive masks and dive suits.") == ()


def test_a_present_that_holds_only_at_times_keeps_its_when(claims_of):
    (claim,) = claims_of("Fewer workers are hired when businesses invest less.")
    assert claim.text == "Fewer workers are hired when businesses invest less"


def test_a_past_event_is_said_without_its_when(claims_of):
    texts = [
        claim.text for claim in claims_of("The old minister resigned when the talks in Geneva had ended.")
    ]
    assert texts[0] == "The old minister resigned"


def test_what_remains_to_be_seen_is_not_said(claims_of):
    assert claims_of("It remains to be seen whether Biden will sign the bill.") == ()


@pytest.mark.parametrize(
    "text",
    ["It would not turn over records of internal deliberations.", "It took the town in the north in April."],
)
def test_it_that_does_something_is_somebody(claims_of, text):
    assert claims_of(text) == ()


def test_it_that_stands_for_nothing_stays(claims_of):
    (claim,) = claims_of("It turned out that the minister had signed the treaty in May.")
    assert "minister" in claim.text


def test_contractions_behind_a_name_are_spelled_out(claims_of):
    texts = [
        claim.text
        for claim in claims_of("Bashar Assad said on Monday that he's winning the war against the rebels.")
    ]
    assert texts == ["Bashar Assad is winning the war against the rebels"]


def test_what_somebody_does_not_know_stays_with_it(claims_of):
    (claim,) = claims_of("Comey said that he did not know when Trump had spoken with Putin.")
    assert claim.text == "Comey did not know when Trump had spoken with Putin"


def test_a_state_keeps_its_time_and_what_follows_the_comma_is_of_the_same_thing(claims_of):
    texts = [
        claim.text
        for claim in claims_of(
            "Unemployment was at 7.8 percent when Obama took office, and peaked in October."
        )
    ]
    assert texts == [
        "Unemployment was at 7.8 percent when Obama took office",
        "Unemployment peaked in October",
    ]


def test_that_something_came_is_said_with_when(claims_of):
    texts = [
        claim.text for claim in claims_of("The news of the choice comes a day after Obama ordered a review.")
    ]
    assert texts == [
        "The news of the choice comes a day after Obama ordered a review",
        "Obama ordered a review",
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Lee never met Kim or paid the bribe to the police.", "Lee never paid the bribe to the police"),
        ("Trump won't apologize to Khan or resign from the board.", "Trump will not resign from the board"),
    ],
)
def test_or_carries_never_and_contractions_on(claims_of, text, second):
    assert [claim.text for claim in claims_of(text)][-1] == second


def test_a_conjunction_of_nouns_carries_nothing_on(claims_of):
    texts = [
        claim.text for claim in claims_of("The state will not cut pensions or wages and will raise taxes.")
    ]
    assert "The state will raise taxes" in texts


def test_the_denial_of_a_contraction_is_spelled_out(claims_of):
    claims = claims_of("Bashar Assad met the press.", "Assad denied that he's a prisoner of the rebels.")
    assert [claim.denial for claim in claims] == ["Assad is not a prisoner of the rebels"]


def test_has_is_not_taken_for_is(claims_of):
    (claim,) = claims_of("Donald Trump said on Monday that he's won the state of Iowa.")
    assert claim.text == "Donald Trump has won the state of Iowa"


def test_what_came_where_is_a_claim_without_its_participle(claims_of):
    texts = [
        claim.text for claim in claims_of("The storm came ashore in Florida on Friday, killing 12 people.")
    ]
    assert "The storm came ashore in Florida on Friday" in texts
