"""Pages of HTML to articles: one page, one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Article
from checker.sources.dates import unreadable_date
from checker.sources.markup import decode_markup
from checker.sources.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.sources.intake import Intake
    from checker.sources.page import Page

#: Bytes of a page that are read; what is beyond is no page.
LARGEST = 128 * 1024 * 1024


def read(intake: Intake) -> Iterator[Article]:
    """The one article of a page; a page without text gives an article without text."""
    data = intake.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        intake.lose(
            f"this page is larger than {LARGEST // 1024**2} MiB; split it, or give its text as a .txt file"
        )
        return
    markup, repairs = decode_markup(data)
    page = read_page(markup, keep_furniture=intake.keep_furniture)
    intake.ledger.repair_all(dict.fromkeys((*repairs, *page.repairs)), intake.origin.path)
    yield article(page, intake, intake.origin.path, source=intake.origin.source)


def article(
    page: Page, intake: Intake, name: str, *, source: str, line: int | None = None, url: str | None = None
) -> Article:
    """The article of a page under the id ``name``, and a word on what was not as it should be with it.

    ``source`` publishes pages that do not say who does; ``url`` goes before the address that the page
    gives itself. Repairs of characters are the caller's to tell.
    """
    if page.fallback:
        intake.repair(
            "main_text",
            f"the main text of this page is not known ({page.fallback}); its whole visible text was taken",
            line,
        )
    declared = page.masthead
    if declared.unread:
        intake.repair("published", unreadable_date(declared.unread), line)
    return Article(
        id=name,
        source=declared.publisher or source,
        text=page.text,
        title=declared.title,
        url=url or declared.url,
        published=declared.published,
        path=intake.origin.path,
        line=line,
    )
