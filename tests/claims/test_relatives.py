import pytest


def texts(claims):
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Cole, whose firm builds bridges, bought the old harbour.", "Ann Cole's firm builds bridges"),
        (
            "Ann Cole is a lawyer who served two terms in the state parliament of Ohio.",
            "Ann Cole served two terms in the state parliament of Ohio",
        ),
        (
            "The only senator, Bob Marsh of Ohio, who is up for re-election this autumn, spoke against it.",
            "Bob Marsh of Ohio is up for re-election this autumn",
        ),
    ],
)
def test_a_relative_clause_is_about_whom_it_describes(claims_of, text, expected):
    assert expected in texts(claims_of(text))


def test_people_rather_than_the_house_they_sit_in_say_something(claims_of):
    claims = claims_of("The plan angered farmers in Parliament, who said the tax would ruin small villages.")
    assert [(claim.text, claim.speaker_name) for claim in claims][1:] == [
        ("The tax would ruin small villages", "Farmers in Parliament")
    ]


def test_which_behind_a_time_stands_for_the_whole_clause(claims_of):
    claims = claims_of(
        "Profits fell by a third in the quarter, which would be the worst result since the war."
    )
    assert texts(claims) == ["Profits fell by a third in the quarter"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cole is not a lawyer who served two terms in the state parliament of Ohio.",
        "Ann Cole may be a lawyer who served two terms in the state parliament of Ohio.",
    ],
)
def test_who_may_not_be_such_a_one_did_nothing_of_it(claims_of, text):
    assert not any(found.startswith("Ann Cole served") for found in texts(claims_of(text)))
