"""``checker config`` and the settings of the other commands, through the command line."""

import json
import tomllib

import pytest
from typer.testing import CliRunner

from checker import cli, comparing
from checker.configuration import schema
from checker.settings import Settings

FILE = "min-score = 0.3\nfail-on = 'error'\njobs = 1\njudge = 'models/j'\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with settings, in which the command is started."""
    (tmp_path / "checker.toml").write_text(FILE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, **environ):
    return CliRunner().invoke(cli.app, arguments, env=environ)


def shown(*arguments, **environ):
    outcome = run("config", "show", "--format", "json", *arguments, **environ)
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)["settings"]


def test_show_names_the_origin_of_every_value(project):
    settings = shown("--min-score", "0.9", CHECKER_JOBS="2")
    assert settings["min-score"] == {"value": 0.9, "origin": "flag", "name": "--min-score", "line": None}
    assert settings["jobs"] == {"value": 2, "origin": "environment", "name": "CHECKER_JOBS", "line": None}
    assert settings["fail-on"] == {"value": "error", "origin": "file", "name": "checker.toml", "line": 2}
    assert settings["across"] == {"value": "sources", "origin": "default", "name": None, "line": None}


def test_a_flag_counts_even_if_it_says_the_default(project):
    assert shown("--fail-on", "warning")["fail-on"]["origin"] == "flag"


def test_show_is_toml_to_read(project):
    outcome = run("config", "show", "--jobs", "3")
    assert outcome.exit_code == 0
    assert tomllib.loads(outcome.stdout)["jobs"] == 3
    assert "# flag --jobs\n" in outcome.stdout
    assert "# checker.toml:1\n" in outcome.stdout


def test_every_flag_of_show_reaches_its_setting(project):
    flags = {
        "--across": "all", "--fail-on": "note", "--min-score": "0.7", "--select": "NUM", "--ignore": "ROL",
        "--baseline": "b.json", "--column": "text=body", "--metadata": "m.csv", "--max-pairs": "4",
        "--encoder": "e", "--judge": "j", "--jobs": "5", "--cache-dir": "c",
    }  # fmt: skip
    settings = shown("--keep-furniture", "--allow-errors", *(part for pair in flags.items() for part in pair))
    by_flag = {entry["name"] for entry in settings.values() if isinstance(entry, dict) and entry["name"]}
    assert by_flag == {*flags, "--keep-furniture", "--allow-errors"}


def test_show_takes_the_flags_of_check_that_are_settings():
    def flags_of(*names):
        from typer.main import get_command

        command = get_command(cli.app)
        for name in names:
            command = command.commands[name]
        return {flag for parameter in command.params for flag in parameter.opts if flag.startswith("--")}

    settings = {f"--{name.replace('_', '-')}" for name in Settings.__dataclass_fields__} | {"--column"}
    assert flags_of("check") & settings == flags_of("config", "show") & settings


def test_mistakes_of_files_variables_and_flags_come_together_one_a_line(project):
    (project / "checker.toml").write_text("min_score = 1\njobs = true\nselect = ['NMU']")
    outcome = run("config", "show", "--ignore", "CON01", CHECKER_FAIL_ON="fatal")
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert outcome.stderr.splitlines() == [
        "checker: error: checker.toml:1: there is no key 'min_score'; did you mean 'min-score'?",
        "checker: error: checker.toml:2: jobs must be a whole number, not true",
        "checker: error: checker.toml:3: select: no rule has the code 'NMU'; did you mean 'NUM'?",
        "checker: error: CHECKER_FAIL_ON: fail-on must be one of error, warning, note, never, not 'fatal'",
        "checker: error: --ignore: no rule has the code 'CON01'; did you mean 'CON001'?",
    ]


def test_the_settings_of_a_file_steer_no_terminal(project):
    (project / "checker.toml").write_text(
        'judge = "a\\u001b[31m\\n\\u202e"\nencoder = "\\u001b"\n"\\n\\u001b" = 1'
    )
    for arguments in (("config", "show"), ("config", "show", "--format", "json")):
        outcome = run(*arguments)
        assert "\x1b" not in outcome.stdout + outcome.stderr
        assert "\u202e" not in outcome.stdout + outcome.stderr


@pytest.mark.parametrize("command", ["check", "articles", "compare", "judge"])
def test_a_mistake_in_the_file_stops_every_command(project, command):
    (project / "checker.toml").write_text("jobs = -1")
    arguments = ("a b", "c d") if command == "compare" else ("x",)
    outcome = run(command, *arguments)
    assert outcome.exit_code == 2
    assert "checker.toml:1: jobs must be 0 or more, not -1" in outcome.stderr


def test_a_file_counts_for_compare_as_well(project, monkeypatch):
    asked = []
    monkeypatch.setattr(comparing, "compare", lambda a, b, settings: asked.append(settings))
    run("compare", "It rained.", "It did not rain.")
    run("compare", "It rained.", "It did not rain.", "--judge", "embedded")
    assert [settings.judge for settings in asked] == ["models/j", "embedded"]


def test_a_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    outcome = run("config", "show")
    assert outcome.exit_code == 2
    assert "the current folder is gone" in outcome.stderr


def test_the_schema_can_be_printed_for_both_files(project):
    assert run("config", "schema").stdout == schema.shipped()
    whole = json.loads(run("config", "schema", "--for", "pyproject.toml").stdout)
    assert (
        whole["properties"]["tool"]["properties"]["checker"]["properties"]["fail-on"]["default"] == "warning"
    )
