import pytest
from doubles import article, claim, judgement

from checker.judges import statements
from checker.records import Claim, Pair, Stance, Verdict

QUOTED = "“The dam will not survive another winter like this without repairs,” {} said."
REPORTED = "Fourteen of the twenty turbines at Kelso had cracked blades after the storm."


def credited(speaker: str | None, name: str, text: str = QUOTED, **other) -> Claim:
    full = text.format(speaker)
    return claim(full, of=article(name, full), speaker=speaker, **other)


def found(a: Claim, b: Claim, *, similarity: float = 0.5, entailment: float = 0.0) -> int:
    agreed = judgement(0.0, entailment)
    return len(statements.clashes(Verdict(Pair(a, b, similarity), agreed, agreed)))


def test_one_quotation_of_two_people_is_found():
    a, b = credited("Ivan Petrov", "a"), credited("Mayor Maria Sidorova", "b")
    assert found(a, b) == found(b, a) == 1
    assert statements.worth_reading(Pair(a, b, 0.1))


@pytest.mark.parametrize(
    "other",
    [
        "Ivan Petrov",
        "Spokesman Ivan Petrov",
        "Petrov",
        "He",
        "Officials",
        "The ministry",
        "The Kremlin",
        "White House",
        "Russian Foreign Ministry",
        None,
    ],
)
def test_whoever_may_be_the_same_is_not_found(other):
    assert found(credited("Ivan Petrov", "a"), credited(other, "b")) == 0


def test_a_paper_that_names_the_other_speaker_is_not_wrong():
    text = "“The dam will not survive another winter like this without repairs,” {} said, quoting Petrov."
    assert found(credited("Ivan Petrov", "a"), credited("Maria Sidorova", "b", text)) == 0


@pytest.mark.parametrize(
    ("similarity", "entailment", "expected"), [(0.95, 0.9, 1), (0.85, 0.9, 0), (0.95, 0.6, 0)]
)
def test_a_statement_without_quotation_must_be_the_same_in_both_directions(similarity, entailment, expected):
    a, b = credited("Jane Miller", "a", REPORTED), credited("Peter Shaw", "b", REPORTED)
    assert found(a, b, similarity=similarity, entailment=entailment) == expected


def test_two_people_may_agree_in_a_few_words():
    a, b = (credited(who, who, "The plan was good for us.") for who in ("Jane Miller", "Peter Shaw"))
    assert found(a, b, similarity=0.99, entailment=0.99) == 0


def test_who_denies_a_statement_does_not_make_it():
    a, b = credited("Ivan Petrov", "a"), credited("Maria Sidorova", "b", stance=Stance.DENIES)
    assert found(a, b) == 0
