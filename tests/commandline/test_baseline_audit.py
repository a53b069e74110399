"""The audit as its user meets it: keys in by line or by terminal, screens out, labels in the file."""

import io
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from gate_samples import finding, report, side
from rich.console import Console
from typer.testing import CliRunner

import checker
from checker import cli, pipeline
from checker.commandline import audit_screen
from checker.gate.audit import begin
from checker.gate.baseline import Label, create
from checker.gate.baseline_file import load, save
from checker.records import Reason, Stance

COMMAND = [sys.executable, "-m", "checker", "baseline", "audit", "--baseline", "b.json"]


@pytest.fixture
def file(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    save(create(report(finding(1), finding(2, "NUM001"), finding(3, "NUM001"))), "b.json")
    return tmp_path / "b.json"


def audit(*arguments: str, keys: str = ""):
    command = ["baseline", "audit", "--baseline", "b.json", *arguments]
    return CliRunner().invoke(cli.app, command, input=keys, prog_name="checker")


def environment() -> dict[str, str]:
    """This environment, in which the package of this tree is found from any folder."""
    home = str(Path(checker.__file__).parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([home, os.environ.get("PYTHONPATH", "")])}


def labels(file) -> list[Label | None]:
    return [entry.label for entry in load(file).entries]


# Keys by line


def test_one_line_is_one_answer(file):
    outcome = audit(keys="t\nfalse\nU\n")
    assert outcome.exit_code == 0
    assert labels(file) == [Label.TRUE, Label.FALSE, Label.UNCLEAR]
    assert "All 3 findings have a label" in outcome.stdout


def test_an_audit_that_ends_early_goes_on_where_it_was(file):
    assert "1 of 3 findings have a label" in audit(keys="t\nq\nf\n").stdout
    assert labels(file) == [Label.TRUE, None, None]
    audit(keys="f\n")
    assert labels(file) == [Label.TRUE, Label.FALSE, None]


def test_a_note_stands_behind_its_key_or_on_the_next_line(file):
    audit(keys="n two ferries\nt\nn\nanother year\nf\n")
    entries = load(file).entries
    assert [(entry.note, entry.label) for entry in entries[:2]] == [
        ("two ferries", Label.TRUE), ("another year", Label.FALSE),
    ]  # fmt: skip


def test_what_is_no_key_is_told_and_asked_again(file):
    outcome = audit(keys="x\ntrue story\nt\n")
    assert "'x' is no key; press t true" in outcome.stderr
    assert "'true story' is no key" in outcome.stderr
    assert labels(file) == [Label.TRUE, None, None]


def test_a_code_chooses_what_is_audited(file):
    outcome = audit("--select", "NUM", keys="t\n")
    assert labels(file) == [None, Label.TRUE, None]
    assert "1 of 2 findings have a label" in outcome.stdout


def test_all_shows_what_has_a_label_again(file):
    audit(keys="t\nt\nt\n")
    assert "1 of 3" not in audit(keys="f\n").stdout
    audit("--all", keys="f\n")
    assert labels(file) == [Label.FALSE, Label.TRUE, Label.TRUE]


def test_every_answer_is_saved_before_the_next_is_asked(file):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(COMMAND, env=environment(), **pipes) as process:
        process.stdin.write("t\n")
        process.stdin.flush()
        assert any(line.startswith("2 of 3") for line in process.stdout), "the second entry is shown"
        assert labels(file) == [Label.TRUE, None, None]
        process.stdin.close()
        process.stdout.read()
    assert process.returncode == 0


def test_nothing_to_audit_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save(create(report()), "b.json")
    assert audit().stdout == "There is nothing to audit: the baseline accepts no such finding.\n"


def test_articles_from_stdin_are_refused_as_the_keys_come_from_there(file):
    outcome = audit("-")
    assert outcome.exit_code == 2
    assert "both the articles and the keys" in outcome.stderr


# The screen


def shown(entry_finding, *, with_report: bool = False, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    audit_screen.draw(begin(create(report(entry_finding))), entry_finding if with_report else None, console)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


DENIED = finding(
    10,
    "DEN001",
    a=side("Harbour Post", "Aides have met the yard.", before="It rained.", after="Nobody spoke.", line=7),
    b=side("The Meridian", "The yard disputes that.", claim="The yard has met aides.", speaker="the yard",
           stance=Stance.DENIES, published=None),
    reasons=(Reason(True, "the same yard"), Reason(False, "other days")),
)  # fmt: skip


def test_both_quotes_stand_with_source_date_path_and_speaker():
    screen = shown(DENIED)
    for words in (
        "1 of 1  DEN001  000000000000000a  no label yet",
        "Harbour Post  2022-11-06  news/Harbour Post.md",
        "Aides have met the yard.",
        "The Meridian  date unknown",
        "denied by the yard: The yard has met aides.",
        "they differ",
        "press t true, f false, u unclear, s skip, n note, b back, q quit",
    ):
        assert words in screen


def test_articles_that_are_checked_again_give_the_surroundings_and_the_reasons():
    screen = shown(DENIED, with_report=True)
    for words in (
        "It rained. Aides have met the yard. Nobody spoke.",
        ".md:7",
        "+ the same yard",
        "- other days",
    ):
        assert words in screen
    assert "It rained." not in shown(DENIED)


def test_paths_bring_the_surroundings_to_the_audit(file, monkeypatch):
    monkeypatch.setattr(
        pipeline, "check_paths", lambda *_, **__: report(finding(1, a=side(before="It rained.")))
    )
    assert "It rained. The ferry sails." in audit("news", keys="q\n").stdout


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_no_line_is_wider_than_the_screen_or_100(width):
    long = finding(
        1, a=side("Harbour Post", "The old ferry sails again. " * 9), explanation="they differ " * 20
    )
    assert max(map(len, shown(long, width=width).splitlines())) <= min(width, 100)


def test_no_article_steers_the_terminal():
    screen = shown(finding(1, a=side("Post\x1b[2J", "It\u202e sails\x07.")))
    assert "\x1b" not in screen
    assert "\u202e" not in screen
    assert "\x07" not in screen


# The labels in figures


def test_stats_are_precision_by_rule_with_an_interval(file):
    audit(keys="t\nt\nf\n")
    assert audit("--stats").stdout.splitlines() == [
        "rule    true  false  unclear  unlabelled  precision  95% interval",
        "CON001     1      0        0           0       1.00  0.21 to 1.00",
        "NUM001     1      1        0           0       0.50  0.09 to 0.91",
        "all        2      1        0           0       0.67  0.21 to 0.94",
        "",
        "Precision is the share of true among 3 findings labelled true or false; the interval is Wilson's.",
    ]


def test_stats_without_labels_say_how_to_make_some(file):
    assert "checker baseline audit" in audit("--stats").stdout


def test_stats_for_programs(file):
    audit(keys="t\n")
    figures = json.loads(audit("--stats", "--format", "json").stdout)
    assert figures["CON001"] == {
        "true": 1, "false": 0, "unclear": 0, "unlabelled": 0, "precision": 1.0, "interval": [0.2065, 1.0],
    }  # fmt: skip
    assert figures["NUM001"]["precision"] is None
    assert audit("--format", "json").exit_code == 2


def test_stats_change_nothing(file):
    before = file.read_bytes()
    audit("--stats")
    assert file.read_bytes() == before


# Keys by terminal


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
class TestTerminal:
    @staticmethod
    def session(*keys: bytes) -> tuple[int, str]:
        """Run an audit on a terminal; each of ``keys`` is pressed when a new prompt shows."""
        import pty  # which Windows lacks

        main, other = pty.openpty()
        process = subprocess.Popen(
            COMMAND, stdin=other, stdout=other, stderr=other, env={**environment(), "TERM": "xterm"}
        )
        os.close(other)
        output, waiting, deadline = b"", list(keys), time.monotonic() + 60
        prompts = 0
        while time.monotonic() < deadline:
            if not select.select([main], [], [], 0.2)[0]:
                continue
            try:
                output += os.read(main, 4096)
            except OSError:  # the other end was closed
                break
            seen = output.count(b"q quit") + output.count(b"removes it")
            if seen > prompts and waiting:
                prompts = seen
                for key in waiting.pop(0).split(b" then "):
                    # The prompt is written before the terminal listens for single keys.
                    time.sleep(0.5)
                    os.write(main, key)
        code = process.wait(timeout=10)
        os.close(main)
        return code, output.decode()

    def test_each_key_counts_without_enter(self, file):
        code, output = self.session(b"t", b"f", b"u")
        assert code == 0
        assert labels(file) == [Label.TRUE, Label.FALSE, Label.UNCLEAR]
        assert "All 3 findings have a label" in output

    def test_a_note_is_asked_for_and_ends_with_enter(self, file):
        code, _ = self.session(b"n", b"two ferries\r", b"q")
        assert code == 0
        assert load(file).entries[0].note == "two ferries"

    def test_control_c_is_130_and_what_was_answered_is_kept(self, file):
        code, output = self.session(b"t", b"\x03")
        assert code == 130
        assert "Traceback" not in output
        assert labels(file) == [Label.TRUE, None, None]

    def test_arrows_are_no_letters(self, file):
        code, output = self.session(b"\x1b[B then \x1b[F then q")
        assert code == 0
        assert "no key" not in output
        assert labels(file) == [None, None, None]
