import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import configuration
from checker.configuration import environment, keys
from checker.errors import ConfigurationError
from checker.settings import Across, FailOn, Settings

SECTION = keys.section()


def load(tmp_path, **variables):
    return configuration.load(tmp_path, variables).settings


def test_every_key_that_is_no_table_has_a_variable(tmp_path):
    assert load(
        tmp_path,
        CHECKER_ACROSS="all",
        CHECKER_KEEP_FURNITURE="yes",
        CHECKER_ENCODER="models/e",
        CHECKER_JUDGE=" models/j ",
        CHECKER_MAX_PAIRS="9",
        CHECKER_MIN_SCORE="0.5",
        CHECKER_SELECT="num, CON001,",
        CHECKER_IGNORE="ROL",
        CHECKER_JOBS="2",
        CHECKER_METADATA="meta/m.csv",
        CHECKER_FAIL_ON="never",
        CHECKER_ALLOW_ERRORS="1",
        CHECKER_BASELINE="../b.json",
    ) == Settings(
        across=Across.ALL, keep_furniture=True, encoder="models/e", judge="models/j", max_pairs=9,
        min_score=0.5, select=("NUM", "CON001"), ignore=("ROL",), jobs=2, metadata="meta/m.csv",
        fail_on=FailOn.NEVER,
        allow_errors=True, baseline="../b.json",
    )  # fmt: skip
    tables = {"columns", "publishers", "limits", "overrides", "suppress"}
    assert set(environment.variables(SECTION).values()) == set(SECTION.keys) - tables


@pytest.mark.parametrize("text", ["1", "true", "YES", "On"])
def test_words_for_true(tmp_path, text):
    assert load(tmp_path, CHECKER_ALLOW_ERRORS=text).allow_errors


@pytest.mark.parametrize("text", ["0", "False", "no", "OFF"])
def test_words_for_false(tmp_path, text):
    (tmp_path / "checker.toml").write_text("allow-errors = true")
    assert not load(tmp_path, CHECKER_ALLOW_ERRORS=text).allow_errors


def test_an_empty_variable_says_nothing(tmp_path):
    # As CI systems hand on an input that was left empty.
    assert load(tmp_path, CHECKER_BASELINE="", CHECKER_JOBS=" ", CHECKER_COLUMNS="") == Settings()


def test_variables_of_others_are_left_alone(tmp_path):
    assert load(tmp_path, CHECKER_HOME="x", CHECKERS_JOBS="3", JOBS="4", checker_jobs="5") == Settings()


def test_all_mistakes_come_together_by_their_variables(tmp_path):
    with pytest.raises(ConfigurationError) as raised:
        load(
            tmp_path,
            CHECKER_JOBS="many",
            CHECKER_MIN_SCORE="nan",
            CHECKER_FAIL_ON="fatal",
            CHECKER_KEEP_FURNITURE="perhaps",
            CHECKER_FAILON="note",
            CHECKER_LIMITS="3",
        )
    assert set(raised.value.mistakes) == {
        "CHECKER_JOBS: jobs must be a whole number, not 'many'",
        "CHECKER_MIN_SCORE: min-score must be a number between 0 and 1, not nan",
        "CHECKER_FAIL_ON: fail-on must be one of error, warning, note, never, not 'fatal'",
        "CHECKER_KEEP_FURNITURE: keep-furniture must be true or false, not 'perhaps'",
        "there is no variable 'CHECKER_FAILON'; did you mean 'CHECKER_FAIL_ON'?",
        "CHECKER_LIMITS: only a file can set limits; write it into checker.toml or pyproject.toml",
    }


def test_codes_in_variables_are_known_by_the_rules(tmp_path):
    with pytest.raises(ConfigurationError, match="CHECKER_SELECT: select: no rule has the code 'NMU'"):
        configuration.load(tmp_path, {"CHECKER_SELECT": "NMU"}, rules=["NUM001"])


@given(
    st.dictionaries(
        st.sampled_from([*sorted(environment.variables(SECTION)), "CHECKER_X", "CHECKER_LIMITS"]),
        st.text() | st.sampled_from(["1", "0.5", "true", "NUM,CON", "all"]),
    )
)
def test_any_variables_give_a_layer(variables):
    layer = environment.read(variables, SECTION)
    if not layer.mistakes:
        Settings(**layer.values)
