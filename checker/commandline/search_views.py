"""What ``checker search`` shows: for a reader, or as the JSON object of the design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from checker.reports import wording
from checker.reports.card import whereabouts
from checker.reports.escape import one_line
from checker.reports.json import side_object
from checker.reports.look import Look
from checker.reports.quotes import claim_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from checker.records import Side
    from checker.searching import Hit, Search

_MARGIN = 2


def search_json(found: Search, limit: int) -> dict[str, object]:
    """The claim and the first ``limit`` hits of either kind, each a side of the JSON report with a score."""
    return {
        "claim": found.claim,
        "supports": [_entry(hit) for hit in found.supports[:limit]],
        "disputes": [_entry(hit) for hit in found.disputes[:limit]],
    }


def _entry(hit: Hit) -> dict[str, object]:
    return {**side_object(hit.side), "score": hit.score}


def draw(found: Search, limit: int, console: Console) -> None:
    """Print what was found on ``console``: first who supports the claim, then who disputes it."""
    look = Look.of(console)
    for number, lines in enumerate(_blocks(found, limit, look)):
        console.print(
            Text("\n").join([*([Text()] if number else []), *lines]), soft_wrap=True, highlight=False
        )


def _blocks(found: Search, limit: int, look: Look) -> Iterator[list[Text]]:
    yield look.wrapped(Text.assemble(("Claim: ", "dim"), (one_line(found.claim), "bold")), look.width)
    for verb, colour, hits in (
        ("Supported", "green", found.supports),
        ("Disputed", "red", found.disputes),
    ):
        if hits:
            yield look.wrapped(Text(_heading(verb, hits), "bold"), look.width)
            for hit in hits[:limit]:
                yield _hit(hit, look, colour)
            if len(hits) > limit:
                yield [Text(f"{' ' * _MARGIN}and {len(hits) - limit:,} more (raise --limit)", "dim")]
    yield look.wrapped(Text(_footer(found)), look.width)


def _heading(verb: str, hits: Sequence[Hit]) -> str:
    sources = {source for hit in hits for source in _sources(hit.side)}
    return f"{verb} by {wording.count(len(hits), 'sentence')} of {wording.count(len(sources), 'source')}"


def _sources(side: Side) -> list[str]:
    return [side.source, *(member.source for member in side.members)]


def _hit(hit: Hit, look: Look, colour: str) -> list[Text]:
    side, dot = hit.side, f" {look.glyphs.dot} "
    width = look.width - _MARGIN
    head = Text.assemble(
        (wording.certainty(hit.score, of_texts=True), "bold"),
        f" {hit.score:.2f}",
        dot,
        (one_line(side.source), "bold"),
        dot,
        wording.date(side.published),
        dot,
        (wording.voice(side), "italic"),
    )
    lines = look.wrapped(head, width)
    bar = Text(f"{look.glyphs.bar} ", colour)
    lines += [bar + line for line in look.wrapped(_quote(side), width - bar.cell_len)]
    for words in (*whereabouts(side, look, width), wording.carried_by(side)):
        lines += look.wrapped(Text(words, "dim"), width) if words else []
    return [Text(" " * _MARGIN).append_text(line) for line in lines]


def _quote(side: Side) -> Text:
    """The sentence, dim where it is not the claim."""
    words = one_line(side.text)
    part = claim_span(words, one_line(side.claim))
    text = Text(words)
    text.stylize("dim", 0, part.start)
    text.stylize("dim", part.end, len(words))
    return text


def _footer(found: Search) -> str:
    scope = (
        f"{wording.count(found.articles, 'article')} of {wording.count(found.sources, 'source')}, "
        f"{wording.count(found.sentences, 'sentence')}, {found.near:,} of them near the claim"
    )
    if found.supports or found.disputes:
        return f"Searched {scope}"
    return (
        f"Nothing found: no sentence supports or disputes it ({scope}). "
        "A shorter claim with fewer details finds more."
    )
