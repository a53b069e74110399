import pytest

from checker.claims.clauses import clauses
from checker.records import Modality, Stance

CONTENT = "The army has left the northern city"


@pytest.mark.parametrize(
    "text",
    [
        "The governor said that the army has left the northern city.",
        "The army has left the northern city, the governor said.",
        "The army, the governor said on Friday, has left the northern city.",
        "“The army has left the northern city,” said the governor.",
    ],
    ids=["before", "after", "in the middle", "inverted"],
)
def test_a_reporting_verb_is_peeled_off_wherever_it_stands(claims_of, text):
    (claim,) = claims_of(text)
    assert claim.text == CONTENT
    assert claim.speaker_name == "The governor"
    assert claim.stance is Stance.ASSERTS


@pytest.mark.parametrize(
    "text",
    [
        "According to the governor, the army has left the northern city.",
        "The army has left the northern city, according to the governor.",
    ],
)
def test_according_to_names_the_speaker(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.text, claim.speaker_name) == (CONTENT, "The governor")


@pytest.mark.parametrize(
    ("text", "proposition", "denial"),
    [
        (
            "The ministry denied having received a letter from Kyiv.",
            "The ministry has received a letter from Kyiv",
            "The ministry has not received a letter from Kyiv",
        ),
        (
            "US officials dispute having received any such messages.",
            "US officials have received such messages",
            "US officials have not received any such messages",
        ),
        (
            "Russia denied that its forces had shelled the hospital.",
            "Russia's forces had shelled the hospital",
            "Russia's forces had not shelled the hospital",
        ),
        (
            "Officials rejected reports that the army had retreated from the city.",
            "The army had retreated from the city",
            "The army had not retreated from the city",
        ),
    ],
    ids=["gerund", "gerund without a tense of its own", "that-clause", "report noun"],
)
def test_a_denial_holds_the_denied_proposition_and_its_opposite(claims_of, text, proposition, denial):
    (claim,) = claims_of(text)
    assert claim.stance is Stance.DENIES
    assert (claim.text, claim.denial) == (proposition, denial)


def test_who_does_not_deny_asserts_nothing_and_denies_nothing(claims_of):
    (claim,) = claims_of("The Kremlin did not deny that talks had taken place in Geneva.")
    assert claim.stance is Stance.HEDGES
    assert claim.denial is None


def test_a_denial_after_a_semicolon_does_not_turn_the_report_before_it_round(claims_of):
    claims = claims_of("Kyiv says that civilians have been deported by force; Russia denies it.")
    assert [(c.text, c.stance) for c in claims] == [("Civilians have been deported by force", Stance.ASSERTS)]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts believe that the bank will raise interest rates.",
        "The bank may raise interest rates.",
        "The bank will allegedly raise interest rates.",
        "It is possible that the bank will raise interest rates.",
    ],
)
def test_beliefs_modals_and_adverbs_hedge(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.stance, claim.modality) == (Stance.HEDGES, Modality.HEDGED)


def test_what_is_clear_is_asserted(claims_of):
    (claim,) = claims_of("It is clear that the bank will raise interest rates.")
    assert (claim.text, claim.stance) == ("The bank will raise interest rates", Stance.ASSERTS)


def test_would_under_said_is_only_the_past_of_will(claims_of):
    (claim,) = claims_of("The minister said the port would open in March.")
    assert claim.modality is Modality.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked whether the minister would resign from office.",
        "It was an open question, she said, whether the minister would resign from office.",
    ],
)
def test_a_question_asks(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.text, claim.stance, claim.modality) == (
        "The minister would resign from office",
        Stance.QUESTIONS,
        Modality.ASKED,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The union demands that the company raise wages and shorten shifts.",
        "The minister hopes that the strike ends this week.",
        "The government insists that the army withdraw from the city.",
    ],
)
def test_a_demand_or_a_wish_stays_whole(claims_of, text):
    (claim,) = claims_of(text)
    assert claim.text == text.rstrip(".")
    assert claim.speaker is None


def test_insisting_that_something_happened_is_a_report(claims_of):
    (claim,) = claims_of("The government insists that the army withdrew from the city.")
    assert (claim.text, claim.speaker_name) == ("The army withdrew from the city", "The government")


def test_a_parenthesis_between_it_was_plain_and_its_clause_names_the_speaker(claims_of):
    (claim,) = claims_of("It was plain, Podolyak said, that Putin is not ready for negotiations.")
    assert (claim.text, claim.speaker_name) == ("Putin is not ready for negotiations", "Podolyak")
    assert claim.negated


def test_he_said_is_the_person_whom_the_sentence_before_quotes(claims_of):
    (claim,) = claims_of(
        "A pause would hand the enemy time, Mykhailo Podolyak argued on Tuesday.",
        "It was plain, he said, that Vladimir Putin is not ready for negotiations.",
    )
    assert claim.speaker_name == "Mykhailo Podolyak"


def test_a_speaker_read_as_an_apposition_at_the_end_is_found(claims_of):
    (claim,) = claims_of(
        "Moscow sets no preconditions for opening negotiations with Ukraine, "
        "Russia's deputy foreign minister, Andrei Rudenko, told reporters."
    )
    assert claim.text == "Moscow sets no preconditions for opening negotiations with Ukraine"
    assert claim.speaker_name == "Andrei Rudenko"


def test_a_participle_reports_for_the_subject_of_its_sentence(claims_of):
    claims = claims_of("Kyiv is wary of the plan, saying the offer could be a trap for its soldiers.")
    assert ("The offer could be a trap for its soldiers", "Kyiv") in [
        (c.text, c.speaker_name) for c in claims
    ]


def test_two_that_clauses_of_one_speaker_are_two_claims(claims_of):
    claims = claims_of(
        "The delegates stated that Russia seems “determined to occupy more territory in eastern Ukraine” "
        "and that another week of negotiations is definitely needed."
    )
    assert [c.text for c in claims] == [
        "Russia seems determined to occupy more territory in eastern Ukraine",
        "Another week of negotiations is definitely needed",
    ]
    assert {c.speaker_name for c in claims} == {"The delegates"}


@pytest.mark.parametrize(
    "text",
    [
        "The adviser explained what such guarantees should look like.",
        "Both sides dispute just how much the bill costs the state.",
    ],
)
def test_an_open_question_is_no_claim_of_its_own(claims_of, text):
    assert [(c.text, c.denial) for c in claims_of(text)] == [(text.rstrip("."), None)]


def test_the_gerund_of_an_accusation_is_the_deed_of_the_accused(claims_of):
    (claim,) = claims_of("The police accused Smith of shelling the northern city.")
    assert (claim.text, claim.speaker_name) == ("Smith was shelling the northern city", "The police")


def test_the_content_of_a_statement_is_its_owners(parser):
    (doc,) = parser.parse(
        ["The governor's statement that the army has left the northern city surprised everyone."]
    )
    found = [(c.head.text, c.frame.speaker.text, c.frame.stance) for c in clauses(doc) if c.frame.speaker]
    assert found == [("left", "governor", Stance.ASSERTS)]


def test_the_content_of_a_claim_without_an_owner_is_hedged(claims_of):
    claims = claims_of("The claim that the army has left the northern city spread quickly.")
    assert (CONTENT, None, Stance.HEDGES) in [(c.text, c.speaker_name, c.stance) for c in claims]


def test_a_passive_names_its_speaker_behind_by(claims_of):
    (claim,) = claims_of("Trump was told by aides that the army has left the northern city.")
    assert (claim.text, claim.speaker_name) == (CONTENT, "Aides")


def test_who_was_told_is_no_speaker(claims_of):
    (claim,) = claims_of("Donald Trump was told that the army has left the northern city.")
    assert (claim.text, claim.speaker_name) == (CONTENT, None)


def test_a_poll_stands_for_what_it_found(claims_of):
    (claim,) = claims_of("A poll found that most voters oppose the new tax.")
    assert (claim.text, claim.speaker_name) == ("Most voters oppose the new tax", "A poll")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry claims to be ready for talks.", "The ministry is ready for talks"),
        ("The firms claimed to have paid the tax.", "The firms had paid the tax"),
    ],
)
def test_who_claims_to_be_something_says_it_of_himself(claims_of, text, expected):
    (claim,) = claims_of(text)
    assert claim.text == expected
    assert claim.speaker_name is not None


def test_who_claims_a_power_to_do_something_does_not_say_that_he_did_it(claims_of):
    claims = claims_of("The mayor claimed special powers to close the old harbour.")
    assert [(claim.text, claim.speaker_name) for claim in claims] == [
        ("The mayor claimed special powers to close the old harbour", None)
    ]


def test_how_many_say_so_is_what_a_poll_tells(claims_of):
    text = "About 51 percent of the voters said the mayor was the best candidate."
    assert [(claim.text, claim.speaker_name) for claim in claims_of(text)] == [(text.rstrip("."), None)]


def test_what_is_strange_is_the_case(claims_of):
    (claim,) = claims_of("What is strange is that the bank never lost a customer.")
    assert (claim.text, claim.speaker_name) == ("The bank never lost a customer", None)


def test_an_open_question_is_not_asserted(claims_of):
    (claim,) = claims_of("It was not clear where the money had gone.")
    assert claim.text == "It was not clear where the money had gone"


def test_the_subject_of_a_clause_as_subject_is_the_whole_clause(claims_of):
    (claim,) = claims_of("Leading a small country requires patience.")
    assert claim.subject == "Leading a small country"


@pytest.mark.parametrize(
    "nobody", ["No one", "No officer", "Nobody", "Few", "Few of the witnesses", "Few officers"]
)
def test_what_nobody_said_is_not_said(claims_of, nobody):
    whole = f"{nobody} said that the army has left the northern city"
    (claim,) = claims_of(f"{whole}.")
    assert (claim.text, claim.speaker_name) == (whole, None)


@pytest.mark.parametrize(
    "some", ["A few officers", "A few of the witnesses", "The few officers", "A select few", "The lucky few"]
)
def test_a_few_are_somebody(claims_of, some):
    (claim,) = claims_of(f"{some} said that the army has left the northern city.")
    assert (claim.text, claim.modality) == (CONTENT, Modality.ASSERTED)


def test_who_said_it_is_asked(claims_of):
    (claim,) = claims_of("Who said that the army has left the northern city?")
    assert claim.stance is Stance.QUESTIONS


def test_the_who_says_what_it_says(claims_of):
    found = claims_of("WHO said that the army has left the northern city: should you worry?")
    assert (CONTENT, Stance.ASSERTS) in {(claim.text, claim.stance) for claim in found}


def test_a_relative_clause_in_a_question_says_what_it_says(claims_of):
    found = claims_of("Is that the officer who said that the army has left the northern city?")
    assert (CONTENT, Stance.ASSERTS) in {(claim.text, claim.stance) for claim in found}


def test_no_fewer_than_many_are_somebody(claims_of):
    (claim,) = claims_of("No fewer than 30 officers said that the army has left the northern city.")
    assert (claim.text, claim.modality) == (CONTENT, Modality.ASSERTED)


def test_who_no_longer_denies_it_does_not_deny_it(claims_of):
    (claim,) = claims_of("The governor no longer denies that the army has left the northern city.")
    assert (claim.text, claim.stance) == (CONTENT, Stance.HEDGES)


def test_who_no_longer_thinks_so_does_not_think_so(claims_of):
    (claim,) = claims_of("Aides no longer believe that the army has left the northern city.")
    assert (claim.text, claim.stance, claim.speaker_name) == (CONTENT, Stance.DENIES, "Aides")


@pytest.mark.parametrize(
    "text",
    [
        "Was the governor told that the army has left the northern city?",
        "Did the governor say that the army has left the northern city?",
        "Has the governor denied that the army has left the northern city?",
    ],
)
def test_what_a_question_lets_somebody_say_is_asked(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.text, claim.stance, claim.speaker_name) == (CONTENT, Stance.QUESTIONS, None)


def test_what_somebody_did_after_claiming_it_is_claimed_once(claims_of):
    claims = claims_of("The governor resigned after claiming that the army has left the northern city.")
    assert [(c.stance, c.speaker_name) for c in claims if c.text == CONTENT] == [
        (Stance.ASSERTS, "The governor")
    ]


def test_what_somebody_did_not_say_is_left_open(claims_of):
    (claim,) = claims_of("What the governor did not say was that the army has left the northern city.")
    assert (claim.text, claim.modality) == (CONTENT, Modality.HEDGED)


def test_whose_lawyer_is_no_name(claims_of):
    claims = claims_of("Kent, whose lawyer said that she had lied to the court, lost the vote.")
    assert [claim.text for claim in claims] == ["Kent lost the vote"]
