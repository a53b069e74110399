"""How well and how fast copies of whole articles are found.

    python benchmarks/copies.py ARTICLES.parquet [--articles 2000] [--copies 50] [--seed 1] [--rounds 3]

The table has the columns ``id`` and ``text``. ``--articles`` of it are drawn, and ``--copies`` copies
planted of each of six kinds of edit: a cut tail (30%), a new headline, a changed credit line, reordered
paragraphs, 10% of the words changed, two stories merged. Prints one row a kind (a merged story makes two
pairs), and for all pairs precision, recall and speed: articles a second from texts to groups, by the clock
and by the time of the processor (of interest on a busy machine), the best of ``--rounds``. Below are
harder edits (20% of the words changed, half of the text cut), planted in a run of their own, which the
figures of the six kinds do not depend on.

Two articles of the table may be copies by themselves. A found pair that was not planted counts as right
if an independent method agrees: by ``difflib``, which aligns the two in their order, blocks of eight equal
words or more hold at least half of the shorter text. Where one of a pair is a planted copy, its original
is asked.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, product
from pathlib import Path

import polars as pl

from checker.copies import Copies, article_copies
from checker.records import Article

Edit = Callable[[str, random.Random], str]
Pair = tuple[str, str]
_LONG_BLOCK = 8
_COPY = "copy "


def cut(share: float) -> Edit:
    """Leave out the last ``share`` of the words."""
    return lambda text, _: text[: len(text) - round(len(text) * share)].rsplit(" ", 1)[0]


def headline(text: str, chance: random.Random) -> str:
    """Another headline in front, made of words of the text."""
    words = re.findall(r"\w+", text)
    return " ".join(chance.sample(words, min(9, len(words)))).title() + "\n\n" + text


def credit(text: str, chance: random.Random) -> str:
    """Another agency, place and closing line."""
    place = chance.choice(("WASHINGTON", "LONDON", "NEW YORK", "KYIV"))
    agency = chance.choice(("AP", "Reuters", "AFP"))
    text = re.sub(r"\((?:AP|Reuters|CNN|AFP)\)", f"({agency})", text)
    return f"{place} ({agency}) — {text}\n\n{agency} correspondents contributed to this report."


def reordered(text: str, chance: random.Random) -> str:
    """The paragraphs in another order; sentences where there are no paragraphs."""
    parts = [part for part in text.split("\n") if part.strip()]
    if len(parts) < 3:
        parts = re.split(r"(?<=[.!?])\s+", text)
    chance.shuffle(parts)
    return "\n\n".join(parts)


def changed(share: float, vocabulary: Sequence[str]) -> Edit:
    """Each word replaced with the probability ``share`` by a word of other articles."""

    def edit(text: str, chance: random.Random) -> str:
        return re.sub(
            r"\w+", lambda word: chance.choice(vocabulary) if chance.random() < share else word[0], text
        )

    return edit


def plant(
    articles: Sequence[Article], edits: Mapping[str, Edit | None], each: int, chance: random.Random
) -> tuple[list[Article], dict[str, set[Pair]]]:
    """Copies of distinct originals, and the pairs (copy, original) by kind of edit; None merges two."""
    originals = iter(
        chance.sample(list(articles), each * (len(edits) + sum(e is None for e in edits.values())))
    )
    copies: list[Article] = []
    pairs: dict[str, set[Pair]] = {}
    for kind, edit in edits.items():
        pairs[kind] = set()
        for number in range(each):
            of = [next(originals)] if edit else [next(originals), next(originals)]
            text = edit(of[0].text, chance) if edit else f"{of[0].text}\n\n{of[1].text}"
            copy = Article(id=f"{_COPY}{kind} {number}", source=f"outlet {number}", text=text)
            copies.append(copy)
            pairs[kind] |= {ordered(copy.id, original.id) for original in of}
    return copies, pairs


def ordered(a: str, b: str) -> Pair:
    """A pair as ``Copies.pairs`` writes it."""
    return min(a, b), max(a, b)


def natural(pair: Pair, texts: Mapping[str, str]) -> bool:
    """Whether two articles are copies by the slow method of the module's docstring."""
    first, second = (re.findall(r"\w+", texts[name].casefold()) for name in pair)
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return 2 * sum(b.size for b in blocks if b.size >= _LONG_BLOCK) >= min(len(first), len(second))


def implied(planted: set[Pair], found: Iterable[Pair], texts: Mapping[str, str]) -> set[Pair]:
    """Found pairs that were not planted and are right: for a copy, its originals are asked instead of it."""
    origins: dict[str, list[str]] = {}
    for pair in planted:
        copy, original = sorted(pair, key=lambda name: not name.startswith(_COPY))
        origins.setdefault(copy, []).append(original)

    def right(a: str, b: str) -> bool:
        choices = product(origins.get(a, [a]), origins.get(b, [b]))
        return any(one == other or natural((one, other), texts) for one, other in choices)

    return {pair for pair in found if pair not in planted and right(*pair)}


def measure(articles: Sequence[Article], rounds: int) -> tuple[Copies, float, float]:
    """What was found, and the best of the times: by the clock and of the processor, in seconds."""
    copies, clock, processor = Copies(), [], []
    for _ in range(rounds):
        begun, begun_processor = time.perf_counter(), time.process_time()
        copies = article_copies(articles)
        clock.append(time.perf_counter() - begun)
        processor.append(time.process_time() - begun_processor)
    return copies, min(clock), min(processor)


def table(articles: Sequence[Article], edits: Mapping[str, Edit | None], options: argparse.Namespace) -> None:
    """Plant, find and print."""
    chance = random.Random(options.seed)
    planted, pairs = plant(articles, edits, options.copies, chance)
    together = [*articles, *planted]
    chance.shuffle(together)
    copies, seconds, busy = measure(together, options.rounds)
    found = set(copies.pairs())
    texts = {article.id: article.text for article in together}
    wanted = set().union(*pairs.values())
    natural_pairs = implied(wanted, found, texts)
    print("| edit | pairs | recall | share of the shorter text, mean |\n|---|---|---|---|")
    shares = {(link.a, link.b): link.share for link in copies.links}
    for kind, of_kind in pairs.items():
        hit = of_kind & found
        mean = sum(shares.get(pair, 1.0) for pair in hit) / max(1, len(hit))
        print(f"| {kind} | {len(of_kind)} | {len(hit) / len(of_kind):.3f} | {mean:.2f} |")
    right = found & (wanted | natural_pairs)
    bridged = sum(pair not in found for group in copies.groups for pair in combinations(sorted(group), 2))
    print(
        f"| all | {len(wanted)} | {len(wanted & found) / len(wanted):.3f} | |\n\n"
        f"precision {len(right) / max(1, len(found)):.3f} ({len(found)} found, {len(natural_pairs)} of them "
        f"copies in the table itself); {len(together) / seconds:,.0f} articles/s "
        f"({len(together) / busy:,.0f} a second of one processor); "
        f"{len(copies.groups)} groups, {bridged} pairs in a group that are no copies\n"
    )
    for a, b in sorted(found - right):
        print(f"wrong: {a} | {b} | share {shares[a, b]}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--copies", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rows = pl.read_parquet(options.table, columns=["id", "text"]).sort("id")
    chance = random.Random(options.seed)
    drawn = chance.sample(rows.rows(), options.articles)
    articles = [Article(id=name, source=name, text=text) for name, text in drawn]
    vocabulary = sorted({word for article in articles[:200] for word in re.findall(r"\w+", article.text)})
    table(
        articles,
        {
            "cut tail": cut(0.3),
            "new headline": headline,
            "changed credit": credit,
            "reordered paragraphs": reordered,
            "10% of words changed": changed(0.1, vocabulary),
            "two stories merged": None,
        },
        options,
    )
    table(
        articles,
        {
            "half of the text cut": cut(0.5),
            "70% of the text cut": cut(0.7),
            "20% of words changed": changed(0.2, vocabulary),
            "25% of words changed": changed(0.25, vocabulary),
        },
        options,
    )


if __name__ == "__main__":
    main()
