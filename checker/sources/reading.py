"""What came out of reading, and the ledger in which the formats write down what happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.records import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles that were read, in the order of the paths, and what happened on the way.

    ``errors`` are content that was lost, ``warnings`` content that was repaired or empty. ``dropped``
    counts files and records that are no articles by reason (``not_an_article``), ``repaired`` counts
    repairs by kind (the keys of MESSAGES, ``empty_text`` and ``published``).
    """

    articles: tuple[Article, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    repaired: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """Takes down problems while articles stream by; it holds ids, never articles."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    _places: dict[str, str] = field(default_factory=dict)

    def admits(self, article: Article) -> bool:
        """Whether to take an article: not if its text is empty (a warning) or its id is taken (an error)."""
        path = article.path or article.id
        if not article.text.strip():
            self.repair("empty_text", path, "the text is empty, there is nothing to check", article.line)
            return False
        place = path if article.line is None else f"{path}:{article.line}"
        first = self._places.setdefault(article.id, place)
        if first is not place:
            self.lose(
                path,
                f"the article id {article.id!r} is taken by {first}; "
                "this article is left out: give each article an id of its own",
                article.line,
            )
            return False
        return True

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

    def reading(self, articles: Iterable[Article]) -> Reading:
        """The articles, and everything that was taken down; counts are sorted by reason."""
        kept = tuple(articles)
        return Reading(
            articles=kept,
            errors=tuple(self.errors),
            warnings=tuple(self.warnings),
            dropped=dict(sorted(self.dropped.items())),
            repaired=dict(sorted(self.repaired.items())),
        )


MESSAGES = {
    "byte_order_mark": "a byte order mark was removed",
    "encoding": "some bytes are not UTF-8 and were read in another encoding; save the file as UTF-8",
    "mojibake": "text that had been read in a wrong encoding (such as â€™ for an apostrophe) "
    "was put right; have a look at its quotes and accents, and save the file as UTF-8",
    "invisible": "invisible characters (zero-width, direction marks, soft hyphens) were removed; "
    "to see them, open the file in an editor that shows them, or run LC_ALL=C cat -v on it",
    "nul": "NUL characters were replaced by U+FFFD",
    "control": "control characters were replaced by spaces or U+FFFD; "
    "to see them, run LC_ALL=C cat -v on the file",
    "surrogate": "characters that are half of a pair (lone surrogates) were replaced by U+FFFD",
}
