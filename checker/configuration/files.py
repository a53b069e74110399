"""The file that a project keeps its settings in: checker.toml, or [tool.checker] of pyproject.toml."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.configuration.kinds import Text
from checker.configuration.layers import Layer, Origin, Source
from checker.configuration.lines import lines_of
from checker.configuration.tables import places_of
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.configuration.mistakes import Place
    from checker.configuration.tables import Table

#: The names of the files, and where in each the settings stand.
FILES: tuple[tuple[str, Place], ...] = (("checker.toml", ()), ("pyproject.toml", ("tool", "checker")))
_SPOT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class _Found:
    """A file that has settings: ``text`` of ``path``, and the place of the settings in it."""

    path: Path
    text: str
    values: object
    place: Place


def read(start: Path, section: Table) -> Layer:
    """What the nearest file says: of the folder ``start`` or the first above it that has settings.

    A path in a file means a place beside that file; it is given as seen from ``start``. Raises UsageError
    for files that cannot be read, and for two in one folder; other mistakes stand in the layer.
    """
    try:
        found = next(
            (found for folder in (start, *start.parents) if (found := _of_folder(folder, start))), None
        )
    except OSError as broken:
        raise UsageError(f"{broken.filename}: the settings cannot be read: {broken.strerror}") from broken
    return Layer() if found is None else _layer(found, section, start)


def _of_folder(folder: Path, start: Path) -> _Found | None:
    found = [
        _Found(path, text, values, place)
        for path, place in ((folder / name, place) for name, place in FILES)
        if path.is_file()
        for text, values in [_parsed(path, place, start)]
        if values is not None
    ]
    if len(found) > 1:
        names = " and ".join(_seen_from(start, each.path) for each in found)
        raise UsageError(f"{names} both hold settings of checker; keep them in one of the two")
    return found[0] if found else None


def _parsed(path: Path, place: Place, start: Path) -> tuple[str, object]:
    """The text of a file and its part at ``place``, None if it has none."""
    name = _seen_from(start, path)
    try:
        # Windows' editor begins a file with a byte order mark.
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        part: object = tomllib.loads(text)
    except UnicodeDecodeError as broken:
        raise UsageError(f"{name} is no UTF-8 text (byte {broken.start}); save it as UTF-8") from broken
    except RecursionError as broken:
        raise UsageError(f"{name} is no TOML to read: it nests too deeply") from broken
    except ValueError as broken:
        spot = _SPOT.search(str(broken))
        where = f"{name}:{spot[1] or 1 + text.count(chr(10))}" if spot else name
        raise UsageError(f"{where} is no TOML: {_SPOT.sub('', str(broken))}") from broken
    for key in place:
        part = part.get(key) if isinstance(part, dict) else None
    return text, part


def _layer(found: _Found, section: Table, start: Path) -> Layer:
    name = _seen_from(start, found.path)
    lines = lines_of(found.text)
    if not found.place and isinstance(found.values, dict) and "tool" in found.values:
        message = (
            "[tool.checker] is for pyproject.toml; in checker.toml its keys stand at the top, its tables as "
            "[limits] and [[overrides]]"
        )
        return Layer(mistakes=[f"{name}:{_line(lines, ('tool',))}: {message}"])
    mistakes = list(section.mistakes(found.values, ()))
    told = sorted((_line(lines, (*found.place, *each.place)) or 0, each.message) for each in mistakes)
    if mistakes:
        return Layer(mistakes=[f"{name}:{line}: {message}" for line, message in told])
    origins = {
        _settled(place): Origin(Source.FILE, name, _line(lines, (*found.place, *place)))
        for place in places_of(found.values)
        if place
    }
    return Layer(_beside(section, section.values(found.values), found.path, start), origins)


def _settled(place: Place) -> Place:
    """The place that a value has in the settings, where codes of rules are in upper case."""
    return (*place[:2], str(place[2]).upper()) if place[:2] == ("limits", "codes") and place[2:] else place


def _line(lines: Mapping[Place, int], place: Place) -> int | None:
    """The line of ``place`` or the nearest around it."""
    return next((lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in lines), None)


def _beside(section: Table, values: Mapping[str, object], path: Path, start: Path) -> dict[str, object]:
    paths = {
        key.replace("-", "_")
        for key, entry in section.keys.items()
        if isinstance(entry.kind, Text) and entry.kind.is_path
    }
    return {
        name: _seen_from(start, path.parent / str(value))
        if name in paths and not Path(str(value)).is_absolute()
        else value
        for name, value in values.items()
    }


def _seen_from(start: Path, path: Path) -> str:
    """``path`` as somebody in the folder ``start`` names it."""
    # A report and its messages then read the same wherever the project lies.
    return Path(os.path.relpath(path, start)).as_posix()
