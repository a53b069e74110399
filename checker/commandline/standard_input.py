"""``-`` among the paths of a command: the records come on stdin."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


def stdin_for(paths: Sequence[str]) -> BinaryIO | None:
    """Return stdin if ``-`` is among ``paths``, else None. Raises UsageError if it is there twice."""
    if paths.count("-") > 1:
        raise UsageError("- (stdin) can be read once only; name it in one place")
    return sys.stdin.buffer if "-" in paths else None
