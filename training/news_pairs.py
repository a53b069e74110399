"""Training pairs from mined ones, with the labels of readers: ``python -m training.news_pairs --help``.

Hardly one pair in fifty that the tool compares conflicts, and a judge that learned on pairs of one scene
finds ten times as many. So what it finds unsuspicious is taken for neutral as it is, and what it finds
suspicious or entailed is taken only as a reader labelled it. From each entailment a contradiction is made
by negating what follows: a denial in other words, which keeps the judge from calling all news neutral.

``training/news_labels.jsonl`` holds the labels by the hash of the two claims, and no text: c (conflict),
s (superseded: the texts exclude each other, but at two times), t (tension), f and r (the first implies the
second, or the reverse), e (both), n (neither), x (garbled).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from checker.claims.parse import Parser
from training import news_written
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL
from training.grammar import negated, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LABELS = Path(__file__).with_name("news_labels.jsonl")

#: Probabilities up to which a pair that nobody read is taken for neutral.
INNOCENT_CONTRADICTION, INNOCENT_ENTAILMENT = 0.3, 0.3

#: How often each reader's label is shown: conflicts are rare, and look-alikes are the point.
TIMES = {CONTRADICTION: 6, ENTAILMENT: 2, NEUTRAL: 2}

#: How often what was written to claims is shown.
WRITTEN_TIMES = 2

#: Sets whose entailments are negated: written sentences, not captions of pictures.
NEGATED_SOURCES = ("mnli", "fever", "lingnli", "new_protocols")

#: Of ``drawn``.
DRAW_SEED = 3

Row = tuple[str, str, str, str]


def key(premise: str, hypothesis: str) -> str:
    """16 hexadecimal digits for two claims, the same in both orders."""
    both = "\x1f".join(sorted((premise.casefold(), hypothesis.casefold())))
    return hashlib.sha256(both.encode()).hexdigest()[:16]


def read_labels(path: Path) -> dict[str, str]:
    """The label of each pair by its key; f and r are those of the claims in alphabetical order."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["pair"]: row["label"] for row in rows}


def oriented(label: str, premise: str, hypothesis: str) -> str:
    """A label as it is for the claims in alphabetical order, or back from that: f and r may change places."""
    if label in ("f", "r") and premise.casefold() > hypothesis.casefold():
        return "r" if label == "f" else "f"
    return label


def labelled(premise: str, hypothesis: str, label: str) -> Iterator[Row]:
    """The training pairs of one pair that was read; tension and garbled claims teach nothing."""
    there, back = (premise, hypothesis), (hypothesis, premise)
    if label in ("c", "s"):
        yield (*there, CONTRADICTION, "news_read")
        yield (*back, CONTRADICTION, "news_read")
    elif label == "n":
        yield (*there, NEUTRAL, "news_read")
        yield (*back, NEUTRAL, "news_read")
    elif label in ("e", "f", "r"):
        yield (*there, ENTAILMENT if label in ("e", "f") else NEUTRAL, "news_read")
        yield (*back, ENTAILMENT if label in ("e", "r") else NEUTRAL, "news_read")


def denied(entailed: Iterable[tuple[str, str]], parser: Parser) -> Iterator[Row]:
    """From each (premise, what follows): the premise against the negation of what follows."""
    pairs = list(entailed)
    for number, ((premise, _), doc) in enumerate(
        zip(pairs, parser.parse(text for _, text in pairs), strict=True)
    ):
        contrary = negated(doc, number % 3) if sound(doc) else None
        if contrary is not None:
            yield (premise, contrary, CONTRADICTION, "news_denied")
            yield (contrary, premise, CONTRADICTION, "news_denied")


def nli_entailments(train: Path, *, wanted: int, seed: int) -> list[tuple[str, str]]:
    """Entailed pairs of NLI sets with a short hypothesis, as many of each set."""
    short = (pl.col("hypothesis").str.len_chars() < 110) & (pl.col("premise").str.len_chars() < 320)
    table = pl.read_parquet(train).filter(
        (pl.col("label") == ENTAILMENT) & pl.col("source").is_in(NEGATED_SOURCES) & short
    )
    parts = [
        rows.sample(min(len(rows), wanted // len(NEGATED_SOURCES)), seed=seed, shuffle=True)
        for _, rows in table.group_by("source", maintain_order=True)
    ]
    return list(pl.concat(parts).select("premise", "hypothesis").iter_rows())


def build(mined: pl.DataFrame, labels: Mapping[str, str], *, innocent: int, seed: int) -> list[Row]:
    """All training pairs; ``innocent`` is how many unread pairs are taken for neutral."""
    rows: list[Row] = []
    unread: list[Row] = []
    entailed: list[tuple[str, str]] = []
    columns = ("premise", "hypothesis", "contradiction", "entailment", "reverse_entailment")
    for premise, hypothesis, contradiction, forward, reverse in mined.select(columns).iter_rows():
        label = labels.get(key(premise, hypothesis))
        if label is None:
            if contradiction < INNOCENT_CONTRADICTION and max(forward, reverse) < INNOCENT_ENTAILMENT:
                unread.append((premise, hypothesis, NEUTRAL, "news_unread"))
            continue
        label = oriented(label, premise, hypothesis)
        for row in labelled(premise, hypothesis, label):
            rows += [row] * TIMES[row[2]]
        entailed += [(premise, hypothesis)] if label in ("e", "f") else []
        entailed += [(hypothesis, premise)] if label in ("e", "r") else []
    chosen = np.random.default_rng(seed).permutation(len(unread))[:innocent]
    rows += [unread[at] for at in chosen]
    for row in denied(entailed, Parser()):
        rows += [row] * 3
    return rows


def drawn(table: pl.DataFrame, quotas: Mapping[str, int]) -> pl.DataFrame:
    """Each pair once, and at random no more of a source than its quota; sources without one are left out."""
    parts = [
        table.filter(pl.col("source") == source)
        .unique(maintain_order=True)
        .sample(fraction=1.0, shuffle=True, seed=DRAW_SEED)
        .head(quota)
        for source, quota in quotas.items()
    ]
    return pl.concat(parts)


def quota(text: str) -> tuple[str, int]:
    """The argument SOURCE=N."""
    source, _, wanted = text.partition("=")
    return source, int(wanted)


def main() -> None:
    """Read the arguments, write the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mined", type=Path, nargs="+", help="tables of training.mine_pairs")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--written", type=Path, default=news_written.WRITTEN)
    parser.add_argument("--innocent", type=int, default=3_000, help="unread pairs taken for neutral")
    parser.add_argument("--nli", type=Path, help="train.parquet, whose entailments are negated too")
    parser.add_argument("--negated", type=int, default=6_000, help="how many of them")
    parser.add_argument(
        "--quota", type=quota, nargs="*", default=[], help="SOURCE=N: only these, each pair once, N at most"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    labels = read_labels(arguments.labels)
    mined = pl.concat([pl.read_parquet(path) for path in arguments.mined], how="vertical_relaxed").unique(
        ("premise", "hypothesis"), maintain_order=True
    )
    met = {
        key(premise, hypothesis) for premise, hypothesis in mined.select("premise", "hypothesis").iter_rows()
    }
    print(f"{len(labels.keys() & met)} of {len(labels)} labelled pairs are among {len(mined)} mined ones")
    rows = build(mined, labels, innocent=arguments.innocent, seed=arguments.seed)
    claims = [*mined["premise"], *mined["hypothesis"]]
    written = news_written.read(arguments.written)
    answered = written.keys() & {news_written.key(claim) for claim in claims}
    print(f"{len(answered)} of {len(written)} claims that something was written to are among them")
    rows += list(news_written.pairs(claims, written)) * WRITTEN_TIMES
    if arguments.nli is not None:
        entailed = nli_entailments(arguments.nli, wanted=arguments.negated, seed=arguments.seed)
        rows += [(*row[:3], "nli_denied") for row in denied(entailed, Parser())][::2]
    table = pl.DataFrame(rows, schema=["premise", "hypothesis", "label", "source"], orient="row")
    if arguments.quota:
        table = drawn(table, dict(arguments.quota))
    table.write_parquet(arguments.out)
    print(table.group_by("source", "label").len().sort("source", "label"))


if __name__ == "__main__":
    main()
