from pathlib import Path

from checker.sources import Reading, read
from checker.sources.titles import title_of


def _read(tmp_path: Path, data: bytes, name: str = "post.txt") -> Reading:
    path = tmp_path / name
    path.write_bytes(data)
    return read([str(path)])


def test_id_is_the_path_and_source_the_stem_and_the_date_unknown(tmp_path: Path) -> None:
    (article,) = _read(tmp_path, b"Monday, July 15, 2024\n\nText.").articles
    assert article.id == article.path == (tmp_path / "post.txt").as_posix()
    assert article.source == "post"
    assert article.published is None
    assert article.line is None
    assert article.skipped_lines == 0


def test_a_short_first_line_before_longer_text_is_the_title_and_stays_in_the_text(tmp_path: Path) -> None:
    text = "Envoys meet in Geneva\n\nThe envoys of the two countries met for three hours."
    (article,) = _read(tmp_path, text.encode()).articles
    assert article.title == "Envoys meet in Geneva"
    assert article.text == text


def test_a_first_line_that_is_a_sentence_or_stands_alone_is_no_title() -> None:
    assert title_of("The envoys met.\n\nThe envoys of the two countries met for three hours.") is None
    assert title_of("Envoys meet in Geneva") is None
    assert title_of("Envoys meet in Geneva\n\nShort.") is None
    assert title_of("32.1 C\nMonday\n") is None


def test_a_temperature_and_a_date_above_it_are_not_the_title() -> None:
    assert title_of(
        "32.1 C\nMonday, July 15, 2024\n\nEnvoys meet in Geneva\n\nThe envoys met for three hours."
    ) == ("Envoys meet in Geneva")


def test_line_endings_stay_as_they_are(tmp_path: Path) -> None:
    (article,) = _read(tmp_path, b"One line.\r\nAnother line.\rA third.").articles
    assert article.text == "One line.\r\nAnother line.\rA third."


def test_text_that_is_empty_is_a_warning_and_counted(tmp_path: Path) -> None:
    reading = _read(tmp_path, b" \n\t\n")
    assert reading.articles == ()
    assert reading.errors == ()
    assert reading.repaired == {"empty_text": 1}
    assert "empty" in reading.warnings[0].message


def test_a_line_of_fifty_megabytes_is_read(tmp_path: Path) -> None:
    (article,) = _read(tmp_path, b"The envoys met on Monday. " * 2_000_000).articles
    assert len(article.text) == 52_000_000
