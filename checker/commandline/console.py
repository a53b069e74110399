"""The edge to the terminal: results to stdout, everything else to stderr, and how a command ends."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, ParamSpec

import typer

from checker.errors import CheckerError, ConfigurationError, NoArticlesError
from checker.gate.exit_codes import ExitCode
from checker.reports.escape import one_line, safe_stream

if TYPE_CHECKING:
    from rich.console import Console

    from checker.records import Problem

Parameters = ParamSpec("Parameters")
Progress = Callable[[str, int, int], None]

_SHOWN_PROBLEMS = 20


def command(body: Callable[Parameters, ExitCode]) -> Callable[Parameters, None]:
    """Make a Typer command of ``body``: it ends with the code that ``body`` returns or its error stands for.

    No traceback reaches the user, except with the command's own flag ``--debug``. An error that checker
    did not foresee ends with 2, as there is no report to trust.
    """

    @functools.wraps(body)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        # Articles hold characters that an ASCII or cp1252 terminal lacks; they are no reason to stop.
        safe_stream(sys.stdout)
        try:
            code = body(*args, **kwargs)
        except typer.Exit:
            raise
        except KeyboardInterrupt:
            say("checker: interrupted")
            code = ExitCode.INTERRUPTED
        except CheckerError as error:
            _trace(wanted=bool(kwargs.get("_debug")))
            if isinstance(error, NoArticlesError):
                say_problems("error", error.problems)
            for message in error.mistakes if isinstance(error, ConfigurationError) else (str(error),):
                say(f"checker: error: {one_line(message)}")
            code = ExitCode.of_error(error)
        except Exception as error:  # the last resort: a command never ends in a traceback
            _trace(wanted=bool(kwargs.get("_debug")))
            say(
                f"checker: error: {type(error).__name__}: {one_line(str(error))} (this was not foreseen;"
                " run again with --debug for the details, and please report them)"
            )
            code = ExitCode.USAGE
        raise typer.Exit(int(code))

    return run


def _trace(*, wanted: bool) -> None:
    if wanted:
        import traceback

        traceback.print_exc(file=sys.stderr)


def say(text: str) -> None:
    """Write one line to stderr; a stderr that nobody reads is no failure."""
    with suppress(BrokenPipeError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def say_problems(kind: str, problems: Sequence[Problem]) -> None:
    """Write the first twenty ``problems`` to stderr, one a line: ``checker: KIND: PATH:LINE: MESSAGE``."""
    for problem in problems[:_SHOWN_PROBLEMS]:
        place = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
        say(f"checker: {kind}: {one_line(f'{place}: {problem.message}')}")
    if len(problems) > _SHOWN_PROBLEMS:
        say(f"checker: {kind}: and {len(problems) - _SHOWN_PROBLEMS} more")


def write_text(text: str) -> bool:
    """Write a result for people to stdout, ending its last line. False when the reader has gone."""
    try:
        sys.stdout.write(_ended(text))
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return False
    return True


def write_json(text: str) -> bool:
    """Write a result for programs to stdout, as UTF-8 on any terminal. False when the reader has gone."""
    # JSON is UTF-8 by its standard, and the escapes that "backslashreplace" makes for a terminal are no
    # JSON, except \udXXX, which is what half a surrogate pair becomes here.
    content = _ended(text).encode("utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _forget_stdout()
        return False
    return True


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _forget_stdout() -> None:
    # What is still buffered would raise once more when Python closes the stream at its end.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_rich(draw: Callable[[Console], None]) -> bool:
    """Let ``draw`` print to a rich console and write the outcome to stdout. False when the reader has gone.

    Colours follow the terminal and ``NO_COLOR``.
    """
    from rich.console import Console

    # Captured first, as rich itself ends the process with 1 when the reader has gone.
    console = Console(file=sys.stdout)
    with console.capture() as captured:
        draw(console)
    return write_text(captured.get())


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on stderr as a callback ``(step, done, total)``; None if ``quiet`` or no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from checker.commandline.bars import bars

    with bars() as advance:
        yield advance
