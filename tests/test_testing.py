"""The helper for data tests, with doubles in place of models: what passes, what fails, in which words."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import checker
from checker import testing
from checker.errors import NoArticlesError, UsageError
from checker.gate import baseline, baseline_file

pytest_plugins = ["pytester"]

OPEN = "The bridge in Kelso was open on Monday."
SHUT = "The bridge in Kelso was not open on Monday."


@pytest.fixture
def consistent(models, tmp_path, monkeypatch):
    """The helper in an empty folder, where no settings are found."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.checker]\n", encoding="utf-8")
    return partial(testing.assert_consistent, load=lambda _settings: models)


def articles(one: str = OPEN, other: str = SHUT) -> list[checker.Article]:
    return [
        checker.Article("one", "Harbour Post", one, published="2022-11-10"),
        checker.Article("two", "The Meridian", other, published="2022-11-10"),
    ]


def folder(path: Path, *texts: str) -> Path:
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number}.md").write_text(f"---\nsource: Paper {number}\n---\n{text}\n", encoding="utf-8")
    return path


def test_articles_that_agree_pass_and_the_report_comes_back(consistent):
    report = consistent(articles(OPEN, OPEN))
    assert isinstance(report, checker.Report)
    assert report.summary.articles == 2


def test_articles_that_conflict_fail_with_both_quotes_and_the_reason(consistent):
    with pytest.raises(AssertionError) as failure:
        consistent(articles())
    message = str(failure.value)
    assert "at or above warning" in message.splitlines()[0]
    assert OPEN in message
    assert SHUT in message
    assert "Harbour Post" in message
    assert "The Meridian" in message


def test_a_threshold_that_is_not_reached_passes(consistent):
    assert consistent(articles(), fail_on="never").findings


def test_an_unknown_threshold_is_a_wrong_usage(consistent):
    with pytest.raises(UsageError, match="fail-on"):
        consistent(articles(), fail_on="fatal")


def test_a_baseline_accepts_what_is_in_it(consistent, tmp_path):
    report = consistent(articles(), fail_on="never")
    file = tmp_path / "accepted.json"
    baseline_file.save(baseline.create(report), file)
    again = consistent(articles(), baseline=file)
    assert not again.findings
    assert len(again.suppressed) == 1


def test_a_baseline_that_is_missing_is_told_before_anything_is_read(consistent, tmp_path):
    with pytest.raises(UsageError, match=r"absent\.json"):
        consistent("no/such/folder", baseline=tmp_path / "absent.json")


@pytest.mark.parametrize("make", [str, Path, lambda path: [path], lambda path: sorted(path.iterdir())])
def test_paths_are_read(consistent, tmp_path, make):
    with pytest.raises(AssertionError, match=r"archive/0\.md:4:1: CON001"):
        consistent(make(folder(Path("archive"), OPEN, SHUT)))


def test_a_draft_is_held_against_an_archive_only(consistent):
    archive = folder(Path("archive"), OPEN, SHUT)
    draft = folder(Path("draft"), "The ferry in Kelso was green.")
    assert not consistent(draft, against=archive).findings
    with pytest.raises(AssertionError):
        consistent([draft, archive])


def test_paths_and_articles_cannot_be_mixed(consistent):
    with pytest.raises(TypeError, match="not both"):
        consistent(articles(), against="archive")


def test_content_that_was_lost_fails_unless_it_is_allowed(consistent):
    archive = folder(Path("archive"), OPEN)
    (archive / "broken.jsonl").write_text('{"text": \n', encoding="utf-8")
    with pytest.raises(AssertionError, match=r"broken\.jsonl"):
        consistent(archive)
    assert consistent(archive, allow_errors=True).errors


def test_no_article_at_all_is_an_error_and_no_pass(consistent):
    Path("empty").mkdir()
    with pytest.raises(NoArticlesError):
        consistent("empty")


def test_the_settings_of_the_project_count(consistent):
    Path("pyproject.toml").write_text('[tool.checker]\nfail-on = "never"\n', encoding="utf-8")
    assert consistent(articles()).findings
    with pytest.raises(AssertionError):
        consistent(articles(), fail_on="note")
    with pytest.raises(AssertionError):
        consistent(articles(), settings=checker.Settings())


def test_many_findings_are_cut_and_counted(consistent, monkeypatch):
    monkeypatch.setattr(testing, "SHOWN", 1)
    places = ("Kelso", "Larne", "Derry")
    many = [
        checker.Article(
            paper, paper, " ".join(f"The bridge in {place} was {state} on Monday." for place in places)
        )
        for paper, state in (("Harbour Post", "open"), ("The Meridian", "not open"))
    ]
    with pytest.raises(AssertionError) as failure:
        consistent(many)
    assert str(failure.value).count("CON001 error") == 1
    assert str(failure.value).endswith("... and 2 more findings; `checker check` shows all")


# The plugin


@pytest.fixture
def project(pytester, monkeypatch):
    """A project of its own whose models are the doubles."""
    # The entry point of an installed checker would register the plugin a second time.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest("""
        import pytest
        from doubles import FixtureModels

        @pytest.fixture(scope="session")
        def checker_models():
            models = FixtureModels()
            return lambda settings: models
    """)
    folder(pytester.path / "archive", OPEN, SHUT)
    folder(pytester.path / "agreed", OPEN, OPEN)
    return pytester


def test_the_fixture_passes_and_fails_a_test_and_shows_the_findings(project):
    project.makepyfile("""
        def test_agreed(assert_consistent):
            assert_consistent("agreed")

        def test_archive(assert_consistent):
            assert_consistent("archive")
    """)
    outcome = project.runpytest_inprocess("-p", "checker.pytest_plugin")
    outcome.assert_outcomes(passed=1, failed=1)
    outcome.stdout.fnmatch_lines(['>*assert_consistent("archive")', "*CON001*", f"*{SHUT}*"])
    # The line of the test is shown, not the inside of the helper.
    outcome.stdout.no_fnmatch_line("*raise AssertionError*")


def test_the_models_are_loaded_once_for_all_tests_that_name_the_same(pytester, monkeypatch):
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile("""
        import checker

        def test_same(checker_models):
            one, two = checker.Settings(min_score=0.2), checker.Settings(min_score=0.9)
            assert checker_models(one) is checker_models(two)

        def test_other(checker_models):
            assert checker_models(checker.Settings()) is not checker_models(checker.Settings(judge="x"))
    """)
    pytester.runpytest_inprocess("-p", "checker.pytest_plugin").assert_outcomes(passed=2)


def test_the_plugin_costs_a_start_of_pytest_nothing():
    check = (
        "import sys, checker.pytest_plugin\n"
        "sys.exit(', '.join({'numpy', 'polars', 'spacy', 'checker.pipeline'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
