import pytest
from doubles import FixtureJudge, FixtureModels

from checker import comparing
from checker.records import Severity

CLOSED = "The northern bridge was closed on Monday."
NOT_CLOSED = "The northern bridge was not closed on Monday."


def compare(a: str, b: str, judge: FixtureJudge | None = None):
    return comparing.compare(a, b, models=FixtureModels(judge))


def test_two_opposite_texts_contradict_each_other():
    verdict = compare(CLOSED, NOT_CLOSED)
    assert (verdict.code, verdict.severity, verdict.score) == ("CON001", Severity.ERROR, 0.95)
    assert (verdict.claim_a, verdict.claim_b) == (CLOSED[:-1], NOT_CLOSED[:-1])
    assert verdict.similarity > 0.9
    assert verdict.reasons[0].supports


def test_two_texts_that_agree_have_no_code():
    verdict = compare(CLOSED, CLOSED)
    assert (verdict.code, verdict.severity) == (None, None)
    assert verdict.explanation == "the two do not exclude each other"


def test_a_denial_is_one():
    verdict = compare(CLOSED, "The mayor denied that the northern bridge was closed on Monday.")
    assert verdict.code == "DEN001"
    assert verdict.claim_b == NOT_CLOSED[:-1]


def test_numbers_that_exclude_each_other_are_one_whatever_was_read():
    verdict = compare("The storm killed 20 people in Haiti.", "The storm killed 35 people in Haiti.")
    assert verdict.code == "NUM001"
    assert verdict.score > verdict.contradiction
    assert any("20" in reason.text and "35" in reason.text for reason in verdict.reasons)


def test_the_most_contradictory_pair_of_claims_counts():
    verdict = compare(
        f"The southern tunnel was opened on Friday and {CLOSED[0].lower()}{CLOSED[1:]}", NOT_CLOSED
    )
    assert verdict.code == "CON001"
    assert verdict.claim_a == CLOSED[:-1]


def test_a_condition_contradicts_nothing():
    verdict = compare(f"If {CLOSED[0].lower()}{CLOSED[1:-1]}, trains will stop.", NOT_CLOSED)
    assert verdict.code is None


def test_a_pair_of_facts_outweighs_a_more_contradictory_demand():
    demand = "The northern bridge must be closed on Monday"
    judge = FixtureJudge({(demand, NOT_CLOSED[:-1]): 0.99})
    both = f"The wheat harvest was ruined by hail, and {demand[0].lower()}{demand[1:]}."
    verdict = compare(both, NOT_CLOSED, judge)
    assert (demand, NOT_CLOSED[:-1]) in judge.scored
    assert verdict.claim_a == "The wheat harvest was ruined by hail"
    assert verdict.code is None


@pytest.mark.parametrize("text", ["", "Rain.", "???"])
def test_a_text_without_a_claim_is_compared_as_it_stands(text):
    verdict = compare(text, CLOSED)
    assert verdict.claim_a == text
    assert verdict.code is None


def test_rows_are_judged_as_they_stand_and_in_order():
    rows = [(CLOSED, NOT_CLOSED), (CLOSED, CLOSED), ("Rain", "Rain not")]
    judged = list(comparing.judge_rows(rows, models=FixtureModels()))
    assert [row["code"] for row in judged] == ["CON001", None, "CON001"]
    assert [row["score"] for row in judged] == [0.9305, 0.0142, 0.9305]
    for row in judged:
        assert set(row) == {"contradiction", "entailment", "neutral", "score", "code"}
        assert row["contradiction"] + row["entailment"] + row["neutral"] == pytest.approx(1.0)


def test_rows_are_judged_while_they_come():
    taken = 0

    def rows():
        nonlocal taken
        for _ in range(10_000):
            taken += 1
            yield CLOSED, NOT_CLOSED

    next(comparing.judge_rows(rows(), models=FixtureModels()))
    assert taken < 1000


def test_no_rows_give_no_verdicts():
    assert list(comparing.judge_rows([], models=FixtureModels())) == []
