"""The terminal report: nothing truncated, nothing padded, readable with and without styles."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from sample import CONTRADICTION, DENIAL, FULL, QUIET, SUPERSEDED, finding, meridian, side, with_findings

from checker.records import Problem, Reason, Report
from checker.reports import terminal

ANSI = re.compile(r"\x1b\[[\d;]*m")


def shown(
    report: Report,
    width: int,
    *,
    styled: bool = False,
    stats: bool = False,
    no_color: bool = False,
    ending: str | None = None,
) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=styled,
        color_system="standard" if styled else None,
        no_color=no_color,
        _environ={},
    )
    terminal.render(report, console, stats=stats, ending=ending)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_or_padded(width: int) -> None:
    lines = shown(FULL, width, stats=True).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [20, 60, 80])
def test_quotes_are_never_truncated(width: int) -> None:
    text = " ".join(re.sub(r"[│«»]", "", shown(FULL, width)).split())
    for each in FULL.findings:
        for quote in (each.a.text, each.b.text):
            assert re.sub(r"\W", "", quote) in re.sub(r"\W", "", text)


def test_quotes_stand_side_by_side_from_100_columns() -> None:
    assert re.search(r"Harbour Post.+The Meridian", shown(FULL, 100))
    assert not re.search(r"Harbour Post.+The Meridian", shown(FULL, 99))


def test_clashing_words_stand_between_marks_without_styles() -> None:
    text = shown(with_findings(CONTRADICTION), 80)
    assert "«not» ready" in text
    assert "\x1b" not in text


def test_clashing_words_are_underlined_without_colour() -> None:
    text = shown(with_findings(CONTRADICTION), 80, styled=True, no_color=True)
    assert "\x1b[1;4mnot\x1b[0m" in text
    assert "«" not in text
    assert not re.search(r"\x1b\[[\d;]*[34][0-7]m", text)


def test_clashing_words_are_marked_in_colours_that_bring_their_background() -> None:
    assert "\x1b[30;43mnot\x1b[0m" in shown(with_findings(CONTRADICTION), 80, styled=True)


def test_no_text_relies_on_the_background_of_the_terminal() -> None:
    coloured = re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)", shown(FULL, 80, styled=True))
    for codes, words in coloured:
        parts = set(codes.split(";"))
        # Yellow and cyan cannot be read on white, least of all when bold brightens them.
        if parts & {"33", "36", "37", "30"}:
            assert words == "│ " or parts & {"41", "42", "43", "44", "45", "46"}


def test_words_outside_the_claim_are_dim_and_the_claim_is_not() -> None:
    text = shown(with_findings(CONTRADICTION), 120, styled=True)
    assert re.search(r"\x1b\[2mAfter three weeks", text)
    assert not re.search(r"\x1b\[2m[^\x1b]*is ready to sail", text)


@pytest.mark.parametrize("width", [60, 80])
def test_styles_change_nothing_but_the_marks_where_claims_are_whole_sentences(width: int) -> None:
    marked = shown(with_findings(SUPERSEDED), width)
    styled = ANSI.sub("", shown(with_findings(SUPERSEDED), width, styled=True))
    assert re.sub(r"[\s│]", "", styled) == re.sub(r"[\s│«»]", "", marked)


def test_the_accent_colours_the_bar_and_not_the_quote() -> None:
    text = shown(with_findings(CONTRADICTION), 80, styled=True)
    assert re.search(r"\x1b\[31m│ \x1b\[0m\x1b\[2mAfter", text)


def test_the_sign_of_a_reason_is_bold_and_the_reason_is_not() -> None:
    assert "\x1b[1m+ \x1b[0mBoth speak" in shown(with_findings(CONTRADICTION), 80, styled=True)


def test_a_claim_that_differs_from_its_sentence_is_shown() -> None:
    assert "claim: The yard's managers have held talks" in shown(with_findings(DENIAL), 120)


def test_a_claim_that_is_part_of_its_sentence_has_a_line_where_styles_cannot_show_it() -> None:
    assert "claim: The old Sund ferry is ready to sail" in shown(with_findings(CONTRADICTION), 120)
    assert "claim:" not in ANSI.sub("", shown(with_findings(CONTRADICTION), 120, styled=True))


def test_the_summary_stands_last() -> None:
    assert shown(QUIET, 80) == "No conflicts: 629 pairs of 318 claims compared in 6 articles of 5 sources\n"
    assert "4 findings (2 errors, 1 warning, 1 note)" in shown(FULL, 80).split("─")[-1]


def test_what_the_exit_code_means_is_the_last_line() -> None:
    assert shown(FULL, 80, ending="Exit code 3: lost").endswith("\nExit code 3: lost\n")
    assert "Exit code" not in shown(FULL, 80)


def test_the_summary_counts_each_severity_with_its_codes() -> None:
    last = shown(FULL, 80).split("─")[-1]
    assert "error    2  1 contradiction (CON001), 1 number-mismatch (NUM001)" in last
    assert "warning  1  denied (DEN001)" in last
    assert "note     1  superseded (SUP001)" in last


def test_findings_of_one_event_stand_under_one_heading() -> None:
    text = shown(FULL, 80)
    assert re.findall(r"^── (.+?) ─+$", text, re.MULTILINE) == ["Sund ferry · 3 findings", "no event named"]
    assert text.index("Sund ferry ·") < text.index("CON001") < text.index("no event named")


def test_reasons_for_a_finding_stand_before_those_against_it() -> None:
    against, supporting = Reason(supports=False, text="But."), Reason(supports=True, text="So.")
    text = shown(with_findings(replace(CONTRADICTION, reasons=(against, supporting))), 80)
    assert text.index("+ So.") < text.index("− But.")


def test_the_funnel_is_shown_only_when_asked_for() -> None:
    assert "furniture" not in shown(FULL, 80)
    assert "furniture" in shown(FULL, 80, stats=True)


def test_many_problems_are_shortened_with_their_number() -> None:
    many = replace(QUIET, errors=tuple(Problem("feed.jsonl", "broken", line=n) for n in range(1, 31)))
    text = shown(many, 80)
    assert text.count("broken") == 10
    assert "and 20 more" in text
    assert "30 inputs could not be read" in text


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=120), st.integers(30, 150))
def test_any_text_fits_any_width(text: str, width: int) -> None:
    report = with_findings(finding(side(text, source=text, title=text), meridian(text, speaker=text)))
    assert all(cell_len(line) <= width for line in shown(report, width).split("\n"))
