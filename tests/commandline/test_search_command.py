"""The command ``checker search``: flags in, exit code, stdout and stderr out."""

import io
import json
import re
import subprocess
import sys
from dataclasses import replace

import jsonschema
import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

from checker import cli, searching
from checker.commandline import search_views
from checker.errors import MissingPathError, NoArticlesError
from checker.records import Member, Problem, Side, Stance
from checker.reports import json as json_report
from checker.searching import Hit, Search

SUPPORT = Side(
    "a.md",
    "Harbour Post",
    "Storm shuts bridge",
    None,
    "archive/a.md",
    "2022-11-06",
    3,
    1,
    10,
    57,
    "On Sunday, police say, the old bridge is closed.",
    "",
    "",
    "the old bridge is closed",
    "police",
    Stance.ASSERTS,
    2,
    (Member("b.md", "Coast Daily", 0, 9, "2022-11-07"),),
)
DISPUTE = replace(
    SUPPORT,
    source="The Meridian\x1b[2J",
    speaker="the mayor",
    stance=Stance.DENIES,
    members=(),
    published=None,
)
FOUND = Search(
    "The bridge is closed",
    (Hit(SUPPORT, 0.93, 0.8), Hit(replace(SUPPORT, article="c.md", title=None), 0.6, 0.7)),
    (Hit(DISPUTE, 0.8, 0.8),),
    articles=4,
    sources=3,
    sentences=1200,
    near=7,
)
NOTHING = replace(FOUND, supports=(), disputes=())


def run(monkeypatch, answer, *arguments):
    def search_paths(claim, paths, **options):
        if isinstance(answer, Exception):
            raise answer
        calls.append((claim, paths, options["settings"]))
        return answer

    calls = []
    monkeypatch.setattr(searching, "search_paths", search_paths)
    result = CliRunner().invoke(cli.app, ["search", *arguments])
    return result, calls


def drawn(found, width, limit=10):
    stream = io.StringIO()
    search_views.draw(found, limit, Console(file=stream, width=width, color_system=None, _environ={}))
    return stream.getvalue()


def test_the_claim_and_the_paths_reach_the_search(monkeypatch):
    result, calls = run(monkeypatch, FOUND, "The bridge", "x", "y", "--column", "text=body", "--jobs", "2")
    assert result.exit_code == 0
    ((claim, paths, settings),) = calls
    assert (claim, paths, settings.jobs, settings.columns) == ("The bridge", ["x", "y"], 2, {"text": "body"})


def test_json_holds_sides_as_the_report_does(monkeypatch):
    result, _ = run(monkeypatch, FOUND, "c", "x", "--format", "json", "--limit", "1")
    shown = json.loads(result.stdout)
    assert list(shown) == ["claim", "supports", "disputes"]
    assert (len(shown["supports"]), len(shown["disputes"])) == (1, 1)
    schema = json_report.schema()
    side = {"$ref": "#/$defs/side", "$defs": schema["$defs"]}
    for entry in (*shown["supports"], *shown["disputes"]):
        assert 0 <= entry.pop("score") <= 1
        jsonschema.validate(entry, side)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_text_fits_its_width_and_steers_no_terminal(width):
    text = drawn(FOUND, width)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    assert "\x1b" not in text


def test_the_text_says_who_supports_and_who_disputes():
    text = drawn(FOUND, 80)
    assert re.search(
        r"Supported by 2 sentences of 2 sources\n\n  almost certain 0\.93 · Harbour Post · 6 Nov 2022", text
    )
    assert "1 more source says the same: Coast Daily" in text
    assert re.search(
        r"Disputed by 1 sentence of 1 source\n\n  likely 0\.80 .+ date unknown · denied by the mayor",
        text,
        re.DOTALL,
    )
    assert "archive/a.md:3:1 · Storm shuts bridge" in text
    assert text.endswith("Searched 4 articles of 3 sources, 1,200 sentences, 7 of them near the claim\n")


def test_what_the_limit_hides_is_counted():
    assert "and 1 more (raise --limit)" in drawn(FOUND, 80, limit=1)


def test_nothing_found_is_said_and_is_no_failure(monkeypatch):
    result, _ = run(monkeypatch, NOTHING, "c", "x")
    assert result.exit_code == 0
    assert "Nothing found: no sentence supports or disputes it" in result.stdout


def test_lost_content_ends_with_3_unless_allowed(monkeypatch):
    lost = replace(FOUND, errors=(Problem("b.jsonl", "the line is no JSON", 7),))
    result, _ = run(monkeypatch, lost, "c", "x")
    assert result.exit_code == 3
    assert "b.jsonl:7" in result.stderr
    assert run(monkeypatch, lost, "c", "x", "--allow-errors")[0].exit_code == 0


@pytest.mark.parametrize(
    ("error", "code"), [(NoArticlesError("no article"), 3), (MissingPathError("no such path"), 2)]
)
def test_errors_end_with_their_code(monkeypatch, error, code):
    result, _ = run(monkeypatch, error, "c", "x")
    assert result.exit_code == code
    assert str(error) in result.stderr


def test_an_empty_claim_ends_with_2():
    result = CliRunner().invoke(cli.app, ["search", " ", "seeds"])
    assert result.exit_code == 2
    assert "the claim is empty" in result.stderr


def test_the_command_itself_ends_with_3_where_there_is_no_article(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "checker", "search", "The bridge is closed", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert "no article" in done.stderr


def test_a_limit_below_one_ends_with_2(monkeypatch):
    assert run(monkeypatch, FOUND, "c", "x", "--limit", "0")[0].exit_code == 2
