"""``checker baseline`` and ``check --baseline``, the pipeline replaced by reports made by hand."""

import json
from dataclasses import dataclass, field, replace

import pytest
from gate_samples import LOST, finding, report, side
from typer.testing import CliRunner

from checker import cli, pipeline
from checker.gate.baseline import Label, create
from checker.gate.baseline_file import load, save
from checker.records import Report
from checker.settings import Settings


@dataclass
class Run:
    """What the replaced pipeline finds, and the settings it was asked with."""

    report: Report
    asked: list[Settings] = field(default_factory=list)

    def check_paths(self, paths, *, against=(), settings=None, stdin=None, progress=None):
        self.asked.append(settings)
        return self.report


@pytest.fixture
def stage(monkeypatch, tmp_path):
    """A folder of its own, so that no configuration of the project counts."""
    monkeypatch.chdir(tmp_path)
    run = Run(report(finding(1), finding(2, "SUP001")))
    monkeypatch.setattr(pipeline, "check_paths", run.check_paths)
    return run


def checker(*arguments: str, stdin: str | None = None):
    return CliRunner().invoke(cli.app, list(arguments), input=stdin, prog_name="checker")


def baseline(command: str, *arguments: str):
    return checker("baseline", command, "news", "--baseline", "b.json", *arguments)


# create


def test_create_writes_all_findings_and_ends_with_0(stage):
    outcome = baseline("create")
    assert outcome.exit_code == 0
    assert outcome.stdout == "b.json: 2 findings accepted (CON001 1, SUP001 1)\n"
    assert load("b.json") == create(stage.report)


def test_create_writes_a_baseline_of_nothing(stage):
    stage.report = report()
    assert baseline("create").stdout == "b.json: 0 findings accepted\n"
    assert load("b.json").entries == ()


def test_create_takes_the_flags_of_check_that_change_what_is_found(stage):
    outcome = baseline(
        "create", "--min-score", "0.5", "--select", "con", "--across", "all", "--max-pairs", "9"
    )
    assert outcome.exit_code == 0
    (settings,) = stage.asked
    assert (settings.min_score, settings.select, settings.across, settings.max_pairs) == (
        0.5,
        ("CON",),
        "all",
        9,
    )


def test_create_never_overwrites(stage, tmp_path):
    (tmp_path / "b.json").write_text("mine")
    outcome = baseline("create")
    assert outcome.exit_code == 2
    assert "checker baseline update" in outcome.stderr
    assert (tmp_path / "b.json").read_text() == "mine"
    assert stage.asked == [], "refused before any work"


def test_create_refuses_a_folder_that_does_not_exist_before_any_work(stage):
    outcome = checker("baseline", "create", "news", "--baseline", "none/b.json")
    assert outcome.exit_code == 2
    assert "does not exist" in outcome.stderr
    assert stage.asked == []


@pytest.mark.parametrize("command", ["create", "update"])
def test_nothing_is_written_of_an_incomplete_report_unless_that_is_allowed(stage, tmp_path, command):
    stage.report = report(finding(1), errors=LOST)
    if command == "update":
        save(create(report(finding(5))), "b.json")
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    outcome = baseline(command)
    assert outcome.exit_code == 3
    assert "feed.jsonl:3" in outcome.stderr
    assert "not written" in outcome.stderr
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before
    assert baseline(command, "--allow-errors").exit_code == 0
    assert load("b.json") == create(stage.report)


def test_paths_are_relative_to_the_baseline_with_forward_slashes(stage, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "gate").mkdir()
    (tmp_path / "news" / "a.md").write_text("x")
    absolute = str(tmp_path / "news" / "a.md")
    stage.report = report(finding(1, a=side(path=absolute), b=side("The Meridian", path="-")))
    assert checker("baseline", "create", "news", "--baseline", "gate/b.json").exit_code == 0
    (entry,) = load("gate/b.json").entries
    assert (entry.a.path, entry.b.path) == ("../news/a.md", "-")


def test_without_a_file_the_flag_and_the_key_are_named(stage):
    outcome = checker("baseline", "create", "news")
    assert outcome.exit_code == 2
    assert 'add --baseline FILE, or baseline = "FILE"' in outcome.stderr


def test_the_file_of_the_configuration_is_used(stage, tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.checker]\nbaseline = "kept.json"\n')
    assert checker("baseline", "create", "news").exit_code == 0
    assert load(tmp_path / "kept.json") == create(stage.report)


def test_what_the_configuration_suppresses_is_not_accepted_as_well(stage, tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        f'[[tool.checker.suppress]]\nfingerprint = "{1:016x}"\nreason = "theirs"\n'
    )
    assert baseline("create").stdout == "b.json: 1 finding accepted (SUP001 1)\n"


# update


def test_update_keeps_labels_and_tells_what_came_and_went(stage):
    kept = create(report(finding(1), finding(7, "NUM001")))
    entries = tuple(replace(entry, label=Label.FALSE, note="odd") for entry in kept.entries)
    save(replace(kept, entries=entries), "b.json")
    outcome = baseline("update")
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines() == [
        "b.json: 2 findings accepted: 1 added, 1 dropped",
        f"- NUM001 {7:016x} dropped, labelled false, note: odd",
        "    Harbour Post (2022-11-06): The ferry sails.",
        "    The Meridian (2022-11-06): The ferry does not sail.",
    ]
    assert [entry.label for entry in load("b.json").entries] == [Label.FALSE, None]


def test_update_names_the_settings_that_changed(stage):
    save(create(report(finding(1), min_score=0.5)), "b.json")
    assert "setting: min-score is 0.0, was 0.5 in the baseline" in baseline("update").stdout


@pytest.mark.parametrize("command", ["update", "diff"])
def test_a_missing_baseline_is_2_before_any_work(stage, command):
    outcome = baseline(command)
    assert outcome.exit_code == 2
    assert "make it with: checker baseline create" in outcome.stderr
    assert stage.asked == []


def test_no_article_steers_the_terminal_from_a_baseline(stage):
    save(create(report(finding(7, a=side("Post\x1b[2J", "It\u202e sails.\x07")))), "b.json")
    outcome = baseline("update")
    assert "\x1b" not in outcome.output
    assert "\x07" not in outcome.output
    assert "\u202e" not in outcome.output


# diff


def test_diff_shows_both_sides_and_ends_as_check_does(stage):
    save(create(report(finding(2, "SUP001"), finding(7, "NUM001"))), "b.json")
    outcome = baseline("diff")
    assert outcome.exit_code == 1
    assert outcome.stdout.splitlines()[0] == "b.json: 1 new, 1 gone, 1 kept"
    assert f"+ CON001 {1:016x} new" in outcome.stdout
    assert f"- NUM001 {7:016x} gone" in outcome.stdout
    assert "failed: 1 new finding at or above warning, none allowed" in outcome.stderr


def test_diff_without_a_new_finding_that_counts_ends_with_0(stage):
    save(create(report(finding(1))), "b.json")
    assert baseline("diff").exit_code == 0
    assert baseline("diff", "--fail-on", "note").exit_code == 1


def test_diff_changes_nothing(stage, tmp_path):
    save(create(report(finding(9))), "b.json")
    before = (tmp_path / "b.json").read_bytes()
    baseline("diff")
    assert (tmp_path / "b.json").read_bytes() == before


# check


def test_check_fails_only_for_what_the_baseline_lacks(stage):
    save(create(report(finding(1))), "b.json")
    assert checker("check", "news").exit_code == 1
    outcome = checker("check", "news", "--baseline", "b.json")
    assert outcome.exit_code == 0
    assert outcome.stderr == ""
    stage.report = report(finding(1), finding(3))
    outcome = checker("check", "news", "--baseline", "b.json")
    assert outcome.exit_code == 1
    assert outcome.stderr == "checker: failed: 1 new finding at or above warning, none allowed\n"


def test_accepted_findings_leave_the_report_but_for_their_number(stage):
    save(create(report(finding(1))), "b.json")
    document = json.loads(checker("check", "news", "--baseline", "b.json", "--format", "json").stdout)
    assert [each["code"] for each in document["findings"]] == ["SUP001"]
    assert document["summary"]["suppressed"] == 1


def test_check_with_a_missing_baseline_is_2_and_names_create(stage):
    outcome = checker("check", "news", "--baseline", "none.json")
    assert outcome.exit_code == 2
    assert "make it with: checker baseline create PATH... --baseline none.json" in outcome.stderr
    assert stage.asked == []


def test_check_with_a_damaged_baseline_is_2_with_the_line(stage, tmp_path):
    (tmp_path / "b.json").write_text("{\n<<<<<<< HEAD\n")
    outcome = checker("check", "news", "--baseline", "b.json")
    assert outcome.exit_code == 2
    assert "b.json:2: two branches changed the baseline" in outcome.stderr


def test_check_warns_of_a_baseline_made_under_other_settings(stage):
    save(create(report(finding(1), min_score=0.5)), "b.json")
    outcome = checker("check", "news", "--baseline", "b.json")
    assert outcome.exit_code == 0
    assert "warning: b.json: the baseline was made under other settings" in outcome.stderr
    assert "min-score is 0.0, was 0.5" in outcome.stderr
    assert checker("check", "news", "--baseline", "b.json", "--quiet").stderr == ""


def test_check_against_an_archive_says_nothing_of_what_it_did_not_look_at(stage):
    save(create(report(finding(1), finding(8))), "b.json")
    assert "not in this run" in checker("check", "news", "--baseline", "b.json").stderr
    assert checker("check", "news", "--against", "old", "--baseline", "b.json").stderr == ""


def test_check_never_writes_a_report_over_the_baseline(stage, tmp_path):
    save(create(report(finding(1))), "b.json")
    before = (tmp_path / "b.json").read_bytes()
    assert checker("check", "news", "--baseline", "b.json", "--output", "json=b.json").exit_code == 2
    assert (tmp_path / "b.json").read_bytes() == before


def test_check_takes_the_gate_of_the_configuration(stage, tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.checker.limits]\nnew = 1\n")
    outcome = checker("check", "news")
    assert outcome.exit_code == 0
    assert "passed: 1 new finding at or above warning, 1 allowed" in outcome.stderr
    (tmp_path / "pyproject.toml").write_text('[tool.checker]\nfail-on = "note"\n')
    assert checker("check", "news").stderr == "checker: failed: 2 findings at or above note, none allowed\n"
    (tmp_path / "pyproject.toml").write_text(
        '[[tool.checker.overrides]]\nsources = ["Harbour*"]\nfail-on = "never"\n'
    )
    assert checker("check", "news").exit_code == 0


def test_an_unused_suppression_of_the_configuration_is_a_warning(stage, tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        f'[[tool.checker.suppress]]\nfingerprint = "{9:016x}"\nreason = "theirs"\n'
    )
    assert f"warning: suppression {9:016x}: no finding of this run" in checker("check", "news").stderr


# Help


@pytest.mark.parametrize("command", ["create", "update", "diff", "audit"])
def test_every_command_has_help_with_an_example(command):
    outcome = checker("baseline", command, "--help")
    assert outcome.exit_code == 0
    assert f"checker baseline {command}" in outcome.stdout.split("Example")[1]
    assert outcome.stdout.isascii()
