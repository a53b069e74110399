import os
from io import BytesIO
from pathlib import Path

import pytest

from checker.errors import MissingPathError
from checker.sources import read


def _write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_a_directory_is_walked_in_sorted_order_and_other_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    _write(tmp_path, c__txt="Text c.", a__md="Text a.", x__png="no", LICENSE="no")
    _write(tmp_path / "b", z__text="Text z.", q__jsonl='{"text": "Text q."}')
    reading = read([str(tmp_path)])
    assert [Path(article.path or "").name for article in reading.articles] == [
        "a.md",
        "q.jsonl",
        "z.text",
        "c.txt",
    ]
    assert reading.dropped == {"not_an_article": 2}
    assert reading.errors == ()


def test_hidden_names_and_linked_directories_are_skipped_and_cycles_are_harmless(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "deep").mkdir()
    _write(tmp_path, a__txt="Text a.")
    _write(tmp_path / ".git", b__txt="Text b.")
    (tmp_path / ".hidden.txt").write_text("Text h.")
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    assert [article.text for article in read([str(tmp_path)]).articles] == ["Text a."]


def test_a_link_that_leads_nowhere_in_a_directory_is_an_error_that_names_it(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Text a.")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    reading = read([str(tmp_path)])
    assert [article.text for article in reading.articles] == ["Text a."]
    assert [Path(problem.path).name for problem in reading.errors] == ["loop.txt"]


def test_a_pipe_in_a_directory_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert read([str(tmp_path)]).dropped == {"not_an_article": 1}


def test_all_missing_paths_are_named_in_one_error(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Text a.")
    with pytest.raises(MissingPathError) as raised:
        read([str(tmp_path / "a.txt"), "missing-one", "missing-two", "", "nul\0byte"])
    message = str(raised.value)
    assert "missing-one: no such file" in message
    assert "missing-two" in message
    assert "(an empty path)" in message
    assert "a.txt" not in message


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Text a.")
    reading = read([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "." / "a.txt")])
    assert len(reading.articles) == 1
    assert reading.errors == ()


def test_a_named_file_is_read_by_its_content(tmp_path: Path) -> None:
    _write(
        tmp_path,
        records='\n{"id": "r1", "text": "Text one."}\n{"text": "Text two."}',
        story="Text of a story.",
    )
    _write(tmp_path, page="---\nsource: Post\n---\nText of a page.")
    reading = read([str(tmp_path / name) for name in ("records", "story", "page")])
    assert [article.text for article in reading.articles] == [
        "Text one.",
        "Text two.",
        "Text of a story.",
        "Text of a page.",
    ]
    assert [article.source for article in reading.articles] == ["records", "records", "story", "Post"]


def test_two_articles_of_one_id_are_an_error_that_names_both(tmp_path: Path) -> None:
    _write(tmp_path, a__jsonl='{"id": 7, "text": "Text a."}', b__jsonl='\n{"id": "7", "text": "Text b."}')
    reading = read([str(tmp_path)])
    assert [article.text for article in reading.articles] == ["Text a."]
    (problem,) = reading.errors
    assert Path(problem.path).name == "b.jsonl"
    assert problem.line == 2
    assert "'7'" in problem.message
    assert "a.jsonl:1" in problem.message


def test_a_name_that_is_not_utf_8_is_shown_escaped(tmp_path: Path) -> None:
    name = str(tmp_path / os.fsdecode(b"caf\xe9.txt"))
    Path(name).write_text("Text a.")
    (article,) = read([name]).articles
    assert article.id.endswith("caf\\xe9.txt")
    assert article.source == "caf\\xe9"
    article.id.encode("utf-8")


def test_standard_input_is_json_lines() -> None:
    reading = read(["-"], stdin=BytesIO(b'{"text": "Text a."}\n{"text": "Text b.", "source": "Post"}\n'))
    assert [(article.id, article.source) for article in reading.articles] == [
        ("-#1", "stdin"),
        ("-#2", "Post"),
    ]


def test_standard_input_that_is_not_there_is_missing() -> None:
    with pytest.raises(MissingPathError, match="standard input"):
        read(["-"])


@pytest.mark.parametrize("data", [b"%PDF-1.7\n...", b"\x00\x01\x02\x03" * 100, b"PK\x03\x04rest"])
def test_a_file_that_is_no_text_is_an_error_and_not_an_article(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    reading = read([str(tmp_path)])
    assert reading.articles == ()
    assert len(reading.errors) == 1
