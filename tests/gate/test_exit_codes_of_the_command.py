"""The exit codes of the design, each seen from outside: the command as a shell runs it.

What needs no model comes first; the rest is marked. The text of two papers that give two numbers of
dead is the whole world of those.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import checker

BROKEN = '{"text": \n'
POST = """---
source: Harbour Post
published: 2022-11-07
---
The storm killed 12 people in Port Haven on Monday.
"""
MERIDIAN = POST.replace("Harbour Post", "The Meridian").replace("12 people", "40 people")


def environment() -> dict[str, str]:
    """This environment, in which the package of this tree is found from any folder."""
    home = str(Path(checker.__file__).parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([home, os.environ.get("PYTHONPATH", "")])}


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command and require what holds for every end: no traceback, and a word on every failure."""
    command = [sys.executable, "-m", "checker", *arguments]
    done = subprocess.run(
        command, input=stdin, env=environment(), capture_output=True, text=True, check=False, timeout=300
    )
    assert "Traceback" not in done.stderr
    assert done.stderr or done.returncode in (0, 1)
    return done


@pytest.fixture(autouse=True)
def _world(tmp_path, monkeypatch):
    """An empty folder of its own, so that no configuration of the project counts."""
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("broken").mkdir()
    Path("broken/feed.jsonl").write_text(BROKEN)


# 0


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["rules"], ["explain", "CON001"]], ids=" ".join
)
def test_what_only_tells_is_0(arguments):
    assert run(*arguments).returncode == 0


@pytest.mark.skipif(shutil.which("checker") is None, reason="the command is not installed on the path")
def test_the_installed_command_is_the_module():
    for arguments, code in ((["rules"], 0), (["check", "no-such-file"], 2), (["check", "empty"], 3)):
        done = subprocess.run(["checker", *arguments], capture_output=True, check=False, timeout=300)
        assert done.returncode == code


# 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "broken", "--no-such-flag"],
        ["check", "broken", "--fail-on", "sometimes"],
        ["check", "broken", "--select", "QQQ"],
        ["check", "broken", "--min-score", "2"],
        ["check", "broken", "--output", "pdf=report.pdf"],
        ["check", "broken", "--baseline", "none.json"],
        ["check", "no-such-file.md"],
        ["check", "empty", "no-such-file.md"],
        ["check", "empty", "--against", "no-such-folder"],
        ["check", "dangling.md"],
        ["judge", "no-such-file.csv"],
        ["compare", "one claim", ""],
        ["explain", "QQQ001"],
        ["baseline", "create", "broken"],
        ["baseline", "update", "broken", "--baseline", "none.json"],
        ["baseline", "diff", "broken", "--baseline", "none.json"],
        ["baseline", "audit", "--baseline", "none.json"],
        ["chekc", "broken"],
    ],
    ids=" ".join,
)
def test_wrong_usage_and_missing_paths_are_2_whatever_else_is_wrong(arguments):
    Path("dangling.md").symlink_to("gone.md")
    assert run(*arguments).returncode == 2


def test_a_configuration_with_mistakes_is_2():
    Path("pyproject.toml").write_text('[tool.checker]\nfail-no = "never"\n')
    assert run("check", "broken").returncode == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_on_the_command_line_that_may_not_be_read_is_2():
    Path("secret.md").write_text(POST)
    Path("secret.md").chmod(0)
    assert run("check", "secret.md").returncode == 2


def test_a_damaged_baseline_is_2():
    Path("b.json").write_text("<<<<<<< HEAD\n")
    assert run("check", "broken", "--baseline", "b.json").returncode == 2


# 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "empty"],
        ["check", "empty", "--allow-errors"],
        ["check", "empty", "--fail-on", "never"],
        ["check", "broken"],
        ["articles", "empty"],
        ["articles", "broken"],
        ["baseline", "create", "empty", "--baseline", "b.json"],
    ],
    ids=" ".join,
)
def test_no_article_at_all_is_3_even_where_errors_or_findings_are_allowed(arguments):
    assert run(*arguments).returncode == 3
    assert not Path("b.json").exists()


def test_an_empty_stdin_is_3():
    assert run("check", "-").returncode == 3


# 130


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_an_interruption_is_130_without_a_traceback():
    command = [sys.executable, "-m", "checker", "check", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment(), **pipes) as process:
        # More than the pipe holds: when it is written, the command has begun to read its articles.
        process.stdin.write(" " * 200_000)
        process.stdin.flush()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors


# With the models


@pytest.fixture
def news() -> Path:
    """Two papers that cannot both be right."""
    folder = Path("news")
    folder.mkdir()
    (folder / "post.md").write_text(POST)
    (folder / "meridian.md").write_text(MERIDIAN)
    return folder


@pytest.mark.models
def test_one_article_alone_is_0(news):
    assert run("check", "news/post.md").returncode == 0


@pytest.mark.models
def test_a_finding_is_1_and_never_makes_it_0(news):
    done = run("check", "news")
    assert done.returncode == 1
    assert "failed: 1 finding at or above warning, none allowed" in done.stderr
    assert run("check", "news", "--fail-on", "never").returncode == 0


@pytest.mark.models
def test_lost_content_is_3_before_the_finding_is_1(news):
    (news / "feed.jsonl").write_text(BROKEN)
    assert run("check", "news", "--fail-on", "never").returncode == 3
    assert run("check", "news", "--allow-errors").returncode == 1


@pytest.mark.models
def test_a_baseline_makes_a_known_finding_0_and_a_new_one_1(news):
    assert run("baseline", "create", "news", "--baseline", "b.json").returncode == 0
    assert run("check", "news", "--baseline", "b.json").returncode == 0
    (news / "islander.md").write_text(
        POST.replace("Harbour Post", "The Islander").replace("12 people", "85 people")
    )
    assert run("check", "news", "--baseline", "b.json").returncode == 1
    assert run("baseline", "update", "news", "--baseline", "b.json").returncode == 0
    assert run("baseline", "diff", "news", "--baseline", "b.json").returncode == 0


@pytest.mark.models
def test_compare_and_judge_are_0_whatever_they_find():
    one, two = "The storm killed 12 people in Port Haven.", "The storm killed 40 people in Port Haven."
    assert run("compare", one, two).returncode == 0
    Path("pairs.csv").write_text(f"a,b\n{one},{two}\n")
    assert run("judge", "pairs.csv").returncode == 0
    Path("pairs.csv").write_text(f"a,b\n{one},\n")
    assert run("judge", "pairs.csv").returncode == 3
