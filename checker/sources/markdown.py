"""Markdown, or any text with front matter between two lines of ``---``, to an article.

The front matter (YAML) gives ``source``, ``published`` or ``date``, ``title`` and ``url``; other keys
are ignored. Values are read as they are written: a date stays text until ``dates.normalise`` reads it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.records import Article
from checker.sources.dates import normalise, unreadable_date
from checker.sources.decode import decode
from checker.sources.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.sources.intake import Intake

_OPENING = re.compile(r"---[^\S\n]*\r?\n")
_CLOSING = re.compile(r"^---[^\S\n]*\r?$\n?", re.MULTILINE)
_KEY = re.compile(r"\s*[\w-]+[^\S\n]*:")
_HEADING = re.compile(r"^#[^\S\n]+(?P<title>\S.*?)[^\S\n]*#*[^\S\n]*\r?$", re.MULTILINE)
_HEAD = 4000
#: A text that merely begins like front matter must not be parsed as YAML from end to end.
_LONGEST_FRONT_MATTER = 20_000


def read(intake: Intake) -> Iterator[Article]:
    """The one article of a Markdown file."""
    text, repairs = decode(intake.stream.read())
    intake.ledger.repair_all(repairs, intake.origin.path)
    yield article(text, intake)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with front matter: a line of ``---`` and then a key (or nothing but the end)."""
    head = text[:_HEAD]
    opening = _OPENING.match(head)
    if opening is None:
        return False
    return _KEY.match(head, opening.end()) is not None or _CLOSING.match(head, opening.end()) is not None


def article(text: str, intake: Intake) -> Article:
    """The article of a Markdown text; front matter that cannot be read is an error, its body is kept."""
    body_start, fields = _front_matter(text, intake)
    body = text[body_start:]
    heading = _HEADING.search(body[:_HEAD]) if body.lstrip().startswith("#") else None
    return Article(
        id=intake.origin.path,
        source=fields.get("source") or intake.origin.source,
        text=body,
        title=fields.get("title") or (heading["title"] if heading else title_of(body)),
        url=fields.get("url"),
        published=_published(fields, intake),
        path=intake.origin.path,
        skipped_lines=text.count("\n", 0, body_start),
    )


def _front_matter(text: str, intake: Intake) -> tuple[int, Mapping[str, str]]:
    """Where the body begins, and the text fields of the front matter."""
    opening = _OPENING.match(text)
    if opening is None or not has_front_matter(text):
        return 0, {}
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST_FRONT_MATTER)
    if closing is None:
        intake.lose(
            "the front matter is not closed: end it with a line of --- within 20,000 characters",
            1,
        )
        return 0, {}
    return closing.end(), _fields(text[opening.end() : closing.start()], intake)


def _fields(written: str, intake: Intake) -> Mapping[str, str]:
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    try:
        # The base loader keeps all values as text: a date with a typing error must not spoil the others.
        # The one in C, where it was built, stays fast on thousands of brackets.
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        metadata: object = YAMLHandler().load(written, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as broken:
        mark = getattr(broken, "problem_mark", None)
        line = mark.line + 2 if mark is not None else 1
        problem = getattr(broken, "problem", None) or "it is not valid YAML"
        intake.lose(f"the front matter cannot be read ({problem}); write it as 'key: value' lines", line)
        return {}
    if not isinstance(metadata, dict):
        if metadata:
            intake.lose("the front matter holds no keys; write it as 'key: value' lines", 2)
        return {}
    return {
        str(key).lower(): value.strip()
        for key, value in metadata.items()
        if isinstance(value, str) and value.strip() not in ("", "null", "~")
    }


def _published(fields: Mapping[str, str], intake: Intake) -> str | None:
    written = fields.get("published") or fields.get("date")
    if written is None:
        return None
    published = normalise(written)
    if published is None:
        intake.repair("published", unreadable_date(written), 1)
    return published
