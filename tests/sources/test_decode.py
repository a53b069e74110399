import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.sources import read
from checker.sources.decode import binary_kind, decode, encoding_of, neutral
from checker.sources.mojibake import mended
from checker.sources.reading import MESSAGES

INVISIBLE = [
    chr(code)
    for code in (
        *(0xAD, 0x61C, 0x180E, 0xFEFF, 0xE0001, 0xE0041),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x206A),
    )
]
CONTROLS = [chr(code) for code in (*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0))]
EMOJI_JOINED = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
#: Text as newspapers print it: nothing in it can be taken for mojibake.
CLEAN = st.text(
    alphabet=st.characters(codec="ascii", exclude_categories=["Cc"])
    | st.sampled_from("\n\t\rïéöß’—й语\U0001f600"),
    max_size=200,
)
#: Text in which everything that is repaired comes close together.
DIRTY = st.lists(
    st.sampled_from([*INVISIBLE, *CONTROLS, *"ÃÂâ€™œ©é\ufffd\ud83d\ude00 \nab", EMOJI_JOINED, "â€œ", "ï»¿"]),
    max_size=30,
).map("".join) | st.text(alphabet=st.characters(), max_size=60)


def test_a_byte_order_mark_is_removed_and_named() -> None:
    assert decode(b"\xef\xbb\xbfCaf\xc3\xa9") == ("Café", ("byte_order_mark",))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_utf_16_and_utf_32_are_read(encoding: str) -> None:
    assert decode("Café “no”".encode(encoding)) == ("Café “no”", ("byte_order_mark", "encoding"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_nuls(encoding: str) -> None:
    text = "The envoys met on Monday. “We agreed”, said Zoë.\n"
    data = text.encode(encoding)
    assert decode(data) == (text, ("encoding",))
    assert binary_kind(data) is None
    assert encoding_of(data[:4]) == encoding


@pytest.mark.parametrize(
    "data",
    [
        b"\x01\x00\x02\x00\x03\x00" * 100,
        b"\x00\x01\x02\x03" * 100,
        "plain".encode("utf-32-le") * 50,
        b"\0" * 500,
    ],
    ids=["numbers", "bytes", "utf-32", "nuls"],
)
def test_nuls_alone_do_not_make_utf_16(data: bytes) -> None:
    assert encoding_of(data) == "utf-8"
    assert binary_kind(data) == "binary"


def test_windows_1252_is_read_where_bytes_are_not_utf_8() -> None:
    assert decode(b"\x93Caf\xe9\x94") == ("“Café”", ("encoding",))


def test_one_stray_byte_does_not_spoil_the_utf_8_around_it() -> None:
    assert decode("Kyïv — ".encode() + b"\x93no\x94") == ("Kyïv — “no”", ("encoding",))


def test_c1_controls_are_the_quotes_of_windows_1252() -> None:
    assert neutral("\x93no\x94 \x85") == ("“no” …", ("mojibake",))
    assert neutral("\x81") == ("\ufffd", ("control",))


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("It isnâ€™t", "It isn’t"),
        ("cafÃ©", "café"),
        ("â€œnoâ€\x9d", "“no”"),
        ("SantamarÃ\xada", "Santamaría"),
        ("todayÃ¢Â\x80Â\x99s vote", "today’s vote"),
        ("voilÃ  le travail", "voilà le travail"),
        ("√©cole", "école"),
        ("a cÃ\u200b©t", "a cét"),
    ],
)
def test_mojibake_is_put_right_and_named(broken: str, meant: str) -> None:
    text, kinds = neutral(broken)
    assert text == meant
    assert "mojibake" in kinds


@pytest.mark.parametrize(
    "text",
    [
        "“Él dijo «sí»”, she said — ‘no’…",
        "Beyoncé™, Motörhead® and Häagen-Dazs©",
        "Президент заявил «мы готовы»",
        "总统说“我们准备好了”",
        "Der Präsident: „Ölförderung“ – 5 °C, 3 µg, ½ £",
        "SÃO PAULO",
    ],
)
def test_what_only_looks_like_mojibake_stays(text: str) -> None:
    assert neutral(text) == (text, ())


def test_one_bad_line_does_not_touch_the_others() -> None:
    text, kinds = neutral("Good “é” and Ã alone\nIt isnâ€™t\nGood ÃŸ? No: ß and “—”")
    assert text.split("\n")[:2] == ["Good “é” and Ã alone", "It isn’t"]
    assert kinds == ("mojibake",)


def test_mojibake_in_an_endless_line_is_mended_piece_by_piece() -> None:
    good = "The envoys met in the café – again. "
    text = (good * 200 + "It isnâ€™t. ") * 5
    assert mended(text) == (good * 200 + "It isn’t. ") * 5


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_invisible_characters_are_removed_wherever_they_are(character: str) -> None:
    assert neutral(f"Pu{character}tin{character}") == ("Putin", ("invisible",))
    assert decode(f"Pu{character}tin".encode()) == ("Putin", ("invisible",))


def test_a_joiner_stays_inside_an_emoji_and_nowhere_else() -> None:
    assert neutral(f"{EMOJI_JOINED} met") == (f"{EMOJI_JOINED} met", ())
    assert neutral("\U0001f468\u200da") == ("\U0001f468a", ("invisible",))


def test_control_characters_become_spaces_where_they_part_words_and_else_u_fffd() -> None:
    assert neutral("one\x0ctwo\x0bthree\x1b[31m\x7f") == ("one two three\ufffd[31m\ufffd", ("control",))
    assert neutral("tab\tline\r\nline") == ("tab\tline\r\nline", ())


def test_nul_and_lone_surrogates_become_replacement_characters_one_for_one() -> None:
    assert decode(b"a\0b") == ("a\ufffdb", ("nul",))
    assert neutral("a\ud800b\udfff") == ("a\ufffdb\ufffd", ("surrogate",))


@given(DIRTY)
@example("Ã\u200b©")
@example("Ã\u200bÂ\u200b©")
@example("\u200d".join("\U0001f468\u200b\U0001f469"))
def test_neutral_is_idempotent_and_leaves_nothing_that_cannot_be_seen(text: str) -> None:
    found, kinds = neutral(text)
    assert neutral(found) == (found, ())
    assert not set(found.replace(EMOJI_JOINED, "")) & {*INVISIBLE, *CONTROLS} - {"\u200d"}
    found.encode("utf-8")
    assert (found == text) == (kinds == ())
    assert set(kinds) <= set(MESSAGES)


@given(CLEAN)
def test_clean_text_is_the_same_object_without_repairs(text: str) -> None:
    found, kinds = neutral(text)
    assert found is text
    assert kinds == ()
    assert decode(text.encode()) == (text, ())


@given(st.binary(max_size=200))
def test_any_bytes_become_text_that_can_be_written(data: bytes) -> None:
    text, repairs = decode(data)
    assert not set(text) & set(CONTROLS)
    text.encode("utf-8")
    assert len(set(repairs)) == len(repairs)
    assert set(repairs) <= set(MESSAGES)


@pytest.mark.parametrize("text", ["The envoys met on Monday. ", "The envoys’ talks — “good” — went on.\n"])
def test_clean_text_is_decoded_at_disk_speed(text: str) -> None:
    data = (text * 200_000).encode()
    before = time.process_time()
    decode(data)
    assert len(data) / (time.process_time() - before) > 10_000_000


def test_every_repair_is_a_warning_with_the_file_and_touches_no_other_article(tmp_path: Path) -> None:
    dirty = {
        "byte_order_mark": b"\xef\xbb\xbfText.",
        "encoding": b"Caf\xe9.",
        "mojibake": "It isnâ€™t.".encode(),
        "invisible": "Pu\u200btin.".encode(),
        "nul": b"Te\0xt, and more of it.",
        "control": b"Te\x1bxt.",
    }
    for kind, data in dirty.items():
        (tmp_path / f"{kind}.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("Good.")
    reading = read([str(tmp_path)])
    assert reading.repaired == dict.fromkeys(sorted(dirty), 1)
    assert {(Path(warning.path).stem, warning.message) for warning in reading.warnings} == {
        (kind, MESSAGES[kind]) for kind in dirty
    }
    assert reading.errors == ()
    assert sorted(article.text for article in reading.articles) == sorted(
        ["Text.", "Café.", "It isn’t.", "Putin.", "Te\ufffdxt, and more of it.", "Te\ufffdxt.", "Good."]
    )


def test_records_name_the_line_of_the_first_repair_and_keep_their_offsets(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(
        b'{"text": "One."}\n{"text": "Pu\\u200btin met."}\n'
        b'{"text": "It isn\\u00e2\\u20ac\\u2122t. Pu\\u00adtin."}\n'
    )
    reading = read([str(path)])
    assert [article.text for article in reading.articles] == ["One.", "Putin met.", "It isn’t. Putin."]
    assert reading.repaired == {"invisible": 2, "mojibake": 1}
    assert sorted(warning.line or 0 for warning in reading.warnings) == [2, 3]
    assert {warning.path for warning in reading.warnings} == {path.as_posix()}
