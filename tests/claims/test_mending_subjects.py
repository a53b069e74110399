import pytest


def texts(claims):
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The firm has found that customers it wants to win are also spending more time at home.",
            "Customers the firm wants to win are spending more time at home",
        ),
        ("Farmers, meanwhile, want rain by the end of May.", "Farmers want rain by the end of May"),
        (
            "Bob Marsh saw drivers leaving their cars and running to the old bridge.",
            "Drivers were running to the old bridge",
        ),
        (
            "Firms backed by the two banks lost a third of their value this year.",
            "Firms backed by the two banks lost a third of their value this year",
        ),
        (
            "The mayor has tried to change that in the past year because he knows that voters are angry.",
            "The mayor has tried to change that in the past year",
        ),
    ],
)
def test_a_verb_gets_its_own_subject_and_clause(claims_of, text, expected):
    assert expected in texts(claims_of(text))


def test_who_wrote_a_shouted_sentence_speaks_it(claims_of):
    (claim,) = claims_of('"The small team did nothing wrong!" he wrote.')
    assert claim.speaker_name == "He"
