"""What is kept is what was computed, is found again, and is never needed."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from checker import cache as caches
from checker.cache import FILE_NAME, Cache, key_of
from checker.errors import UsageError


@pytest.fixture
def cache(tmp_path):
    made = Cache(tmp_path / "kept")
    yield made
    made.close()


class Computer:
    """Lengths of names; remembers the places that it was asked for."""

    def __init__(self, names):
        self.names = names
        self.asked = []

    def __call__(self, places):
        self.asked += places
        return [b"".join(part.encode() for part in self.names[place]) for place in places]


def through(cache, names, kind="joined"):
    computer = Computer(names)
    return list(cache.through(kind, names, computer)), computer.asked


def test_what_was_computed_is_found_again(cache):
    names = [("a", "b"), ("c",), ("",)]
    assert through(cache, names) == ([b"ab", b"c", b""], [0, 1, 2])
    assert through(cache, names) == ([b"ab", b"c", b""], [])


def test_only_what_is_missing_is_computed_and_the_order_stays(cache):
    through(cache, [("b",), ("d",)])
    assert through(cache, [("a",), ("b",), ("c",), ("d",)]) == ([b"a", b"b", b"c", b"d"], [0, 2])


def test_another_process_finds_it(cache, tmp_path):
    through(cache, [("a",)])
    other = Cache(tmp_path / "kept")
    assert through(other, [("a",)]) == ([b"a"], [])
    other.close()


def test_another_model_has_values_of_its_own(cache):
    through(cache, [("a",)], "vector one")
    assert through(cache, [("a",)], "vector two")[1] == [0]


@pytest.mark.parametrize(
    ("one", "other"), [(("ab", "c"), ("a", "bc")), (("a", ""), ("", "a")), (("a",), ("a", ""))]
)
def test_names_that_read_alike_joined_are_two(one, other):
    assert key_of("kind", one) != key_of("kind", other)


def test_a_lone_surrogate_is_a_name(cache):
    assert key_of("kind", ("\ud800",)) != key_of("kind", ("\ud801",))


@pytest.mark.parametrize("limit", ["_AT_ONCE", "_TOGETHER"])
def test_more_names_than_are_taken_together(cache, monkeypatch, limit):
    monkeypatch.setattr(caches, limit, 3)
    names = [(str(number),) for number in range(10)]
    assert through(cache, names)[1] == list(range(10))
    assert through(cache, names) == ([name[0].encode() for name in names], [])


def test_a_name_twice_is_one_value(cache):
    assert through(cache, [("a",), ("a",)])[0] == [b"a", b"a"]
    assert sum(holding.values for holding in cache.holdings()) == 1


def test_holdings_by_kind(cache):
    through(cache, [("abc",), ("d",)], "vector one")
    through(cache, [("ef",)], "vector two")
    through(cache, [("g",)], "parse 3")
    assert [(h.kind, h.values, h.size) for h in cache.holdings()] == [("parse", 1, 1), ("vector", 3, 6)]


def test_what_is_not_used_is_forgotten(cache):
    through(cache, [("old",), ("used",)])
    cache._file.execute("UPDATE kept SET used = used - 40")
    through(cache, [("used",)])
    assert cache.drop_unused(30) == 1
    assert through(cache, [("used",), ("old",)])[1] == [1]


def test_clear_forgets_all(cache):
    through(cache, [("a",), ("b",)])
    assert cache.clear() == 2
    assert cache.holdings() == []


def test_a_folder_that_is_a_file_is_a_usage_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="--cache-dir"):
        Cache(tmp_path / "file")


def test_a_file_that_is_no_database_is_a_usage_error_and_stays(tmp_path):
    (tmp_path / FILE_NAME).write_text("what somebody else keeps here" * 100)
    with pytest.raises(UsageError, match=FILE_NAME):
        Cache(tmp_path)
    assert "somebody else" in (tmp_path / FILE_NAME).read_text()


def test_a_run_goes_on_without_a_cache_that_fails_later(cache, tmp_path):
    through(cache, [("a",)])
    other = sqlite3.connect(tmp_path / "kept" / FILE_NAME)
    other.execute("DROP TABLE kept")
    other.commit()
    other.close()
    assert through(cache, [("a",), ("b",)]) == ([b"a", b"b"], [0, 1])
    assert through(cache, [("a",)])[1] == [0]
    with pytest.raises(UsageError, match="closed"):
        cache.holdings()


@pytest.mark.parametrize("damage", ["substr(value, 1, 9)", "zeroblob(length(value))", "'text'", "x''"])
def test_a_damaged_value_is_computed_again(cache, damage):
    through(cache, [("abcd",), ("efgh",)])
    cache._file.execute(f"UPDATE kept SET value = {damage}")
    assert through(cache, [("abcd",), ("efgh",)]) == ([b"abcd", b"efgh"], [0, 1])
    assert through(cache, [("abcd",), ("efgh",)])[1] == []


def test_a_value_under_another_key_is_none(cache):
    through(cache, [("a",)])
    cache._file.execute("UPDATE kept SET key = ?", (key_of("joined", ("b",)),))
    assert through(cache, [("b",)]) == ([b"b"], [0])


def test_what_was_computed_before_a_run_was_stopped_is_kept(cache, monkeypatch):
    monkeypatch.setattr(caches, "_TOGETHER", 2)
    names = [("a",), ("b",), ("c",)]

    def stopped(places):
        if 2 in places:
            raise KeyboardInterrupt
        return [names[place][0].encode() for place in places]

    with pytest.raises(KeyboardInterrupt):
        list(cache.through("joined", names, stopped))
    assert through(cache, names)[1] == [2]


def test_threads_share_a_cache(cache):
    names = [(str(number),) for number in range(300)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: through(cache, names)[0], range(8)))
    assert all(values == [name[0].encode() for name in names] for values in found)


def test_a_computer_that_gives_too_little_is_a_fault(cache):
    with pytest.raises(ValueError, match="zip"):
        list(cache.through("kind", [("a",), ("b",)], lambda _: [b"a"]))


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
def test_nobody_else_can_look_into_it(cache, tmp_path):
    assert cache.folder.stat().st_mode & 0o077 == 0
    open_to_all = tmp_path / "open"
    open_to_all.mkdir(mode=0o755)
    Cache(open_to_all).close()
    assert (open_to_all / FILE_NAME).stat().st_mode & 0o077 == 0
