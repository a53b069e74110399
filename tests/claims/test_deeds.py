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


@pytest.fixture
def claims_of_two():
    def claims(first, second):
        text = f"{first} {second}"
        article = Article(id="1", source="Post", text=text, published="2019-02-10")
        at = len(first) + 1
        sentences = [Sentence(article, 0, len(first)), Sentence(article, at, len(text))]
        return list(extract(sentences, shared_parser()))[1]

    return claims


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
        "A federal judge dismissed the corruption charges against Menendez.",
        "Barr denied Trump's claims of fraud.",
        "Lee denied Russia's involvement in the attack.",
        "Lee denied direct involvement in the killing.",
        "Kremlin spokesman Dmitry Peskov denied any involvement in the poisoning.",
        "Turkey denies the genocide of the Armenians.",
        "The police denied corruption in the city.",
        "Lee will deny fraud in court on Monday.",
    ],
)
def test_other_nouns_other_deniers_and_no_denials_stay_as_they_are(text):
    assert all(claim.stance is not Stance.DENIES for claim in claims_of(text))


def test_the_span_of_the_claim_holds_the_words_of_the_deed():
    text = "Trump denied any collusion with Russia."
    (claim,) = claims_of(text)
    assert text[claim.start : claim.end] == "collusion with Russia"
    assert text[claim.cue.start : claim.cue.end] == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Facebook has been accused of discrimination.",
        "Facebook has been accused of spying on its users.",
        "It accused Ukraine of espionage against the fleet.",
    ],
)
def test_an_accusation_without_an_accuser_is_hedged_and_nobodys(text):
    (claim,) = claims_of(text)
    assert (claim.stance, claim.speaker_name) == (Stance.HEDGES, None)


def test_the_accuser_is_never_taken_for_the_accused():
    assert all(
        "Donald Trump committed" not in c.text
        for c in claims_of("He was accused by Donald Trump of treason.")
    )


def test_a_denial_after_another_verb_and_in_a_relative_clause_is_found():
    for text in (
        "Lee met the press on Monday and denied fraud.",
        "Lee, who denied fraud on Monday, has left the party.",
    ):
        (denied,) = [claim for claim in claims_of(text) if claim.stance is Stance.DENIES]
        assert denied.text == "Lee committed fraud"


def test_a_pronoun_that_denies_is_who_the_sentence_before_tells_of(claims_of_two):
    (claim,) = claims_of_two("Andrew McCabe was fired on Friday.", "He has denied wrongdoing.")
    assert claim.denial == "Andrew McCabe did not engage in wrongdoing"
