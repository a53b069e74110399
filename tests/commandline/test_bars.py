"""Progress bars: what is done, how fast, how long still."""

import io
import itertools
import re

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.progress import Progress

from checker.commandline.bars import RateColumn, bars, rate_words

CONTROL = re.compile(r"\x1b\[[\d;?]*[A-Za-z]|\r")


def drawn(width: int) -> list[str]:
    stream = io.StringIO()
    seconds = itertools.count(step=0.5)
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        color_system=None,
        get_time=lambda: next(seconds),
        _environ={},
    )
    with bars(console) as advance:
        for done in (0, 1_000, 2_000, 120_000):
            advance("embedding sentences", done, 120_000)
        advance("judging pairs", 0, 0)
    return [line for line in CONTROL.sub("\n", stream.getvalue()).split("\n") if line.strip()]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_a_bar_fits_the_terminal_and_says_what_is_done(width):
    lines = drawn(width)
    assert max(map(cell_len, lines)) <= width
    assert any("120000/120000" in line for line in lines)
    assert any("judging pairs" in line and "0/?" in line for line in lines)
    assert any(re.search(r"120000/120000 +\d+k?/s +\d\d:\d\d$", line) for line in lines)


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (None, ""),
        (0.0, ""),
        (0.05, "3/min"),
        (0.5, "30/min"),
        (3.44, "3.4/s"),
        (12.6, "13/s"),
        (1_200.2, "1,200/s"),
        (27_140.2, "27k/s"),
    ],
)
def test_a_rate_is_told_in_the_unit_that_fits(rate, words):
    assert rate_words(rate) == words


def test_the_rate_is_that_of_the_task():
    clock = iter(range(100))
    progress = Progress(get_time=lambda: float(next(clock)), console=Console(file=io.StringIO()))
    task = progress.add_task("step", total=100)
    for done in (10, 20, 30):
        progress.update(task, completed=done)
    assert RateColumn().render(progress.tasks[0]).plain.endswith("/s")


def test_time_left_is_told_while_there_is_some():
    stream = io.StringIO()
    console = Console(file=stream, width=100, force_terminal=True, color_system=None, _environ={})
    with bars(console) as advance:
        advance("judging pairs", 0, 50)
    assert "--:--" in stream.getvalue()
