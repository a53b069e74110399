"""``--metadata FILE``: what a table knows of files that do not say it themselves.

A CSV file or JSON lines with a column ``path`` and any of ``source``, ``title``, ``url`` and ``published``
(or ``date``). A path is that of the file as it was named, relative to the table's own folder, or absolute; an
article's id will do as well. What an article says of itself stays; a name or a title that was only made of
the file's name or its first line is replaced.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from checker.errors import MissingPathError, UsageError
from checker.sources.dates import normalise
from checker.sources.decode import decode
from checker.sources.origin import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.records import Article

COLUMNS = ("path", "source", "title", "url", "published", "date")
_HEAD = 2000


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known by path; ``folder`` is the table's own, ``name`` the table's, for messages."""

    entries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    folder: str = ""
    name: str = ""

    def applied(self, article: Article) -> Article:
        """The article with what the table adds to it."""
        entry = self.entry(article) if self.entries else None
        if entry is None:
            return article
        stem = origin_of(article.path or article.id).source
        guessed_title = article.title is None or article.title in article.text[:_HEAD]
        return replace(
            article,
            source=entry.get("source", article.source) if article.source == stem else article.source,
            title=entry.get("title", article.title) if guessed_title else article.title,
            url=article.url or entry.get("url"),
            published=article.published or entry.get("published"),
        )

    def unused(self, articles: Iterable[Article]) -> list[str]:
        """The paths of the table that fit none of ``articles``, sorted."""
        used = {self._key(article) for article in articles} if self.entries else set()
        return sorted(self.entries.keys() - used)

    def entry(self, article: Article) -> Mapping[str, str] | None:
        """What the table says of an article: by its id, its path, or its path below the table's folder."""
        key = self._key(article)
        return None if key is None else self.entries[key]

    def _key(self, article: Article) -> str | None:
        for name in filter(None, (article.id, article.path)):
            whole = os.path.normpath(Path(name).absolute())
            for key in map(_normal, (name, _below(name, self.folder), whole)):
                if key in self.entries:
                    return key
        return None


def load(path: str) -> Metadata:
    """Read the table. Raises MissingPathError if it cannot be opened, UsageError naming all its mistakes."""
    name = origin_of(path).path
    try:
        text, _ = decode(Path(path).read_bytes())
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise MissingPathError(f"cannot read the metadata {name}: {reason}. Check the path") from problem
    mistakes: list[str] = []
    entries: dict[str, Mapping[str, str]] = {}
    records = _json_lines(text, mistakes) if text.lstrip().startswith("{") else _csv(text, mistakes)
    for line, record in records:
        key = record.pop("path", None)
        if key is None:
            mistakes.append(f"line {line} has no path")
            continue
        written = record.pop("date", None)
        written = record.pop("published", written)
        if written is not None:
            published = normalise(written)
            if published is None:
                mistakes.append(f"line {line}: the date {written[:40]!r} cannot be read, write YYYY-MM-DD")
            else:
                record["published"] = published
        if _normal(key) in entries:
            mistakes.append(f"line {line}: {key!r} stands here for the second time")
        entries[_normal(key)] = record
    if mistakes:
        raise UsageError(f"the metadata {name} cannot be used: {'; '.join(mistakes)}")
    return Metadata(entries, str(Path(path).parent), name)


def _json_lines(text: str, mistakes: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for line, written in enumerate(text.splitlines(), start=1):
        if not written.strip():
            continue
        try:
            record: object = json.loads(written)
        except (ValueError, RecursionError):
            record = None
        if not isinstance(record, Mapping):
            mistakes.append(f"line {line} is no JSON object")
            continue
        yield line, _known(record)


def _csv(text: str, mistakes: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    rows = csv.DictReader(io.StringIO(text))
    columns = [name.strip().lower() for name in rows.fieldnames or ()]
    if "path" not in columns:
        found = ", ".join(columns) or "none"
        mistakes.append(f"it needs the column 'path' beside any of {', '.join(COLUMNS[1:])} (found: {found})")
        return
    for row in rows:
        yield rows.line_num, _known({str(name).strip().lower(): value for name, value in row.items()})


def _known(record: Mapping[str, object]) -> dict[str, str]:
    """The columns that count, as text; empty cells say nothing."""
    return {
        name: str(record[name]).strip()
        for name in COLUMNS
        if record.get(name) is not None and str(record[name]).strip()
    }


def _normal(path: str) -> str:
    return PurePath(path.replace("\\", "/")).as_posix()


def _below(path: str, folder: str) -> str:
    """The path as seen from a folder."""
    try:
        return os.path.relpath(path, folder or ".")
    except ValueError:  # two drives of Windows
        return path
