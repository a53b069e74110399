"""From the paths on the command line to the files behind them: globs, directories, duplicates."""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from glob import has_magic
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from checker.errors import MissingPathError
from checker.sources.origin import printable
from checker.sources.recognise import is_article_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.sources.reading import Ledger


def expanded(paths: Sequence[str], stdin: BinaryIO | None) -> list[str]:
    """The paths with globs replaced by what they match, in sorted order.

    Wildcards pass over hidden names, ``**`` also over linked directories. A path that exists is no pattern,
    whatever brackets are in it. Raises MissingPathError, which names all paths that are missing or
    unreadable and all patterns that match nothing.
    """
    out: list[str] = []
    complaints: list[str] = []
    for path in paths:
        if has_magic(path) and not os.path.lexists(path):
            try:
                out += _matches(path)
            except ValueError as problem:
                complaints.append(f"{printable(path)}: {str(problem).lower()}")
        elif complaint := _complaint(path, stdin):
            complaints.append(complaint)
        else:
            out.append(path)
    if complaints:
        listed = "; ".join(complaints)
        raise MissingPathError(
            f"cannot read {listed}. Check the spelling and the permissions, then run again."
        )
    return out


def _matches(pattern: str) -> list[str]:
    anchor = PurePath(pattern).anchor
    parts = [part for part in PurePath(pattern).parts if part != anchor]
    try:
        found = [str(path) for path in Path(anchor).glob("/".join(parts))]
    except ValueError as wrong:
        raise ValueError("this is no pattern; ** stands alone between two slashes") from wrong
    # The patterns of pathlib do match hidden names; those of a shell do not, unless they say so.
    dotted = [part for part in parts if part.startswith(".")]
    matches = sorted(path for path in found if not _hidden(PurePath(path), dotted))
    if not matches:
        raise ValueError("no file matches this pattern")
    return matches


def _hidden(path: PurePath, dotted: Sequence[str]) -> bool:
    return any(
        part.startswith(".")
        and part not in {".", ".."}
        and not any(fnmatchcase(part, wish) for wish in dotted)
        for part in path.parts
    )


def _complaint(path: str, stdin: BinaryIO | None) -> str | None:
    """What is wrong with a path that was named, or None."""
    if path == "-":
        return "-: there is no standard input" if stdin is None else None
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):  # noqa: PTH116 - a Path costs more than the call
            os.scandir(path).close()
        elif not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except (OSError, ValueError) as problem:
        return f"{printable(path) if path else '(an empty path)'}: {reason(problem)}"
    return None


def reason(problem: OSError | ValueError) -> str:
    """What went wrong with a file, in the words of the operating system."""
    return (getattr(problem, "strerror", None) or str(problem)).lower()


def files(paths: Sequence[str], ledger: Ledger, without: Sequence[str] = ()) -> Iterator[str]:
    """The files of expanded paths (``-`` stands for itself), directories recursively and in sorted order.

    A file is given once, however many paths and links lead to it. In directories hidden names and linked
    directories are passed over, other files than articles and those ``without`` are counted, and what
    cannot be read is written in the ledger. Only one directory's entries are held at a time and level,
    never all files.
    """
    roots = _Roots(without=frozenset(map(os.path.realpath, without)))
    reals = [path if path == "-" else os.path.realpath(path) for path in paths]
    for number, (path, real) in enumerate(zip(paths, reals, strict=True)):
        named = roots.directories if path != "-" and os.path.isdir(real) else roots.files  # noqa: PTH112
        named.setdefault(real, number)
    for number, (path, real) in enumerate(zip(paths, reals, strict=True)):
        if real in roots.directories:
            if not roots.reached(real, before=number):
                yield from _walk(path, real, roots, number, ledger)
        elif roots.files[real] == number and not roots.read(real, before=number):
            yield path


@dataclass(slots=True)
class _Roots:
    """What was named, by its real path, with its place in the order; where links led, what is left out.

    This answers whether a file is read without a set of all that were: a million names are a lot of memory.
    """

    files: dict[str, int] = field(default_factory=dict)
    directories: dict[str, int] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    without: frozenset[str] = frozenset()

    def reached(self, real: str, before: int) -> bool:
        """Whether the walk of a directory that was named earlier comes through this directory."""
        above = real
        while self.directories.get(above, before) >= before:
            above, name = os.path.split(above)
            if not name or name.startswith("."):
                return False
        return True

    def read(self, real: str, before: int) -> bool:
        """Whether a file is read under its real name for what was named earlier."""
        if self.files.get(real, before) < before:
            return True
        folder, name = os.path.split(real)
        return not name.startswith(".") and is_article_name(name) and self.reached(folder, before)


def _walk(directory: str, real: str, roots: _Roots, number: int, ledger: Ledger) -> Iterator[str]:
    """The article files below a directory, of whose real path ``real`` its entries' are made."""
    levels = [(real, iter(_entries(directory, ledger)))]
    while levels:
        real, entries = levels[-1]
        entry = next(entries, None)
        if entry is None:
            levels.pop()
        elif entry.name.startswith("."):
            continue
        elif entry.is_dir(follow_symlinks=False):
            below = os.path.join(real, entry.name)  # noqa: PTH118 - of names that may hold odd bytes
            if number == 0 or not roots.reached(below, before=number):
                levels.append((below, iter(_entries(entry.path, ledger))))
        elif entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112
            continue
        elif (
            not is_article_name(entry.name)
            or os.path.join(real, entry.name) in roots.without  # noqa: PTH118
            or not _is_regular(entry, ledger)
        ):
            ledger.dropped["not_an_article"] += 1
        elif _is_new(entry, real, roots, number):
            yield entry.path


def _entries(directory: str, ledger: Ledger) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(directory) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        ledger.lose(
            printable(directory), f"the directory cannot be read ({reason(problem)}); check its permissions"
        )
        return []


def _is_regular(entry: os.DirEntry[str], ledger: Ledger) -> bool:
    """Whether an entry is a file and no pipe or device; a link that leads nowhere is written down."""
    if not entry.is_symlink():
        return entry.is_file(follow_symlinks=False)
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError as problem:
        ledger.lose(
            printable(entry.path), f"the file cannot be read ({reason(problem)}); repair or remove the link"
        )
        return False


def _is_new(entry: os.DirEntry[str], folder: str, roots: _Roots, number: int) -> bool:
    """Whether a file is not read elsewhere: for an earlier path, or for a link under its own name."""
    if not entry.is_symlink():
        return not roots.files or roots.files.get(os.path.join(folder, entry.name), number) >= number  # noqa: PTH118
    real = os.path.realpath(entry.path)
    # The name of its own is the better one, wherever it stands in the order.
    if real in roots.links or roots.read(real, before=sys.maxsize):
        return False
    roots.links.add(real)
    return True
