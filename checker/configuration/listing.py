"""The settings with the origin of each value: as TOML to read, or as one object for programs.

The TOML can be read again: kept as checker.toml in the same folder, it gives the same settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.configuration import keys
from checker.settings import Limits, Override, Suppression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.configuration.layers import Configuration, Origin
    from checker.configuration.mistakes import Place

_BARE = re.compile(r"[A-Za-z0-9_-]+")
#: Origins begin in one column, unless a value is longer than this.
_WIDEST = 44


def as_toml(configuration: Configuration) -> str:
    """All settings as TOML, one a line, each with its origin behind it."""
    lines = list(_lines(configuration))
    width = max((len(line) for line, _ in lines if len(line) <= _WIDEST), default=0)
    return "".join(
        f"{line:<{width}}  # {_safe(str(origin))}\n" if origin else f"{line}\n" for line, origin in lines
    )


def as_object(configuration: Configuration) -> dict[str, object]:
    """All settings by their keys: ``{"value", "origin", "name", "line"}`` each, for lists of tables a list.

    ``origin`` is "default", "file", "environment" or "flag", ``name`` the file, variable or flag, or null.
    """
    entries: dict[str, object] = {}
    for key in keys.section().keys:
        value = getattr(configuration.settings, key.replace("-", "_"))
        if isinstance(value, Limits):
            for name, limit in _pairs(value):
                entries[f"{key}.{name}"] = _entry(limit, configuration.origin(key, name))
        elif key in ("overrides", "suppress"):
            entries[key] = [
                _entry(dict(_pairs(item)), configuration.origin(key, number))
                for number, item in enumerate(value)
            ]
        else:
            entries[key] = _entry(value, configuration.origin(key))
    return {"settings": entries}


def _entry(value: object, origin: Origin) -> dict[str, object]:
    return {
        "value": json.loads(json.dumps(value, default=str)),
        "origin": str(origin.source),
        "name": origin.name or None,
        "line": origin.line,
    }


def _lines(configuration: Configuration) -> Iterator[tuple[str, Origin | None]]:
    """Lines of TOML with their origins; tables come last, as TOML demands."""
    tables: list[tuple[str, object]] = []
    for key in keys.section().keys:
        value = getattr(configuration.settings, key.replace("-", "_"))
        if isinstance(value, Limits) or (
            isinstance(value, Mapping | tuple) and value and not _is_plain(value)
        ):
            tables.append((key, value))
        else:
            yield _line(key, value), configuration.origin(key)
    for key, value in tables:
        items = value if isinstance(value, tuple) else [value]
        for number, item in enumerate(items):
            place: Place = (key, number) if isinstance(value, tuple) else (key,)
            yield "", None
            yield from _table(configuration, place, item)


def _table(configuration: Configuration, place: Place, table: object) -> Iterator[tuple[str, Origin | None]]:
    name = ".".join(part for part in place if isinstance(part, str))
    yield (f"[[{name}]]" if isinstance(place[-1], int) else f"[{name}]"), None
    inner: list[tuple[Place, object]] = []
    for key, value in _pairs(table):
        if isinstance(value, Mapping) and value:
            inner.append(((*place, key), value))
        else:
            yield _line(key, value), configuration.origin(*place, key)
    for below, value in inner:
        yield from _table(configuration, below, value)


def _pairs(table: object) -> Iterator[tuple[str, object]]:
    """The keys and values of a table; of an override only what it sets."""
    if isinstance(table, Mapping):
        yield from table.items()
        return
    assert isinstance(table, Limits | Override | Suppression)
    for each in fields(table):
        value = getattr(table, each.name)
        if isinstance(table, Limits) or value not in ((), None):
            yield each.name.replace("_", "-"), value


def _is_plain(value: Mapping[str, object] | tuple[object, ...]) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def _line(key: str, value: object) -> str:
    return f"# {key} is not set" if value is None else f"{_key(key)} = {_written(value)}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _written(value: object) -> str:
    """A value in TOML."""
    match value:
        case bool():
            return str(value).lower()
        case StrEnum() | str():
            return _quoted(value)
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(_written(item) for item in value)}]"
        case Mapping():
            return (
                "{}" if not value else f"{{ {', '.join(_line(key, item) for key, item in value.items())} }}"
            )
        case _:
            return str(value)


def _quoted(text: str) -> str:
    return f'"{_safe(text.translate({ord(mark): chr(92) + mark for mark in (chr(92), chr(34))}))}"'


def _safe(text: str) -> str:
    """``text`` with what is invisible or steers a terminal written as TOML escapes it."""
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
