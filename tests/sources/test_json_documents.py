import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.sources import Reading, read
from checker.sources.jsonscan import BrokenJsonError, Scanner, UnfitValueError
from checker.sources.textstream import TextStream


def _read(folder: Path, data: bytes | str, **columns: str) -> Reading:
    path = folder / "wire.json"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read([str(path)], columns=columns)


def _texts(reading: Reading) -> list[str]:
    return [article.text for article in reading.articles]


def test_the_elements_of_an_array_are_articles_with_their_lines(tmp_path: Path) -> None:
    reading = _read(tmp_path, '[\n {"id": 7, "text": "One."},\n\n {"text": "Two.\\n"}\n]\n')
    path = (tmp_path / "wire.json").as_posix()
    assert [(article.id, article.line) for article in reading.articles] == [("7", 2), (f"{path}#2", 4)]
    assert reading.errors == reading.warnings == ()


def test_a_printed_object_is_one_article_called_after_its_file(tmp_path: Path) -> None:
    reading = _read(tmp_path, json.dumps({"text": "One.", "items": [{"a": 1}]}, indent=2))
    assert [article.id for article in reading.articles] == [(tmp_path / "wire.json").as_posix()]


@pytest.mark.parametrize(
    "name", ["articles", "items", "results", "data", "docs", "entries", "stories", "hits"]
)
def test_the_list_in_an_object_holds_the_records(tmp_path: Path, name: str) -> None:
    record = {"text": "One.", "source": {"id": None, "name": "Post"}}
    document = {
        "status": "ok",
        "docs": [],
        "entries": ["a"],
        name: [record, {"text": "Two."}],
        "n": {"a": [1]},
    }
    reading = _read(tmp_path, json.dumps(document, indent=1))
    assert _texts(reading) == ["One.", "Two."]
    assert [article.source for article in reading.articles] == ["Post", "wire"]
    assert reading.errors == ()


def test_only_the_first_list_of_objects_is_read(tmp_path: Path) -> None:
    assert _texts(_read(tmp_path, '{"results": [{"text": "One."}], "items": [{"text": "Two."}]}')) == ["One."]


def test_objects_one_after_the_other_are_records(tmp_path: Path) -> None:
    assert _texts(_read(tmp_path, '{"text": "One."}\n{"text":\n"Two."}{"text": "Three."}')) == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_json_feed_gives_text_date_and_publisher(tmp_path: Path) -> None:
    item = {"id": "u", "content_text": "Text.", "date_published": "2020-01-01T00:30:00+01:00"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Blog", "items": [item]}
    (article,) = _read(tmp_path, json.dumps(feed)).articles
    assert (article.id, article.text, article.source) == ("u", "Text.", "The Blog")
    assert article.published == "2019-12-31T23:30:00Z"


@pytest.mark.parametrize("empty", ["", " \n", "[]", "{}" * 0 + '{"status": "ok", "articles": []}'])
def test_a_file_without_records_is_a_warning(tmp_path: Path, empty: str) -> None:
    reading = _read(tmp_path, empty)
    assert (reading.articles, reading.errors) == ((), ())
    assert reading.repaired == {"no_records": 1}


def test_elements_that_are_no_articles_are_errors_with_their_lines(tmp_path: Path) -> None:
    reading = _read(tmp_path, '[{"text": "One."},\n5,\n{"text": 5},\nnull,\n{"body": "B"}, {"text": "Two."}]')
    assert _texts(reading) == ["One.", "Two."]
    assert [problem.line for problem in reading.errors] == [2, 3, 4, 5]


def test_broken_json_in_the_middle_is_one_error_with_its_line(tmp_path: Path) -> None:
    reading = _read(tmp_path, '[\n {"text": "One."},\n {"text" "Two."},\n {"text": "Three."}\n]')
    assert _texts(reading) == ["One."]
    (problem,) = reading.errors
    assert problem.line == 3
    assert "nothing after it was read" in problem.message


def test_reading_goes_on_after_broken_json_where_a_line_begins_with_a_brace(tmp_path: Path) -> None:
    data = '{"articles": [\n{"text": "One."},\n{"text" "Two."},\n{"text": "Three."}\n], "status": "ok"}'
    reading = _read(tmp_path, data)
    path = (tmp_path / "wire.json").as_posix()
    assert [article.id for article in reading.articles] == [f"{path}#1", f"{path}#3"]
    (problem,) = reading.errors
    assert problem.line == 3
    assert "reading went on in line 4" in problem.message


@pytest.mark.parametrize("end", ['{"text": "Two', '{"text": ', "", '{"text": "Two."}, tru'])
def test_what_stands_before_a_missing_end_is_read(tmp_path: Path, end: str) -> None:
    reading = _read(tmp_path, '[{"text": "One."},\n' + end)
    assert _texts(reading)[0] == "One."
    assert [problem.line for problem in reading.errors] == [2]


@pytest.mark.parametrize(
    "value", ["[" * 200_000 + "]" * 200_000, '{"a":' * 99_999 + "1" + "}" * 99_999, "9" * 5000]
)
def test_values_that_cannot_be_held_cost_only_their_element(tmp_path: Path, value: str) -> None:
    reading = _read(tmp_path, f'[{{"text": "One.", "x": {value}}},\n{value},\n{{"text": "Three."}}]')
    assert _texts(reading) == ["Three."]
    assert [problem.line for problem in reading.errors] == [1, 2]
    reading = _read(tmp_path, f'{{"x": {value}, "text": "One."}}')
    assert _texts(reading) == ["One."]
    assert len(reading.errors) == 1


def test_numbers_and_doubled_names_are_read_as_in_json_lines(tmp_path: Path) -> None:
    records = '{"text": "One.", "id": 1, "id": 12345678901234567890, "n": NaN, "m": 1e999}'
    assert [article.id for article in _read(tmp_path, f"[{records}]").articles] == ["12345678901234567890"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_are_read_and_told_once(tmp_path: Path, encoding: str) -> None:
    reading = _read(tmp_path, '[{"text": "Café am See."},\n{"text": "Two."}]'.encode(encoding))
    assert _texts(reading) == ["Café am See.", "Two."]
    assert set(reading.repaired) <= {"byte_order_mark", "encoding"}
    assert reading.repaired


def test_stray_bytes_and_characters_that_are_no_text_are_repaired(tmp_path: Path) -> None:
    reading = _read(tmp_path, b'[{"text": "Caf\xe9."},\n{"text": "a\\ud800b\x00c"},\n{"text": "Th\xe9."}]')
    assert _texts(reading) == ["Café.", "a\ufffdb\ufffdc", "Thé."]
    assert reading.repaired == {"encoding": 1, "nul": 1, "surrogate": 1}
    assert reading.errors == ()


def test_columns_are_mapped_into_nested_records(tmp_path: Path) -> None:
    reading = _read(tmp_path, '{"data": [{"story": {"body": "One."}, "text": "No."}]}', text="story.body")
    assert _texts(reading) == ["One."]


def test_an_array_of_many_windows_is_read_whole(tmp_path: Path) -> None:
    records = [{"id": n, "text": f"{n} " * 30_000} for n in range(60)]
    reading = _read(tmp_path, json.dumps(records))
    assert [(article.id, article.text) for article in reading.articles] == [
        (str(record["id"]), record["text"]) for record in records
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _scanner(text: str, window: int) -> Scanner:
    data = text.encode("utf-8", errors="surrogatepass")
    return Scanner(TextStream(io.BufferedReader(io.BytesIO(data)), lambda kinds, line: None), window=window)  # type: ignore[arg-type]


@settings(deadline=None)
@given(
    st.lists(json_values, min_size=1, max_size=6),
    st.sampled_from([None, 1]),
    st.booleans(),
    st.integers(1, 40),
)
def test_any_window_gives_the_values_and_lines_of_the_whole(
    values: list[object], indent: int | None, ascii_only: bool, window: int
) -> None:
    written = [json.dumps(value, indent=indent, ensure_ascii=ascii_only) for value in values]
    scanner = _scanner("\n".join(written), window)
    line = 1
    for value, text in zip(values, written, strict=True):
        scanner.peek()
        assert scanner.line == line
        assert scanner.value() == value
        line += text.count("\n") + 1
    assert scanner.peek() == ""


def _outcome(text: str, window: int) -> tuple[list[object], str, int]:
    """The values of a text, and the error that ended them with its line."""
    scanner = _scanner(text, window)
    values: list[object] = []
    try:
        while scanner.peek():
            values.append(scanner.value())
    except (BrokenJsonError, UnfitValueError) as problem:
        return values, str(problem), scanner.line
    return values, "", scanner.line


@settings(deadline=None)
@given(st.text('[]{}",:\\u1ae \n-.', max_size=60), st.integers(1, 20))
def test_where_the_window_ends_changes_nothing_in_what_is_said_of_broken_text(text: str, window: int) -> None:
    assert _outcome(text, window) == _outcome(text, 1 << 16)
