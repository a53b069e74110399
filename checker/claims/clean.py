"""An article's text to blocks: page furniture out, paragraphs and headings with exact offsets.

What a line is follows from its wording (``furniture``) and from its place on the page (``places``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.lines import Line, is_heading, lines
from checker.claims.places import MARKER, kinds
from checker.records import Block, Drop

if TYPE_CHECKING:
    import re

    from checker.records import Article

_ITEM_WORDS = 6


def clean(article: Article, *, keep_furniture: bool = False) -> tuple[list[Block], list[Drop]]:
    """The blocks of an article and the drops with reasons ``furniture.<kind>``, both in order.

    Every visible character of the text is in exactly one of them. With ``keep_furniture`` nothing is
    dropped and every line is a block.
    """
    text = article.text
    found = lines(text)
    if keep_furniture:
        return [Block(line.start, line.end, is_heading(text[line.start : line.end])) for line in found], []
    texts = [text[line.start : line.end] for line in found]
    blocks: list[Block] = []
    drops: list[Drop] = []
    for line, words, kind in zip(found, texts, kinds(text, texts), strict=True):
        if kind is not None:
            drops.append(Drop(line.start, line.end, f"furniture.{kind}"))
            continue
        marker = None if words[0].isalpha() else MARKER.match(words)
        if marker is None:
            blocks.append(Block(line.start, line.end, is_heading(words)))
        else:
            _add_item(blocks, drops, line, words, marker)
    return blocks, drops


def _add_item(blocks: list[Block], drops: list[Drop], line: Line, words: str, marker: re.Match[str]) -> None:
    """Add the block of a line without the mark of a list item or a Markdown heading, and that mark."""
    item = words[marker.end() :]
    heading = marker[1] is not None or (is_heading(item) and len(item.split()) < _ITEM_WORDS)
    drops.append(Drop(line.start, line.start + len(marker.group().rstrip()), "furniture.markup"))
    blocks.append(Block(line.start + marker.end(), line.end, heading))
