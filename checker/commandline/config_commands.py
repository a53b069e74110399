"""``checker config``: which settings count here and where each comes from, and their schema for editors."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from checker.commandline import console, flags
from checker.gate.exit_codes import ExitCode
from checker.settings import Across, FailOn

app = typer.Typer(
    name="config",
    help="Show the settings and where they come from.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Place(StrEnum):
    """The files that can hold settings."""

    CHECKER = "checker.toml"
    PYPROJECT = "pyproject.toml"


PlaceOption = Annotated[Place, typer.Option("--for", help="The file to complete and to check.")]
ViewOption = Annotated[flags.View, typer.Option("--format", help="TOML to read, or one JSON object.")]


@app.command()
@console.command
def show(
    *,
    context: typer.Context,
    view: ViewOption = flags.View.TEXT,
    across: flags.AcrossOption = Across.SOURCES,
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
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Show every setting with its origin.

    What checker check would use in this folder, with the same flags: defaults, then checker.toml or
    pyproject.toml, then environment variables (CHECKER_FAIL_ON for fail-on), then flags; the last counts.

    \b
    Examples:
      checker config show
      checker config show --min-score 0.7 --format json
    """
    from checker.commandline import configured
    from checker.configuration import listing

    configuration = configured.load(context, locals())
    if view is flags.View.JSON:
        console.write_json(json.dumps(listing.as_object(configuration), indent=2))
    else:
        console.write_text(listing.as_toml(configuration))
    return ExitCode.CLEAN


@app.command()
@console.command
def schema(*, file: PlaceOption = Place.CHECKER, _debug: flags.DebugOption = False) -> ExitCode:
    """Print the JSON Schema of the settings, for editors.

    An editor that knows it completes keys and marks mistakes.

    \b
    Examples:
      checker config schema > checker.schema.json
      checker config schema --for pyproject.toml > pyproject.schema.json
    """
    from checker.configuration.schema import as_json, of_file
    from checker.rules import RULES

    console.write_json(as_json(of_file(file, RULES)))
    return ExitCode.CLEAN
