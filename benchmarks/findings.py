"""What a fused score could do, on findings that were read: ``python -m benchmarks.findings --help``.

The table (``benchmarks.finding_table``) holds a row for each pair of claims that the judge suspects and that
a careful reader judged: agreed (true: the two do stand against each other in their articles; false; null:
unclear), the cause of a false one, the stretch of articles, and the features of
``benchmarks.finding_features``; no text. The folds of the cross-validation are the stretches, so that one
story never teaches and tests at once.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checker.rules import evidence, thresholds
from training import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Floats = npt.NDArray[np.float64]

TABLE = Path(__file__).with_name("findings.jsonl")

#: The highest findings of other articles, the last ones and those before, read by two readers; ``score`` is
#: that of the version that made them.
HIGHEST = Path(__file__).with_name("findings_highest.jsonl")
EARLIER = Path(__file__).with_name("findings_highest_11500.jsonl")

#: Ridge on the weights, not on the bias; chosen among 0.5, 1 and 2 by the log loss of the folds.
RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """Rows with a clear label; ``features`` (n, d) are in the order of ``names``."""

    names: tuple[str, ...]
    features: Floats
    agreed: npt.NDArray[np.bool_]
    stretch: npt.NDArray[np.int64]


def load(path: Path) -> tuple[Labelled, Counter[str]]:
    """The clear rows of the table, and how often each cause of a false finding was noted."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    clear = [row for row in rows if row["agreed"] is not None and not row["clashes"]]
    names = tuple(clear[0]["features"])
    stretches = {at: number for number, at in enumerate(sorted({row["stretch"] for row in clear}))}
    return (
        Labelled(
            names,
            np.array([[row["features"][name] for name in names] for row in clear]),
            np.array([row["agreed"] for row in clear]),
            np.array([stretches[row["stretch"]] for row in clear]),
        ),
        Counter(row["cause"] for row in clear if not row["agreed"]),
    )


def fit(features: Floats, agreed: npt.NDArray[np.bool_], *, ridge: float = RIDGE) -> Floats:
    """Bias and weights of a logistic regression, by Newton's method; shape (1 + d,)."""
    design = np.column_stack([np.ones(len(features)), features])
    penalty = np.full(design.shape[1], ridge)
    penalty[0] = 1e-6
    weights = np.zeros(design.shape[1])
    for _ in range(100):
        probability = believed(design[:, 1:], weights)
        slope = design.T @ (probability - agreed) + penalty * weights
        curve = (design * (probability * (1 - probability))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def believed(features: Floats, weights: Floats) -> Floats:
    """The probabilities of rows of features; shape (n,)."""
    chance: Floats = 1 / (1 + np.exp(-(weights[0] + features @ weights[1:])))
    return chance


def held_out(labelled: Labelled, columns: Sequence[int]) -> Floats:
    """The probability of each row by weights that were fitted without the rows of its stretch."""
    features = labelled.features[:, list(columns)]
    out = np.zeros(len(features))
    for number in range(labelled.stretch.max() + 1):
        test = labelled.stretch == number
        out[test] = believed(features[test], fit(features[~test], labelled.agreed[~test]))
    return out


def as_shipped(labelled: Labelled) -> Floats:
    """What the weights that ship believe of each row."""
    columns = [labelled.names.index(name) for name in evidence.WEIGHTS]
    weights = np.array([evidence.BIAS, *evidence.WEIGHTS.values()])
    return believed(labelled.features[:, columns], weights)


def highest(path: Path) -> Iterator[str]:
    """How often readers agreed with the highest findings, and what the weights that ship believe of them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for count in (10, 25, 50, 100, len(rows)):
        best = rows[:count]
        first, second = (sum(row[reader] is True for row in best) for reader in ("agreed", "second"))
        promised = sum(row["score"] for row in best)
        yield f"{count} highest: {first} and {second} agreed, {promised:.0f} promised"
    read = [row for row in rows if row["agreed"] is not None and not row["clashes"]]
    features = np.array([[row["features"][name] for name in evidence.WEIGHTS] for row in read])
    now = believed(features, np.array([evidence.BIAS, *evidence.WEIGHTS.values()])).sum()
    agreed = sum(row["agreed"] for row in read)
    yield f"{len(read)} of them that rest on reading alone: {now:.0f} promised now, {agreed} agreed"


def with_highest(labelled: Labelled) -> str:
    """The weights that ship, fitted anew on the table and the highest findings together."""
    rows = [json.loads(line) for path in (EARLIER, HIGHEST) for line in path.read_text().splitlines()]
    read = [row for row in rows if row["agreed"] == row["second"] and not row["clashes"]]
    columns = [labelled.names.index(name) for name in evidence.WEIGHTS]
    more = np.array([[row["features"][name] for name in evidence.WEIGHTS] for row in read])
    features = np.vstack([labelled.features[:, columns], more])
    agreed = np.concatenate([labelled.agreed, [row["agreed"] for row in read]])
    weights = fit(features, agreed)
    told = ", ".join(
        f"{name} {weight:.2f}" for name, weight in zip(evidence.WEIGHTS, weights[1:], strict=True)
    )
    return f"fitted with the highest findings too: bias {weights[0]:.2f}, {told}"


def figures(probability: Floats, agreed: npt.NDArray[np.bool_]) -> str:
    """A table row: log loss, average precision, calibration error, precision of the best 10, 25, 50."""
    clipped = np.clip(probability, 1e-6, 1 - 1e-6)
    loss = -np.where(agreed, np.log(clipped), np.log(1 - clipped)).mean()
    best = np.argsort(-probability, kind="stable")
    shares = [f"{agreed[best[:count]].mean():.2f}" for count in (10, 25, 50)]
    average = measures.average_precision(agreed, probability)
    error = measures.calibration_error(probability, agreed, bins=10)
    return " | ".join([f"{loss:.3f}", f"{average:.3f}", f"{error:.3f}", *shares])


def main() -> None:
    """Read the arguments, print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--table", type=Path, default=TABLE)
    arguments = parser.parse_args()
    labelled, causes = load(arguments.table)
    everything = range(len(labelled.names))
    print(f"{len(labelled.agreed)} findings, {int(labelled.agreed.sum())} agreed\n")
    print("| model | log loss | AP | ECE | best 10 | best 25 | best 50 |\n|---|---|---|---|---|---|---|")
    for name, columns in (
        ("bare claims", [labelled.names.index("contradiction")]),
        ("claims in their articles", [labelled.names.index("in_context")]),
        ("those that ship, fitted", [labelled.names.index(name) for name in evidence.WEIGHTS]),
        ("all features", everything),
    ):
        print(f"| {name} | {figures(held_out(labelled, columns), labelled.agreed)} |")
    shipped = as_shipped(labelled)
    print(f"| as shipped (no weight held out) | {figures(shipped, labelled.agreed)} |\n")
    print("| believed at least | pairs | believed | agreed | of all agreed |\n|---|---|---|---|---|")
    for least in (0.03, thresholds.BELIEVED, 0.1, 0.2, 0.3, 0.4, 0.5):
        kept = shipped >= least
        agreed = labelled.agreed[kept]
        share = agreed.sum() / labelled.agreed.sum()
        print(f"| {least} | {kept.sum()} | {shipped[kept].mean():.2f} | {agreed.mean():.2f} | {share:.2f} |")
    for columns in ([labelled.names.index(name) for name in evidence.WEIGHTS], list(everything)):
        weights = fit(labelled.features[:, columns], labelled.agreed)
        names = (labelled.names[column] for column in columns)
        told = ", ".join(f"{name} {weight:.2f}" for name, weight in zip(names, weights[1:], strict=True))
        print(f"\nfitted: bias {weights[0]:.2f}, {told}")
    print(f"\nbelieved of all {len(shipped)}: {shipped.sum():.0f}, agreed {int(labelled.agreed.sum())}")
    for path in (EARLIER, HIGHEST):
        print(f"\n{path.name}:", *highest(path), sep="\n")
    print(f"\n{with_highest(labelled)}")
    print("\nWhy readers disagreed:")
    for cause, count in causes.most_common():
        print(f"{count:4}  {cause}")


if __name__ == "__main__":
    main()
