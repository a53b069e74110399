"""One reader a format, imported when it is first needed: a plain text must not wait for an HTML library."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

from checker.sources.recognise import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.records import Article
    from checker.sources.intake import Intake


class Reader(Protocol):
    """A module that reads one format: an intake to its articles; OSError and InputError end it early."""

    def read(self, intake: Intake) -> Iterator[Article]:
        """The articles of one file, in its order; what cannot be read is written in the ledger."""


_MODULES = {
    Format.PLAIN: "plain",
    Format.MARKDOWN: "markdown",
    Format.HTML: "html",
    Format.JSON: "jsondocument",
    Format.JSON_LINES: "jsonlines",
    Format.CSV: "csvtable",
    Format.PARQUET: "parquet",
    Format.FEED: "feed",
    Format.WARC: "warc",
}


def reader(kind: Format) -> Reader | None:
    """The reader of a format; None for one that holds no articles."""
    module = _MODULES.get(kind)
    return cast("Reader", importlib.import_module(f"checker.sources.{module}")) if module else None
