"""The settings that a project keeps: defaults < checker.toml or pyproject.toml < environment < flags.

The keys are the names of ``Settings`` with hyphens (``min-score``). The nearest folder that has settings
counts, from the one a command is started in upwards, and only that one: checker.toml, or [tool.checker] of
pyproject.toml. Both in one folder are a mistake, since either would silently switch off the other. All
mistakes are reported together.

    keys          the table of all settings
      kinds       what a single value may be
      tables      what lists and tables may be
      mistakes    what is wrong, and where
    files         what a file says           lines     on which line it says so
    environment   what variables say
    layers        which of several values counts, and where it comes from
    schema        the same keys as a JSON Schema
    listing       the settings with their origins, to read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.configuration import environment, files, keys
from checker.configuration.layers import Configuration, Layer, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

__all__ = ["Configuration", "Layer", "load"]

_NO_FLAGS = Layer()


def load(
    start: Path, environ: Mapping[str, str], *, rules: Iterable[str] = (), flags: Layer = _NO_FLAGS
) -> Configuration:
    """The settings for a command that is started in the folder ``start`` (absolute).

    ``environ`` holds the environment variables, ``flags`` what was given on the command line and
    ``rules`` the codes that may be named; without any, every code may. Raises ConfigurationError with
    all mistakes, each with its file and line, its variable or its flag, and UsageError for a file that cannot
    be read.
    """
    section = keys.section(rules)
    return merged([files.read(start, section), environment.read(environ, section), flags])
