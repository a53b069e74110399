"""How soon and how fast the two networks read pairs, and how large their weights are."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from benchmarks.judging.markdown import Section, Target, table
from checker.judges.embedded import EmbeddedCrossEncoder
from checker.models import files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.judges import Texts

#: Tokens of a pair, special ones included, at which speed is measured, and pairs that are read.
TOKENS = 48
PAIRS = {"screen": 512, "judge": 96}
ROUNDS = 3

#: What the first stage and the weights must keep.
PAIRS_A_SECOND, LOAD_SECONDS, ALL_MEGABYTES, FILE_MEGABYTES = 250.0, 0.7, 150.0, 95.0

#: The modules are imported beforehand: with a judge or without, the tool needs most of them.
_LOAD = """
import sys, time
from checker.judges.embedded import EmbeddedCrossEncoder
begun = time.perf_counter()
EmbeddedCrossEncoder(sys.argv[1], jobs=int(sys.argv[2])).probabilities([("It rained.", "It was dry.")])
print(time.perf_counter() - begun)
"""


def of_length(pairs: Texts, role: str, *, wanted: int) -> tuple[list[tuple[str, str]], float]:
    """The ``wanted`` pairs whose length is nearest TOKENS, and their mean length in tokens."""
    tokenizer = Tokenizer.from_file(files.find(role).tokenizer())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    lengths = np.array([len(encoding.ids) for encoding in tokenizer.encode_batch(list(pairs))])
    chosen = np.argsort(np.abs(lengths - TOKENS), kind="stable")[:wanted]
    return [pairs[at] for at in chosen.tolist()], float(lengths[chosen].mean())


def load_seconds(role: str, *, jobs: int) -> float:
    """Median over fresh processes: from the imported module to the answer on one pair."""
    taken = []
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", _LOAD, role, str(jobs)]
        done = subprocess.run(
            command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{role} cannot be loaded in a process of its own:\n{done.stderr[-2000:]}")
        taken.append(float(done.stdout))
    return statistics.median(taken)


def rate(role: str, pairs: Texts, *, jobs: int) -> float:
    """Ordered pairs a second, the best of some rounds."""
    network = EmbeddedCrossEncoder(role, jobs=jobs)
    network.probabilities(pairs[:8])
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        network.probabilities(pairs)
        best = min(best, time.perf_counter() - begun)
    return len(pairs) / best


def sizes(folder: Path) -> tuple[float, float]:
    """Megabytes (10^6 bytes) of all files of a model, and of the largest."""
    found = [path.stat().st_size / 1e6 for path in folder.rglob("*") if path.is_file()]
    return sum(found), max(found)


def section(pairs: Sequence[tuple[str, str]], *, jobs: int) -> Section:
    """Speed of both stages on pairs of about TOKENS tokens, and the size of every model."""
    rows: list[tuple[object, ...]] = []
    targets: list[Target] = []
    for role in ("screen", "judge"):
        chosen, length = of_length(pairs, role, wanted=PAIRS[role])
        fast, soon = rate(role, chosen, jobs=jobs), load_seconds(role, jobs=jobs)
        rows.append((role, len(chosen), f"{length:.1f}", f"{fast:.0f}", f"{soon:.2f}"))
        if role == "screen":
            targets += [
                Target("first stage: pairs a second", fast, PAIRS_A_SECOND, digits=0),
                Target("first stage: seconds to load", soon, LOAD_SECONDS, ceiling=True, digits=2),
            ]
    weights = {role: sizes(files.find(role).folder) for role in ("encoder", "screen", "judge")}
    total, largest = sum(both[0] for both in weights.values()), max(both[1] for both in weights.values())
    targets += [
        Target("weights in all, MB", total, ALL_MEGABYTES, ceiling=True, digits=1),
        Target("largest file, MB", largest, FILE_MEGABYTES, ceiling=True, digits=1),
    ]
    text = (
        table(("stage", "pairs", "tokens a pair", "pairs/s", "seconds to load"), rows)
        + "\n"
        + table(
            ("model", "MB", "largest file, MB"),
            [(role, f"{size:.1f}", f"{top:.1f}") for role, (size, top) in weights.items()]
            + [("all", f"{total:.1f}", f"{largest:.1f}")],
        )
    )
    return Section(text, tuple(targets))
