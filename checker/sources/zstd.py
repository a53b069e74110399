"""The standard library's zstd: its own from Python 3.14 on, before that the backport of it."""

from __future__ import annotations

import sys

if sys.version_info >= (3, 14):
    from compression.zstd import CompressionParameter, ZstdDecompressor, ZstdError, compress
    from compression.zstd import open as open_zstd
else:
    from backports.zstd import CompressionParameter, ZstdDecompressor, ZstdError, compress
    from backports.zstd import open as open_zstd

__all__ = ["CompressionParameter", "ZstdDecompressor", "ZstdError", "compress", "open_zstd"]
