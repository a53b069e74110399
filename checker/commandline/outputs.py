"""Where ``--output FORMAT=FILE`` sends a report, checked before any work is done."""

from __future__ import annotations

import os
from dataclasses import dataclass
from glob import has_magic, iglob
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.settings import did_you_mean
from checker.sources.own import is_own_file, is_own_table
from checker.sources.recognise import is_article_name, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Output:
    """A report in ``format`` that goes to the file ``path``."""

    format: str
    path: Path


def parse_outputs(values: Sequence[str], formats: Iterable[str], inputs: Sequence[str]) -> tuple[Output, ...]:
    """The outputs that ``values``, each FORMAT=FILE, ask for.

    ``formats`` are the known names and ``inputs`` the paths that are read. Raises UsageError, naming every
    value at fault: an unknown format, no file, a file without a folder, one written twice, or one that is
    read: an input itself, or an article below it.
    """
    known = sorted(formats)
    mistakes = [mistake for value in values for mistake in _mistakes(value, known)]
    if not mistakes:
        mistakes = list(_collisions(values, inputs))
    if mistakes:
        raise UsageError("; ".join(mistakes))
    return tuple(Output(name, Path(file)) for name, _, file in (value.partition("=") for value in values))


def _mistakes(value: str, known: Sequence[str]) -> Iterator[str]:
    name, _, file = value.partition("=")
    if not name or not file:
        yield f"--output {value!r} must be FORMAT=FILE, as in json=report.json"
        return
    if name == "rich":
        yield f"--output {value!r}: rich is for terminals; write text={file} for the same without colours"
    elif name not in known:
        hint = did_you_mean(name, known) or f"; known are {', '.join(known)}"
        yield f"--output {value!r}: there is no format {name!r}{hint}"
    complaint = file_complaint(Path(file))
    if complaint:
        yield f"--output {value!r}: {complaint}"


def file_complaint(path: Path) -> str:
    """Why ``path`` cannot be a file to write, or "" if it can."""
    if path.is_dir():
        return f"{path} is a folder; name a file in it"
    if not path.parent.is_dir():
        return f"the folder {path.parent} does not exist; make it first"
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        return f"{path} cannot be written; check its permissions"
    return ""


def _collisions(values: Sequence[str], inputs: Sequence[str]) -> Iterator[str]:
    read = {Path(path).resolve() for named in inputs if named != "-" for path in _named(named)}
    written: set[Path] = set()
    for value in values:
        path = Path(value.partition("=")[2]).resolve()
        if path in read or (not read.isdisjoint(path.parents) and _is_article(path)):
            yield f"--output {value!r} would overwrite an input; name another file"
        if path in written:
            yield f"--output {value!r} names a file that another --output writes; name another one"
        written.add(path)


def _named(pattern: str) -> Iterator[str]:
    """The path that was named, and what it matches where it is a glob that no shell expanded."""
    yield pattern
    if has_magic(pattern) and not os.path.lexists(pattern):
        yield from iglob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern


def _is_article(path: Path) -> bool:
    """Whether a folder's articles are read from the file; an earlier report there may be replaced."""
    if not is_article_name(path.name):
        return False
    try:
        if suffix_of(path.name) == ".parquet":
            return not _is_own_table(path)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return head != b"" and not is_own_file(head)


def _is_own_table(path: Path) -> bool:
    import polars as pl

    try:
        return is_own_table(pl.read_parquet_schema(path))
    except pl.exceptions.PolarsError:
        return False
