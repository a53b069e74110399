"""The names of formats on the command line: which there are, where they may go, and how they complete."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from checker import reports
from checker.cli import app
from checker.commandline import flags
from checker.commandline.flags import ReportFormat
from checker.commandline.outputs import parse_outputs
from checker.commandline.showing import show_report
from checker.errors import UsageError
from checker.records import Report, Summary, Tool
from checker.rules import RULES

REPORT = Report(Tool("1", "e", "j"), Summary(articles=2))


def failure(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["check", "articles", *arguments])
    assert done.exit_code == 2
    return " ".join(done.output.split())


def test_every_format_but_those_for_files_can_go_to_stdout():
    assert {each.value for each in ReportFormat} - {"rich"} == set(reports.FORMATS) - set(reports.FOR_FILES)


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_a_format_for_files_is_refused_on_stdout_with_what_to_write_instead(name):
    assert f"write --output {name}=FILE" in failure("--format", name)


def test_a_misspelt_format_is_refused_with_the_nearest():
    assert "there is no format 'markdwon'; did you mean 'markdown'?" in failure("--format", "markdwon")


def test_an_unknown_format_is_refused_with_all_that_there_are():
    assert "known are rich, text, json, jsonl, markdown, html, sarif, junit, github" in failure(
        "--format", "x"
    )


def test_every_format_can_be_written(tmp_path):
    values = [f"{name}={tmp_path}/{name}" for name in reports.FORMATS]
    show_report(REPORT, None, parse_outputs(values, reports.FORMATS, []), stats=False, quiet=True)
    assert {path.name for path in tmp_path.iterdir()} == set(reports.FORMATS)
    rules = json.loads((tmp_path / "sarif").read_text())["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)


def test_a_misspelt_output_is_refused_with_the_nearest(tmp_path):
    with pytest.raises(UsageError, match="did you mean 'parquet'"):
        parse_outputs([f"parket={tmp_path}/x"], reports.FORMATS, [])


@pytest.mark.parametrize("name", sorted(set(ReportFormat) - {"rich", "text"}))
def test_a_format_for_programs_goes_to_stdout_as_it_is_rendered(name, capsysbinary):
    show_report(REPORT, ReportFormat(name), (), stats=False, quiet=True)
    assert capsysbinary.readouterr().out.decode() == reports.render_text(REPORT, name, RULES)


def test_names_complete():
    assert flags.complete_format("j") == ["json", "jsonl", "junit"]
    assert flags.complete_output("p") == ["parquet="]
    assert {name.rstrip("=") for name in flags.complete_output("")} == set(reports.FORMATS)
