"""What came out of reading, and the collector that the formats write to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.records import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles that were read, in the order of the paths, and what happened on the way.

    ``errors`` are content that was lost, ``warnings`` content that was repaired or empty. ``dropped``
    counts files and records that are no articles by reason (``not_an_article``), ``repaired`` counts
    repairs by kind (``byte_order_mark``, ``encoding``, ``nul``, ``surrogate``, ``empty_text``,
    ``published``).
    """

    articles: tuple[Article, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    repaired: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Collector:
    """Gathers articles and problems while files are read; ``reading`` freezes them."""

    articles: dict[str, Article] = field(default_factory=dict)
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        """Take an article, unless its text is empty (a warning) or its id is taken (an error)."""
        path = article.path or article.id
        if not article.text.strip():
            self.repair("empty_text", path, "the text is empty, there is nothing to check", article.line)
            return
        first = self.articles.get(article.id)
        if first is not None:
            self.lose(
                path,
                f"the article id {article.id!r} is taken by {_place(first)}; "
                "this article is left out: give each article an id of its own",
                article.line,
            )
            return
        self.articles[article.id] = article

    def lose(self, path: str, message: str, line: int | None = None) -> None:
        """Record content that was lost."""
        self.errors.append(Problem(path, message, line))

    def repair(self, kind: str, path: str, message: str, line: int | None = None) -> None:
        """Record and count content that was repaired."""
        self.repaired[kind] += 1
        self.warnings.append(Problem(path, message, line))

    def repair_all(self, kinds: Iterable[str], path: str, line: int | None = None) -> None:
        """Record the repairs that decoding made, by their kinds."""
        for kind in kinds:
            self.repair(kind, path, MESSAGES[kind], line)

    def reading(self) -> Reading:
        """All of it, frozen; counts are sorted by reason."""
        return Reading(
            articles=tuple(self.articles.values()),
            errors=tuple(self.errors),
            warnings=tuple(self.warnings),
            dropped=dict(sorted(self.dropped.items())),
            repaired=dict(sorted(self.repaired.items())),
        )


MESSAGES = {
    "byte_order_mark": "a byte order mark was removed",
    "encoding": "some bytes are not UTF-8 and were read in another encoding; save the file as UTF-8",
    "nul": "NUL characters were replaced by U+FFFD",
    "surrogate": "characters that are half of a pair (lone surrogates) were replaced by U+FFFD",
}


def _place(article: Article) -> str:
    path = article.path or article.id
    return path if article.line is None else f"{path}:{article.line}"


def renamed(article: Article, identity: str) -> Article:
    """The same article under another id."""
    return replace(article, id=identity)
