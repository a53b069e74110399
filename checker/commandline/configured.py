"""The settings of a command: defaults < the project's file < environment variables < its flags."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker import configuration
from checker.configuration.layers import Layer, Origin, Source
from checker.errors import UsageError
from checker.rules import RULES
from checker.settings import Settings, code_complaints, split_codes
from checker.sources.rows import parse_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import typer


_SETTINGS = frozenset(each.name for each in fields(Settings))


#: Flags whose words mean more than they say: repeated, comma-separated codes, and NAME=FIELD.
_PARSED: Mapping[str, Callable[[Any], object]] = MappingProxyType(
    {"select": split_codes, "ignore": split_codes, "columns": parse_columns}
)


def settings(context: typer.Context, parameters: Mapping[str, Any]) -> Settings:
    """The settings of the running command, whose ``parameters`` (its ``locals()``) hold its flags.

    Those that bear the name of a setting are its flags; what else the command knows is passed over.

    A flag counts if it was given; else what a variable or the project's file says stands, or the default.
    A command with ``--no-cache`` has a cache, in the user's folder unless another is named; others have none.
    Raises ConfigurationError with all mistakes, and UsageError for a file that cannot be read.
    """
    found = load(context, parameters).settings
    match parameters.get("no_cache"):
        case None | True:
            return replace(found, cache_dir=None)
        case _:
            return replace(found, cache_dir=found.cache_dir or _usual_cache())


def _usual_cache() -> str | None:
    """The user's cache folder, or None if nothing can be kept there: nobody asked for it by name."""
    from checker.cache import Cache, usual_folder

    try:
        folder = usual_folder()
        Cache(folder).close()
    except UsageError:
        return None
    return str(folder)


def load(context: typer.Context, parameters: Mapping[str, Any]) -> configuration.Configuration:
    """The same settings with the origin of each."""
    names = _names(context)
    given = {
        name: _PARSED[name](value) if name in _PARSED else value
        for name, value in parameters.items()
        if name in _SETTINGS and _was_given(context, name)
    }
    return configuration.load(
        _here(),
        os.environ,
        rules=RULES,
        flags=Layer(
            given,
            {(name.replace("_", "-"),): Origin(Source.FLAG, names[name]) for name in given},
            list(_mistakes(given, names)),
        ),
    )


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as gone:
        raise UsageError("the current folder is gone; start the command in another one") from gone


def _was_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name not in ("DEFAULT", "DEFAULT_MAP")


def _names(context: typer.Context) -> dict[str, str]:
    """How each flag is written: the longest spelling of it."""
    return {
        parameter.name: max(parameter.opts, key=len)
        for parameter in context.command.params
        if parameter.name is not None
    }


def _mistakes(given: Mapping[str, object], names: Mapping[str, str]) -> Iterator[str]:
    for name in ("select", "ignore"):
        codes = given.get(name, ())
        assert isinstance(codes, tuple)
        for complaint in code_complaints(codes, RULES):
            yield f"{names[name]}: {complaint}"
