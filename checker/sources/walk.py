"""From the paths on the command line to articles: which files, in which order, in which format."""

from __future__ import annotations

import errno
import glob
import io
import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from checker.errors import InputError, MissingPathError
from checker.sources.compression import is_compressed, unpacked
from checker.sources.decode import binary_kind
from checker.sources.formats import reader
from checker.sources.intake import Intake
from checker.sources.origin import origin_of, printable
from checker.sources.reading import Ledger, Reading
from checker.sources.recognise import Format, format_of, is_article_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.records import Article

_HEAD = 8192
READABLE = "give text, Markdown, HTML, JSON, CSV, Parquet, RSS, Atom or WARC"


def read(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, columns: Mapping[str, str] | None = None
) -> Reading:
    """Read all articles of ``paths`` at once; see ``stream``."""
    ledger = Ledger()
    return ledger.reading(stream(paths, ledger, stdin=stdin, columns=columns))


def stream(
    paths: Sequence[str],
    ledger: Ledger,
    *,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """The articles of files, directories (recursively, sorted), globs and ``-`` (``stdin``), one by one.

    A path given twice is read once. Raises MissingPathError, before the first article and naming all of
    them, when paths are missing or unreadable; what goes wrong inside a directory or a file is written in
    the ``ledger``.
    """
    expanded = _expanded(paths, stdin)
    return _stream(expanded, ledger, stdin, columns or {})


def _stream(
    paths: Sequence[str], ledger: Ledger, stdin: BinaryIO | None, columns: Mapping[str, str]
) -> Iterator[Article]:
    seen: set[str] = set()
    for path in paths:
        if path == "-" and stdin is not None:
            if path not in seen:
                seen.add(path)
                yield from _admitted(_from_stdin(stdin, ledger, columns), ledger)
            continue
        found = _walk(path, ledger) if Path(path).is_dir() else iter((path,))
        for name in found:
            place = os.path.realpath(name)
            if place not in seen:
                seen.add(place)
                yield from _admitted(_from_file(name, ledger, columns), ledger)


def _admitted(articles: Iterator[Article], ledger: Ledger) -> Iterator[Article]:
    return (article for article in articles if ledger.admits(article))


def _expanded(paths: Sequence[str], stdin: BinaryIO | None) -> list[str]:
    """The paths with globs replaced by what they match, in sorted order."""
    out: list[str] = []
    for path in paths:
        matches = (
            sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
            if glob.has_magic(path) and not os.path.lexists(path)
            else []
        )
        out += matches or [path]
    _require(out, stdin)
    return out


def _require(paths: Sequence[str], stdin: BinaryIO | None) -> None:
    missing: list[str] = []
    for path in paths:
        if path == "-":
            if stdin is None:
                missing.append("-: there is no standard input")
            continue
        try:
            if stat.S_ISDIR(Path(path).stat().st_mode):
                os.scandir(path).close()
            elif not os.access(path, os.R_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except (OSError, ValueError) as problem:
            reason = (getattr(problem, "strerror", None) or str(problem)).lower()
            missing.append(f"{printable(path) if path else '(an empty path)'}: {reason}")
    if missing:
        listed = "; ".join(missing)
        raise MissingPathError(
            f"cannot read {listed}. Check the spelling and the permissions, then run again."
        )


def _walk(directory: str, ledger: Ledger) -> Iterator[str]:
    """The article files below a directory in sorted order; others are counted, hidden ones passed over."""
    try:
        with os.scandir(directory) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        ledger.lose(printable(directory), f"the directory cannot be read ({reason}); check its permissions")
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, ledger)
        elif entry.is_symlink() and Path(entry.path).is_dir():
            continue
        elif is_article_name(entry.name):
            yield from _regular(entry, ledger)
        else:
            ledger.dropped["not_an_article"] += 1


def _regular(entry: os.DirEntry[str], ledger: Ledger) -> Iterator[str]:
    """The path of an entry if it is a file; a pipe or a link that leads nowhere is none."""
    try:
        if stat.S_ISREG(entry.stat().st_mode):
            yield entry.path
        else:
            ledger.dropped["not_an_article"] += 1
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        ledger.lose(printable(entry.path), f"the file cannot be read ({reason}); repair or remove the link")


def _from_stdin(stdin: BinaryIO, ledger: Ledger, columns: Mapping[str, str]) -> Iterator[Article]:
    origin = origin_of("-")
    buffered = stdin if hasattr(stdin, "peek") else io.BufferedReader(stdin)  # type: ignore[type-var]
    intake = Intake(buffered, origin, ledger, columns=columns)
    try:
        # Standard input is JSON lines, unless its first bytes say that it is something else.
        yield from _read(intake, "-.jsonl", None)
    except OSError as problem:
        intake.lose(f"standard input broke off ({problem.strerror}); run again")


def _from_file(path: str, ledger: Ledger, columns: Mapping[str, str]) -> Iterator[Article]:
    origin = origin_of(path)
    try:
        with Path(path).open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            yield from _read(Intake(opened, origin, ledger, path, columns), path, size)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        ledger.lose(origin.path, f"the file cannot be read ({reason}); check its permissions")


def _read(intake: Intake, name: str, size: int | None) -> Iterator[Article]:
    """The articles of one opened file, whatever its format; damage ends it early and is written down."""
    try:
        head = _peek(intake.stream)
        if is_compressed(head):
            intake = replace(intake, stream=unpacked(intake.stream, head, size), file=None)
            head = _peek(intake.stream)
        kind = format_of(name, head)
        strange = binary_kind(head) if kind is not Format.PARQUET else None
        if strange is not None:
            intake.lose(f"this is no text but {strange}; {READABLE}")
            return
        format_reader = reader(kind)
        if format_reader is None:
            _pass_over(intake, kind)
            return
        yield from format_reader.read(intake)
    except InputError as damaged:
        intake.lose(f"{damaged}; what came before it was read. Repair or remove the file")


def _pass_over(intake: Intake, kind: Format) -> None:
    """Count a file that is well but holds no article (a sitemap, a configuration)."""
    intake.ledger.dropped["not_an_article"] += 1
    intake.repair("not_an_article", f"this is {kind}, which holds no article; {READABLE}")


def _peek(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it."""
    return stream.peek(_HEAD)  # type: ignore[attr-defined, no-any-return]
