"""The findings as CSV, for spreadsheets and data pipelines: RFC 4180, UTF-8, one row a finding.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and an article can
hold one that fetches a page or starts a program. Such text gets an apostrophe in front, which spreadsheets
take for "this is text". It also gets one after a semicolon, a tab or a line break, since a program that
parts cells there, as Excel does in half of Europe, would see a cell begin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.records import Report

#: What comes before the first sign of a formula, and the sign. The full-width forms are signs to Excel in
#: Japanese; characters that nobody sees may stand in between.
_FORMULA = r"((?:^|[;\t\r\n])[\s\x00-\x1f\x{200b}\x{feff}]*'*)([=+\-@＝＋－＠])"


def render(report: Report) -> str:
    """Return the table of ``checker.reports.table`` as CSV with a header and CR LF at the end of each row.

    What is unknown is an empty field; an empty text is a quoted empty field (``""``). There is no byte
    order mark.
    """
    import polars as pl

    from checker.reports.table import findings_frame

    frame = findings_frame(report)
    inert = frame.with_columns(pl.col(pl.String).str.replace_all(_FORMULA, "${1}'${2}"))
    return inert.write_csv(line_terminator="\r\n", quote_style="non_numeric")
