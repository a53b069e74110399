import pytest

from checker.claims import given_names


@pytest.mark.parametrize(
    ("pronoun", "name", "may"),
    [
        ("she", "Donald Sterling", False),
        ("he", "Donald Sterling", True),
        ("he", "Hillary Clinton", False),
        ("her", "Hillary Clinton", True),
        ("she", "Mr. Sterling", False),
        ("he", "Ms. Ford", False),
        ("she", "Sterling", True),
        ("she", "King", True),
        ("she", "King Charles", False),
        ("he", "Xi Jinping", True),
        ("she", "Xi Jinping", True),
        ("it", "Donald Sterling", True),
        ("she", "Elizabeth Warren", True),
        ("he", "Stephen Elizabeth Warren", True),
    ],
)
def test_a_name_that_goes_with_one_gender_rules_the_other_out(pronoun, name, may):
    assert given_names.may_be(pronoun, name.split()) is may


def test_she_is_not_donald(claims_of):
    claims = claims_of(
        "Donald Sterling gave his assistant a car.", "She never took advantage of the owner of the club."
    )
    assert not any("Sterling never" in claim.text for claim in claims)


def test_a_subject_is_not_whom_its_own_verb_names(claims_of):
    claims = claims_of(
        "Lee said that Sterling was congenial and said he never heard bad words from Sterling."
    )
    assert not any("Sterling never" in claim.text for claim in claims)


def test_whose_lawyer_he_is_says_nothing_of_him(claims_of):
    claims = claims_of("Melania Trump's lawyer met the judge.", "He asked the court for three more weeks.")
    assert any(claim.text.startswith("Melania Trump's lawyer asked") for claim in claims)
