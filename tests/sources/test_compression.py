import contextlib
import gzip
import io
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.sources import Reading, compression, read, zstd
from checker.sources.compression import DamagedError, is_compressed, unpacked

PACK = {
    "gz": gzip.compress,
    "zst": lambda data: zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1}),
}
RECORDS = b"".join(
    b'{"id": "%d", "text": "The envoys met. %s"}\n' % (number, os.urandom(40).hex().encode())
    for number in range(6000)
)


def _read_beside_a_good_file(tmp_path: Path, name: str, data: bytes) -> Reading:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("Good.")
    reading = read([str(tmp_path)])
    assert reading.articles[-1].text == "Good."
    return reading


def _open(data: bytes) -> io.BufferedReader:
    return unpacked(io.BytesIO(data), data[:8])


@pytest.mark.parametrize("suffix", PACK)
@given(parts=st.lists(st.binary(max_size=300), min_size=1, max_size=4))
@settings(max_examples=30)
def test_several_packed_parts_one_after_another_are_one_stream(suffix: str, parts: list[bytes]) -> None:
    packed = b"".join(PACK[suffix](part) for part in parts)
    assert is_compressed(packed)
    assert _open(packed).read() == b"".join(parts)


@pytest.mark.parametrize("suffix", PACK)
def test_a_packed_file_is_read_like_the_file_in_it(tmp_path: Path, suffix: str) -> None:
    reading = _read_beside_a_good_file(tmp_path, f"a.jsonl.{suffix}", PACK[suffix](RECORDS))
    assert len(reading.articles) == 6001
    assert reading.errors == ()


@pytest.mark.parametrize("suffix", PACK)
def test_records_before_the_cut_of_a_truncated_file_are_kept(tmp_path: Path, suffix: str) -> None:
    packed = PACK[suffix](RECORDS)
    reading = _read_beside_a_good_file(tmp_path, f"a.jsonl.{suffix}", packed[: int(len(packed) * 0.9)])
    (problem,) = reading.errors
    assert Path(problem.path).name == f"a.jsonl.{suffix}"
    assert "cut short or damaged" in problem.message
    assert "articles before that place were kept" in problem.message
    assert 4000 < len(reading.articles) < 6000
    assert reading.warnings == ()


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("left", [5, 12])
def test_a_plain_text_that_is_cut_short_is_one_error(tmp_path: Path, suffix: str, left: int) -> None:
    reading = _read_beside_a_good_file(tmp_path, f"a.txt.{suffix}", PACK[suffix](b"The envoys met.")[:left])
    assert len(reading.articles) == 1
    assert ["cut short or damaged" in error.message for error in reading.errors] == [True]


@pytest.mark.parametrize("suffix", PACK)
def test_a_wrong_checksum_is_an_error(tmp_path: Path, suffix: str) -> None:
    packed = bytearray(PACK[suffix](b"The envoys met on Monday."))
    packed[-6 if suffix == "gz" else -1] ^= 0xFF
    reading = _read_beside_a_good_file(tmp_path, f"a.txt.{suffix}", bytes(packed))
    assert ["damaged" in error.message for error in reading.errors] == [True]


@pytest.mark.parametrize("suffix", PACK)
def test_what_follows_the_packed_data_is_an_error(suffix: str) -> None:
    stream = _open(PACK[suffix](b"text") + b"something else that is no archive")
    assert stream.read(4) == b"text"
    with pytest.raises(DamagedError, match="damaged"):
        stream.read()


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path, suffix: str, name: str) -> None:
    packed = PACK[suffix](b"bang " * 200_000) * 300
    assert len(packed) < 1_000_000
    tracemalloc.start()
    try:
        reading = _read_beside_a_good_file(tmp_path, f"{name}.{suffix}", packed)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4 * compression.FREE
    (problem,) = reading.errors
    assert Path(problem.path).name == f"{name}.{suffix}"
    assert "64 MiB" in problem.message
    assert len(reading.articles) == 1


@pytest.mark.parametrize("suffix", PACK)
def test_a_stream_of_unknown_size_may_be_as_large_as_it_is_honest(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compression, "FREE", 1 << 12)
    assert _open(PACK[suffix](RECORDS)).read() == RECORDS
    with pytest.raises(DamagedError, match="bombs"):
        _open(PACK[suffix](b"bang " * 20_000)).read()


@pytest.mark.parametrize("suffix", PACK)
def test_a_file_that_is_packed_twice_is_refused_in_clear_words(tmp_path: Path, suffix: str) -> None:
    reading = _read_beside_a_good_file(tmp_path, f"a.txt.{suffix}", PACK[suffix](gzip.compress(b"Text.")))
    assert ["compressed more than once" in error.message for error in reading.errors] == [True]


@pytest.mark.parametrize("suffix", PACK)
def test_a_packed_file_of_no_text_is_an_error(tmp_path: Path, suffix: str) -> None:
    reading = _read_beside_a_good_file(tmp_path, f"a.txt.{suffix}", PACK[suffix](bytes(range(4)) * 200))
    assert ["no text but binary" in error.message for error in reading.errors] == [True]


def test_a_packed_name_without_packed_content_is_read_by_its_content(tmp_path: Path) -> None:
    reading = _read_beside_a_good_file(tmp_path, "a.txt.gz", b"Plain after all.")
    assert [article.text for article in reading.articles] == ["Plain after all.", "Good."]


@pytest.mark.parametrize("magic", [compression.GZIP, compression.ZSTD])
@given(rest=st.binary(max_size=200))
@settings(max_examples=50)
def test_any_bytes_after_the_first_ones_are_unpacked_or_refused(magic: bytes, rest: bytes) -> None:
    # Nothing but this error, which a run survives, may come out of damaged data.
    with contextlib.suppress(DamagedError):
        _open(magic + rest).read()
