"""checker finds where news articles cannot all be right.

    import checker

    report = checker.check_paths(["articles/"])
    for finding in report.findings:
        print(finding.code, finding.a.source, finding.b.source, finding.explanation)

``check`` takes articles made in Python, ``check_paths`` and ``read`` files and folders, ``compare`` two
claims; ``search`` and ``search_paths`` find what supports and what disputes one claim. What goes wrong is
raised as one of ``errors``. The members are loaded when they are first asked for, so that importing this
package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker import errors
    from checker.comparing import compare
    from checker.pipeline import check, check_paths
    from checker.records import Article, Finding, Report
    from checker.searching import search, search_paths
    from checker.settings import Settings
    from checker.sources import read

    __version__: str

__all__ = [
    "Article",
    "Finding",
    "Report",
    "Settings",
    "__version__",
    "check",
    "check_paths",
    "compare",
    "errors",
    "read",
    "search",
    "search_paths",
]


def __getattr__(name: str) -> object:
    import importlib

    homes = {
        "Article": "records",
        "Finding": "records",
        "Report": "records",
        "Settings": "settings",
        "check": "pipeline",
        "check_paths": "pipeline",
        "compare": "comparing",
        "read": "sources",
        "search": "searching",
        "search_paths": "searching",
    }
    if name in homes:
        return getattr(importlib.import_module(f"checker.{homes[name]}"), name)
    if name == "errors":
        return importlib.import_module("checker.errors")
    if name == "__version__":
        return _version()
    raise AttributeError(f"module 'checker' has no attribute {name!r}; it offers {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("checker")
    except metadata.PackageNotFoundError:
        # A source tree on the path that nobody installed has no version to tell.
        return "0+unknown"
