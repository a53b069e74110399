"""Sentence ends without a full stop: at addresses, smileys, ruled lines and a heading in brackets.

What forums, mails and flattened pages put between two sentences instead of a mark of punctuation. News
text seldom holds any of it, so that one look for its characters comes first.
"""

from __future__ import annotations

import re

from checker.claims.abbreviations import STARTERS

_HEADER = re.compile(r"(?:From|E-?mail|Sender|Reply-To):[^\n@:]{0,80}+@[\w.-]++>?(?=\s+[^\W\d_])")
_BRACKETS = re.compile(r"\([A-Z][\w .&’'-]{1,40}+\)(?=\s+[\"“]?[A-Z])")
_ADDRESS = re.compile(r"[:@](?:(?<=\w@)|(?<=:)//)\S++(?=(?:\s++[\"“(\[]?([^\W_]++))?+)")
_SMILEY = re.compile(r"[:;](?<=[ ].)-?[)DP](?=\s+[\"“]?[A-Z])")
_RULE = re.compile(
    r"[*=_~-](?:(?<=\s.)(?:\*{2,}+|[=_~-]{4,}+)(?=\s++[^a-z])"
    r"|(?<=[^\W_].)[=_~-]{4,}+(?=\s+[A-Z])"
    r"|(?<=[a-z]{3}[.!?]\s-)-(?=\s+[A-Z]))"
)
_GOES_ON = (",", ";", ":", ".", "!", "?")
_WEB = frozenset(("http", "https", "www"))


def unmarked_ends(text: str, start: int, end: int) -> list[int]:
    """Offsets in ``start < offset < end`` where a sentence ends without a mark, in no order."""
    found: list[int] = []
    block = text[start:end]
    if block.startswith("(") and (brackets := _BRACKETS.match(text, start, end)):
        found.append(brackets.end())
    # A character is found many times faster than a string, and a string than a pattern.
    if "@" in block or ("/" in block and "://" in block):
        if header := _HEADER.match(text, start, end):
            found.append(header.end())
        found += [match.end() for match in _ADDRESS.finditer(text, start, end) if _address_ends(match)]
    if (":" in block and " :" in block) or (";" in block and " ;" in block):
        found += [match.end() for match in _SMILEY.finditer(text, start, end)]
    if "*" in block or "=" in block or "_" in block or "~" in block or ("-" in block and "--" in block):
        if block.startswith("-- "):
            found.append(start + 2)
        for rule in _RULE.finditer(text, start, end):
            found.append(rule.end())
            if text[rule.start() - 1].isspace():
                found.append(rule.start())
    return [at for at in found if start < at < end] if found else found


def _address_ends(address: re.Match[str]) -> bool:
    """Whether a sentence ends after an address: before another one, or a word that begins sentences."""
    last, word = address[0][-1], address[1]
    if word is None or last in _GOES_ON:
        return False
    return word in _WEB or (word[0].isupper() and (last == "]" or word.lower() in STARTERS))
