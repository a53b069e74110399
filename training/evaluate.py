"""Measure an embedded cross-encoder on labelled pairs: ``python -m training.evaluate --help``.

Every pair is scored in both orders with the weights that ship, run as they ship. The table has two rows
a source: *forward* takes the premise first and that order alone; *symmetric* takes the contradiction of
the stronger order, as checker does, so that the cost of symmetry is seen. The row *all* pools the pairs.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import polars as pl

from checker import judges
from checker.judges.embedded import EmbeddedCrossEncoder
from checker.models import files
from training import measures

if TYPE_CHECKING:
    from checker.judges import Texts
    from training.measures import Floats, Labels

#: In the order of the columns of a judge's output.
LABELS = ("entailment", "neutral", "contradiction")


@dataclass(frozen=True, slots=True)
class Logits:
    """What a model said of n pairs, before any temperature.

    ``forward`` and ``backward`` have shape (n, 3) and are known up to a constant a row; ``label`` indexes
    LABELS; ``network`` names the weights that were run.
    """

    forward: Floats
    backward: Floats
    label: Labels
    source: npt.NDArray[np.str_]
    network: str

    def save(self, path: Path) -> None:
        """Write them as a compressed archive of NumPy."""
        np.savez_compressed(
            path,
            forward=self.forward,
            backward=self.backward,
            label=self.label,
            source=self.source,
            network=np.array(self.network),
        )


def load_logits(path: Path) -> Logits:
    """What ``Logits.save`` wrote."""
    with np.load(path) as stored:
        return Logits(
            stored["forward"], stored["backward"], stored["label"], stored["source"], str(stored["network"])
        )


def logits_of(probabilities: Floats, temperature: float) -> Floats:
    """Undo a softmax at ``temperature``, up to a constant a row, which no softmax can see."""
    smallest = np.finfo(np.float32).tiny
    return np.float32(temperature) * np.log(np.maximum(probabilities, smallest))


def read_pairs(path: Path, *, limit: int | None, seed: int) -> pl.DataFrame:
    """Columns premise, hypothesis, label, source; at most ``limit`` rows a source, drawn with ``seed``."""
    table = pl.read_parquet(path)
    missing = {"premise", "hypothesis", "label", "source"} - set(table.columns)
    if missing:
        raise SystemExit(f"{path}: the columns {', '.join(sorted(missing))} are missing")
    strange = sorted(set(table["label"].unique()) - set(LABELS), key=str)
    if strange:
        raise SystemExit(f"{path}: the labels must be {', '.join(LABELS)}, found {strange}")
    if limit is None:
        return table
    groups = table.group_by("source", maintain_order=True)
    return pl.concat(group.sample(min(limit, len(group)), seed=seed) for _, group in groups)


def score(judge: EmbeddedCrossEncoder, pairs: Texts) -> tuple[Floats, Floats]:
    """Probabilities of the pairs as they stand, and with premise and hypothesis exchanged."""
    return judge.probabilities(pairs), judge.probabilities([(b, a) for a, b in pairs])


def table_of(logits: Logits, speed: dict[str, float], temperature: float) -> str:
    """The Markdown table; ``speed`` is ordered pairs a second of each source and of ``all``."""
    heads = ("source", "pairs", "order", "accuracy", "precision", "recall", "F1", "AP", "ECE", "ECE contr.")
    lines = ["| " + " | ".join((*heads, "pairs/s")) + " |", "|---" * (len(heads) + 1) + "|"]
    forward = judges.softmax(logits.forward, temperature)
    both = measures.symmetric(forward, judges.softmax(logits.backward, temperature))
    for source, rate in speed.items():
        rows = np.flatnonzero((logits.source == source) | (source == "all"))
        for order, probabilities in (("forward", forward), ("symmetric", both)):
            values = " | ".join(
                f"{value:.3f}" for value in astuple(measures.figures(logits.label[rows], probabilities[rows]))
            )
            lines.append(f"| {source} | {len(rows)} | {order} | {values} | {rate:.1f} |")
    return "\n".join(lines) + "\n"


def network_name(facts: dict[str, object]) -> str:
    """What tells the weights of a ``model.json`` from all others: their checksums."""
    return json.dumps(facts["sha256"], sort_keys=True)


def evaluate(dev: pl.DataFrame, role: str, *, jobs: int) -> tuple[Logits, dict[str, float]]:
    """Run the model of ``role`` over the pairs; its logits, and ordered pairs a second by source."""
    facts = files.find(role).facts
    temperature = float(facts["temperature"])
    judge = EmbeddedCrossEncoder(role, jobs=jobs)
    forward, backward, speed, seconds = [], [], {}, 0.0
    groups = dev.partition_by("source", maintain_order=True)
    for group in groups:
        begun = time.perf_counter()
        ahead, behind = score(judge, list(group.select("premise", "hypothesis").iter_rows()))
        took = time.perf_counter() - begun
        seconds += took
        source = str(group["source"][0])
        speed[source] = 2 * len(group) / took
        print(f"{source}: {len(group)} pairs in both orders, {took:.0f} s", flush=True)
        forward.append(logits_of(ahead, temperature))
        backward.append(logits_of(behind, temperature))
    speed["all"] = 2 * len(dev) / seconds
    label = [LABELS.index(name) for group in groups for name in group["label"]]
    source_names = [name for group in groups for name in group["source"]]
    return Logits(
        np.concatenate(forward),
        np.concatenate(backward),
        np.array(label),
        np.array(source_names),
        network_name(facts),
    ), speed


def main() -> None:
    """Read the arguments, score, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dev", type=Path, required=True, help="Parquet: premise, hypothesis, label, source")
    parser.add_argument("--role", choices=("judge", "screen"), required=True)
    parser.add_argument("--limit-per-source", type=int, help="at most so many pairs of each source")
    parser.add_argument("--seed", type=int, default=0, help="of the draw that the limit makes")
    parser.add_argument("--jobs", type=int, default=0, help="threads, 0 for one per core")
    parser.add_argument("--out", type=Path, help="also write the table there")
    parser.add_argument("--logits", type=Path, help="save the logits there (.npz) for training.calibrate")
    arguments = parser.parse_args()
    dev = read_pairs(arguments.dev, limit=arguments.limit_per_source, seed=arguments.seed)
    if dev.is_empty():
        parser.error(f"{arguments.dev}: there is no pair in it")
    logits, speed = evaluate(dev, arguments.role, jobs=arguments.jobs)
    if arguments.logits is not None:
        logits.save(arguments.logits)
    facts = files.find(arguments.role).facts
    title = f"{arguments.role} {facts['name']}, temperature {facts['temperature']}, seed {arguments.seed}\n\n"
    text = title + table_of(logits, speed, float(facts["temperature"]))
    if arguments.out is not None:
        arguments.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
