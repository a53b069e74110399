"""The baseline as a file: JSON, schema ``checker-baseline/1``, made to be reviewed and merged.

Every setting and every entry is one line and the lines are sorted, so that two branches that accept
different findings merge without a conflict, and a merge never mixes the fields of two entries. There are
no times, line numbers or scores: what does not change the meaning does not change the file.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.atomic import replace_file
from checker.errors import MissingPathError, UsageError
from checker.gate.baseline import Baseline
from checker.gate.baseline_entries import entry_complaints, entry_object, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.gate.baseline import Entry, Key

SCHEMA_NAME = "checker-baseline/1"

_KEYS = ("schema", "settings", "findings")
_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_FINGERPRINT = re.compile(r'"fingerprint"\s*:\s*"((?:[^"\\]|\\.)*)"')
_SHOWN = 5


def render(baseline: Baseline) -> str:
    """``baseline`` as the text of its file, the same for the same entries and settings."""
    entries = sorted(baseline.entries, key=lambda entry: entry.key)
    settings = [f"{_line(name)}: {_line(baseline.settings[name])}" for name in sorted(baseline.settings)]
    findings = [_line(entry_object(entry)) for entry in entries]
    return (
        f'{{\n"schema": {_line(SCHEMA_NAME)},\n'
        f'"settings": {{{_lines(settings)}}},\n'
        f'"findings": [{_lines(findings)}]\n}}\n'
    )


def parse(text: str, name: str) -> Baseline:
    """The baseline in ``text``, the content of the file ``name``.

    Raises UsageError, naming every line at fault and what to do: conflict markers of a merge, broken
    JSON, another schema, entries that are incomplete or stand twice.
    """
    _refuse_markers(text, name)
    document = _document(text, name)
    entries = _entries(document["findings"], text, name)
    settings = document["settings"]
    assert isinstance(settings, dict)
    return Baseline(tuple(sorted(entries, key=lambda entry: entry.key)), settings, name)


def load(path: str | os.PathLike[str]) -> Baseline:
    """The baseline in the file ``path``.

    Raises MissingPathError if there is none, naming the command that makes it, UsageError if it cannot be
    read or is damaged.
    """
    name = os.fspath(path)
    try:
        text = Path(name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise MissingPathError(
            f"{name}: there is no such baseline; make it with: "
            f"checker baseline create PATH... --baseline {name}"
        ) from None
    except UnicodeDecodeError as broken:
        raise UsageError(f"{name}: the baseline is not UTF-8 (byte {broken.start}); restore it") from broken
    except OSError as error:
        reason = error.strerror or str(error)
        raise MissingPathError(f"{name}: the baseline cannot be read ({reason})") from error
    return parse(text, name)


def save(baseline: Baseline, path: str | os.PathLike[str]) -> Baseline:
    """Write ``baseline`` to ``path``, whole or not at all; returns it with that path.

    Raises UsageError if the file cannot be written.
    """
    name = os.fspath(path)
    try:
        replace_file(Path(name).resolve(), render(baseline).encode("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            f"{name}: the baseline cannot be written ({reason}); name a file in a folder that exists"
        ) from error
    return replace(baseline, path=name)


def _line(value: object) -> str:
    """``value`` as JSON on one line, letters as they are, what is invisible or steers a terminal escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in text)


def _lines(items: Iterable[str]) -> str:
    joined = ",\n".join(items)
    return f"\n{joined}\n" if joined else ""


def _refuse_markers(text: str, name: str) -> None:
    lines = [text.count("\n", 0, match.start()) + 1 for match in _MARKER.finditer(text)]
    if lines:
        raise UsageError(
            f"{name}:{lines[0]}: two branches changed the baseline and git left conflict markers (line"
            f" {_listed(lines)}); keep the entries of both, delete the markers, then run: "
            f"checker baseline update PATH... --baseline {name}"
        )


class _KeyTwiceError(ValueError):
    """A key that stands twice in one object, as a merge may leave it."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _KeyTwiceError(next(name for at, name in enumerate(names) if name in names[:at]))
    return made


def _document(text: str, name: str) -> Mapping[str, object]:
    try:
        document = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as broken:
        hint = (
            "; entries stand one a line, with a comma after each but the last"
            if "delimiter" in broken.msg or "Expecting value" in broken.msg or "trailing" in broken.msg
            else ""
        )
        raise UsageError(
            f"{name}:{broken.lineno}: the baseline is no JSON ({broken.msg}, column {broken.colno}){hint}"
        ) from broken
    except _KeyTwiceError as twice:
        raise UsageError(
            f"{name}: the key {str(twice)!r} stands twice, as a merge may leave it; delete one of the lines"
        ) from twice
    except RecursionError as broken:
        raise UsageError(f"{name}: the baseline is no JSON of a baseline; restore it") from broken
    if not isinstance(document, dict) or "schema" not in document:
        raise UsageError(f'{name}: this is no baseline: it has no "schema": "{SCHEMA_NAME}"')
    schema = document["schema"]
    if schema != SCHEMA_NAME:
        newer = isinstance(schema, str) and schema.startswith("checker-baseline/")
        what = "was made by another version of checker; use that one, or make it anew" if newer else ""
        raise UsageError(
            f"{name}: the schema is {schema!r}, not {SCHEMA_NAME!r}: " + (what or "this is no baseline")
        )
    mistakes = [f"{key!r} is missing" for key in _KEYS if key not in document]
    mistakes += [f"there is no key {key!r}" for key in document if key not in _KEYS]
    if not isinstance(document.get("settings", {}), dict):
        mistakes.append("'settings' must be an object")
    if not isinstance(document.get("findings", []), list):
        mistakes.append("'findings' must be a list")
    if mistakes:
        raise UsageError(f"{name}: {'; '.join(mistakes)}")
    return document


def _entries(items: object, text: str, name: str) -> list[Entry]:
    assert isinstance(items, list)
    lines = _lines_of_entries(items, text)
    mistakes = [
        f"{name}:{line}: {complaint}"
        for line, item in zip(lines, items, strict=True)
        for complaint in entry_complaints(item)
    ]
    if not mistakes:
        entries = [entry_of(item) for item in items]
        mistakes = list(_twice(entries, lines, name))
    if mistakes:
        more = f"; and {len(mistakes) - _SHOWN} more mistakes" if len(mistakes) > _SHOWN else ""
        raise UsageError("; ".join(mistakes[:_SHOWN]) + more)
    return entries


def _lines_of_entries(items: list[object], text: str) -> list[int]:
    """The line of each entry: that of its fingerprint, which also a file that was reformatted has."""
    places = (text.count("\n", 0, match.start()) + 1 for match in _FINGERPRINT.finditer(text))
    lines = []
    last = 1
    for item in items:
        if isinstance(item, dict) and "fingerprint" in item:
            last = next(places, last)
        lines.append(last)
    return lines


def _twice(entries: list[Entry], lines: list[int], name: str) -> Iterator[str]:
    first: dict[Key, int] = {}
    for entry, line in zip(entries, lines, strict=True):
        if entry.key in first:
            yield (
                f"{name}:{line}: the finding {entry.fingerprint} stands on line {first[entry.key]} already,"
                " as a merge may leave it; delete one of the two, the one with the poorer label and note"
            )
        first.setdefault(entry.key, line)


def _listed(lines: list[int]) -> str:
    shown = ", ".join(map(str, lines[:_SHOWN]))
    return shown if len(lines) <= _SHOWN else f"{shown} and {len(lines) - _SHOWN} more"
