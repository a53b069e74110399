"""JSON arrays and documents to articles, element by element.

Read are an array of records, one record (printed over several lines), records one after the other, and an
object that holds the list of its records under one of LISTS, as the answers of news services do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.sources import rows
from checker.sources.intake import called_after_the_file
from checker.sources.jsonscan import BrokenJsonError, Scanner, UnfitValueError
from checker.sources.textstream import TextStream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.records import Article
    from checker.sources.intake import Intake

#: Where objects keep the list of their records; the first that is a list of objects is read.
LISTS = frozenset(("articles", "items", "results", "data", "docs", "entries", "stories", "hits"))

_JSON_FEED = "https://jsonfeed.org/"
_UNFIT = "nested too deeply or holds a number that is too long"

#: The line where a record begins, and the record, or None if it is none (an error is then written down).
_Found = tuple[int, "Mapping[str, object] | None"]


def read(intake: Intake) -> Iterator[Article]:
    """The articles of a document; ``Article.line`` is the line where its record begins.

    Elements that are no records are errors, the others are read. Where the JSON itself is broken there is
    one error, and reading goes on at the next line that begins with a brace, if there is one.
    """
    return called_after_the_file(_articles(intake), intake)


def _articles(intake: Intake) -> Iterator[Article]:
    repairs = rows.Repairs()
    told: set[str] = set()

    def note(kinds: tuple[str, ...], line: int) -> None:
        # The encoding is that of the file: it is told once, not for every window that was read.
        repairs.note((kind for kind in kinds if kind not in told), line)
        told.update(kinds)

    number = 0
    lost = len(intake.ledger.errors)
    with TextStream(intake.stream, note) as text:
        for number, (line, record) in enumerate(_records(Scanner(text), intake), start=1):
            if record is None:
                continue
            article = rows.article(record, intake, repairs, number=number, line=line)
            if article is not None:
                yield article
    repairs.tell(intake)
    if number == 0 and len(intake.ledger.errors) == lost:
        intake.repair("no_records", "this file holds no records, there is nothing to check")


def _records(scanner: Scanner, intake: Intake) -> Iterator[_Found]:
    resumed = False
    while first := scanner.peek():
        if resumed and first not in "[{":
            # What is left of the list in which reading was taken up again.
            if first in ",]}":
                scanner.take(first)
            elif not scanner.to_next_object_line():
                return
            continue
        try:
            if first == "[":
                yield from _elements(scanner, intake)
            elif first == "{":
                yield from _document(scanner, intake)
            else:
                raise scanner.broken(f"an array or an object should stand here, not {first!r}")
        except BrokenJsonError as broken:
            resumed = scanner.to_next_object_line()
            rest = f"reading went on in line {scanner.line}" if resumed else "nothing after it was read"
            intake.lose(f"this is not valid JSON ({broken}); {rest}. Repair or export it again", broken.line)
            if not resumed:
                return
            # The broken record keeps its number, as a broken line does in JSON lines.
            yield broken.line, None


def _elements(scanner: Scanner, intake: Intake) -> Iterator[_Found]:
    scanner.take("[")
    while scanner.peek() != "]":
        line = scanner.line
        yield line, _element(scanner, intake, line)
        if scanner.take(",]") == "]":
            return
    scanner.take("]")


def _element(scanner: Scanner, intake: Intake, line: int) -> Mapping[str, object] | None:
    try:
        found = scanner.value()
    except UnfitValueError:
        intake.lose(f"this element is {_UNFIT}; it was left out", line)
        return None
    if not isinstance(found, dict):
        intake.lose("this element is no JSON object; write an object with a field 'text'", line)
        return None
    return found


def _document(scanner: Scanner, intake: Intake) -> Iterator[_Found]:
    """The records that an object holds, or the object as the one record."""
    line = scanner.line
    record: dict[str, object] = {}
    text = intake.columns.get("text", "text")
    holds_records = False
    scanner.take("{")
    while scanner.peek() != "}":
        key = _key(scanner)
        is_list = key in LISTS and not holds_records and rows.reach(record, text) is None
        if is_list and scanner.stands_before_objects():
            holds_records = True
            for at, element in _elements(scanner, intake):
                yield at, None if element is None else _of_feed(element, record, intake)
        else:
            try:
                record[key] = scanner.value()
            except UnfitValueError:
                intake.lose(f"the value of {key[:60]!r} is {_UNFIT}; it was left out", scanner.line)
        if scanner.take(",}") == "}":
            break
    else:
        scanner.take("}")
    is_empty = rows.reach(record, text) is None and any(record.get(name) == [] for name in LISTS)
    if not holds_records and not is_empty:
        yield line, record


def _key(scanner: Scanner) -> str:
    if scanner.peek() != '"':
        raise scanner.broken("a name in double quotes should stand here")
    key = scanner.value()
    scanner.take(":")
    return str(key)


def _of_feed(
    element: Mapping[str, object], feed: Mapping[str, object], intake: Intake
) -> Mapping[str, object]:
    """An element whose text is called as in JSON Feed, under the names of an article's fields."""
    if "text" in intake.columns or "text" in element or "content_text" not in element:
        return element
    named = {"text": element["content_text"], "published": element.get("date_published")}
    if str(feed.get("version", "")).startswith(_JSON_FEED):
        named["source"] = feed.get("title")
    return {**named, **element}
