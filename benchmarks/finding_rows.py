"""Findings in real news to be read and labelled: ``python -m benchmarks.finding_rows --help``.

Checks articles that follow each other by date and takes the findings with the highest scores. Two files:
one for the reader, with everything that he needs to agree or disagree, and one with a row for each finding
that holds no text.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import finding_features
from checker import pipeline, rules
from checker.settings import Settings
from training.mine_pairs import by_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Finding, Report, Side, Verdict

_Key = frozenset[tuple[str, int, str]]


def key_of_sides(finding: Finding) -> _Key:
    """What tells a finding's pair of claims from all others of the run."""
    return frozenset((side.article, side.start, side.claim) for side in (finding.a, finding.b))


def key_of_claims(verdict: Verdict) -> _Key:
    """The same of a verdict."""
    pair = verdict.pair
    return frozenset((c.sentence.article.id, c.sentence.start, c.text) for c in (pair.a, pair.b))


def row(finding: Finding, verdict: Verdict, stretch: int) -> dict[str, object]:
    """A finding without its text: what it is, its score, and what a model of scores can weigh."""
    return {
        "fingerprint": finding.fingerprint,
        "stretch": stretch,
        "code": finding.code,
        "event": finding.event,
        "score": finding.score,
        "contradiction": verdict.forward.contradiction,
        "clashes": sorted({clash.judge for clash in verdict.clashes}),
        "features": {name: round(value, 4) for name, value in finding_features.features(verdict).items()},
    }


def page(number: int, finding: Finding) -> str:
    """One finding for the reader."""
    lines = [f"#{number} {finding.code} {finding.explanation[:700]}"]
    for name, side in (("A", finding.a), ("B", finding.b)):
        lines.append(f"{name} ({_day(side)}, {side.source}, says: {side.speaker}) {side.claim}")
        lines.append(f"   headline: {side.title}")
        lines.append(f"   before: {side.before[-160:]}")
        lines.append(f"   sentence: {side.text[:500]}")
    return "\n".join(lines)


def _day(side: Side) -> str:
    return (side.published or "unknown")[:10]


def highest(findings: Iterable[Finding], wanted: int) -> list[Finding]:
    """The findings with the highest scores, ties by fingerprint."""
    return sorted(findings, key=lambda f: (-f.score, f.fingerprint))[:wanted]


def main() -> None:
    """Read the arguments, check the articles, write both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True, help="Parquet, see training.mine_pairs")
    parser.add_argument("--first", type=int, required=True, help="number of the first article by date")
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--wanted", type=int, default=100, help="findings to read")
    parser.add_argument("--max-pairs", type=int, help="pairs that are compared, most alike first")
    parser.add_argument("--out", type=Path, required=True, help="OUT.txt and OUT.jsonl are written")
    arguments = parser.parse_args()
    articles = by_date(arguments.articles)[arguments.first : arguments.first + arguments.count]
    settings = Settings() if arguments.max_pairs is None else Settings(max_pairs=arguments.max_pairs)
    started = time.monotonic()
    report, verdicts = pipeline.check_with_verdicts(articles, settings=settings)
    known = {key_of_claims(verdict): verdict for verdict in verdicts if rules.first_fit(verdict) is not None}
    # Roles are found over the whole run, not by reading a pair.
    by_pair = [finding for finding in report.findings if key_of_sides(finding) in known]
    chosen = highest(by_pair, arguments.wanted)
    rows = [row(finding, known[key_of_sides(finding)], arguments.first) for finding in chosen]
    arguments.out.with_suffix(".jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows))
    pages = "\n".join(page(number, finding) for number, finding in enumerate(chosen))
    arguments.out.with_suffix(".txt").write_text(pages + "\n", encoding="utf-8")
    print(_told(report, time.monotonic() - started))
    print(f"{len(chosen)} of the {len(by_pair)} that were found by comparing claims are to be read")


def _told(report: Report, seconds: float) -> str:
    told: Mapping[str, int] = report.summary.by_code
    of_code = ", ".join(f"{code} {number}" for code, number in told.items())
    summary = report.summary
    return (
        f"{summary.articles} articles, {summary.sentences} sentences, {summary.claims} claims, "
        f"{summary.pairs_judged} pairs compared ({summary.pairs_not_examined} not), "
        f"{summary.findings} findings ({of_code}), {seconds:.0f} s"
    )


if __name__ == "__main__":
    main()
