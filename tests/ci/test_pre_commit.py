"""The hooks for pre-commit: their shape, and runs by pre-commit itself and as it would run them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from composite import clean_environment

from checker.sources.recognise import COMPRESSED, SUFFIXES

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
SHUT = "---\nsource: The Meridian\npublished: 2022-11-10\n---\nThe bridge stayed open on Monday.\n"


@pytest.mark.parametrize("hook", HOOKS.values(), ids=lambda hook: hook["id"])
def test_a_hook_runs_for_the_files_that_checker_reads_in_a_folder(hook):
    names = [f"articles/new{suffix}{packing}" for suffix in SUFFIXES for packing in ("", *COMPRESSED)]
    assert [name for name in names if not re.search(hook["files"], name)] == []
    assert not re.search(hook["files"], "articles/photo.png")


def test_the_changed_articles_are_given_to_one_process():
    assert HOOKS["checker"]["require_serial"] is True
    assert HOOKS["checker-all"]["pass_filenames"] is False


@pytest.mark.models
def test_the_entry_with_a_changed_file_finds_its_conflict(installed, repository):
    repository.commit({"articles/new.md": SHUT})
    command = [*shlex.split(HOOKS["checker"]["entry"]), "--against", "articles", "articles/new.md"]
    done = subprocess.run(
        command,
        cwd=repository.path,
        env=clean_environment(installed),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "CON001" in done.stdout


@pytest.fixture
def hooked(tmp_path, repository, environ, noting):
    """Runs pre-commit in the repository; what the hook "checker" or "checker-all" needs is on its path."""
    pytest.importorskip("pre_commit")
    tool = tmp_path / "tool"
    tool.mkdir()
    shutil.copy(MANIFEST, tool)
    for command in (
        ["init", "--quiet"],
        ["add", "--all"],
        ["commit", "--quiet", "--message", "The hooks"],
    ):
        subprocess.run(["git", *command], cwd=tool, env=environ, check=True)

    def running(hook: str, **changes: object) -> subprocess.CompletedProcess[str]:
        # An environment of its own for checker takes a network and minutes: here it is on the path.
        config = {"id": hook, "language": "system", **changes}
        head = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=tool, env=environ, capture_output=True, text=True, check=True
        ).stdout.strip()
        repository.commit(
            {
                ".pre-commit-config.yaml": yaml.safe_dump(
                    {"repos": [{"repo": str(tool), "rev": head, "hooks": [config]}]}
                )
            }
        )
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--from-ref", "origin/main", "--to-ref", "HEAD"],
            cwd=repository.path,
            env={**environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )

    return running


def test_pre_commit_gives_the_changed_articles_to_checker(hooked, noting, repository):
    repository.commit({"articles/new one.md": SHUT, "articles/photo.png": "none", "notes.py": "1\n"})
    done = hooked("checker", args=["--against", "articles"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert noting.only == ["check", "--quiet", "--against", "articles", "articles/new one.md"]


def test_pre_commit_gives_the_folders_to_checker(hooked, noting, repository):
    repository.commit({"articles/new.md": SHUT})
    done = hooked("checker-all", args=["articles"])
    assert done.returncode == 0, done.stdout + done.stderr
    assert noting.only == ["check", "--quiet", "articles"]


def test_findings_fail_the_commit(hooked, environ, repository, monkeypatch):
    repository.commit({"articles/new.md": SHUT})
    environ["STATUS"] = "1"
    done = hooked("checker", args=["--against", "articles"])
    assert done.returncode == 1
    assert "Failed" in done.stdout
