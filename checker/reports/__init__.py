"""Reports: one module a format, one table of their names.

``terminal`` is not in the table: it draws on a ``rich.console.Console`` instead of returning text,
and the command line chooses it for ``--format rich``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from checker.atomic import replace_file
from checker.errors import UsageError
from checker.records import Report
from checker.settings import did_you_mean

if TYPE_CHECKING:
    from checker.reports.sarif_rules import Rule

#: What makes a format of a report: text, or the bytes of one that is no text.
Renderer: TypeAlias = Callable[[Report], str | bytes]


def _in(module: str) -> Renderer:
    """The renderer of a module that is imported when a report is made: asking for help waits for none."""

    def rendered(report: Report) -> str | bytes:
        content: str | bytes = import_module(f"{__name__}.{module}").render(report)
        return content

    return rendered


#: Name of a format -> what renders it; each is in the module of its name.
FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {name: _in(name) for name in "text json jsonl markdown html sarif junit github csv parquet".split()}
)

#: The formats that go to files only.
FOR_FILES = ("csv", "parquet")


def render(
    report: Report, name: str, rules: Mapping[str, Rule] | None = None, drafts: Sequence[str] = ()
) -> str | bytes:
    """Return ``report`` in the format called ``name``: text, or bytes if the format is binary (Parquet).

    ``rules`` are those of ``checker.rules.RULES``; SARIF lists them with their help. ``drafts`` are the paths
    that were checked against others; SARIF and GitHub's annotations point at their lines.

    Raises:
        UsageError: there is no such format.
    """
    try:
        renderer = FORMATS[name]
    except KeyError:
        hint = did_you_mean(name, FORMATS) or f"; choose one of {', '.join(FORMATS)}"
        raise UsageError(f"unknown report format {name!r}{hint}") from None
    if name == "sarif":
        from checker.reports import sarif

        return sarif.render(report, rules, drafts)
    if name == "github":
        from checker.reports import github

        return github.render(report, drafts)
    return renderer(report)


def render_text(
    report: Report, name: str, rules: Mapping[str, Rule] | None = None, drafts: Sequence[str] = ()
) -> str:
    """Return ``report`` as text in the format called ``name``; ``rules`` and ``drafts`` as in ``render``.

    Raises:
        UsageError: there is no such format, or it is binary.
    """
    content = render(report, name, rules, drafts)
    if isinstance(content, bytes):
        raise UsageError(f"a {name} report is no text; write it to a file with --output {name}=FILE")
    return content


def write(
    report: Report,
    name: str,
    path: str | os.PathLike[str],
    rules: Mapping[str, Rule] | None = None,
    drafts: Sequence[str] = (),
) -> None:
    """Write ``report`` to ``path`` in the format called ``name``, text as UTF-8, whole or not at all.

    ``rules`` and ``drafts`` are as in ``render``. The content goes to a temporary file in the same folder,
    which then takes the place of ``path``, so a reader never sees half a report; permissions of a file that
    was there are kept, and links are followed. Devices and pipes are written to directly.

    Raises:
        UsageError: there is no such format, or ``path`` cannot be written.
    """
    rendered = render(report, name, rules, drafts)
    content = rendered if isinstance(rendered, bytes) else rendered.encode("utf-8")
    target = Path(path)
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
        else:
            replace_file(target.resolve(), content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            f"{os.fspath(path)}: the {name} report cannot be written ({reason}); "
            "name a file in a folder that exists and can be written to"
        ) from error
