"""Whether a report passes, and in which words: thresholds, limits, lost content."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.gate.exit_codes import ExitCode
from checker.gate.overrides import fail_on_of
from checker.gate.thresholds import reaches
from checker.settings import FailOn, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.records import Finding, Problem, Report
    from checker.settings import Override


@dataclass(frozen=True, slots=True)
class Gate:
    """What a report must meet. ``overrides`` count here for their ``fail_on`` alone."""

    fail_on: FailOn = FailOn.WARNING
    limits: Limits = field(default_factory=Limits)
    overrides: tuple[Override, ...] = ()
    allow_errors: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """How a report does. ``sentences`` say why, those of failures first; ``report`` is without what is
    accepted, ``warnings`` tell of suppressions and baselines that need attention."""

    exit_code: ExitCode
    sentences: tuple[str, ...]
    report: Report
    warnings: tuple[Problem, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether a build may go on."""
        return self.exit_code is ExitCode.CLEAN


@dataclass(frozen=True, slots=True)
class _Check:
    """One requirement and how it came out, in words without "failed:"; ``telling`` even when it is met."""

    met: bool
    words: str
    telling: bool


def decide(report: Report, gate: Gate | None = None) -> Decision:
    """Decide on the findings of ``report``, from which ``apply`` has taken what is accepted.

    Findings count that reach their threshold: that of the last override that fits them, else of the gate.
    A limit stands in place of "any finding fails" for what it covers: one on codes for the findings whose
    code begins with it (the longest such limit), ``undisputed`` for all others unless ``new`` is given
    too. Content that was lost outranks findings, as the worst of them may be missing.
    """
    gate = gate or Gate()
    counting = [
        finding
        for finding in report.findings
        if reaches(finding.severity, fail_on_of(finding, gate.overrides, gate.fail_on))
    ]
    checks = list(_checks(counting, report, gate)) if _can_fail(gate) else []
    failed = [f"failed: {check.words}" for check in checks if not check.met]
    passed = [f"passed: {check.words}" for check in checks if check.met and check.telling]
    lost = list(_lost(report, gate))
    code = ExitCode.FINDINGS if failed else ExitCode.CLEAN
    if lost:
        code = ExitCode.INCOMPLETE
    return Decision(code, (*lost, *failed, *passed), report)


def _can_fail(gate: Gate) -> bool:
    """Whether any finding could fail; what never counts needs no words either."""
    return gate.fail_on is not FailOn.NEVER or any(override.fail_on for override in gate.overrides)


def _checks(counting: Sequence[Finding], report: Report, gate: Gate) -> Iterator[_Check]:
    limits = gate.limits
    level = _level(gate)
    covered = Counter(_limit_of(finding.code, limits) for finding in counting)
    for code in sorted(limits.codes):
        yield _number(covered[code], f"new {code} ", limits.codes[code], level)
    # Without a number of its own, "new" leaves to the share of claims what codes do not cover.
    if limits.undisputed is None or limits.new:
        yield _number(covered[""], _kind(report, limits), limits.new, level)
    if limits.undisputed is not None:
        yield _share(counting, report, limits.undisputed)


def _kind(report: Report, limits: Limits) -> str:
    if limits.codes:
        return "other new "
    # Where nobody speaks of old findings, "new" would be a riddle.
    has_baseline = any(each.by == "baseline" for each in report.suppressed)
    return "new " if limits.new or has_baseline else ""


def _number(found: int, kind: str, allowed: int, level: str) -> _Check:
    noun = "finding" if found == 1 else "findings"
    words = f"{found:,} {kind}{noun} {level}, {f'{allowed:,}' if allowed else 'none'} allowed"
    return _Check(found <= allowed, words, telling=allowed > 0)


def _share(counting: Sequence[Finding], report: Report, least: float) -> _Check:
    disputed = len({(s.article, s.start, s.end, s.claim) for f in counting for s in (f.a, f.b)})
    total = max(report.summary.claims, disputed)
    share = 1.0 if total == 0 else (total - disputed) / total
    words = (
        f"{total - disputed:,} of {total:,} claims undisputed ({_percent(share)}), "
        f"at least {_percent(least)} required"
    )
    return _Check(share >= least, words, telling=True)


def _limit_of(code: str, limits: Limits) -> str:
    """The longest limit on codes that covers ``code``, "" if none does."""
    return max((limit for limit in limits.codes if code.startswith(limit)), key=len, default="")


def _level(gate: Gate) -> str:
    if any(override.fail_on is not None for override in gate.overrides):
        return f"at or above their threshold ({gate.fail_on.value}, or that of an override)"
    return f"at or above {gate.fail_on.value}"


def _lost(report: Report, gate: Gate) -> Iterator[str]:
    if report.errors and not gate.allow_errors:
        what = "1 input was" if len(report.errors) == 1 else f"{len(report.errors):,} inputs were"
        yield f"incomplete: {what} not read (see the errors; --allow-errors accepts that)"


def _percent(share: float) -> str:
    """A share as a percentage of at most two decimals, rounded down so that 99.996 never reads as 100."""
    hundredths = int(share * 10_000 + 1e-9)
    text = f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
    return f"{text}%"
