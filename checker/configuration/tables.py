"""The kinds that hold other values: lists, tables with known keys, and tables with any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.configuration.mistakes import Mistake, Place, named, shown, wrong
from checker.settings import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from checker.configuration.kinds import Code, Kind, Schema


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind, at least ``least`` of them; ``words`` say of what."""

    item: Kind
    words: str
    least: int = 0

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a list, a list that is too short, and what is wrong with its items."""
        if not isinstance(value, list):
            yield wrong(place, f"must be a list of {self.words}, not {shown(value)}")
            return
        if len(value) < self.least:
            yield wrong(place, f"must be a list of {self.words}, not an empty one")
        for number, item in enumerate(value):
            yield from self.item.mistakes(item, (*place, number))

    def converted(self, value: object) -> object:
        """The items as a tuple."""
        assert isinstance(value, list)
        return tuple(self.item.converted(item) for item in value)

    def schema(self) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": self.item.schema()}
        return {**schema, "minItems": self.least} if self.least else schema


@dataclass(frozen=True, slots=True)
class MapOf:
    """A table with keys of the user's own; ``code`` is what they must be, if they are codes of rules."""

    value: Kind
    words: str
    code: Code | None = None

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a table, and what is wrong with its keys and values."""
        if not isinstance(value, dict):
            yield wrong(place, f"must be a table of {self.words}, not {shown(value)}")
            return
        for key, item in value.items():
            if self.code is not None:
                yield from self.code.mistakes(key, (*place, key))
            yield from self.value.mistakes(item, (*place, key))

    def converted(self, value: object) -> object:
        """The table as a dict."""
        assert isinstance(value, dict)
        code = self.code
        return {
            key if code is None else str(code.converted(key)): self.value.converted(item)
            for key, item in value.items()
        }

    def schema(self) -> Schema:
        """An object."""
        if self.code is None:
            return {"type": "object", "additionalProperties": self.value.schema()}
        return {
            "type": "object",
            "patternProperties": {self.code.pattern(): self.value.schema()},
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Key:
    """What stands under one key of a table: its kind, and in a sentence what it is for."""

    kind: Kind
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with known keys, from which ``make`` makes its value by names with underscores.

    Of each group in ``needed`` at least one key must be there.
    """

    keys: Mapping[str, Key]
    make: Callable[..., object] = dict
    needed: tuple[tuple[str, ...], ...] = ()

    def mistakes(self, value: object, place: Place) -> Iterator[Mistake]:
        """Anything but a table, unknown and missing keys, and what is wrong with the values."""
        if not isinstance(value, dict):
            yield wrong(place, f"must be a table, not {shown(value)}")
            return
        for key, item in value.items():
            if key in self.keys:
                yield from self.keys[key].kind.mistakes(item, (*place, key))
            else:
                where = f" in {named(place)}" if place else ""
                yield Mistake((*place, key), f"there is no key {shown(key)}{where}{self._hint(key)}")
        for group in self.needed:
            if not any(key in value for key in group):
                yield wrong(place, f"needs {' or '.join(group)}")

    def _hint(self, key: str) -> str:
        # min_score and MinScore are written by habit, where min-score is meant.
        near = did_you_mean(key.replace("_", "-").lower(), self.keys)
        return near or f"; known are {', '.join(self.keys)}"

    def converted(self, value: object) -> object:
        """What ``make`` makes of the values."""
        return self.make(**self.values(value))

    def values(self, value: object) -> dict[str, object]:
        """The converted values by names with underscores."""
        assert isinstance(value, dict)
        return {key.replace("-", "_"): self.keys[key].kind.converted(item) for key, item in value.items()}

    def schema(self) -> Schema:
        """An object without additional properties."""
        schema: Schema = {
            "type": "object",
            "properties": {
                key: {"description": entry.description, **entry.kind.schema()}
                for key, entry in self.keys.items()
            },
            "additionalProperties": False,
        }
        # A group of one is said in the plainer way, which editors explain better.
        required = [group[0] for group in self.needed if len(group) == 1]
        choices = [group for group in self.needed if len(group) > 1]
        if required:
            schema["required"] = required
        if choices:
            schema["allOf"] = [{"anyOf": [{"required": [key]} for key in group]} for group in choices]
        return schema


def places_of(value: object, place: Place = ()) -> Iterable[Place]:
    """The places of all that ``value`` holds, itself first."""
    yield place
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places_of(item, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from places_of(item, (*place, number))
