"""What looks like a statement once it is taken out of its sentence, and is none."""

from __future__ import annotations

import pytest

from checker.claims.factual import speaks_of_facts
from checker.records import Modality, Stance


@pytest.fixture
def facts(claims_of):
    """The claims of a text that say what is the case, as bare words."""
    return lambda text: [claim.stated for claim in claims_of(text) if speaks_of_facts(claim)]


def test_what_was_predicted_of_the_past_is_not_what_came(facts):
    assert facts("Analysts polled by the bank had predicted that exports fell by 3% in May.") == []
    assert facts("Traders expected that the mine produced 40,000 tons in June.") == []


def test_a_prediction_of_what_is_to_come_is_somebodys_view(facts):
    assert facts("Analysts predict that exports will fall next year.") == ["Exports will fall next year"]


@pytest.mark.parametrize(
    "text",
    [
        "She said the owners will either accept the offer or lose the harbour.",
        "The owners will either sell the harbour or close it.",
        "The owners either don't know the harbour or forgot it.",
    ],
)
def test_one_of_two_ways_is_not_said(facts, text):
    assert facts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The court could dismiss the idea that the charter requires towns to license bars.",
        "The mayor can announce that he is closing the bridge.",
        "The minister might say that the bridge is closed.",
        "The report could show that the bank knew of the fraud.",
    ],
)
def test_what_may_be_reported_is_no_report(facts, text):
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ministry can confirm that two sailors were rescued.", "Two sailors were rescued"),
        ("The judge would only say that the trial begins on Monday.", "The trial begins on Monday"),
        ("I would say that the town is safe.", "The town is safe"),
        ("Lind said he can see that the harbour is closed.", "The harbour is closed"),
    ],
)
def test_what_one_can_confirm_is_said(facts, text, said):
    assert facts(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "It is unlikely that the treaty will be signed.",
        "The envoy said it's becoming less likely that a treaty can be signed before winter.",
        "It is not likely that the treaty will be signed.",
        "The envoys are skeptical that the treaty will be signed.",
    ],
)
def test_what_is_unlikely_is_not_said_even_perhaps(facts, text):
    assert facts(text) == []


def test_what_is_likely_is_said_perhaps(facts):
    assert facts("It is likely that the treaty will be signed.") == ["The treaty will be signed"]


def test_that_there_is_none_somewhere_is_said_of_nowhere(facts):
    assert "There is no minimum wage" not in facts("He praised towns where there is no minimum wage.")
    assert "There is no minimum wage" not in facts("He praised Denmark, where there is no minimum wage.")


def test_a_contracted_would_is_one(facts):
    assert facts("Mr. Lind said he'd support a higher toll on trucks.") == [
        "Lind would support a higher toll on trucks"
    ]
    assert facts("He'd be wrong about the toll.") == []


def test_a_refusal_keeps_what_it_refuses(facts):
    (claim,) = facts(
        "The mayor is not going to sign any contract that somehow stops the tram from reaching the harbour."
    )
    assert claim.endswith("any contract that somehow stops the tram from reaching the harbour")


def test_it_that_was_an_exercise_is_not_the_country_that_speaks(facts):
    assert facts("Norway says it was merely a peaceful exercise to put a balloon into the air.") == []
    assert facts("Norway says it will sign the treaty in May.") == ["Norway will sign the treaty in May"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Space is running short, and so are the ways to save the harbour.", ["Space is running short"]),
        ("The ferry will be late, and so will the trams of the harbour.", ["The ferry will be late"]),
        ("The ferry is late today, nor does the union expect a strike.", ["The ferry is late today"]),
    ],
)
def test_what_refers_back_is_no_claim(facts, text, said):
    assert facts(text) == said


def test_a_bare_verb_that_does_not_go_with_the_subject_is_no_claim(facts):
    found = facts(
        "The speaker has fought with Lind on bills to avoid a strike, raise the toll and renew tax breaks."
    )
    assert not any(claim.startswith("The speaker re") for claim in found)


def test_what_somebody_could_see_was_there(facts):
    assert facts("The divers could see that the ferry was damaged.") == ["The ferry was damaged"]
    assert facts("The divers could have seen that the ferry was damaged.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Lind said not that the ferry was unsafe but that it was late.",
        "Lind said neither that the ferry was unsafe nor that it was late.",
    ],
)
def test_what_is_said_not_to_be_said_is_not_said_for_sure(claims_of, text):
    assert not any(claim.modality is Modality.ASSERTED for claim in claims_of(text))


def test_what_is_not_only_said_is_said(facts):
    assert "The ferry was unsafe" in facts(
        "Lind said not only that the ferry was unsafe but that it was late."
    )


@pytest.mark.parametrize(
    "text",
    [
        "She can pick her poison: either admit that the fee is a tax, or concede that the law is void.",
        "It is almost as if the harbour race doesn't exist.",
        "The town acts as though the bank had failed.",
        "Next week you will be arguing that the fee is a tax.",
        "The council is not sure that the bridge is safe.",
        "The engineers are not convinced that the bridge is safe.",
    ],
)
def test_what_nobody_says_is_left_out(facts, text):
    assert not any(
        words in fact.casefold()
        for fact in facts(text)
        for words in ("tax", "void", "exist", "failed", "safe")
    )


def test_a_second_person_who_says_so_now_says_so(facts):
    assert facts("You argue that the fee is a tax.") == ["The fee is a tax"]


def test_what_will_not_be_seen_is_not_said(facts):
    assert "Your taxes go up" not in facts('"You will not see your taxes go up," Lind said.')
    assert "The guards leave the gate" not in facts("Nobody saw the guards leave the gate.")


def test_what_should_have_been_done_was_not(facts):
    assert facts("Lind should have abided by custom and released his returns.") == []
    assert "The bank could have closed the harbour" in facts(
        "The bank could have sold the mine and closed the harbour."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The company should have closed the mine in May but kept it open.", "The company kept"),
        ("The police should have been told, and arrested the man.", "The police arrested"),
    ],
)
def test_what_was_done_instead_is_said(facts, text, said):
    assert not any("should have kept" in fact or "been arrested" in fact for fact in facts(text))
    assert any(fact.startswith(said) for fact in facts(text))


def test_what_has_been_done_twice_is_said_twice(facts):
    assert facts("Lind has sold the mine and closed the harbour.") == [
        "Lind has sold the mine",
        "Lind closed the harbour",
    ]


def test_what_has_happened_before_is_no_condition(facts):
    text = "Germany is in shock after a gunman has killed nine people."
    assert "A gunman has killed nine people" in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "When a fee is placed on foreign steel, the buyer pays more.",
        "When someone loses the key, the owner pays for the lock.",
    ],
)
def test_what_happens_whenever_it_does_is_no_event(facts, text):
    assert not any("fee is placed" in fact or "loses the key" in fact for fact in facts(text))


def test_a_past_event_with_when_is_one(facts):
    assert "A bomb hit the station" in facts("The train stopped when a bomb hit the station.")


@pytest.mark.parametrize(
    "text",
    [
        "Lind repeated a false claim on the campaign trail: that he opposed the war.",
        "The mayor repeated the debunked report that Lind opposed the war.",
    ],
)
def test_a_false_claim_is_denied(facts, text):
    assert "Lind did not oppose the war" in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was not a false claim that the bank had failed.",
        "Checkers found no false claims that the bank had failed.",
        "There was no bogus report that the bank had failed.",
        "The office issued a false denial that the bank had failed.",
        'Lind repeated what he called a "false" claim that the bank had failed.',
    ],
)
def test_what_is_not_called_false_is_not_denied(facts, text):
    assert "The bank had not failed" not in facts(text)


def test_a_consequence_of_false_claims_is_no_claim(facts):
    text = "Lind made such false claims that the paper fired Lind in May."
    assert "The paper did not fire Lind in May" not in facts(text)


def test_who_rejects_a_false_report_is_who_denies_it(claims_of):
    found = claims_of("Moscow rejected false reports that the army had fled.")
    assert [(claim.speaker_name, claim.stance) for claim in found] == [("Moscow", Stance.DENIES)]


def test_what_stands_inside_a_doubted_report_is_doubted_with_it(claims_of):
    text = (
        "We found no evidence to support the claim that Lind, while he was running the bank, sold the mine."
    )
    assert {claim.modality for claim in claims_of(text)} == {Modality.HEDGED}


def test_verbs_with_a_prefix_stay_whole(facts):
    assert facts("Lind re-entered the taxi after the vote.") == ["Lind re-entered the taxi after the vote"]
    assert facts("Lind said he would not re-fight the battle.") == ["Lind would not re-fight the battle"]


def test_a_second_subject_is_not_what_the_first_one_is(facts):
    found = facts("It's a dissident group and its primary mission is to overthrow the regime in Iran.")
    assert not any(fact.startswith("It is to") for fact in found)


@pytest.mark.parametrize(
    "text",
    [
        "One of the models assumes that the state will close the schools.",
        "Nothing indicated that the state will close the schools, Lind said.",
    ],
)
def test_what_a_model_assumes_is_not_said(facts, text):
    assert "The state will close the schools" not in facts(text)


def test_what_might_be_assumed_is_not_said(facts):
    assert facts("One might assume that the state will close the schools.") == []


def test_what_somebody_assumes_is_said_perhaps(facts):
    text = "Lind, who wrote the budget, assumes that the state will close the schools."
    assert "The state will close the schools" in facts(text)


def test_what_one_assumes_oneself_is_said_perhaps(facts):
    assert facts("I assume that the state will close the schools.") == ["The state will close the schools"]


def test_a_list_under_cannot_is_denied_to_its_end(facts):
    found = facts("Millions can't pay rent, afford food, and are sinking into debt.")
    assert "Millions can afford food" not in found
    assert "Millions can not afford food" in found


def test_what_and_joins_to_a_denied_verb_is_left_open(facts):
    found = facts("The owners will not accept the offer and close the harbour.")
    assert not any("close the harbour" in fact for fact in found if "accept" not in fact)
    assert "The owners will close the harbour" in facts(
        "The owners will not accept the offer but close the harbour."
    )


def test_and_after_a_negated_object_goes_on(facts):
    found = facts("The government will impose no new taxes and build 400 schools.")
    assert "The government will build 400 schools" in found


def test_a_reason_that_is_none_is_left_out(facts):
    found = facts("The witnesses are here because they were called, not because they are against the trial.")
    assert "The witnesses are against the trial" not in found
    assert not any("here not" in fact for fact in found)


def test_an_aside_that_somebody_denies_is_not_what_may_come_of_it(claims_of):
    found = claims_of(
        "The remarks could fan speculation about the origins of the virus — something China has dismissed."
    )
    assert not any(claim.stance is Stance.DENIES for claim in found)
    found = claims_of("The thinking was this would help them — a conclusion since disputed by research.")
    assert not any(claim.stance is Stance.DENIES for claim in found)


def test_what_somebody_fears_and_another_denies_stays_denied(claims_of):
    found = claims_of("Officials believe that Russia shelled the hospital, a charge Moscow denies.")
    assert any(claim.stance is Stance.DENIES and claim.speaker_name == "Moscow" for claim in found)


def test_a_rule_that_something_goes_by_is_nobody_who_says_it(claims_of):
    (claim,) = claims_of("The shops will open according to specific guidance that we will provide.")
    assert claim.speaker is None
    (claim,) = claims_of("The shops will open in May, according to the ministry.")
    assert claim.speaker_name == "The ministry"
    (claim,) = claims_of("According to the plan, the shops will open in May.")
    assert claim.speaker_name == "The plan"


@pytest.mark.parametrize(
    "text",
    [
        "Officials did not say that the bank had failed.",
        "The statement doesn't explicitly say that the bank had failed.",
        "The agency does not have proof that the bank had failed.",
        "There is no evidence that the bank had failed.",
        "He said it was just as likely that the bank had failed.",
        "No proof exists that the bank had failed.",
        "There is scant evidence that the bank had failed.",
        "Not a single witness said that the bank had failed.",
        "Neither Lind nor Cole said that the bank had failed.",
    ],
)
def test_what_is_not_said_or_shown_is_left_open(facts, text):
    assert "The bank had failed" not in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lind did not merely say that the bank had failed.",
        "You will see that the bank had failed.",
        "Lind did not hide the evidence that the bank had failed.",
    ],
)
def test_what_is_said_with_more_or_shown_is_said(facts, text):
    assert "The bank had failed" in facts(text)


def test_what_is_said_of_somebody_in_fears_is_said(facts):
    text = "There are fears that Putin, who has led Russia since 1999, will attack the town."
    assert "Putin has led Russia since 1999" in facts(text)


def test_either_at_the_end_offers_nothing(facts):
    assert facts("No minister attended the meeting either, or sent a letter.")


def test_what_somebody_does_not_know_is_so(facts):
    assert facts("Lind does not know that the bank has failed.") == ["The bank has failed"]


def test_who_denies_one_thing_does_another(facts):
    found = facts(
        "Russia has denied the Syrian regime carried out the chemical attack, which killed more than 80 "
        "people, and has denounced the US missile strike as illegal."
    )
    assert "The Syrian regime did not carry out the chemical attack" in found
    assert not any("denounced" in fact and "regime" in fact for fact in found)
    found = facts("Moscow has denied that its soldiers crossed the border and have killed civilians.")
    assert not any(fact.startswith("Moscow have") for fact in found)


def test_what_one_is_not_the_first_to_do_is_done(facts):
    found = facts("Lind isn't the first mayor who has come into office only to drop all of his promises.")
    assert not any(fact.startswith("The first mayor has") for fact in found)
