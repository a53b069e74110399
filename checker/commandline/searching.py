"""``checker search``: who supports one claim, and who disputes it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from checker.commandline import console, flags
from checker.gate.exit_codes import ExitCode

SHOWN = 10

WantedArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The claim to look for, in quotes.", show_default=False)
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", min=1, help="Show at most N sentences that support, and N that dispute."
    ),
]
FormatOption = Annotated[
    flags.VerdictFormat, typer.Option("--format", help="Sentences to read, or one JSON object.")
]


@console.command
def search(
    *,
    context: typer.Context,
    claim: WantedArgument,
    paths: flags.PathsArgument,
    view: FormatOption = flags.VerdictFormat.TEXT,
    limit: LimitOption = SHOWN,
    columns: flags.ColumnsOption = None,
    metadata: flags.MetadataOption = None,
    keep_furniture: flags.KeepFurnitureOption = False,
    allow_errors: flags.AllowErrorsOption = False,
    encoder: flags.EncoderOption = "embedded",
    judge: flags.JudgeOption = "embedded",
    jobs: flags.JobsOption = 0,
    cache_dir: flags.CacheDirOption = None,
    no_cache: flags.NoCacheOption = False,
    quiet: flags.QuietOption = False,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Find who supports a claim, and who disputes it.

    The sentences that support it and those that dispute it, the surest first, with their sources and
    dates. A short claim finds more than one with many details. Ends with 0 whatever is found, 2 for wrong
    usage, 3 if content could not be read or there was no article.

    \b
    Examples:
      checker search "The bridge is closed" articles/
      checker search "The bridge is closed" archive/ --format json --limit 3
    """
    from checker import searching
    from checker.commandline import configured, search_views, showing
    from checker.commandline.standard_input import stdin_for

    settings = configured.settings(context, locals())
    with console.progress(quiet=quiet) as advance:
        found = searching.search_paths(
            claim, paths, settings=settings, stdin=stdin_for(paths), progress=advance
        )
    showing.say_all_problems(found, quiet=quiet)
    if view is flags.VerdictFormat.JSON:
        console.write_json(json.dumps(search_views.search_json(found, limit)))
    else:
        console.write_rich(lambda screen: search_views.draw(found, limit, screen))
    return ExitCode.INCOMPLETE if found.errors and not settings.allow_errors else ExitCode.CLEAN
