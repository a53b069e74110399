"""``checker baseline audit`` at the edge: keys come in, screens go out, the file is between."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TextIO

import typer

from checker.commandline import audit_screen, console
from checker.gate import baseline_file
from checker.gate.audit import Audit, Key, begin, press
from checker.gate.baseline import key_of
from checker.gate.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.gate.baseline import Baseline
    from checker.records import Finding, Report

_NAMES = {name: key for key in Key for name in (key.value, key.name.lower())}


@dataclass(frozen=True, slots=True)
class Answer:
    """A key that was pressed, or None for one that means nothing (``typed``); ``note`` goes with a note."""

    key: Key | None
    typed: str = ""
    note: str = ""


def audit(
    kept: Baseline, file: str, *, codes: tuple[str, ...], again: bool, report: Report | None
) -> ExitCode:
    """Ask for the entries of ``kept``, which is in ``file``, until they are through or the reviewer leaves.

    Every label and note is saved at once. Findings of ``report`` are shown with their surroundings.
    """
    state = begin(kept, codes=codes, again=again)
    findings = {key_of(each): each for each in _all_of(report)}
    answers = answers_of_terminal() if sys.stdin.isatty() else answers_of_lines(sys.stdin)
    shown: Audit | None = None
    while (entry := state.entry) is not None:
        if state != shown:
            finding = findings.get(entry.key)
            if not console.write_rich(partial(audit_screen.draw, state, finding)):
                break
            shown = state
        answer = next(answers, Answer(Key.QUIT))
        if answer.key is Key.QUIT:
            break
        if answer.key is None:
            console.say(f"{answer.typed!r} is no key; {audit_screen.KEYS}")
            continue
        after = press(state, answer.key, answer.note)
        if after.baseline != state.baseline:
            baseline_file.save(after.baseline, file)
        state = after
    console.write_text(_farewell(state, codes, again=again))
    return ExitCode.CLEAN


def answers_of_terminal() -> Iterator[Answer]:
    """One answer a key, without Enter; a note is asked for and ends with Enter. Ends at the end of input."""
    while True:
        try:
            typed = typer.getchar()
        except EOFError:
            return
        # Arrows and the like come as several characters, which would be read as letters.
        for letter in typed if typed.isprintable() else "":
            key = _NAMES.get(letter.lower())
            yield Answer(key, letter, _asked_for_note() if key is Key.NOTE else "")


def answers_of_lines(stream: TextIO) -> Iterator[Answer]:
    """One answer a line: a key or its name (``t``, ``true``). A note follows its key, or is the next line."""
    for line in stream:
        word, _, rest = line.strip().partition(" ")
        key = _NAMES.get(word.lower())
        if key is Key.NOTE:
            yield Answer(key, word, rest.strip() or next(stream, "").strip())
        elif word:
            yield Answer(None if rest else key, line.strip())


def _asked_for_note() -> str:
    console.write_text("note, ended by Enter (an empty one removes it):")
    return sys.stdin.readline().strip()


def _all_of(report: Report | None) -> Iterator[Finding]:
    if report is not None:
        yield from (each.finding for each in report.suppressed)
        yield from report.findings


def _farewell(state: Audit, codes: tuple[str, ...], *, again: bool) -> str:
    entries = [entry for entry in state.baseline.entries if not codes or entry.code.startswith(codes)]
    left = sum(entry.label is None for entry in entries)
    if not entries:
        return "There is nothing to audit: the baseline accepts no such finding."
    if not left:
        tail = "" if again else "; see them again with --all, count them with --stats"
        return f"All {len(entries):,} findings have a label{tail}."
    done = f"{len(entries) - left:,} of {len(entries):,} findings have a label"
    return f"{done}; the next audit goes on from here."
