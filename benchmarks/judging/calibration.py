"""Whether ``score`` means what it says: that so many of the pairs that have it do conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from benchmarks.judging.markdown import Section, Target, table
from checker import comparing
from training import measures

if TYPE_CHECKING:
    from benchmarks.judging.memory import Models
    from training.measures import Scores, Truths

#: Sources that a training run must leave out for their pairs to be a shift.
SHIFTED = ("climate_fever", "covidfact", "fool_me_twice", "cb")


def scores(rows: pl.DataFrame, models: Models) -> tuple[Scores, Truths]:
    """``score`` as ``checker judge`` gives it, and whether the pair is labelled a contradiction."""
    pairs = rows.select("premise", "hypothesis").iter_rows()
    score = np.array([float(str(verdict["score"])) for verdict in comparing.judge_rows(pairs, models=models)])
    return score, (rows["label"] == "contradiction").to_numpy()


def by_source(rows: pl.DataFrame, score: Scores, conflict: Truths) -> str:
    """Calibration error, Brier score, mean of the scores and share of conflicts, a row a source."""
    source = rows["source"].to_numpy()
    lines = []
    for name in [*dict.fromkeys(source.tolist()), "all"]:
        at = np.ones(len(source), dtype=np.bool_) if name == "all" else source == name
        said, was = score[at], conflict[at]
        error, brier = measures.calibration_error(said, was), float(((said - was) ** 2).mean())
        lines.append((name, int(at.sum()), error, brier, float(said.mean()), float(was.mean())))
    return table(("source", "pairs", "ECE", "Brier", "mean score", "conflicts"), lines)


def diagram(score: Scores, conflict: Truths) -> str:
    """The reliability table."""
    return table(
        ("score", "pairs", "mean score", "conflicts"),
        (
            (f"{found.low:.2f} to {found.high:.2f}", found.pairs, found.said, found.was)
            for found in measures.reliability(score, conflict)
            if found.pairs
        ),
    )


def section(sets: dict[str, tuple[pl.DataFrame, float]], models: Models) -> Section:
    """``sets`` names the pairs to be scored, and the largest calibration error that they may have."""
    parts: list[str] = []
    targets: list[Target] = []
    for name, (rows, ceiling) in sets.items():
        score, conflict = scores(rows, models)
        models.judge.save()
        parts += [f"### {name}\n", by_source(rows, score, conflict), diagram(score, conflict)]
        error = measures.calibration_error(score, conflict)
        targets.append(Target(f"calibration error of `score`, {name}", error, ceiling, ceiling=True))
    return Section("\n".join(parts), tuple(targets))


def shifted(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of the sources that count as a shift."""
    return rows.filter(pl.col("source").is_in(SHIFTED))
