"""The pytest plugin: the fixture ``assert_consistent``, whose models are loaded once for all tests.

It is imported whenever pytest starts in an environment that has checker, so it imports nothing heavy.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.loading import Models
    from checker.records import Report
    from checker.settings import Settings


@pytest.fixture(scope="session")
def checker_models() -> Callable[[Settings], Models]:
    """Settings to the models that they name, each loaded once. Override it to test with others."""
    from checker.loading import LoadedModels
    from checker.settings import Settings

    @functools.cache
    def loaded(encoder: str, judge: str, jobs: int) -> Models:
        return LoadedModels(Settings(encoder=encoder, judge=judge, jobs=jobs))

    return lambda settings: loaded(settings.encoder, settings.judge, settings.jobs)


@pytest.fixture
def assert_consistent(checker_models: Callable[[Settings], Models]) -> Callable[..., Report]:
    """``checker.testing.assert_consistent`` with the models of the session."""
    from checker import testing

    return functools.partial(testing.assert_consistent, load=checker_models)
