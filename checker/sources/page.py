"""A page of HTML to what an article needs: the main text, and what the page declares about itself."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.sources.blocks import lines_of, lines_without_a_tree
from checker.sources.decode import neutral
from checker.sources.loose import wrap_loose_prose
from checker.sources.markup import TooDeepError, tree_of
from checker.sources.masthead import Masthead, masthead

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

#: Browsers note where a page was that is saved.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,2000})\s*-->", re.IGNORECASE)
_HEAD = 4096
#: Visible characters of a page from which on some of them must be an article.
_FEWEST = 250
#: The main-text extraction takes more than twice as long for twice the elements: 19 seconds for 80,000.
MOST_ELEMENTS = 50_000
#: Libraries that would write to standard error what is told in the ledger, or is of no interest.
_LOUD = ("trafilatura", "htmldate", "courlan", "justext")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: ``text`` has one block a line, headings marked ``## `` and items ``- ``.

    ``fallback`` says why ``text`` is all that is visible on the page instead of its main text, if it is.
    ``repairs`` are the kinds of repairs that the words of the page took.
    """

    text: str
    masthead: Masthead = field(default_factory=Masthead)
    fallback: str | None = None
    repairs: tuple[str, ...] = ()


def read_page(markup: str, *, url: str | None = None, keep_furniture: bool = False) -> Page:
    """The page of some markup that was fetched from ``url``; with ``keep_furniture`` all its visible text."""
    saved = _SAVED_FROM.search(markup[:_HEAD])
    page = _page(markup, url or (saved[1] if saved else None), keep_furniture=keep_furniture)
    text, repairs = neutral(page.text)
    declared = page.masthead
    names = {name: value for name in ("title", "publisher", "author") if (value := getattr(declared, name))}
    return replace(
        page,
        text=text,
        masthead=replace(declared, **{name: neutral(value)[0].strip() for name, value in names.items()}),
        repairs=repairs,
    )


def _page(markup: str, url: str | None, *, keep_furniture: bool) -> Page:
    try:
        tree = tree_of(markup)
    except TooDeepError:
        return Page(lines_without_a_tree(markup), Masthead(url=url), "its elements are nested too deeply")
    if tree is None:
        return Page("", Masthead(url=url))
    declared = masthead(tree, url)
    if keep_furniture:
        return Page(visible_text(tree), declared)
    text, reason = _main_text(tree)
    return Page(visible_text(tree) if reason else text, declared, reason)


def visible_text(tree: HtmlElement) -> str:
    """All that is to be seen on a page, one block a line, without marks."""
    body = tree.find("body")
    return lines_of(tree if body is None else body, "plain")


def _main_text(tree: HtmlElement) -> tuple[str, str | None]:
    """The main text of a page, or why there is none to be had (then ``""``)."""
    from lxml.etree import strip_elements

    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return "", f"it has more than {MOST_ELEMENTS:,} elements"
    # Left in, the text of a template would come out as text of the page.
    strip_elements(tree, "template", with_tail=False)
    wrap_loose_prose(tree)
    body = _extracted(tree)
    if isinstance(body, str):
        return "", body
    text = lines_of(body, "marked") if body is not None else ""
    return text, None if text or len(visible_text(tree)) < _FEWEST else "none was found"


def _extracted(tree: HtmlElement) -> _Element | str | None:
    """The tree of the main text; None if there is none; a reason if the library fails on this page."""
    for name in _LOUD:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        found = bare_extraction(tree, include_comments=False, deduplicate=False, with_metadata=False)
    # The library walks through whatever people have written as HTML, and fails in as many ways.
    except Exception as failed:
        return f"the extraction failed ({type(failed).__name__})"
    return found.body if isinstance(found, Document) else None
