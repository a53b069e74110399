from pathlib import Path

import pytest

from checker import configuration
from checker.errors import UsageError


def project(folder: Path, section: str) -> Path:
    (folder / "pyproject.toml").write_text(f"[project]\nname = 'x'\n\n{section}\n", encoding="utf-8")
    return folder


def test_the_nearest_file_above_counts(tmp_path):
    project(tmp_path, "[tool.checker]\nmin-score = 0.5\nselect = ['con,den001']")
    below = tmp_path / "data" / "wire"
    below.mkdir(parents=True)
    assert configuration.load(below) == {"min_score": 0.5, "select": ("CON", "DEN001")}


def test_tables_of_names_are_read(tmp_path):
    project(
        tmp_path,
        "[tool.checker.columns]\ntext = 'body'\n[tool.checker.publishers]\n'example.org' = 'Example Post'",
    )
    assert configuration.load(tmp_path) == {
        "columns": {"text": "body"},
        "publishers": {"example.org": "Example Post"},
    }


def test_a_path_means_a_place_beside_the_file(tmp_path):
    project(tmp_path, "[tool.checker]\nmetadata = 'sources.csv'")
    assert configuration.load(tmp_path)["metadata"] == str(tmp_path / "sources.csv")


def test_a_project_without_the_section_gives_nothing(tmp_path):
    assert configuration.load(project(tmp_path, "")) == {}


def test_all_mistakes_are_named_together_with_the_file(tmp_path):
    project(tmp_path, "[tool.checker]\nmin-scor = 1\njobs = true\nselect = 'CON'\nkeep-furniture = 1")
    with pytest.raises(UsageError) as raised:
        configuration.load(tmp_path)
    message = str(raised.value)
    for part in (
        "pyproject.toml",
        "did you mean 'min-score'",
        "jobs must be",
        "select must be",
        "keep-furniture",
    ):
        assert part in message


@pytest.mark.parametrize("section", ["[tool.checker", "[tool]\nchecker = 3"])
def test_what_cannot_be_read_is_told_with_the_file(tmp_path, section):
    with pytest.raises(UsageError, match=r"pyproject\.toml"):
        configuration.load(project(tmp_path, section))
