"""What looks like a statement once it is taken out of its sentence, and is none."""

from __future__ import annotations

import pytest

from checker.claims.factual import speaks_of_facts
from checker.records import Modality


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
