"""From the paths on the command line to articles: which files, in which order, in which format."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from checker.errors import MissingPathError
from checker.sources import jsonlines, markdown, plain
from checker.sources.decode import binary_kind, decode, encoding_of
from checker.sources.origin import origin_of, printable
from checker.sources.reading import Collector, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXT_SUFFIXES = frozenset((".txt", ".text"))
MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))
JSON_LINES_SUFFIXES = frozenset((".jsonl", ".ndjson"))
ARTICLE_SUFFIXES = TEXT_SUFFIXES | MARKDOWN_SUFFIXES | JSON_LINES_SUFFIXES

_JSON_OBJECT = re.compile(r'\s*\{\s*(?:"|\})')
_HEAD = 8192


def read(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Reading:
    """Read the articles of files, of directories (recursively, sorted) and of ``-``, JSON lines on ``stdin``.

    A path given twice is read once. Raises MissingPathError, naming all of them, when paths are missing
    or unreadable; what goes wrong inside a directory or a file is in ``Reading.errors``.
    """
    _require(paths, stdin)
    collector = Collector()
    seen: set[str] = set()
    for path in paths:
        if path == "-" and stdin is not None:
            if path not in seen:
                seen.add(path)
                _read_stdin(stdin, collector)
            continue
        found = _walk(path, collector) if Path(path).is_dir() else iter((path,))
        for name in found:
            place = os.path.realpath(name)
            if place not in seen:
                seen.add(place)
                _read_file(name, collector)
    return collector.reading()


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


def _walk(directory: str, collector: Collector) -> Iterator[str]:
    """The article files below a directory in sorted order; others are counted, hidden ones passed over."""
    try:
        with os.scandir(directory) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        collector.lose(
            printable(directory), f"the directory cannot be read ({reason}); check its permissions"
        )
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, collector)
        elif entry.is_symlink() and Path(entry.path).is_dir():
            continue
        elif _suffix(entry.name) in ARTICLE_SUFFIXES:
            yield from _regular(entry, collector)
        else:
            collector.dropped["not_an_article"] += 1


def _regular(entry: os.DirEntry[str], collector: Collector) -> Iterator[str]:
    """The path of an entry if it is a file; a pipe or a link that leads nowhere is none."""
    try:
        if stat.S_ISREG(entry.stat().st_mode):
            yield entry.path
        else:
            collector.dropped["not_an_article"] += 1
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        collector.lose(
            printable(entry.path), f"the file cannot be read ({reason}); repair or remove the link"
        )


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - the name may hold bytes that are not text


def _read_stdin(stdin: BinaryIO, collector: Collector) -> None:
    origin = origin_of("-")
    try:
        jsonlines.read_stream(stdin, origin, collector)
    except OSError as problem:
        collector.lose(origin.path, f"standard input broke off ({problem.strerror}); run again")


def _read_file(path: str, collector: Collector) -> None:
    origin = origin_of(path)
    try:
        with Path(path).open("rb") as stream:
            head = stream.peek(_HEAD)
            kind = binary_kind(head)
            if kind is not None:
                collector.lose(
                    origin.path, f"this is no text but {kind}; give plain text, Markdown or JSON lines"
                )
                return
            suffix = _suffix(path)
            if suffix in JSON_LINES_SUFFIXES or (suffix not in MARKDOWN_SUFFIXES and _holds_objects(head)):
                jsonlines.read_stream(stream, origin, collector)
                return
            text, repairs = decode(stream.read())
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        collector.lose(origin.path, f"the file cannot be read ({reason}); check its permissions")
        return
    collector.repair_all(repairs, origin.path)
    if suffix in MARKDOWN_SUFFIXES or markdown.has_front_matter(text[:_HEAD]):
        collector.add(markdown.article(text, origin, collector))
    else:
        collector.add(plain.article(text, origin))


def _holds_objects(head: bytes) -> bool:
    """Whether the first line of a file begins a JSON object."""
    text, _ = decode(head[: len(head) - len(head) % 4] if encoding_of(head) != "utf-8" else head)
    return _JSON_OBJECT.match(text) is not None
