"""``checker rules`` and ``checker explain`` on a terminal and in a pipe."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

from checker import cli
from checker.commandline import listings, rule_views
from checker.rules import RULES

WIDTHS = [40, 60, 80, 120, 200]


def screen(width):
    return Console(file=io.StringIO(), width=width, color_system=None, _environ={})


def words(text):
    return re.sub(r"^#+ |^- ", "", text, flags=re.MULTILINE).split()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_fits_the_terminal_and_holds_every_rule(width):
    at = screen(width)
    rule_views.draw_rules(RULES, at)
    lines = at.file.getvalue().split("\n")
    assert max(map(cell_len, lines)) <= width
    for rule in RULES.values():
        assert rule.code in at.file.getvalue()
        assert rule.name in at.file.getvalue()
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_columns_of_the_list_stay_straight_where_a_meaning_is_folded():
    at = screen(80)
    rule_views.draw_rules(RULES, at)
    first, second, *_ = at.file.getvalue().split("\n")
    start = first.index("A later claim")
    assert second[:start].strip() == ""
    assert second[start] != " "


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("code", RULES)
def test_an_explanation_loses_no_word_at_any_width(code, width):
    at = screen(width)
    rule_views.draw_rule(RULES[code], at)
    text = at.file.getvalue()
    assert max(map(cell_len, text.split("\n"))) <= max(width, 32)
    assert words(RULES[code].documentation) == words(text.partition("\n")[2])
    assert "## " not in text


def test_a_pipe_gets_one_line_a_rule_and_markdown():
    assert CliRunner().invoke(cli.app, ["rules"]).stdout == listings.rules_text(RULES) + "\n"
    assert "\n## What it means\n" in CliRunner().invoke(cli.app, ["explain", "con001"]).stdout
