import pytest
from doubles import article, claim, judgement, verdict

from checker import rules
from checker.neighbours import anchors
from checker.records import Modality, Pair, Span, Stance, Verdict
from checker.rules import den001, thresholds, voices

SURE = 0.95


def code(a, b, contradiction: float = SURE) -> str | None:
    rule = rules.first_fit(verdict(a, b, contradiction))
    return None if rule is None else rule.code


def says(speaker: str | None, text: str = "The bridge is closed.", **other):
    return claim(text, speaker=speaker, **other)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (None, None, "CON001"),
        ("Dmitry Peskov", "Kremlin spokesman Peskov", "CON001"),
        ("Peskov, the Kremlin spokesman", "Dmitry Peskov", "CON001"),
        ("President Xi", "Xi", "CON001"),
        (None, "Dmitry Peskov", "DEN001"),
        ("Andrei Yermak", "Dmitry Peskov", "DEN001"),
        ("Russian President Vladimir Putin", "Russian Foreign Minister Sergei Lavrov", "DEN001"),
        ("Putin's spokesman", "Vladimir Putin", "DEN001"),
        ("US officials", "US officials", "DEN001"),
        ("the Russian Foreign Ministry", "the Ukrainian Foreign Ministry", "DEN001"),
        ("He", "He", "DEN001"),
    ],
)
def test_one_voice_contradicts_itself_and_two_voices_deny_each_other(first, second, expected):
    assert code(says(first), says(second)) == expected
    assert code(says(second), says(first)) == expected


def test_an_explicit_denial_is_denied_even_in_one_voice():
    denial = says(None, stance=Stance.DENIES, denial="The bridge is not closed.")
    assert code(denial, says(None)) == "DEN001"
    assert code(says(None), denial) == "DEN001"


@pytest.mark.parametrize("speakers", [(None, None), ("Peskov", "Peskov"), (None, "Peskov")])
def test_no_rule_fits_below_the_threshold(speakers):
    a, b = map(says, speakers)
    assert code(a, b, thresholds.CLAIMS_CONFLICT - 0.0001) is None
    assert code(a, b, thresholds.CLAIMS_CONFLICT) is not None


def test_a_denial_needs_no_common_subject():
    denial = says("Peskov", stance=Stance.DENIES, denial="The bridge is not closed.", subject="The tunnel")
    assert code(denial, says(None), thresholds.CLAIMS_CONFLICT) == "DEN001"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Putin", "The Russian president Vladimir Putin", True),
        ("President Putin", "President Zelensky", False),
        ("The bridge", "the old bridge", True),
        ("Ukrainian officials", "Ukrainian representatives", True),
        ("Several officials", "Several people", False),
        (None, "Putin", False),
    ],
)
def test_subjects_are_the_same_if_they_share_a_name_or_their_noun(first, second, same):
    assert anchors.same_subject(says(None, subject=first), says(None, subject=second)) is same


def test_a_denial_below_the_threshold_is_no_finding():
    denial = says("Peskov", stance=Stance.DENIES, denial="The bridge is not closed.")
    assert code(denial, says(None), thresholds.CLAIMS_CONFLICT - 0.0001) is None


def test_whoever_denies_in_so_many_words_is_the_denier():
    denial = says("Peskov", stance=Stance.DENIES, denial="The bridge is not closed.")
    negated = says("Yermak", "The bridge is not closed.")
    assert den001.denier(verdict(denial, negated)) is denial
    assert den001.denier(verdict(negated, denial)) is denial


def test_else_the_negated_side_is_the_denier_else_the_one_with_a_speaker():
    plain, negated, spoken = says(None), says(None, "The bridge is not closed."), says("Peskov")
    assert den001.denier(verdict(plain, negated)) is negated
    assert den001.denier(verdict(negated, plain)) is negated
    assert den001.denier(verdict(spoken, plain)) is spoken
    assert den001.denier(verdict(plain, spoken)) is spoken


def test_the_explanation_of_a_denial_names_both_voices_and_what_they_stand_for():
    denial = says("Peskov", stance=Stance.DENIES, denial="The bridge is not closed.")
    other = says(None, of=article("x", "The bridge is closed.", source="Post"))
    assert den001.explain(verdict(other, denial)) == (
        "“The bridge is closed.” (Post) is denied by Peskov: “The bridge is not closed.”"
    )


def test_the_explanation_of_a_contradiction_names_both_papers():
    a = says(None, of=article("x", "The bridge is closed.", source="Post"))
    b = says(None, "The bridge is open.", of=article("y", "The bridge is open.", source="Herald"))
    explained = rules.RULES["CON001"].explain(verdict(a, b))
    assert explained.startswith("Post has “The bridge is closed.”, Herald has “The bridge is open.”")


def test_a_paper_without_a_speaker_speaks_for_itself():
    assert voices.voice(says(None, of=article("x", "The bridge is closed.", source="Post"))) == "Post"
    assert voices.voice(says("Peskov")) == "Peskov"


@pytest.mark.parametrize("known", rules.RULES)
def test_every_rule_is_documented_under_the_same_headings(known):
    rule = rules.RULES[known]
    headings = [line for line in rule.documentation.splitlines() if line.startswith("## ")]
    assert headings == ["## What it means", "## Found", "## Not found", "## What to do"]
    assert rule.summary
    assert not rule.summary.endswith(".")


def test_the_stronger_direction_is_what_counts_for_both_orders():
    a, b = says(None, cue=Span(0, 3)), says(None)
    there = Verdict(Pair(a, b, 0.8), judgement(0.7), judgement(0.7, entailment=0.3))
    back = Verdict(Pair(b, a, 0.8), judgement(0.7, entailment=0.3), judgement(0.7))
    assert rules.first_fit(there) is rules.first_fit(back) is rules.RULES["CON001"]


def test_two_things_that_may_be_exclude_nothing():
    may, may_not = (says(None, modality=Modality.HEDGED) for _ in range(2))
    assert code(may, may_not) is None
    assert code(may, says(None)) == "CON001"


def test_states_at_two_named_times_exclude_nothing():
    evening = says(None, "As of 10 p.m., the bridge was open.")
    night = says(None, "As of 11 p.m., the bridge was closed.")
    assert code(evening, night) is None
    assert code(night, says(None, "As of 11 p.m., the bridge was open.")) == "CON001"
    assert code(night, says(None, "The bridge was open.")) == "CON001"
