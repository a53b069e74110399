"""Formats are found by name and files are written whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sample import FULL, NOTHING, QUIET
from strange import reports as strange_reports

from checker import reports
from checker.errors import UsageError
from checker.records import Report
from checker.rules import RULES


@pytest.mark.parametrize("name", reports.FORMATS)
def test_each_format_renders_by_name_and_gives_the_same_twice(name: str) -> None:
    content = reports.render(FULL, name)
    assert content == reports.FORMATS[name](FULL)
    assert b"CON001" in (content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("name", reports.FORMATS)
def test_each_format_of_a_report_without_anything_is_written(name: str, tmp_path: Path) -> None:
    reports.write(NOTHING, name, tmp_path / "report")
    assert name == "jsonl" or (tmp_path / "report").stat().st_size > 0


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strange_reports())
def test_any_text_can_be_written_in_each_format(tmp_path: Path, report: Report) -> None:
    for name in reports.FORMATS:
        reports.write(report, name, tmp_path / name)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="'yaml'; choose one of text, json, jsonl"):
        reports.render(FULL, "yaml")


def test_a_misspelt_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="'sarf'; did you mean 'sarif'"):
        reports.render(FULL, "sarf")


def test_rules_reach_the_format_that_lists_them(tmp_path: Path) -> None:
    reports.write(FULL, "sarif", tmp_path / "r.sarif", RULES)
    assert "number-mismatch" not in (tmp_path / "r.sarif").read_text()
    assert RULES["ATT001"].summary in (tmp_path / "r.sarif").read_text()
    assert reports.render_text(FULL, "json", RULES) == reports.render(FULL, "json")


def test_a_written_report_is_the_rendered_one_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    reports.write(FULL, "json", target)
    assert target.read_bytes().decode("utf-8") == reports.render(FULL, "json")
    assert list(tmp_path.iterdir()) == [target]


def test_permissions_of_a_replaced_file_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    target.chmod(0o640)
    reports.write(FULL, "text", target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_still_points_to_the_written_file(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("old")
    link.symlink_to(target)
    reports.write(QUIET, "json", link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == reports.render(QUIET, "json")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "report.json"
    with pytest.raises(
        UsageError, match=r"missing/report\.json: the json report cannot be written \(No such"
    ):
        reports.write(FULL, "json", path)


def test_a_folder_in_the_place_of_the_file_is_an_error_that_leaves_no_draft(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Is a directory"):
        reports.write(FULL, "json", tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        reports.write(FULL, "json", tmp_path / "folder")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


def test_a_device_is_written_to_and_not_replaced() -> None:
    reports.write(FULL, "json", os.devnull)
    assert not Path(os.devnull).is_file()


def test_importing_the_formats_loads_neither_polars_nor_rich() -> None:
    code = "import sys, checker.reports; print(sorted({'polars', 'rich', 'numpy'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
