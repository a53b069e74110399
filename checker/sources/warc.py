"""Web archives (WARC) to articles: the pages among their records, one record at a time.

``warcio`` reads the headers and keeps to the bounds of a record. Chunks and compression are undone here,
because what cannot be undone has to be told.
"""

from __future__ import annotations

import hashlib
import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from checker.sources.html import article
from checker.sources.markup import decode_markup
from checker.sources.page import read_page
from checker.sources.publisher import registered_domain
from checker.sources.recognise import Format, format_of
from checker.sources.rows import Repairs
from checker.sources.transfer import TransferError, body_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warcio.recordloader import ArcWarcRecord

    from checker.records import Article
    from checker.sources.intake import Intake

#: Bytes of one page, as sent and as decompressed.
LARGEST = 64 * 1024 * 1024
_BLOCK = 1 << 16
_HEAD = 8192
#: Records about the archive and its making; none of them is content that is passed over.
_ASIDE = frozenset(("warcinfo", "request", "metadata"))
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_OK = "200"


@dataclass(frozen=True, slots=True)
class _Response:
    """What was archived of an address: the HTTP headers that matter, and the body as it was sent."""

    uri: str
    kind: str
    charset: str | None
    transfer: str | None
    content: str | None


@dataclass(slots=True)
class _Captures:
    """The pages that an archive has given so far, as digests by their address."""

    digests: dict[str, set[bytes]] = field(default_factory=dict)

    def name(self, uri: str, page: bytes, number: int) -> str | None:
        """The id of a page: its address, and its number if others came before it; None if it was read."""
        known = self.digests.setdefault(uri, set())
        digest = hashlib.blake2b(page, digest_size=16).digest()
        if digest in known:
            return None
        name = f"{uri}#{number}" if known else uri
        known.add(digest)
        return name


def read(intake: Intake) -> Iterator[Article]:
    """The pages of an archive; what is no page is counted, and a record that cannot be read is an error."""
    captures = _Captures()
    repairs = Repairs()
    for number, record in _records(intake):
        if record.rec_type in _ASIDE:
            continue
        response = _response(record)
        if response is None:
            intake.ledger.dropped["warc_not_a_page"] += 1
            continue
        sent: bytes = record.raw_stream.read(LARGEST + 1)
        if record.raw_stream.limit and len(sent) <= LARGEST:
            continue  # The archive ends within this record, which is told when the next one is looked for.
        try:
            body = body_of(sent, transfer=response.transfer, content=response.content, limit=LARGEST)
        except TransferError as broken:
            intake.lose(f"the page {response.uri} cannot be read: {broken}; the others are read", number)
            continue
        name = _name(body, response, intake, captures, number)
        if name is None:
            continue
        markup, made = decode_markup(body, response.charset)
        page = read_page(markup, url=response.uri, keep_furniture=intake.keep_furniture)
        repairs.note((*made, *page.repairs), number)
        source = registered_domain(response.uri) or intake.origin.source
        yield article(page, intake, name, source=source, line=number, url=response.uri)
    repairs.tell(intake)


def _name(body: bytes, response: _Response, intake: Intake, captures: _Captures, number: int) -> str | None:
    """The id of a page; None, and counted, if the body is none or was read before."""
    if not response.kind and format_of("", body[:_HEAD]) is not Format.HTML:
        intake.ledger.dropped["warc_not_a_page"] += 1
        return None
    name = captures.name(response.uri, body, number)
    if name is None:
        intake.ledger.dropped["warc_captured_again"] += 1
    return name


def _records(intake: Intake) -> Iterator[tuple[int, ArcWarcRecord]]:
    """The records of an archive with their numbers, from 1; what is left unread of one is passed over."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader

    logger = logging.getLogger("warcio")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    number = 0
    while True:
        first = _next_record(intake, number)
        if not first:
            return
        number += 1
        try:
            record = loader.parse_record_stream(intake.stream, first, "warc", no_record_parse=True)
        except ArchiveLoadFailed:
            intake.lose("this record is of an unknown version of WARC and was passed over", number)
            continue
        if not hasattr(record.raw_stream, "limit"):
            intake.lose("this record does not say how long it is; what follows it was not read", number)
            return
        yield number, record
        while record.raw_stream.read(_BLOCK):
            pass
        if record.raw_stream.limit:
            uri = record.rec_headers.get_header("WARC-Target-URI") or "without an address"
            intake.lose(
                f"the archive ends in the middle of this record ({uri}), which was left out; "
                "fetch the file again",
                number,
            )
            return


def _next_record(intake: Intake, number: int) -> bytes:
    """The first line of the next record; what stands before it and is no record is an error."""
    stream: BinaryIO = intake.stream
    strange = False
    while line := stream.readline(_BLOCK):
        if line.startswith(b"WARC/"):
            return line
        if line.strip() and not strange:
            strange = True
            where = f"after record {number}" if number else "at the beginning"
            intake.lose(
                f"{where} stands something that is no record (a wrong Content-Length?); "
                "it was passed over up to the next record",
                number + 1,
            )
    return b""


def _response(record: ArcWarcRecord) -> _Response | None:
    """The archived response if it may be a page: a successful one of the right kind, or of no kind at all."""
    from warcio.statusandheaders import StatusAndHeadersParser

    uri = record.rec_headers.get_header("WARC-Target-URI")
    if not uri or record.rec_type not in ("response", "resource"):
        return None
    headers = record.rec_headers
    status = _OK
    if record.rec_type == "response":
        if not uri.lower().startswith(("http:", "https:")):
            return None
        try:
            headers = StatusAndHeadersParser([], verify=False).parse(record.raw_stream)
        except EOFError:
            return None
        status = headers.get_statuscode()
    described = headers.get_header("Content-Type") or ""
    kind = described.split(";")[0].strip().lower()
    if status != _OK or (kind and kind not in _PAGES):
        return None
    charset = _CHARSET.search(described)
    sent = record.rec_type == "response"
    return _Response(
        uri=uri,
        kind=kind,
        charset=charset[1] if charset else None,
        transfer=headers.get_header("Transfer-Encoding") if sent else None,
        content=headers.get_header("Content-Encoding") if sent else None,
    )
