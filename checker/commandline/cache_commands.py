"""``checker cache``: what is kept for the next run, and how to be rid of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.commandline import console, flags
from checker.gate.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.cache import Cache, Holding

#: Days after which what no run has used is forgotten, unless another number is given.
UNUSED_DAYS = 30

app = typer.Typer(
    name="cache",
    help="Show or empty what is kept for the next run.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


DaysOption = Annotated[
    int,
    typer.Option(
        "--days", metavar="N", min=0, max=36_500, help="Forget what no run has used for more than N days."
    ),
]

#: What a value of each kind is, for a reader.
_IN_WORDS = {
    "parse": "parsed sentences",
    "vector": "vectors of texts",
    "glance": "pairs glanced at",
    "reading": "pairs read in both orders",
}


@app.command()
@console.command
def info(
    *,
    context: typer.Context,
    cache_dir: flags.CacheDirOption = None,
    view: flags.ViewOption = flags.View.TEXT,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Show where the cache is, what it holds and how large it is.

    \b
    Examples:
      checker cache info
      checker cache info --format json
    """
    folder, cache = _opened(context, locals())
    holdings = [] if cache is None else cache.holdings()
    size = sum(path.stat().st_size for path in _files(folder))
    if view is flags.View.JSON:
        console.write_json(json.dumps(_as_object(folder, size, holdings), indent=2))
    else:
        console.write_text(_as_text(folder, size, holdings))
    return ExitCode.CLEAN


@app.command()
@console.command
def prune(
    *,
    context: typer.Context,
    cache_dir: flags.CacheDirOption = None,
    days: DaysOption = UNUSED_DAYS,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Forget what no run has used for a while.

    \b
    Example:
      checker cache prune --days 7
    """
    return _forget(context, locals(), lambda cache: cache.drop_unused(days))


@app.command()
@console.command
def clear(
    *,
    context: typer.Context,
    cache_dir: flags.CacheDirOption = None,
    _debug: flags.DebugOption = False,
) -> ExitCode:
    """Forget everything; the next run computes it again.

    \b
    Example:
      checker cache clear
    """
    return _forget(context, locals(), lambda cache: cache.clear())


def _forget(context: typer.Context, parameters: dict[str, object], some: Callable[[Cache], int]) -> ExitCode:
    folder, cache = _opened(context, parameters)
    gone = 0 if cache is None else some(cache)
    console.write_text(f"{gone:,} values forgotten in {folder}")
    return ExitCode.CLEAN


def _opened(context: typer.Context, parameters: dict[str, object]) -> tuple[Path, Cache | None]:
    """The folder that a run in this place would use, and the cache in it, if there is one already."""
    from checker.cache import Cache, usual_folder
    from checker.commandline import configured

    named = configured.load(context, parameters).settings.cache_dir
    folder = usual_folder() if named is None else Path(named)
    return folder, Cache(folder) if _files(folder) else None


def _files(folder: Path) -> list[Path]:
    """The file of the cache, and those that the database keeps beside it."""
    from checker.cache import FILE_NAME

    return sorted(folder.glob(f"{FILE_NAME}*"))


def _as_text(folder: Path, size: int, holdings: list[Holding]) -> str:
    if not holdings:
        return f"{folder}: empty"
    width = max(len(f"{holding.values:,}") for holding in holdings)
    rows = [f"  {holding.values:>{width},} {_in_words(holding)}" for holding in holdings]
    return "\n".join([f"{folder}: {_megabytes(size)}", *rows])


def _in_words(holding: Holding) -> str:
    return f"{_IN_WORDS.get(holding.kind, holding.kind)}, {_megabytes(holding.size)}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _as_object(folder: Path, size: int, holdings: list[Holding]) -> dict[str, object]:
    kinds = {holding.kind: {"values": holding.values, "bytes": holding.size} for holding in holdings}
    return {"folder": folder.as_posix(), "bytes": size, "kinds": kinds}
