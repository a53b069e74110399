from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources import read
from checker.sources.decode import decode, neutral


def test_a_byte_order_mark_is_removed_and_named() -> None:
    assert decode(b"\xef\xbb\xbfCaf\xc3\xa9") == ("Café", ("byte_order_mark",))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_utf_16_and_utf_32_are_read(encoding: str) -> None:
    text, repairs = decode("Café “no”".encode(encoding))
    assert text == "Café “no”"
    assert "encoding" in repairs


def test_windows_1252_is_read_where_bytes_are_not_utf_8() -> None:
    assert decode(b"\x93Caf\xe9\x94") == ("“Café”", ("encoding",))


def test_one_stray_byte_does_not_spoil_the_utf_8_around_it() -> None:
    assert decode("Kyïv — ".encode() + b"\x93no\x94") == ("Kyïv — “no”", ("encoding",))


def test_nul_and_lone_surrogates_become_replacement_characters_one_for_one() -> None:
    assert decode(b"a\0b") == ("a\ufffdb", ("nul",))
    assert neutral("a\ud800b\udfff") == ("a\ufffdb\ufffd", ("surrogate",))


@given(st.binary(max_size=200))
def test_any_bytes_become_text_that_can_be_written(data: bytes) -> None:
    text, repairs = decode(data)
    assert "\0" not in text
    text.encode("utf-8")
    assert len(set(repairs)) == len(repairs)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=200))
def test_good_utf_8_is_not_touched(text: str) -> None:
    assert decode(text.encode()) == (text, ())


def test_a_repair_is_a_warning_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfText a.")
    (tmp_path / "b.txt").write_bytes(b"Caf\xe9 b.")
    reading = read([str(tmp_path)])
    assert [article.text for article in reading.articles] == ["Text a.", "Café b."]
    assert reading.repaired == {"byte_order_mark": 1, "encoding": 1}
    assert len(reading.warnings) == 2
    assert reading.errors == ()
