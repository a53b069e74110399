"""Pairs with what the judge says of them, for its student: ``python -m training.taught --help``.

The screen learns from labels and from the judge's probabilities. Of the NLI sets these are the logits that a
training of the judge had for pairs which it had not learnt from yet (``--seen``, written by
``training.train``; its pairs are drawn again, those that it saw reversed are left out). Of the news they are
those of the judge that ships, for the pairs of claims that it compared (``training.mine_pairs``): the
contradiction of the stronger order, because that is what the screen is there to foresee.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from training import pairs as training_pairs
from training.news_pairs import quota

COLUMNS = ("premise", "hypothesis", "label", "source", "taught")

#: Probabilities are kept off 0 and 1, whose logits are without end.
_SMALLEST = 1e-3


def seen_logits(nli: pl.DataFrame, seen: Path, seed: int) -> pl.DataFrame:
    """The pairs of ``nli`` that a training saw in their order, with the logits it had for them.

    ``nli`` must be drawn as that training drew it (``pairs.labelled``, the same seed), and have come first in
    its mixture: what else was in it shows by its number alone.
    """
    with np.load(seen) as saved:
        logits, swapped = saved["logits"].astype(np.float32), saved["swapped"]
    shuffled = pl.DataFrame({"row": np.arange(len(logits))}).sample(fraction=1.0, shuffle=True, seed=seed)
    row = shuffled["row"].to_numpy()
    chosen = np.flatnonzero((row < len(nli)) & ~swapped & ~np.isnan(logits).any(axis=1))
    return nli[row[chosen]].with_columns(pl.Series("taught", logits[chosen].tolist()))


def judged(mined: pl.DataFrame) -> pl.DataFrame:
    """Both orders of mined pairs with the judge's logits, labelled by what it finds likeliest."""
    orders = []
    for first, second, entailment in (
        ("premise", "hypothesis", "entailment"),
        ("hypothesis", "premise", "reverse_entailment"),
    ):
        likely = np.column_stack(
            [
                mined[entailment],
                1 - mined[entailment].to_numpy() - mined["contradiction"].to_numpy(),
                mined["contradiction"],
            ]
        )
        orders.append(
            pl.DataFrame(
                {
                    "premise": mined[first],
                    "hypothesis": mined[second],
                    "label": [training_pairs.LABELS[at] for at in likely.argmax(axis=1)],
                    "source": ["news_judged"] * len(mined),
                    "taught": _logits(likely).tolist(),
                }
            )
        )
    return pl.concat(orders)


def _logits(likely: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    found: npt.NDArray[np.float32] = np.log(np.clip(likely, _SMALLEST, 1)).astype(np.float32)
    return found


def joined(taught: pl.DataFrame, labelled: pl.DataFrame) -> pl.DataFrame:
    """All taught pairs, and the labelled ones that are not among them."""
    table = pl.concat([taught.select(COLUMNS), labelled], how="diagonal")
    return table.unique(("premise", "hypothesis"), keep="first", maintain_order=True)


def main() -> None:
    """Read the arguments, write the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mined", type=Path, nargs="*", help="tables of training.mine_pairs")
    parser.add_argument("--nli", type=Path, required=True, help="train.parquet")
    parser.add_argument("--seen", type=Path, required=True, help="logits of a training of the judge")
    parser.add_argument("--seen-seed", type=int, required=True, help="the seed of that training")
    parser.add_argument("--quota", type=quota, nargs="*", default=[], help="SOURCE=N: pairs of the NLI sets")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    quotas = dict(arguments.quota) or training_pairs.QUOTAS
    seen = seen_logits(
        training_pairs.labelled(arguments.nli, seed=arguments.seen_seed), arguments.seen, arguments.seen_seed
    )
    labelled = training_pairs.labelled(arguments.nli, seed=arguments.seed, quotas=quotas)
    # A quota holds for a source, whether its pairs are taught or only labelled.
    table = joined(seen, labelled)
    table = pl.concat(table.filter(pl.col("source") == source).head(most) for source, most in quotas.items())
    if arguments.mined:
        mined = pl.concat([pl.read_parquet(path) for path in arguments.mined], how="diagonal_relaxed")
        table = pl.concat([table, judged(mined)], how="vertical_relaxed")
    table.write_parquet(arguments.out)
    told = table.group_by("source").agg(pl.len(), pl.col("taught").is_not_null().sum())
    print(told.sort("source"))


if __name__ == "__main__":
    main()
