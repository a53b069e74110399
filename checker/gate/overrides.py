"""Other settings for single sources and paths: which findings they leave out, and what fails for them."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.gate.baseline import with_slashes
from checker.gate.excerpts import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.records import Finding, Side
    from checker.settings import FailOn, Override

_WILD = MappingProxyType({"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"})
_PARTS = re.compile(r"(\*\*/|\*\*|\*|\?)")


def touches(override: Override, finding: Finding) -> bool:
    """Whether one of the two sides of ``finding`` is of a source or a path that ``override`` names.

    Other sentences that make the same claim do not count: what a paper says in its own name is not
    excused because another one, with milder rules, copied it.
    """
    return any(_names(override, side) for side in (finding.a, finding.b))


def without_ignored(
    findings: Iterable[Finding], overrides: Sequence[Override], *, min_score: float = 0.0
) -> list[Finding]:
    """The findings that ``overrides`` leave, in the order given.

    The codes to ignore add up; of several minimal scores the last one that fits counts, in place of
    ``min_score``.
    """
    return [finding for finding in findings if _stays(finding, overrides, min_score)]


def fail_on_of(finding: Finding, overrides: Sequence[Override], fail_on: FailOn) -> FailOn:
    """The threshold of ``finding``: the last of the fitting overrides that sets one, else ``fail_on``."""
    for override in reversed(overrides):
        if override.fail_on is not None and touches(override, finding):
            return override.fail_on
    return fail_on


def _stays(finding: Finding, overrides: Sequence[Override], min_score: float) -> bool:
    least = min_score
    for override in overrides:
        if not touches(override, finding):
            continue
        if finding.code.startswith(tuple(override.ignore)):
            return False
        least = least if override.min_score is None else override.min_score
    return finding.score >= least


def _names(override: Override, side: Side) -> bool:
    # Sources are compared as fingerprints do it: two spellings of one publisher are one publisher.
    source = folded(side.source).casefold()
    if any(fnmatchcase(source, pattern.casefold()) for pattern in override.sources):
        return True
    path = None if side.path is None else with_slashes(side.path).removeprefix("./")
    return path is not None and any(_fits(pattern, path) for pattern in override.paths)


def _fits(pattern: str, path: str) -> bool:
    """Whether ``pattern`` covers the whole of ``path`` or its end after a slash.

    So "drafts/*.md" means the same from whatever folder the command was started.
    """
    expression = _path_expression(with_slashes(pattern).removeprefix("./"))
    tails = (path[at + 1 :] for at, letter in enumerate(path) if letter == "/")
    return any(re.fullmatch(expression, tail, re.DOTALL) for tail in (path, *tails))


def _path_expression(pattern: str) -> str:
    """``**`` as any folders, ``*`` and ``?`` as letters of one name, all else as it stands."""
    # A folder means all below it.
    if pattern.endswith("/"):
        pattern += "**"
    return "".join(_WILD.get(part) or re.escape(part) for part in _PARTS.split(pattern) if part)
