"""False alarms of what ships, on pairs that do not conflict.

Two decisions are counted: that of ``checker judge`` on the two texts as they stand, and that of ``checker
check`` on two articles of two sources that consist of these texts, which takes them apart into claims,
asks for more where nothing anchors a pair, and never pairs copies.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

import checker
from benchmarks.judging import news_pairs
from benchmarks.judging.markdown import Section, Target, percent, table
from benchmarks.judging.memory import log
from checker import comparing
from training import measures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from benchmarks.judging.memory import Models
    from benchmarks.judging.news_pairs import NewsPair

#: The largest share of each set that may be flagged.
CEILINGS = {"MRPC paraphrases": 0.03, news_pairs.SAME_ARTICLE: 0.01, news_pairs.OTHER_EVENTS: 0.01}

_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What both decisions were on one pair.

    ``checked`` holds the codes of the findings of ``check``, None if it was not asked.
    """

    pair: NewsPair
    code: str | None
    contradiction: float
    checked: tuple[str, ...] | None


def paraphrases(path: Path, models: Models, *, limit: int | None, seed: int) -> list[NewsPair]:
    """The pairs of a Parquet file (premise, hypothesis, label) that are labelled ``entailment``."""
    rows = pl.read_parquet(path, columns=["premise", "hypothesis", "label"])
    rows = rows.filter(pl.col("label") == "entailment")
    if rows.is_empty():
        raise SystemExit(f"{path}: no row has the label entailment, which marks the paraphrases")
    if limit is not None:
        rows = rows.sample(min(limit, len(rows)), seed=seed)
    vectors = models.encoder.encode([text for row in rows.iter_rows() for text in row[:2]])
    cosines = (vectors[::2] * vectors[1::2]).sum(axis=1)
    return [
        news_pairs.NewsPair(a, b, round(float(cosine), 4), "MRPC paraphrases")
        for (a, b, _), cosine in zip(rows.iter_rows(), cosines, strict=True)
    ]


def outcomes(pairs: Sequence[NewsPair], models: Models, *, check: bool) -> list[Outcome]:
    """The decisions on every pair, in order; that of ``checker check`` takes a tenth of a second a pair."""
    verdicts = list(comparing.judge_rows([(pair.a, pair.b) for pair in pairs], models=models))
    found: list[Outcome] = []
    begun = told = time.monotonic()
    for number, (pair, verdict) in enumerate(zip(pairs, verdicts, strict=True), start=1):
        code = verdict["code"]
        found.append(
            Outcome(
                pair,
                None if code is None else str(code),
                float(str(verdict["contradiction"])),
                checked(pair, models) if check else None,
            )
        )
        now = time.monotonic()
        if now - told > _PAUSE:
            told = now
            models.judge.save()
            left = (len(pairs) - number) * (now - begun) / number
            log(f"  check: {number} of {len(pairs)} pairs of {pair.kind}, {left:.0f} s left")
    models.judge.save()
    return found


def checked(pair: NewsPair, models: Models) -> tuple[str, ...]:
    """The codes that ``checker check`` finds in two articles of one sentence each."""
    articles = [
        checker.Article(id=name, source=name, text=text) for name, text in (("a", pair.a), ("b", pair.b))
    ]
    return tuple(finding.code for finding in checker.check(articles, models=models).findings)


def rates(found: Sequence[Outcome]) -> str:
    """One row a set and decision, and one a band of cosines for sets that were drawn by them."""
    rows: list[tuple[str, int, str, str, str, str]] = []
    for kind in dict.fromkeys(outcome.pair.kind for outcome in found):
        chosen = [outcome for outcome in found if outcome.pair.kind == kind]
        rows.append(_row(kind, chosen))
        if kind in (news_pairs.SAME_ARTICLE, news_pairs.OTHER_EVENTS):
            for place in range(len(news_pairs.BANDS) - 1):
                low, high = news_pairs.BANDS[place : place + 2]
                inside = [outcome for outcome in chosen if news_pairs.band(outcome.pair.cosine) == place]
                rows.append(_row(f"– cosine {low:.2f} to {high:.2f}", inside))
    heads = ("pairs that do not conflict", "pairs", "`checker judge`", "95%", "`checker check`", "95%")
    return table(heads, rows)


def _row(name: str, chosen: Sequence[Outcome]) -> tuple[str, int, str, str, str, str]:
    judged = sum(outcome.code is not None for outcome in chosen)
    asked = [outcome.checked for outcome in chosen if outcome.checked is not None]
    return (name, len(chosen), *_share(judged, len(chosen)), *_share(sum(map(bool, asked)), len(asked)))


def _share(hits: int, trials: int) -> tuple[str, str]:
    if not trials:
        return "–", "–"
    low, high = measures.wilson(hits, trials)
    return percent(hits / trials), f"{percent(low)} to {percent(high)}"


def flagged(found: Iterable[Outcome], count: int) -> str:
    """The ``count`` most contradictory pairs of each set that either decision flags, to be read."""
    guilty = sorted(
        (outcome for outcome in found if outcome.code is not None or outcome.checked),
        key=lambda outcome: -outcome.contradiction,
    )
    lines: list[str] = []
    for kind in dict.fromkeys(outcome.pair.kind for outcome in guilty):
        for outcome in [outcome for outcome in guilty if outcome.pair.kind == kind][:count]:
            pair = outcome.pair
            said = f"judge {outcome.code or '-'} {outcome.contradiction:.2f}"
            lines.append(
                f"[{kind}, cosine {pair.cosine:.2f}, {said}, check {' '.join(outcome.checked or ('-',))}]\n"
                f"  A {pair.a}\n  B {pair.b}"
            )
    return "\n".join(lines)


def section(pairs: Sequence[NewsPair], models: Models, *, check: bool = True, show: int = 0) -> Section:
    """The rates; with ``show``, flagged pairs of each set go to standard error."""
    found = outcomes(pairs, models, check=check)
    if show:
        log(flagged(found, show) or "nothing is flagged")
    targets = []
    for kind, ceiling in CEILINGS.items():
        chosen = [outcome for outcome in found if outcome.pair.kind == kind]
        if chosen:
            share = sum(outcome.code is not None for outcome in chosen) / len(chosen)
            targets.append(Target(f"false alarms: {kind}", share, ceiling, ceiling=True, digits=4))
    return Section(rates(found), tuple(targets))
