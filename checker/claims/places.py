"""Where on its page a line stands: in the article, in a list of other texts, in the comments, at an edge.

The second look at a page. The first, ``furniture.kind_of``, asks for each line by itself what it is by
its wording; this one walks down the page and decides about titles, what stands under them, and the
short lines that furniture leaves around itself. Every pass over the lines is linear.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from checker.claims import furniture, sections, shapes
from checker.claims.lines import is_heading, is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The mark of a list item or (group 1) of a Markdown heading.
MARKER = re.compile(r"(?:(#{1,6})|[*•·▪●‣>-]|\d{1,2}[.)])\s+(?=\S)")
_EMPHASIS = re.compile(r"(?:\*\*|__)(.+)(?:\*\*|__)\Z")
_MOST_LIST_LINES = 15
_LAST_LINES = 3
_LONGEST_NOTE = 600
_LONGEST_TEASER = 200
_COMMENT_LINES = 8
_MENU_WORDS = 4
_LONGEST_SCRAP = 40
_PROSE_BEFORE_COMMENTS = 100
_PROSE_BEFORE_LISTS = 300
_SHARE_AFTER_LISTS = 0.15
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’]?\s+[A-Z“\"]")
#: Furniture that stands below an article and not inside it.
_KINDS_AT_THE_END = frozenset(("share", "tags", "copyright", "comment_form", "menu", "cookies", "author_bio"))
_TO_THE_READER = re.compile(r"\A(?!.*[“”\"]).*\b(?:you|your|our|us)\b", re.IGNORECASE | re.DOTALL)
_QUOTE = re.compile(r"[“”\"]")


def bare(line: str) -> str:
    """A line without the marks of a list item, a heading or bold type around it."""
    if len(line) > sections.LONGEST_SECTION_TITLE:
        return line
    if line[0].isalpha():
        return line
    marker = MARKER.match(line)
    words = line[marker.end() :] if marker else line
    emphasis = _EMPHASIS.match(words)
    return emphasis[1] if emphasis else words


def kinds(text: str, texts: Sequence[str]) -> list[str | None]:
    """The kind of furniture of each line of a page, None for the article's own.

    ``text`` is the page, ``texts`` its trimmed lines in order, none of them empty.
    """
    phrases = furniture.phrases_in(text)
    plain = [bare(words) for words in texts]
    prose_like = [is_prose(words) for words in texts]
    found = [
        furniture.kind_of(words, phrases, prose=like) for words, like in zip(plain, prose_like, strict=True)
    ]
    prose = [
        len(words) if like and kind is None else 0
        for words, like, kind in zip(texts, prose_like, found, strict=True)
    ]
    _walk(plain, found, prose)
    _keep_subheadings(plain, found, prose)
    _mark_author_notes(texts, found)
    _mark_edges(plain, found)
    _mark_between(plain, found)
    return found


def _walk(plain: Sequence[str], found: list[str | None], prose: list[int]) -> None:
    """Mark lists of other texts, and the comments, from which nothing returns."""
    before, total, at = 0, sum(prose), 0
    while at < len(plain):
        if prose[at]:
            before += prose[at]
            at += 1
            continue
        title = plain[at] if len(plain[at]) <= sections.LONGEST_SECTION_TITLE else ""
        if title and sections.is_comments_title(title):
            found[at] = "comment_form"
            if _opens_comments(plain, found, at, title=title, before=before, after=total - before):
                found[at + 1 :] = [kind or "reader_comment" for kind in found[at + 1 :]]
                prose[at:] = [0] * (len(prose) - at)
                return
        elif title and (kind := sections.kind_of_list(title)):
            stop = _end_of_list(plain, found, prose, at, before=before, after=total - before)
            found[at:stop] = [known or kind for known in found[at:stop]]
            before += sum(prose[at:stop])
            prose[at:stop] = [0] * (stop - at)
            at = stop
            continue
        at += 1


def _opens_comments(
    plain: Sequence[str], found: Sequence[str | None], at: int, *, title: str, before: int, after: int
) -> bool:
    """Whether the comments begin here, and not a mere counter or link with the article going on below.

    ``before`` and ``after`` are the characters of prose around the line. Comments show themselves by a
    form, an age ("2 hours ago") or a name with "says" in the lines that follow.
    """
    if after <= _SHARE_AFTER_LISTS * before:
        return True
    if before < _PROSE_BEFORE_COMMENTS:
        return sections.COMMENTS_FOR_SURE.match(title) is not None and after <= before
    following = range(at + 1, min(len(plain), at + 1 + _COMMENT_LINES))
    return any(
        found[near] == "comment_form" or sections.SIGN_OF_A_COMMENT.match(plain[near]) is not None
        for near in following
        if len(plain[near]) <= sections.LONGEST_SECTION_TITLE
    )


def _end_of_list(
    plain: Sequence[str],
    found: Sequence[str | None],
    prose: Sequence[int],
    at: int,
    *,
    before: int,
    after: int,
) -> int:
    """The line after a list of other texts whose title is line ``at``.

    In the middle of an article it ends at the next paragraph. At the foot of a page its headlines have
    teasers; but where paragraphs follow each other the article goes on.
    """
    at_foot = before >= _PROSE_BEFORE_LISTS and after <= _SHARE_AFTER_LISTS * before
    stop = at + 1
    while stop < len(plain):
        words = plain[stop]
        if prose[stop]:
            is_teaser = (
                at_foot
                and stop > at + 1
                and not prose[stop - 1]
                and not any(prose[stop + 1 : stop + 2])
                and len(words) <= _LONGEST_TEASER
                and not _QUOTE.search(words)
                and not _SENTENCE_INSIDE.search(words)
            )
            if not is_teaser:
                break
        elif (
            (found[stop] is None and not _is_headline(words))
            or sections.is_title(words)
            or (not at_foot and stop - at > _MOST_LIST_LINES)
        ):
            break
        stop += 1
    return stop


def _is_headline(words: str) -> bool:
    return is_heading(words) or (
        words.endswith(("?", "!", "…", "’", "'", "”")) and is_heading(words.rstrip("?!…’'”"))
    )


def _keep_subheadings(plain: Sequence[str], found: list[str | None], prose: Sequence[int]) -> None:
    """Give back the name of a section ("Economy") that stands between two paragraphs of the article."""
    for at, kind in enumerate(found):
        if (
            kind == "menu"
            and 0 < at < len(found) - 1
            and prose[at - 1]
            and prose[at + 1]
            and shapes.is_topic(plain[at])
        ):
            found[at] = None


def _mark_author_notes(texts: Sequence[str], found: list[str | None]) -> None:
    """Mark notes on the author among the last lines that are left.

    Who stands in the article before is one of its people and not its author.
    """
    last = list(islice((at for at in reversed(range(len(found))) if found[at] is None), _LAST_LINES + 1))
    if len(last) <= _LAST_LINES:
        last = last[:-1]  # The first line that is left is never a note.
    for at in reversed(last[:_LAST_LINES]):
        note = sections.AUTHOR_NOTE.match(texts[at][:_LONGEST_NOTE])
        if note is not None and not _stands_before(note["name"], texts, found, at):
            found[at] = "author_bio"


def _stands_before(name: str | None, texts: Sequence[str], found: Sequence[str | None], at: int) -> bool:
    """Whether the article speaks of a person, by the last part of the name, above line ``at``."""
    if name is None or name[:3].lower() == "the":
        return False
    surname = name.split()[-1]
    return any(found[above] is None and surname in texts[above] for above in range(at))


def _mark_edges(plain: Sequence[str], found: list[str | None]) -> None:
    """Mark short lines without a full stop that furniture surrounds above and below the article.

    Below the last paragraph a heading has nothing to head; above the first one only lines of few words
    next to furniture are marked, never the longest, which is the article's own title.
    """
    lines = range(len(found))
    first = next((at for at in lines if found[at] is None and is_prose(plain[at])), None)
    if first is None:
        return
    last = next(at for at in reversed(lines) if found[at] is None and is_prose(plain[at]))
    seen = at_end = False
    for at in range(last + 1, len(found)):
        kind = found[at]
        if kind is not None:
            seen = seen or kind != "byline"
            at_end = at_end or kind in _KINDS_AT_THE_END
        elif (seen and _is_headline(plain[at])) or (at_end and _TO_THE_READER.search(plain[at])):
            found[at] = "stray"
    head = range(first)
    title = max((at for at in head if found[at] is None), key=lambda at: len(plain[at]), default=None)
    for order in (head, reversed(head)):
        near = False
        for at in order:
            if found[at] is not None:
                near = True
            elif near and at != title and is_heading(plain[at]) and len(plain[at].split()) <= _MENU_WORDS:
                found[at] = "stray"
            else:
                near = False


def _mark_between(plain: Sequence[str], found: list[str | None]) -> None:
    """Mark lines of a few words without a full stop that have furniture right above and below them."""
    for at in range(1, len(found) - 1):
        if (
            found[at] is None
            and found[at - 1] is not None
            and found[at + 1] is not None
            and len(plain[at]) <= _LONGEST_SCRAP
            and len(plain[at].split()) < _MENU_WORDS
            and is_heading(plain[at])
        ):
            found[at] = "stray"
