"""Gzip and zstd files as streams of what they hold, refused when they unpack to far more than they are."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

from checker.errors import InputError

if TYPE_CHECKING:
    from typing_extensions import Buffer

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"

#: What may always come out of a file, and beyond it: RATIO times what was read of the file so far.
FREE = 64 * 1024 * 1024
#: News packs 3 to 20 fold, the same few words over and over 90 fold; a gzip bomb unpacks 1,000 fold, one in
#: zstd 30,000 fold.
RATIO = 250

#: Bytes of zstd that are unpacked at once: a bomb makes 16 MiB of them before it is noticed.
_STEP = 512
_BUFFER = 1 << 16


class DamagedError(InputError):
    """A compressed file is cut short, damaged, or unpacks to more than it may."""


def is_compressed(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is one that ``unpacked`` opens."""
    return head.startswith((GZIP, ZSTD))


def unpacked(stream: BinaryIO, head: bytes) -> io.BufferedReader:
    """The decompressed bytes of a gzip or zstd ``stream`` that begins with ``head``, in constant memory.

    Reading raises DamagedError where the data end early or are damaged, and where more than RATIO times
    what was read of them, and more than FREE bytes, came out; what came before was delivered.
    """
    counted = _Counted(stream)
    inner: _Readable
    if head.startswith(GZIP):
        inner = gzip.GzipFile(fileobj=io.BufferedReader(counted, _BUFFER), mode="rb")
    else:
        inner = _Zstd(counted)
    return io.BufferedReader(_Guarded(inner, counted), _BUFFER)


class _Readable(Protocol):
    def read1(self, size: int, /) -> bytes: ...


class _Counted(io.RawIOBase):
    """A raw stream that counts what was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)


class _Zstd:
    """What is in the frames of a zstd stream; EOFError where the last one has no end.

    The stream reader of the library passes over such an end in silence, hence its lower interface.
    """

    def __init__(self, stream: io.RawIOBase) -> None:
        from checker.sources.zstd import ZstdDecompressor, ZstdError

        self._new_frame = ZstdDecompressor
        self._broken = ZstdError
        self._frame = self._new_frame()
        self._stream = io.BufferedReader(stream, _BUFFER)
        self._ready = io.BytesIO()
        self._inside = False

    def read1(self, size: int) -> bytes:
        while not (data := self._ready.read(size)):
            step = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._inside = self._new_frame(), False
            step = step or self._stream.read(_STEP)
            if not step:
                if self._inside:
                    raise EOFError("the last frame has no end")
                return b""
            self._inside = True
            try:
                self._ready = io.BytesIO(self._frame.decompress(step))
            except self._broken as broken:
                raise DamagedError(_damaged(broken)) from broken
        return data


class _Guarded(io.RawIOBase):
    """A raw stream that speaks of damage in one way, and stops at a limit."""

    def __init__(self, inner: _Readable, counted: _Counted) -> None:
        self._inner = inner
        self._counted = counted
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        try:
            # What is there, however little: to fill up would lose it where the next bytes are damaged.
            data = self._inner.read1(len(view))
        except (EOFError, zlib.error, gzip.BadGzipFile) as broken:
            raise DamagedError(_damaged(broken)) from broken
        self._given += len(data)
        if self._given > max(FREE, RATIO * self._counted.taken):
            raise DamagedError(
                f"it unpacks to more than {FREE // 1024**2} MiB and to more than {RATIO} times its size, "
                "as decompression bombs do"
            )
        view[: len(data)] = data
        return len(data)


def _damaged(broken: Exception) -> str:
    return f"the compressed data are cut short or damaged ({broken})"
