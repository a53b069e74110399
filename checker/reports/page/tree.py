"""A small tree of elements with two printers: HTML for the page, plain data for its script.

Both printers pass every text and every attribute through ``printable`` and then through the escapes of
their own language, so no other module has to think of either. Data is what ``page.js`` turns into
elements with ``createElement`` and text nodes; it never parses HTML.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from checker.reports.escape import printable

Node: TypeAlias = "Element | str"

_VOID = frozenset({"br", "hr", "input", "link", "meta"})
# What could end a script element or open a comment in it.
_SCRIPT_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element; ``attributes`` are (name, value) in the order in which they are written."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()


def element(tag: str, /, *children: Node | None, **attributes: str | None) -> Element:
    """Return an element without the children and attributes that are None.

    A name's last underscore is cut (``class_``, ``for_``), every other one is a hyphen (``aria_label``).
    """
    named = tuple(
        (name.removesuffix("_").replace("_", "-"), value)
        for name, value in attributes.items()
        if value is not None
    )
    return Element(tag, named, tuple(child for child in children if child is not None))


def to_html(node: Node) -> str:
    """Return ``node`` as HTML in which no text of an article is more than text."""
    if isinstance(node, str):
        return html.escape(printable(node), quote=False)
    attributes = "".join(f' {name}="{html.escape(printable(value))}"' for name, value in node.attributes)
    if node.tag in _VOID:
        return f"<{node.tag}{attributes}>"
    inner = "".join(map(to_html, node.children))
    return f"<{node.tag}{attributes}>{inner}</{node.tag}>"


def to_data(node: Node) -> object:
    """Return ``node`` as text, or as ``[tag, {name: value} or 0, child, ...]``."""
    if isinstance(node, str):
        return printable(node)
    attributes = {name: printable(value) for name, value in node.attributes}
    return [node.tag, attributes or 0, *map(to_data, node.children)]


def script_json(value: object) -> str:
    """Return ``value`` as one line of ASCII JSON that cannot end the script element around it."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.translate(_SCRIPT_ESCAPES)


def web_address(url: str | None) -> str | None:
    """Return ``url`` if a browser may follow it (http or https, with a host), else None."""
    if url is None or not url.isprintable() or any(sign.isspace() for sign in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None
