"""The edge to the terminal: pipes that close, bars that show, encodings that lack letters."""

import io
import json
import subprocess
import sys

import pytest

from checker.commandline import console
from checker.commandline.flags import ReportFormat
from checker.commandline.showing import show_report
from checker.records import Problem, Report, Summary, Tool

REPORT = Report(
    Tool("1", "e", "j"),
    Summary(articles=2),
    errors=(Problem("b.txt", "lost"),),
    warnings=(Problem("c.txt", "odd"),),
)


class Terminal(io.TextIOWrapper):
    """A text stream that says it is a terminal and keeps what is written."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()


def stdout_on_terminal(monkeypatch) -> Terminal:
    # Called in the test, not a fixture: pytest replaces stdout once more between the two.
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


def test_rich_is_the_format_on_a_terminal_and_problems_are_told_once(monkeypatch):
    terminal = stdout_on_terminal(monkeypatch)
    errors = io.StringIO()
    monkeypatch.setattr(sys, "stderr", errors)
    show_report(REPORT, None, (), stats=False, quiet=False)
    assert "\x1b[" in terminal.text()
    assert "b.txt" in terminal.text()
    assert errors.getvalue() == ""


def test_no_color_takes_the_colours_away(monkeypatch):
    terminal = stdout_on_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    show_report(REPORT, ReportFormat.RICH, (), stats=False, quiet=False)
    assert "\x1b[31" not in terminal.text()
    assert "\x1b[33" not in terminal.text()
    assert "b.txt" in terminal.text()


def test_a_report_for_programs_leaves_problems_to_stderr(monkeypatch):
    terminal = stdout_on_terminal(monkeypatch)
    errors = io.StringIO()
    monkeypatch.setattr(sys, "stderr", errors)
    show_report(REPORT, ReportFormat.JSON, (), stats=True, quiet=False)
    assert json.loads(terminal.text())["errors"]
    assert "checker: error: b.txt: lost\n" in errors.getvalue()
    assert "checker: warning: c.txt: odd\n" in errors.getvalue()
    assert "Funnel" in errors.getvalue()


def test_a_bar_shows_on_stderr_if_that_is_a_terminal(monkeypatch, capsys):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with console.progress(quiet=False) as advance:
        assert advance is not None
        advance("embedding", 1, 2)
        advance("embedding", 2, 2)
        advance("pairing", 0, 0)
    assert "embedding" in stream.text()
    assert capsys.readouterr().out == ""


def test_no_bar_shows_if_quiet_or_without_a_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with console.progress(quiet=True) as advance:
        assert advance is None
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with console.progress(quiet=False) as advance:
        assert advance is None


@pytest.mark.parametrize(
    "call",
    [
        "console.write_text('x')",
        "console.write_json('x')",
        "console.write_rich(lambda screen: screen.print('x'))",
    ],
)
def test_a_reader_that_leaves_early_changes_nothing_but_the_answer(call):
    script = (
        f"import sys\nfrom checker.commandline import console\nread = {call}\nsys.exit(7 if not read else 8)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    assert process.wait() == 7
    assert errors == ""


def test_half_a_surrogate_pair_is_still_json(monkeypatch):
    terminal = stdout_on_terminal(monkeypatch)
    assert console.write_json(json.dumps({"text": "\ud83d"}, ensure_ascii=False))
    assert json.loads(terminal.text()) == {"text": "\ud83d"}


def test_nothing_is_written_as_nothing(monkeypatch):
    terminal = stdout_on_terminal(monkeypatch)
    console.write_text("")
    console.write_json("")
    assert terminal.text() == ""
