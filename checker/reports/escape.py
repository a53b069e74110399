"""Text of strangers made safe to show: what an article may hold must never steer a terminal.

Three kinds of harm are kept out. Control characters (terminal escape sequences start with one) become
the control pictures of Unicode or ``\\x..``; characters that are invisible or turn the reading direction
(category Cf: bidi overrides, zero-width characters, byte order marks, soft hyphens) and lone surrogates
become ``\\u....``; and a stream whose encoding lacks a letter writes its escape instead of failing.

Rich markup needs no escape of its own here: the reports build ``rich.text.Text`` objects, which hold
"[bold red]" literally.
"""

from __future__ import annotations

import io
import unicodedata
from typing import TextIO

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
_LINE_SPACE = frozenset("\t\n\v\f\r\u2028\u2029")
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_DELETE_PICTURE = "\u2421"


def printable(text: str) -> str:
    """Return ``text`` as one line that is safe on any terminal.

    Line breaks and tabs become spaces (CR LF becomes one); other hidden characters become visible
    escapes. Text without any is returned unchanged, and applying the function twice changes nothing more.
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return ``printable(text)`` with every run of white space folded into one space, none at the ends."""
    return printable(" ".join(text.split()))


def safe_stream(stream: TextIO) -> TextIO:
    """Make ``stream`` write ``\\x..`` for letters its encoding lacks (cp1252, ASCII); return it.

    Meant for ``sys.stdout`` and ``sys.stderr`` at the start of a program. A stream that cannot be
    reconfigured (``io.StringIO``) takes every letter already and is returned as it is.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


def encodable(text: str, encoding: str) -> bool:
    """Tell whether every letter of ``text`` exists in ``encoding``; False for an unknown encoding."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _visible(character: str) -> str:
    if character in _LINE_SPACE:
        return " "
    if unicodedata.category(character) not in _HIDDEN_CATEGORIES:
        return character
    code = ord(character)
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return _DELETE_PICTURE
    return character.encode("ascii", "backslashreplace").decode("ascii")
