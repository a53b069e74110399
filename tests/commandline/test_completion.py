"""Shell completion: each shell's question is answered, from the installed command's own process."""

import os
import subprocess
import sys

import pytest

from checker.rules import RULES


def asked(instruction, **variables):
    done = subprocess.run(
        [sys.executable, "-m", "checker"],
        env={**os.environ, "_CHECKER_COMPLETE": instruction, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def bash(line):
    typed = line.split(" ")
    return asked("complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(typed) - 1)).split()


@pytest.mark.parametrize(
    ("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef checker"), ("fish", "complete --command")]
)
def test_each_shell_gets_a_script_that_asks_checker(shell, sign):
    script = asked(f"source_{shell}")
    assert sign in script
    assert f"_CHECKER_COMPLETE=complete_{shell}" in script


def test_bash_is_told_commands_flags_and_values():
    assert bash("checker sea") == ["search"]
    assert "--fail-on" in bash("checker check --fa")
    assert bash("checker check --fail-on n") == ["note", "never"]


def test_zsh_is_told_what_a_flag_means():
    answer = asked("complete_zsh", _TYPER_COMPLETE_ARGS="checker search --lim")
    assert answer.startswith("_arguments")
    assert '"--limit":"Show at most N' in answer


def test_fish_is_told_the_values_of_a_flag():
    answer = asked(
        "complete_fish",
        _TYPER_COMPLETE_ARGS="checker compare --format ",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert answer.split() == ["text", "json"]


def test_codes_of_rules_are_completed_in_the_case_that_was_begun():
    assert bash("checker explain co") == ["con001"]
    assert bash("checker explain ") == list(RULES)
    assert bash("checker check --select DA") == ["DAT001"]
