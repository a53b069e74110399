"""What was computed once, kept on disk by what it was computed from: parses, vectors, probabilities.

A second run over much the same articles reads most of it instead of computing it. One SQLite file in a folder
holds it; a key is a hash of the model's identity and of the texts, so nothing in it grows wrong, and whoever
cannot use the file computes. Values are numbers and parses, never pickles: a folder from elsewhere can slow a
run down, or lie to it, but not run code. Parses hold the words of their sentences.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: Changes with the table and with what the values of a kind mean; files of other versions are left alone.
FILE_NAME = "checker-cache-1.sqlite"

#: Names that are looked up, computed and written together: so much a run that is stopped loses at most.
_TOGETHER = 2_000

#: Keys of one query.
_AT_ONCE = 500

#: How long a process waits for another that writes, in seconds.
_PATIENCE = 20.0

#: Bytes before a value by which a damaged one is known.
_CHECK = 8

_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    key BLOB PRIMARY KEY, kind TEXT NOT NULL, value BLOB NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a cache holds of one kind: how many values, and their bytes."""

    kind: str
    values: int
    size: int


class Cache:
    """The values in one folder, which is made if need be. Threads may share it.

    Raises UsageError if the folder cannot hold the file. Once a read or a write fails later (the disk is
    full, the file was damaged), it holds and keeps nothing more: a run never fails for its cache.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._today = date.today().toordinal()
        self._lock = threading.RLock()
        self._file: sqlite3.Connection | None = None
        path = self.folder / FILE_NAME
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Made for its owner alone, whoever may look into the folder.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._file = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            # Other processes read while one writes.
            self._file.execute("PRAGMA journal_mode=WAL")
            self._file.execute("PRAGMA synchronous=NORMAL")
            self._file.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self.close()
            raise UsageError(
                f"{self.folder} cannot hold the cache ({error}); give another folder with --cache-dir,"
                f" delete {FILE_NAME} in it, or use --no-cache"
            ) from error

    def through(
        self,
        kind: str,
        names: Sequence[tuple[str, ...]],
        compute: Callable[[list[int]], Iterable[bytes]],
    ) -> Iterator[bytes]:
        """The value of each name, in order; ``compute`` gives those at the places that are not kept.

        A name is the texts that a value is computed from, ``kind`` names what computes it, so that
        another model's values are others. ``compute`` is asked part by part, places in order.
        """
        for start in range(0, len(names), _TOGETHER):
            keys = [key_of(kind, name) for name in names[start : start + _TOGETHER]]
            known = self._known(keys)
            missing = [place for place, key in enumerate(keys) if key not in known]
            values = compute([start + place for place in missing]) if missing else ()
            fresh = dict(zip(missing, values, strict=True))
            self._keep(kind, ((keys[place], value) for place, value in fresh.items()))
            for place, key in enumerate(keys):
                yield fresh[place] if place in fresh else known[key]

    def missing(self, kind: str, names: Sequence[tuple[str, ...]]) -> int:
        """How many of the names have no value yet."""
        keys = [key_of(kind, name) for name in names]
        kept = {key for (key,) in self._of("key", keys)}
        return sum(key not in kept for key in keys)

    def holdings(self) -> list[Holding]:
        """What is kept, by kind. Raises UsageError if the file cannot be read."""
        with self._for_its_owner() as file:
            rows = file.execute(
                "SELECT kind, COUNT(*), SUM(LENGTH(value)) FROM kept GROUP BY kind"
            ).fetchall()
        return [Holding(kind, count, size - count * _CHECK) for kind, count, size in sorted(rows)]

    def drop_unused(self, days: int) -> int:
        """Forget what no run has used for more than ``days`` days; how many values that were.

        Raises UsageError if the file cannot be written.
        """
        return self._forget("DELETE FROM kept WHERE used < ?", self._today - days)

    def clear(self) -> int:
        """Forget everything; how many values that were. Raises UsageError if the file cannot be written."""
        return self._forget("DELETE FROM kept")

    def close(self) -> None:
        """Let go of the file; a closed cache holds nothing."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        old: list[bytes] = []
        for key, value, used in self._of("key, value, used", keys):
            content = _checked(key, value)
            if content is None:
                continue
            found[key] = content
            if used < self._today:
                old.append(key)
        self._write("UPDATE kept SET used = ? WHERE key = ?", [(self._today, key) for key in old])
        return found

    def _of(self, columns: str, keys: Sequence[bytes]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            yield from self._rows(f"SELECT {columns} FROM kept WHERE key IN ({marks})", *part)  # noqa: S608

    def _keep(self, kind: str, values: Iterable[tuple[bytes, bytes]]) -> None:
        self._write(
            "INSERT OR REPLACE INTO kept (key, kind, value, used) VALUES (?, ?, ?, ?)",
            [
                (key, kind.partition(" ")[0], _check_of(key, value) + value, self._today)
                for key, value in values
            ],
        )

    def _forget(self, statement: str, *values: object) -> int:
        with self._for_its_owner() as file:
            count = file.execute(statement, values).rowcount
            file.execute("VACUUM")
        return count

    @contextlib.contextmanager
    def _for_its_owner(self) -> Iterator[sqlite3.Connection]:
        """The file, for who asks about it: he is told of errors that a run passes over."""
        with self._lock:
            if self._file is None:
                raise UsageError(f"the cache in {self.folder} is closed")
            try:
                yield self._file
            except sqlite3.Error as error:
                raise UsageError(f"the cache in {self.folder} cannot be used now: {error}") from error

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            if self._file is None:
                return []
            try:
                return self._file.execute(statement, values).fetchall()
            except sqlite3.Error:
                self.close()
                return []

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self._lock:
            if self._file is None or not rows:
                return
            try:
                self._file.execute("BEGIN IMMEDIATE")
                self._file.executemany(statement, rows)
                self._file.execute("COMMIT")
            except sqlite3.Error:
                self.close()


def key_of(kind: str, name: tuple[str, ...]) -> bytes:
    """16 bytes for what one value is computed from."""
    # Lengths first: ("ab", "c") and ("a", "bc") are two names.
    told = f"{kind}\0{[len(part) for part in name]}\0{''.join(name)}"
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _check_of(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_CHECK, key=key).digest()


def _checked(key: bytes, kept: object) -> bytes | None:
    """The value that was kept; None if it is not what was written."""
    if not isinstance(kept, bytes) or kept[:_CHECK] != _check_of(key, kept[_CHECK:]):
        return None
    return kept[_CHECK:]


def usual_folder() -> Path:
    """Where the command line keeps what it computed, if it is told nothing else.

    Raises UsageError for a user without a home.
    """
    from platformdirs import user_cache_path

    try:
        return user_cache_path("checker", appauthor=False)
    except RuntimeError as error:
        raise UsageError(f"there is no folder for a cache ({error}); name one with --cache-dir") from error
