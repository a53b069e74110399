"""Puts the folder of the tests on the path (for ``doubles``) and gives the doubles as fixtures."""

import pytest
from doubles import FixtureModels


@pytest.fixture
def models() -> FixtureModels:
    return FixtureModels()
