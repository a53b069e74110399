import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.sources import Reading, read

BERLIN = "Europe/Berlin"


def _csv(folder: Path, data: bytes | str, name: str = "wire.csv", **columns: str) -> Reading:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read([str(path)], columns=columns)


def _parquet(folder: Path, frame: pl.DataFrame, name: str = "wire.parquet", **columns: str) -> Reading:
    path = folder / name
    frame.write_parquet(path)
    return read([str(path)], columns=columns)


def _texts(reading: Reading) -> list[str]:
    return [article.text for article in reading.articles]


# Both kinds of tables


def test_all_missing_columns_are_named_at_once_with_those_that_are_there(tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": [1], "body": ["Text."]})
    for reading in (
        _csv(tmp_path, frame.write_csv(), title="head", url="link"),
        _parquet(tmp_path, frame, title="head", url="link"),
    ):
        (problem,) = reading.errors
        assert reading.articles == ()
        assert "'text' and no 'head' (for title) and no 'link' (for url)" in problem.message
        assert "it has 'id', 'body'" in problem.message
        assert "--column text=body" in problem.message


def test_a_missing_column_that_was_not_asked_for_is_no_problem(tmp_path: Path) -> None:
    frame = pl.DataFrame({"body": ["Text."]})
    for reading in (_csv(tmp_path, frame.write_csv(), text="body"), _parquet(tmp_path, frame, text="body")):
        assert (_texts(reading), reading.errors, reading.warnings) == (["Text."], (), ())


def test_a_table_without_rows_is_a_warning_and_an_empty_text_is_one(tmp_path: Path) -> None:
    nothing = pl.DataFrame({"text": []}, schema={"text": pl.String})
    for reading in (_csv(tmp_path, "id,text\n"), _csv(tmp_path, ""), _parquet(tmp_path, nothing)):
        assert (reading.errors, reading.repaired) == ((), {"no_records": 1})
    gap = pl.DataFrame({"id": ["a", "b"], "text": [None, "Text."]})
    for reading in (_csv(tmp_path, gap.write_csv()), _parquet(tmp_path, gap)):
        assert (_texts(reading), reading.errors, reading.repaired) == (["Text."], (), {"empty_text": 1})


# CSV and TSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised_by_the_header(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "a,b;c", "text"], ["007", "x", '"One; two, three|four\tfive."']]
    reading = _csv(
        tmp_path,
        "\n".join(delimiter.join(cell if cell != "a,b;c" else '"a,b;c"' for cell in row) for row in rows),
    )
    assert [(article.id, article.text) for article in reading.articles] == [
        ("007", "One; two, three|four\tfive.")
    ]


def test_the_line_that_names_the_delimiter_for_spreadsheets_is_no_header(tmp_path: Path) -> None:
    reading = _csv(tmp_path, "sep=;\r\nid;text\r\n1;One, two.\r\n")
    assert [(article.text, article.line) for article in reading.articles] == [("One, two.", 3)]


def test_lines_are_those_where_rows_begin(tmp_path: Path) -> None:
    reading = _csv(tmp_path, '\nid,text\n1,"One,\r\n""two"".\n"\n\n2,Three.\n')
    assert [(article.text, article.line) for article in reading.articles] == [
        ('One,\r\n"two".\n', 3),
        ("Three.", 7),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_that_do_not_fit_the_header_are_errors_and_the_others_are_read(tmp_path: Path, end: str) -> None:
    reading = _csv(tmp_path, end.join(["id,text", "1,One.", "2,Two, three.", "3", "4,Four.", "5,Five.,,"]))
    assert _texts(reading) == ["One.", "Four.", "Five."]
    assert [problem.line for problem in reading.errors] == [3, 4]
    assert "3 fields and the header 2" in reading.errors[0].message


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    reading = _csv(
        tmp_path, 'id,text\n1,One.\n2,"Two.\n3,Three.\n4,"Four,\nfour."\n5,Five.\n6,"Six\n7,Seven.'
    )
    assert [(article.id, article.line) for article in reading.articles] == [
        ("1", 2),
        ("3", 4),
        ("4", 5),
        ("5", 7),
        ("7", 9),
    ]
    assert [problem.line for problem in reading.errors] == [3, 8]


def test_a_quotation_at_the_start_of_a_field_that_was_not_quoted_stays_and_is_told(tmp_path: Path) -> None:
    reading = _csv(tmp_path, 'id\ttext\n1\t"No," he said, "never".\n2\tTwo.\n')
    assert _texts(reading) == ['"No," he said, "never".', "Two."]
    assert (reading.errors, reading.repaired) == ((), {"quotation": 1})


def test_a_mark_that_takes_in_much_is_read_over_once_only(tmp_path: Path) -> None:
    # The marks of lines 2 and 3 take in all that follows; a third reading of it does not come.
    reading = _csv(tmp_path, 'id,text\n1,"a\n' + '2,"b""\n' + "3,Three.\n" * 40)
    assert [problem.line for problem in reading.errors] == [2, 3]
    assert "the 40 lines after it were not read" in reading.errors[1].message


def test_encodings_are_repaired_and_told(tmp_path: Path) -> None:
    reading = _csv(tmp_path, b"\xef\xbb\xbfid,text\n1,Caf\xe9.\n2,Caf\xc3\xa9.\n3,a\0b\n4,Th\xe9.\n")
    assert _texts(reading) == ["Café.", "Café.", "a\ufffdb", "Thé."]
    assert reading.repaired == {"byte_order_mark": 1, "encoding": 2, "nul": 1}
    assert [problem.line for problem in reading.warnings] == [1, 2, 4]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_of_tables_are_read(tmp_path: Path, encoding: str) -> None:
    reading = _csv(tmp_path, "id,text\n1,Café am See.\n".encode(encoding))
    assert [(article.id, article.text) for article in reading.articles] == [("1", "Café am See.")]


def test_a_column_that_is_named_twice_is_told_and_its_first_is_read(tmp_path: Path) -> None:
    reading = _csv(tmp_path, "text,text,x,x\nOne.,Two.,3,4\n")
    assert _texts(reading) == ["One."]
    assert reading.repaired == {"duplicate_column": 1}


def test_a_dotted_column_of_a_csv_is_a_column(tmp_path: Path) -> None:
    assert _texts(_csv(tmp_path, "story.body\nOne.\n", text="story.body")) == ["One."]


def test_a_field_of_twenty_megabytes_is_read(tmp_path: Path) -> None:
    long = "The envoys met on Monday.\n" * 800_000
    reading = _csv(tmp_path, f'id,text\n1,"{long}"\n2,Two.\n')
    assert [(len(article.text), article.line) for article in reading.articles] == [
        (len(long), 2),
        (4, 800_003),
    ]


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_make_a_table_fail(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reading = _csv(Path(folder), b'text,id\n"One.",1\n' + data)
    assert reading.articles or reading.errors


# Parquet


def test_types_of_columns_become_text_and_dates(tmp_path: Path) -> None:
    noon = datetime(2022, 11, 6, 12, 30, tzinfo=UTC)
    frame = pl.DataFrame(
        {
            "text": pl.Series(["One."] * 2, dtype=pl.Categorical),
            "id": [7.0, None],
            "story": [{"at": noon, "day": date(2022, 11, 6), "paper": {"name": "Post", "since": 1877}}] * 2,
        },
    ).with_columns(pl.col("story").struct.with_fields(pl.field("at").dt.convert_time_zone(BERLIN)))
    mapped = {"source": "story.paper.name", "published": "story.at", "title": "story.paper.since"}
    first, second = _parquet(tmp_path, frame, **mapped).articles
    path = (tmp_path / "wire.parquet").as_posix()
    assert (first.id, second.id, second.line) == ("7", f"{path}#2", 2)
    assert (first.source, first.title, first.published) == ("Post", "1877", "2022-11-06T12:30:00Z")
    days = _parquet(tmp_path, frame, published="story.day", source="story.paper").articles
    assert (days[0].published, days[0].source) == ("2022-11-06", "Post")


def test_a_time_without_a_zone_keeps_its_day_and_impossible_ones_are_warnings(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "text": ["One."] * 3,
            "published": pl.Series([1667737800 * 10**6, 2**62, None]).cast(pl.Datetime("us")),
            "day": pl.Series([0, 10**8, None], dtype=pl.Int32).cast(pl.Date),
        }
    )
    reading = _parquet(tmp_path, frame)
    assert [article.published for article in reading.articles] == ["2022-11-06", None, None]
    assert reading.repaired == {"published": 1}
    reading = _parquet(tmp_path, frame, published="day")
    assert [article.published for article in reading.articles] == ["1970-01-01", None, None]
    assert reading.repaired == {"published": 1}


def test_a_text_column_of_numbers_is_an_error_and_one_of_bytes_is_decoded(tmp_path: Path) -> None:
    (problem,) = _parquet(tmp_path, pl.DataFrame({"text": [1, 2]})).errors
    assert "'text' holds Int64" in problem.message
    reading = _parquet(tmp_path, pl.DataFrame({"text": [b"Caf\xe9.", "Café.".encode()]}))
    assert _texts(reading) == ["Café.", "Café."]
    assert reading.repaired == {"encoding": 1}


def test_a_path_into_a_struct_that_leads_nowhere_is_missing(tmp_path: Path) -> None:
    frame = pl.DataFrame({"story": [{"body": "One."}], "text": ["Two."]})
    (problem,) = _parquet(tmp_path, frame, text="story.text", title="text.head").errors
    assert "'story.text' (for text) and no 'text.head' (for title)" in problem.message


@pytest.mark.parametrize("name", ["wire.parquet", "wi?e[1] é.parquet", os.fsdecode(b"wire\xff.parquet")])
def test_any_name_of_a_file_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    data = io.BytesIO()
    pl.DataFrame({"text": ["One."]}).write_parquet(data)
    (tmp_path / name).write_bytes(data.getvalue())
    assert _texts(read([str(tmp_path)])) == ["One."]


def test_standard_input_and_compressed_files_are_read_through_a_copy_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO()
    pl.DataFrame({"text": ["One.", "Two."]}).write_parquet(data)
    packed = tmp_path / "wire.parquet.gz"
    packed.write_bytes(gzip.compress(data.getvalue()))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    assert _texts(read([str(packed)])) == ["One.", "Two."]
    assert _texts(read(["-"], stdin=io.BytesIO(data.getvalue()))) == ["One.", "Two."]
    assert list(temporary.iterdir()) == []


def test_a_damaged_file_is_one_error_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": [f"Text {n}." for n in range(5000)]}).write_parquet(path)
    whole = path.read_bytes()
    (tmp_path / "b.csv").write_text("text\nOne.\n")
    for damaged in (whole[:-50], whole[: len(whole) // 2], b"PAR1", b"", b"text,id\n"):
        path.write_bytes(damaged)
        reading = read([str(tmp_path)])
        assert _texts(reading) == ["One."]
        (problem,) = reading.errors
        assert problem.path == path.as_posix()
        assert "\n" not in problem.message
        assert "damaged" in problem.message


def test_the_rows_before_a_damaged_page_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.parquet"
    frame = pl.DataFrame({"text": [f"Text {n} of many." for n in range(2000)]})
    frame.write_parquet(path, row_group_size=100, compression="uncompressed")
    data = path.read_bytes()
    middle = data.index(b"Text 1500 of")
    path.write_bytes(data[: middle - 600] + b"\xff" * 600 + data[middle:])
    reading = read([str(path)])
    assert 64 <= len(reading.articles) <= 1500
    (problem,) = reading.errors
    assert f"after row {len(reading.articles)}" in problem.message


MEMORY = """
import resource, sys
import polars
from checker.sources.reading import Ledger
from checker.sources.walk import stream
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(len(article.text) > 0 for article in stream(sys.argv[1:], Ledger()))
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize(
    ("kind", "rows", "most"), [("csv", 12_000, 25), ("json", 12_000, 25), ("parquet", 30_000, 90)]
)
def test_memory_does_not_grow_with_the_file(tmp_path: Path, kind: str, rows: int, most: int) -> None:
    path = tmp_path / f"wire.{kind}"
    text = "The envoys met on Monday and spoke of {} things. " * 80
    frame = pl.DataFrame({"id": range(rows), "text": [text.format(*[n] * 80) for n in range(rows)]})
    if kind == "csv":
        frame.write_csv(path)
    elif kind == "json":
        frame.write_json(path)
    else:
        frame.write_parquet(path, row_group_size=1000)
    done = subprocess.run([sys.executable, "-c", MEMORY, path], capture_output=True, text=True, check=True)
    count, megabytes = map(int, done.stdout.split())
    assert count == rows
    # Twelve thousand texts are 50 MB.
    assert megabytes < most


# One set of records, four formats

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)
records = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.integers(0, 10**6) | st.none(),
            "text": words,
            "title": words | st.none(),
            "source": words | st.none(),
            "published": st.dates(date(1700, 1, 1), date(2100, 1, 1)).map(str) | st.none(),
        }
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda record: record["id"] if record["id"] is not None else object(),
)


@settings(deadline=None)
@given(records)
def test_the_same_records_give_the_same_articles_in_every_format(listed: list[dict[str, object]]) -> None:
    frame = pl.DataFrame(
        listed,
        schema={
            "id": pl.Int64,
            "text": pl.String,
            "title": pl.String,
            "source": pl.String,
            "published": pl.String,
        },
    ).with_columns(pl.col("published").str.to_date())
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"wire.{suffix}" for suffix in ("jsonl", "json", "csv", "parquet")]
        paths[0].write_text("\n".join(map(json.dumps, listed)))
        paths[1].write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
        frame.write_csv(paths[2], line_terminator="\n", quote_style="non_numeric")
        frame.write_parquet(paths[3])
        found = [
            [
                (a.id.replace(Path(a.path or "").name, ""), a.source, a.title, a.url, a.published, a.text)
                for a in read([str(path)]).articles
            ]
            for path in paths
        ]
    assert found[0] == found[1] == found[2] == found[3]
