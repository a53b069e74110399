"""What was computed once, kept on disk by what it was computed from: parses, vectors, probabilities.

A second run over much the same articles reads most of it instead of computing it. One SQLite file in a folder
holds it; a key is a hash of the model's identity and of the texts, so nothing in it grows wrong, and whoever
cannot use the file computes. Values are numbers and parses, never pickles: a folder from elsewhere can slow a
run down, or lie to it, but not run code. Parses hold the words of their sentences.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: Changes with the table and with what the values of a kind mean; files of other versions are left alone.
FILE_NAME = "checker-cache-1.sqlite"

#: Keys of one query.
_AT_ONCE = 500

#: How long a process waits for another that writes, in seconds.
_PATIENCE = 20.0

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
    """The values in one folder, which is made if need be.

    Raises UsageError if the folder cannot hold the file. Once a read or a write fails later (the disk is
    full, the file was damaged), it holds and keeps nothing more: a run never fails for its cache.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self._today = date.today().toordinal()
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file: sqlite3.Connection | None = sqlite3.connect(
                self.folder / FILE_NAME, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            # Other processes read while one writes; what a lost power supply loses is computed again.
            self._file.execute("PRAGMA journal_mode=WAL")
            self._file.execute("PRAGMA synchronous=OFF")
            self._file.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
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
        another model's values are others.
        """
        keys = [key_of(kind, name) for name in names]
        known = self._known(keys)
        missing = [place for place, key in enumerate(keys) if key not in known]
        fresh = dict(zip(missing, compute(missing), strict=True)) if missing else {}
        self._keep(kind, ((keys[place], value) for place, value in fresh.items()))
        for place, key in enumerate(keys):
            yield fresh[place] if place in fresh else known[key]

    def holdings(self) -> list[Holding]:
        """What is kept, by kind."""
        rows = self._rows("SELECT kind, COUNT(*), SUM(LENGTH(value)) FROM kept GROUP BY kind ORDER BY kind")
        return [Holding(kind, count, size) for kind, count, size in rows]

    def drop_unused(self, days: int) -> int:
        """Forget what no run has used for more than ``days`` days; how many values that were."""
        return self._forget("DELETE FROM kept WHERE used < ?", self._today - days)

    def clear(self) -> int:
        """Forget everything; how many values that were."""
        return self._forget("DELETE FROM kept")

    def close(self) -> None:
        """Let go of the file; a closed cache holds nothing."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        old: list[bytes] = []
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            for key, value, used in self._rows(
                f"SELECT key, value, used FROM kept WHERE key IN ({marks})",  # noqa: S608
                *part,
            ):
                found[key] = value
                if used < self._today:
                    old.append(key)
        self._write("UPDATE kept SET used = ? WHERE key = ?", ((self._today, key) for key in old))
        return found

    def _keep(self, kind: str, values: Iterable[tuple[bytes, bytes]]) -> None:
        self._write(
            "INSERT OR REPLACE INTO kept (key, kind, value, used) VALUES (?, ?, ?, ?)",
            ((key, kind.partition(" ")[0], value, self._today) for key, value in values),
        )

    def _forget(self, statement: str, *values: object) -> int:
        if self._file is None:
            return 0
        count = self._file.execute(statement, values).rowcount
        self._file.execute("VACUUM")
        return count

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        if self._file is None:
            return []
        try:
            return self._file.execute(statement, values).fetchall()
        except sqlite3.Error:
            self.close()
            return []

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = list(rows)
        if self._file is None or not rows:
            return
        try:
            with self._transaction(self._file):
                self._file.executemany(statement, rows)
        except sqlite3.Error:
            self.close()

    @contextlib.contextmanager
    def _transaction(self, file: sqlite3.Connection) -> Iterator[None]:
        file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            file.execute("ROLLBACK")
            raise
        file.execute("COMMIT")


def key_of(kind: str, name: tuple[str, ...]) -> bytes:
    """16 bytes for what one value is computed from."""
    # Lengths first: ("ab", "c") and ("a", "bc") are two names.
    told = f"{kind}\0{[len(part) for part in name]}\0{''.join(name)}"
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def usual_folder() -> Path:
    """Where the command line keeps what it computed, if it is told nothing else."""
    from platformdirs import user_cache_path

    return user_cache_path("checker", appauthor=False)
