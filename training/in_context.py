"""Training pairs of claims in their articles: ``python -m training.in_context --help``.

The judge reads a suspicious pair a second time, each claim with headline and sentence
(checker/judges/context.py). What excludes each other there is what a careful reader would sign. Three kinds
of pairs teach it:

- mined pairs (``training.mine_pairs``) that readers labelled with their sentences: ``context_labels.jsonl``,
  by the hash of the two claims, ``agreed`` and the cause of a disagreement, no text;
- mined pairs that nobody read and the judge finds innocent;
- what was written to a sentence of an article, as another paper could have printed it:
  ``context_written.jsonl``. A row names the sentence by article and offset and the claim by its hash;
  ``conflict`` cannot stand beside it, ``same`` is of the same event and compatible, ``other`` is of another
  event in much the same words, ``agree`` confirms it. Each has a headline, a sentence and the bare claim.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from checker.claims.factual import taken_apart
from checker.claims.parse import Parser
from checker.judges.context import around, worded
from checker.settings import Settings
from checker.understanding import sentences_of
from training import news_written
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL
from training.mine_pairs import by_date
from training.news_pairs import INNOCENT_CONTRADICTION, INNOCENT_ENTAILMENT, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.records import Article, Claim

LABELS = Path(__file__).with_name("context_labels.jsonl")
WRITTEN = Path(__file__).with_name("context_written.jsonl")

#: How often a pair that readers agreed with is shown: there are fifteen others for each.
AGREED_TIMES = 6

#: Share of the pairs that are shown without headlines: plain files have none.
BARE_HEADLINES = 0.3

Row = tuple[str, str, str, str]

#: Two texts to compare: (claim, headline, sentence) of each.
Told = tuple[str, str | None, str]


def read_labels(path: Path) -> dict[str, bool | None]:
    """Whether readers agreed with each pair, by its key; None where they could not tell."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["pair"]: row["agreed"] for row in rows}


def read_pairs(
    mined: pl.DataFrame, labels: Mapping[str, bool | None], *, innocent: int, rng: np.random.Generator
) -> Iterator[tuple[Told, Told, str, str]]:
    """Both sides, label and source of the mined pairs that were read, and of ``innocent`` unread ones."""
    unread = []
    for row in mined.iter_rows(named=True):
        sides = _sides(row)
        pair = key(row["premise"], row["hypothesis"])
        if pair in labels:
            agreed = labels[pair]
            if agreed is not None:
                label = CONTRADICTION if agreed else NEUTRAL
                yield from ((*sides, label, "context_read"),) * (AGREED_TIMES if agreed else 1)
        elif (
            row["contradiction"] < INNOCENT_CONTRADICTION
            and max(row["entailment"], row["reverse_entailment"]) < INNOCENT_ENTAILMENT
        ):
            unread.append((*sides, NEUTRAL, "context_unread"))
    for at in rng.permutation(len(unread))[:innocent]:
        yield unread[at]


def _sides(row: Mapping[str, str]) -> tuple[Told, Told]:
    # Mined tables do not say where in its sentence a claim stands: of a long one the beginning is taken.
    return (
        (row["premise"], row["a_title"], around(row["a_sentence"], 0, 0)),
        (row["hypothesis"], row["b_title"], around(row["b_sentence"], 0, 0)),
    )


def claims_written_to(
    rows: Iterable[Mapping[str, object]], articles: Iterable[Article]
) -> Iterator[tuple[Claim, Mapping[str, object]]]:
    """The claims that rows of ``context_written.jsonl`` belong to, as far as they are still extracted."""
    wanted: dict[str, list[Mapping[str, object]]] = {}
    for row in rows:
        wanted.setdefault(str(row["article"]), []).append(row)
    context = {}
    sentences = []
    for article in articles:
        if article.id not in wanted:
            continue
        kept, _ = sentences_of(article, Settings())
        context[article.id] = list(kept)
        starts = {row["start"] for row in wanted[article.id]}
        sentences += [sentence for sentence in kept if sentence.start in starts]
    factual = taken_apart(sentences, context, Parser(jobs=2), Counter(), lambda _: None)
    for claim in factual.claims:
        for row in wanted[claim.sentence.article.id]:
            same = row["start"] == claim.sentence.start
            if same and row["claim"] == news_written.key(claim.stated):
                yield claim, row


def written_pairs(claim: Told, row: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[Told, Told, str, str]]:
    """What was written to a claim against it and against what confirms it, so that no style tells."""
    conflict, same, other, agree = (_told(row[name]) for name in ("conflict", "same", "other", "agree"))
    for label, one, two in (
        (CONTRADICTION, claim, conflict),
        (NEUTRAL, claim, same),
        (NEUTRAL, claim, other),
        (ENTAILMENT, agree, claim),
        (CONTRADICTION, agree, conflict),
        (NEUTRAL, agree, other),
    ):
        yield one, two, label, "context_written"


def _told(written: Mapping[str, str]) -> Told:
    return written["claim"], written["title"], written["sentence"]


def in_words(pairs: Iterable[tuple[Told, Told, str, str]], rng: np.random.Generator) -> Iterator[Row]:
    """The texts as the judge reads them, in random order unless one follows from the other."""
    for one, two, label, source in pairs:
        sides = [one, two]
        if label != ENTAILMENT and rng.random() < 0.5:
            sides.reverse()
        if rng.random() < BARE_HEADLINES:
            sides = [(claim, None, sentence) for claim, _, sentence in sides]
        yield worded(*sides[0]), worded(*sides[1]), label, source


def main() -> None:
    """Read the arguments, write the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mined", type=Path, nargs="+", help="tables of training.mine_pairs")
    parser.add_argument("--articles", type=Path, required=True, help="Parquet, see training.mine_pairs")
    parser.add_argument("--innocent", type=int, default=3_000, help="unread pairs taken for neutral")
    parser.add_argument("--read-times", type=int, default=1, help="how often each read pair is shown")
    parser.add_argument(
        "--written", type=int, help="pairs of what was written, drawn at random (default: all)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    mined = pl.concat([pl.read_parquet(path) for path in arguments.mined], how="vertical_relaxed").unique(
        ("premise", "hypothesis"), maintain_order=True
    )
    labels = read_labels(LABELS)
    pairs = list(read_pairs(mined, labels, innocent=arguments.innocent, rng=rng))
    read = [pair for pair in pairs if pair[-1] == "context_read"]
    pairs += read * (arguments.read_times - 1)
    written = [json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines()]
    found = list(claims_written_to(written, by_date(arguments.articles)))
    print(f"{len(found)} of {len(written)} claims that something was written to are there")
    answers = [
        pair
        for claim, row in found
        for pair in written_pairs((claim.stated, claim.sentence.article.title, claim.sentence.text), row)
    ]
    if arguments.written is not None:
        answers = [answers[at] for at in rng.permutation(len(answers))[: arguments.written]]
    pairs += answers
    table = pl.DataFrame(
        list(in_words(pairs, rng)), schema=["premise", "hypothesis", "label", "source"], orient="row"
    )
    table.write_parquet(arguments.out)
    print(table.group_by("source", "label").len().sort("source", "label"))


if __name__ == "__main__":
    main()
