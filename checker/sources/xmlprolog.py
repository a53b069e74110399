"""What stands before the first element of an XML document: nothing there may define entities.

A few lines of definitions can unfold to gigabytes, or to the contents of a file on this machine. No feed
needs them, so that a document with any is refused before a parser sees it.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

from checker.errors import InputError

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>", re.IGNORECASE)
_ASIDE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
#: A document type without definitions of its own.
_BARE_TYPE = re.compile(
    r"<!DOCTYPE\s+[\w:.-]+\s*(?:(?:PUBLIC|SYSTEM)\s*(?:\"[^\"]*\"\s*|'[^']*'\s*){1,2})?(?:\[\s*\]\s*)?>",
    re.IGNORECASE,
)
_ANY_TYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")


class EntityError(InputError):
    """A document defines entities."""


def without_entities(document: str) -> str:
    """An XML document as it is to be parsed: declared as UTF-8, without its document type, lines as before.

    Names of characters that HTML knows and XML does not (``&nbsp;``) become numbers. Raises EntityError if
    the document defines entities.
    """
    declaration = _DECLARATION.match(document)
    at = declaration.end() if declaration else 0
    lines = "\n" * document.count("\n", 0, at)
    kept: list[str] = [f'<?xml version="1.0" encoding="utf-8"?>{lines}']
    while True:
        aside = _ASIDE.match(document, at)
        if aside is not None:
            kept.append("\n" * aside[0].count("\n"))
            at = aside.end()
            continue
        if _ANY_TYPE.match(document, at) is None:
            break
        bare = _BARE_TYPE.match(document, at)
        if bare is None:
            if _ENTITY.search(document, at):
                raise EntityError(
                    "it defines XML entities, which can unfold to any size; remove its <!ENTITY> definitions"
                )
            raise EntityError("it has a document type with definitions; remove its <!DOCTYPE>")
        kept.append("\n" * bare[0].count("\n"))
        at = bare.end()
    return "".join(kept) + _NAMED.sub(_as_number, document[at:])


def _as_number(named: re.Match[str]) -> str:
    name = named[1]
    if name in _OF_XML or name not in html5:
        return named[0]
    return "".join(f"&#{ord(character)};" for character in html.unescape(named[0]))
