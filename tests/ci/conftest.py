"""Commands in folders of their own, to put on the path of a script, and a repository with a branch."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from composite import clean_environment

import checker

ROOT = Path(__file__).parents[2]

OPEN = "---\nsource: Harbour Post\npublished: 2022-11-10\n---\nThe bridge was closed on Monday.\n"
SHUT = "---\nsource: The Meridian\npublished: 2022-11-10\n---\nThe bridge stayed open on Monday.\n"

#: Notes how it was called, writes a word to every file that it is asked to write, and ends as it is told.
_NOTING = """\
import json, os, sys

arguments = sys.argv[1:]
call = {"arguments": arguments}
for flag, value in zip(arguments, arguments[1:]):
    if flag == "--output":
        kind, _, file = value.partition("=")
        with open(file, "w", encoding="utf-8") as stream:
            stream.write(f"a report: {kind}\\n")
    if flag == "--baseline":
        with open(value, encoding="utf-8") as stream:
            call["baseline"] = stream.read()
with open(os.environ["CALLS"], "a", encoding="utf-8") as stream:
    stream.write(json.dumps(call) + "\\n")
sys.exit(int(os.environ.get("STATUS", "0")))
"""


@dataclass(frozen=True)
class Command:
    """A command that only notes how it is called, in a ``folder`` for the path."""

    folder: Path
    notes: Path

    @property
    def calls(self) -> list[dict[str, object]]:
        """What it was given, call by call."""
        if not self.notes.exists():
            return []
        return [json.loads(line) for line in self.notes.read_text(encoding="utf-8").splitlines()]

    @property
    def only(self) -> list[str]:
        """The arguments of its one call."""
        (call,) = self.calls
        return list(call["arguments"])

    @property
    def drafts(self) -> list[str]:
        """The paths of its one call."""
        return self.only[self.only.index("--") + 1 :]


def _executable(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def noting(tmp_path: Path) -> Command:
    """A command ``checker`` that notes its calls: for what the scripts make of theirs."""
    program = tmp_path / "noting.py"
    program.write_text(_NOTING, encoding="utf-8")
    line = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(program))} "$@"\n'
    return Command(_executable(tmp_path / "noting" / "checker", line).parent, tmp_path / "calls")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with the command ``checker`` itself, whether or not it is installed."""
    package = shlex.quote(str(Path(checker.__file__).parents[1]))
    line = f'#!/bin/sh\nPYTHONPATH={package} exec {shlex.quote(sys.executable)} -m checker "$@"\n'
    return _executable(tmp_path / "installed" / "checker", line).parent


@pytest.fixture
def environ(noting: Command) -> dict[str, str]:
    """An environment whose ``checker`` notes its calls."""
    return {**clean_environment(noting.folder), "CALLS": str(noting.notes)}


@dataclass(frozen=True)
class Repository:
    """A git repository on the branch "topic", which left "main" of its origin."""

    path: Path

    def git(self, *arguments: str) -> str:
        """What git prints; it must succeed."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env=clean_environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def commit(self, files: dict[str, str | None]) -> None:
        """Commit texts by their paths; None deletes."""
        for name, text in files.items():
            path = self.path / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two articles and a baseline on main, nothing changed on topic."""
    origin, path = tmp_path / "origin.git", tmp_path / "repository"
    path.mkdir()
    made = Repository(path)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit({"articles/open.md": OPEN, "articles/old.md": OPEN, "checker-baseline.json": "of main\n"})
    made.git("clone", "--quiet", "--bare", ".", str(origin))
    made.git("remote", "add", "origin", str(origin))
    made.git("fetch", "--quiet", "origin")
    made.git("checkout", "--quiet", "-b", "topic")
    return made
