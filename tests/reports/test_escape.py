"""No text of an article steers a terminal, and no letter of it crashes a stream."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from sample import CONTRADICTION, finding, meridian, side, with_findings

from checker.records import Problem, Reason, Report
from checker.reports import terminal
from checker.reports import text as plain
from checker.reports.escape import encodable, one_line, printable, safe_stream

HOSTILE = "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202eevil\u2066 zero\u200bwidth \ud800 [bold red]loud[/]"


def hostile_report() -> Report:
    """Every string that comes from outside holds hostile text."""
    changes = dict.fromkeys(("source", "title", "path", "claim", "speaker", "published"), HOSTILE)
    report = with_findings(
        finding(
            side(HOSTILE, **changes),
            meridian(HOSTILE + " not", **changes),
            explanation=HOSTILE,
            event=HOSTILE,
            name=HOSTILE,
            reasons=(Reason(supports=True, text=HOSTILE),),
        )
    )
    return Report(
        report.tool,
        report.summary,
        report.findings,
        errors=(Problem(HOSTILE, HOSTILE, line=1),),
        warnings=(Problem(HOSTILE, HOSTILE),),
    )


def assert_harmless(shown: str) -> None:
    hidden = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n"}
    assert hidden == set()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b", "\\x9b"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("one\r\ntwo\tthree\u2028four", "one two three four"),
        ("Київ, naïve — “quoted” 中文", "Київ, naïve — “quoted” 中文"),
    ],
)
def test_hidden_characters_become_visible_and_letters_stay(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_printable_hides_nothing_and_is_stable(text: str) -> None:
    shown = printable(text)
    assert_harmless(shown)
    assert "\n" not in shown
    assert printable(shown) == shown


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S"))))
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert printable(text) == text


def test_one_line_folds_white_space() -> None:
    assert one_line("  two\n   words\t") == "two words"


def test_text_report_shows_hostile_text_harmlessly() -> None:
    shown = plain.render(hostile_report(), stats=True)
    assert_harmless(shown)
    assert "␛[2J" in shown
    assert "[bold red]loud[/]" in shown


def test_terminal_report_writes_no_control_characters_when_piped() -> None:
    stream = io.StringIO()
    terminal.render(hostile_report(), Console(file=stream, width=200), stats=True)
    assert_harmless(stream.getvalue())
    assert stream.getvalue().count("[bold red]loud[/]") >= 10


def test_terminal_report_writes_only_its_own_styles_on_a_terminal() -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=200, force_terminal=True, color_system="standard", no_color=False)
    terminal.render(hostile_report(), console)
    assert "\x1b[2J" not in stream.getvalue()
    assert "\x1b]" not in stream.getvalue()
    assert "\u202e" not in stream.getvalue()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_safe_stream_takes_every_report(encoding: str) -> None:
    raw = io.BytesIO()
    stream = safe_stream(io.TextIOWrapper(raw, encoding=encoding))
    report = with_findings(finding(side("Київ is ready."), meridian("Київ is not ready.")), CONTRADICTION)
    print(plain.render(report), file=stream)
    terminal.render(report, Console(file=stream, width=80))
    stream.flush()
    shown = raw.getvalue().decode(encoding)
    assert ("Київ" if encoding == "utf-8" else "\\u041a\\u0438\\u0457\\u0432 is") in shown


def test_a_console_without_the_signs_gets_ascii_ones() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    terminal.render(with_findings(CONTRADICTION), Console(file=stream, width=80))
    stream.flush()
    shown = raw.getvalue().decode("ascii")
    assert "*not*" in shown
    assert "| The old Sund ferry" in shown


def test_a_stream_in_memory_is_returned_as_it_is() -> None:
    stream = io.StringIO()
    assert safe_stream(stream) is stream


def test_encodable_knows_letters_and_unknown_encodings() -> None:
    assert encodable("é", "cp1252")
    assert not encodable("│", "cp1252")
    assert not encodable("a", "no-such-encoding")
