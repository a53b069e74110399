"""What a runner of GitHub does with a composite action, as far as its steps can run on any machine.

Scripts run in bash with the flags that GitHub gives it. Other actions are noted with what they are given,
and their outputs are those that the test provides.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BASH = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"]

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_COMPARISON = re.compile(r"(?P<name>[\w.-]+) (?P<operator>==|!=) '(?P<value>[^']*)'")


@dataclass
class Run:
    """How an action ran: its outputs, what other actions were given, the steps that ran, what was printed."""

    status: int = 0
    outputs: dict[str, str] = field(default_factory=dict)
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    log: str = ""


@dataclass
class Runner:
    """A machine with a ``workspace``, a folder for its own files, and an environment."""

    workspace: Path
    own: Path
    environ: Mapping[str, str]

    def run(
        self,
        action: Mapping[str, object],
        inputs: Mapping[str, str],
        *,
        action_path: Path,
        provided: Mapping[str, Mapping[str, str]],
        github: Mapping[str, str] | None = None,
    ) -> Run:
        """Run the steps in order; the steps of ``provided`` are not run but have its outputs."""
        outcome = Run()
        context = {f"inputs.{name}": str(spec.get("default", "")) for name, spec in action["inputs"].items()}
        context |= {f"inputs.{name}": value for name, value in inputs.items()}
        context |= {f"github.{name}": value for name, value in (github or {}).items()}
        for number, step in enumerate(action["runs"]["steps"]):
            name = step.get("id", f"step-{number}")
            if not _holds(step.get("if", ""), context):
                continue
            outputs: Mapping[str, str] = {}
            if name in provided:
                outputs = provided[name]
            elif "uses" in step:
                outcome.used[step["uses"]] = _resolved(step.get("with", {}), context)
            else:
                outcome.ran.append(step["name"])
                status, outputs, log = self._script(step, context, action_path)
                outcome.log += log
                if status and not step.get("continue-on-error"):
                    outcome.status = status
                    break
            context |= {f"steps.{name}.outputs.{key}": value for key, value in outputs.items()}
        values = {name: output["value"] for name, output in action["outputs"].items()}
        outcome.outputs = _resolved(values, context)
        return outcome

    @property
    def summary(self) -> Path:
        """The file that is shown on the page of the job."""
        return self.own / "summary.md"

    def _script(
        self, step: Mapping[str, object], context: Mapping[str, str], action_path: Path
    ) -> tuple[int, dict[str, str], str]:
        script, outputs = self.own / "script.sh", self.own / "outputs"
        # GitHub replaces expressions in a script before the shell sees it.
        script.write_text(_resolve(str(step["run"]), context), encoding="utf-8")
        outputs.write_text("", encoding="utf-8")
        self.summary.touch()
        environ = {
            **self.environ,
            "GITHUB_ACTION_PATH": str(action_path),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(self.own),
            **_resolved(step.get("env", {}), context),
        }
        done = subprocess.run(
            [*BASH, str(script)], cwd=self.workspace, env=environ, capture_output=True, text=True, check=False
        )
        lines = outputs.read_text(encoding="utf-8").splitlines()
        return done.returncode, dict(line.split("=", 1) for line in lines), done.stdout + done.stderr


def _resolved(values: Mapping[str, object], context: Mapping[str, str]) -> dict[str, str]:
    return {key: _resolve(_written(value), context) for key, value in values.items()}


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _resolve(text: str, context: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda match: context.get(match.group(1), ""), text)


def _holds(condition: str, context: Mapping[str, str]) -> bool:
    """Whether a condition holds: comparisons with texts, joined by ``&&``."""
    for part in filter(None, condition.split(" && ")):
        match = _COMPARISON.fullmatch(part)
        assert match is not None, f"a condition that this runner does not know: {part}"
        equal = context.get(match["name"], "") == match["value"]
        if equal != (match["operator"] == "=="):
            return False
    return True


def clean_environment(*folders: Path) -> dict[str, str]:
    """The variables that a program needs to run at all, with ``folders`` first on the path."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR", "PATH") if name in os.environ}
    # Not the machine's own settings of git, which may sign commits or name branches otherwise.
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        git |= {f"GIT_{role}_NAME": "A Writer", f"GIT_{role}_EMAIL": "writer@example.org"}
    kept["PATH"] = os.pathsep.join([*map(str, folders), kept.get("PATH", os.defpath)])
    return kept | git
