"""The commands: parse, call the API, choose the exit code. What they compute is computed elsewhere.

Heavy modules are imported inside the commands, so that ``checker --help`` answers at once.
"""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

import checker
from checker.commandline import baseline_commands, cache_commands, config_commands, console, flags, searching
from checker.commandline.standard_input import stdin_for
from checker.errors import NoArticlesError, UsageError
from checker.gate.exit_codes import ExitCode
from checker.settings import Across, FailOn, code_complaints

app = typer.Typer(
    name="checker",
    help="Find where news articles cannot all be right.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    # Plain help costs half the time, and can be read on any terminal.
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command line; the entry point of the command ``checker``."""
    try:
        app(prog_name="checker")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if wanted:
        console.write_text(f"checker {checker.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    _version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command()
@console.command
def check(
    *,
    context: typer.Context,
    paths: flags.PathsArgument,
    against: flags.AgainstOption = None,
    across: flags.AcrossOption = Across.SOURCES,
    view: flags.ReportFormatOption = None,
    output: flags.OutputsOption = None,
    fail_on: flags.FailOnOption = FailOn.WARNING,
    min_score: flags.MinScoreOption = 0.0,
    select: flags.SelectOption = None,
    ignore: flags.IgnoreOption = None,
    baseline: flags.BaselineOption = None,
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
    stats: flags.StatsOption = False,
    quiet: flags.QuietOption = False,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Find conflicts between articles.

    Ends with 0 if there are none, 1 if there are (see --fail-on), 2 for wrong usage, 3 if content could
    not be read or there was no article.

    \b
    Examples:
      checker check articles/
      checker check draft.md --against archive/ --output json=report.json
    """
    from checker import pipeline, reports
    from checker.commandline import configured, gated
    from checker.commandline.outputs import parse_outputs
    from checker.commandline.showing import show_report
    from checker.rules import RULES

    settings = configured.settings(context, locals())
    settings.require_known_codes(RULES)
    inputs = [*paths, *(against or ())]
    accepted = gated.baseline_of(settings)
    kept = [path for path in (settings.baseline, settings.metadata) if path]
    outputs = parse_outputs(output or (), reports.FORMATS, [*inputs, *kept])
    with console.progress(quiet=quiet) as advance:
        report = pipeline.check_paths(
            paths, against=against or (), settings=settings, stdin=stdin_for(inputs), progress=advance
        )
    decision = gated.decided(report, settings, accepted, partial=bool(against))
    last = gated.last_line(decision, settings)
    drafts = paths if against else ()
    show_report(decision.report, view, outputs, stats=stats, quiet=quiet, ending=last, drafts=drafts)
    gated.say_decision(decision, quiet=quiet, seen=gated.on_screen(view, outputs))
    return decision.exit_code


app.add_typer(baseline_commands.app)
app.add_typer(cache_commands.app)
app.add_typer(config_commands.app)
app.command(name="search")(searching.search)


@app.command()
@console.command
def compare(
    *,
    context: typer.Context,
    a: flags.FirstClaimArgument,
    b: flags.SecondClaimArgument,
    view: flags.VerdictFormatOption = flags.VerdictFormat.TEXT,
    encoder: flags.EncoderOption = "embedded",
    judge: flags.JudgeOption = "embedded",
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Compare two claims: can both be true?

    \b
    Example:
      checker compare "The bridge was closed on Monday." "The bridge was never closed."
    """
    from checker import comparing
    from checker.commandline import configured, listings

    empty = [name for name, text in (("A", a), ("B", b)) if not text.strip()]
    if empty:
        named = "both claims are" if len(empty) > 1 else f"claim {empty[0]} is"
        raise UsageError(f"{named} empty; give two claims, each in quotes")
    settings = configured.settings(context, locals())
    comparison = comparing.compare(a, b, settings)
    if view is flags.VerdictFormat.JSON:
        console.write_json(json.dumps(listings.comparison_json(comparison)))
    else:
        console.write_text(listings.comparison_text(comparison))
    return ExitCode.CLEAN


@app.command()
@console.command
def judge(
    *,
    context: typer.Context,
    file: flags.PairsArgument,
    output: flags.TableOption = None,
    allow_errors: flags.AllowErrorsOption = False,
    judge: flags.JudgeOption = "embedded",
    jobs: flags.JobsOption = 0,
    quiet: flags.QuietOption = False,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Judge a table of pairs, one verdict a row.

    The verdicts are JSON lines on stdout, in the order of the rows. a is the premise, b the hypothesis;
    both are scored as they stand. A row without a text in one of them is an error: its verdict is all
    null, and the run ends with 3 unless --allow-errors.

    \b
    Examples:
      checker judge pairs.csv > verdicts.jsonl
      checker judge pairs.parquet --output judged.parquet
    """
    from checker.commandline import configured
    from checker.commandline.judging import judge_table

    settings = configured.settings(context, locals())
    problems = judge_table(file, output, settings, quiet=quiet)
    console.say_problems("error", problems)
    return ExitCode.INCOMPLETE if problems and not settings.allow_errors else ExitCode.CLEAN


@app.command()
@console.command
def articles(
    *,
    context: typer.Context,
    paths: flags.PathsArgument,
    view: flags.ListingFormatOption = flags.ListingFormat.TABLE,
    columns: flags.ColumnsOption = None,
    metadata: flags.MetadataOption = None,
    keep_furniture: flags.KeepFurnitureOption = False,
    allow_errors: flags.AllowErrorsOption = False,
    quiet: flags.QuietOption = False,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Show what is understood, without judging.

    A table of the articles with what was kept and left out of each; with --format text every sentence
    and the claims that were taken out of it, with --format jsonl all of it for programs.

    \b
    Examples:
      checker articles archive/
      checker articles story.md --format text
      checker articles archive/ --format jsonl > understood.jsonl
    """
    from checker import gathering, understanding
    from checker.commandline import configured, showing

    settings = configured.settings(context, locals())
    reading, _ = gathering.read(paths, settings, stdin=stdin_for(paths))
    if not reading.articles:
        raise NoArticlesError(f"there is no article in {', '.join(paths)}; name text files", reading.errors)
    understood = understanding.understand(reading.articles, settings)
    showing.show_articles(understood, view, len(reading.articles), quiet=quiet)
    showing.say_all_problems(reading, quiet=quiet)
    return ExitCode.INCOMPLETE if reading.errors and not settings.allow_errors else ExitCode.CLEAN


@app.command()
@console.command
def rules(*, _debug: flags.DebugOption = False) -> ExitCode:
    """List the rules: code, severity, name and meaning.

    \b
    Example:
      checker rules
    """
    from checker.commandline.rule_views import show_rules
    from checker.rules import RULES

    show_rules(RULES)
    return ExitCode.CLEAN


@app.command()
@console.command
def explain(
    *,
    code: flags.CodeArgument,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Explain one rule: what it finds, and why.

    \b
    Example:
      checker explain CON001
    """
    from checker.commandline.rule_views import show_rule
    from checker.rules import RULES

    wanted = code.strip().upper()
    complaints = code_complaints([wanted], RULES)
    fitting = [rule for rule in RULES.values() if rule.code.startswith(wanted)]
    if complaints:
        raise UsageError(complaints[0])
    if len(fitting) > 1:
        raise UsageError(f"{wanted!r} begins several codes; name one: {', '.join(r.code for r in fitting)}")
    show_rule(fitting[0])
    return ExitCode.CLEAN


@app.command()
@console.command
def models(*, _debug: flags.DebugOption = False) -> ExitCode:
    """List the models that ship with checker.

    With their files, sizes, checksums, licences and sources.

    \b
    Example:
      checker models
    """
    from checker import comparing
    from checker.commandline.listings import models_text

    console.write_text(models_text(comparing.models()))
    return ExitCode.CLEAN
