"""The findings as Parquet, for data pipelines: the typed table of ``checker.reports.table``, one row each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.records import Report


def render(report: Report) -> bytes:
    """Return the bytes of one Parquet file, compressed with zstd; without findings it holds the columns."""
    from checker.reports.table import findings_frame

    stream = io.BytesIO()
    findings_frame(report).write_parquet(stream, compression="zstd")
    return stream.getvalue()
