"""CSV and TSV files to articles, row by row, with the standard reader: it names the line of each fault.

The first line that is not blank is the header. All cells are text. Fields are parted by a comma, a
semicolon, a tab or a bar, whichever the header uses.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from typing import TYPE_CHECKING

from checker.sources import rows
from checker.sources.decode import neutral
from checker.sources.intake import called_after_the_file
from checker.sources.textstream import TextStream

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from checker.records import Article
    from checker.sources.intake import Intake

DELIMITERS = (",", ";", "\t", "|")
#: Characters of one field; more than that is taken for a quotation mark that was never closed.
LONGEST_FIELD = 1 << 29

#: So many lines may be read again and again; a longer stretch only once, else it could take for ever.
_FEW_LINES = 20
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\s*\Z", re.IGNORECASE)
_UNCLOSED = "a quoted field of this row does not end where it should: close it, and double the marks in it"
_AS_IT_STANDS = (
    "a field begins with a quotation mark that does not close it, this row was read without quoting"
)


def read(intake: Intake) -> Iterator[Article]:
    """The articles of a table; ``Article.line`` is the line where its row begins.

    Rows with more or fewer fields than the header are errors with their line, the others are read.
    """
    return called_after_the_file(_articles(intake), intake)


def _articles(intake: Intake) -> Iterator[Article]:
    # The limit of the library is one for all readers; it is only ever raised, and to the same number.
    csv.field_size_limit(LONGEST_FIELD)
    repairs = rows.Repairs()
    with TextStream(intake.stream, repairs.note) as text:
        yield from _of_lines(_Lines(text), intake, repairs)
    repairs.tell(intake)


def _of_lines(lines: _Lines, intake: Intake, repairs: rows.Repairs) -> Iterator[Article]:
    wanted = set(rows.columns_of(intake.columns).values())
    delimiter = _delimiter(lines, wanted)
    table = (row for row in _rows(lines, delimiter, intake) if row[1])
    line, cells = next(table, (1, []))
    names = [neutral(cell)[0].strip() for cell in cells]
    if not names:
        intake.repair("no_records", "this table is empty, there is nothing to check")
        return
    problem = rows.missing_columns(intake.columns, names, [name for name in names if name])
    if problem is not None:
        intake.lose(problem, line)
        return
    places = {name: names.index(name) for name in names if name in wanted}
    for name in places:
        if names.count(name) > 1:
            intake.repair("duplicate_column", f"the header names {name!r} twice; the first was read", line)
    number = 0
    for number, (line, row) in enumerate(table, start=1):
        if len(row) < len(names) or any(row[len(names) :]):
            intake.lose(
                f"this row has {len(row)} fields and the header {len(names)}, it was left out; "
                f"quote the fields that hold {delimiter!r} or a quotation mark",
                line,
            )
            continue
        record = {name: row[place] for name, place in places.items()}
        article = rows.article(record, intake, repairs, number=number, line=line)
        if article is not None:
            yield article
    if number == 0:
        intake.repair("no_records", "this table has a header but no rows, there is nothing to check")


class _Lines:
    """The lines of a text; those of the last row can be given back."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self._waiting: deque[str] = deque()
        self.row: list[str] = []
        #: The number of lines that were given, less those that were given back.
        self.given = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._text)
        self.row.append(line)
        self.given += 1
        return line

    def begin_row(self) -> int:
        """Forget the lines of the row before; the number of the line that comes next."""
        self.row.clear()
        return self.given + 1

    def give_back(self, keep: int) -> None:
        """Let all lines of this row but the first ``keep`` be given once more."""
        back = self.row[keep:]
        self.given -= len(back)
        self._waiting.extendleft(reversed(back))
        del self.row[keep:]


def _rows(lines: _Lines, delimiter: str, intake: Intake) -> Iterator[tuple[int, list[str]]]:
    """The rows, blank ones too, each with the line where it begins.

    A quotation mark that is never closed takes in what follows, up to the whole rest of the file. After
    such a row reading goes on in its second line, but not time and again over the same long stretch.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    seen = 0
    while True:
        line = lines.begin_row()
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as broken:
            reading_on = line > seen or len(lines.row) <= _FEW_LINES
            seen = max(seen, lines.given)
            if len(lines.row) == 1 and len(lines.row[0]) <= LONGEST_FIELD:
                intake.repair("quotation", _AS_IT_STANDS, line)
                yield line, next(csv.reader(lines.row[:], delimiter=delimiter, quoting=csv.QUOTE_NONE))
                continue
            rest = "" if reading_on else f"; the {len(lines.row) - 1} lines after it were not read"
            intake.lose(f"{_UNCLOSED} ({broken}), it was left out{rest}", line)
            if reading_on:
                lines.give_back(1)
        else:
            yield line, row


def _delimiter(lines: _Lines, wanted: Collection[str]) -> str:
    """The delimiter under which the header has the most of the wanted names, then the most names."""
    lines.begin_row()
    header = next((line for line in lines if line.strip()), "")
    named = _SEPARATOR_LINE.match(header)
    if named is not None:
        # A spreadsheet's way to name the delimiter; the header comes after it.
        return named.group(1)
    lines.give_back(0)

    def fit(delimiter: str) -> tuple[int, int]:
        names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
        return len(set(names).intersection(wanted)), len(names)

    return max(DELIMITERS, key=fit)
