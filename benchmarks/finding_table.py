"""The table that a fused score is fitted on: ``python -m benchmarks.finding_table --help``.

Checks stretches of articles that were read and whose labels trained nothing, and writes a row for each
pair of claims that it suspects and a reader labelled (``training/context_labels.jsonl``): label, cause of a
disagreement, what other judges found, and the features of ``benchmarks.finding_features``; no text.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import finding_features
from benchmarks.findings import TABLE
from checker import pipeline
from checker.rules import thresholds
from training.in_context import LABELS
from training.mine_pairs import by_date
from training.news_pairs import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.records import Verdict


def rows(
    verdicts: Iterable[Verdict], labels: Mapping[str, Mapping[str, object]], stretch: int
) -> Iterator[dict[str, object]]:
    """A row for each suspected verdict that a reader labelled."""
    for verdict in verdicts:
        if not thresholds.suspected(verdict):
            continue
        pair = key(verdict.pair.a.stated, verdict.pair.b.stated)
        if pair in labels:
            yield {
                "pair": pair,
                "stretch": stretch,
                "agreed": labels[pair]["agreed"],
                "cause": labels[pair]["cause"],
                "clashes": sorted({clash.judge for clash in verdict.clashes}),
                "features": {
                    name: round(value, 3) for name, value in finding_features.features(verdict).items()
                },
            }


def main() -> None:
    """Read the arguments, check the articles, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True, help="Parquet, see training.mine_pairs")
    parser.add_argument("--first", type=int, nargs="+", required=True, help="first article of each stretch")
    parser.add_argument("--count", type=int, default=60, help="articles of a stretch")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    labels = {row["pair"]: row for row in map(json.loads, lines)}
    articles = by_date(arguments.articles)
    found: list[dict[str, object]] = []
    for first in arguments.first:
        _, verdicts = pipeline.check_with_verdicts(articles[first : first + arguments.count])
        made = sorted(rows(verdicts, labels, first), key=lambda row: str(row["pair"]))
        suspected = sum(thresholds.suspected(verdict) for verdict in verdicts)
        print(f"from {first}: {len(made)} of {suspected} suspected pairs are labelled", flush=True)
        found += made
    arguments.out.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")


if __name__ == "__main__":
    main()
