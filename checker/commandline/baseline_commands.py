"""``checker baseline``: make, renew, compare and review the file of accepted findings.

The three commands that check take the flags of ``checker check`` that change what is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.commandline import console, flags
from checker.errors import UsageError
from checker.gate.exit_codes import ExitCode
from checker.settings import Across, FailOn, split_codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.records import Report
    from checker.settings import Settings

app = typer.Typer(
    name="baseline",
    help="Accept the findings there are, so that only new ones fail.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


FileOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="The baseline. Default: the one that the configuration names.",
        show_default=False,
    ),
]
MaybePathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Articles to check again, to show each finding with the sentences around it.",
        show_default=False,
    ),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="End with 1 if a new finding is at least this severe.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Also the findings that have a label already.")]
LabelStatsOption = Annotated[
    bool, typer.Option("--stats", help="Ask nothing: show how often each rule was right, by the labels.")
]


@dataclass(frozen=True, slots=True)
class Checking:
    """A run that was asked for: where the baseline is, and how to get the report to compare with it."""

    file: str
    settings: Settings
    quiet: bool
    check: Callable[[], Report]


def _checks(body: Callable[[Checking], ExitCode]) -> Callable[..., None]:
    """Make a command of ``body`` that takes paths and the flags that change what is found in them."""

    def command(
        *,
        context: typer.Context,
        paths: flags.PathsArgument,
        baseline: FileOption = None,
        across: flags.AcrossOption = Across.SOURCES,
        fail_on: FailOnOption = FailOn.WARNING,
        min_score: flags.MinScoreOption = 0.0,
        select: flags.SelectOption = None,
        ignore: flags.IgnoreOption = None,
        columns: flags.ColumnsOption = None,
        metadata: flags.MetadataOption = None,
        keep_furniture: flags.KeepFurnitureOption = False,
        allow_errors: flags.AllowErrorsOption = False,
        max_pairs: flags.MaxPairsOption = None,
        encoder: flags.EncoderOption = "embedded",
        judge: flags.JudgeOption = "embedded",
        jobs: flags.JobsOption = 0,
        cache_dir: flags.CacheDirOption = None,
        no_cache: flags.NoCacheOption = False,
        quiet: flags.QuietOption = False,
        _debug: flags.DebugOption = False,
    ) -> ExitCode:
        from checker.commandline import configured

        settings = configured.settings(context, locals())
        checking = Checking(_file(settings), settings, quiet, lambda: _checked(paths, settings, quiet=quiet))
        return body(checking)

    command.__name__, command.__doc__ = body.__name__, body.__doc__
    return console.command(command)


def _file(settings: Settings) -> str:
    if settings.baseline is None:
        raise UsageError(
            'no baseline is named; add --baseline FILE, or baseline = "FILE" to the configuration'
        )
    return settings.baseline


def _checked(paths: list[str], settings: Settings, *, quiet: bool) -> Report:
    """The report of ``paths`` without what overrides ignore and suppressions accept; its problems told."""
    from checker import pipeline
    from checker.commandline import gated, showing
    from checker.commandline.standard_input import stdin_for

    stdin = stdin_for(paths)
    with console.progress(quiet=quiet) as advance:
        report = pipeline.check_paths(paths, settings=settings, stdin=stdin, progress=advance)
    showing.say_all_problems(report, quiet=quiet)
    return gated.decided(report, settings, None, partial=True).report


@app.command()
@_checks
def create(checking: Checking) -> ExitCode:
    """Accept all findings there are, in a new file.

    Ends with 0 whatever is found. Nothing is written if content could not be read (3, unless
    --allow-errors).

    \b
    Example:
      checker baseline create news/ --baseline checker-baseline.json
    """
    from checker.commandline import baseline_views
    from checker.commandline.outputs import file_complaint
    from checker.gate import baseline, baseline_file

    if Path(checking.file).exists():
        raise UsageError(
            f"{checking.file} exists already, and may hold labels; bring it up to date with: checker baseline"
            f" update PATH... --baseline {checking.file}"
        )
    complaint = file_complaint(Path(checking.file))
    if complaint:
        raise UsageError(f"--baseline: {complaint}")
    report = checking.check()
    if _incomplete(report, checking.settings):
        return ExitCode.INCOMPLETE
    made = baseline.create(report, locate=baseline_views.beside(checking.file))
    baseline_file.save(made, checking.file)
    console.write_text(baseline_views.created(made, checking.file))
    return ExitCode.CLEAN


@app.command()
@_checks
def update(checking: Checking) -> ExitCode:
    """Accept the new findings, and drop those that are gone.

    Labels and notes are kept; what is dropped is listed. Ends with 0 whatever is found. Nothing is
    written if content could not be read (3, unless --allow-errors).

    \b
    Example:
      checker baseline update news/ --baseline checker-baseline.json
    """
    from checker.commandline import baseline_views
    from checker.gate import baseline, baseline_file

    old = baseline_file.load(checking.file)
    report = checking.check()
    if _incomplete(report, checking.settings):
        return ExitCode.INCOMPLETE
    updated = baseline.update(old, report, locate=baseline_views.beside(checking.file))
    baseline_file.save(updated.baseline, checking.file)
    changed = baseline.other_settings(old, report)
    console.write_text(baseline_views.updated(updated, changed, checking.file))
    return ExitCode.CLEAN


@app.command()
@_checks
def diff(checking: Checking) -> ExitCode:
    """Show what is new, what is gone, and how much is kept.

    Ends as checker check does: with 1 if there are new findings at or above --fail-on.

    \b
    Example:
      checker baseline diff news/ --baseline checker-baseline.json
    """
    from checker.commandline import baseline_views, gated
    from checker.gate import baseline, baseline_file

    old = baseline_file.load(checking.file)
    report = checking.check()
    console.write_text(baseline_views.diff(baseline.diff(old, report), checking.file))
    # What is gone stands in the diff; a warning would say it twice.
    decision = gated.decided(report, checking.settings, old, partial=True)
    gated.say_decision(decision, quiet=checking.quiet)
    return decision.exit_code


@app.command()
@console.command
def audit(
    *,
    context: typer.Context,
    paths: MaybePathsArgument = None,
    baseline: FileOption = None,
    select: flags.SelectOption = None,
    again: AllOption = False,
    stats: LabelStatsOption = False,
    view: flags.ViewOption = flags.View.TEXT,
    quiet: flags.QuietOption = False,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Say of each accepted finding whether it is right.

    One key each: t true, f false, u unclear, s skip, n note, b back, q quit. Every answer is saved at
    once; the next audit goes on where this one ended. Without a terminal the keys are read from stdin,
    one a line.

    \b
    Examples:
      checker baseline audit --baseline checker-baseline.json
      checker baseline audit --baseline checker-baseline.json --stats
    """
    from checker.commandline import auditing, baseline_views, configured
    from checker.gate import baseline_file, labels

    # A configured choice of rules is about checking; what was accepted once can be reviewed all the same.
    codes = split_codes(select or ())
    settings = configured.settings(context, locals())
    file = _file(settings)
    kept = baseline_file.load(file)
    if stats:
        entries = [entry for entry in kept.entries if not codes or entry.code.startswith(codes)]
        counted = labels.by_rule(entries)
        if view is flags.View.JSON:
            console.write_json(baseline_views.statistics_json(counted))
        else:
            console.write_text(baseline_views.statistics(counted))
        return ExitCode.CLEAN
    if view is flags.View.JSON:
        raise UsageError("--format json is for --stats; an audit is for the eyes")
    if paths and "-" in paths:
        raise UsageError("- (stdin) cannot be both the articles and the keys of an audit; name files")
    report = _checked(paths, settings, quiet=quiet) if paths else None
    return auditing.audit(kept, file, codes=codes, again=again, report=report)


def _incomplete(report: Report, settings: Settings) -> bool:
    """Whether content was lost that may hold accepted findings: then no baseline is written."""
    if not report.errors or settings.allow_errors:
        return False
    console.say(
        "checker: incomplete: the baseline was not written, as some content could not be read"
        " (--allow-errors accepts that)"
    )
    return True
