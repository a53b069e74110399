import pytest


def texts(claims):
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The charity, founded in a small kitchen, feeds many families.",
            "The charity was founded in a small kitchen",
        ),
        (
            "The rule, announced as a small reform, bans all ferries.",
            "The rule was announced as a small reform",
        ),
        ("Denmark cut its main rate, seeking to calm the market.", "Denmark sought to calm the market"),
        (
            "Denmark cut its main rate, seeking to calm the market as investors sold the krone.",
            "Investors sold the krone",
        ),
        ("Bob Marsh saw drivers running to the old bridge.", "Drivers were running to the old bridge"),
    ],
)
def test_a_loose_participle_says_something_of_its_own(claims_of, text, expected):
    assert expected in texts(claims_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Cole answered on Monday by saying that only two people were hurt.",
            "Only two people were hurt",
        ),
        (
            "Ann Cole resigned after learning that the mill had lost its money.",
            "The mill had lost its money",
        ),
    ],
)
def test_a_report_behind_a_preposition_has_its_speaker(claims_of, text, expected):
    assert (expected, "Ann Cole") in [(claim.text, claim.speaker_name) for claim in claims_of(text)]


def test_nobody_says_it_without_saying(claims_of):
    claims = claims_of("Ann Cole resigned without saying that the mill had lost its money.")
    assert "The mill had lost its money" not in texts(claims)


def test_what_shall_not_be_seen_did_not_happen(claims_of):
    claims = claims_of("Bob Marsh did not see drivers running to the old bridge.")
    assert "Drivers were running to the old bridge" not in texts(claims)


@pytest.mark.parametrize(
    "verb", ["did not answer", "could answer", "will answer", "can win votes", "did not calm the voters"]
)
def test_what_nobody_did_is_not_said_by_doing_it(claims_of, verb):
    claims = claims_of(f"The mayor {verb} by claiming that the harbour was closed.")
    assert not any(claim.speaker_name for claim in claims)
