"""The comment on a pull request: what it shows, that it fits, and that nothing in it is live."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from sample import CONTRADICTION, DENIAL, FULL, NOTHING, QUIET, finding, meridian, side, with_findings
from strange import reports

from checker.records import Problem, Reason, Report, Severity
from checker.reports import markdown
from checker.reports.inert import length


def page(report: Report) -> str:
    return MarkdownIt("commonmark").enable("table").render(markdown.render(report))


def test_a_workflow_finds_its_comment_by_the_first_line() -> None:
    assert markdown.render(FULL).splitlines()[0] == markdown.MARKER
    assert markdown.render(NOTHING).splitlines()[0] == markdown.MARKER


def test_the_summary_is_a_table_of_rules_the_heaviest_first() -> None:
    cells = re.findall("<td[^>]*>(.*?)</td>", page(FULL))
    assert cells[:4] == ["error", "CON001", "contradiction", "1"]
    assert [cell for cell in cells if re.fullmatch("[A-Z]{3}001", cell)] == [
        "CON001",
        "NUM001",
        "DEN001",
        "SUP001",
    ]


def test_each_finding_is_behind_a_fold_with_both_quotes() -> None:
    shown = page(with_findings(CONTRADICTION))
    assert shown.count("<details>") == shown.count("</details>") == 1
    text = html.unescape(re.sub("<[^>]*>", "", shown))
    for each in (CONTRADICTION.a, CONTRADICTION.b):
        assert f"“{each.text}”" in text
        assert each.source in text
        assert f"{each.path}:{each.line}:{each.column}" in text
    assert all(reason.text in text for reason in CONTRADICTION.reasons)


def test_the_words_that_clash_are_bold() -> None:
    assert "<b>not</b> ready" in markdown.render(with_findings(CONTRADICTION))


def test_the_fingerprint_can_be_copied() -> None:
    assert "`00000000000000cc`" in markdown.render(with_findings(DENIAL))


def test_lost_and_repaired_inputs_are_told() -> None:
    shown = page(FULL)
    assert "the line is no JSON object" in shown
    assert "byte order mark" in shown


def test_no_finding_is_one_quiet_comment() -> None:
    assert "No conflicts" in markdown.render(QUIET)
    assert "<details>" not in markdown.render(QUIET)


@settings(max_examples=40, deadline=None)
@given(reports())
def test_no_text_of_an_article_is_a_tag_a_link_or_an_image(report: Report) -> None:
    shown = page(report)
    own = "h3 p table thead tbody tr th td ul li details summary b blockquote code span".split()
    assert set(re.findall(r"</?(\w+)", shown)) <= {*own}
    assert shown.count("<!--") == 1
    assert shown.count("<details>") == shown.count("</details>")


@settings(max_examples=20, deadline=None)
@given(reports())
def test_the_order_of_the_input_leaves_no_trace(report: Report) -> None:
    assert markdown.render(replace(report, findings=report.findings[::-1])) == markdown.render(report)


@pytest.mark.parametrize("letter", ["a ", "😀", "$", "@", "`", "<", "&"])
def test_a_comment_is_never_longer_than_github_takes(letter: str) -> None:
    long = letter * 3_000
    heavy = [
        finding(
            side(long, source=long, path=long, speaker=long),
            meridian(long, source=long, path=long, speaker=long),
            fingerprint=f"{number:016x}",
            name=long,
            code=f"A{number}{long}",
            explanation=long,
            event=long,
            reasons=(Reason(supports=True, text=long),) * 20,
        )
        for number in range(60)
    ]
    problems = tuple(Problem(long, long) for _ in range(40))
    report = replace(with_findings(*heavy), errors=problems, warnings=problems)
    assert length(markdown.render(report)) <= markdown.LIMIT


def test_what_did_not_fit_is_counted_the_heaviest_stay() -> None:
    light = [replace(DENIAL, fingerprint=f"{n:016x}", severity=Severity.NOTE) for n in range(300)]
    report = with_findings(*light, CONTRADICTION)
    comment = markdown.render(report)
    shown = comment.count("<details>")
    assert markdown.LIMIT - 3_000 < length(comment) <= markdown.LIMIT
    assert "CON001" in comment.partition("</details>")[0]
    assert f"**{301 - shown} more findings** ({301 - shown} notes) did not fit" in comment
