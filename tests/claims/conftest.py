"""One loaded parser for all tests of claims, and sentences made from plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.claims.extract import extract
from checker.claims.parse import Parser
from checker.records import Article, Claim, Sentence

type_of_claims = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def claims_of(parser: Parser) -> type_of_claims:
    """Claims of the last of some sentences that follow each other in one article."""

    def claims(*texts: str) -> tuple[Claim, ...]:
        article = Article(id="a", source="s", text=" ".join(texts))
        sentences = []
        start = 0
        for text in texts:
            sentences.append(Sentence(article, start, start + len(text)))
            start += len(text) + 1
        return list(extract(sentences, parser))[-1]

    return claims
