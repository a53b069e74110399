"""What a page's JSON-LD (schema.org) says about its article; broken JSON-LD says what can be saved of it."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ARTICLES = re.compile(r"(?:^|[/#])(?:\w*Article|\w*BlogPosting|Report|\w*NewsReport)\Z")
_PAGES = re.compile(r"(?:^|[/#])\w*WebPage\Z")
_OPENING = re.compile(r"(?://|/\*)?\s{0,9}<!(?:\[CDATA\[|--)(?:\s{0,9}\*/)?")
_CLOSING = re.compile(r"(?://|/\*)?\s{0,9}(?:\]\]|--)>(?:\s{0,9}\*/)?\Z")
_LONGEST_CLOSING = 40
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_STRING = r'"((?:[^"\\\n]|\\.){1,400})"'
_SAVED = {
    "headline": re.compile(rf'"headline"\s*:\s*{_STRING}'),
    "published": re.compile(rf'"datePublished"\s*:\s*{_STRING}'),
    "publisher": re.compile(rf'"publisher"\s*:\s*\{{[^{{}}]{{0,400}}?"name"\s*:\s*{_STRING}'),
}
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Described:
    """The article of a page in the words of its JSON-LD; ``published`` as it is written there."""

    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None


def described(scripts: Sequence[str], url: str | None) -> Described:
    """What the JSON-LD ``scripts`` of a page say about the article at ``url``.

    Where they describe several articles (a list of teasers) and none of them is the one at ``url``, only
    what all of them agree upon is believed.
    """
    nodes: list[Mapping[str, object]] = []
    broken: list[str] = []
    for script in scripts:
        try:
            nodes += _nodes(_parsed(script), _DEEPEST)
        except (ValueError, RecursionError):
            broken.append(script)
    known = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is(node, _ARTICLES)] or [
        node for node in nodes if _is(node, _PAGES)
    ]
    meant = [node for node in articles if url is not None and url in _addresses(node)]
    found = [_description(node, known) for node in meant[:1] or articles]
    found += [_saved(script) for script in broken if not found]
    return Described(
        headline=_agreed(one.headline for one in found),
        publisher=_agreed(one.publisher for one in found),
        published=_agreed(one.published for one in found),
        author=_agreed(one.author for one in found),
    )


def _parsed(script: str) -> object:
    bare = script.strip().rstrip(";")
    opening = _OPENING.match(bare)
    if opening is not None:
        closing = _CLOSING.search(bare, max(opening.end(), len(bare) - _LONGEST_CLOSING))
        bare = bare[opening.end() : closing.start() if closing else len(bare)].strip().rstrip(";")
    try:
        found: object = json.loads(bare, strict=False)
    except json.JSONDecodeError:
        found = json.loads(_TRAILING_COMMA.sub("", bare), strict=False)
    return found


def _nodes(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    """The things described at the top: those of a list or an ``@graph``, and what a page is mainly about."""
    if depth <= 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth - 1)
        yield from _nodes(value.get("mainEntity"), depth - 1)


def _is(node: Mapping[str, object], types: re.Pattern[str]) -> bool:
    return any(isinstance(name, str) and types.search(name) for name in _several(node.get("@type")))


def _addresses(node: Mapping[str, object]) -> set[str]:
    """Where an article is, by any of the fields that say so."""
    values: list[object] = [node.get("url"), node.get("@id")]
    for page in _several(node.get("mainEntityOfPage")):
        values += [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    return {value for value in values if isinstance(value, str)}


def _description(node: Mapping[str, object], known: Mapping[str, Mapping[str, object]]) -> Described:
    publisher = [_name(one, known) for one in _several(node.get("publisher"))]
    authors = [name for one in _several(node.get("author")) if (name := _name(one, known))]
    return Described(
        headline=_text(node.get("headline")),
        publisher=publisher[0] if publisher else None,
        published=_text(node.get("datePublished")),
        author=", ".join(dict.fromkeys(authors)) or None,
    )


def _name(value: object, known: Mapping[str, Mapping[str, object]]) -> str | None:
    """The name of a person or an organisation, which may be described elsewhere on the page."""
    if not isinstance(value, dict):
        name = _text(value)
        return None if name and name.startswith(("http://", "https://")) else name
    if "name" not in value:
        value = known.get(str(value.get("@id")), value)
    return _text(next(iter(_several(value.get("name"))), None))


def _several(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _saved(script: str) -> Described:
    """What can be read in JSON-LD that is no JSON, as long as it says it once."""
    found = {
        field: _agreed(_text(_unescaped(match[1])) for match in pattern.finditer(script))
        for field, pattern in _SAVED.items()
    }
    return Described(**found)


def _unescaped(written: str) -> str:
    try:
        return str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return written


def _agreed(values: Iterator[str | None]) -> str | None:
    """The one value that there is; two different ones are none."""
    distinct = {value for value in values if value}
    return distinct.pop() if len(distinct) == 1 else None
