import pytest


def texts(claims):
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Teachers demanded that the council hire new staff and repair the schools.",
            [
                "Teachers demanded that the council hire new staff",
                "Teachers demanded that the council repair the schools",
            ],
        ),
        (
            "The minister insists on closing the mines and selling the fleet.",
            ["The minister insists on closing the mines", "The minister insists on selling the fleet"],
        ),
        (
            "The city wants to sell its bridge and to plant more trees.",
            ["The city wants to sell its bridge", "The city wants to plant more trees"],
        ),
    ],
    ids=["that-clause", "gerund", "infinitive"],
)
def test_each_coordinated_part_of_a_complement_is_a_claim(claims_of, text, expected):
    assert texts(claims_of(text)) == expected


def test_an_adverb_of_the_first_part_does_not_spread_to_the_second(claims_of):
    claims = texts(claims_of("Moscow demands that Kyiv fully withdraw its troops and abandon its plan."))
    assert claims == [
        "Moscow demands that Kyiv fully withdraw its troops",
        "Moscow demands that Kyiv abandon its plan",
    ]


def test_coordinated_nouns_stay_together(claims_of):
    assert texts(claims_of("The city plans to sell the bridge and the road.")) == [
        "The city plans to sell the bridge and the road"
    ]
