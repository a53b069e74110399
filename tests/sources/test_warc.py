import gzip
import re
import zlib
from pathlib import Path

import pytest
from pages import PARAGRAPHS, page

from checker.sources import Reading, read, transfer, warc, zstd
from checker.sources.transfer import TransferError, body_of

URI = "https://www.post.co.uk/story"


def _record(kind: str, block: bytes, uri: str | None = URI, **headers: str) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Date: 2024-07-06T14:31:00Z"]
    lines += [f"WARC-Target-URI: {uri}"] if uri else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(block)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def _response(body: bytes, uri: str = URI, status: str = "200 OK", **headers: str) -> bytes:
    fields = {"Content_Type": "text/html; charset=utf-8", **headers}
    head = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    return _record("response", "\r\n".join(head).encode() + b"\r\n\r\n" + body, uri)


def _story(number: int) -> bytes:
    return page(body=f"<p>Story {number}: {PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>").encode()


def _chunked(body: bytes, size: int = 700) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return (
        b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\nTrailer: t\r\n\r\n"
    )


def _read(tmp_path: Path, archive: bytes, name: str = "crawl.warc") -> Reading:
    (tmp_path / name).write_bytes(archive)
    return read([str(tmp_path / name)])


def test_responses_and_resources_with_pages_are_articles_and_all_else_is_counted(tmp_path: Path) -> None:
    archive = (
        _record("warcinfo", b"software: a crawler\r\n", None)
        + _record("request", b"GET /story HTTP/1.1\r\n\r\n")
        + _response(_story(1))
        + _record("metadata", b"seconds: 3")
        + _response(b"\x89PNG....", f"{URI}.png", Content_Type="image/png")
        + _response(_story(2), f"{URI}/gone", "404 Not Found")
        + _record("revisit", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        + _record("resource", _story(3), "https://example.org/3", Content_Type="text/html")
        + _response(_story(4), "https://example.org/4", Content_Type="")
        + _response(b"just words", "https://example.org/5", Content_Type="")
    )
    reading = _read(tmp_path, archive)
    assert [(article.id, article.url, article.source, article.line) for article in reading.articles] == [
        (URI, URI, "post.co.uk", 3),
        ("https://example.org/3", "https://example.org/3", "example.org", 8),
        ("https://example.org/4", "https://example.org/4", "example.org", 9),
    ]
    assert reading.articles[0].published is None
    assert f"Story 1: {PARAGRAPHS[0]}" in reading.articles[0].text
    assert reading.dropped == {"warc_not_a_page": 4}
    assert reading.errors == reading.warnings == ()


def test_an_archive_of_one_gzip_member_a_record_is_read(tmp_path: Path) -> None:
    records = [_response(_story(number), f"{URI}/{number}") for number in range(5)]
    reading = _read(tmp_path, b"".join(gzip.compress(record) for record in records), "crawl.warc.gz")
    assert [article.id for article in reading.articles] == [f"{URI}/{number}" for number in range(5)]
    assert reading.errors == ()


@pytest.mark.parametrize("transfer_encoding", ["", "chunked"])
@pytest.mark.parametrize("encoding", ["", "gzip", "deflate", "raw", "zstd", "x-gzip"])
def test_chunks_and_compression_are_undone(tmp_path: Path, transfer_encoding: str, encoding: str) -> None:
    body = _story(1)
    raw = zlib.compressobj(wbits=-15)
    sent = {
        "": body,
        "gzip": gzip.compress(body),
        "x-gzip": gzip.compress(body[:100]) + gzip.compress(body[100:]),
        "deflate": zlib.compress(body),
        "raw": raw.compress(body) + raw.flush(),
        "zstd": zstd.compress(body),
    }[encoding]
    headers = {
        "Content_Encoding": "deflate" if encoding == "raw" else encoding,
        "Transfer_Encoding": transfer_encoding,
    }
    reading = _read(tmp_path, _response(_chunked(sent) if transfer_encoding else sent, **headers))
    assert f"Story 1: {PARAGRAPHS[0]}" in reading.articles[0].text
    assert reading.errors == reading.warnings == ()


def test_a_body_that_was_decoded_before_it_was_archived_is_read_as_it_is(tmp_path: Path) -> None:
    for encoding in ("gzip", "deflate", "br", "zstd"):
        archive = _response(_story(1), Content_Encoding=encoding, Transfer_Encoding="chunked")
        assert len(_read(tmp_path, archive).articles) == 1


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(_story(1))[:-30], {"Content_Encoding": "gzip"}),
        (gzip.compress(_story(1))[:40] + b"damage" * 40, {"Content_Encoding": "gzip"}),
        (b"\x78\x9cdamage", {"Content_Encoding": "deflate"}),
        (b"\x1b\x02\x03damaged or unknown", {"Content_Encoding": "br"}),
        (b"\x28\xb5\x2f\xfddamage", {"Content_Encoding": "zstd"}),
        (_story(1), {"Content_Encoding": "compress"}),
        (_chunked(_story(1))[:900], {"Transfer_Encoding": "chunked"}),
    ],
)
def test_a_page_that_cannot_be_decoded_is_an_error_with_its_address_and_the_rest_is_read(
    tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    reading = _read(tmp_path, _response(body, f"{URI}/broken", **headers) + _response(_story(2)))
    assert [article.id for article in reading.articles] == [URI]
    (problem,) = reading.errors
    assert f"{URI}/broken" in problem.message
    assert problem.line == 1


def test_a_page_that_unpacks_to_more_than_a_page_may_hold_is_refused() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    with pytest.raises(TransferError, match="more than 1 MiB"):
        body_of(bomb, transfer=None, content="gzip", limit=1 << 20)
    with pytest.raises(TransferError, match="more than 1 MiB"):
        body_of(bytes(2_000_000), transfer=None, content=None, limit=1 << 20)


def test_a_page_over_the_limit_is_an_error_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "LARGEST", 5000)
    reading = _read(tmp_path, _response(b"<p>" + b"x" * 90_000, f"{URI}/large") + _response(_story(2)))
    assert [article.id for article in reading.articles] == [URI]
    assert f"{URI}/large" in reading.errors[0].message


@pytest.mark.parametrize("cut", [1, 10, 300, 900])
def test_of_an_archive_that_is_cut_short_the_records_before_are_kept(tmp_path: Path, cut: int) -> None:
    last = _response(_story(2), f"{URI}/2")
    reading = _read(tmp_path, _response(_story(1)) + last[: -4 - cut])
    assert [article.id for article in reading.articles] == [URI]
    (problem,) = reading.errors
    assert f"{URI}/2" in problem.message
    assert problem.line == 2


def test_of_a_gzip_archive_that_is_cut_short_the_records_before_are_kept(tmp_path: Path) -> None:
    picture = _response(b"x" * 400_000, f"{URI}.png", Content_Type="image/png")
    records = (_response(_story(1)), picture, _response(_story(2), f"{URI}/2"))
    archive = b"".join(gzip.compress(record) for record in records)[:-200]
    reading = _read(tmp_path, archive, "crawl.warc.gz")
    assert [article.id for article in reading.articles] == [URI]
    assert len(reading.errors) == 1
    assert "cut short" in reading.errors[0].message


def test_a_wrong_length_is_an_error_and_the_next_record_is_found(tmp_path: Path) -> None:
    first = _response(_story(1))
    stated = re.search(rb"(?<=Content-Length: )\d+", first)
    assert stated is not None
    wrong = first.replace(stated[0], b"%d" % (int(stated[0]) - 300), 1)
    reading = _read(tmp_path, wrong + _response(_story(2), f"{URI}/2"))
    assert reading.articles[-1].id == f"{URI}/2"
    (problem,) = reading.errors
    assert "Content-Length" in problem.message


def test_records_of_an_unknown_version_or_without_a_length_are_errors(tmp_path: Path) -> None:
    unknown = _response(_story(1)).replace(b"WARC/1.0", b"WARC/9.9")
    reading = _read(tmp_path, unknown + _response(_story(2), f"{URI}/2"))
    assert [article.id for article in reading.articles] == [f"{URI}/2"]
    assert "unknown version" in reading.errors[0].message
    endless = _response(_story(3)).replace(b"Content-Length", b"Content-Breadth")
    assert "how long" in _read(tmp_path, _response(_story(2)) + endless).errors[0].message


def test_an_address_that_was_archived_twice_gives_each_page_once(tmp_path: Path) -> None:
    reading = _read(tmp_path, _response(_story(1)) + _response(_story(2)) + _response(_story(1)))
    assert [article.id for article in reading.articles] == [URI, f"{URI}#2"]
    assert reading.dropped == {"warc_captured_again": 1}
    assert reading.errors == ()


def test_the_encoding_of_the_http_header_goes_before_that_of_the_page(tmp_path: Path) -> None:
    body = page(body=f"<p>{PARAGRAPHS[0]} Женева.</p>").replace('charset="utf-8"', 'charset="koi8-r"')
    archive = _response(body.encode("windows-1251"), Content_Type="text/html; charset=windows-1251")
    reading = _read(tmp_path, archive)
    assert "Женева." in reading.articles[0].text
    assert reading.warnings == ()


def test_repairs_are_told_once_an_archive_with_their_number(tmp_path: Path) -> None:
    pages = [page(body=f"<p>{number} Ge&shy;neva. {PARAGRAPHS[0]}</p>").encode() for number in range(3)]
    reading = _read(tmp_path, b"".join(_response(body, f"{URI}/{at}") for at, body in enumerate(pages)))
    assert reading.repaired == {"invisible": 3}
    assert len(reading.warnings) == 1


def test_a_page_without_text_is_a_counted_warning_with_its_record(tmp_path: Path) -> None:
    reading = _read(tmp_path, _response(b"<html><body></body></html>"))
    assert reading.repaired == {"empty_text": 1}
    assert reading.warnings[0].line == 1


def test_what_is_damaged_writes_nothing_to_standard_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _read(tmp_path, _response(_story(1), "https://example.org/a b") + b"noise\r\n" + _response(_story(2)))
    assert capfd.readouterr() == ("", "")


def test_without_brotli_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    with pytest.raises(TransferError, match="install the package 'brotli'"):
        transfer.body_of(b"\x1b\x02", transfer=None, content="br", limit=100)
