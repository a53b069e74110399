"""The job for GitLab: its shape, and its scripts run in a shell with the variables that GitLab sets."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import threading
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import yaml

CI = Path(__file__).parents[2] / "ci"
JOB = yaml.safe_load((CI / "gitlab-ci.yml").read_text(encoding="utf-8"))["checker"]
SHUT = "---\nsource: The Meridian\npublished: 2022-11-10\n---\nThe bridge stayed open on Monday.\n"


@pytest.fixture
def job(repository, environ):
    """Runs a script of the job as GitLab does: its lines in one shell that stops at the first failure."""
    shutil.copytree(CI, repository.path / "ci")

    def running(part: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-e", "-c", "\n".join(JOB[part])],
            cwd=repository.path,
            env={**environ, **JOB["variables"], **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return running


def test_the_job_keeps_its_reports_whatever_happens():
    assert JOB["artifacts"]["when"] == "always"
    assert JOB["artifacts"]["paths"] == [f"{JOB['variables']['REPORTS_FOLDER']}/"]
    assert JOB["artifacts"]["reports"]["junit"] == f"{JOB['variables']['REPORTS_FOLDER']}/report.xml"
    assert JOB["variables"]["GIT_DEPTH"] == "0"


def test_a_merge_request_is_checked_for_its_changed_articles(job, noting, repository):
    repository.commit({"articles/new.md": SHUT})
    done = job("script", CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 0, done.stderr
    assert noting.drafts == ["articles/new.md"]
    assert noting.calls[0]["baseline"] == "of main\n"


def test_the_default_branch_is_checked_as_a_whole(job, noting):
    assert job("script").returncode == 0
    assert noting.only[-1] == "articles"
    assert "--against" not in noting.only


def test_findings_fail_the_job(job):
    assert job("script", STATUS="1").returncode == 1


class _Notes(http.server.BaseHTTPRequestHandler):
    """Takes notes on merge requests as the API of GitLab does, and keeps them in the server's list."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.notes.append((self.path, self.headers["PRIVATE-TOKEN"], parse_qs(body)["body"][0]))  # type: ignore[attr-defined]
        self.send_response(201)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.mark.skipif(shutil.which("curl") is None, reason="the script needs curl")
def test_the_report_becomes_a_note_if_a_token_is_there(job, repository):
    reports = repository.path / "checker-reports"
    reports.mkdir()
    (reports / "report.md").write_text("### checker: 1 finding & “quotes”\n", encoding="utf-8")
    with http.server.HTTPServer(("127.0.0.1", 0), _Notes) as server:
        server.notes = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        variables = {
            "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
            "CI_PROJECT_ID": "5",
            "CI_MERGE_REQUEST_IID": "7",
            "no_proxy": "127.0.0.1",
        }
        assert job("after_script", **variables).returncode == 0
        assert server.notes == []  # type: ignore[attr-defined]
        done = job("after_script", NOTE_TOKEN="token", **variables)
        server.shutdown()
    assert done.returncode == 0, done.stderr
    path, token, body = server.notes[0]  # type: ignore[attr-defined]
    assert path == "/api/v4/projects/5/merge_requests/7/notes"
    assert token == "token"
    assert body == "### checker: 1 finding & “quotes”\n"
