"""What a team accepts is taken out of a report: by override, by suppression, by baseline, in this order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.gate import suppressions as by_hand
from checker.gate.baseline import diff, family, key_of, other_settings
from checker.gate.overrides import without_ignored
from checker.records import Problem, Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.gate.baseline import Baseline, Entry
    from checker.records import Finding, Report
    from checker.settings import Override, Suppression


@dataclass(frozen=True, slots=True)
class Accepted:
    """A report without what is accepted, and what of the acceptances needs the attention of a person."""

    report: Report
    warnings: tuple[Problem, ...] = ()


def apply(
    report: Report,
    *,
    baseline: Baseline | None = None,
    suppressions: Sequence[Suppression] = (),
    overrides: Sequence[Override] = (),
    today: date,
    partial: bool = False,
) -> Accepted:
    """Move what ``suppressions`` and ``baseline`` accept to ``report.suppressed``, and count again.

    What ``overrides`` ignore leaves the report, counted as ``finding.override``. A finding that both a
    suppression and the baseline accept counts as suppressed, whose reason somebody wrote. ``today``
    decides which suppressions have expired. A ``partial`` run (``--against``) did not look at everything,
    so what it left unused is not reported; nor is it when pairs were not examined.
    """
    partial = partial or report.summary.pairs_not_examined > 0
    found = without_ignored(report.findings, overrides)
    every = frozenset(finding.fingerprint for finding in (*found, *_set_aside(report)))
    valid = by_hand.in_force(suppressions, today)
    known = {entry.key: entry for entry in baseline.entries} if baseline else {}
    left: list[Finding] = []
    accepted = list(report.suppressed)
    for finding in found:
        if finding.fingerprint in valid:
            accepted.append(Suppressed(finding, "suppression", valid[finding.fingerprint].reason))
        elif key_of(finding) in known:
            accepted.append(Suppressed(finding, "baseline", _reason(known[key_of(finding)])))
        else:
            left.append(finding)
    warnings = [
        *by_hand.complaints(suppressions, every, today, partial=partial),
        *(_of_baseline(baseline, report, partial=partial) if baseline else ()),
    ]
    ignored = len(report.findings) - len(found)
    return Accepted(_counted(report, left, accepted, ignored), tuple(warnings))


def _set_aside(report: Report) -> Iterator[Finding]:
    return (each.finding for each in report.suppressed)


def _reason(entry: Entry) -> str:
    parts = (f"labelled {entry.label.value}" if entry.label else "", entry.note)
    return ": ".join(part for part in parts if part)


def _of_baseline(baseline: Baseline, report: Report, *, partial: bool) -> Iterator[Problem]:
    name = baseline.path or "baseline"
    others = other_settings(baseline, report)
    if others:
        yield Problem(
            name,
            f"the baseline was made under other settings, so findings may be new or gone: "
            f"{'; '.join(others)}; check it with the same, or run: checker baseline update",
        )
    suppressed = {
        (each.finding.fingerprint, family(each.finding.code))
        for each in report.suppressed
        if each.by != "baseline"
    }
    gone = [entry for entry in diff(baseline, report).gone if entry.key not in suppressed]
    if gone and not partial:
        what = "1 accepted finding is" if len(gone) == 1 else f"{len(gone):,} accepted findings are"
        yield Problem(name, f"{what} not in this run; checker baseline update drops what is gone")


def _counted(report: Report, left: list[Finding], accepted: list[Suppressed], ignored: int) -> Report:
    dropped = Counter(report.summary.dropped)
    dropped["finding.override"] += ignored
    codes = Counter(finding.code for finding in left)
    summary = replace(
        report.summary,
        findings=len(left),
        suppressed=len(accepted),
        by_code={code: codes[code] for code in sorted(codes)},
        dropped={reason: dropped[reason] for reason in sorted(dropped) if dropped[reason]},
    )
    return replace(report, findings=tuple(left), suppressed=tuple(accepted), summary=summary)
