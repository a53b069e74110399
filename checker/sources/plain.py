"""Plain text to an article: the text as it is, and its first line as the title if it looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Article
from checker.sources import markdown
from checker.sources.decode import decode
from checker.sources.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.sources.intake import Intake


def read(intake: Intake) -> Iterator[Article]:
    """The one article of a text file; one that begins with front matter is read as Markdown."""
    text, repairs = decode(intake.stream.read())
    intake.ledger.repair_all(repairs, intake.origin.path)
    if markdown.has_front_matter(text):
        yield markdown.article(text, intake)
    else:
        origin = intake.origin
        yield Article(id=origin.path, source=origin.source, text=text, title=title_of(text), path=origin.path)
