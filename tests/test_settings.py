import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import UsageError
from checker.settings import (
    Across,
    FailOn,
    Limits,
    Override,
    Settings,
    Suppression,
    code_complaints,
    did_you_mean,
    split_codes,
)

CODES = ("CON001", "DEN001", "NUM001")
FINGERPRINT = "0123456789abcdef"


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


# What the gate reads


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"fail_on": "fatal"}, "fail-on must be one of error, warning, note, never, not 'fatal'"),
        ({"limits": Limits(new=-1)}, "limits.new must be 0 or more, not -1"),
        ({"limits": Limits(undisputed=90)}, "limits.undisputed must be between 0 and 1, not 90"),
        ({"limits": Limits(codes={"NUM": -2})}, "limits.codes.NUM must be 0 or more"),
        ({"overrides": (Override(min_score=0.5),)}, "overrides 1 needs sources or paths"),
        ({"overrides": (Override(("a",), min_score=0.1), Override(("b",)))}, "overrides 2 changes nothing"),
        ({"overrides": (Override(("a",), min_score=math.nan),)}, "overrides 1.min-score must be between"),
        ({"overrides": (Override(("a",), fail_on="fatal"),)}, "overrides 1.fail-on must be one of"),
        ({"overrides": (Override("wire/*", min_score=0.5),)}, "overrides 1.sources must be a tuple"),
        ({"overrides": (Override(paths="wire/*", min_score=0.5),)}, "overrides 1.paths must be a tuple"),
        ({"overrides": (Override(("a",), ignore="NUM"),)}, "overrides 1.ignore must be a tuple"),
        ({"suppress": (Suppression("0123", "x"),)}, "suppress 1.fingerprint must be the 16"),
        ({"suppress": (Suppression(FINGERPRINT, " "),)}, "suppress 1.reason must not be empty"),
    ],
)
def test_what_no_gate_can_use_is_refused_by_its_place(values, named):
    with pytest.raises(UsageError) as caught:
        Settings(**values)
    assert named in str(caught.value)


def test_all_mistakes_of_a_gate_are_reported_together():
    with pytest.raises(UsageError, match=r"fail-on.*limits.new.*suppress 1.*suppress 2"):
        Settings(
            fail_on="",
            limits=Limits(-1),
            suppress=[Suppression("x", "y"), Suppression(FINGERPRINT, "")],
        )


def test_codes_are_known_by_the_rules_wherever_they_stand():
    settings = Settings(
        limits=Limits(codes={"QQQ": 1, "NUM": 2}),
        overrides=[Override(("a",), ignore=("D",)), Override(("b",), ignore=("CON01",))],
    )
    with pytest.raises(UsageError) as caught:
        settings.require_known_codes(CODES)
    message = str(caught.value)
    assert "limits.codes: no rule has the code 'QQQ'" in message
    assert "overrides 2.ignore: no rule has the code 'CON01'; did you mean 'CON001'?" in message
    assert "overrides 1" not in message
    assert "'NUM'" not in message


def test_what_only_decides_over_the_end_stays_out_of_the_report():
    gate = Settings(
        fail_on="note",
        allow_errors=True,
        baseline="b.json",
        limits=Limits(2),
        suppress=[Suppression(FINGERPRINT, "seen")],
        overrides=[],
    )
    assert gate.reported() == Settings().reported()
    assert "overrides" not in Settings().reported()


def test_overrides_that_leave_findings_out_stand_in_the_report():
    override = Override(paths=("w/*",), min_score=0.5, fail_on=FailOn.NOTE)
    (reported,) = Settings(overrides=(override,)).reported()["overrides"]
    assert reported == {"sources": (), "paths": ("w/*",), "ignore": (), "min_score": 0.5}


def test_a_gate_from_plain_python_values_can_be_a_key():
    settings = Settings(fail_on="note", limits=Limits(codes={"NUM": 1}), overrides=[], suppress=[])
    assert settings.fail_on is FailOn.NOTE
    assert hash(settings) == hash(Settings(fail_on=FailOn.NOTE, limits=Limits(codes={"NUM": 1})))
