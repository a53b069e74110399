"""Every key: what it takes and refuses, what it becomes, and that its schema says the same."""

import json
from dataclasses import fields
from datetime import date

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from toml_values import ANYTHING, EXAMPLES, as_json, tables_of

from checker.configuration import keys, schema
from checker.configuration.mistakes import Mistake
from checker.rules import RULES
from checker.settings import Settings

UNHURRIED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SECTION = keys.section()
SCHEMA = schema.of_file("checker.toml", RULES)
RIGHT = [(key, value, becomes) for key, (right, _) in EXAMPLES.items() for value, becomes in right]
WRONG = [(key, value) for key, (_, wrong) in EXAMPLES.items() for value in wrong]


def valid(value, made=SCHEMA):
    checker = jsonschema.Draft7Validator(made, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    return checker.is_valid(as_json(value))


def test_the_keys_are_those_of_the_settings():
    assert [key.replace("-", "_") for key in SECTION.keys] == [each.name for each in fields(Settings)]


def test_there_is_an_example_of_every_key():
    assert set(EXAMPLES) == set(SECTION.keys)


@pytest.mark.parametrize(("key", "value", "becomes"), RIGHT, ids=str)
def test_a_right_value_reaches_the_settings(key, value, becomes):
    assert list(SECTION.mistakes({key: value}, ())) == []
    values = SECTION.values({key: value})
    assert getattr(Settings(**values), key.replace("-", "_")) == becomes
    assert valid({key: value})


@pytest.mark.parametrize(("key", "value"), WRONG, ids=str)
def test_a_wrong_value_is_refused_by_its_key_and_by_the_schema(key, value):
    mistakes = list(SECTION.mistakes({key: value}, ()))
    assert mistakes
    assert all(each.place[0] == key and key in each.message for each in mistakes)
    assert not valid({key: value})


def test_what_is_no_number_is_no_score():
    # JSON has no such numbers, so that no schema can speak of them.
    for value in (float("nan"), float("inf")):
        assert list(SECTION.mistakes({"min-score": value}, ()))
        assert list(SECTION.mistakes({"jobs": value}, ()))


def test_a_day_is_no_text():
    for key in ("judge", "baseline"):
        (mistake,) = SECTION.mistakes({key: date(2024, 5, 1)}, ())
        assert "in quotes, not 2024-05-01" in mistake.message


@pytest.mark.parametrize("value", [{}, [], 3, "x", None])
def test_the_schema_takes_only_a_table(value):
    assert valid(value) == (value == {}) == (not list(SECTION.mistakes(value, ())))


@UNHURRIED
@given(tables_of(SECTION) | ANYTHING)
def test_the_schema_agrees_with_the_parser_on_any_table(table):
    assert valid(table) == (not list(SECTION.mistakes(table, ())))


@UNHURRIED
@given(tables_of(SECTION))
def test_what_the_parser_takes_the_settings_take(table):
    if not list(SECTION.mistakes(table, ())):
        Settings(**SECTION.values(table))


def test_codes_are_known_by_the_rules_wherever_they_stand():
    table = {
        "select": ["CON", "NMU"],
        "limits": {"codes": {"QQQ": 1}},
        "overrides": [{"paths": ["a"], "ignore": ["DEN001", "DEN002"]}],
    }
    assert list(keys.section().mistakes(table, ())) == []
    known = "; known are DEN001, NUM001"
    assert list(keys.section(["NUM001", "DEN001"]).mistakes(table, ())) == [
        Mistake(("select", 0), f"select: no rule has the code 'CON'{known}"),
        Mistake(("select", 1), "select: no rule has the code 'NMU'; did you mean 'NUM'?"),
        Mistake(("limits", "codes", "QQQ"), f"limits.codes: no rule has the code 'QQQ'{known}"),
        Mistake(
            ("overrides", 0, "ignore", 1),
            "overrides 1.ignore: no rule has the code 'DEN002'; did you mean 'DEN001'?",
        ),
    ]


@pytest.mark.parametrize("key", ["min_score", "Min-Score", "minscore", "min-scores"])
def test_an_unknown_key_names_the_nearest(key):
    (mistake,) = SECTION.mistakes({key: 0.5}, ())
    assert mistake.message == f"there is no key {key!r}; did you mean 'min-score'?"


def test_a_value_of_any_length_is_shown_short():
    for value in ("x" * 9999, 10**5000, ["x"] * 9999):
        (mistake,) = SECTION.mistakes({"across": value}, ())
        assert len(mistake.message) < 150


# The schema as editors get it


def test_the_schema_that_ships_is_the_one_of_the_keys_and_rules():
    assert schema.shipped() == schema.as_json(SCHEMA), (
        "write it anew: checker config schema > checker/configuration/configuration.schema.json"
    )


def test_the_schema_is_valid_by_the_old_and_the_new_standard():
    made = json.loads(schema.shipped())
    for validator in (jsonschema.Draft4Validator, jsonschema.Draft7Validator):
        validator.check_schema(made)


def test_every_key_of_the_schema_is_described():
    def properties(part):
        if isinstance(part, dict):
            yield from part.get("properties", {}).items()
            for below in part.values():
                yield from properties(below)

    named = list(properties(SCHEMA))
    assert {"across", "undisputed", "fingerprint", "min-score"} <= {key for key, _ in named}
    assert all(part["description"].endswith(".") for _, part in named)


def test_the_schema_of_pyproject_is_about_its_own_table_alone():
    made = schema.of_file("pyproject.toml", RULES)
    assert valid({"project": {"name": 3}, "tool": {"ruff": 7}}, made)
    assert valid({"tool": {"checker": {"min-score": 0.5}}}, made)
    assert not valid({"tool": {"checker": {"min-score": 5}}}, made)
