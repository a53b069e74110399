"""Train the attribution tagger of ``checker.claims.tagger`` on PolNeAR's train split.

    python -m training.attribution FOLDER --output checker/claims/attribution_weights.json

The folder holds ``polnear_articles.parquet`` and ``polnear_attributions.parquet`` (see
``benchmarks/attribution.py``). Only the split ``train`` is read; a tenth of its documents, by the hash of
their names, chooses the thresholds, then all of them train. Of several annotators of a document each counts
for its share. What is written are weights of features (lemmas, labels, paths), never text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from checker.claims import constituents, cues
from checker.claims.flat import Flat, flat
from checker.claims.linear import Linear
from checker.claims.parse import Parser
from checker.records import Article
from checker.settings import Settings
from checker.understanding import sentences_of
from training.sparse import Examples, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: A lemma that is a cue less often than this is never looked at.
FEWEST_CUES = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """One annotated attribution of a sentence as token numbers; ``head`` is the top of the cue."""

    head: int
    source: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what one annotator marked in it; ``weight`` is 1 over the number of annotators."""

    document: str
    tree: Flat
    marked: tuple[Marked, ...]
    weight: float


def spans(listed: Sequence[str] | None) -> list[tuple[int, int]]:
    """ "12:20" as (12, 20)."""
    return [(int(first), int(last)) for first, _, last in (each.partition(":") for each in listed or ())]


def head_of(tree: Flat, cue: set[int]) -> int:
    """The token of a cue that the others hang on; verbs before nouns before the rest."""

    def rank(at: int) -> tuple[bool, int, bool, int]:
        inside = tree.heads[at] in cue and tree.heads[at] != at
        kind = {"V": 0, "N": 1, "J": 1}.get(tree.tags[at][0], 2 if tree.labels[at] != "punct" else 3)
        return inside, kind, tree.labels[at] in ("aux", "auxpass"), at

    return min(cue, key=rank)


def read(folder: Path, split: str = "train") -> Iterator[Example]:
    """The sentences of a split, parsed as the tool does it, once for each annotator."""
    marks = pl.read_parquet(folder / "polnear_attributions.parquet").filter(pl.col("split") == split)
    by_doc: dict[str, dict[str, list[dict[str, list[str]]]]] = {}
    for row in marks.rows(named=True):
        by_doc.setdefault(row["doc"], {}).setdefault(row["annotator"], []).append(row)
    articles = pl.read_parquet(folder / "polnear_articles.parquet").filter(pl.col("split") == split)
    parser = Parser()
    for row in articles.sort("doc").rows(named=True):
        article = Article(id=row["doc"], source=row["publisher"], text=row["text"])
        sentences = sentences_of(article, Settings())[0]
        annotators = by_doc.get(row["doc"], {})
        for sentence, doc in zip(sentences, parser.parse(each.text for each in sentences), strict=True):
            tree = flat(doc)
            places = [(sentence.start + token.idx, sentence.start + token.idx + len(token)) for token in doc]
            for annotator in sorted(annotators):
                marked = tuple(marked_in(tree, places, annotators[annotator]))
                yield Example(row["doc"], tree, marked, 1 / len(annotators))


def marked_in(
    tree: Flat, places: Sequence[tuple[int, int]], rows: Sequence[dict[str, list[str]]]
) -> Iterator[Marked]:
    """The attributions whose cue touches a sentence; ``places`` are the offsets of its tokens."""
    for row in rows:
        source, cue, content = (
            {
                at
                for at, (start, end) in enumerate(places)
                if any(start < last and end > first for first, last in spans(row[f"{part}_spans"]))
            }
            for part in ("source", "cue", "content")
        )
        if cue:
            yield Marked(head_of(tree, cue), frozenset(source), frozenset(content))


def known_lemmas(examples: Sequence[Example]) -> frozenset[str]:
    """The lemmas that are cues often enough."""
    counted = Counter(each.tree.lemmas[marked.head] for each in examples for marked in each.marked)
    return frozenset(lemma for lemma, times in counted.items() if times >= FEWEST_CUES)


def cue_examples(examples: Sequence[Example], lemmas: frozenset[str]) -> Examples:
    """One row a token of a known lemma: is it a cue?"""
    rows = Examples()
    for each in examples:
        heads = {marked.head for marked in each.marked}
        for at, lemma in enumerate(each.tree.lemmas):
            if lemma in lemmas:
                rows.add(cues.features(each.tree, at), at in heads, each.weight)
    return rows


def source_and_content_examples(examples: Sequence[Example]) -> tuple[Examples, Examples]:
    """One row a candidate of each annotated cue: is it the source, is it (part of) the content?"""
    sources, contents = Examples(), Examples()
    for each in examples:
        for marked in each.marked:
            tree, best = each.tree, None
            for rank, candidate in enumerate(constituents.sources(tree, marked.head)):
                right = candidate.top in marked.source and (
                    2 * len(candidate.tokens & marked.source) >= len(marked.source)
                )
                features = constituents.source_features(tree, marked.head, candidate, rank)
                sources.add(features, right, each.weight)
                best = candidate.top if right and best is None else best
            listed = [c for c in constituents.contents(tree, marked.head, best) if c.tokens]
            paths = frozenset(candidate.path for candidate in listed)
            for candidate in listed:
                right = 5 * len(candidate.tokens & marked.content) > 3 * len(candidate.tokens)
                features = constituents.content_features(tree, marked.head, candidate, paths)
                contents.add(features, right, each.weight)
    return sources, contents


def held_out(document: str) -> bool:
    """Whether a document is one of the tenth that chooses the threshold."""
    return hashlib.sha256(document.encode()).digest()[0] % 10 == 0


def threshold_of(cue: Linear, examples: Sequence[Example], lemmas: frozenset[str]) -> int:
    """The threshold with the best F1 of cue heads."""
    scored = [
        (cue.score(cues.features(each.tree, at)), at in {marked.head for marked in each.marked})
        for each in examples
        for at, lemma in enumerate(each.tree.lemmas)
        if lemma in lemmas
    ]
    gold = sum(len(each.marked) for each in examples)

    def f1(threshold: int) -> float:
        found = [right for score, right in scored if score > threshold]
        return 2 * sum(found) / max(1, len(found) + gold)

    return max(range(-100, 101, 5), key=f1)


def train(examples: Sequence[Example]) -> dict[str, dict[str, object]]:
    """The stored form of the tagger, as ``Tagger.of`` reads it."""
    chosen = [each for each in examples if not held_out(each.document)]
    others = [each for each in examples if held_out(each.document)]
    lemmas = known_lemmas(chosen)
    threshold = threshold_of(Linear(fit(cue_examples(chosen, lemmas))), others, lemmas)
    lemmas = known_lemmas(examples)
    sources, contents = source_and_content_examples(examples)
    weights = fit(cue_examples(examples, lemmas))
    # Every known lemma stays in, even with no weight of its own: the tagger looks at these alone.
    weights = {**{f"l={lemma}": 0 for lemma in lemmas}, **weights}
    return {
        "cue": {"threshold": threshold, "weights": dict(sorted(weights.items()))},
        "source": {"threshold": 0, "weights": dict(sorted(fit(sources).items()))},
        "content": {"threshold": 0, "weights": dict(sorted(fit(contents).items()))},
    }


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    stored = train(list(read(options.folder)))
    options.output.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    for name, part in stored.items():
        print(f"{name}: {len(part['weights'])} weights, threshold {part['threshold']}")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
