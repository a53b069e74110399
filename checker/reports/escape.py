"""Text of strangers made safe to show: what an article may hold must never steer a terminal.

Three kinds of harm are kept out. Control characters (terminal escape sequences start with one) become
the control pictures of Unicode or ``\\x..``; characters that are invisible or turn the reading direction
(category Cf: bidi overrides, zero-width characters, byte order marks, soft hyphens) and lone surrogates
become ``\\u....``; and a stream whose encoding lacks a letter writes its escape instead of failing,
typographic signs (curly quotes, dashes) as what a typewriter has for them.

Rich markup needs no escape of its own here: the reports build ``rich.text.Text`` objects, which hold
"[bold red]" literally.
"""

from __future__ import annotations

import codecs
import io
import unicodedata
from types import MappingProxyType
from typing import TextIO

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
_LINE_SPACE = frozenset("\t\n\v\f\r\u2028\u2029")
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_DELETE_PICTURE = "\u2421"

#: The name under which Python finds ``_substitute`` as a handler of encoding errors.
_HANDLER = "checker.spelled"

#: What a typewriter has for the signs that code pages lack most often.
_TYPEWRITTEN = MappingProxyType(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("‐‑‒–—―−•·─", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " "),
        "│": "|",
        "…": "...",
        "×": "x",
        "→": "->",
        "€": "EUR",
    }
)


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

    Typographic signs become what a typewriter has for them.
    Meant for ``sys.stdout`` and ``sys.stderr`` at the start of a program. A stream that cannot be
    reconfigured (``io.StringIO``) takes every letter already and is returned as it is.
    """
    if isinstance(stream, io.TextIOWrapper):
        codecs.register_error(_HANDLER, _substitute)
        stream.reconfigure(errors=_HANDLER)
    return stream


def spelled(text: str, encoding: str) -> str:
    """Return ``text`` with what ``encoding`` lacks as a safe stream would write it; unknown is ASCII."""
    known = encoding if encodable("", encoding) else "ascii"
    if encodable(text, known):
        return text
    return "".join(letter if encodable(letter, known) else _substitutes(letter) for letter in text)


def encodable(text: str, encoding: str) -> bool:
    """Tell whether every letter of ``text`` exists in ``encoding``; False for an unknown encoding."""
    try:
        # Some code pages take a letter for a wider one that it resembles (cp932 the minus sign).
        return text.encode(encoding).decode(encoding) == text
    except (UnicodeError, LookupError):
        return False


def _substitute(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _substitutes(error.object[error.start : error.end]), error.end


def _substitutes(text: str) -> str:
    return "".join(
        _TYPEWRITTEN.get(letter) or letter.encode("ascii", "backslashreplace").decode("ascii")
        for letter in text
    )


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
