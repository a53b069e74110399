"""The bytes of a page or a feed to text, and the text of a page to a tree.

An encoding may be named by a byte order mark, an HTTP header, an XML declaration or a ``meta`` element.
Names are often wrong: bytes that are valid UTF-8 are UTF-8 whatever the page says.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from checker.sources.decode import decode, encoding_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HEAD = 4096
_SAMPLE = 8192
#: What neither XML nor the trees of pages can hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}));?")
_HIGHEST = 0x10FFFF
_DECLARED = (
    re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']"""),
    re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE),
)
#: What pages mean by these names is the superset that browsers read (WHATWG Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
#: Codecs of Python that are no encodings of pages, and such as a name in ASCII proves wrong.
_REFUSED = re.compile(r"utf-?(?:8|16|32|7)|idna|punycode|unicode|undefined|mbcs|oem|cp65001|cp037|cp500")


def decode_markup(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a page or feed, and the kinds of repairs that it took.

    ``declared`` is the encoding of an HTTP header, if there was one; it goes before those of the page.
    Characters that no tree can hold become U+FFFD. What is wrong with the words of a page is repaired
    when they are taken out of the markup: a stray character in a script does no harm.
    """
    text, repairs = _decoded(data, declared)
    fit = _UNFIT.sub("\ufffd", text)
    if fit is text or fit == text:
        return text, repairs
    return fit, (*repairs, "nul" if "\0" in text else "control")


def _decoded(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    if encoding_of(data[:_SAMPLE]) == "utf-8" and not data.startswith(codecs.BOM_UTF8):
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            codec = next(_codecs(data[:_HEAD], declared), None)
        if codec is not None:
            return _in(codec, data)
    return decode(data)


def _in(codec: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError:
        return data.decode(codec, errors="replace"), ("encoding",)


def _codecs(head: bytes, declared: str | None) -> Iterator[str]:
    """The codecs that are named and may be meant, the most trusted first."""
    found = [pattern.search(head) for pattern in _DECLARED]
    names = [declared, *(match[1].decode("ascii") for match in found if match)]
    for name in names:
        if not name:
            continue
        try:
            codec = codecs.lookup(name.strip(" \"'"))
        except (LookupError, ValueError):
            continue
        # hex, rot13 and their like turn text into text, or bytes into bytes.
        if getattr(codec, "_is_text_encoding", True) and not _REFUSED.search(codec.name):
            yield _MEANT.get(codec.name, codec.name)


def _fit_reference(reference: re.Match[str]) -> str:
    """A reference to a character by its number, or U+FFFD for a number that no tree can hold."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    fits = number <= _HIGHEST and not _UNFIT.match(chr(number))
    return reference[0] if fits else "\ufffd"


class TooDeepError(Exception):
    """Markup is nested so deeply that the parser left out the rest."""


def tree_of(markup: str) -> HtmlElement | None:
    """The tree of a page, without comments; None if there is no element in it.

    Raises TooDeepError where elements are nested more than some 2,000 levels deep.
    """
    from lxml.etree import ErrorTypes, ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    fit = _REFERENCE.sub(_fit_reference, markup)
    try:
        tree = document_fromstring(fit.encode("utf-8"), parser=parser)
    except ParserError:
        return None
    limits = (ErrorTypes.ERR_RESOURCE_LIMIT, ErrorTypes.ERR_INTERNAL_ERROR)
    if any(entry.type in limits and "depth" in entry.message for entry in parser.error_log):
        raise TooDeepError
    return tree
