"""What was understood of each article, without comparing anything: ``checker articles``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims.attributed import attributed
from checker.claims.clean import clean
from checker.claims.extract import claims_of_parsed
from checker.claims.language import language_of
from checker.claims.parse import Parser
from checker.claims.split import split
from checker.claims.tagger import Tagger
from checker.copies import article_copies
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.claims.attributed import Attributed
    from checker.records import Article, Claim, Drop, Sentence, Span


@dataclass(frozen=True, slots=True)
class Understanding:
    """One article taken apart: what was dropped, and each sentence with its claims.

    ``language`` is an ISO 639-1 code, None if there is too little text to tell. ``copies_of`` holds the
    ids of the articles that run the same story; they count as one source with this one. ``attributions``
    holds, for each sentence, everything in it that somebody is said to say, also what is no claim; it is
    empty for an article in another language.
    """

    article: Article
    dropped: tuple[Drop, ...]
    sentences: tuple[tuple[Sentence, tuple[Claim, ...]], ...]
    language: str | None = None
    copies_of: tuple[str, ...] = ()
    attributions: tuple[tuple[Attributed, ...], ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The JSON object of ``checker articles --format jsonl``."""
        article = self.article
        attributions = self.attributions or ((),) * len(self.sentences)
        return {
            "article": article.id,
            "source": article.source,
            "published": article.published,
            "title": article.title,
            "language": self.language,
            "copies_of": list(self.copies_of),
            "warnings": self.warnings(),
            "dropped": [
                {"start": drop.start, "end": drop.end, "reason": drop.reason} for drop in self.dropped
            ],
            "sentences": [
                {"start": sentence.start, "end": sentence.end, "claims": entries(claims, found)}
                for (sentence, claims), found in zip(self.sentences, attributions, strict=True)
            ],
        }

    def warnings(self) -> list[str]:
        """Why a reader may miss something: a date that is not known, a language that is not read."""
        found = []
        if self.article.published is None:
            found.append("the date is unknown")
        if self.language not in (None, "en"):
            found.append(f"not in English ({self.language}): the embedded models leave it out")
        if not self.sentences:
            found.append("no sentence was left to compare")
        return found


def entries(claims: Sequence[Claim], attributions: Sequence[Attributed]) -> list[dict[str, object]]:
    """What a sentence says, as it is listed: its attributions in order, then the claims without one.

    An attribution under whose cue a claim stands has that claim's ``text``, stance and modality; one whose
    content is no proposition ("praised the plan") has neither text nor modality.
    """
    waiting = list(claims)
    listed = []
    for each in attributions:
        own = next((claim for claim in waiting if _under(claim, each)), None)
        if own is not None:
            waiting.remove(own)
        listed.append(_attribution(each, own))
    return [*listed, *(_claim(claim) for claim in waiting)]


def _under(claim: Claim, each: Attributed) -> bool:
    return claim.cue is not None and claim.cue.start < each.cue.end and each.cue.start < claim.cue.end


def _attribution(each: Attributed, claim: Claim | None) -> dict[str, object]:
    source, content = each.source, each.content
    if claim is not None:
        source, content = source or claim.speaker, content or claim.content
    return {
        "text": None if claim is None else claim.text,
        "speaker": _span(source),
        "cue": _span(each.cue),
        "content": _span(content),
        "stance": str(each.stance if claim is None else claim.stance),
        "modality": None if claim is None else str(claim.modality),
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


def bare(article: Article, sentences: Iterable[Sentence]) -> Article:
    """The article with only its sentences as text: what stands on every page of a site copies nothing."""
    return replace(article, text="\n".join(sentence.text for sentence in sentences))


def understand(articles: Sequence[Article], settings: Settings | None = None) -> Iterator[Understanding]:
    """Take each article apart into sentences and claims, one after the other.

    An article in another language is split, but not searched for claims: the parser reads English.
    """
    settings = settings or Settings()
    parts = [sentences_of(article, settings) for article in articles]
    bared = (bare(article, sentences) for article, (sentences, _) in zip(articles, parts, strict=True))
    copied: dict[str, set[str]] = {}
    for a, b in article_copies(bared).pairs():
        copied.setdefault(a, set()).add(b)
        copied.setdefault(b, set()).add(a)
    parser, tagger = Parser(), Tagger.load()
    for article, (sentences, dropped) in zip(articles, parts, strict=True):
        language = language_of(article.text)
        claims: Iterable[tuple[Claim, ...]] = [()] * len(sentences)
        found: tuple[tuple[Attributed, ...], ...] = ()
        if language in (None, "en"):
            parsed = list(zip(sentences, parser.parse(each.text for each in sentences), strict=True))
            claims = claims_of_parsed(parsed)
            found = tuple(attributed(sentence, doc, tagger) for sentence, doc in parsed)
        yield Understanding(
            article,
            tuple(dropped),
            tuple(zip(sentences, claims, strict=True)),
            language,
            tuple(sorted(copied.get(article.id, ()))),
            found,
        )
