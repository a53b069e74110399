import json
from pathlib import Path

import pytest

from checker import gathering
from checker.errors import MissingPathError, UsageError
from checker.records import Article
from checker.settings import Settings
from checker.sources import metadata
from checker.sources.labels import Labels


def table(tmp_path: Path, text: str, name: str = "meta.csv") -> metadata.Metadata:
    tmp_path.mkdir(exist_ok=True)
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return metadata.load(str(path))


def story(path: str, **fields) -> Article:
    given = {"id": path, "source": Path(path).stem, "text": "A title\n\nIt rained in Lviv.", "path": path}
    return Article(**{**given, **fields})


def test_a_plain_file_gets_what_it_lacks(tmp_path):
    known = table(
        tmp_path,
        "path,source,title,url,published\nwire/a.txt,Post,Rain,https://post.example/a,2024-05-02T10:00:00+02:00\n",
    )
    article = known.applied(story("wire/a.txt", title="A title"))
    assert (article.source, article.title, article.url) == ("Post", "Rain", "https://post.example/a")
    assert article.published == "2024-05-02T08:00:00Z"


def test_what_an_article_says_of_itself_stays(tmp_path):
    known = table(
        tmp_path, "path,source,title,url,published\na.md,Other,Other,https://other.example,2020-01-01\n"
    )
    own = story("a.md", source="Post", title="Its own", url="https://post.example", published="2024-05-02")
    assert known.applied(own) == own


def test_a_path_may_be_relative_to_the_table(tmp_path):
    known = table(tmp_path, "path,source\nwire/a.txt,Post\n")
    assert known.applied(story(str(tmp_path / "wire" / "a.txt"))).source == "Post"


def test_a_path_may_be_the_whole_path(tmp_path, monkeypatch):
    known = table(tmp_path / "tables", f"path,source\n{(tmp_path / 'wire' / 'a.txt').as_posix()},Post\n")
    monkeypatch.chdir(tmp_path)
    assert known.applied(story("wire/a.txt")).source == "Post"
    assert known.unused([story("wire/a.txt")]) == []
    monkeypatch.chdir(tmp_path / "tables")
    assert known.applied(story("../wire/a.txt")).source == "Post"


def test_json_lines_and_ids_will_do(tmp_path):
    known = table(tmp_path, json.dumps({"path": "x.csv#2", "source": "Post"}) + "\n", "meta.jsonl")
    assert known.applied(story("x.csv", id="x.csv#2")).source == "Post"
    assert known.applied(story("x.csv", id="x.csv#3")).source == "x"


def test_all_mistakes_of_a_table_are_named_together(tmp_path):
    with pytest.raises(UsageError) as raised:
        table(
            tmp_path, "path,published\na.txt,yesterday\n,2024-01-01\nb.txt,2024-01-01\n./b.txt,2024-01-02\n"
        )
    for part in ("meta.csv", "line 2", "yesterday", "line 3 has no path", "second time"):
        assert part in str(raised.value)


def test_a_table_without_the_column_path_names_what_it_has(tmp_path):
    with pytest.raises(UsageError, match="found: file, source"):
        table(tmp_path, "file,source\na,b\n")


def test_a_missing_table_is_a_wrong_path(tmp_path):
    with pytest.raises(MissingPathError, match=r"gone\.csv"):
        metadata.load(str(tmp_path / "gone.csv"))


def test_a_domain_says_more_than_the_name_of_a_file():
    article = Labels().applied(story("a.txt", url="https://www.post.co.uk/x"))
    assert article.source == "post.co.uk"
    assert Labels().applied(story("a.txt", source="The Post", url="https://x.example/")).source == "The Post"


def test_publishers_are_called_as_the_user_says():
    labels = Labels(publishers={"post.co.uk": "The Post", "AP News": "AP"})
    assert labels.applied(story("a.txt", url="https://www.post.co.uk/x")).source == "The Post"
    assert labels.applied(story("a.txt", source="AP News")).source == "AP"
    assert (
        labels.applied(story("a.txt", source="Post Online", url="https://post.co.uk/")).source == "The Post"
    )


def test_settings_refuse_columns_that_no_article_has():
    with pytest.raises(UsageError, match="did you mean 'text'"):
        Settings(columns={"txt": "body"})


def test_paths_that_fit_no_article_are_told(tmp_path):
    (tmp_path / "a.txt").write_text("A title\n\nIt rained in Lviv.", encoding="utf-8")
    (tmp_path / "meta.csv").write_text("path,source\na.txt,Post\nb.txt,Herald\n", encoding="utf-8")
    settings = Settings(metadata=str(tmp_path / "meta.csv"))
    drafts, _ = gathering.read([str(tmp_path / "a.txt")], settings)
    assert [article.source for article in drafts.articles] == ["Post"]
    assert ["b.txt" in warning.message for warning in drafts.warnings] == [True]
