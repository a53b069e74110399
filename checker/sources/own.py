"""The files that checker itself writes: among articles they are none, however much of them they quote.

Without this, a report or a baseline beside the articles would spoil the next run: as content that could not
be read, or as one more source that contradicts the others in their own words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

#: How reports (JSON, JSON lines, Markdown, HTML, JUnit, CSV, text) and baselines begin.
_BEGINNING = re.compile(
    rb'\s*\{\s*"schema":\s*"checker-(?:report|baseline)/\d'
    rb'|\{"fingerprint": "[0-9a-f]{16}", "code": "[A-Z]{3}\d{3}", "name": "'
    rb"|<!-- checker-report -->"
    rb'|<!DOCTYPE html>\s*<html lang="en">\s*<head>\s*<meta charset="utf-8">\s*'
    rb'<meta name="generator" content="checker">'
    rb'|<\?xml [^>]*\?>\s*<testsuites name="checker"'
    rb'|"?fingerprint"?,"?code"?,"?name"?,"?severity"?,'
    rb"|[^\n]*:\d+:\d+: [A-Z]{3}\d{3} (?:error|warning|note) "
)
_COLUMNS = frozenset({"fingerprint", "code", "a_text", "b_text"})


def is_own_file(head: bytes) -> bool:
    """Whether a file that begins with ``head`` (decompressed) is a report or a baseline."""
    return _BEGINNING.match(head) is not None


def is_own_table(columns: Collection[str]) -> bool:
    """Whether a table of these columns is one of findings."""
    return _COLUMNS.issubset(columns)
