"""Measure the judge that ships, with the weights that ship: ``python -m benchmarks.quality --help``.

Prints Markdown on standard output, each section as soon as it is measured, and at the end one table of
every figure that has a floor or a ceiling. Progress goes to standard error. Sections whose file is not
named are left out. docs/quality.md tells the method of every row.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.engines import machine
from benchmarks.judging import alarms, calibration, claimdiff, news_pairs, nli, speed
from benchmarks.judging.markdown import Section, Target, targets_table
from benchmarks.judging.memory import Models, log
from checker.settings import Settings
from training import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import polars as pl

#: Pairs of each of the two sets that are built from news.
NEWS_PAIRS = 2_000

#: The largest calibration error of ``score`` on the development pairs and on a shift.
DEV_ERROR, SHIFT_ERROR = 0.03, 0.06


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for, and the models that answer."""

    arguments: argparse.Namespace
    models: Models
    folder: Path | None

    def labelled(self, path: Path, *, shift: bool = False) -> pl.DataFrame:
        """Pairs of a file, no more of each source than the limit."""
        rows = evaluate.read_pairs(path, limit=self.arguments.limit, seed=self.arguments.seed)
        if shift:
            rows = calibration.shifted(rows)
        if rows.is_empty():
            wanted = f" of the sources {', '.join(calibration.SHIFTED)}" if shift else ""
            raise SystemExit(f"{path}: there is no pair{wanted} in it")
        return rows

    def nli(self) -> Section | None:
        """Labelled pairs."""
        path: Path | None = self.arguments.dev
        if path is None:
            return None
        judge = self.models.judge
        return nli.section(
            (judge.large, judge.small), self.labelled(path), seed=self.arguments.seed, folder=self.folder
        )

    def claimdiff(self) -> Section | None:
        """Claims of two outlets."""
        path: Path | None = self.arguments.claimdiff
        if path is None:
            return None
        rows = claimdiff.load(path, limit=self.arguments.limit, seed=self.arguments.seed)
        return claimdiff.section(self.models, rows, seed=self.arguments.seed)

    def alarms(self) -> Section | None:
        """Pairs that do not conflict."""
        arguments = self.arguments
        pairs: list[news_pairs.NewsPair] = []
        if arguments.mrpc is not None:
            pairs += alarms.paraphrases(
                arguments.mrpc, self.models, limit=arguments.limit, seed=arguments.seed
            )
        if arguments.news is not None:
            log("  building pairs of news sentences")
            pairs += news_pairs.remembered(
                self.folder,
                arguments.news,
                self.models.encoder,
                wanted=min(NEWS_PAIRS, arguments.limit or NEWS_PAIRS),
                seed=arguments.seed,
                trained_on=arguments.trained_on,
            )
        if not pairs:
            return None
        return alarms.section(pairs, self.models, check=not arguments.skip_check, show=arguments.show)

    def calibration(self) -> Section | None:
        """What ``score`` is worth."""
        sets: dict[str, tuple[pl.DataFrame, float]] = {}
        if self.arguments.dev is not None:
            sets["development pairs"] = (self.labelled(self.arguments.dev), DEV_ERROR)
        if self.arguments.shift is not None:
            sets["shift"] = (self.labelled(self.arguments.shift, shift=True), SHIFT_ERROR)
        return calibration.section(sets, self.models) if sets else None

    def speed(self) -> Section | None:
        """Pairs a second, seconds to load, megabytes."""
        path: Path | None = self.arguments.dev
        if path is None:
            return None
        rows = evaluate.read_pairs(path, limit=None, seed=self.arguments.seed)
        pairs = list(rows.select("premise", "hypothesis").iter_rows())
        return speed.section(pairs, jobs=self.arguments.jobs)


#: Name on the command line -> heading and measurement, in the order of the output.
SECTIONS: dict[str, tuple[str, Callable[[Run], Section | None]]] = {
    "nli": ("Labelled pairs", Run.nli),
    "claimdiff": ("News claims: ClaimDiff, weaken", Run.claimdiff),
    "alarms": ("False alarms", Run.alarms),
    "calibration": ("Calibration of `score`", Run.calibration),
    "speed": ("Speed and size", Run.speed),
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument(
        "--dev", type=Path, help="Parquet: premise, hypothesis, label, source (nli, calibration, speed)"
    )
    made.add_argument("--claimdiff", type=Path, help="Parquet: text_a, text_b, topic, weaken")
    made.add_argument(
        "--mrpc", type=Path, help="Parquet: premise, hypothesis, label (entailment: paraphrase)"
    )
    made.add_argument("--news", type=Path, help="Parquet: text, date (articles)")
    made.add_argument(
        "--trained-on",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="Parquet: premise, hypothesis; articles with one of these sentences are left out of --news",
    )
    made.add_argument(
        "--shift",
        type=Path,
        help=f"Parquet like --dev; its rows of {', '.join(calibration.SHIFTED)} are scored, which means a "
        "shift only if the weights were trained without these sources",
    )
    made.add_argument("--limit", type=positive, metavar="N", help="pairs a source and set, drawn by the seed")
    made.add_argument("--cache", type=Path, metavar="FOLDER", help="keep logits and pairs there")
    made.add_argument(
        "--only",
        type=sections,
        default=tuple(SECTIONS),
        help="sections, comma-separated: " + ", ".join(SECTIONS),
    )
    made.add_argument(
        "--skip-check",
        action="store_true",
        help="count no false alarms of `checker check`, which takes minutes",
    )
    made.add_argument("--show", type=int, default=0, metavar="N", help="print N flagged pairs a set (stderr)")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--jobs", type=int, default=0, help="threads, 0 for one a core")
    return made


def positive(text: str) -> int:
    """A whole number from 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def sections(text: str) -> tuple[str, ...]:
    """Names of sections in the order of the output."""
    names = {name.strip() for name in text.split(",")}
    unknown = sorted(names - set(SECTIONS))
    if unknown:
        raise argparse.ArgumentTypeError(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    return tuple(name for name in SECTIONS if name in names)


def heading(models: Models, arguments: argparse.Namespace) -> str:
    """What was measured, where, and how much of it."""
    threads = arguments.jobs or os.cpu_count() or 1
    draw = f"at most {arguments.limit} pairs a source" if arguments.limit else "all pairs"
    judge = models.judge
    return (
        f"Judge {judge.large.name}, screen {judge.small.name}; {draw}, seed {arguments.seed}; "
        f"{machine()}, {threads} threads.\n"
    )


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what was asked for and print it."""
    arguments = parser().parse_args(argv)
    folder: Path | None = arguments.cache
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    models = Models(Settings(jobs=arguments.jobs), folder=folder)
    run = Run(arguments, models, folder)
    print(heading(models, arguments), flush=True)
    targets: list[Target] = []
    for name in arguments.only:
        title, measure = SECTIONS[name]
        log(f"{name} ...")
        begun = time.monotonic()
        section = measure(run)
        if section is None:
            log(f"{name}: left out, no file is named for it")
            continue
        log(f"{name}: {time.monotonic() - begun:.0f} s")
        print(f"## {title}\n\n{section.text}", flush=True)
        targets += section.targets
    models.judge.save()
    if targets:
        print(f"## Floors and ceilings\n\n{targets_table(targets)}", flush=True)


if __name__ == "__main__":
    main()
