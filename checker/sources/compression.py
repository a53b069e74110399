"""Gzip and zstd files as streams of what they hold, refused when they unpack to far more than they are."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from checker.errors import InputError

if TYPE_CHECKING:
    from typing_extensions import Buffer

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"

#: A file may always unpack to this many bytes, and beyond it to RATIO times its own size.
FREE = 64 * 1024 * 1024
#: News text packs 3 to 6 fold, markup up to 20 fold, zeros 1,000 fold and more.
RATIO = 100


class DamagedError(InputError):
    """A compressed file is cut short, damaged, or unpacks to more than it may."""


def is_compressed(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is one that ``unpacked`` opens."""
    return head.startswith((GZIP, ZSTD))


def unpacked(stream: BinaryIO, head: bytes, size: int | None) -> io.BufferedReader:
    """The decompressed bytes of a gzip or zstd ``stream`` that begins with ``head`` and has ``size`` bytes.

    Reading raises DamagedError where the data end early, are damaged, or exceed what a file of this size
    may hold (an unknown size counts as none).
    """
    limit = max(FREE, RATIO * (size or 0))
    inner: BinaryIO
    if head.startswith(GZIP):
        inner = gzip.GzipFile(fileobj=stream, mode="rb")  # type: ignore[assignment]
    else:
        import zstandard

        inner = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return io.BufferedReader(_Guarded(inner, limit), buffer_size=1 << 16)


class _Guarded(io.RawIOBase):
    """A raw stream that speaks of damage in one way, and stops at a limit."""

    def __init__(self, inner: BinaryIO, limit: int) -> None:
        self._inner = inner
        self._limit = limit
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        try:
            data = self._inner.read(len(view))
        except (EOFError, zlib.error, gzip.BadGzipFile) as broken:
            raise DamagedError(f"the compressed data are cut short or damaged ({broken})") from broken
        except Exception as broken:
            if type(broken).__name__ != "ZstdError":
                raise
            raise DamagedError(f"the compressed data are cut short or damaged ({broken})") from broken
        self._given += len(data)
        if self._given > self._limit:
            raise DamagedError(
                f"it unpacks to more than {self._limit // 1024**2} MiB, which no honest file of its size does"
            )
        view[: len(data)] = data
        return len(data)
