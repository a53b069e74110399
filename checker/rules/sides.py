"""Claim -> Side: everything a reader needs to look a claim up."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from checker.records import Member, Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.records import Article, Claim, Sentence


def side_of(claim: Claim, standing: Sequence[Sentence], context: Mapping[str, Sequence[Sentence]]) -> Side:
    """The side that a claim makes; ``standing`` are the sentences that make it, its own first.

    ``context`` holds the sentences of each article by its id, in order.
    """
    sentence = claim.sentence
    article = sentence.article
    neighbours = context.get(article.id, ())
    at = bisect_left(neighbours, sentence.start, key=lambda other: other.start)
    line, column = position(article, sentence.start)
    members = tuple(_member(other) for other in standing[1:])
    return Side(
        article=article.id,
        source=article.source,
        title=article.title,
        url=article.url,
        path=article.path,
        published=article.published,
        line=line,
        column=column,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        before=neighbours[at - 1].text if at > 0 else "",
        after=neighbours[at + 1].text if at + 1 < len(neighbours) else "",
        claim=claim.text,
        speaker=claim.speaker_name,
        stance=claim.stance,
        copies=1 + len(members),
        members=members,
    )


def _member(sentence: Sentence) -> Member:
    article = sentence.article
    return Member(article.id, article.source, sentence.start, sentence.end, article.published)


def position(article: Article, offset: int) -> tuple[int, int]:
    """Line and column, from 1, in the file if it is one article, else the line of its record."""
    if article.line is not None:
        return article.line, 1
    before = article.text[:offset]
    return article.skipped_lines + before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
