from pathlib import Path

import pytest

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
