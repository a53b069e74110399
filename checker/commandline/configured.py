"""The settings of a command: defaults < pyproject.toml < flags that were given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import configuration
from checker.settings import Settings

if TYPE_CHECKING:
    import typer


def settings(context: typer.Context, **flags: Any) -> Settings:
    """Settings from the project's file and the flags of the running command, by the names of ``Settings``.

    A flag counts if it was given; else the file's value stands, or the default. Raises UsageError.
    """
    given = {name: value for name, value in flags.items() if _was_given(context, name)}
    return Settings(**{**configuration.load(Path.cwd()), **given})


def _was_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name not in ("DEFAULT", "DEFAULT_MAP")
