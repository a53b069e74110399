"""What README.md and docs/ show can be done: the Python blocks run, and the commands have such options."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from checker.cli import app

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(?:    )?\$ (?P<line>.*\bchecker .*)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<target>[^)#]+)(?:#[^)]*)?\)")


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a page that are in ``language``."""
    text = page.read_text(encoding="utf-8")
    return [match["code"] for match in _BLOCK.finditer(text) if match["language"] == language]


def commands(page: Path) -> list[list[str]]:
    """The arguments of every ``$ checker ...`` of a page, without comments and redirections."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    return [call for match in _COMMAND.finditer(text) for call in calls(match["line"])]


def calls(line: str) -> list[list[str]]:
    """The arguments of every call of checker in a line for a shell."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    found: list[list[str]] = []
    words: list[str] = []
    redirected = False
    for word in [*lexer, ";"]:
        if word in {"|", "&&", "||", ";", "&"}:
            if words and Path(words[0]).name == "checker":
                found.append(words[1:])
            words, redirected = [], False
        elif word in {">", ">>", "<"}:
            redirected = True
        elif not redirected:
            words.append(word)
    return found


def parse(arguments: list[str]) -> None:
    """Parse a call without running it. Raises click's errors for what does not exist."""
    command = typer.main.get_command(app)
    rest = list(arguments)
    while hasattr(command, "commands") and rest and not rest[0].startswith("-"):
        name = rest.pop(0)
        assert name in command.commands, f"there is no command {name!r}"
        command = command.commands[name]
    if rest not in (["--help"], ["--version"]):
        command.make_context(command.name, rest)


SHOWN = [
    pytest.param(call, id=f"{page.name}: {' '.join(call)}")
    for page in PAGES
    for call in sorted({tuple(call) for call in commands(page)})
]
PYTHON = [ROOT / "README.md", ROOT / "docs" / "python.md"]


@pytest.mark.parametrize("call", SHOWN)
def test_a_command_that_is_shown_can_be_parsed(call):
    parse(list(call))


def test_the_readme_shows_commands_and_python():
    assert len(commands(ROOT / "README.md")) >= 5
    assert all(blocks(page, "python") for page in PYTHON)


@pytest.mark.parametrize(
    "line", ["checker check articles --no-such-flag", "checker chekc articles", "checker check"]
)
def test_a_command_that_does_not_exist_is_noticed(line):
    ((arguments),) = calls(line)
    with pytest.raises(Exception, match=r"(?i)no such option|no command|missing"):
        parse(arguments)


def test_calls_are_found_among_redirections_comments_and_other_programs():
    line = "git diff | grep x && checker judge 'a b.csv' > out.jsonl  # a table"
    assert calls(line) == [["judge", "a b.csv"]]


@pytest.mark.models
@pytest.mark.parametrize("page", PYTHON, ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page, monkeypatch):
    # One after the other in one namespace, as a reader would try them.
    monkeypatch.chdir(ROOT)
    space: dict[str, object] = {"__name__": page.stem}
    for code in blocks(page, "python"):
        exec(compile(code, str(page), "exec"), space)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_the_pages_lead_somewhere(page):
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    targets = [match["target"] for match in _LINK.finditer(text) if "://" not in match["target"]]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_listed_in_the_index():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    listed = {match["target"] for match in _LINK.finditer(index)}
    own = [path for path in PAGES if path.parent == ROOT / "docs" and path.name != "README.md"]
    assert [path.name for path in own if path.name not in listed] == []
