"""docs/rules/ says what the rules say of themselves."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.cli import app
from checker.commandline.rule_pages import rule_pages
from checker.rules import RULES

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_current():
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert written == rule_pages(RULES), "run `python docs/write_rule_pages.py`"


@pytest.mark.parametrize("code", RULES)
def test_a_page_is_what_explain_prints(code):
    printed = CliRunner().invoke(app, ["explain", code]).stdout
    assert (FOLDER / f"{code}.md").read_text(encoding="utf-8") == f"# {printed}"


def test_the_list_links_to_every_page():
    listed = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"[{code}]({code}.md)" in listed for code in RULES)
