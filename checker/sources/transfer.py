"""The body of an HTTP response as it was sent, to what it holds: chunks joined, content decompressed."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING

from checker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"


class TransferError(InputError):
    """A body is cut short, damaged, too large, or compressed in a way that cannot be read."""


def body_of(sent: bytes, *, transfer: str | None, content: str | None, limit: int) -> bytes:
    """What was sent, by its headers Transfer-Encoding and Content-Encoding; at most ``limit`` bytes.

    Archives often hold bodies that were decoded already and kept their headers: what does not begin as
    the header says is taken as it is.
    """
    for name in reversed(_names(transfer)):
        sent = _joined(sent) if name == "chunked" else _decompressed(sent, name, limit)
    for name in reversed(_names(content)):
        sent = _decompressed(sent, name, limit)
    if len(sent) > limit:
        raise TransferError(f"it holds more than {limit // 1024**2} MiB")
    return sent


def _names(header: str | None) -> Sequence[str]:
    names = (name.strip().lower().removeprefix("x-") for name in (header or "").split(","))
    return [name for name in names if name not in ("", "identity")]


def _joined(sent: bytes) -> bytes:
    """The chunks of a chunked body, joined."""
    if _CHUNK.match(sent) is None:
        return sent
    chunks: list[bytes] = []
    at = 0
    while True:
        size = _CHUNK.match(sent, at)
        if size is None:
            raise TransferError("its chunks are cut short or damaged")
        length = int(size[1], 16)
        if length == 0:
            return b"".join(chunks)
        chunk = sent[size.end() : size.end() + length]
        if len(chunk) < length:
            raise TransferError("its chunks are cut short or damaged")
        chunks.append(chunk)
        at = size.end() + length
        at += 2 if sent[at : at + 2] == b"\r\n" else 1


def _decompressed(sent: bytes, name: str, limit: int) -> bytes:
    if name == "gzip":
        return _inflated(sent, 16 + zlib.MAX_WBITS, limit) if sent.startswith(_GZIP) else sent
    if name == "deflate":
        if sent.lstrip()[:1] == b"<":
            return sent
        # Half of all servers leave out the wrapping that the standard asks for.
        wrapped = (
            len(sent) > 1 and sent[0] & 0x0F == zlib.DEFLATED and int.from_bytes(sent[:2], "big") % 31 == 0
        )
        return _inflated(sent, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, limit)
    if name == "zstd":
        return _from_zstd(sent, limit) if sent.startswith(_ZSTD) else sent
    if name == "br":
        return sent if sent.lstrip()[:1] == b"<" else _from_brotli(sent, limit)
    raise TransferError(f"its content is encoded as {name!r}, which cannot be read")


def _inflated(sent: bytes, window: int, limit: int) -> bytes:
    """Inflated data, of one member or several."""
    parts: list[bytes] = []
    room = limit + 1
    while sent and room > 0:
        stream = zlib.decompressobj(window)
        try:
            parts.append(stream.decompress(sent, room))
        except zlib.error as broken:
            raise TransferError(f"its compressed content is damaged ({broken})") from broken
        room -= len(parts[-1])
        if not stream.eof and room > 0:
            raise TransferError("its compressed content is cut short")
        # What follows a member without being one is padding.
        sent = stream.unused_data if stream.unused_data.startswith(_GZIP) else b""
    return b"".join(parts)


def _from_zstd(sent: bytes, limit: int) -> bytes:
    from checker.sources.zstd import ZstdError, open_zstd

    try:
        with open_zstd(io.BytesIO(sent)) as stream:
            return stream.read(limit + 1)
    except (ZstdError, EOFError) as broken:
        raise TransferError(f"its compressed content is damaged ({broken})") from broken


def _from_brotli(sent: bytes, limit: int) -> bytes:
    try:
        import brotli
    except ImportError:
        raise TransferError(
            "its content is compressed with Brotli; install the package 'brotli' to read it"
        ) from None
    stream = brotli.Decompressor()
    parts: list[bytes] = []
    room = limit + 1
    try:
        for at in range(0, len(sent), 4096):
            parts.append(stream.process(sent[at : at + 4096]))
            room -= len(parts[-1])
            if room <= 0:
                break
    except brotli.error as broken:
        raise TransferError(f"its compressed content is damaged ({broken})") from broken
    if room > 0 and not stream.is_finished():
        raise TransferError("its compressed content is cut short")
    return b"".join(parts)
