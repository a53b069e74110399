"""Fit the temperature of an embedded cross-encoder: ``python -m training.calibrate --help``.

One number divides all logits (Guo et al. 2017); it is chosen so that the labels of the development
pairs are likeliest, premise first, with every source counted alike, and written into ``model.json``.
The classes keep their order, so no accuracy changes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checker import judges
from checker.models import files
from training import evaluate, measures

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.evaluate import Logits
    from training.measures import Floats, Labels

#: Where the temperature is looked for. Beyond, something else is wrong with the model.
LOWEST, HIGHEST = 0.2, 10.0

Weights = npt.NDArray[np.float64]


def source_weights(source: npt.NDArray[np.str_]) -> Weights:
    """A weight for each pair; they sum to 1, and so that those of each source have the same sum."""
    _, place, count = np.unique(source, return_inverse=True, return_counts=True)
    weights: Weights = 1.0 / (len(count) * count[place])
    return weights


def negative_log_likelihood(logits: Floats, label: Labels, weight: Weights, temperature: float) -> float:
    """Mean of -log p(label) at ``temperature``, in nats. ``logits`` has shape (n, 3)."""
    scaled = logits.astype(np.float64) / temperature
    scaled -= scaled.max(axis=1, keepdims=True)
    normaliser = np.log(np.exp(scaled).sum(axis=1))
    return float(weight @ (normaliser - scaled[np.arange(len(label)), label]))


def golden_section(
    function: Callable[[float], float], low: float, high: float, *, tolerance: float = 1e-5
) -> float:
    """Where a function with one valley is smallest between ``low`` and ``high`` (Kiefer 1953)."""
    ratio = (np.sqrt(5.0) - 1) / 2
    left, right = high - ratio * (high - low), low + ratio * (high - low)
    at_left, at_right = function(left), function(right)
    while high - low > tolerance:
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - ratio * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + ratio * (high - low)
            at_right = function(right)
    return float((low + high) / 2)


def fit_temperature(logits: Floats, label: Labels, weight: Weights) -> float:
    """The likeliest temperature between LOWEST and HIGHEST."""

    # The likelihood has one peak in 1 / T, hence in log T, where halving and doubling are alike.
    def loss(exponent: float) -> float:
        return negative_log_likelihood(logits, label, weight, float(np.exp(exponent)))

    return float(np.exp(golden_section(loss, float(np.log(LOWEST)), float(np.log(HIGHEST)))))


def write_temperature(folder: Path, temperature: float) -> None:
    """Put it into the ``model.json`` of ``folder`` and leave the rest as it is."""
    path = folder / "model.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    facts["temperature"] = round(temperature, 4)
    path.write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")


def report(logits: Logits, temperature: float) -> str:
    """One line: the likelihood (sources alike), and the calibration errors (all pairs alike)."""
    weight = source_weights(logits.source)
    loss = negative_log_likelihood(logits.forward, logits.label, weight, temperature)
    forward = judges.softmax(logits.forward, temperature)
    both = measures.symmetric(forward, judges.softmax(logits.backward, temperature))
    ahead, stronger = measures.figures(logits.label, forward), measures.figures(logits.label, both)
    return (
        f"temperature {temperature:.4f}: NLL {loss:.4f}, ECE {ahead.calibration:.4f}, "
        f"of contradiction {ahead.calibration_contradiction:.4f} "
        f"(stronger order {stronger.calibration_contradiction:.4f})"
    )


def main() -> None:
    """Read the arguments, fit, print before and after, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--logits", type=Path, required=True, help="what training.evaluate --logits saved")
    parser.add_argument("--role", choices=("judge", "screen"), required=True)
    parser.add_argument("--dry-run", action="store_true", help="print only, leave model.json as it is")
    arguments = parser.parse_args()
    logits = evaluate.load_logits(arguments.logits)
    model = files.find(arguments.role)
    if logits.network != evaluate.network_name(model.facts):
        parser.error(
            f"{arguments.logits} was made with other weights than {model.folder} holds: "
            f"run training.evaluate --role {arguments.role} --logits again"
        )
    fitted = fit_temperature(logits.forward, logits.label, source_weights(logits.source))
    print("before:", report(logits, float(model.facts["temperature"])))
    print("after: ", report(logits, fitted))
    if not LOWEST * 1.01 < fitted < HIGHEST * 0.99:
        parser.error("the temperature lies at the edge of the search: the logits or the labels are not right")
    if not arguments.dry_run:
        write_temperature(model.folder, fitted)


if __name__ == "__main__":
    main()
