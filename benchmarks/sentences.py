"""How well and how fast sentence splitters find the sentences of running English text.

    python benchmarks/sentences.py SENTENCES.parquet [--rounds 5] [--articles ARTICLES.parquet]

The table has the columns ``genre``, ``text``, ``starts`` and ``ends`` (gold offsets in code points).
Prints one row a splitter: F1 of sentence ends for news (genres news, weblog and newsgroup), for each
half of the news documents (by the hash of ``doc``) and for all genres, and the speed in MB of UTF-8 a
second of processor time over the whole table (the best of the rounds). An end counts as found when it is
exact after trailing white space is taken off; the last end of a document is given and not counted.
Splitters that are not installed are left out: ``pip install sentencex nupunkt pysbd`` brings them.

With ``--articles``, a table with a column ``text``, the speed of ``checker.claims.split.split`` follows,
which makes records and takes datelines, headings and fragments out; the cleaning is not in the time.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl

from checker.claims.boundaries import sentence_ends
from checker.claims.clean import clean
from checker.claims.split import split
from checker.records import Article

NEWS = frozenset(("news", "weblog", "newsgroup"))
Splitter = Callable[[str], Iterable[int]]


def lines(text: str) -> Iterable[tuple[int, int]]:
    """The lines of a text as offsets."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def rules(text: str) -> Iterable[int]:
    """The project's own rules, on each line."""
    for start, end in lines(text):
        yield from sentence_ends(text, start, end)
        yield end


def line_by_line(spans: Callable[[str], Iterable[tuple[int, int]]]) -> Splitter:
    """A splitter of single lines, so that all candidates know of line breaks."""

    def ends(text: str) -> Iterable[int]:
        for start, end in lines(text):
            for _, stop in spans(text[start:end]):
                yield start + stop
            yield end

    return ends


def splitters() -> dict[str, Splitter]:
    """The splitters that are installed, by name."""
    found: dict[str, Splitter] = {"checker": rules}
    if importlib.util.find_spec("sentencex"):
        sentencex = importlib.import_module("sentencex")

        found["sentencex"] = line_by_line(
            lambda text: [
                (b["start_index"], b["end_index"]) for b in sentencex.get_sentence_boundaries("en", text)
            ]
        )
    if importlib.util.find_spec("nupunkt"):
        nupunkt = importlib.import_module("nupunkt")

        found["nupunkt"] = line_by_line(nupunkt.sent_spans)
    if importlib.util.find_spec("pysbd"):
        pysbd = importlib.import_module("pysbd")

        segmenter = pysbd.Segmenter("en", clean=False, char_span=True)
        found["pysbd"] = line_by_line(lambda text: [(s.start, s.end) for s in segmenter.segment(text)])
    return found


def trimmed(text: str, ends: Iterable[int]) -> set[int]:
    """The ends without trailing white space, and without that of the document."""
    exact = {len(text[:end].rstrip()) for end in ends}
    return exact - {len(text.rstrip()), 0}


def f1(pairs: Iterable[tuple[set[int], set[int]]]) -> float:
    """Micro F1 over (found, gold) sets."""
    hit = found = gold = 0
    for ours, theirs in pairs:
        hit += len(ours & theirs)
        found += len(ours)
        gold += len(theirs)
    return 2 * hit / max(1, found + gold)


def half(document: str) -> int:
    """0 or 1, by the document's name."""
    return hashlib.sha256(document.encode()).digest()[-1] % 2


def measure_split(table: Path, rounds: int, most: int = 1000) -> None:
    """Print how fast the first articles of a table are split into records."""
    texts = pl.read_parquet(table, columns=["text"], n_rows=most)["text"].drop_nulls()
    articles = [Article(id=str(at), source="", text=text) for at, text in enumerate(texts)]
    cleaned = [(article, clean(article)[0]) for article in articles]
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    best, sentences = float("inf"), 0
    for _ in range(rounds):
        begun = time.process_time()
        sentences = sum(len(split(article, blocks)[0]) for article, blocks in cleaned)
        best = min(best, time.process_time() - begun)
    print(
        f"\n{len(articles)} articles, {megabytes:.1f} MB, {sentences} sentences: {megabytes / best:.1f} MB/s"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--articles", type=Path)
    options = parser.parse_args()
    rows = pl.read_parquet(options.table).rows(named=True)
    megabytes = sum(len(row["text"].encode()) for row in rows) / 1e6
    print("| splitter | F1 news | its halves | F1 all | MB/s |\n|---|---|---|---|---|")
    for name, splitter in splitters().items():
        best = float("inf")
        for _ in range(options.rounds):
            begun = time.process_time()
            ends = [list(splitter(row["text"])) for row in rows]
            best = min(best, time.process_time() - begun)
        pairs = [
            (trimmed(row["text"], found), trimmed(row["text"], row["ends"]))
            for row, found in zip(rows, ends, strict=True)
        ]
        news = [
            (pair, half(row["doc"])) for pair, row in zip(pairs, rows, strict=True) if row["genre"] in NEWS
        ]
        halves = " and ".join(f"{f1(pair for pair, of in news if of == side):.3f}" for side in (0, 1))
        of_news = f1(pair for pair, _ in news)
        print(f"| {name} | {of_news:.3f} | {halves} | {f1(pairs):.3f} | {megabytes / best:.1f} |", flush=True)
    if options.articles is not None:
        measure_split(options.articles, options.rounds)


if __name__ == "__main__":
    main()
