import pytest

from checker.records import Modality


def texts(claims):
    return [claim.text for claim in claims]


def test_coordinated_verbs_share_their_subject(claims_of):
    claims = claims_of("The company closed two mines and sold its fleet.")
    assert texts(claims) == ["The company closed two mines", "The company sold its fleet"]


def test_coordinated_verbs_share_their_auxiliaries_and_their_modality(claims_of):
    claims = claims_of("Parliament should adopt the budget and publish the figures.")
    assert texts(claims) == ["Parliament should adopt the budget", "Parliament should publish the figures"]
    assert {claim.modality for claim in claims} == {Modality.DEMANDED}


def test_what_follows_from_a_condition_is_conditional_in_all_its_parts(claims_of):
    claims = claims_of(
        "If the bank raises interest rates, house prices will fall and real wages will shrink."
    )
    assert set(texts(claims)) == {
        "The bank raises interest rates",
        "House prices will fall",
        "Real wages will shrink",
    }
    assert {claim.modality for claim in claims} == {Modality.CONDITIONAL}


def test_a_bare_verb_goes_with_the_demand_not_with_the_relative_clause_before_it(claims_of):
    claims = claims_of(
        "In June, Putin demanded that Ukraine fully withdraw from the four territories that Russia has "
        "unilaterally claimed as its own and abandon its NATO ambitions before a ceasefire takes effect."
    )
    assert texts(claims) == [
        "In June, Putin demanded that Ukraine fully withdraw from the four territories",
        "In June, Putin demanded that Ukraine abandon its NATO ambitions before a ceasefire takes effect",
    ]
    assert {claim.modality for claim in claims} == {Modality.ASSERTED}


def test_a_loose_relative_clause_is_a_claim_of_its_own(claims_of):
    claims = claims_of("Macron, who arrived in Kyiv on Monday, praised the army.")
    assert texts(claims) == ["Macron praised the army", "Macron arrived in Kyiv on Monday"]


def test_a_short_restrictive_relative_clause_stays(claims_of):
    assert texts(claims_of("The parliament passed a law that forbids strikes.")) == [
        "The parliament passed a law that forbids strikes"
    ]


def test_which_after_a_bare_noun_makes_no_claim(claims_of):
    claims = claims_of("Kyiv says that civilians have been deported by force, which would be a war crime.")
    assert texts(claims) == ["Civilians have been deported by force"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Although the bank raised interest rates, prices kept rising in May.",
            {"Prices kept rising in May", "The bank raised interest rates"},
        ),
        (
            "Prices fell in the north, while wages rose in the south.",
            {"Prices fell in the north", "Wages rose in the south"},
        ),
        (
            "The mine closed last week, partly because coal has become cheap.",
            {"The mine closed last week", "Coal has become cheap"},
        ),
    ],
)
def test_factual_subordinate_clauses_are_claims_of_their_own(claims_of, text, expected):
    claims = claims_of(text)
    assert set(texts(claims)) == expected
    assert {claim.modality for claim in claims} == {Modality.ASSERTED}


def test_what_limits_a_statement_stays_in_it(claims_of):
    (claim,) = claims_of("Ukraine will not resume talks until the last soldier has gone home.")
    assert claim.text == "Ukraine will not resume talks until the last soldier has gone home"


def test_a_short_predicate_keeps_its_purpose_and_a_long_one_loses_it(claims_of):
    assert texts(claims_of("Ukraine has worked hard to show Putin a way out of the war.")) == [
        "Ukraine has worked hard to show Putin a way out of the war"
    ]
    assert texts(
        claims_of(
            "Top aides have been in private talks in recent months to reduce the risk of a wider conflict."
        )
    ) == ["Top aides have been in private talks in recent months"]


def test_an_as_clause_after_a_passive_is_cut_off_as_a_whole(claims_of):
    claims = claims_of(
        "Peskov's remarks were met with immediate skepticism by Western officials as Russia's invasion of "
        "Ukraine passed its 1,000th day."
    )
    assert texts(claims) == [
        "Peskov's remarks were met with immediate skepticism by Western officials",
        "Russia's invasion of Ukraine passed its 1,000th day",
    ]


def test_connectives_go_and_still_stays(claims_of):
    assert texts(claims_of("However, Putin is still demanding full control of the region.")) == [
        "Putin is still demanding full control of the region"
    ]


def test_verbs_that_share_their_object_stay_together(claims_of):
    assert texts(claims_of("The decision could complicate and delay any settlement.")) == [
        "The decision could complicate and delay any settlement"
    ]


def test_an_infinitive_goes_with_any_subject(claims_of):
    claims = [claim.text for claim in claims_of("This plan would cut taxes and have a large effect on jobs.")]
    assert any("effect on jobs" in text and text.startswith("This plan") for text in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels are no danger, given that the army holds the whole coast.",
            ["The rebels are no danger", "The army holds the whole coast"],
        ),
        (
            "The village was quiet until soldiers took the bridge.",
            ["The village was quiet until soldiers took the bridge", "Soldiers took the bridge"],
        ),
        (
            "The vote confirms an old fear: young voters will stay at home.",
            ["The vote confirms an old fear", "Young voters will stay at home"],
        ),
        (
            "There was a time of peace — Bob Marsh once wrote a book about it.",
            ["There was a time of peace", "Bob Marsh once wrote a book about it"],
        ),
        (
            "The mayor wasn't able to open the bridge because the steel had not arrived.",
            ["The mayor wasn't able to open the bridge", "The steel had not arrived"],
        ),
        (
            "The two towns differ in that one has a harbour.",
            ["The two towns differ in that one has a harbour"],
        ),
        (
            "The army fought as badly as the rebels fought in May.",
            ["The army fought as badly as the rebels fought in May"],
        ),
        ("There are many good reasons to stay, don't forget that.", ["There are many good reasons to stay"]),
    ],
)
def test_a_second_statement_is_one_of_its_own_and_a_limit_is_none(claims_of, text, expected):
    assert sorted(texts(claims_of(text))) == sorted(expected)


def test_a_fact_is_one_also_in_a_condition(claims_of):
    claims = claims_of("If Kyiv accepts the fact that the army has lost the town, talks may begin.")
    assert {claim.text: claim.modality for claim in claims}["The army has lost the town"] is Modality.ASSERTED


def test_nor_negates_what_follows_it(claims_of):
    claims = claims_of("Bob Marsh has no authority, nor is there a law that gives the mayor such power.")
    assert ("There is not a law that gives the mayor such power", True) in [
        (claim.text, claim.negated) for claim in claims
    ]


@pytest.mark.parametrize(
    "text", ["Here's a guide to the new tax.", "Not so, officials said.", "There was no doubt."]
)
def test_what_only_points_elsewhere_is_no_claim(claims_of, text):
    assert texts(claims_of(text)) == []


def test_a_sentence_that_is_only_a_condition_asserts_nothing(claims_of):
    claims = claims_of("But not until the old king approves the law.")
    assert {claim.modality for claim in claims} <= {Modality.CONDITIONAL}


def test_a_condition_may_do_without_if(claims_of):
    (claim,) = claims_of("Should the mayor lose the vote, the council will close the harbour.")
    assert (claim.text, claim.modality) == ("The council will close the harbour", Modality.CONDITIONAL)


@pytest.mark.parametrize("aside", ["damaged by a fire", "which was damaged by a fire"])
def test_what_a_denial_says_by_the_way_is_not_denied(claims_of, aside):
    (claim,) = claims_of(f"The firm denied that the bridge, {aside}, is closed to trucks.")
    assert claim.text == "The bridge is closed to trucks"


@pytest.mark.parametrize(
    ("text", "awaited"),
    [
        ("The ban will come when the court agrees to hear the case.", "The court agrees to hear the case"),
        ("The firm will pay the men after the bank opens its doors.", "The bank opens its doors"),
    ],
)
def test_what_a_coming_event_waits_for_is_not_said(claims_of, text, awaited):
    said = [claim.text for claim in claims_of(text) if claim.modality is Modality.ASSERTED]
    assert awaited not in said
