"""What every format is given to read, and what is common to formats of several records a file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.records import Article
    from checker.sources.origin import Origin
    from checker.sources.reading import Ledger


@dataclass(frozen=True, slots=True)
class Intake:
    """One file (or standard input) that is to be read.

    ``stream`` stands at the first byte, already decompressed; it need not be seekable. ``file`` is the
    name of the file on disk if its bytes are those of ``stream``, else None. ``columns`` maps fields of
    an article (text, id, source, title, url, published) to fields of a record; dotted paths reach into
    nested ones. With ``keep_furniture`` the whole visible text of a page is its article.
    """

    stream: BinaryIO
    origin: Origin
    ledger: Ledger
    file: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    keep_furniture: bool = False

    def lose(self, message: str, line: int | None = None) -> None:
        """Record content of this file that was lost."""
        self.ledger.lose(self.origin.path, message, line)

    def repair(self, kind: str, message: str, line: int | None = None) -> None:
        """Record and count content of this file that was repaired."""
        self.ledger.repair(kind, self.origin.path, message, line)


def called_after_the_file(articles: Iterator[Article], intake: Intake) -> Iterator[Article]:
    """The articles, where a single one without an id of its own is called after its file.

    One record is no series: ``story.json#1`` is ``story.json`` as long as there is no second record.
    """
    first = next(articles, None)
    if first is None:
        return
    second = next(articles, None)
    if second is None:
        path = intake.origin.path
        yield replace(first, id=path) if first.id == f"{path}#1" else first
        return
    yield first
    yield second
    yield from articles
