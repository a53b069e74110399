"""Labelled pairs: accuracy by source, what symmetry costs, and what the hypothesis alone gives away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.judging.markdown import Section, Target, table
from benchmarks.judging.memory import log
from checker import judges
from training import evaluate, measures
from training.evaluate import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import polars as pl

    from benchmarks.judging.memory import Remembered
    from training.measures import Floats, Labels

#: Pairs of each source whose hypothesis is read alone.
HYPOTHESES = 300

#: Accuracy that a source must have, by role: the floors that the project set for itself.
FLOORS = {
    "judge": {"mnli": 0.83, "fever": 0.84, "snli": 0.86},
    "screen": {"mnli": 0.76, "fever": 0.80, "snli": 0.82},
}

ALL = "all"


@dataclass(frozen=True, slots=True)
class Read:
    """What one network says of n labelled pairs in both orders; ``source`` names where each is from."""

    role: str
    forward: Floats
    backward: Floats
    label: Labels
    source: Sequence[str]

    def rows(self, source: str) -> Labels:
        """The numbers of the pairs of a source, or of all."""
        return np.array(
            [row for row, name in enumerate(self.source) if source in (ALL, name)], dtype=np.int64
        )

    def sources(self) -> list[str]:
        """The sources in the order of the file, then all of them together."""
        return [*dict.fromkeys(self.source), ALL]


def read(network: Remembered, dev: pl.DataFrame, *, folder: Path | None = None) -> Read:
    """Score every pair in both orders; the logits are left in ``folder`` for training.calibrate."""
    pairs = list(dev.select("premise", "hypothesis").iter_rows())
    label = np.array([LABELS.index(name) for name in dev["label"]])
    forward = network.logits(pairs)
    backward = network.logits([(b, a) for a, b in pairs])
    if folder is not None:
        path = folder / f"{network.role}-dev.npz"
        name = evaluate.network_name(network.facts)
        evaluate.Logits(forward, backward, label, np.array(dev["source"].to_list()), name).save(path)
        log(
            "  its temperature can be fitted: "
            f"python -m training.calibrate --role {network.role} --logits {path}"
        )
    return Read(
        network.role,
        judges.softmax(forward, network.temperature),
        judges.softmax(backward, network.temperature),
        label,
        dev["source"].to_list(),
    )


def quality(found: Read) -> str:
    """One row a source."""
    both = measures.averaged(found.forward, found.backward)
    rows = []
    for source in found.sources():
        at = found.rows(source)
        ahead = measures.figures(found.label[at], found.forward[at])
        mean = measures.figures(found.label[at], both[at])
        of_contradiction = ahead.precision, ahead.recall, ahead.f1, mean.average_precision
        errors = ahead.calibration, mean.calibration_contradiction
        rows.append((source, len(at), ahead.accuracy, mean.accuracy, *of_contradiction, *errors))
    heads = ("source", "pairs", "accuracy", "accuracy sym.", "precision", "recall", "F1", "AP sym.", "ECE")
    return table((*heads, "ECE contr. sym."), rows)


def symmetry(found: Read) -> str:
    """What each way of making contradiction symmetric costs, over all sources."""
    at = {"all": found.rows(ALL)} | ({"mnli": found.rows("mnli")} if "mnli" in found.source else {})
    ways = {
        "none (premise first)": found.forward,
        "mean of both orders (checker judge)": measures.averaged(found.forward, found.backward),
        "stronger order (checker check)": measures.symmetric(found.forward, found.backward),
    }
    rows = []
    for way, probabilities in ways.items():
        for source, chosen in at.items():
            got = measures.figures(found.label[chosen], probabilities[chosen])
            rows.append((way, source, got.accuracy, got.precision, got.recall, got.f1, got.average_precision))
    return table(("contradiction", "source", "accuracy", "precision", "recall", "F1", "AP"), rows)


def bias(network: Remembered, dev: pl.DataFrame, *, seed: int) -> str:
    """Accuracy on a sample whose premises were taken away, beside that of always the commonest class."""
    rows, pooled = [], []
    for group in dev.partition_by("source", maintain_order=True):
        drawn = group.sample(min(HYPOTHESES, len(group)), seed=seed)
        label = np.array([LABELS.index(name) for name in drawn["label"]])
        said = network.logits([("", text) for text in drawn["hypothesis"]]).argmax(axis=1)
        pooled.append(np.stack([label, said]))
        rows.append((str(group["source"][0]), *_blind(label, said)))
    label, said = np.concatenate(pooled, axis=1)
    rows.append((ALL, *_blind(label, said)))
    return table(("source", "pairs", "hypothesis only", "commonest class"), rows)


def _blind(label: Labels, said: Labels) -> tuple[int, float, float]:
    return len(label), float((said == label).mean()), float(np.bincount(label).max() / len(label))


def section(
    networks: Sequence[Remembered], dev: pl.DataFrame, *, seed: int, folder: Path | None = None
) -> Section:
    """All of it, for each network."""
    parts: list[str] = []
    targets: list[Target] = []
    for network in networks:
        found = read(network, dev, folder=folder)
        parts += [
            f"### {network.role.capitalize()}: {network.name}, temperature {network.temperature}\n",
            quality(found),
            symmetry(found),
            bias(network, dev, seed=seed),
        ]
        network.memory.save()
        for source, floor in FLOORS.get(network.role, {}).items():
            at = found.rows(source)
            if len(at):
                accuracy = measures.figures(found.label[at], found.forward[at]).accuracy
                targets.append(Target(f"{network.role}: accuracy on {source}", accuracy, floor))
    return Section("\n".join(parts), tuple(targets))
