"""``[tool.checker]`` of the nearest pyproject.toml: settings that a project keeps beside its data.

The keys are the names of ``Settings`` with hyphens (``min-score``); ``columns`` and ``publishers`` are
tables. Every mistake is found in one go.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.settings import did_you_mean, split_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

FILE = "pyproject.toml"


def _text(value: object) -> bool:
    return isinstance(value, str)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _names(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


#: What each key must be, in words and as a test.
KEYS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "across": ("a text", _text),
    "keep-furniture": ("true or false", _flag),
    "encoder": ("a text", _text),
    "judge": ("a text", _text),
    "max-pairs": ("a whole number", _count),
    "min-score": ("a number", _number),
    "select": ("a list of codes", _texts),
    "ignore": ("a list of codes", _texts),
    "jobs": ("a whole number", _count),
    "columns": ("a table of names", _names),
    "publishers": ("a table of names", _names),
    "metadata": ("a path", _text),
}


def find(start: Path) -> Path | None:
    """The pyproject.toml of a folder or the nearest one above it that has one."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
    return None


def load(start: Path) -> dict[str, object]:
    """The settings that the project around ``start`` gives, by the names of ``Settings``; {} without any.

    Raises UsageError, naming the file and all mistakes, for TOML that cannot be read, unknown keys and
    values of a wrong kind.
    """
    path = find(start)
    if path is None:
        return {}
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as broken:
        raise UsageError(f"{path} cannot be read: {broken}") from broken
    tool = document.get("tool", {})
    section = tool.get("checker", {}) if isinstance(tool, dict) else {}
    if not isinstance(section, dict):
        raise UsageError(f"{path}: tool.checker must be a table, written [tool.checker]")
    mistakes = list(_mistakes(section))
    if mistakes:
        raise UsageError(f"{path}, [tool.checker]: {'; '.join(mistakes)}")
    return {key.replace("-", "_"): _value(key, value, path.parent) for key, value in section.items()}


def _mistakes(section: Mapping[str, object]) -> Iterator[str]:
    for key, value in section.items():
        known = KEYS.get(key)
        if known is None:
            yield f"there is no key {key!r}{did_you_mean(key, KEYS) or f'; known are {chr(44).join(KEYS)}'}"
        elif not known[1](value):
            yield f"{key} must be {known[0]}, not {value!r}"


def _value(key: str, value: object, folder: Path) -> object:
    if key in ("select", "ignore"):
        assert isinstance(value, list)
        return split_codes(value)
    # A path in a file means a place beside that file, wherever the command was started.
    return str(folder / str(value)) if key == "metadata" else value
