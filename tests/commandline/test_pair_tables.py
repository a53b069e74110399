import gzip

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.commandline.pair_tables import (
    VERDICT_COLUMNS,
    empty_rows,
    read_pairs,
    require_writable,
    write_verdicts,
)
from checker.errors import InputError, MissingPathError, UsageError

VERDICT = {"contradiction": 0.7, "entailment": 0.1, "neutral": 0.2, "score": 0.8, "code": "CON001"}
NO_VERDICT = dict.fromkeys(VERDICT_COLUMNS)


def write(path, table: pl.DataFrame):
    writers = {".csv": table.write_csv, ".parquet": table.write_parquet}
    writers.get(path.suffix, table.write_ndjson)(path)
    return path


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".ndjson", ".parquet"])
def test_every_format_comes_back_with_its_other_columns_and_the_verdicts(tmp_path, suffix):
    table = pl.DataFrame({"id": ["007", "8"], "a": ['é "x"', "b, c"], "b": ["y\nz", "w"]})
    source, target = write(tmp_path / f"in{suffix}", table), tmp_path / f"out{suffix}"
    read = read_pairs(source)
    write_verdicts(target, read, [VERDICT, NO_VERDICT])
    back = read_pairs(target)
    assert back.columns == ["id", "a", "b", *VERDICT_COLUMNS]
    assert back.select("id", "a", "b").equals(table)
    assert back["code"].to_list() == ["CON001", None]
    assert [float(back["score"][0]), back["score"][1]] == [0.8, None]


def test_all_missing_columns_are_named_with_those_that_are_there(tmp_path):
    path = write(tmp_path / "p.csv", pl.DataFrame({"premise": ["x"], "hypothesis": ["y"]}))
    with pytest.raises(UsageError, match=r"missing column\(s\) a, b; .* premise, hypothesis"):
        read_pairs(path)


def test_a_missing_file_is_a_missing_path(tmp_path):
    with pytest.raises(MissingPathError, match="there is no such file"):
        read_pairs(tmp_path / "none.csv")


def test_another_suffix_is_refused_with_the_known_ones(tmp_path):
    (tmp_path / "p.txt").write_text("a,b\n")
    with pytest.raises(UsageError, match=r"\.jsonl, \.ndjson, \.csv, \.parquet"):
        read_pairs(tmp_path / "p.txt")


def test_a_broken_json_line_is_named_by_number(tmp_path):
    (tmp_path / "p.jsonl").write_text('{"a": "x", "b": "y"}\n{"a": "x", \n')
    with pytest.raises(InputError, match=r"p\.jsonl:2: the line is no JSON"):
        read_pairs(tmp_path / "p.jsonl")


@pytest.mark.parametrize("name", ["p.parquet", "p.csv", "p.jsonl"])
def test_content_of_another_kind_is_an_input_error(tmp_path, name):
    (tmp_path / name).write_bytes(gzip.compress(b"no table")[:12] + b"\xff\xfe\x00")
    with pytest.raises((InputError, UsageError), match="p\\."):
        read_pairs(tmp_path / name)


def test_an_empty_csv_is_an_input_error_and_an_empty_jsonl_no_rows(tmp_path):
    (tmp_path / "p.csv").write_text("")
    (tmp_path / "p.jsonl").write_text("\n")
    with pytest.raises(InputError, match="empty"):
        read_pairs(tmp_path / "p.csv")
    assert read_pairs(tmp_path / "p.jsonl").height == 0


def test_numbers_are_read_as_texts_and_lists_are_refused(tmp_path):
    numbers = write(tmp_path / "n.jsonl", pl.DataFrame({"a": [1], "b": [2.5]}))
    assert read_pairs(numbers).row(0) == ("1", "2.5")
    lists = write(tmp_path / "l.jsonl", pl.DataFrame({"a": ["x"], "b": [["y"]]}))
    with pytest.raises(UsageError, match=r"column\(s\) b hold lists"):
        read_pairs(lists)


def test_a_text_that_appears_late_is_read(tmp_path):
    lines = ['{"a": null, "b": "y"}'] * 300 + ['{"a": "late", "b": "y"}']
    (tmp_path / "p.jsonl").write_text("\n".join(lines))
    assert read_pairs(tmp_path / "p.jsonl")["a"][300] == "late"


def test_rows_without_text_are_found_with_their_columns():
    table = pl.DataFrame({"a": ["x", None, " ", None], "b": ["y", "y", "y", ""]})
    assert empty_rows(table) == {1: "a", 2: "a", 3: "a and b"}


CELLS = st.none() | st.text(alphabet="ab \t\n\u00a0\u3000", max_size=3)


@given(st.lists(st.tuples(CELLS, CELLS)))
def test_a_row_is_judged_exactly_if_both_texts_have_something_in_them(rows):
    table = pl.DataFrame(rows, schema={"a": pl.String, "b": pl.String}, orient="row")
    expected = {number for number, row in enumerate(rows) if not all(text and text.strip() for text in row)}
    assert set(empty_rows(table)) == expected


@pytest.mark.parametrize(
    ("target", "columns", "reason"),
    [
        ("p.csv", [], "name another file"),
        ("none/out.csv", [], "does not exist"),
        ("out.xlsx", [], "a table of pairs is one of"),
        ("out.csv", ["score", "code"], "has columns score, code already"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused_beforehand(tmp_path, target, columns, reason):
    table = pl.DataFrame({name: ["x"] for name in ("a", "b", *columns)})
    with pytest.raises(UsageError, match=reason):
        require_writable(tmp_path / target, table, tmp_path / "p.csv")
