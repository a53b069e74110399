"""Where a value stands in a table of TOML, and what is wrong with it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.ranges import shortened

#: Keys and places in lists (from 0), from the table of settings inwards: ("overrides", 1, "min-score").
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the value at ``place``, as a whole sentence without its end."""

    place: Place
    message: str


def named(place: Place) -> str:
    """A place in words, with lists counted from 1: "overrides 2.min-score"."""
    words = ""
    for part in place:
        words += f" {part + 1}" if isinstance(part, int) else f".{part}" if words else part
    return words


def wrong(place: Place, complaint: str) -> Mistake:
    """The mistake that the value at ``place`` has a ``complaint``, such as "must not be empty"."""
    # Only pyproject.toml can hold something else than a table where the settings as a whole should stand.
    return Mistake(place, f"{named(place) or 'tool.checker'} {complaint}")


def shown(value: object) -> str:
    """A value of TOML as a message shows it: on one line, and short."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case date():
            return value.isoformat()
        case str():
            return shortened(value)
        case _:
            return _short_number(value)


def _short_number(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # Python refuses to write whole numbers of thousands of digits
        return "a number of thousands of digits"
