"""Deeds that stand as nouns: who denies them, who is accused of them."""

from __future__ import annotations

import pytest
from doubles import shared_parser

from checker.claims.extract import extract
from checker.records import Article, Sentence, Stance


def claims_of(text):
    article = Article(id="1", source="Post", text=text, published="2019-02-10")
    (found,) = extract([Sentence(article, 0, len(text))], shared_parser())
    return list(found)


@pytest.mark.parametrize(
    ("text", "speaker", "said", "denial"),
    [
        (
            "McCabe has denied wrongdoing.",
            "McCabe",
            "McCabe engaged in wrongdoing",
            "McCabe did not engage in wrongdoing",
        ),
        (
            "Fairfax denied the charge of sexual assault.",
            "Fairfax",
            "Fairfax committed sexual assault",
            "Fairfax did not commit sexual assault",
        ),
        (
            "Sessions denies racism charges.",
            "Sessions",
            "Sessions engaged in racism",
            "Sessions did not engage in racism",
        ),
        (
            "Trump denied any collusion with Russia.",
            "Trump",
            "Trump engaged in collusion with Russia",
            "Trump did not engage in collusion with Russia",
        ),
        (
            "Iran has denied responsibility for the strike.",
            "Iran",
            "Iran was responsible for the strike",
            "Iran was not responsible for the strike",
        ),
        (
            "Chen denied any role in the theft of the plans.",
            "Chen",
            "Chen had a role in the theft of the plans",
            "Chen had no role in the theft of the plans",
        ),
    ],
)
def test_a_deed_that_is_denied_is_a_proposition_about_who_denies_it(text, speaker, said, denial):
    (claim,) = claims_of(text)
    assert (claim.stance, claim.speaker_name) == (Stance.DENIES, speaker)
    assert (claim.text, claim.denial) == (said, denial)
    assert claim.subject == speaker


def test_a_deed_that_somebody_is_accused_of_is_said_by_the_accuser():
    (claim,) = claims_of("Two women have accused Fairfax of sexual assault.")
    assert (claim.stance, claim.speaker_name) == (Stance.ASSERTS, "Two women")
    assert claim.text == "Fairfax committed sexual assault"


def test_what_goes_on_after_the_denial_is_a_claim_of_its_own():
    denied, paid = claims_of("The firm denied wrongdoing and paid a fine of $3 million.")
    assert (denied.stance, paid.stance) == (Stance.DENIES, Stance.ASSERTS)
    assert paid.text == "The firm paid a fine of $3 million"


@pytest.mark.parametrize(
    "text",
    [
        "The court denied bail to the suspect.",
        "Lee did not deny wrongdoing.",
        "The ministry rejected corruption in every form.",
        "Her lawyer denied wrongdoing.",
        "The senate denied the request of the minister.",
        "Smith may have denied fraud.",
    ],
)
def test_other_nouns_other_deniers_and_no_denials_stay_as_they_are(text):
    assert all(claim.stance is not Stance.DENIES for claim in claims_of(text))


def test_the_span_of_the_claim_holds_the_words_of_the_deed():
    text = "Trump denied any collusion with Russia."
    (claim,) = claims_of(text)
    assert text[claim.start : claim.end] == "collusion with Russia"
    assert text[claim.cue.start : claim.cue.end] == "denied"
