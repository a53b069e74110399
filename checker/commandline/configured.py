"""The settings of a command: defaults < the project's file < environment variables < its flags."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from checker import configuration
from checker.configuration.layers import Layer, Origin, Source
from checker.errors import UsageError
from checker.rules import RULES
from checker.settings import code_complaints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import typer

    from checker.settings import Settings


def settings(context: typer.Context, **flags: object) -> Settings:
    """The settings of the running command, whose ``flags`` come by the names of ``Settings``.

    A flag counts if it was given; else what a variable or the project's file says stands, or the default.
    Raises ConfigurationError with all mistakes, and UsageError for a file that cannot be read.
    """
    return load(context, **flags).settings


def load(context: typer.Context, **flags: object) -> configuration.Configuration:
    """The same settings with the origin of each."""
    names = _names(context)
    given = {name: value for name, value in flags.items() if _was_given(context, name)}
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
