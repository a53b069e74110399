import pytest

from checker.claims import wording
from checker.claims.parse import plain


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  the “army” left ,  then ", "the army left, then"),
        ("talks , , and peace and", "talks, and peace"),
        ('Zelensky"Ukraine', "Zelensky Ukraine"),
        ("a buffer of 15 km (10 mi)", "a buffer of 15 km (10 mi)"),
        ("made in the U.S.", "made in the U.S."),
        ("[Mr. Biden] is the guy", "Mr. Biden is the guy"),
        ("more than 1,000 days", "more than 1,000 days"),
    ],
)
def test_tidy_leaves_one_clean_line(text, tidied):
    assert wording.tidy(text) == tidied


@pytest.mark.parametrize(
    "text", ["it’s “so”\tor\nnot", "Zelensky“Ukraine has", "negotiations”Kremlin said", ""]
)
def test_plain_text_keeps_its_length(text):
    assert len(plain(text)) == len(text)


def test_what_stood_between_two_commas_goes_with_both(claims_of):
    first = claims_of("Fiona Hill, who once advised the White House on Russia, dismissed the rumours.")[0]
    assert first.text == "Fiona Hill dismissed the rumours"


@pytest.mark.parametrize("text", ["Kyiv will not hear of it.", "Contacts go further than that."])
def test_a_claim_about_nobody_knows_what_is_no_claim(claims_of, text):
    assert claims_of(text) == ()


def test_that_at_the_end_stays_if_it_is_an_object(claims_of):
    (claim,) = claims_of("Contacts between the two powers have an aim beyond that.")
    assert claim.text.endswith("beyond that")


def test_an_article_inside_a_claim_is_not_a_capital(claims_of):
    (claim,) = claims_of("The Ukrainians said that a pause would halt their advance on the city.")
    assert claim.text == "A pause would halt the Ukrainians' advance on the city"


def test_a_denied_negation_is_taken_out(claims_of):
    (claim,) = claims_of("The ministry denied that the port had no insurance.")
    assert claim.denial == "The port had insurance"


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Kyiv denied that the army attacked the bridge.", "The army did not attack the bridge"),
        ("Kyiv denied that the bridge is closed to trucks.", "The bridge is not closed to trucks"),
    ],
)
def test_the_opposite_of_a_denied_claim_is_a_sentence(claims_of, text, denial):
    (claim,) = claims_of(text)
    assert claim.denial == denial


def test_a_loose_participle_is_denied_in_its_own_tense(claims_of):
    claims = claims_of("The ministry denied that the army attacked the bridge, killing 12 drivers.")
    assert [claim.denial for claim in claims] == [
        "The army did not attack the bridge",
        "The army did not kill 12 drivers",
    ]


def test_an_aside_between_dashes_goes_with_them(claims_of):
    claim, _ = claims_of("The guards — who had been warned in May — did not close the bridge.")
    assert claim.text == "The guards did not close the bridge"
