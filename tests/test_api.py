import importlib
import subprocess
import sys
import types

import pytest

import checker
from checker import records, settings

PUBLIC = {
    "Article",
    "Finding",
    "Report",
    "Settings",
    "__version__",
    "check",
    "check_paths",
    "compare",
    "errors",
    "read",
    "search",
    "search_paths",
}


def test_the_exported_members_are_these_and_no_others():
    assert set(checker.__all__) == PUBLIC
    assert set(dir(checker)) == PUBLIC


def test_the_types_are_those_of_their_modules():
    assert checker.Article is records.Article
    assert checker.Finding is records.Finding
    assert checker.Report is records.Report
    assert checker.Settings is settings.Settings


def test_errors_is_the_module_of_exceptions():
    assert issubclass(checker.errors.NoArticlesError, checker.errors.CheckerError)


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("check", "pipeline"),
        ("check_paths", "pipeline"),
        ("compare", "comparing"),
        ("read", "sources"),
    ],
)
def test_a_function_is_that_of_its_module(name, home):
    assert getattr(checker, name) is getattr(importlib.import_module(f"checker.{home}"), name)


def test_an_unknown_member_is_an_error_that_lists_the_known_ones():
    with pytest.raises(AttributeError, match="check_paths"):
        checker.verify  # noqa: B018


def test_a_star_import_brings_the_exported_members():
    space: dict[str, object] = {}
    exec("from checker import *", space)
    assert set(space) - {"__builtins__"} == PUBLIC


def test_submodules_can_be_imported_from_the_package():
    from checker import gate

    assert isinstance(gate, types.ModuleType)


def test_the_version_is_a_text():
    assert isinstance(checker.__version__, str)
    assert checker.__version__


def test_the_package_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "checker", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"checker {checker.__version__}\n"
