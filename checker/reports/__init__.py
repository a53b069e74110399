"""Reports: one module a format, one table of their names.

``terminal`` is not in the table: it draws on a ``rich.console.Console`` instead of returning text,
and the command line chooses it for ``--format rich``.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from checker.errors import UsageError
from checker.records import Report
from checker.reports import json, jsonl, text

Renderer: TypeAlias = Callable[[Report], str]

FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {"text": text.render, "json": json.render, "jsonl": jsonl.render}
)


def render(report: Report, name: str) -> str:
    """Return ``report`` in the format called ``name``.

    Raises:
        UsageError: there is no such format.
    """
    try:
        renderer = FORMATS[name]
    except KeyError:
        raise UsageError(f"unknown report format {name!r}; choose one of {', '.join(FORMATS)}") from None
    return renderer(report)


def write(report: Report, name: str, path: str | os.PathLike[str]) -> None:
    """Write ``report`` to ``path`` in the format called ``name``, as UTF-8, whole or not at all.

    The text goes to a temporary file in the same folder that then takes the place of ``path``, so a
    reader never sees half a report; permissions of a file that was there are kept, and links are
    followed. Devices and pipes are written to directly.

    Raises:
        UsageError: there is no such format, or ``path`` cannot be written.
    """
    content = render(report, name).encode("utf-8")
    target = Path(path)
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
        else:
            _replace(target.resolve(), content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            f"{os.fspath(path)}: the {name} report cannot be written ({reason}); "
            "name a file in a folder that exists and can be written to"
        ) from error


def _replace(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        # Opened by "x", not by tempfile, so that the file gets the user's usual permissions.
        with draft.open("xb") as stream:
            stream.write(content)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
