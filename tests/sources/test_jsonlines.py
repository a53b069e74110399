import json
from pathlib import Path

import pytest

from checker.sources import Reading, read


def _read(tmp_path: Path, data: bytes) -> Reading:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(data)
    return read([str(path)])


def test_the_fields_of_a_record_become_an_article(tmp_path: Path) -> None:
    record = {
        "id": "x1",
        "source": "Post",
        "title": "T",
        "url": "u",
        "published": "2022-11-06",
        "text": "Text.",
    }
    (article,) = _read(tmp_path, json.dumps(record).encode()).articles
    assert (article.id, article.source, article.title, article.url) == ("x1", "Post", "T", "u")
    assert (article.published, article.text, article.line) == ("2022-11-06", "Text.", 1)


def test_records_without_ids_are_numbered_and_a_single_one_has_the_path(tmp_path: Path) -> None:
    path = (tmp_path / "wire.jsonl").as_posix()
    several = _read(tmp_path, b'{"text": "One."}\n\n{"text": "Two."}\n').articles
    assert [(article.id, article.line, article.source) for article in several] == [
        (f"{path}#1", 1, "wire"),
        (f"{path}#2", 3, "wire"),
    ]
    assert [article.id for article in _read(tmp_path, b'{"text": "One."}\n').articles] == [path]


def test_a_broken_line_keeps_the_numbers_of_the_others(tmp_path: Path) -> None:
    path = (tmp_path / "wire.jsonl").as_posix()
    reading = _read(tmp_path, b'{"text": "One."}\n{"text": \n{"text": "Three."}\n')
    assert [article.id for article in reading.articles] == [f"{path}#1", f"{path}#3"]
    assert [(problem.path, problem.line) for problem in reading.errors] == [(path, 2)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json", "not valid JSON"),
        ("[1, 2]", "no JSON object"),
        ('"text"', "no JSON object"),
        ('{"title": "T"}', "no field 'text'"),
        ('{"text": 5}', "no string"),
        ('{"text": null}', "no field 'text'"),
        ("[" * 200_000, "nested too deeply"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "too long"),
    ],
)
def test_a_record_that_is_no_article_is_an_error_with_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    reading = _read(tmp_path, f'{{"text": "One."}}\n{line}\n{{"text": "Three."}}'.encode())
    assert [article.text for article in reading.articles] == ["One.", "Three."]
    (problem,) = reading.errors
    assert problem.line == 2
    assert message in problem.message


def test_lone_surrogates_and_nuls_in_any_field_are_replaced_and_counted(tmp_path: Path) -> None:
    line = rb'{"id": "a\udfff", "title": "t\ud800", "text": "One \ud83d\ude00 \udc00 two\u0000."}'
    reading = _read(tmp_path, line)
    (article,) = reading.articles
    assert article.text == "One \U0001f600 \ufffd two\ufffd."
    assert (article.id, article.title) == ("a\ufffd", "t\ufffd")
    assert reading.repaired == {"nul": 1, "surrogate": 1}


def test_repairs_of_many_records_make_one_warning_and_are_counted(tmp_path: Path) -> None:
    reading = _read(tmp_path, b'{"text": "One."}\n{"text": "Caf\xe9."}\n{"text": "Th\xe9."}\n')
    assert [article.text for article in reading.articles] == ["One.", "Café.", "Thé."]
    assert reading.repaired == {"encoding": 2}
    assert [problem.line for problem in reading.warnings] == [2]


def test_empty_text_and_unreadable_dates_are_warnings_with_lines(tmp_path: Path) -> None:
    reading = _read(tmp_path, b'{"text": " "}\n{"text": "Two.", "date": "9/6/17"}\n')
    assert [article.published for article in reading.articles] == [None]
    assert reading.repaired == {"empty_text": 1, "published": 1}
    assert {problem.line for problem in reading.warnings} == {1, 2}
    assert reading.errors == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    reading = _read(tmp_path, '{"text": "Café."}\n{"text": "Two."}\n'.encode(encoding))
    assert [article.text for article in reading.articles] == ["Café.", "Two."]
    assert reading.repaired["byte_order_mark"] == 1


def test_a_record_of_fifty_megabytes_is_read(tmp_path: Path) -> None:
    line = b'{"text": "' + b"The envoys met on Monday. " * 2_000_000 + b'"}\n{"text": "Two."}'
    assert [len(article.text) for article in _read(tmp_path, line).articles] == [52_000_000, 4]
