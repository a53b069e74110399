"""How well attributions are found: cues, sources and contents against the annotations of PolNeAR.

    python -m benchmarks.attribution FOLDER [--split dev] [--system NAME] [--errors 40]

The folder holds ``polnear_articles.parquet`` (doc, split, text) and ``polnear_attributions.parquet``
(doc, annotator, source_spans, cue_spans, content_spans; a span is "start:end" in code points).

Each article is cleaned, split and parsed as the tool does it. What the annotations mark outside the
sentences that are left (headings, furniture) is not counted; how much that is stands under the table.

A predicted cue is found when it shares a word with the cue of an annotation that no other prediction has
taken. Source and content count only under a found cue: "words" is the F1 of the words in them, over all
attributions, so that every word of a missed or invented attribution is an error; "overlap" takes a source or
content for found when it shares a word with the annotated one. "anywhere" forgets which attribution a word
belongs to: the F1 of the words that are source (or content) of anything. Of several annotators of one
document the one with the most cues in common counts.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import polars as pl

from checker.claims.attributed import Attributed, attributed
from checker.claims.extract import claims_of_parsed, extract
from checker.claims.parse import Parser
from checker.claims.quotations import speakers_of_quotations
from checker.claims.tagger import Tagger
from checker.records import Article, Sentence, Span
from checker.settings import Settings
from checker.understanding import entries, sentences_of

_WORD = re.compile(r"\w+|[^\w\s]")
_SIGNS = frozenset("\"“”‘’'`,.;()[]")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as the words (their offsets) that are its source, cue and content."""

    source: Words
    cue: Words
    content: Words


@dataclass(slots=True)
class Count:
    """Hits, predictions and annotations: what an F1 is made of."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hit: int, found: int, gold: int) -> None:
        """Add the figures of one document."""
        self.hit += hit
        self.found += found
        self.gold += gold

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, self.found + self.gold)

    @property
    def precision(self) -> float:
        """The share of the predictions that are right."""
        return self.hit / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of the annotations that are found."""
        return self.hit / max(1, self.gold)


@dataclass(slots=True)
class Score:
    """The counts of one system."""

    cue: Count = field(default_factory=Count)
    words: dict[str, Count] = field(default_factory=lambda: {"source": Count(), "content": Count()})
    overlap: dict[str, Count] = field(default_factory=lambda: {"source": Count(), "content": Count()})
    anywhere: dict[str, Count] = field(default_factory=lambda: {"source": Count(), "content": Count()})

    def add(self, found: Sequence[Marked], gold: Sequence[Marked]) -> None:
        """Add one document."""
        pairs = matched(found, gold)
        self.cue.add(len(pairs), len(found), len(gold))
        for name in ("source", "content"):
            ours = [getattr(each, name) for each in found]
            theirs = [getattr(each, name) for each in gold]
            shared = [len(getattr(a, name) & getattr(b, name)) for a, b in pairs]
            self.words[name].add(sum(shared), sum(map(len, ours)), sum(map(len, theirs)))
            self.overlap[name].add(sum(map(bool, shared)), sum(map(bool, ours)), sum(map(bool, theirs)))
            our_words, their_words = frozenset().union(*ours), frozenset().union(*theirs)
            self.anywhere[name].add(len(our_words & their_words), len(our_words), len(their_words))


def matched(found: Sequence[Marked], gold: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Pairs whose cues share a word, each attribution at most once, the most alike first."""
    alike = [
        (len(a.cue & b.cue) + len(a.source & b.source) + len(a.content & b.content), i, j)
        for i, a in enumerate(found)
        for j, b in enumerate(gold)
        if a.cue & b.cue
    ]
    pairs, left, right = [], set[int](), set[int]()
    for _, i, j in sorted(alike, key=lambda each: (-each[0], each[1], each[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((found[i], gold[j]))
    return pairs


class Page:
    """A document: its sentences and the words of them."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self.article = article
        self.sentences = sentences
        self.words = [
            (match.start() + sentence.start, match.end() + sentence.start)
            for sentence in sentences
            for match in _WORD.finditer(sentence.text)
        ]

    def within(self, spans: Iterable[tuple[int, int]], *, signs: bool = False) -> Words:
        """The words of the page's sentences in some spans; quotation marks and stops only with ``signs``."""
        listed = list(spans)
        return frozenset(
            start
            for start, end in self.words
            if any(start < last and end > first for first, last in listed)
            and (signs or self.article.text[start] not in _SIGNS)
        )


System = Callable[[Page, Parser], list[Marked]]


def from_claims(page: Page, parser: Parser) -> list[Marked]:
    """The attributions that the claims of a page carry; claims under one cue are one attribution."""
    by_cue: dict[tuple[int, int], tuple[set[tuple[int, int]], set[tuple[int, int]]]] = {}
    for claims in extract(page.sentences, parser):
        for claim in claims:
            if claim.cue is None:
                continue
            sources, contents = by_cue.setdefault((claim.cue.start, claim.cue.end), (set(), set()))
            if claim.speaker is not None:
                sources.add((claim.speaker.start, claim.speaker.end))
            if claim.content is not None:
                contents.add((claim.content.start, claim.content.end))
    return [
        Marked(page.within(sources), page.within([cue], signs=True), page.within(contents))
        for cue, (sources, contents) in by_cue.items()
    ]


def listed(page: Page, parser: Parser, tagger: Tagger) -> list[Marked]:
    """What ``checker articles --format jsonl`` prints: entries under one cue are one attribution."""
    parsed = list(zip(page.sentences, parser.parse(each.text for each in page.sentences), strict=True))
    by_cue: dict[tuple[int, int], tuple[set[tuple[int, int]], set[tuple[int, int]]]] = {}
    for (sentence, doc), claims in zip(parsed, claims_of_parsed(parsed), strict=True):
        for entry in json.loads(json.dumps(entries(claims, attributed(sentence, doc, tagger)))):
            if entry["cue"] is None:
                continue
            kept = by_cue.setdefault((entry["cue"]["start"], entry["cue"]["end"]), (set(), set()))
            for spans_of, name in zip(kept, ("speaker", "content"), strict=True):
                if entry[name] is not None:
                    spans_of.add((entry[name]["start"], entry[name]["end"]))
    return [
        Marked(page.within(sources), page.within([cue], signs=True), page.within(contents))
        for cue, (sources, contents) in by_cue.items()
    ]


def tagged(page: Page, parser: Parser, tagger: Tagger, *, quotations: bool) -> list[Marked]:
    """The attributions that the tagger finds; with ``quotations`` wholly quoted sentences are content too."""
    docs = parser.parse(sentence.text for sentence in page.sentences)
    parsed = list(zip(page.sentences, docs, strict=True))
    found = [each for sentence, doc in parsed for each in attributed(sentence, doc, tagger)]
    beside: dict[int, list[Sentence]] = {}
    for (sentence, _), whose in zip(parsed, speakers_of_quotations(parsed), strict=True):
        if whose is not None and quotations:
            beside.setdefault(whose.cue.start, []).append(sentence)
    return [marked(page, each, beside.get(each.cue.start, ())) for each in found]


def marked(page: Page, each: Attributed, more: Iterable[Sentence]) -> Marked:
    """An attribution as words; ``more`` are sentences that belong to its content."""
    source = [] if each.source is None else [(each.source.start, each.source.end)]
    stretches: list[Span | Sentence] = [*each.contents, *more]
    contents = [(stretch.start, stretch.end) for stretch in stretches]
    return Marked(
        page.within(source), page.within([(each.cue.start, each.cue.end)], signs=True), page.within(contents)
    )


def systems() -> dict[str, System]:
    """What is measured, by name."""
    tagger = Tagger.load()
    return {
        "claims": from_claims,
        "tagger": partial(tagged, tagger=tagger, quotations=False),
        "tagger and quotations": partial(tagged, tagger=tagger, quotations=True),
        "checker articles": partial(listed, tagger=tagger),
    }


def spans(listed: Iterable[str] | None) -> list[tuple[int, int]]:
    """ "12:20" as (12, 20)."""
    return [(int(first), int(last)) for first, _, last in (each.partition(":") for each in listed or ())]


def documents(folder: Path, split: str) -> Iterator[tuple[Page, list[list[Marked]], int]]:
    """The pages of a split, the annotations of each annotator, and how many stand outside the sentences."""
    marks = pl.read_parquet(folder / "polnear_attributions.parquet").filter(pl.col("split") == split)
    by_doc: dict[str, dict[str, list[dict[str, list[str]]]]] = {}
    for row in marks.rows(named=True):
        by_doc.setdefault(row["doc"], {}).setdefault(row["annotator"], []).append(row)
    articles = pl.read_parquet(folder / "polnear_articles.parquet").filter(pl.col("split") == split)
    for row in articles.rows(named=True):
        article = Article(id=row["doc"], source=row["publisher"], text=row["text"])
        page = Page(article, sentences_of(article, Settings())[0])
        several, outside = [], 0
        for annotator in sorted(by_doc.get(row["doc"], {})):
            marked = [
                Marked(
                    page.within(spans(each["source_spans"])),
                    page.within(spans(each["cue_spans"]), signs=True),
                    page.within(spans(each["content_spans"])),
                )
                for each in by_doc[row["doc"]][annotator]
            ]
            several.append([each for each in marked if each.cue])
            outside = sum(not each.cue for each in marked)
        yield page, several or [[]], outside


def closest(found: Sequence[Marked], several: Sequence[Sequence[Marked]]) -> Sequence[Marked]:
    """The annotator with whom a system agrees most on cues."""

    def agreement(gold: Sequence[Marked]) -> float:
        return 2 * len(matched(found, gold)) / max(1, len(found) + len(gold))

    return max(several, key=agreement)


def row(name: str, score: Score) -> str:
    """One line of the table."""
    cells = [f"{score.cue.precision:.3f}", f"{score.cue.recall:.3f}", f"{score.cue.f1:.3f}"]
    for part in ("source", "content"):
        cells += [f"{counts[part].f1:.3f}" for counts in (score.words, score.overlap, score.anywhere)]
    return f"| {name} | {' | '.join(cells)} |"


def show_errors(page: Page, found: Sequence[Marked], gold: Sequence[Marked]) -> Iterator[str]:
    """Invented and missed cues of a page, with their sentences."""
    pairs = matched(found, gold)
    hit = {id(each) for pair in pairs for each in pair}
    ends = dict(page.words)
    for sign, listed in (("+", found), ("-", gold)):
        for each in listed:
            if id(each) not in hit:
                at = min(each.cue)
                cue = page.article.text[at : ends[max(each.cue)]]
                sentence = next(s for s in page.sentences if s.start <= at < s.end)
                yield f"{sign} [{cue}] {sentence.text}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--system", default="all")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong and missed cues a system")
    options = parser.parse_args()
    known = systems()
    if options.system not in (*known, "all"):
        parser.error(f"unknown system {options.system!r}: one of {', '.join(known)}, all")
    chosen = known if options.system == "all" else {options.system: known[options.system]}
    scores = {name: Score() for name in chosen}
    errors: dict[str, list[str]] = {name: [] for name in chosen}
    spacy, counted, lost = Parser(), 0, 0
    for page, several, outside in documents(options.folder, options.split):
        counted, lost = counted + len(page.sentences), lost + outside
        for name, system in chosen.items():
            found = system(page, spacy)
            gold = closest(found, several)
            scores[name].add(found, gold)
            errors[name] += show_errors(page, found, gold) if options.errors else []
    print(
        "| system | cue P | cue R | cue F1 | source words | overlap | anywhere | "
        "content words | overlap | anywhere |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    for name, score in scores.items():
        print(row(name, score))
    print(f"\n{counted} sentences; {lost} annotations stand outside of them and are not counted.")
    for name, lines in errors.items():
        step = max(1, len(lines) // max(1, options.errors))
        print("\n".join([f"\n{name}:", *lines[::step]]) if options.errors else "", end="")


if __name__ == "__main__":
    main()
