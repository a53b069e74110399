"""Importing the package and asking for help must cost nothing: editors and hooks do it all day."""

import json
import statistics
import subprocess
import sys
import time

import pytest

HEAVY = ("numpy", "polars", "faiss", "spacy", "onnxruntime", "torch", "tokenizers", "rich")

HELP = """
import sys
import checker.cli
sys.argv = ["checker", "check", "--help"]
try:
    checker.cli.main()
except SystemExit:
    pass
"""


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport json, sys\nprint('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import checker",
        "import checker\nchecker.Article, checker.Report, checker.Settings, checker.errors, dir(checker)",
        "import checker.cli",
        HELP,
    ],
    ids=["package", "types", "commands", "help"],
)
def test_no_heavy_module_is_loaded(code):
    assert loaded_by(code).isdisjoint(HEAVY)


def test_the_package_alone_loads_none_of_its_modules():
    assert {name for name in loaded_by("import checker") if name.startswith("checker.")} == set()


def seconds(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    return time.perf_counter() - start


def test_help_answers_within_four_tenths_of_a_second():
    # On a loaded machine even an empty interpreter is slow: what it takes beyond 50 ms is forgiven, thrice.
    bare = statistics.median(seconds("-c", "pass") for _ in range(5))
    help_time = statistics.median(seconds("-m", "checker", "--help") for _ in range(5))
    assert help_time < 0.4 + 3 * max(0.0, bare - 0.05)
