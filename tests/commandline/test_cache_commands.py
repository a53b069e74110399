"""``checker cache``, and which cache the commands use."""

import json
import os
import sqlite3
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from checker import cache as caches
from checker import cli, comparing, pipeline
from checker.cache import FILE_NAME, Cache, usual_folder
from checker.errors import NoArticlesError


def run(*arguments, **environ):
    return CliRunner().invoke(cli.app, list(map(str, arguments)), env=environ)


@pytest.fixture
def folder(tmp_path):
    """A cache with two parses and one vector."""
    cache = Cache(tmp_path / "kept")
    for kind, names in (("parse 3.8", [("one",), ("two",)]), ("vector x", [("one",)])):
        list(cache.through(kind, names, lambda places: [b"12345" for _ in places]))
    cache.close()
    return tmp_path / "kept"


def test_info_tells_what_is_kept(folder):
    outcome = run("cache", "info", "--cache-dir", folder)
    assert outcome.exit_code == 0
    first, *rows = outcome.stdout.splitlines()
    assert first.startswith(f"{folder}: 0.0 MB")
    assert rows == ["  2 parsed sentences, 0.0 MB", "  1 vectors of texts, 0.0 MB"]


def test_info_for_programs(folder):
    told = json.loads(run("cache", "info", "--format", "json", "--cache-dir", folder).stdout)
    assert told["folder"] == folder.as_posix()
    assert told["bytes"] >= sum(path.stat().st_size for path in folder.glob(FILE_NAME)) > 0
    assert told["kinds"] == {"parse": {"values": 2, "bytes": 10}, "vector": {"values": 1, "bytes": 5}}


@pytest.mark.parametrize("command", ["info", "prune", "clear"])
def test_a_folder_that_is_not_there_is_empty_and_not_made(command, tmp_path):
    outcome = run("cache", command, "--cache-dir", tmp_path / "none")
    assert outcome.exit_code == 0
    assert "empty" in outcome.stdout or "0 values" in outcome.stdout
    assert not (tmp_path / "none").exists()


def test_clear(folder):
    assert run("cache", "clear", "--cache-dir", folder).stdout == f"3 values forgotten in {folder}\n"
    assert run("cache", "info", "--cache-dir", folder).stdout == f"{folder}: empty\n"


def test_prune_keeps_what_was_used(folder):
    assert run("cache", "prune", "--cache-dir", folder).stdout.startswith("0 values")
    cache = Cache(folder)
    cache._file.execute("UPDATE kept SET used = used - 8 WHERE kind = 'parse'")
    cache.close()
    assert run("cache", "prune", "--days", "7", "--cache-dir", folder).stdout.startswith("2 values")


@pytest.mark.parametrize("days", ["-1", "100000000000000000000"])
def test_days_that_are_none_are_wrong_usage(folder, days):
    assert run("cache", "prune", "--days", days, "--cache-dir", folder).exit_code == 2


def test_a_file_that_another_writes_to_is_told_of(folder, monkeypatch):
    monkeypatch.setattr(caches, "_PATIENCE", 0.1)
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    outcome = run("cache", "clear", "--cache-dir", folder)
    other.close()
    assert outcome.exit_code == 2
    assert "cannot be used now" in outcome.stderr


def test_a_damaged_file_is_wrong_usage(tmp_path):
    (tmp_path / FILE_NAME).write_text("no database " * 100)
    outcome = run("cache", "info", "--cache-dir", tmp_path)
    assert outcome.exit_code == 2
    assert FILE_NAME in outcome.stderr
    assert "--no-cache" in outcome.stderr


def test_the_configured_folder_is_meant(folder, tmp_path, monkeypatch):
    (tmp_path / "checker.toml").write_text("cache-dir = 'kept'\n")
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path)
    shown = run("cache", "info").stdout
    assert shown.startswith("kept: ")
    assert "2 parsed" in shown


@pytest.fixture
def asked(monkeypatch):
    """The settings that a check was asked for."""
    seen = SimpleNamespace(settings=None)

    def check_paths(paths, *, settings, **_):
        seen.settings = settings
        raise NoArticlesError("nothing")

    monkeypatch.setattr(pipeline, "check_paths", check_paths)
    return seen


def test_a_check_has_the_users_cache(asked, tmp_path):
    run("check", tmp_path, XDG_CACHE_HOME=str(tmp_path / "home"))
    os.environ["XDG_CACHE_HOME"], before = str(tmp_path / "home"), os.environ["XDG_CACHE_HOME"]
    try:
        assert asked.settings.cache_dir == str(usual_folder())
    finally:
        os.environ["XDG_CACHE_HOME"] = before


def test_a_user_without_a_folder_goes_without(asked, tmp_path):
    assert run("check", tmp_path, XDG_CACHE_HOME=os.devnull).exit_code == 3
    assert asked.settings.cache_dir is None


def test_no_cache_is_stronger_than_a_configured_one(asked, tmp_path):
    run("check", tmp_path, "--no-cache", CHECKER_CACHE_DIR=str(tmp_path / "kept"))
    assert asked.settings.cache_dir is None


def test_a_named_folder_is_used(asked, tmp_path):
    run("check", tmp_path, "--cache-dir", tmp_path / "kept")
    assert asked.settings.cache_dir == str(tmp_path / "kept")


def test_a_named_folder_that_cannot_be_made_is_wrong_usage(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "a.txt").write_text("The bridge was closed on Monday.")
    outcome = run("check", tmp_path / "a.txt", "--cache-dir", tmp_path / "file")
    assert outcome.exit_code == 2
    assert "cannot hold the cache" in outcome.stderr


def test_a_user_without_a_home_goes_without(asked, tmp_path, monkeypatch):
    def homeless(*_, **__):
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_cache_path", homeless)
    assert run("check", tmp_path).exit_code == 3
    assert asked.settings.cache_dir is None
    outcome = run("cache", "info")
    assert outcome.exit_code == 2
    assert "--cache-dir" in outcome.stderr


def test_a_command_without_no_cache_keeps_nothing(tmp_path, monkeypatch):
    seen = []

    def compare(_a, _b, settings):
        seen.append(settings)
        raise NoArticlesError("nothing")

    monkeypatch.setattr(comparing, "compare", compare)
    run("compare", "It rains.", "It is dry.", CHECKER_CACHE_DIR=str(tmp_path / "kept"))
    assert [settings.cache_dir for settings in seen] == [None]
