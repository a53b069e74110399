import pytest

from checker.claims.clauses import clauses
from checker.records import Modality, Stance

CONTENT = "The army had left the northern city"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry dismissed as false reports that the army had left the northern city.", "The ministry"),
        ("The ministry refuted claims that the army had left the northern city.", "The ministry"),
        ("The ministry rejected allegations that the army had left the northern city.", "The ministry"),
        ("Kyiv pushed back on reports that the army had left the northern city.", "Kyiv"),
        ("The minister ruled out that the army had left the northern city.", "The minister"),
        ("Reports that the army had left the northern city were denied by the ministry.", "The ministry"),
        ("It is not true that the army had left the northern city.", None),
        ("It is false that the army had left the northern city.", None),
        ("Contrary to reports that the army had left the northern city, the governor stayed.", None),
    ],
)
def test_what_is_denied_is_the_proposition_with_the_stance_denies(claims_of, text, speaker):
    (claim,) = claims_of(text)
    assert (claim.text, claim.stance, claim.speaker_name) == (CONTENT, Stance.DENIES, speaker)
    assert claim.denial == "The army had not left the northern city"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Experts cast doubt on claims that the army had left the northern city.", Stance.QUESTIONS),
        ("Experts questioned whether the army had left the northern city.", Stance.QUESTIONS),
        ("The Pentagon refused to say whether the army had left the northern city.", Stance.QUESTIONS),
        ("The Pentagon would not confirm that the army had left the northern city.", Stance.HEDGES),
        ("The Pentagon could not confirm reports that the army had left the northern city.", Stance.HEDGES),
        (
            "The spokesman declined to comment on reports that the army had left the northern city.",
            Stance.HEDGES,
        ),
        ("The ministry did not rule out that the army had left the northern city.", Stance.HEDGES),
    ],
)
def test_who_doubts_or_leaves_open_asserts_nothing_and_denies_nothing(claims_of, text, stance):
    (claim,) = claims_of(text)
    assert (claim.text, claim.stance, claim.denial) == (CONTENT, stance, None)


def test_a_denial_of_what_is_not_said_to_be_so_is_no_denial(claims_of):
    (claim,) = claims_of("The ministry denied that it is false that the army had left the northern city.")
    assert claim.stance is Stance.HEDGES


def test_no_such_talks_took_place_is_an_assertion_with_a_negation(claims_of):
    (claim,) = claims_of("Peskov said no such talks took place.")
    assert (claim.stance, claim.negated, claim.speaker_name) == (Stance.ASSERTS, True, "Peskov")


@pytest.mark.parametrize(
    ("text", "denied", "denier"),
    [
        ("Kyiv says the measures included deportations, a war crime Russia denies.", "included", "Russia"),
        ("Kyiv says that civilians were deported by force, which Russia denies.", "deported", "Russia"),
        ("Civilians were deported to the east, an accusation that Moscow rejects.", "deported", "Moscow"),
    ],
)
def test_a_relative_clause_that_denies_makes_a_denial_of_the_clause_before(parser, text, denied, denier):
    (doc,) = parser.parse([text])
    found = [
        (clause.head.text, clause.frame.speaker.text)
        for clause in clauses(doc)
        if clause.frame.stance is Stance.DENIES
    ]
    assert found == [(denied, denier)]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv published the charges that Russia denies.",
        "Kyiv says that civilians were deported by force, which Russia does not deny.",
        "The man who denies the charges was deported by force.",
    ],
)
def test_other_relative_clauses_deny_nothing(parser, text):
    (doc,) = parser.parse([text])
    assert all(clause.frame.stance is not Stance.DENIES for clause in clauses(doc))


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine will hold talks as long as Russia withdraws its troops from the city.",
        "Ukraine will hold talks provided that Russia withdraws its troops from the city.",
        "Ukraine will hold talks unless Russia attacks the northern city again.",
    ],
)
def test_conditions_make_a_claim_conditional(claims_of, text):
    assert {claim.modality for claim in claims_of(text)} == {Modality.CONDITIONAL}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Syria denies that its troops were behind the attack, arguing that rebels had used the gas.",
            "Rebels had used the gas",
        ),
        ("Critics dismiss the fact that the army had left the northern city.", CONTENT),
    ],
)
def test_what_the_denier_adds_and_what_is_called_a_fact_is_not_denied(claims_of, text, told):
    assert (told, Stance.ASSERTS) in [(claim.text, claim.stance) for claim in claims_of(text)]


def test_what_nothing_shows_is_left_open(claims_of):
    (claim,) = claims_of("Nothing indicated that the army had left the northern city, Ann Lee said.")
    assert claim.stated == "Nothing indicated that the army had left the northern city"
    assert claim.speaker_name == "Ann Lee"


def test_a_verb_that_does_not_go_with_what_is_denied_is_not_part_of_it(claims_of):
    text = "Detectives do not believe that any robbery took place and are investigating the four swimmers."
    assert not any("robbery are" in claim.stated for claim in claims_of(text))


def test_ever_goes_with_the_polarity(claims_of):
    (claim,) = claims_of("Manafort denied ever doing work for the government of Ukraine.")
    assert claim.denial == "Manafort was not doing work for the government of Ukraine"


@pytest.mark.parametrize(
    "text",
    [
        "Trump denied that talks with China had broken down after Washington raised the tariffs again.",
        "The firm denied that the talks had broken down and insists that Washington raised the tariffs.",
        "The firm denied that Lee had said that Washington raised the tariffs again.",
    ],
)
def test_what_stands_beside_a_denied_clause_is_not_denied(claims_of, text):
    denied = [claim.text for claim in claims_of(text) if claim.stance is Stance.DENIES]
    assert not any("Washington raised" in claim for claim in denied)
