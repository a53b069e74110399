"""Where the tests find what is not part of the installed package, and the doubles as fixtures.

This folder itself is put on the path by pytest, because it has no ``__init__.py``.
"""

import os
import sys
from pathlib import Path

import pytest
from doubles import FixtureModels

# benchmarks/ and training/ lie beside the package. At the end of the path, so that `checker` is the installed
# one wherever it is installed.
sys.path.append(str(Path(__file__).parent.parent))


# Nothing can be kept there: no run of the tests, nor of a process that they start, finds what another kept.
os.environ["XDG_CACHE_HOME"] = os.devnull


@pytest.fixture
def models() -> FixtureModels:
    return FixtureModels()
