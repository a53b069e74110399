"""The shell examples in a POSIX shell: what they hand to checker, how they end, what they leave behind."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from composite import clean_environment

from checker.reports.markdown import MARKER
from checker.sources.recognise import COMPRESSED, SUFFIXES

CI = Path(__file__).parents[2] / "ci"
SHUT = "---\nsource: The Meridian\npublished: 2022-11-10\n---\nThe bridge stayed open on Monday.\n"


def sh(name: str, *arguments: str, cwd: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(CI / name), *arguments], cwd=cwd, env=environ, capture_output=True, text=True, check=False
    )


# check.sh


def test_check_hands_on_flags_and_paths_and_asks_for_every_report(noting, environ, tmp_path):
    done = sh("check.sh", "--min-score", "0.8", "--", "a b.md", cwd=tmp_path, environ=environ)
    assert done.returncode == 0
    assert noting.only[0] == "check"
    assert noting.only[-4:] == ["--min-score", "0.8", "--", "a b.md"]
    reports = sorted(path.name for path in (tmp_path / "checker-reports").iterdir())
    assert reports == ["report.json", "report.md", "report.sarif", "report.xml"]
    assert (tmp_path / "checker-reports/report.xml").read_text() == "a report: junit\n"


@pytest.mark.parametrize("status", [0, 1, 2, 3, 130])
def test_check_ends_as_checker_does_and_says_what_that_means(noting, environ, tmp_path, status):
    done = sh("check.sh", "articles", cwd=tmp_path, environ={**environ, "STATUS": str(status)})
    assert done.returncode == status
    assert f"checker ended with {status}: " in done.stderr


def test_check_uses_a_baseline_only_if_there_is_one(noting, environ, tmp_path):
    sh("check.sh", "articles", cwd=tmp_path, environ=environ)
    assert "--baseline" not in noting.only
    noting.notes.unlink()
    (tmp_path / "accepted.json").write_text("accepted")
    sh("check.sh", "articles", cwd=tmp_path, environ={**environ, "BASELINE_FILE": "accepted.json"})
    assert noting.calls[0]["baseline"] == "accepted"


def test_check_leaves_no_report_of_an_earlier_run(tmp_path):
    # Here checker itself is missing, and so ends without a report.
    (tmp_path / "checker-reports").mkdir()
    old = tmp_path / "checker-reports/report.sarif"
    old.write_text("old")
    environ = {**clean_environment(), "PATH": "/usr/bin:/bin"}
    assert sh("check.sh", "articles", cwd=tmp_path, environ=environ).returncode == 127
    assert not old.exists()


# pull-request.sh


def test_a_pull_request_checks_its_changed_articles_against_the_folder(noting, environ, repository):
    repository.commit({"articles/new one.md": SHUT, "articles/open.md": SHUT, "notes/aside.md": SHUT})
    done = sh("pull-request.sh", "articles", "--", "--fail-on", "error", cwd=repository.path, environ=environ)
    assert done.returncode == 0, done.stderr
    assert noting.drafts == ["articles/new one.md", "articles/open.md"]
    flags = noting.only[: noting.only.index("--")]
    assert flags[flags.index("--against") + 1] == "articles"
    assert flags[-2:] == ["--fail-on", "error"]


def test_the_baseline_is_that_of_the_branch_to_merge_into(noting, environ, repository):
    repository.commit({"articles/new.md": SHUT, "checker-baseline.json": "of the branch itself\n"})
    sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert noting.calls[0]["baseline"] == "of main\n"


def test_without_a_baseline_on_main_the_one_of_the_branch_is_not_used(noting, environ, repository):
    repository.commit({"articles/new.md": SHUT, "other.json": "of the branch itself\n"})
    sh(
        "pull-request.sh",
        "articles",
        cwd=repository.path,
        environ={**environ, "BASELINE_FILE": "other.json"},
    )
    assert "--baseline" not in noting.only


def test_changes_of_main_since_the_branch_left_it_are_not_drafts(noting, environ, repository):
    repository.commit({"articles/new.md": SHUT})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"articles/later.md": SHUT})
    repository.git("push", "--quiet", "origin", "main")
    repository.git("checkout", "--quiet", "topic")
    sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert noting.drafts == ["articles/new.md"]


def test_deleted_articles_and_other_files_are_no_drafts(noting, environ, repository):
    repository.commit(
        {
            "articles/old.md": None,
            "articles/photo.png": "no article",
            "articles/.draft.md": SHUT,
            "articles/.hidden/new.md": SHUT,
            "articles/größe.MD.md": SHUT,
        }
    )
    sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert noting.drafts == ["articles/größe.MD.md"]


def test_every_format_that_checker_reads_in_a_folder_is_a_draft(noting, environ, repository):
    names = sorted(f"articles/new{suffix}{packing}" for suffix in SUFFIXES for packing in ("", *COMPRESSED))
    repository.commit(dict.fromkeys(names, SHUT))
    sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert sorted(noting.drafts) == names


@pytest.mark.parametrize("folder", ["articles/", "./articles", "././articles//"])
def test_a_draft_has_the_name_that_the_folder_gives_it(noting, environ, repository, folder):
    repository.commit({"articles/new.md": SHUT})
    sh("pull-request.sh", folder, cwd=repository.path, environ=environ)
    assert noting.drafts == ["articles/new.md"]
    assert noting.only[noting.only.index("--against") + 1] == "articles"


def test_below_the_current_folder_the_names_begin_with_a_dot(noting, environ, repository):
    repository.commit({"articles/new.md": SHUT})
    sh("pull-request.sh", ".", cwd=repository.path, environ=environ)
    assert noting.drafts == ["./articles/new.md"]
    noting.notes.unlink()
    sh("pull-request.sh", ".", cwd=repository.path / "articles", environ=environ)
    assert noting.drafts == ["./new.md"]


def test_several_folders_are_all_held_against(noting, environ, repository):
    repository.commit({"articles/new.md": SHUT, "wire/new.md": SHUT})
    sh("pull-request.sh", "articles", "wire", cwd=repository.path, environ=environ)
    assert noting.drafts == ["articles/new.md", "wire/new.md"]
    places = [value for flag, value in zip(noting.only, noting.only[1:], strict=False) if flag == "--against"]
    assert sorted(places) == ["articles", "wire"]


def test_a_branch_that_changes_no_article_passes_and_says_so(noting, environ, repository):
    repository.commit({"notes/aside.md": SHUT})
    done = sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert done.returncode == 0
    assert not noting.calls
    report = (repository.path / "checker-reports/report.md").read_text(encoding="utf-8")
    assert report.startswith(f"{MARKER}\n")
    assert "no article was changed" in report


def test_findings_fail_a_pull_request(environ, repository):
    repository.commit({"articles/new.md": SHUT})
    done = sh("pull-request.sh", "articles", cwd=repository.path, environ={**environ, "STATUS": "1"})
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "variables", "complaint"),
    [
        ([], {}, "name the folders"),
        (["--", "--quiet"], {}, "name the folders"),
        (["articles"], {"BASE_BRANCH": "origin/trunk"}, "there is no origin/trunk here"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_to_do(
    noting, environ, repository, arguments, variables, complaint
):
    done = sh("pull-request.sh", *arguments, cwd=repository.path, environ={**environ, **variables})
    assert done.returncode == 2
    assert complaint in done.stderr
    assert not noting.calls


def test_a_history_that_was_cut_off_is_told(noting, environ, repository):
    repository.git("checkout", "--quiet", "--orphan", "apart")
    repository.commit({"articles/new.md": SHUT})
    done = sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert done.returncode == 2
    assert "fetch the whole history" in done.stderr


@pytest.mark.models
def test_a_pull_request_that_contradicts_an_article_fails_until_main_accepts_it(installed, repository):
    environ = clean_environment(installed)
    repository.git("rm", "--quiet", "checker-baseline.json")
    repository.commit({"articles/new.md": SHUT})
    repository.git("push", "--quiet", "--force", "origin", "topic:main")
    repository.git("fetch", "--quiet", "origin")
    repository.commit({"articles/new.md": SHUT + "The ferry is green.\n"})

    done = sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert done.returncode == 1, done.stderr
    reports = repository.path / "checker-reports"
    assert "CON001" in done.stdout
    assert '"CON001"' in (reports / "report.sarif").read_text(encoding="utf-8")
    assert (reports / "report.md").read_text(encoding="utf-8").startswith(MARKER)
    assert "<failure" in (reports / "report.xml").read_text(encoding="utf-8")

    accepting = ["checker", "baseline", "create", "articles", "--baseline", "checker-baseline.json"]
    subprocess.run(accepting, cwd=repository.path, env=environ, check=True, capture_output=True)
    repository.git("add", "checker-baseline.json")
    repository.git("commit", "--quiet", "--message", "Accept")
    done = sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert done.returncode == 1, "a branch must not accept its own findings"

    repository.git("push", "--quiet", "origin", "topic:main")
    repository.git("fetch", "--quiet", "origin")
    repository.commit({"articles/new.md": SHUT + "The ferry is red.\n"})
    done = sh("pull-request.sh", "articles", cwd=repository.path, environ=environ)
    assert done.returncode == 0, done.stdout + done.stderr


# comment.sh


@pytest.mark.parametrize(
    ("known", "call"),
    [
        ("", "--method POST repos/paper/news/issues/7/comments"),
        ("99\n100", "--method PATCH repos/paper/news/issues/comments/99"),
    ],
)
def test_a_comment_is_written_once_and_then_replaced(tmp_path, known, call):
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text('#!/bin/sh\necho "$*" >>"$NOTES"\ncase "$*" in *--jq*) echo "$KNOWN" ;; esac\n')
    gh.chmod(0o755)
    notes = tmp_path / "notes"
    environ = clean_environment(gh.parent) | {
        "KNOWN": known,
        "NOTES": str(notes),
        "GITHUB_REPOSITORY": "paper/news",
    }
    done = sh("comment.sh", "report.md", "7", cwd=tmp_path, environ=environ)
    assert done.returncode == 0, done.stderr
    asked, written = notes.read_text().splitlines()
    assert "api --paginate repos/paper/news/issues/7/comments" in asked
    assert f'startswith("{MARKER}")' in asked
    assert call in written
    assert "body=@report.md" in written
