"""How well and how fast sentence splitters find the sentences of running English text.

    python benchmarks/sentences.py SENTENCES.parquet [--rounds 5]

The table has the columns ``genre``, ``text``, ``starts`` and ``ends`` (gold offsets in code points).
Prints one row a splitter: F1 of sentence ends for news (genres news, weblog and newsgroup) and for all
genres, and the speed in MB of UTF-8 a second over the whole table. An end counts as found when it is
exact after trailing white space is taken off; the last end of a document is given and not counted.
Splitters that are not installed are left out: ``pip install sentencex nupunkt pysbd`` brings them.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl

from checker.claims.boundaries import sentence_ends

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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    rows = pl.read_parquet(options.table).rows(named=True)
    megabytes = sum(len(row["text"].encode()) for row in rows) / 1e6
    print("| splitter | F1 news | F1 all | MB/s |\n|---|---|---|---|")
    for name, splitter in splitters().items():
        best = float("inf")
        for _ in range(options.rounds):
            begun = time.perf_counter()
            ends = [list(splitter(row["text"])) for row in rows]
            best = min(best, time.perf_counter() - begun)
        pairs = [
            (trimmed(row["text"], found), trimmed(row["text"], row["ends"]))
            for row, found in zip(rows, ends, strict=True)
        ]
        news = f1(pair for pair, row in zip(pairs, rows, strict=True) if row["genre"] in NEWS)
        print(f"| {name} | {news:.3f} | {f1(pairs):.3f} | {megabytes / best:.1f} |", flush=True)


if __name__ == "__main__":
    main()
