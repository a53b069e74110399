"""Plain text: lines an editor can jump to, quotes within 100 columns, no colour."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from sample import CONTRADICTION, FULL, QUIET, finding, meridian, side, with_findings

from checker.records import Reason
from checker.reports import text as plain

HEADER = re.compile(
    r"^(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<code>[A-Z]{3}\d{3}) (\w+) .+ \(.+, 0\.\d\d\)$"
)


def test_a_finding_starts_with_a_line_for_editors() -> None:
    first = plain.render(with_findings(CONTRADICTION)).splitlines()[0]
    match = HEADER.match(first)
    assert match
    assert match.group("path", "line", "column", "code") == ("archive/harbour-post.md", "3", "1", "CON001")


def test_both_quotes_stand_there_in_full() -> None:
    shown = " ".join(plain.render(with_findings(CONTRADICTION)).split())
    assert f'"{CONTRADICTION.a.text}"' in shown
    assert f'"{CONTRADICTION.b.text}"' in shown


def test_the_summary_is_the_last_line() -> None:
    assert plain.render(FULL).splitlines()[-1] == (
        "4 findings (2 errors, 1 warning, 1 note) in 6 articles of 5 sources."
    )
    assert plain.render(QUIET).startswith("No conflicts: 629 pairs")


def test_what_the_exit_code_means_stands_under_the_summary() -> None:
    last = plain.render(FULL, ending="Exit code 1: findings at or above --fail-on warning").splitlines()[-1]
    assert last == "Exit code 1: findings at or above --fail-on warning."


def test_reasons_for_a_finding_stand_before_those_against_it() -> None:
    against, supporting = Reason(supports=False, text="But."), Reason(supports=True, text="So.")
    shown = plain.render(with_findings(replace(CONTRADICTION, reasons=(against, supporting))))
    assert shown.index("+ So.") < shown.index("- But.")


def test_the_funnel_is_shown_only_when_asked_for() -> None:
    assert "furniture" not in plain.render(FULL)
    assert "furniture" in plain.render(FULL, stats=True)


def test_what_could_not_be_read_is_named() -> None:
    shown = plain.render(FULL)
    assert "error: archive/feed.jsonl:7: the line is no JSON object" in shown
    assert "warning: archive/islander.md: starts with" in shown


def test_no_text_of_an_article_is_a_command_to_a_runner_of_jobs() -> None:
    # GitHub's looks for "::name" behind the spaces that begin a line, others for "##vso[name]" within it.
    for blanks in range(80, 100):
        quote = f"{'x' * blanks} ::error file=a::Gotcha ##[add-mask]harbour ##vso[task.setvariable]x"
        source = quote.removeprefix("x" * blanks).strip()
        report = with_findings(finding(side(quote, source=source, path=source), meridian(quote)))
        for line in plain.render(report, ending=source).splitlines():
            assert not re.match(r"\s*::\w", line)
            assert not re.search(r"##\w*\[", line)


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=400), st.text(min_size=1, max_size=300))
def test_only_headers_are_wider_than_100_columns(quote: str, source: str) -> None:
    report = with_findings(finding(side(quote, source=source), meridian(quote, source=source)))
    wide = [line for line in plain.render(report).split("\n") if len(line) > 100]
    assert all(": CON001 " in line for line in wide)
