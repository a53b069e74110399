"""Importing the package and asking for help must cost nothing: editors and hooks do it all day."""

import json
import resource
import statistics
import subprocess
import sys

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


def processor_seconds(*arguments: str) -> float:
    """What a command costs the processor: on a loaded machine the clock on the wall measures the others."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_help_answers_within_four_tenths_of_a_second():
    assert statistics.median(processor_seconds("-m", "checker", "--help") for _ in range(5)) < 0.4
