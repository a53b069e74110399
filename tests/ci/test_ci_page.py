"""docs/ci.md shows workflows that can be copied: what they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = [
    yaml.safe_load(code) for code in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
]
INPUTS = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]


def test_the_workflow_gives_the_action_inputs_that_it_has():
    (workflow,) = [block for block in BLOCKS if "jobs" in block]
    checkout, action = workflow["jobs"]["checker"]["steps"]
    assert re.fullmatch(r"actions/checkout@v\d+", checkout["uses"])
    assert checkout["with"]["fetch-depth"] == 0
    assert set(action["with"]) <= set(INPUTS)


def test_the_hooks_that_are_shown_exist():
    (config,) = [block for block in BLOCKS if "repos" in block]
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for repo in config["repos"] for hook in repo["hooks"]} <= known


def test_the_table_of_inputs_is_that_of_the_action():
    table = dict(re.findall(r"^\| `([\w-]+)` \| (?:`([^`]*)` )?\|", PAGE, re.MULTILINE))
    assert {name: table.get(name) for name in INPUTS} == {
        name: str(spec.get("default", "")) for name, spec in INPUTS.items()
    }


def test_every_file_of_ci_is_told_of():
    assert [path.name for path in (ROOT / "ci").iterdir() if path.name not in PAGE] == []
