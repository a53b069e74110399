"""The recipe names programs that exist, with arguments they know."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from training import run

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {place: f"/at/{place}" for place in run.PLACES}
SECTIONS = ("data", "judge-2", "judge-3", "judge-4", "judge", "screen", "export", "calibration")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_step_of_the_recipe_runs_a_program_of_the_folder(section: str) -> None:
    for step in run.steps_of(section, PLACES):
        assert importlib.util.find_spec(f"training.{step.program}") is not None
        assert not any("{" in word for word in step.arguments)


def test_a_place_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="judge needs --mpnet"):
        run.steps_of("judge", {"runs": "r", "nli": "n"})


def test_what_is_there_is_not_made_again_and_a_failure_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def start(command: list[str], *, check: bool) -> None:
        asked.append(command[2])
        if "fails" in command[2]:
            raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(run.subprocess, "run", start)
    (tmp_path / "made").mkdir()
    steps = [run.Step("first", (), "made"), run.Step("second", (), ""), run.Step("fails", (), "never")]
    with pytest.raises(subprocess.CalledProcessError):
        run.run([*steps, run.Step("after", (), "")], tmp_path)
    assert asked == ["training.second", "training.fails"]


def test_an_unknown_section_is_a_usage_error() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "training.run", "nothing", "--runs", "r"], capture_output=True, check=False
    )
    assert ended.returncode == 2
    assert b"invalid choice" in ended.stderr
