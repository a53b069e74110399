"""Which articles a run has: read as the settings say, drafts and archive together, in a language it reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from checker import sources
from checker.claims.language import language_of
from checker.errors import NoArticlesError, UsageError
from checker.records import Problem
from checker.sources import metadata
from checker.sources.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.records import Article
    from checker.settings import Settings
    from checker.sources import Reading


_SHOWN = 5


def read(
    paths: Sequence[str], settings: Settings, *, against: Sequence[str] = (), stdin: BinaryIO | None = None
) -> tuple[Reading, Reading]:
    """The articles of ``paths`` and of ``against``, labelled as the settings say.

    Raises MissingPathError for paths that do not exist, UsageError for a table of metadata with mistakes.
    """
    table = metadata.load(settings.metadata) if settings.metadata else metadata.Metadata()
    labels = Labels(table, settings.publishers)

    def labelled(named: Sequence[str]) -> Reading:
        reading = sources.read(
            named,
            stdin=stdin,
            columns=settings.columns,
            keep_furniture=settings.keep_furniture,
            without=[settings.metadata] if settings.metadata else [],
        )
        return replace(reading, articles=tuple(labels.applied(article) for article in reading.articles))

    drafts = labelled(paths)
    archive = labelled(against) if against else sources.Reading()
    unused = table.unused((*drafts.articles, *archive.articles))
    if unused:
        listed = ", ".join(unused[:_SHOWN]) + (
            f" and {len(unused) - _SHOWN} more" if len(unused) > _SHOWN else ""
        )
        problem = Problem(table.name, f"no article fits these paths of the metadata: {listed}")
        drafts = replace(drafts, warnings=(*drafts.warnings, problem))
    return drafts, archive


def all_of(drafts: Reading, archive: Reading) -> list[Article]:
    """Drafts and archive by id, a draft before the archive's article of its id.

    Raises NoArticlesError without a draft, UsageError for two articles of one id.
    """
    if not drafts.articles:
        message = "there is no article to check: name files or folders that hold some"
        raise NoArticlesError(message, in_order(drafts.errors, archive.errors))
    own = {article.id for article in drafts.articles}
    others = [article for article in archive.articles if article.id not in own]
    by_id: dict[str, Article] = {}
    twice: list[str] = []
    for article in (*drafts.articles, *others):
        known = by_id.setdefault(article.id, article)
        if known is not article:
            twice.append(f"{article.id!r} ({_origin(known)}, {_origin(article)})")
    if twice:
        raise UsageError(f"two articles have the same id: {'; '.join(sorted(twice))}; give each its own")
    return [by_id[name] for name in sorted(by_id)]


def readable(articles: list[Article], settings: Settings) -> tuple[list[Article], list[Problem]]:
    """The articles in a language that the models read, and a warning for each of the others.

    The embedded models read English. Raises NoArticlesError if nothing is left.
    """
    if "embedded" not in (settings.encoder, settings.judge):
        return articles, []
    kept: list[Article] = []
    foreign: list[Problem] = []
    for article in articles:
        language = language_of(article.text)
        if language in (None, "en"):
            kept.append(article)
        else:
            message = (
                f"the article is not in English ({language}) and is left out; name a multilingual "
                "--encoder and --judge to compare it"
            )
            foreign.append(Problem(article.path or article.id, message, article.line))
    if not kept:
        raise NoArticlesError("none of the articles is in English", in_order(foreign))
    return kept, foreign


def _origin(article: Article) -> str:
    path = article.path or f"of {article.source}"
    return path if article.line is None else f"{path}:{article.line}"


def in_order(*problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by path and line."""
    # One file can be named twice, as a draft and in the archive; its problem is still one.
    every = {problem for several in problems for problem in several}
    return tuple(sorted(every, key=lambda problem: (problem.path, problem.line or 0, problem.message)))
