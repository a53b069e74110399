"""Which of several values counts, where it came from, and the listing that says so."""

import json
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from toml_values import EXAMPLES, tables_of

from checker import configuration
from checker.configuration import keys
from checker.configuration.layers import DEFAULT, Layer, Origin, Source
from checker.configuration.listing import as_object, as_toml
from checker.errors import ConfigurationError
from checker.settings import Settings

FLAG = Origin(Source.FLAG, "--min-score")
SECTION = keys.section()

FILE = """min-score = 0.3
fail-on = "error"

[columns]
text = "body"

[limits]
new = 2
codes = {num = 1}

[[overrides]]
sources = ["The *"]
min-score = 0.5

[[suppress]]
fingerprint = "0123456789abcdef"
reason = "say \\"yes\\" \\u0007 \\\\ caf\u00e9"
expires = 2027-01-31
"""


def given_file(tmp_path, text=FILE):
    (tmp_path / "checker.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_flags_are_stronger_than_variables_than_files_than_defaults(tmp_path):
    values = []
    empty, flags = Layer(), Layer({"min_score": 0.9}, {("min-score",): FLAG})
    values.append(configuration.load(tmp_path, {}, flags=empty).settings.min_score)
    given_file(tmp_path)
    values.append(configuration.load(tmp_path, {}, flags=empty).settings.min_score)
    values.append(configuration.load(tmp_path, {"CHECKER_MIN_SCORE": "0.6"}, flags=empty).settings.min_score)
    values.append(configuration.load(tmp_path, {"CHECKER_MIN_SCORE": "0.6"}, flags=flags).settings.min_score)
    assert values == [0.0, 0.3, 0.6, 0.9]


def test_a_weaker_value_is_checked_even_where_a_stronger_one_counts(tmp_path):
    given_file(tmp_path, "min-score = 3")
    with pytest.raises(ConfigurationError):
        configuration.load(tmp_path, {"CHECKER_MIN_SCORE": "0.6"})


def test_mistakes_of_all_sources_come_together(tmp_path):
    given_file(tmp_path, "jobs = -1")
    with pytest.raises(ConfigurationError) as raised:
        configuration.load(
            tmp_path, {"CHECKER_JOBS": "x"}, flags=Layer({"encoder": " "}, {}, ["--select: no rule"])
        )
    assert [mistake.partition(":")[0] for mistake in raised.value.mistakes] == [
        "checker.toml",
        "CHECKER_JOBS",
        "--select",
        'encoder must be "embedded", a folder or a model name, not empty',
    ]


def test_every_value_has_its_origin(tmp_path):
    given_file(tmp_path)
    loaded = configuration.load(
        tmp_path, {"CHECKER_FAIL_ON": "note"}, flags=Layer({"min_score": 0.9}, {("min-score",): FLAG})
    )
    assert loaded.origin("min-score") == FLAG
    assert loaded.origin("fail-on") == Origin(Source.ENVIRONMENT, "CHECKER_FAIL_ON")
    assert loaded.origin("jobs") == loaded.origin("limits", "undisputed") == DEFAULT
    assert loaded.origin("limits", "codes") == Origin(Source.FILE, "checker.toml", 9)
    assert loaded.origin("overrides", 0, "min-score") == Origin(Source.FILE, "checker.toml", 13)
    assert loaded.origin("suppress", 0) == Origin(Source.FILE, "checker.toml", 15)


def test_a_stronger_table_takes_the_place_of_the_whole_weaker_one(tmp_path):
    given_file(tmp_path, "[columns]\ntext = 'body'\ntitle = 'head'")
    flag = Origin(Source.FLAG, "--column")
    loaded = configuration.load(
        tmp_path, {}, flags=Layer({"columns": {"text": "story"}}, {("columns",): flag})
    )
    assert loaded.settings.columns == {"text": "story"}
    assert loaded.origin("columns", "text") == flag


# The listing


def test_the_listing_names_every_origin(tmp_path):
    given_file(tmp_path)
    loaded = configuration.load(
        tmp_path,
        {"CHECKER_FAIL_ON": "note"},
        flags=Layer({"jobs": 2}, {("jobs",): Origin(Source.FLAG, "--jobs")}),
    )
    rows = {
        line.partition("  #")[0].rstrip(): line.partition("  # ")[2] for line in as_toml(loaded).splitlines()
    }
    assert rows["min-score = 0.3"] == "checker.toml:1"
    assert rows['fail-on = "note"'] == "environment CHECKER_FAIL_ON"
    assert rows["jobs = 2"] == "flag --jobs"
    assert rows['across = "sources"'] == rows["# max-pairs is not set"] == rows["ignore = []"] == "default"
    assert rows['text = "body"'] == "checker.toml:5"
    assert rows["new = 2"] == "checker.toml:8"
    assert rows["NUM = 1"] == "checker.toml:9"
    assert rows['sources = ["The *"]'] == "checker.toml:12"
    assert rows["expires = 2027-01-31"] == "checker.toml:18"
    assert rows['reason = "say \\"yes\\" \\u0007 \\\\ caf\u00e9"'] == "checker.toml:17"


def test_the_object_holds_the_same(tmp_path):
    given_file(tmp_path)
    held = as_object(configuration.load(tmp_path, {"CHECKER_FAIL_ON": "note"}))["settings"]
    assert held["fail-on"] == {
        "value": "note", "origin": "environment", "name": "CHECKER_FAIL_ON", "line": None
    }  # fmt: skip
    assert held["across"] == {"value": "sources", "origin": "default", "name": None, "line": None}
    assert held["limits.codes"] == {"value": {"NUM": 1}, "origin": "file", "name": "checker.toml", "line": 9}
    assert held["limits.undisputed"]["origin"] == "default"
    (override,) = held["overrides"]
    assert override["value"] == {"sources": ["The *"], "min-score": 0.5}
    (suppression,) = held["suppress"]
    assert suppression["value"]["expires"] == "2027-01-31"
    assert suppression["line"] == 15
    assert {key.partition(".")[0] for key in held} == set(SECTION.keys)
    json.dumps(held)


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_key_can_be_listed_and_read_again(tmp_path, key):
    for value, _ in EXAMPLES[key][0]:
        before = Settings(**SECTION.values({key: value}))
        given_file(tmp_path, as_toml(configuration.Configuration(before, {})))
        assert configuration.load(tmp_path, {}).settings == before


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(tables_of(SECTION))
def test_any_settings_can_be_listed_and_read_again(tmp_path, table):
    table = {key: value for key, value in table.items() if not list(SECTION.mistakes({key: value}, ()))}
    before = Settings(**{**SECTION.values(table), "metadata": None, "baseline": None})
    listed = as_toml(configuration.Configuration(before, {}))
    assert listed.replace("\n", "").isprintable()
    tomllib.loads(listed)
    given_file(tmp_path, listed)
    assert configuration.load(tmp_path, {}).settings == before
