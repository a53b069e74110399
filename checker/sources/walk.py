"""From the paths on the command line to articles: each file opened, unpacked, recognised and read."""

from __future__ import annotations

import errno
import io
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from checker.errors import InputError
from checker.sources.compression import is_compressed, unpacked
from checker.sources.decode import binary_kind
from checker.sources.formats import reader
from checker.sources.intake import Intake
from checker.sources.origin import origin_of
from checker.sources.own import is_own_file
from checker.sources.paths import expanded, files, reason
from checker.sources.reading import Ledger, Reading
from checker.sources.recognise import Format, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.records import Article

_HEAD = 8192
READABLE = "give text, Markdown, HTML, JSON, CSV, Parquet, RSS, Atom or WARC"


def read(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    keep_furniture: bool = False,
    without: Sequence[str] = (),
) -> Reading:
    """Read all articles of ``paths`` at once; see ``stream``."""
    ledger = Ledger()
    found = stream(
        paths, ledger, stdin=stdin, columns=columns, keep_furniture=keep_furniture, without=without
    )
    return ledger.reading(found)


def stream(
    paths: Sequence[str],
    ledger: Ledger,
    *,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    keep_furniture: bool = False,
    without: Sequence[str] = (),
) -> Iterator[Article]:
    """The articles of files, directories (recursively, sorted), globs and ``-`` (``stdin``), one by one.

    A file is read once, however many paths lead to it. ``columns`` and ``keep_furniture`` are those of
    ``Intake``. In directories the files ``without`` are passed over, as are reports and baselines of
    checker everywhere: they are counted as ``not_an_article``. Raises MissingPathError, before the first
    article and naming all of them, when paths are missing or unreadable; what goes wrong inside a directory
    or a file is written in the ``ledger``.
    """
    named = expanded(paths, stdin)

    def articles() -> Iterator[Article]:
        for path in files(named, ledger, without):
            intake = partial(
                Intake,
                origin=origin_of(path),
                ledger=ledger,
                columns=columns or {},
                keep_furniture=keep_furniture,
            )
            found = _from_file(path, intake) if path != "-" or stdin is None else _from_stdin(stdin, intake)
            yield from (article for article in found if ledger.admits(article))

    return articles()


def _from_stdin(stdin: BinaryIO, intake: partial[Intake]) -> Iterator[Article]:
    opened = intake(stdin if hasattr(stdin, "peek") else io.BufferedReader(stdin))
    try:
        # Standard input is JSON lines, unless its first bytes say that it is something else.
        yield from _read(opened, "-", otherwise=Format.JSON_LINES)
    except OSError as problem:
        opened.lose(f"standard input broke off ({reason(problem)}); run again")


def _from_file(path: str, intake: partial[Intake]) -> Iterator[Article]:
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - a Path costs as much as reading a short article
            yield from _read(intake(stream, file=path), path)
    except OSError as problem:
        gone = problem.errno in {errno.ENOENT, errno.ESTALE}
        advice = "it went away while others were read; run again" if gone else "check its permissions"
        intake(io.BytesIO()).lose(f"the file cannot be read ({reason(problem)}); {advice}")


def _read(intake: Intake, name: str, *, otherwise: Format = Format.PLAIN) -> Iterator[Article]:
    """The articles of one opened file, whatever its format; damage ends it early and is written down."""
    try:
        head = _peek(intake.stream)
        if is_compressed(head):
            intake = replace(intake, stream=unpacked(intake.stream, head), file=None)
            head = _peek(intake.stream)
            if is_compressed(head):
                intake.lose("this is compressed more than once; unpack it until one compression is left")
                return
        text_column = intake.columns.get("text", "text")
        if is_own_file(head) and text_column == "text":
            intake.ledger.dropped["not_an_article"] += 1
            return
        kind = format_of(name, head, text_column=text_column, otherwise=otherwise)
        # The pages of an archive may be anything, and its reader looks at each.
        strange = None if kind in (Format.PARQUET, Format.WARC) else binary_kind(head)
        if strange is not None:
            intake.lose(f"this is no text but {strange}; {READABLE}")
            return
        format_reader = reader(kind)
        if format_reader is None:
            _pass_over(intake, kind)
            return
        yield from format_reader.read(intake)
    except InputError as damaged:
        intake.lose(f"{damaged}; articles before that place were kept. Repair or remove the file")


def _pass_over(intake: Intake, kind: Format) -> None:
    """Count a file that is well but holds no article (a sitemap, a configuration)."""
    intake.ledger.dropped["not_an_article"] += 1
    intake.repair("not_an_article", f"this is {kind}, which holds no article; {READABLE}")


def _peek(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it."""
    return stream.peek(_HEAD)  # type: ignore[attr-defined, no-any-return]
