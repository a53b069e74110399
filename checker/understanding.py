"""What was understood of each article, without comparing anything: ``checker articles``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import extract as extraction
from checker.claims.clean import clean
from checker.claims.parse import Parser
from checker.claims.split import split
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.records import Article, Claim, Drop, Sentence, Span


@dataclass(frozen=True, slots=True)
class Understanding:
    """One article taken apart: what was dropped, and each sentence with its claims."""

    article: Article
    dropped: tuple[Drop, ...]
    sentences: tuple[tuple[Sentence, tuple[Claim, ...]], ...]

    def as_dict(self) -> dict[str, object]:
        """The JSON object of ``checker articles --format jsonl``; language and copies are not looked for."""
        article = self.article
        return {
            "article": article.id,
            "source": article.source,
            "published": article.published,
            "title": article.title,
            "language": None,
            "copies_of": [],
            "warnings": [],
            "dropped": [
                {"start": drop.start, "end": drop.end, "reason": drop.reason} for drop in self.dropped
            ],
            "sentences": [
                {"start": sentence.start, "end": sentence.end, "claims": [_claim(claim) for claim in claims]}
                for sentence, claims in self.sentences
            ],
        }


def _claim(claim: Claim) -> dict[str, object]:
    return {
        "text": claim.text,
        "speaker": _span(claim.speaker),
        "cue": _span(claim.cue),
        "content": _span(claim.content),
        "stance": str(claim.stance),
        "modality": str(claim.modality),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def sentences_of(article: Article, settings: Settings) -> tuple[list[Sentence], list[Drop]]:
    """Clean and split one article: its sentences, and everything that was left out, in order."""
    blocks, furniture = clean(article, keep_furniture=settings.keep_furniture)
    sentences, fragments = split(article, blocks)
    return sentences, sorted([*furniture, *fragments], key=lambda drop: (drop.start, drop.end))


def understand(articles: Iterable[Article], settings: Settings | None = None) -> Iterator[Understanding]:
    """Take each article apart into sentences and claims, one after the other."""
    settings = settings or Settings()
    parser = Parser()
    for article in articles:
        sentences, dropped = sentences_of(article, settings)
        claims = extraction.extract(sentences, parser)
        yield Understanding(article, tuple(dropped), tuple(zip(sentences, claims, strict=True)))
