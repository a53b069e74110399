"""The commands with the functions behind them replaced: flags in, exit code, stdout and stderr out."""

import json
import sys
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace

import polars as pl
import pytest
from typer.testing import CliRunner

import checker
from checker import cli
from checker.errors import InputError, MissingPathError, ModelError, NoArticlesError
from checker.records import (
    Article,
    Claim,
    Drop,
    Finding,
    Problem,
    Reason,
    Report,
    Sentence,
    Severity,
    Side,
    Stance,
    Summary,
    Tool,
)
from checker.settings import Across, Settings

LOST = Problem("b.jsonl", "the line is no JSON; mend it", 7)
REPAIRED = Problem("c.txt", "read as cp1252")
ARTICLE = Article(
    "a", "Gazette", "It rained. Caf\u00e9s shut.\x1b[31m", "Rain \u2014 again", published="2022-11-06"
)


def side(source: str, text: str) -> Side:
    return Side(
        article=source, source=source, title=None, url=None, path=f"{source}.md", published=None, line=1,
        column=1, start=0, end=len(text), text=text, before="", after="", claim=text, speaker=None,
        stance=Stance.ASSERTS,
    )  # fmt: skip


def report(*severities: Severity, errors=(), warnings=()) -> Report:
    findings = tuple(
        Finding(
            f"{number:016x}", "CON001", "contradiction", severity, 0.9, 0.8, "they differ", "caf\u00e9",
            side("Gazette", "Caf\u00e9s shut \u2603."), side("Herald", "Caf\u00e9s are open."),
        )
        for number, severity in enumerate(severities)
    )  # fmt: skip
    return Report(
        Tool("1", "e", "j"),
        Summary(articles=2, findings=len(findings)),
        findings,
        tuple(errors),
        tuple(warnings),
    )


@dataclass
class Backstage:
    """Stands in for the pipeline and the reading: gives what a test puts in, keeps what it was asked."""

    report: Report = field(default_factory=report)
    raised: BaseException | None = None
    asked: SimpleNamespace = field(default_factory=SimpleNamespace)
    reading: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(articles=(ARTICLE,), errors=(), warnings=())
    )

    def _act(self, **asked: object) -> None:
        vars(self.asked).update(asked)
        if self.raised is not None:
            raise self.raised

    def check_paths(self, paths, *, against=(), settings=None, stdin=None, progress=None):
        self._act(paths=paths, against=against, settings=settings, stdin=stdin, progress=progress)
        return self.report

    def read(self, paths, settings, *, stdin=None):
        self._act(paths=paths, settings=settings, stdin=stdin)
        return self.reading, SimpleNamespace(articles=(), errors=(), warnings=())

    def understand(self, articles, settings):
        self._act(settings=settings)
        for article in articles:
            sentence = Sentence(article, 0, len(article.text))
            claim = Claim(sentence, "It rained", 0, 9, Stance.DENIES, speaker_name="the mayor")
            yield SimpleNamespace(
                article=article,
                dropped=(Drop(0, 1, "furniture.menu"), Drop(1, 2, "furniture.menu")),
                sentences=((sentence, (claim,)),),
                language="en",
                copies_of=("wire",),
                warnings=lambda: ["the date is unknown"],
                as_dict=lambda article=article: {"article": article.id, "title": article.title},
            )

    def compare(self, a, b, settings):
        self._act(a=a, b=b, settings=settings)
        return SimpleNamespace(
            code="CON001", severity=Severity.ERROR, score=0.93, similarity=0.81, contradiction=0.9,
            entailment=0.04, neutral=0.06, claim_a=a, claim_b=b, explanation="one says yes",
            reasons=(Reason(True, "opposite"), Reason(False, "undated")),
        )  # fmt: skip

    def judge_rows(self, rows, settings):
        self._act(settings=settings)
        for a, b in rows:
            score = 0.75 if a != b else 0.25
            yield {
                "contradiction": score, "entailment": 0.125, "neutral": 0.125, "score": score,
                "code": "CON001" if a != b else None,
            }  # fmt: skip

    def models(self):
        return [
            {"name": "encoder", "role": "encoder", "path": "e.onnx", "size": "22 MB", "sha256": "ab12"},
            {"name": "judge", "role": "judge", "path": "j.onnx", "size": "30 MB", "sha256": "cd34"},
        ]


@pytest.fixture
def backstage(monkeypatch):
    stage = Backstage()
    rule = SimpleNamespace(
        code="CON001", name="contradiction", severity=Severity.ERROR, summary="both cannot be true",
        documentation="Both claims cannot be true.\n",
    )  # fmt: skip
    other = SimpleNamespace(
        code="DEN001",
        name="denied",
        severity=Severity.WARNING,
        summary="one denies",
        documentation="One denies.",
    )
    modules = {
        "pipeline": {"check_paths": stage.check_paths},
        "understanding": {"understand": stage.understand},
        "comparing": {name: getattr(stage, name) for name in ("compare", "judge_rows", "models")},
        "gathering": {"read": stage.read},
        "rules": {"RULES": {"CON001": rule, "DEN001": other}},
    }
    for name, members in modules.items():
        module = ModuleType(f"checker.{name}")
        vars(module).update(members)
        monkeypatch.setitem(sys.modules, f"checker.{name}", module)
        monkeypatch.setattr(checker, name, module, raising=False)
    return stage


def run(*arguments: str, charset: str = "utf-8", stdin: str | None = None):
    return CliRunner(charset=charset).invoke(cli.app, list(arguments), input=stdin, prog_name="checker")


# Exit codes


def test_nothing_found_is_0(backstage):
    assert run("check", "x").exit_code == 0


def test_a_warning_is_1_and_a_note_is_0(backstage):
    backstage.report = report(Severity.WARNING)
    assert run("check", "x").exit_code == 1
    backstage.report = report(Severity.NOTE)
    assert run("check", "x").exit_code == 0


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [("warning", "error", 0), ("note", "note", 1), ("error", "never", 0), ("error", "error", 1)],
)
def test_fail_on_moves_the_threshold(backstage, severity, fail_on, code):
    backstage.report = report(Severity(severity))
    assert run("check", "x", "--fail-on", fail_on).exit_code == code


def test_content_that_was_lost_is_3_unless_allowed(backstage):
    backstage.report = report(Severity.ERROR, errors=[LOST])
    assert run("check", "x").exit_code == 3
    assert run("check", "x", "--fail-on", "never").exit_code == 3
    assert run("check", "x", "--allow-errors").exit_code == 1


def test_repaired_content_is_0_with_a_warning(backstage):
    backstage.report = report(warnings=[REPAIRED])
    outcome = run("check", "x")
    assert outcome.exit_code == 0
    assert "checker: warning: c.txt: read as cp1252\n" in outcome.stderr


def test_no_article_is_3_with_its_problems_even_if_errors_are_allowed(backstage):
    backstage.raised = NoArticlesError("there is no article in x", (LOST,))
    outcome = run("check", "x", "--allow-errors")
    assert outcome.exit_code == 3
    assert outcome.stdout == ""
    assert outcome.stderr.splitlines() == [
        "checker: error: b.jsonl:7: the line is no JSON; mend it",
        "checker: error: there is no article in x",
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MissingPathError("x: no such file"), 2),
        (ModelError("weights are damaged"), 2),
        (InputError("unreadable"), 3),
    ],
)
def test_a_foreseen_error_is_one_line_and_its_code(backstage, error, code):
    backstage.raised = error
    outcome = run("check", "x")
    assert outcome.exit_code == code
    assert outcome.stderr == f"checker: error: {error}\n"
    assert outcome.stdout == ""


def test_an_interruption_is_130(backstage):
    backstage.raised = KeyboardInterrupt()
    outcome = run("check", "x")
    assert outcome.exit_code == 130
    assert "Traceback" not in outcome.stderr


def test_an_unforeseen_error_is_2_and_points_to_debug(backstage):
    backstage.raised = KeyError("vector")
    outcome = run("check", "x")
    assert outcome.exit_code == 2
    assert "--debug" in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_debug_shows_the_traceback(backstage):
    backstage.raised = KeyError("vector")
    outcome = run("check", "x", "--debug")
    assert outcome.exit_code == 2
    assert "Traceback (most recent call last)" in outcome.stderr


def test_an_error_message_steers_no_terminal(backstage):
    backstage.raised = MissingPathError("\x1b[31mx\nchecker: all is well")
    outcome = run("check", "x")
    assert "\x1b" not in outcome.stderr
    assert outcome.stderr.count("\n") == 1


# Bad values


@pytest.mark.parametrize(
    "flags",
    [
        ["--across", "papers"],
        ["--format", "pdf"],
        ["--output", "report.json"],
        ["--output", "pdf=report.pdf"],
        ["--output", "json=/no/such/folder/report.json"],
        ["--fail-on", "sometimes"],
        ["--min-score", "1.5"],
        ["--min-score", "nan"],
        ["--min-score", "high"],
        ["--select", "QQQ"],
        ["--ignore", "CON001,QQQ"],
        ["--max-pairs", "-1"],
        ["--max-pairs", "few"],
        ["--jobs", "-2"],
        ["--encoder", ""],
        ["--judge", " "],
        ["--against", "-"],
        ["--no-such-flag"],
        ["--against"],
    ],
    ids=" ".join,
)
def test_a_bad_value_is_2_before_any_work(backstage, flags):
    outcome = run("check", "-", *flags)
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert "rror" in outcome.stderr
    assert vars(backstage.asked) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["compare", "one"],
        ["compare", "one", " "],
        ["compare", "one", "two", "--format", "rich"],
        ["judge"],
        ["judge", "/no/such/file.csv"],
        ["articles"],
        ["articles", "x", "--format", "json"],
        ["explain"],
        ["explain", "QQQ"],
        ["explain", ""],
        ["chekc", "x"],
    ],
    ids=" ".join,
)
def test_wrong_usage_of_a_command_is_2(backstage, arguments):
    outcome = run(*arguments)
    assert outcome.exit_code == 2
    assert outcome.stderr
    assert outcome.stdout == ""


def test_an_unknown_code_names_the_nearest(backstage):
    assert "did you mean 'CON001'" in run("check", "x", "--select", "CON01").stderr


# What check asks for


def test_the_defaults_are_those_of_the_settings(backstage):
    run("check", "x")
    assert backstage.asked.settings == Settings()
    assert backstage.asked.paths == ["x"]
    assert list(backstage.asked.against) == []
    assert backstage.asked.stdin is None


def test_every_flag_reaches_the_settings(backstage):
    outcome = run(
        "check", "x", "y", "--against", "old", "--against", "older", "--across", "all", "--min-score", "0.5",
        "--select", "con001,DEN", "--select", "CON", "--ignore", "den001", "--keep-furniture",
        "--max-pairs", "9", "--encoder", "dir/e", "--judge", "dir/j", "--jobs", "2", "--quiet",
    )  # fmt: skip
    assert outcome.exit_code == 0
    assert backstage.asked.paths == ["x", "y"]
    assert backstage.asked.against == ["old", "older"]
    assert backstage.asked.settings == Settings(
        across=Across.ALL, keep_furniture=True, encoder="dir/e", judge="dir/j", max_pairs=9, min_score=0.5,
        select=("CON001", "DEN", "CON"), ignore=("DEN001",), jobs=2,
    )  # fmt: skip


def test_a_dash_hands_over_the_bytes_of_stdin(backstage):
    run("check", "-", stdin='{"text": "x"}')
    assert backstage.asked.stdin is not None
    assert run("check", "x", "--against", "-").exit_code == 0


def test_no_progress_is_asked_for_without_a_terminal(backstage):
    run("check", "x")
    assert backstage.asked.progress is None


# What check shows


def test_text_is_the_format_without_a_terminal(backstage):
    backstage.report = report(Severity.ERROR)
    assert run("check", "x").stdout == run("check", "x", "--format", "text").stdout
    assert "CON001" in run("check", "x").stdout


def test_json_goes_to_stdout_alone(backstage):
    backstage.report = report(Severity.ERROR, errors=[LOST], warnings=[REPAIRED])
    outcome = run("check", "x", "--format", "json", "--stats")
    assert json.loads(outcome.stdout)["findings"][0]["code"] == "CON001"
    assert "b.jsonl:7" in outcome.stderr
    assert "articles" in outcome.stderr


def test_json_lines_without_findings_are_no_lines(backstage):
    assert run("check", "x", "--format", "jsonl").stdout == ""


def test_rich_shows_the_findings(backstage):
    backstage.report = report(Severity.ERROR)
    outcome = run("check", "x", "--format", "rich")
    assert "Gazette" in outcome.stdout
    assert outcome.exit_code == 1


@pytest.mark.parametrize("view", ["rich", "text", "json", "jsonl"])
def test_every_format_survives_a_terminal_without_its_characters(backstage, view):
    backstage.report = report(Severity.ERROR)
    outcome = run("check", "x", "--format", view, charset="ascii")
    assert outcome.exit_code == 1
    assert outcome.stdout_bytes.isascii()
    assert "CON001" in outcome.stdout


def test_an_output_never_overwrites_what_a_run_is_told_by(backstage, tmp_path):
    for name in ("metadata", "baseline"):
        file = tmp_path / f"{name}.csv"
        file.write_text('{"schema": "checker-baseline/1", "settings": {}, "findings": []}')
        ended = run("check", "x", f"--{name}", str(file), "--output", f"csv={file}")
        assert ended.exit_code == 2
        assert "would overwrite an input" in ended.stderr


def test_an_output_leaves_stdout_empty(backstage, tmp_path):
    backstage.report = report(Severity.ERROR)
    outcome = run("check", "x", "--output", f"json={tmp_path}/r.json", "--output", f"text={tmp_path}/r.txt")
    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    assert json.loads((tmp_path / "r.json").read_text())["schema"] == "checker-report/1"
    assert "CON001" in (tmp_path / "r.txt").read_text(encoding="utf-8")


def test_an_output_and_a_format_are_both_written(backstage, tmp_path):
    outcome = run("check", "x", "--format", "json", "--output", f"json={tmp_path}/r.json")
    assert outcome.stdout == (tmp_path / "r.json").read_text()


def test_stats_show_the_funnel(backstage):
    assert "pairs considered" not in run("check", "x").output
    assert "pairs considered" in run("check", "x", "--stats").stdout


def test_quiet_hides_warnings_but_no_errors(backstage):
    backstage.report = report(errors=[LOST], warnings=[REPAIRED])
    outcome = run("check", "x", "--quiet", "--format", "json")
    assert "b.jsonl:7" in outcome.stderr
    assert "c.txt" not in outcome.stderr


def test_many_problems_are_counted_not_listed(backstage):
    backstage.report = report(warnings=[Problem(f"{n}.txt", "odd") for n in range(1000)])
    outcome = run("check", "x", "--format", "json")
    assert outcome.stderr.count("\n") == 21
    assert "and 980 more" in outcome.stderr


# compare


def test_compare_shows_a_verdict_and_ends_with_0(backstage):
    outcome = run("compare", "It rained", "It was dry")
    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("CON001 error (score 0.93)\n")
    for part in ("It rained", "It was dry", "one says yes", "+ opposite", "- undated"):
        assert part in outcome.stdout


def test_compare_gives_json(backstage):
    verdict = json.loads(run("compare", "Caf\u00e9", "B", "--format", "json", charset="ascii").stdout_bytes)
    assert verdict["claim_a"] == "Caf\u00e9"
    assert verdict["severity"] == "error"
    assert verdict["reasons"] == [{"for": True, "text": "opposite"}, {"for": False, "text": "undated"}]


# judge


def pairs_file(path, rows):
    pl.DataFrame(rows, schema={"a": pl.String, "b": pl.String}, orient="row").write_ndjson(path)
    return str(path)


def test_judge_writes_one_line_a_row_in_order(backstage, tmp_path):
    outcome = run("judge", pairs_file(tmp_path / "p.jsonl", [("x", "y"), ("z", "z")]))
    assert outcome.exit_code == 0
    lines = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert [line["code"] for line in lines] == ["CON001", None]
    assert list(lines[0]) == ["contradiction", "entailment", "neutral", "score", "code"]


def test_a_row_without_a_text_has_no_verdict_and_the_code_is_3_unless_allowed(backstage, tmp_path):
    path = pairs_file(tmp_path / "p.jsonl", [("x", None), ("x", "y"), ("", " ")])
    outcome = run("judge", path)
    assert outcome.exit_code == 3
    assert [json.loads(line)["score"] for line in outcome.stdout.splitlines()] == [None, 0.75, None]
    assert "row 1: no text in b" in outcome.stderr
    assert "row 3: no text in a and b" in outcome.stderr
    assert run("judge", path, "--allow-errors").exit_code == 0


def test_judge_writes_a_table(backstage, tmp_path):
    path = pairs_file(tmp_path / "p.jsonl", [("x", None), ("x", "y")])
    outcome = run("judge", path, "--output", str(tmp_path / "out.parquet"), "--allow-errors")
    assert outcome.exit_code == 0
    assert outcome.stdout == ""
    assert pl.read_parquet(tmp_path / "out.parquet")["score"].to_list() == [None, 0.75]


def test_judge_names_all_missing_columns(backstage, tmp_path):
    (tmp_path / "p.csv").write_text("premise,hypothesis\nx,y\n")
    outcome = run("judge", str(tmp_path / "p.csv"))
    assert outcome.exit_code == 2
    assert "missing column(s) a, b" in outcome.stderr


# articles, rules, explain, models


def test_articles_is_a_table_of_what_was_understood(backstage):
    outcome = run("articles", "x")
    assert outcome.exit_code == 0
    for cell in ("Gazette", "2022-11-06", "en", "left out: 2 furniture.menu", "one story: a, wire"):
        assert cell in outcome.stdout


def test_articles_takes_columns_and_metadata(backstage):
    assert run("articles", "x", "--column", "text=story.body", "--metadata", "m.csv").exit_code == 0
    assert backstage.asked.settings.columns == {"text": "story.body"}
    assert backstage.asked.settings.metadata == "m.csv"


def test_articles_lists_every_sentence_and_claim(backstage):
    outcome = run("articles", "x", "--format", "text")
    assert outcome.exit_code == 0
    for part in (
        "Rain \u2014 again",
        "source Gazette, date 2022-11-06, language en",
        "copy of wire",
        "1 sentence, 1 claim, 2 stretches left out (furniture.menu 2)",
        "- [denies, asserted, the mayor] It rained",
    ):
        assert part in outcome.stdout
    assert "\x1b" not in outcome.stdout


def test_articles_gives_one_json_line_an_article_on_any_terminal(backstage):
    outcome = run("articles", "x", "--format", "jsonl", charset="ascii")
    assert json.loads(outcome.stdout_bytes) == {"article": "a", "title": "Rain \u2014 again"}
    assert outcome.stdout_bytes.count(b"\n") == 1


def test_articles_that_could_not_be_read_are_3_unless_allowed(backstage):
    backstage.reading = SimpleNamespace(articles=(ARTICLE,), errors=(LOST,), warnings=())
    assert run("articles", "x").exit_code == 3
    assert run("articles", "x", "--allow-errors").exit_code == 0


def test_articles_without_any_is_3(backstage):
    backstage.reading = SimpleNamespace(articles=(), errors=(), warnings=())
    assert run("articles", "x", "--allow-errors").exit_code == 3


def test_rules_lists_each_rule_on_a_line(backstage):
    assert run("rules").stdout.splitlines() == [
        "CON001  error    contradiction  both cannot be true",
        "DEN001  warning  denied         one denies",
    ]


@pytest.mark.parametrize("code", ["CON001", "con001", "CON"])
def test_explain_shows_the_one_rule_that_is_meant(backstage, code):
    outcome = run("explain", code)
    assert outcome.exit_code == 0
    assert outcome.stdout == "CON001 contradiction (error)\n\nBoth claims cannot be true.\n"


def test_explain_names_the_rules_that_may_be_meant(backstage):
    rules = sys.modules["checker.rules"].RULES
    rules["CON002"] = SimpleNamespace(code="CON002")
    outcome = run("explain", "CON")
    assert outcome.exit_code == 2
    assert "CON001, CON002" in outcome.stderr


def test_models_are_listed_with_what_is_known_of_them(backstage):
    outcome = run("models")
    assert outcome.exit_code == 0
    assert "encoder\n" in outcome.stdout
    assert "  sha256  cd34" in outcome.stdout


# The command itself


def test_version_is_printed():
    outcome = run("--version")
    assert outcome.exit_code == 0
    assert outcome.stdout == f"checker {checker.__version__}\n"


COMMANDS = ["check", "compare", "judge", "articles", "rules", "explain", "models"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_in_ascii(command):
    outcome = run(command, "--help")
    assert outcome.exit_code == 0
    assert "Example" in outcome.stdout
    assert f"checker {command}" in outcome.stdout.split("Example")[1]
    assert outcome.stdout.isascii()


def test_help_lists_the_commands():
    outcome = run("--help")
    assert outcome.exit_code == 0
    assert all(f"\n  {command} " in outcome.stdout for command in COMMANDS)


@pytest.mark.parametrize(
    ("claims", "told"),
    [(("", "x"), "claim A is empty"), (("x", " "), "claim B is empty"), (("", ""), "both claims are empty")],
)
def test_an_empty_claim_is_named(claims, told):
    ended = run("compare", *claims)
    assert ended.exit_code == 2
    assert told in ended.stderr
