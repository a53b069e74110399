"""Progress bars on stderr: what is done, how fast, and how long it will still take.

A module of its own because rich's progress takes a tenth of a second to import.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NARROW = 80
_BAR = 20
_NARROW_BAR = 8
_SLOW = 10.0
_FAST = 10_000.0


class RateColumn(ProgressColumn):
    """How many a second, or a minute where less than one is done in a second."""

    def render(self, task: Task) -> Text:
        """Return the rate of ``task``, nothing before two steps are done."""
        return Text(rate_words(task.finished_speed or task.speed), "dim")


def rate_words(rate: float | None) -> str:
    """Return ``1,200/s``, ``3.4/s`` or ``12/min`` for a rate in steps a second; nothing for None or 0."""
    if not rate:
        return ""
    if rate < 1:
        return f"{rate * 60:.0f}/min"
    if rate >= _FAST:
        return f"{rate / 1000:,.0f}k/s"
    return f"{rate:.1f}/s" if rate < _SLOW else f"{rate:,.0f}/s"


@contextmanager
def bars(console: Console | None = None) -> Iterator[Callable[[str, int, int], None]]:
    """Show one bar a step while the context lasts; yields ``(step, done, total)``, a total of 0 is unknown.

    Draws on ``console``, by default on stderr, and leaves nothing behind.
    """
    screen = console or Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(_NARROW_BAR if screen.width < _NARROW else _BAR),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
    )
    with Progress(*columns, console=screen, transient=True) as shown:
        tasks: dict[str, TaskID] = {}

        def advance(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = shown.add_task(step, total=total or None)
            shown.update(tasks[step], completed=done, total=total or None)

        yield advance
