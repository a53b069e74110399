from pathlib import Path

import polars as pl
import pytest
from gate_samples import finding, report

from checker.commandline.outputs import Output, parse_outputs
from checker.errors import UsageError

FORMATS = ("text", "json", "jsonl")


def test_outputs_are_format_and_file(tmp_path):
    value = f"json={tmp_path}/a=b.json"
    assert parse_outputs([value], FORMATS, ["x"]) == (Output("json", tmp_path / "a=b.json"),)


@pytest.mark.parametrize("value", ["report.json", "json=", "=report.json", ""])
def test_a_value_that_is_no_format_and_file_is_refused_with_an_example(value):
    with pytest.raises(UsageError, match=r"json=report\.json"):
        parse_outputs([value], FORMATS, [])


def test_an_unknown_format_is_refused_with_the_nearest(tmp_path):
    with pytest.raises(UsageError, match="no format 'jsn'; did you mean 'json'"):
        parse_outputs([f"jsn={tmp_path}/x"], FORMATS, [])


def test_all_mistakes_are_named_at_once(tmp_path):
    with pytest.raises(UsageError) as caught:
        parse_outputs(["oops", f"json={tmp_path}", f"text={tmp_path}/none/x"], FORMATS, [])
    assert "oops" in str(caught.value)
    assert "is a folder" in str(caught.value)
    assert "does not exist" in str(caught.value)


def test_an_input_is_never_overwritten(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text("{}")
    with pytest.raises(UsageError, match="overwrite an input"):
        parse_outputs([f"json={tmp_path}/a.jsonl"], FORMATS, ["a.jsonl"])


def test_one_file_is_not_written_twice(tmp_path):
    with pytest.raises(UsageError, match="another --output writes"):
        parse_outputs([f"json={tmp_path}/r", f"text={tmp_path}/./r"], FORMATS, [])


@pytest.mark.parametrize("named", ["news", ".", "news/**/*.md"])
def test_an_article_below_what_is_read_is_never_overwritten(tmp_path, monkeypatch, named):
    monkeypatch.chdir(tmp_path)
    Path("news/may").mkdir(parents=True)
    Path("news/may/a.md").write_text("The bridge was closed on Monday.")
    with pytest.raises(UsageError, match="overwrite an input"):
        parse_outputs(["json=news/may/a.md"], FORMATS, [named])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("new.json", None),
        ("earlier.json", '{"schema": "checker-report/1"}'),
        ("empty.jsonl", ""),
        ("notes.log", "no article"),
    ],
)
def test_a_report_among_the_articles_may_be_written_again(tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_text(content)
    value = f"json={tmp_path / name}"
    assert parse_outputs([value], FORMATS, [str(tmp_path)]) == (Output("json", tmp_path / name),)


def test_a_table_of_findings_is_replaced_and_one_of_articles_is_not(tmp_path):
    file = tmp_path / "t.parquet"
    report(finding()).to_polars().write_parquet(file)
    assert parse_outputs([f"json={file}"], FORMATS, [str(tmp_path)])
    pl.DataFrame({"text": ["The bridge was closed."]}).write_parquet(file)
    with pytest.raises(UsageError, match="overwrite an input"):
        parse_outputs([f"json={file}"], FORMATS, [str(tmp_path)])


def test_the_format_of_terminals_is_refused_with_the_one_for_files(tmp_path):
    with pytest.raises(UsageError, match="write text="):
        parse_outputs([f"rich={tmp_path}/r"], FORMATS, [])
