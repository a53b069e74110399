"""Where a value of the settings comes from, and which of several values counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from checker.errors import ConfigurationError, UsageError
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.configuration.mistakes import Place


class Source(StrEnum):
    """What gives a value, from the weakest to the strongest."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: ``name`` is the file, the variable or the flag, ``line`` that of a file."""

    source: Source
    name: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """In words: "default", "checker.toml:4", "environment CHECKER_JOBS" or "flag --jobs"."""
        match self.source:
            case Source.DEFAULT:
                return "default"
            case Source.FILE:
                return self.name if self.line is None else f"{self.name}:{self.line}"
            case _:
                return f"{self.source} {self.name}"


DEFAULT = Origin(Source.DEFAULT)


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says: values by the names of ``Settings``, their origins, and its mistakes.

    The origins are known by place, in the spelling of the files: ("limits", "new"), ("overrides", 0).
    """

    values: Mapping[str, object] = field(default_factory=dict)
    origins: Mapping[Place, Origin] = field(default_factory=dict)
    mistakes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a run with the origin of each value."""

    settings: Settings
    origins: Mapping[Place, Origin]

    def origin(self, *place: str | int) -> Origin:
        """The origin of the value at ``place``."""
        found = self.origins.get(place, DEFAULT)
        whole = self.origins.get(place[:1], DEFAULT)
        # A flag gives a table as a whole; a file may leave out some of it, which is then as by default.
        return whole if found is DEFAULT and whole.source is not Source.FILE else found


def merged(layers: Sequence[Layer]) -> Configuration:
    """What ``layers``, the weakest first, say together; a value of a stronger one replaces the weaker whole.

    Raises ConfigurationError with the mistakes of all layers.
    """
    # Each layer has checked its own values, key by key.
    values: dict[str, Any] = {}
    origins: dict[Place, Origin] = {}
    mistakes = [mistake for layer in layers for mistake in layer.mistakes]
    for layer in layers:
        replaced = {name.replace("_", "-") for name in layer.values}
        origins = {place: origin for place, origin in origins.items() if place[0] not in replaced}
        origins.update(layer.origins)
        values.update(layer.values)
    try:
        settings = Settings(**values)
    except UsageError as wrong:
        mistakes.append(str(wrong))
    if mistakes:
        raise ConfigurationError(tuple(mistakes))
    return Configuration(settings, origins)
