import os
import stat
from io import BytesIO
from pathlib import Path

import pytest

from checker.errors import MissingPathError
from checker.sources import read
from checker.sources.reading import Ledger
from checker.sources.walk import stream


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


def test_a_loop_of_links_is_an_error_in_a_directory_and_a_missing_path_if_it_is_named(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Text a.")
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    reading = read([str(tmp_path)])
    assert [article.text for article in reading.articles] == ["Text a."]
    assert [problem.path for problem in reading.errors] == [loop.as_posix()]
    assert "repair or remove the link" in reading.errors[0].message
    with pytest.raises(MissingPathError, match=r"loop\.txt: too many levels of symbolic links"):
        read([str(loop)])


def test_links_that_go_round_between_directories_end(tmp_path: Path) -> None:
    for name, other in (("east", "west"), ("west", "east")):
        (tmp_path / name).mkdir()
        _write(tmp_path / name, a__txt=f"Text {name}.")
        (tmp_path / name / other).symlink_to(tmp_path / other)
    for path in (str(tmp_path), str(tmp_path / "**"), str(tmp_path / "**" / "*.txt")):
        reading = read([path])
        assert [article.text for article in reading.articles] == ["Text east.", "Text west."]
        assert reading.errors == ()


def test_a_directory_may_be_deeper_than_the_stack(tmp_path: Path) -> None:
    folders = [tmp_path / ("d/" * depth) for depth in range(1, 1101)]
    for folder in folders:
        folder.mkdir()
    _write(folders[-1], a__txt="Text a.")
    try:
        assert [article.text for article in read([str(tmp_path)]).articles] == ["Text a."]
    finally:
        # Recursive removal, as that of old temporary folders, would not get down there.
        (folders[-1] / "a.txt").unlink()
        for folder in reversed(folders):
            folder.rmdir()


def test_pipes_and_devices_in_a_directory_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert read([str(tmp_path)]).dropped == {"not_an_article": 2}


def test_what_may_not_be_read_is_an_error_in_a_directory_and_a_missing_path_if_it_is_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "closed").mkdir()
    _write(tmp_path, a__txt="Text a.", b__txt="Text b.")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    try:
        reading = read([str(tmp_path)])
        assert [article.text for article in reading.articles] == ["Text b."]
        assert [Path(problem.path).name for problem in reading.errors] == ["a.txt", "closed"]
        assert all("check its permissions" in problem.message for problem in reading.errors)
        for name in ("a.txt", "closed"):
            with pytest.raises(MissingPathError, match=f"{name}: permission denied"):
                read([str(tmp_path / name)])
    finally:
        (tmp_path / "closed").chmod(stat.S_IRWXU)


def test_a_file_that_goes_away_while_others_are_read_is_an_error(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Text a.", b__txt="Text b.", c__txt="Text c.")
    ledger = Ledger()
    articles = stream([str(tmp_path)], ledger)
    assert next(articles).text == "Text a."
    (tmp_path / "b.txt").unlink()
    assert [article.text for article in articles] == ["Text c."]
    (problem,) = ledger.errors
    assert Path(problem.path).name == "b.txt"
    assert "went away" in problem.message


def test_empty_files_are_warnings_and_no_errors(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="", b__md="---\nsource: Post\n---\n", c__txt="Text c.", d__txt=" \u200b\n")
    reading = read([str(tmp_path)])
    assert [article.text for article in reading.articles] == ["Text c."]
    assert reading.repaired == {"empty_text": 3, "invisible": 1}
    assert {Path(warning.path).name for warning in reading.warnings} == {"a.txt", "b.md", "d.txt"}
    assert reading.errors == ()


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


def _tree(folder: Path) -> None:
    for name in ("sub/deep", ".hidden", "away"):
        (folder / name).mkdir(parents=True)
    _write(folder, a__txt="a", z__txt="z", notes="notes")
    _write(folder / "sub", b__txt="b")
    _write(folder / "sub" / "deep", c__txt="c")
    _write(folder / ".hidden", h__txt="h")
    _write(folder / "away", o__txt="o")
    (folder / "sub" / "link.txt").symlink_to(folder / "a.txt")
    (folder / "sub" / "other.txt").symlink_to(folder / "away" / "o.txt")
    (folder / "sub" / "twice.txt").symlink_to(folder / "away" / "o.txt")
    (folder / "dir").symlink_to(folder / "sub")


@pytest.mark.parametrize(
    ("named", "texts"),
    [
        ([""], "aobcz"),
        (["sub"], "bcao"),
        (["dir"], "bcao"),
        (["", "sub"], "aobcz"),
        (["sub", ""], "bcaoz"),
        (["sub/deep", "sub", "sub/deep"], "cbao"),
        (["z.txt", ""], "zaobc"),
        (["", "z.txt"], "aobcz"),
        (["sub/link.txt", "a.txt", ""], "aobcz"),
        (["", "sub/link.txt", "sub/twice.txt"], "aobcz"),
        (["sub", "away"], "bcao"),
        (["", ".hidden"], "aobczh"),
        (["", ".hidden/h.txt", ".hidden"], "aobczh"),
        (["dir", "sub", "dir/deep/c.txt"], "bcao"),
    ],
)
def test_a_file_is_read_once_however_many_paths_and_links_lead_to_it(
    tmp_path: Path, named: list[str], texts: str
) -> None:
    _tree(tmp_path)
    reading = read([str(tmp_path / name) for name in named])
    assert sorted(article.text for article in reading.articles) == sorted(texts)
    assert len(reading.articles) == len(texts)
    assert reading.errors == ()


def test_paths_are_read_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    _tree(tmp_path)
    reading = read([str(tmp_path / name) for name in ("z.txt", "sub/deep", "a.txt", "sub")])
    assert [article.text for article in reading.articles][:4] == ["z", "c", "a", "b"]


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("*.txt", ["a", "z"]),
        ("[ab].txt", ["a"]),
        ("?.txt", ["a", "z"]),
        ("**/*.txt", ["a", "o", "b", "c", "z"]),
        ("**", ["a", "o", "b", "c", "z"]),
        ("s*", ["b", "c", "a", "o"]),
        ("*/deep", ["c"]),
        (".h*/*.txt", ["h"]),
        (".hidden/*", ["h"]),
        ("n*s", ["notes"]),
    ],
)
def test_a_glob_stands_for_the_files_and_directories_that_it_matches(
    tmp_path: Path, pattern: str, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _tree(tmp_path)
    for place in (str(tmp_path / pattern), pattern):
        monkeypatch.chdir(tmp_path)
        reading = read([place])
        assert sorted(article.text for article in reading.articles) == sorted(texts)
        paths = [article.path or "" for article in reading.articles]
        assert paths == sorted(paths)


def test_a_pattern_without_a_match_is_missing_and_named_with_the_others(tmp_path: Path) -> None:
    with pytest.raises(MissingPathError) as raised:
        read([str(tmp_path / "*.txt"), "nowhere", str(tmp_path / "a**b")])
    message = str(raised.value)
    assert f"{tmp_path}/*.txt: no file matches this pattern" in message
    assert "nowhere: no such file" in message
    assert "a**b: this is no pattern" in message


def test_a_name_with_brackets_that_exists_is_no_pattern(tmp_path: Path) -> None:
    _write(tmp_path, a__txt="Text a.")
    (tmp_path / "[a].txt").write_text("Brackets.")
    assert [article.text for article in read([str(tmp_path / "[a].txt")]).articles] == ["Brackets."]


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
