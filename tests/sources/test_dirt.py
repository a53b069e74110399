"""Dirt of all kinds in one directory: each is told with its file and line, none touches another article."""

import gzip
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from checker.sources import read, zstd

#: File, its bytes, and what the error says, in which line (None: the file as a whole).
LOST = [
    ("pdf.txt", b"%PDF-1.7\n...", "this is no text but a PDF file", None),
    ("binary.txt", bytes(range(8)) * 500, "this is no text but binary", None),
    ("twice.txt.gz", gzip.compress(gzip.compress(b"Text.")), "compressed more than once", None),
    ("cut.txt.gz", gzip.compress(b"Text of a cut file." * 9)[:-12], "cut short or damaged", None),
    (
        "cut.txt.zst",
        zstd.compress(b"Text of it." * 9)[:-3],
        "cut short or damaged",
        None,
    ),
    ("bomb.txt.gz", gzip.compress(b"boom " * 210_000) * 70, "unpacks to more than 64 MiB", None),
    ("broken.jsonl", b'{"text": "Kept."}\n{"text": \n', "not valid JSON", 2),
    ("same.jsonl", b'{"id": "1", "text": "Kept."}\n\n{"id": "1", "text": "Lost."}\n', "'1' is taken by", 3),
]
#: File, its bytes, and what the warning says, in which line.
REPAIRED = [
    ("mark.txt", b"\xef\xbb\xbfKept.", "byte order mark", None),
    ("utf16.txt", "Kept.".encode("utf-16-le"), "not UTF-8", None),
    ("cp1252.txt", b"\x93Kept.\x94", "not UTF-8", None),
    ("mojibake.txt", "Isnâ€™t kept.".encode(), "wrong encoding", None),
    ("bidi.txt", "Ke\u202ept\u202c.".encode(), "invisible characters", None),
    ("control.txt", b"Kept\x0c.", "control characters", None),
    ("nul.txt", b"Kept, but for one \0.", "NUL", None),
    ("surrogate.jsonl", b'{"text": "Kept."}\n{"text": "Kept \\ud800."}\n', "lone surrogates", 2),
    ("date.jsonl", b'{"text": "Kept."}\n{"text": "Kept.", "date": "9/6/17"}\n', "cannot be read", 2),
    ("empty.txt", b"", "the text is empty", None),
    ("empty.jsonl", b'{"text": "Kept."}\n\n{"text": " "}\n', "the text is empty", 3),
]


@pytest.mark.parametrize(("name", "data", "message", "line"), LOST, ids=[case[0] for case in LOST])
def test_what_is_lost_is_an_error_with_its_place(
    tmp_path: Path, name: str, data: bytes, message: str, line: int | None
) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read([str(tmp_path)])
    (problem,) = reading.errors
    assert (problem.path, problem.line) == ((tmp_path / name).as_posix(), line)
    assert message in problem.message
    assert reading.warnings == ()
    assert reading.repaired == {}


@pytest.mark.parametrize(("name", "data", "message", "line"), REPAIRED, ids=[case[0] for case in REPAIRED])
def test_what_is_repaired_or_empty_is_a_counted_warning_with_its_place(
    tmp_path: Path, name: str, data: bytes, message: str, line: int | None
) -> None:
    (tmp_path / name).write_bytes(data)
    reading = read([str(tmp_path)])
    (warning,) = reading.warnings
    assert (warning.path, warning.line) == ((tmp_path / name).as_posix(), line)
    assert message in warning.message
    assert sum(reading.repaired.values()) == 1
    assert reading.errors == ()


def test_no_dirt_touches_another_article(tmp_path: Path) -> None:
    for name, data, *_ in (*LOST, *REPAIRED):
        (tmp_path / name).write_bytes(data)
    for number in range(30):
        (tmp_path / f"{chr(97 + number % 26)}-good-{number}.txt").write_text(f"Good {number}.")
    reading = read([str(tmp_path)])
    good = sorted(article.text for article in reading.articles if "good" in article.id)
    assert good == sorted(f"Good {number}." for number in range(30))
    assert len(reading.errors) == len(LOST)
    assert len(reading.warnings) == len(REPAIRED)
    kept = [article.text for article in reading.articles if "good" not in article.id]
    assert len(kept) == 2 + 7 + 2 + 2 + 1
    assert all("ept" in text for text in kept)


_PEAK = """
import resource, sys
from checker.sources import read
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
(article,) = read([sys.argv[1]]).articles
print(len(article.text), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize(("name", "shape"), [("a.txt", "{}"), ("a.jsonl", '{{"text": "{}"}}')])
def test_a_single_line_of_twenty_megabytes_takes_a_few_times_its_size(
    tmp_path: Path, name: str, shape: str
) -> None:
    text = "The envoys met on Monday. " * 800_000
    (tmp_path / name).write_text(shape.format(text))
    command = [sys.executable, "-c", _PEAK, str(tmp_path / name)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    length, kilobytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert int(length) == len(text)
    assert int(kilobytes) * 1024 < 6 * len(text)
    assert after.ru_utime - before.ru_utime < 5
