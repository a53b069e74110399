"""The kinds of single values: what each takes, what it becomes, and its JSON Schema.

A schema speaks of JSON, where a day of TOML is a text and 2.0 is a whole number; the kinds take both, so
that an editor and the command agree on every value. Schemas keep to the keywords of draft 4, as that is
what the tools for TOML know best.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from checker.configuration.mistakes import Mistake, Place, named, shown, wrong
from checker.ranges import (
    FINGERPRINT,
    count_complaint,
    fingerprint_complaint,
    share_complaint,
    text_complaint,
)
from checker.settings import code_complaints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

Schema = dict[str, object]

#: What a code or the beginning of one looks like. Which rules there are, only the command knows.
_CODE = "[A-Za-z]{1,2}|[A-Za-z]{3}[0-9]{0,3}"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class Kind(Protocol):
    """What a value may be."""

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """What is wrong with ``value``, which stands at ``place``; nothing if it may stand there."""

    def converted(self, value: object) -> object:
        """What ``value``, which has no mistakes, is in ``Settings``."""

    def schema(self) -> Schema:
        """The JSON Schema that takes the same values."""


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a truth value."""
        if not isinstance(value, bool):
            yield wrong(place, f"must be true or false, not {shown(value)}")

    def converted(self, value: object) -> object:
        """The truth value."""
        return value

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number, 0 or more."""

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a whole number, and negative ones."""
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if not whole or isinstance(value, bool):
            yield wrong(place, f"must be a whole number, not {shown(value)}")
        elif complaint := count_complaint(_whole(value)):
            yield wrong(place, complaint)

    def converted(self, value: object) -> object:
        """The number as an int."""
        return _whole(value)

    def schema(self) -> Schema:
        """An integer from 0."""
        return {"type": "integer", "minimum": 0}


@dataclass(frozen=True, slots=True)
class Share:
    """A number from 0 to 1."""

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a number from 0 to 1."""
        if not isinstance(value, int | float) or isinstance(value, bool) or math.isnan(value):
            yield wrong(place, f"must be a number between 0 and 1, not {shown(value)}")
        elif share_complaint(value):
            yield wrong(place, f"must be between 0 and 1, not {shown(value)}")

    def converted(self, value: object) -> object:
        """The number as a float."""
        assert isinstance(value, int | float)
        return float(value)

    def schema(self) -> Schema:
        """A number from 0 to 1."""
        return {"type": "number", "minimum": 0, "maximum": 1}


@dataclass(frozen=True, slots=True)
class Text:
    """A text that says something; ``is_path``: the path of a file, given from where the setting stands."""

    is_path: bool = False

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a text, and one of white space alone."""
        if not isinstance(value, str):
            yield wrong(
                place, f"must be a {'path' if self.is_path else 'text'} in quotes, not {shown(value)}"
            )
        elif complaint := text_complaint(value):
            yield wrong(place, complaint)
        elif self.is_path and "\0" in value:
            yield wrong(place, "must be a path, which holds no NUL character")

    def converted(self, value: object) -> object:
        """The text."""
        return value

    def schema(self) -> Schema:
        """A string with something in it."""
        return {"type": "string", "pattern": r"^[^\u0000]*[^\s\u0000][^\u0000]*$" if self.is_path else r"\S"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: type[StrEnum]

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but one of the words."""
        if not isinstance(value, str) or value not in set(self.options):
            yield wrong(place, f"must be one of {', '.join(self.options)}, not {shown(value)}")

    def converted(self, value: object) -> object:
        """The member that the word stands for."""
        assert isinstance(value, str)
        return self.options(value)

    def schema(self) -> Schema:
        """An enumeration."""
        return {"type": "string", "enum": [str(option) for option in self.options]}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The fingerprint of a finding."""

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a text of 16 hexadecimal digits."""
        if not isinstance(value, str):
            yield wrong(place, f"must be a text of 16 hexadecimal digits, not {shown(value)}")
        elif complaint := fingerprint_complaint(value):
            yield wrong(place, complaint)

    def converted(self, value: object) -> object:
        """The text."""
        return value

    def schema(self) -> Schema:
        """A string of 16 hexadecimal digits."""
        return {"type": "string", "pattern": f"^{FINGERPRINT}$", "minLength": 16, "maxLength": 16}


@dataclass(frozen=True, slots=True)
class Day:
    """A day, as TOML writes it (2027-01-31) or the same in quotes."""

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a day: no moment of one, no day that no month has."""
        if _day(value) is None:
            yield wrong(place, f"must be a day such as 2027-01-31, not {shown(value)}")

    def converted(self, value: object) -> object:
        """The day as a date."""
        return _day(value)

    def schema(self) -> Schema:
        """A string that holds a day."""
        return {
            "type": "string",
            "format": "date",
            "pattern": f"^{_DAY}$",
            "minLength": 10,
            "maxLength": 10,
        }


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a rule, or the beginning of one. Without any ``rules`` only its looks are examined."""

    rules: tuple[str, ...] = ()

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a text that looks like a code, and codes that no rule has."""
        if not isinstance(value, str):
            yield wrong(place, f"must be a code in quotes such as 'NUM001', not {shown(value)}")
        elif not re.fullmatch(_CODE, value):
            yield wrong(place, f"must be one code such as 'NUM001' or 'NUM', not {shown(value)}")
        elif self.rules:
            for complaint in code_complaints([value.upper()], self.rules):
                yield Mistake(place, f"{named(place[:-1])}: {complaint}")

    def converted(self, value: object) -> object:
        """The code in upper case."""
        assert isinstance(value, str)
        return value.upper()

    def pattern(self) -> str:
        """The regular expression of what looks like a code."""
        return f"^({_CODE})$"

    def schema(self) -> Schema:
        """A string that looks like a code; those of the rules are listed for editors to offer."""
        looks = {"pattern": self.pattern()}
        families = {code.rstrip("0123456789") for code in self.rules}
        offered = sorted({*families, *self.rules})
        return {"type": "string", "maxLength": 6, "anyOf": [{"enum": offered}, looks] if offered else [looks]}


def _whole(value: object) -> int:
    assert isinstance(value, int | float)
    return int(value)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):  # which is a date to Python
        return None
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(_DAY, value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
