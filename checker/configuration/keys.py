"""The keys of the configuration: one line a key, from which its parser, its schema and its variables come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.configuration.kinds import Choice, Code, Count, Day, Fingerprint, Flag, Share, Text
from checker.configuration.tables import Key, ListOf, MapOf, Table
from checker.settings import ARTICLE_FIELDS, Across, FailOn, Limits, Override, Suppression

if TYPE_CHECKING:
    from collections.abc import Iterable

_GLOBS = "patterns such as 'wire/*'"


def section(rules: Iterable[str] = ()) -> Table:
    """The table of all settings, with the codes of the ``rules`` there are; without them any code will do."""
    code = Code(tuple(rules))
    codes = ListOf(code, "codes such as 'NUM'")
    return Table(
        {
            "across": Key(Choice(Across), "Which sentences are compared."),
            "keep-furniture": Key(Flag(), "Keep menus, photo credits, forms and comments in the text."),
            "encoder": Key(Text(), "The encoder: embedded, or the name or folder of a model."),
            "judge": Key(Text(), "The judge: embedded, or the name or folder of a model."),
            "max-pairs": Key(Count(), "Judge at most so many pairs."),
            "min-score": Key(Share(), "Leave out findings less sure than this."),
            "select": Key(codes, "Only these rules: codes or their beginnings."),
            "ignore": Key(codes, "Not these rules: codes or their beginnings."),
            "jobs": Key(Count(), "Worker threads; 0 for one per core."),
            "columns": Key(_columns(), "Which fields of records the fields of an article are read from."),
            "publishers": Key(
                MapOf(Text(), "names"), "A registered domain, or a source as read, and the name to use."
            ),
            "metadata": Key(
                Text(is_path=True),
                "A CSV or JSON lines table with what is known of files, relative to this file.",
            ),
            "cache-dir": Key(
                Text(is_path=True), "The folder for what later runs need not compute, relative to this file."
            ),
            "fail-on": Key(Choice(FailOn), "The lightest severity that fails a build."),
            "allow-errors": Key(Flag(), "Do not fail because some content could not be read."),
            "baseline": Key(
                Text(is_path=True), "The file with the findings that were accepted, relative to this file."
            ),
            "limits": Key(_limits(code), "What the gate tolerates before it fails."),
            "overrides": Key(
                ListOf(_override(code), "tables, written [[overrides]]"),
                "Other settings for findings that touch certain sources or paths.",
            ),
            "suppress": Key(
                ListOf(_suppression(), "tables, written [[suppress]]"), "Single findings that are accepted."
            ),
        }
    )


def _columns() -> Table:
    return Table({name: Key(Text(), f"The field of a record with the {name}.") for name in ARTICLE_FIELDS})


def _limits(code: Code) -> Table:
    return Table(
        {
            "new": Key(Count(), "So many findings may stand beyond the baseline."),
            "undisputed": Key(Share(), "The share of the claims that must be in no finding."),
            "codes": Key(
                MapOf(Count(), "numbers", code), "So many new findings of a rule or a family may stand."
            ),
        },
        Limits,
    )


def _override(code: Code) -> Table:
    return Table(
        {
            "sources": Key(ListOf(Text(), _GLOBS, 1), "Patterns of sources; one that fits will do."),
            "paths": Key(ListOf(Text(), _GLOBS, 1), "Patterns of paths; one that fits will do."),
            "ignore": Key(ListOf(code, "codes such as 'NUM'", 1), "Not these rules, for these findings."),
            "min-score": Key(Share(), "Leave out findings less sure than this, of these."),
            "fail-on": Key(Choice(FailOn), "The lightest severity that fails a build, of these findings."),
        },
        Override,
        (("sources", "paths"), ("ignore", "min-score", "fail-on")),
    )


def _suppression() -> Table:
    return Table(
        {
            "fingerprint": Key(Fingerprint(), "The finding, as reports print it."),
            "reason": Key(Text(), "Why it is accepted."),
            "expires": Key(Day(), "The last day on which it is accepted; without one it is for good."),
        },
        Suppression,
        (("fingerprint",), ("reason",)),
    )
