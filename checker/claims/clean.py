"""An article's text to blocks: page furniture out, paragraphs and headings with exact offsets.

A classifier of lines in two passes. The first asks for each line what it is by its wording. The second
walks down the page and knows where it is: in the article, in a list of other articles, or in the
comments, from which nothing returns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import furniture, sections
from checker.claims.lines import Line, is_heading, is_prose, lines
from checker.records import Block, Drop

if TYPE_CHECKING:
    from checker.records import Article

_MARKER = re.compile(r"(?:(#{1,6})|[*•·▪●‣>-]|\d{1,2}[.)])\s+(?=\S)")
_EMPHASIS = re.compile(r"(?:\*\*|__)(.+)(?:\*\*|__)\Z")
_MOST_LIST_LINES = 15
_LAST_LINES = 3
_ITEM_WORDS = 6
_PROSE_BEFORE_COMMENTS = 100
_PROSE_BEFORE_COMMENT_COUNT = 400
_SHARE_BEFORE_COMMENT_COUNT = 0.2
_PROSE_BEFORE_LISTS = 300
_SHARE_AFTER_LISTS = 0.15


def clean(article: Article, *, keep_furniture: bool = False) -> tuple[list[Block], list[Drop]]:
    """The blocks of an article and the drops with reasons ``furniture.<kind>``, both in order.

    Every visible character of the text is in exactly one of them. With ``keep_furniture`` nothing is
    dropped and every line is a block.
    """
    text = article.text
    found = lines(text)
    if keep_furniture:
        return [Block(line.start, line.end, is_heading(text[line.start : line.end])) for line in found], []
    blocks: list[Block] = []
    drops: list[Drop] = []
    for line, kind in zip(found, _kinds(text, found), strict=True):
        if kind is not None:
            drops.append(Drop(line.start, line.end, f"furniture.{kind}"))
            continue
        block, marker = _block(text, line)
        blocks.append(block)
        if marker is not None:
            drops.append(marker)
    return blocks, drops


def _block(text: str, line: Line) -> tuple[Block, Drop | None]:
    """The block of a line without the mark of a list item or a Markdown heading, and that mark."""
    marker = _MARKER.match(text, line.start, line.end)
    if marker is None:
        return Block(line.start, line.end, is_heading(text[line.start : line.end])), None
    words = text[marker.end() : line.end]
    heading = marker[1] is not None or (is_heading(words) and len(words.split()) < _ITEM_WORDS)
    mark = Drop(line.start, line.start + len(marker.group().rstrip()), "furniture.markup")
    return Block(marker.end(), line.end, heading), mark


def _kinds(text: str, found: list[Line]) -> list[str | None]:
    """The kind of furniture of each line, None for the article's own."""
    texts = [text[line.start : line.end] for line in found]
    kinds = [furniture.kind_of(_bare(words)) for words in texts]
    prose = [
        len(words) if kind is None and is_prose(words) else 0
        for words, kind in zip(texts, kinds, strict=True)
    ]
    before, total, at = 0, sum(prose), 0
    while at < len(found):
        title = _bare(texts[at]) if len(texts[at]) <= sections.LONGEST_SECTION_TITLE else ""
        if title and _opens_comments(title, before, total - before):
            kinds[at] = "comment_form"
            kinds[at + 1 :] = [kind or "reader_comment" for kind in kinds[at + 1 :]]
            break
        if title and sections.COMMENTS_PERHAPS.match(title):
            kinds[at] = "comment_form"
        elif title and sections.OTHER_ARTICLES.match(title):
            stop = _end_of_list(texts, prose, at, before=before, after=total - before)
            kinds[at:stop] = [kind or "related" for kind in kinds[at:stop]]
            before += sum(prose[at:stop])
            at = stop
            continue
        before += prose[at]
        at += 1
    _mark_author_notes(texts, kinds)
    return kinds


def _bare(line: str) -> str:
    """A line without the marks of a list item, a heading or bold type around it."""
    if len(line) > sections.LONGEST_SECTION_TITLE:
        return line
    marker = _MARKER.match(line)
    bare = line[marker.end() :] if marker else line
    emphasis = _EMPHASIS.match(bare)
    return emphasis[1] if emphasis else bare


def _opens_comments(title: str, before: int, after: int) -> bool:
    """Whether the comments begin here; a counter or a link at the top of a page is no such place."""
    if sections.COMMENTS_FOR_SURE.match(title):
        return before >= _PROSE_BEFORE_COMMENTS or after <= before
    if sections.COMMENTS_PERHAPS.match(title):
        share = before / max(1, before + after)
        return before >= _PROSE_BEFORE_COMMENT_COUNT and share >= _SHARE_BEFORE_COMMENT_COUNT
    return False


def _end_of_list(texts: list[str], prose: list[int], at: int, *, before: int, after: int) -> int:
    """The line after a list of other articles that begins at line ``at``.

    At the foot of a page the list goes on to the end, with its teasers; in the middle of an article it
    ends at the next paragraph.
    """
    if before >= _PROSE_BEFORE_LISTS and after <= _SHARE_AFTER_LISTS * before:
        return len(texts)
    stop = at + 1
    while stop < len(texts) and stop - at <= _MOST_LIST_LINES and not prose[stop] and is_heading(texts[stop]):
        stop += 1
    return stop


def _mark_author_notes(texts: list[str], kinds: list[str | None]) -> None:
    """Mark notes on the author among the last lines that are left."""
    left = [at for at, kind in enumerate(kinds) if kind is None]
    for at in left[1:][-_LAST_LINES:]:
        if sections.AUTHOR_NOTE.match(texts[at][:600]):
            kinds[at] = "author_bio"
