import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import UsageError
from checker.settings import Across, Settings, code_complaints, did_you_mean, split_codes

CODES = ("CON001", "DEN001", "NUM001")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"min_score": -0.1}, "min-score"),
        ({"min_score": 1.1}, "min-score"),
        ({"min_score": math.nan}, "min-score"),
        ({"max_pairs": -1}, "max-pairs"),
        ({"jobs": -1}, "jobs"),
        ({"encoder": ""}, "encoder"),
        ({"judge": "  "}, "judge"),
        ({"across": "papers"}, "sources, articles, all"),
        ({"select": "CON001"}, "select"),
    ],
)
def test_a_value_out_of_range_is_refused_by_name(values, named):
    with pytest.raises(UsageError, match=named):
        Settings(**values)


def test_several_mistakes_are_reported_together():
    with pytest.raises(UsageError, match=r"min-score.*jobs"):
        Settings(min_score=2, jobs=-3)


def test_plain_python_values_are_taken_for_what_they_say():
    settings = Settings(across="all", select=["NUM"])
    assert settings.across is Across.ALL
    assert settings.select == ("NUM",)
    assert hash(settings) == hash(Settings(across=Across.ALL, select=("NUM",)))


def test_jobs_and_models_stay_out_of_the_reported_settings():
    assert Settings(jobs=3).reported() == Settings(encoder="x").reported()
    assert Settings(min_score=0.5).reported()["min_score"] == 0.5


def test_codes_and_their_beginnings_are_known():
    Settings(select=("CON001", "D"), ignore=("NUM",)).require_known_codes(CODES)


def test_all_unknown_codes_are_named_with_the_nearest():
    with pytest.raises(UsageError) as caught:
        Settings(select=("CON01",), ignore=("NMU", "CON001", "ZZZ")).require_known_codes(CODES)
    message = str(caught.value)
    assert "select: no rule has the code 'CON01'; did you mean 'CON001'?" in message
    assert "ignore: no rule has the code 'NMU'; did you mean 'NUM'?" in message
    assert "'ZZZ'; known are CON001, DEN001, NUM001" in message
    assert "'CON001';" not in message


def test_an_empty_code_is_no_prefix_of_all():
    assert code_complaints([""], CODES)


def test_codes_may_be_repeated_comma_separated_and_in_any_case():
    assert split_codes(["con001, DEN", "NUM,,con001", " "]) == ("CON001", "DEN", "NUM")


@given(st.lists(st.text(alphabet="aBc1, ", max_size=8)))
def test_splitting_what_was_split_changes_nothing(values):
    once = split_codes(values)
    assert split_codes(once) == split_codes([",".join(once)]) == once


@given(st.sampled_from(CODES), st.integers(min_value=1, max_value=6))
def test_every_beginning_of_a_known_code_is_accepted(code, length):
    assert code_complaints([code[:length]], CODES) == []


def test_nothing_is_suggested_for_a_word_far_from_all():
    assert did_you_mean("xyz", CODES) == ""
