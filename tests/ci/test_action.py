"""The GitHub Action: its shape, and its steps run as a runner would run them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from composite import Run, Runner, clean_environment

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
UPLOAD = "github/codeql-action/upload-sarif@v4"
SHUT = "---\nsource: The Meridian\npublished: 2022-11-10\n---\nThe bridge stayed open on Monday.\n"


@pytest.fixture
def run(tmp_path, repository):
    """Runs the action on the repository with the ``checker`` of a folder, on a pull request or not."""
    own = tmp_path / "runner"
    own.mkdir()

    def running(
        command: Path,
        environ: dict[str, str],
        *,
        base: str = "main",
        event: str = "pull_request",
        **inputs: str,
    ) -> Run:
        runner = Runner(repository.path, own, {**environ, "GITHUB_BASE_REF": base})
        given = {"paths": "articles", **{name.replace("_", "-"): value for name, value in inputs.items()}}
        return runner.run(
            ACTION,
            given,
            action_path=ROOT,
            provided={"install": {"bin": str(command)}},
            github={"event_name": event, "token": "token", "event.pull_request.number": "7"},
        )

    return running


# Its shape


def test_it_is_a_composite_action_that_describes_itself():
    assert ACTION["runs"]["using"] == "composite"
    assert ACTION["name"]
    for kind in ("inputs", "outputs"):
        assert all(each["description"].endswith(".") for each in ACTION[kind].values())
    assert {"paths", "against", "baseline", "fail-on", "args"} <= set(ACTION["inputs"])
    assert [name for name, spec in ACTION["inputs"].items() if spec.get("required")] == ["paths"]


def test_it_uses_no_action_of_a_third_party():
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert all(
        re.fullmatch(r"actions/[\w-]+@v\d+|github/codeql-action/upload-sarif@v\d+", name) for name in used
    )


def test_every_script_names_its_shell_and_takes_what_users_give_from_its_environment():
    for step in STEPS:
        if "run" in step:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"]


def test_every_input_and_step_that_is_named_exists():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert set(re.findall(r"steps\.([\w-]+)\.", text)) <= {step.get("id") for step in STEPS}


# Its steps, with a command that only notes how it is called


def test_on_a_pull_request_the_changed_articles_are_checked(run, noting, environ, repository):
    repository.commit({"articles/new.md": SHUT})
    outcome = run(noting.folder, environ)
    assert outcome.status == 0, outcome.log
    assert noting.drafts == ["articles/new.md"]
    assert noting.calls[0]["baseline"] == "of main\n"
    assert noting.only[-4:] == ["--format", "github", "--", "articles/new.md"]


def test_on_a_push_all_articles_are_checked(run, noting, environ):
    run(noting.folder, environ, base="", event="push", paths="articles\n  other articles  \n\n")
    assert noting.drafts == ["articles", "other articles"]


def test_changed_only_can_be_switched_off(run, noting, environ):
    run(noting.folder, environ, changed_only="false")
    assert noting.drafts == ["articles"]


def test_the_inputs_become_flags(run, noting, environ):
    run(
        noting.folder,
        environ,
        base="",
        against="archive\nthe wire",
        fail_on="error",
        args="--min-score 0.8\n--ignore ROL",
    )
    text = " ".join(noting.only)
    assert "--against archive --against the wire" in text
    assert "--fail-on error" in text
    assert "--min-score 0.8 --ignore ROL --" in text


def test_text_of_a_user_is_never_run(run, noting, environ, repository):
    run(noting.folder, environ, base="", paths="$(touch a)`touch b`;touch c", args="; touch d")
    assert noting.drafts == ["$(touch a)`touch b`;touch c"]
    assert not [name for name in "abcd" if (repository.path / name).exists()]


def test_reports_become_outputs_a_summary_and_an_upload(run, noting, environ, tmp_path):
    outcome = run(noting.folder, environ, base="", reports="out")
    assert outcome.outputs == {
        "exit-code": "0",
        "markdown": "out/report.md",
        "sarif": "out/report.sarif",
        "json": "out/report.json",
    }
    assert (tmp_path / "runner/summary.md").read_text(encoding="utf-8") == "a report: markdown\n"
    assert outcome.used[UPLOAD] == {"sarif_file": "out/report.sarif", "category": "checker"}


def test_findings_fail_the_job_after_everything_was_reported(run, noting, environ):
    outcome = run(noting.folder, {**environ, "STATUS": "1"}, base="")
    assert outcome.status == 1
    assert outcome.outputs["exit-code"] == "1"
    assert UPLOAD in outcome.used
    assert outcome.ran[-1] == "Decide"


def test_nothing_is_uploaded_where_nothing_was_checked_or_wanted(run, noting, environ):
    assert UPLOAD not in run(noting.folder, environ).used
    assert UPLOAD not in run(noting.folder, environ, base="", sarif="false").used


def test_an_empty_input_is_an_error(run, noting, environ):
    outcome = run(noting.folder, environ, paths=" \n")
    assert outcome.status == 2
    assert "::error::the input paths is empty" in outcome.log


def test_a_comment_is_written_only_if_wanted_and_never_fails_the_job(run, noting, environ, repository):
    repository.commit({"articles/new.md": SHUT})
    name = "Comment on the pull request"
    assert name not in run(noting.folder, environ).ran
    assert name not in run(noting.folder, environ, base="", event="push", comment="true").ran
    # There is no command gh here that may write.
    failing = {**environ, "PATH": f"{noting.folder}:/usr/bin:/bin", "GITHUB_REPOSITORY": "paper/news"}
    outcome = run(noting.folder, failing, comment="true")
    assert name in outcome.ran
    assert outcome.status == 0


# The whole, with checker itself


@pytest.mark.models
def test_a_conflict_is_annotated_summarised_and_fails(run, installed, repository, tmp_path):
    repository.commit({"checker-baseline.json": None, "articles/new.md": SHUT})
    repository.git("push", "--quiet", "origin", "topic:main")
    repository.commit({"articles/new.md": SHUT + "The ferry is green.\n"})
    outcome = run(installed, clean_environment())
    assert outcome.status == 1, outcome.log
    assert re.search(r"^::error .*file=articles/new\.md", outcome.log, re.MULTILINE)
    assert "The bridge stayed open on Monday" in (tmp_path / "runner/summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_the_install_step_puts_the_action_s_own_checker_into_an_environment_of_its_own(
    tmp_path, repository, folder
):
    # A Python that makes environments in which a Python only notes what it is asked.
    python, notes = tmp_path / "python", tmp_path / "notes"
    python.write_text(
        "#!/bin/sh\n"
        'test "$1 $2" = "-m venv" || exit 9\n'
        f'mkdir -p "$3/{folder}"\n'
        f'printf \'#!/bin/sh\\necho "$*" >>{notes}\\n\' >"$3/{folder}/python"\n'
        f'chmod +x "$3/{folder}/python"\n'
    )
    python.chmod(0o755)
    alone = {
        "inputs": {},
        "outputs": {"bin": {"value": "${{ steps.install.outputs.bin }}"}},
        "runs": {"steps": [step for step in STEPS if step.get("id") in ("python", "install")]},
    }
    runner = Runner(repository.path, tmp_path, clean_environment())
    outcome = runner.run(alone, {}, action_path=ROOT, provided={"python": {"python-path": str(python)}})
    assert outcome.status == 0, outcome.log
    assert outcome.outputs["bin"] == str(tmp_path / "checker-venv" / folder)
    asked = notes.read_text(encoding="utf-8").split()
    assert asked[:3] == ["-m", "pip", "install"]
    assert asked[-1] == str(ROOT)
