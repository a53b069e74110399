"""What a section hands back: Markdown, and the figures that have a floor or a ceiling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Target:
    """One figure with what it must be: at least ``wanted``, or at most if ``ceiling``."""

    what: str
    measured: float
    wanted: float
    ceiling: bool = False
    digits: int = 3

    @property
    def met(self) -> bool:
        """Whether the figure, unrounded, is as good as wanted."""
        return self.measured <= self.wanted if self.ceiling else self.measured >= self.wanted


@dataclass(frozen=True, slots=True)
class Section:
    """The text of a section without its heading, and its figures for the table at the end."""

    text: str
    targets: tuple[Target, ...] = ()


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; floats have three digits, and bars in cells are escaped."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return str(value).replace("|", "\\|").replace("\n", " ")


def percent(share: float) -> str:
    """With two digits: floors of a hundredth are to be told from what lies just beside them."""
    return f"{100 * share:.2f}%"


def targets_table(targets: Iterable[Target]) -> str:
    """Every figure that has a floor or a ceiling, and whether it keeps it."""
    rows = [
        (
            target.what,
            f"{target.measured:.{target.digits}f}",
            f"{'at most' if target.ceiling else 'at least'} {target.wanted:g}",
            "yes" if target.met else "NO",
        )
        for target in targets
    ]
    return table(("figure", "measured", "wanted", "met"), rows)
