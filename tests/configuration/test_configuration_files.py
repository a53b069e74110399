"""Which file counts, what it says, and what is said of one that is wrong."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toml_values import tables_of

from checker import configuration
from checker.configuration import environment, keys
from checker.configuration.listing import _written
from checker.errors import ConfigurationError, UsageError
from checker.rules import RULES
from checker.settings import FailOn, Limits, Override, Settings, Suppression

WHOLE = """
min-score = 0.5
select = ["NUM", "den001"]
fail-on = "error"
allow-errors = true
baseline = "gate/accepted.json"
metadata = "sources.csv"

[columns]
text = "body"

[publishers]
"example.org" = "Example Post"

[limits]
new = 1
undisputed = 0.9
codes = {NUM = 2}

[[overrides]]
sources = ["The *"]
ignore = ["ROL"]

[[overrides]]
paths = ["wire/*"]
min-score = 0.8
fail-on = "never"

[[suppress]]
fingerprint = "0123456789abcdef"
reason = "both are right"
expires = 2027-01-31
"""


def write(folder: Path, text: str, name: str = "checker.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def load(folder: Path) -> Settings:
    return configuration.load(folder, {}).settings


def refused(folder: Path) -> tuple[str, ...]:
    with pytest.raises(ConfigurationError) as raised:
        configuration.load(folder, {})
    assert str(raised.value) == "\n".join(raised.value.mistakes)
    return raised.value.mistakes


def test_without_a_file_all_is_as_by_default(tmp_path):
    assert load(tmp_path) == Settings()


def test_a_file_says_all_there_is_to_say(tmp_path):
    write(tmp_path, WHOLE)
    assert load(tmp_path) == Settings(
        min_score=0.5,
        select=("NUM", "DEN001"),
        fail_on=FailOn.ERROR,
        allow_errors=True,
        baseline="gate/accepted.json",
        metadata="sources.csv",
        columns={"text": "body"},
        publishers={"example.org": "Example Post"},
        limits=Limits(1, {"NUM": 2}, 0.9),
        overrides=(
            Override(sources=("The *",), ignore=("ROL",)),
            Override(paths=("wire/*",), min_score=0.8, fail_on=FailOn.NEVER),
        ),
        suppress=(Suppression("0123456789abcdef", "both are right", date(2027, 1, 31)),),
    )


def test_the_two_files_say_the_same(tmp_path):
    tables = WHOLE.replace("[[", "[[tool.checker.").replace("\n[l", "\n[tool.checker.l")
    tables = tables.replace("\n[c", "\n[tool.checker.c").replace("\n[p", "\n[tool.checker.p")
    write(tmp_path / "one", f"[project]\nname = 'x'\n[tool.checker]\n{tables}", "pyproject.toml")
    write(tmp_path / "two", WHOLE)
    assert load(tmp_path / "one") == load(tmp_path / "two") != Settings()


def test_the_nearest_folder_with_settings_counts_alone(tmp_path):
    write(tmp_path, "jobs = 3\nmin-score = 0.1")
    write(tmp_path / "a", "[tool.checker]\nmin-score = 0.5", "pyproject.toml")
    # A pyproject.toml without the table says nothing of checker.
    below = write(tmp_path / "a" / "b" / "c", "[project]\nname = 'x'", "pyproject.toml")
    assert load(below) == load(tmp_path / "a") == Settings(min_score=0.5)
    assert load(tmp_path) == Settings(jobs=3, min_score=0.1)


def test_an_empty_file_keeps_away_those_above(tmp_path):
    write(tmp_path, "jobs = 3")
    assert load(write(tmp_path / "a", "")) == Settings()
    assert load(write(tmp_path / "b", "[tool.checker]", "pyproject.toml")) == Settings()


def test_two_files_in_one_folder_are_a_mistake(tmp_path):
    write(tmp_path, "jobs = 3")
    write(tmp_path, "[project]\nname = 'x'", "pyproject.toml")
    assert load(tmp_path).jobs == 3
    write(tmp_path, "[tool.checker]\njobs = 4", "pyproject.toml")
    with pytest.raises(UsageError, match=r"^checker\.toml and pyproject\.toml both hold settings"):
        load(tmp_path)


def test_a_path_means_a_place_beside_the_file_as_seen_from_here(tmp_path):
    below = tmp_path / "data" / "wire"
    below.mkdir(parents=True)
    write(tmp_path, "metadata = 'meta/sources.csv'\nbaseline = 'accepted.json'")
    assert load(below).metadata == "../../meta/sources.csv"
    assert load(below).baseline == "../../accepted.json"
    assert load(tmp_path).baseline == "accepted.json"
    assert load(tmp_path).reported() == {**Settings().reported(), "metadata": "meta/sources.csv"}


def test_an_absolute_path_stays(tmp_path):
    path = str(tmp_path / "elsewhere.csv")
    write(tmp_path / "a", f"metadata = '{path}'")
    assert load(tmp_path / "a").metadata == path


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    (tmp_path / "checker.toml").write_bytes(b"\xef\xbb\xbfjobs = 3\r\nmin-scor = 1\r\n")
    assert refused(tmp_path) == ("checker.toml:2: there is no key 'min-scor'; did you mean 'min-score'?",)


def test_all_mistakes_come_together_with_their_lines(tmp_path):
    write(
        tmp_path,
        "[project]\nname = 'x'\n\n[tool.checker]\nmin-scor = 1\njobs = true\nselect = 'CON'\n"
        "[tool.checker.limits]\nnew = -1\n[[tool.checker.suppress]]\nreason = ' '\n",
        "pyproject.toml",
    )
    (tmp_path / "sub").mkdir()
    assert refused(tmp_path / "sub") == (
        "../pyproject.toml:5: there is no key 'min-scor'; did you mean 'min-score'?",
        "../pyproject.toml:6: jobs must be a whole number, not true",
        "../pyproject.toml:7: select must be a list of codes such as 'NUM', not 'CON'",
        "../pyproject.toml:9: limits.new must be 0 or more, not -1",
        "../pyproject.toml:10: suppress 1 needs fingerprint",
        "../pyproject.toml:11: suppress 1.reason must not be empty",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("jobs = 1\n[limits", "checker.toml:2 is no TOML: Expected ']'"),
        ("jobs = 1\njobs = 2", "checker.toml:2 is no TOML: Cannot overwrite a value"),
        ("jobs = " + "9" * 5000, "checker.toml is no TOML: Exceeds the limit"),
        ("jobs = " + "[" * 9999, "checker.toml is no TOML to read: it nests too deeply"),
        ("a = 2027-02-30", "checker.toml:1 is no TOML: Invalid date"),
    ],
    ids=["syntax", "twice", "digits", "depth", "day"],
)
def test_what_is_no_toml_is_told_with_file_and_line(tmp_path, text, message):
    with pytest.raises(UsageError) as raised:
        load(write(tmp_path, text))
    assert str(raised.value).startswith(message)


def test_another_encoding_is_told(tmp_path):
    (tmp_path / "checker.toml").write_bytes(b"judge = 'caf\xe9'")
    with pytest.raises(UsageError, match=r"^checker\.toml is no UTF-8 text \(byte 12\)"):
        load(tmp_path)


@pytest.mark.parametrize("text", ["tool = 3", "[tool]\nchecker = 3", "[[tool]]\na = 1"])
def test_something_else_under_the_name_of_the_table(tmp_path, text):
    write(tmp_path, text, "pyproject.toml")
    if "checker" in text:
        assert refused(tmp_path) == ("pyproject.toml:2: tool.checker must be a table, not 3",)
    else:
        assert load(tmp_path) == Settings()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    write(tmp_path, "jobs = 1")
    (tmp_path / "checker.toml").chmod(0)
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path)


def test_a_folder_of_the_name_is_no_file(tmp_path):
    (tmp_path / "checker.toml").mkdir()
    assert load(tmp_path) == Settings()


# Whatever the file holds, there are settings or a UsageError


def toml_of(table: dict[str, object]) -> str:
    return "".join(f"{quoted(key)} = {value_of(value)}\n" for key, value in table.items())


def value_of(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {value_of(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(value_of, value)) + "]"
    return quoted(value) if isinstance(value, str) else _written(value)


def quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'


UNHURRIED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@UNHURRIED
@given(tables_of(keys.section()))
def test_any_table_gives_settings_or_a_usage_error(tmp_path, table):
    write(tmp_path, toml_of(table))
    for line in outcome(tmp_path, rules=("NUM001", "CON001")):
        assert line.startswith("checker.toml:")


@UNHURRIED
@given(st.text() | st.text("[]{}=.\"\n a1#,'", max_size=30))
def test_any_text_gives_settings_or_a_usage_error(tmp_path, text):
    (tmp_path / "checker.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    for line in outcome(tmp_path):
        assert line.startswith("checker.toml")


def outcome(folder: Path, rules: tuple[str, ...] = ()) -> list[str]:
    """The lines of the UsageError, none if there are settings; any other exception is the test's failure."""
    try:
        configuration.load(folder, {}, rules=rules)
    except UsageError as wrong:
        return str(wrong).split("\n")
    return []


# The page of documentation

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_the_examples_of_the_page_can_be_read(tmp_path):
    examples = re.findall(r"^```toml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        write(tmp_path, example)
        assert configuration.load(tmp_path, {}, rules=RULES).settings.min_score == 0.5


def test_the_page_lists_every_key_with_its_variable():
    rows = re.findall(
        r"^\| `([a-z-]+)` \|.*\| (?:`([A-Z_]+)` )?\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    section = keys.section()
    by_key = {key: name for name, key in environment.variables(section).items()}
    assert rows == [(key, by_key.get(key, "")) for key in section.keys]


def test_the_heading_of_pyproject_in_a_file_of_its_own_is_told_what_to_write_instead(tmp_path):
    write(tmp_path, "# ours\n[tool.checker]\nmin-score = 0.5\n")
    (complaint,) = refused(tmp_path)
    assert complaint.startswith("checker.toml:2: [tool.checker] is for pyproject.toml")
