"""The flags of the command line, each with its help, shared by the commands that take it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.reports import FOR_FILES, FORMATS
from checker.settings import Across, FailOn, did_you_mean


class ReportFormat(StrEnum):
    """How ``check`` shows a report on stdout."""

    RICH = "rich"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


class ListingFormat(StrEnum):
    """How ``articles`` shows what it understood."""

    TABLE = "table"
    TEXT = "text"
    JSONL = "jsonl"


class View(StrEnum):
    """How a result is shown: to read, or as one JSON object."""

    TEXT = "text"
    JSON = "json"


class VerdictFormat(StrEnum):
    """How ``compare`` shows its verdict."""

    TEXT = "text"
    JSON = "json"


PathsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (text, Markdown, HTML, JSON, CSV, Parquet, RSS, Atom, WARC; also .gz and .zst),"
        " folders with all below them, globs, or - for stdin.",
        show_default=False,
    ),
]
AgainstOption = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar="PATH",
        help="Compare only pairs with at least one side in PATH..., the other may be from here. Repeatable.",
        show_default=False,
    ),
]
AcrossOption = Annotated[
    Across,
    typer.Option(
        "--across",
        help="Compare sentences of different sources, of different articles, or all: also within one.",
    ),
]


def _report_format(value: str) -> ReportFormat:
    """The format of that name; the message for any other says what to write instead."""
    if value in FOR_FILES:
        raise typer.BadParameter(f"a {value} report goes to a file; write --output {value}=FILE")
    try:
        return ReportFormat(value)
    except ValueError:
        known = [each.value for each in ReportFormat]
        hint = did_you_mean(value, known) or f"; known are {', '.join(known)}"
        raise typer.BadParameter(f"there is no format {value!r}{hint}") from None


def complete_format(incomplete: str) -> list[str]:
    """The names of formats that begin so, for a shell that completes ``--format``."""
    return [each.value for each in ReportFormat if each.value.startswith(incomplete)]


def complete_output(incomplete: str) -> list[str]:
    """The beginnings FORMAT= that begin so, for a shell that completes ``--output``."""
    return [f"{name}=" for name in FORMATS if name.startswith(incomplete)]


ReportFormatOption = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format",
        metavar=f"<{'|'.join(ReportFormat)}>",
        parser=_report_format,
        autocompletion=complete_format,
        help="Format on stdout. Default: rich on a terminal, else text.",
        show_default=False,
    ),
]
OutputsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FORMAT=FILE",
        autocompletion=complete_output,
        help="Write the report to FILE, as in json=report.json; also csv and parquet. Repeatable."
        " Without --format, nothing is then written to stdout.",
        show_default=False,
    ),
]


def _codes_beginning(incomplete: str) -> list[str]:
    from checker.rules import RULES

    # In the letters that were typed: a shell offers nothing that does not begin with them.
    codes = [code.lower() if incomplete.islower() else code for code in RULES]
    return [code for code in codes if code.startswith(incomplete)]


FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="End with 1 if a finding is at least this severe.")
]
MinScoreOption = Annotated[
    float,
    typer.Option("--min-score", min=0.0, max=1.0, help="Leave out findings less sure than this (0 to 1)."),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CODES",
        autocompletion=_codes_beginning,
        help="Only these rules: codes or their beginnings, as in CON001,DEN. Repeatable. Default: all.",
        show_default=False,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODES",
        autocompletion=_codes_beginning,
        help="Not these rules: codes or their beginnings. Repeatable; stronger than --select.",
        show_default=False,
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="The findings that were accepted, as checker baseline create writes them. They fail nothing.",
        show_default=False,
    ),
]
KeepFurnitureOption = Annotated[
    bool,
    typer.Option("--keep-furniture", help="Keep menus, photo credits, forms and comments in the text."),
]
AllowErrorsOption = Annotated[
    bool, typer.Option("--allow-errors", help="Do not end with 3 because some content could not be read.")
]
MaxPairsOption = Annotated[
    int | None,
    typer.Option(
        "--max-pairs",
        metavar="N",
        min=0,
        help="Judge at most N pairs; the rest is counted, not examined. Default: no limit.",
        show_default=False,
    ),
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=FIELD",
        help="Read NAME (text, id, source, title, url, published) from FIELD of a record, as in"
        " text=story.body; dots reach into nested records. Repeatable.",
        show_default=False,
    ),
]
MetadataOption = Annotated[
    str | None,
    typer.Option(
        "--metadata",
        metavar="FILE",
        help="A CSV or JSON lines table with a column path, which gives source, title, url and published"
        " to files that have none.",
        show_default=False,
    ),
]
EncoderOption = Annotated[
    str,
    typer.Option(
        "--encoder",
        metavar="NAME|DIR",
        help="A sentence-transformers model in place of the embedded encoder"
        " (needs the extra checker[sentence-transformers]).",
    ),
]
JudgeOption = Annotated[
    str,
    typer.Option(
        "--judge",
        metavar="NAME|DIR",
        help="A cross-encoder for natural language inference in place of the embedded judge"
        " (needs the extra checker[sentence-transformers]).",
    ),
]
JobsOption = Annotated[
    int, typer.Option("--jobs", metavar="N", min=0, help="Worker threads; 0 for one per core.")
]
CacheDirOption = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        help="Keep parses, vectors and readings in DIR for the next run. Default: the user's cache folder.",
        show_default=False,
    ),
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Read nothing from the cache, and keep nothing.")
]
StatsOption = Annotated[
    bool, typer.Option("--stats", help="Show how many of each there were, from articles to findings.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="No progress and no warnings on stderr.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
ListingFormatOption = Annotated[
    ListingFormat,
    typer.Option(
        "--format", help="A table of the articles, a text with every sentence and claim, or JSON lines."
    ),
]
ViewOption = Annotated[View, typer.Option("--format", help="A text to read, or one JSON object.")]
VerdictFormatOption = Annotated[
    VerdictFormat, typer.Option("--format", help="A verdict to read, or one JSON object.")
]
FirstClaimArgument = Annotated[
    str, typer.Argument(metavar="A", help="A claim, in quotes.", show_default=False)
]
SecondClaimArgument = Annotated[
    str, typer.Argument(metavar="B", help="Another claim, in quotes.", show_default=False)
]
CodeArgument = Annotated[
    str,
    typer.Argument(
        metavar="CODE",
        help="A rule's code, such as CON001.",
        autocompletion=_codes_beginning,
        show_default=False,
    ),
]
PairsArgument = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="A table with the columns a and b: .jsonl, .ndjson, .csv or .parquet.",
        show_default=False,
    ),
]
TableOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write the table with the verdicts added to FILE (.jsonl, .csv, .parquet); stdout stays empty.",
        show_default=False,
    ),
]
