"""How much page furniture ``clean`` leaves in, how much of the article it takes out, and how fast it is.

    python -m benchmarks.furniture FOLDER ARTICLES.parquet [--sample 500] [--read 60] [--missed] [--seed 41]

FOLDER holds the real articles and ARTICLES (columns ``id`` and ``text``) those that are labelled in
``furniture_labels.json``. Prints a table by kind and half: the share of furniture lines that were kept,
wholly or in part, how many of those reach the sentences that are compared (most are dropped as
headings), and the share of the article's sentences that were dropped, wholly or in part; then
the share of characters that is dropped from a random sample of all articles, and the speed.
``--read N`` prints that many drops of the sample for reading, ``--missed`` what went wrong on the real
articles and on the development half (never on the held-out one).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.furniture_pages import EITHER, HALVES, Page, labels, made_pages, real_page
from checker.claims.boundaries import sentence_ends
from checker.claims.clean import clean
from checker.claims.split import split
from checker.records import Article, Drop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SENTENCES = "sentences"
_REACHED = "reached"
_ROUNDS = 3
Tally = Counter[tuple[str, str]]


def pages(folder: Path, articles: pl.DataFrame, *, seed: int) -> Iterator[Page]:
    """The real articles and the pages made of clean ones."""
    known = labels()
    for name, label in known["real"].items():
        yield real_page(name, (folder / name).read_text(encoding="utf-8"), label)
    rows = articles.filter(pl.col("id").is_in(list(known["clean"]))).select("id", "text").iter_rows()
    yield from made_pages(dict(rows), known["clean"], seed=seed)


def dropped(text: str) -> tuple[bytearray, bytearray, list[Drop]]:
    """For each code point whether it is dropped as furniture and whether it is in a sentence; the drops."""
    article = Article(id="a", source="s", text=text)
    blocks, drops = clean(article)
    gone = bytearray(len(text))
    for drop in drops:
        gone[drop.start : drop.end] = b"\x01" * (drop.end - drop.start)
    compared = bytearray(len(text))
    for sentence in split(article, blocks)[0]:
        compared[sentence.start : sentence.end] = b"\x01" * (sentence.end - sentence.start)
    return gone, compared, drops


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line."""
    for stop in chain(sentence_ends(text, start, end), (end,)):
        if text[start:stop].strip():
            yield start, stop
        start = stop


def tally(found: Iterable[Page], *, show: bool) -> tuple[Tally, Tally]:
    """How many lines of each kind and sentences there are by half, and how many of them went wrong."""
    everything: Tally = Counter()
    wrong: Tally = Counter()
    for page in found:
        gone, compared, drops = dropped(page.text)
        marks = {drop.start for drop in drops if drop.reason == "furniture.markup"}
        reasons = {drop.start: drop.reason for drop in drops}
        for line in page.lines:
            if line.kind == EITHER:
                continue
            if line.kind is not None:
                everything[page.half, line.kind] += 1
                kept = not all(gone[at] or page.text[at].isspace() for at in range(line.start, line.end))
                wrong[page.half, line.kind] += kept
                wrong[page.half, _REACHED] += any(compared[line.start : line.end])
                if kept and show and page.half != "held_out":
                    print(f"kept {page.half} {line.kind}: {page.text[line.start : line.end][:160]}")
                continue
            for start, end in sentences(page.text, line.start, line.end):
                everything[page.half, _SENTENCES] += 1
                lost = any(gone[start:end]) and line.start not in marks
                wrong[page.half, _SENTENCES] += lost
                if lost and show and page.half != "held_out":
                    print(f"lost {page.half} {reasons.get(line.start)}: {page.text[start:end][:160]}")
    return everything, wrong


def share(wrong: int, total: int) -> str:
    """A share in percent with its counts."""
    return f"{100 * wrong / total:.1f}% ({wrong}/{total})" if total else "-"


def print_table(everything: Tally, wrong: Tally) -> None:
    """One row a kind, then all lines and the article's sentences."""
    halves = ("real", *HALVES)
    print("| kind | " + " | ".join(halves) + " |\n|---" + "|---:" * len(halves) + "|")
    for kind in sorted({kind for _, kind in everything} - {_SENTENCES}):
        cells = [share(wrong[half, kind], everything[half, kind]) for half in halves]
        print(f"| {kind} | " + " | ".join(cells) + " |")
    lines = {
        half: sum(n for (of, kind), n in everything.items() if of == half and kind != _SENTENCES)
        for half in halves
    }
    kept = {
        half: sum(n for (of, kind), n in wrong.items() if of == half and kind not in (_SENTENCES, _REACHED))
        for half in halves
    }
    reached = [share(wrong[half, _REACHED], lines[half]) for half in halves]
    print("| **furniture lines kept** | " + " | ".join(share(kept[h], lines[h]) for h in halves) + " |")
    print("| **of them in a sentence** | " + " | ".join(reached) + " |")
    lost = [share(wrong[half, _SENTENCES], everything[half, _SENTENCES]) for half in halves]
    print("| **article sentences lost** | " + " | ".join(lost) + " |")


def print_sample(texts: list[str], *, read: int, seed: int) -> None:
    """The share of characters dropped from articles as they come, by reason, and drops to read."""
    total = sum(map(len, texts))
    characters: Counter[str] = Counter()
    found: list[tuple[str, str]] = []
    for text in texts:
        for drop in dropped(text)[2]:
            characters[drop.reason] += drop.end - drop.start
            found.append((drop.reason, text[drop.start : drop.end]))
    print(
        f"\n{len(texts)} articles, {len(found)} drops, {100 * characters.total() / total:.2f}% of characters"
    )
    for reason, count in characters.most_common():
        print(f"  {reason:28} {100 * count / total:.3f}%")
    distinct = sorted(set(found) - {(reason, text) for reason, text in found if reason.endswith(".markup")})
    for reason, text in random.Random(seed).sample(distinct, min(read, len(distinct))):
        print(f"  [{reason}] {text[:300]}")


def print_speed(texts: list[str]) -> None:
    """Megabytes of UTF-8 that ``clean`` reads a second, the best of some rounds."""
    articles = [Article(id="a", source="s", text=text) for text in texts]
    seconds: list[float] = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        for article in articles:
            clean(article)
        seconds.append(time.perf_counter() - began)
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"\n{size:.1f} MB at {size / min(seconds):.1f} MB/s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--read", type=int, default=0)
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--seed", type=int, default=41)
    arguments = parser.parse_args()
    articles = pl.read_parquet(arguments.articles)
    found = list(pages(arguments.folder, articles, seed=arguments.seed))
    print_table(*tally(found, show=arguments.missed))
    texts = articles.sort("id").sample(arguments.sample, seed=arguments.seed, shuffle=True)["text"].to_list()
    print_sample(texts, read=arguments.read, seed=arguments.seed)
    print_speed(texts)


if __name__ == "__main__":
    main()
