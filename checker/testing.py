"""For data tests: articles that contradict each other fail a test, and the message shows where.

    from checker.testing import assert_consistent

    def test_the_archive_agrees_with_itself():
        assert_consistent("archive/", fail_on="error", baseline="checker-baseline.json")

With pytest, the fixture ``assert_consistent`` (``checker.pytest_plugin``) is the same function with models
that are loaded once for all tests.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from checker.loading import LoadedModels
from checker.records import Article

if TYPE_CHECKING:
    from checker.gate.deciding import Decision
    from checker.loading import Models
    from checker.records import Report
    from checker.settings import FailOn, Settings

#: Files and folders, or articles made in Python; one or several.
Articles: TypeAlias = str | os.PathLike[str] | Article | Iterable[str | os.PathLike[str] | Article]

#: The most findings that a message shows; a test log is not the place to read hundreds.
SHOWN = 20


def assert_consistent(
    articles: Articles,
    *,
    against: Articles = (),
    fail_on: FailOn | str | None = None,
    baseline: str | os.PathLike[str] | None = None,
    allow_errors: bool | None = None,
    settings: Settings | None = None,
    load: Callable[[Settings], Models] = LoadedModels,
) -> Report:
    """Check ``articles`` as ``checker check`` would, and fail if that would end with anything but 0.

    ``articles`` and ``against`` are paths, or articles, not both. Without ``settings`` those of the project
    count (checker.toml or pyproject.toml from the current folder upwards, and the environment);
    ``fail_on``, ``baseline`` and ``allow_errors`` override them. Returns the report, without what the
    baseline and the suppressions accept. ``load`` gives the models that settings name.

    Raises AssertionError, which shows why and the heaviest findings; UsageError, NoArticlesError and
    ModelError as ``checker.check`` does.
    """
    # pytest then shows the line of the test, not this function.
    __tracebackhide__ = True
    from checker.gate import baseline_file, gating

    chosen = _settings(settings, fail_on=fail_on, baseline=baseline, allow_errors=allow_errors)
    # Read first: a baseline that is damaged should not cost the minutes of a run.
    accepted = None if chosen.baseline is None else baseline_file.load(chosen.baseline)
    drafts, archive = _listed(articles), _listed(against)
    decision = gating.gate(
        _checked(drafts, archive, chosen, load(chosen)),
        fail_on=chosen.fail_on,
        baseline=accepted,
        limits=chosen.limits,
        suppress=chosen.suppress,
        overrides=chosen.overrides,
        allow_errors=chosen.allow_errors,
        partial=bool(archive),
    )
    if not decision.passed:
        raise AssertionError(_message(decision))
    return decision.report


def _settings(settings: Settings | None, **given: object) -> Settings:
    overrides = {name: value for name, value in given.items() if value is not None}
    if "baseline" in overrides:
        overrides["baseline"] = str(overrides["baseline"])
    return replace(settings or _of_the_project(), **overrides)  # type: ignore[arg-type]


def _of_the_project() -> Settings:
    from checker import configuration
    from checker.rules import RULES

    return configuration.load(Path.cwd(), os.environ, rules=RULES).settings


def _listed(articles: Articles) -> list[str | Article]:
    """Each path as a text; a single one is a list of one."""
    several = [articles] if isinstance(articles, str | os.PathLike | Article) else articles
    return [each if isinstance(each, Article) else os.fspath(each) for each in several]


def _checked(
    drafts: list[str | Article], archive: list[str | Article], settings: Settings, models: Models
) -> Report:
    from checker import pipeline

    paths, other_paths = ([each for each in side if isinstance(each, str)] for side in (drafts, archive))
    made, others_made = ([each for each in side if isinstance(each, Article)] for side in (drafts, archive))
    if not (made or others_made):
        return pipeline.check_paths(paths, against=other_paths, settings=settings, models=models)
    if not (paths or other_paths):
        return pipeline.check(made, against=others_made, settings=settings, models=models)
    raise TypeError("give paths or articles, not both: checker.read(paths).articles makes articles of paths")


def _message(decision: Decision) -> str:
    from checker.reports import text

    findings = decision.report.findings
    left_out = len(findings) - SHOWN
    shown = text.render(replace(decision.report, findings=findings[:SHOWN]))
    more = f"\n... and {left_out} more findings; `checker check` shows all" if left_out > 0 else ""
    return "\n".join([*decision.sentences, "", shown.rstrip()]) + more
