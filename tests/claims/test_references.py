import pytest


def texts(claims):
    return [claim.text for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Emmanuel Macron said he would visit the northern city.",
            "Emmanuel Macron would visit the northern city",
        ),
        ("Russia said that it would close the border.", "Russia would close the border"),
        ("The Ukrainians announced that they would leave the city.", "The Ukrainians would leave the city"),
        (
            "The Ukrainians announced that their country was ready for peace.",
            "The Ukrainians' country was ready for peace",
        ),
    ],
)
def test_a_pronoun_for_the_speaker_is_filled_in(claims_of, text, expected):
    assert texts(claims_of(text)) == [expected]


def test_a_subject_of_the_sentence_before_is_filled_in(claims_of):
    assert texts(
        claims_of("Vladimir Putin spoke to reporters.", "In June, he demanded a full withdrawal.")
    ) == ["In June, Vladimir Putin demanded a full withdrawal"]


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        (
            "Boris Johnson told reporters that the talks had failed.",
            "He said he would visit the northern city.",
            "Boris Johnson would visit the northern city",
        ),
        (
            "Boris Johnson told reporters that the talks had failed.",
            "He said his comments did not reflect the view of the cabinet.",
            "Boris Johnson's comments did not reflect the view of the cabinet",
        ),
    ],
)
def test_a_pronoun_for_a_speaker_who_is_one_himself_is_filled_in(claims_of, before, text, expected):
    assert expected in texts(claims_of(before, text))


@pytest.mark.parametrize(
    "text",
    [
        "He said she would visit the northern city.",
        "He told Emmanuel Macron that he would visit the northern city.",
    ],
)
def test_such_a_pronoun_stays_where_another_may_be_meant(claims_of, text):
    found = texts(claims_of("Boris Johnson told reporters that the talks had failed.", text))
    assert not any("Johnson would visit" in one for one in found)


@pytest.mark.parametrize(
    ("before", "wrong"),
    [
        ("Boris Johnson met Emmanuel Macron in Paris.", "Johnson would visit"),
        ("China is the leader in solar power.", "China would visit"),
    ],
)
def test_nobody_is_filled_in_for_he_where_two_are_named_or_none(claims_of, before, wrong):
    found = texts(claims_of(before, "He said he would visit the northern city."))
    assert not any(wrong in one for one in found)


def test_a_country_that_leads_is_no_person(claims_of):
    found = texts(claims_of("China is the leader in solar power.", "He signed the order on Monday."))
    assert not any("China signed" in one for one in found)


def test_what_is_explained_as_a_thing_is_one_though_it_speaks(claims_of):
    text = "Crooked Media, an internet publication, said on Twitter that it would cut ties with the guest."
    assert texts(claims_of(text)) == ["Crooked Media would cut ties with the guest"]


def test_whoever_was_the_nominee_is_a_person(claims_of):
    before = "Moore was the nominee in the special Senate election in Alabama."
    assert "Moore was expected to win against Doug Jones" in texts(
        claims_of(before, "He was expected to win against Doug Jones.")
    )


def test_a_second_that_clause_belongs_to_the_speaker_too(claims_of):
    text = "The ministry said it was releasing the letters, but that it would not turn over the records."
    assert texts(claims_of(text))[-1] == "The ministry would not turn over the records"


def test_a_name_that_an_earlier_sentence_showed_to_be_a_person_is_one(claims_of):
    claims = claims_of(
        "Russia spoke with Donald Trump.",
        "Trump has promised to end the war quickly, without detailing how he might do that.",
        "His return to the White House raises the prospect of a cut in aid to Ukraine.",
    )
    assert texts(claims)[0].startswith("Trump's return to the White House")


@pytest.mark.parametrize(
    "text",
    [
        "The Russian president has said they are forever part of Russia.",
        "They opened the border to trucks.",
        "His loss would be one of the worst blows of the war.",
    ],
)
def test_a_claim_about_nobody_knows_whom_is_dropped(claims_of, text):
    assert claims_of(text) == ()


def test_he_is_not_filled_in_when_it_may_be_either(claims_of):
    claims = claims_of("Maria Lopez met John Baker and he praised the budget.")
    assert texts(claims) == ["Maria Lopez met John Baker"]


def test_an_object_is_not_its_own_subject(claims_of):
    claims = claims_of("Linda Greenfield met him on Tuesday and assured him of support.")
    assert all(claim.text.count("Linda Greenfield") == 1 for claim in claims)


def test_a_possessive_whose_owner_the_claim_shows_stays(claims_of):
    assert texts(claims_of("Vladimir Putin may rescind his opposition to the treaty.")) == [
        "Vladimir Putin may rescind his opposition to the treaty"
    ]


def test_its_in_a_coordinated_subject_belongs_to_the_first(claims_of):
    claims = claims_of("Russia invaded Ukraine.", "The US and its allies have poured money into Ukraine.")
    assert texts(claims) == ["The US and its allies have poured money into Ukraine"]


def test_it_in_what_somebody_elses_statement_says_is_left_alone(claims_of):
    (claim,) = claims_of(
        "Ukraine claims that the Russian statement that it will reduce the bombing is false."
    )
    assert claim.text.startswith("The Russian statement that it will")


def test_who_reported_it_is_not_what_it_stands_for(claims_of):
    claims = claims_of(
        "Officials are asking Ukraine to show that it is willing to talk, the Washington Post has reported."
    )
    assert all("Post" not in claim.text for claim in claims)


def test_themselves_and_himself_are_never_replaced(claims_of):
    (claim,) = claims_of("Under a decree that Zelensky signed, talks with Putin himself are impossible.")
    assert "Putin himself" in claim.text
