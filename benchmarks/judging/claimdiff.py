"""Two claims of two outlets on one event: does one weaken the other (ClaimDiff, Ko et al. 2022)?

``weaken`` is wider than contradiction, so no judge of contradictions ranks all of it first. What is fitted
here is measured on topics that the fit has not seen and ships nowhere: it shows what is left to win.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from benchmarks.judging import fitting
from benchmarks.judging.markdown import Section, percent, table
from checker import comparing
from training import measures

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.judging.memory import Models
    from training.measures import Scores, Truths

FOLDS = 5

COLUMNS = ("text_a", "text_b", "topic", "weaken")


def load(path: Path, *, limit: int | None, seed: int) -> pl.DataFrame:
    """Columns text_a, text_b, topic, weaken (0 or 1); at most ``limit`` rows."""
    rows = pl.read_parquet(path)
    missing = set(COLUMNS) - set(rows.columns)
    if missing:
        raise SystemExit(f"{path}: the columns {', '.join(sorted(missing))} are missing")
    rows = rows.select(COLUMNS)
    return rows if limit is None else rows.sample(min(limit, len(rows)), seed=seed)


def section(models: Models, rows: pl.DataFrame, *, seed: int) -> Section:
    """Average precision of what ships, of its parts, and of what could be fitted to them."""
    pairs = list(rows.select("text_a", "text_b").iter_rows())
    weaken = rows["weaken"].to_numpy().astype(np.bool_)
    topics = rows["topic"].to_list()
    verdicts = pl.DataFrame(list(comparing.judge_rows(pairs, models=models)))
    contradiction, score = (verdicts[name].to_numpy() for name in ("contradiction", "score"))
    similarity = _cosines(models, pairs)
    scores: dict[str, Scores] = {
        "`score`, as it ships": score,
        "`contradiction`, as it ships": contradiction,
        "contradiction of the screen": np.array(models.judge.screen(pairs)),
        "cosine of the encoder": similarity,
    }
    features = {
        "logit of contradiction": fitting.logit(contradiction),
        "cosine": similarity,
        "logit of entailment": fitting.logit(verdicts["entailment"].to_numpy()),
        "words of both": np.log([len(a.split()) + len(b.split()) + 1 for a, b in pairs]),
        "ratio of words": np.abs([np.log((len(a.split()) + 1) / (len(b.split()) + 1)) for a, b in pairs]),
    }
    fold = fitting.folds_of(topics, folds=min(FOLDS, len(set(topics))), seed=seed)
    names = list(features)
    for count in range(1, len(names) + 1):
        columns = np.column_stack([features[name] for name in names[:count]])
        label = f"fitted: {names[0]}" if count == 1 else f"+ {names[count - 1]}"
        scores[label] = fitting.out_of_fold(columns, weaken, fold)
    models.judge.save()
    text = (
        f"{len(pairs)} pairs of {len(set(topics))} topics, {percent(float(weaken.mean()))} of them weaken; "
        f"fitted rows by {int(fold.max()) + 1}-fold cross-validation, no topic in two folds.\n\n"
        + _ranked(scores, weaken, topics)
        + "\n"
        + _decided(verdicts["code"].is_not_null().to_numpy(), weaken)
    )
    return Section(text)


def _cosines(models: Models, pairs: list[tuple[str, str]]) -> Scores:
    vectors = models.encoder.encode([text for pair in pairs for text in pair])
    cosines: Scores = (vectors[::2] * vectors[1::2]).sum(axis=1)
    return cosines


def _ranked(scores: dict[str, Scores], weaken: Truths, topics: list[str]) -> str:
    rows = []
    for name, score in scores.items():
        low, high = fitting.interval_of_average_precision(weaken, score, topics)
        # A cosine is no probability: it has a rank and no calibration.
        error = "" if "cosine of" in name else f"{measures.calibration_error(score, weaken):.3f}"
        found = measures.average_precision(weaken, score)
        rows.append((name, found, f"{low:.3f} to {high:.3f}", error))
    return table(("ranked by", "AP", "95% interval", "ECE of weaken"), rows)


def _decided(flagged: Truths, weaken: Truths) -> str:
    hits = int((flagged & weaken).sum())
    precision, recall = hits / max(1, int(flagged.sum())), hits / max(1, int(weaken.sum()))
    return (
        f"`checker judge` flags {int(flagged.sum())} pairs: "
        f"{percent(precision)} of them weaken, {percent(recall)} of what weakens is flagged.\n"
    )
