import pytest


def texts(claims):
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (
            "The size of Maria Lopez's estate is not known.",
            "Banks must report such sums, but in May she asked for a delay.",
            "In May Maria Lopez asked for a delay",
        ),
        (
            "The new tax was drafted by Bob Marsh.",
            "His plan splits the small coalition parties.",
            "Bob Marsh's plan splits the small coalition parties",
        ),
        (
            "Bob Marsh said the strike would end.",
            "He thanked the unions as he signed the contract.",
            "Bob Marsh signed the contract",
        ),
        (
            "The mill closed in May.",
            "While the bank cut its rate, it raised its fees.",
            "The bank raised its fees",
        ),
        (
            "The mill closed in May.",
            "After ten miners died, the company closed the pit and they now refuse to pay damages.",
            "The company now refuse to pay damages",
        ),
        (
            "The mill closed in May.",
            '"She is wasting our time," Bob Marsh said of Ann Cole.',
            "Ann Cole is wasting our time",
        ),
        (
            '"Farmers are tired of this government.',
            'They want someone to repair the roads," Bob Marsh said.',
            "Farmers want someone to repair the roads",
        ),
    ],
)
def test_a_pronoun_is_filled_in_where_one_noun_alone_fits(claims_of, before, text, expected):
    assert expected in texts(claims_of(before, text))


@pytest.mark.parametrize(
    ("before", "text"),
    [
        # Two people, one of the other sex, one who is not named, one who is not what the sentence is about.
        ("Bob Marsh's letter to Tom Cole was made public.", "In May he asked for a delay."),
        ("The size of Maria Lopez's estate is not known.", "In May he asked for a delay."),
        ("The size of Maria Lopez's estate shocked her lawyer.", "In May she asked for a delay."),
        ("The town lies a mile from the house of Bob Marsh and a driver.", "In May he asked for a delay."),
        ("The choir began with a song for Maria Lopez.", "In May she asked for a delay."),
        # Somebody else in the sentence itself.
        ("The size of Bob Marsh's estate is not known.", "The judge asked why he had sold the house."),
        # What a share of people say is theirs.
        (
            "The Marshes make up two-thirds of the voters.",
            "So 44% of Americans say their income fell in May.",
        ),
        # A thing in front that is one of two.
        (
            "The mill closed in May.",
            "Although the noise about the new law is great, it is harmless to farmers.",
        ),
    ],
)
def test_a_pronoun_stays_where_somebody_else_may_be_meant(claims_of, before, text):
    found = " ".join(texts(claims_of(before, text)))
    assert not any(
        name in found for name in ("Marsh", "Lopez", "Cole", "noise about the new law is harmless")
    )


def test_who_speaks_behind_the_closing_mark_is_not_the_one_spoken_of(claims_of):
    assert texts(claims_of('He can easily swim across the lake," Marsh said.')) == []


def test_a_speaker_is_not_named_after_somebody_of_the_other_sex(claims_of):
    (claim,) = claims_of("Maria Lopez said the strike was over.", "He said the mill would open again.")
    assert claim.speaker_name == "He"


def test_of_two_people_with_one_surname_nobody_is_meant_for_sure(claims_of):
    claims = claims_of("Ann Lee, whose brother Mark Lee runs the bank, said he had hidden the money.")
    assert not any("Lee had hidden" in claim.text for claim in claims)


def test_he_may_be_the_client_as_well_as_the_lawyer(claims_of):
    assert claims_of("The lawyer for Carl Watt said he was innocent of the charge.") == ()
    (claim,) = claims_of("The lawyer for the firm said he was innocent of the charge.")
    assert claim.text == "The lawyer for the firm was innocent of the charge"


def test_who_is_told_may_be_meant(claims_of):
    assert not claims_of("Mr. Cole told the president that he was not a suspect.")
    (claim,) = claims_of("Mr. Cole told a judge that he was not a suspect.")
    assert claim.text == "Cole was not a suspect"


def test_a_name_with_who_is_a_person(claims_of):
    found = claims_of(
        "Burr sold his shares.",
        "Loeffler, who gave interviews on Friday, said on television that she was happy to answer, but she "
        "has not called on the committee.",
    )
    assert not any(claim.text.startswith("Burr has not") for claim in found)


def test_a_party_with_who_is_no_person(claims_of):
    found = claims_of("Labour, who lost the vote, said he would resign in May.")
    assert not any(claim.text == "Labour would resign in May" for claim in found)
