"""Title, publisher, date, address and author of a page, from what the page declares about itself.

Only declarations count. A date in the text of a page may be that of a visit, of the weather or of another
story, and is never taken for the article's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from checker.sources.dates import normalise
from checker.sources.jsonld import described
from checker.sources.publisher import registered_domain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from checker.sources.jsonld import Described

#: In the order in which they are believed.
_DATES = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "article.published",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "pubdate",
    "date",
)
_PUBLISHERS = ("publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
)
_TITLES = ("og:title", "citation_title", "parsely-title", "sailthru.title", "dc.title", "twitter:title")
_PUBLISHED_TIMES = (
    './/time[@datetime][@pubdate or @itemprop="datePublished"'
    ' or contains(concat(" ", @class, " "), " entry-date ")'
    ' or contains(concat(" ", @class, " "), " dt-published ")]'
)
#: A title on its tab ends with the name of the site.
_TAB_ENDING = re.compile(r"\s+[|–—·•»:-]+\s+(?P<ending>[^|–—·•»]+)\Z")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a page declares about itself; ``published`` as in an article, all else as it is written.

    ``unread`` is a date that was declared, but could not be read, where no other could.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    unread: str | None = None


def masthead(tree: HtmlElement, url: str | None = None) -> Masthead:
    """The masthead of a page that was fetched from ``url`` (None if unknown)."""
    metas = _metas(tree)
    address = _address(tree, metas, url)
    story = described([script.text or "" for script in _scripts(tree)], address)
    publisher = _first(metas, ("og:site_name",)) or story.publisher or _first(metas, _PUBLISHERS)
    domain = registered_domain(address) if address else None
    written = [date for date in _dates(tree, metas, story) if date]
    published = next((date for date in map(normalise, written) if date), None)
    return Masthead(
        title=_title(tree, metas, story, {name.casefold() for name in (publisher, domain) if name}),
        publisher=publisher or domain,
        published=published,
        url=address,
        author=story.author or _author(metas),
        unread=written[0] if written and published is None else None,
    )


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    """The values of the ``meta`` elements by their property, name or itemprop in lower case."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = " ".join((meta.get("content") or "")[:_LONGEST].split())
        names = {(meta.get(kind) or "").strip().lower() for kind in ("property", "name", "itemprop")}
        for name in names - {""} if content else ():
            metas.setdefault(name, []).append(content)
    return metas


def _first(metas: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _scripts(tree: HtmlElement) -> Iterator[HtmlElement]:
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            yield script


def _address(tree: HtmlElement, metas: dict[str, list[str]], url: str | None) -> str | None:
    """The canonical address of a page, else the one it was fetched from."""
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for written in (*links, *metas.get("og:url", ())):
        address = _joined(url, written)
        if address is not None:
            return address
    return url


def _joined(base: str | None, written: str | None) -> str | None:
    if not written or not written.strip():
        return None
    try:
        address = urljoin(base or "", written.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _title(tree: HtmlElement, metas: dict[str, list[str]], story: Described, site: set[str]) -> str | None:
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    tab = next((" ".join(title.text_content().split()) for title in tree.iter("title")), "")
    for title in (
        _first(metas, _TITLES[:1]),
        story.headline,
        _first(metas, _TITLES[1:]),
        headings[0] if len(headings) == 1 else None,
        tab,
        next(iter(headings), None),
    ):
        if title and title.casefold() not in site:
            return _without_site(title[:_LONGEST], site)
    return None


def _without_site(title: str, site: set[str]) -> str:
    """A title without the name of the site after a bar or a dash."""
    ending = _TAB_ENDING.search(title)
    if ending is None:
        return title
    name = ending["ending"].strip().casefold()
    return title[: ending.start()] if name in site or name.removeprefix("www.") in site else title


def _dates(tree: HtmlElement, metas: dict[str, list[str]], story: Described) -> Iterator[str | None]:
    """The dates that a page declares to be its article's, the most trusted first."""
    yield story.published
    yield from (_first(metas, (name,)) for name in _DATES)
    times = {(element.get("datetime") or "").strip() for element in tree.xpath(_PUBLISHED_TIMES)}
    # Lists of other stories carry dates too: only where all are one, it is this story's.
    if len(times) == 1:
        yield times.pop()


def _author(metas: dict[str, list[str]]) -> str | None:
    names = [name for key in _AUTHORS for name in metas.get(key, ())]
    return next((name for name in names if not name.startswith(("http://", "https://"))), None)
