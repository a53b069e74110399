"""JUnit XML, which every build server draws as a table of tests: a suite a rule, a test case a finding.

Errors and warnings are failures, notes pass with their text as output, and accepted findings are skipped. A
suite of its own says whether all of the input could be read, so that no report is without a test. The file
is well-formed whatever the articles hold: what XML forbids is shown as an escape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Severity
from checker.reports import wording
from checker.reports.escape import one_line
from checker.reports.order import accepted_in_order, in_order
from checker.reports.places import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from checker.records import Finding, Report, Side, Suppressed

#: Letters that ``one_line`` leaves as they are, for any terminal can show them, and XML 1.0 forbids.
_FORBIDDEN = {code: f"\\u{code:04x}" for code in (0xFFFE, 0xFFFF)}


def render(report: Report) -> str:
    """Return the report as XML, in the same order as every other format, without times."""
    from xml.etree import ElementTree as ET

    suites = ET.Element("testsuites", {"name": "checker"})
    suites.append(_input(report))
    codes = {finding.code: finding.name for finding in report.findings}
    codes |= {each.finding.code: each.finding.name for each in report.suppressed}
    for code in sorted(codes):
        found = [finding for finding in in_order(report.findings) if finding.code == code]
        accepted = [each for each in report.suppressed if each.finding.code == code]
        suites.append(_suite(f"{code} {codes[code]}", [*map(_finding, found), *_accepted(accepted)]))
    for name in ("tests", "failures", "errors", "skipped"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ET.indent(suites)
    body = ET.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(name: str, cases: Sequence[Element]) -> Element:
    suite = _element("testsuite", name=name)
    suite.extend(cases)
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    suite.set("time", "0")
    return suite


def _input(report: Report) -> Element:
    cases = []
    for number, problem in enumerate(report.errors, start=1):
        line = "" if problem.line is None else f":{problem.line}"
        case = _case("input", f"{number} {problem.path}{line}")
        case.append(_element("error", type="input", message=problem.message))
        cases.append(case)
    if not cases:
        cases.append(_case("input", f"{wording.count(report.summary.articles, 'article')} could be read"))
    suite = _suite("input", cases)
    remarks = [wording.problem(each) for each in report.warnings] + wording.remarks(report)
    if remarks:
        suite.append(_element("system-out", "\n".join([wording.conclusion(report), *remarks])))
    return suite


def _finding(finding: Finding) -> Element:
    case = _case_of(finding)
    if finding.severity is Severity.NOTE:
        case.append(_element("system-out", _words(finding)))
    else:
        case.append(
            _element("failure", _words(finding), type=finding.severity.value, message=finding.explanation)
        )
    return case


def _accepted(suppressed: Iterable[Suppressed]) -> list[Element]:
    cases = []
    for each in accepted_in_order(suppressed):
        case = _case_of(each.finding)
        message = f"{each.by}: {each.reason}" if each.reason else each.by
        case.append(_element("skipped", _words(each.finding), message=message))
        cases.append(case)
    return cases


def _case_of(finding: Finding) -> Element:
    # With the fingerprint a test keeps its name from run to run, and no two have the same.
    sources = f"{finding.a.source} / {finding.b.source}"
    event = f" ({finding.event})" if finding.event else ""
    case = _case(finding.code, f"{sources}{event} [{finding.fingerprint}]")
    where = place(finding.a)
    if where is not None:
        case.set("file", _clean(where.path))
        if where.line is not None:
            case.set("line", str(where.line))
    return case


def _case(group: str, name: str) -> Element:
    return _element("testcase", classname=f"checker.{group}", name=name, time="0")


def _words(finding: Finding) -> str:
    dates = wording.dates(finding.a, finding.b)
    lines = [finding.explanation, f"{wording.certainty(finding.score)}, {finding.score:.2f}"]
    for side, date in zip((finding.a, finding.b), dates, strict=True):
        lines += _side(side, date)
    lines += [f"{'for' if reason.supports else 'against'}: {reason.text}" for reason in finding.reasons]
    return "\n".join(one_line(line) for line in lines)


def _side(side: Side, date: str) -> list[str]:
    head = f"{side.source}, {date}, {wording.voice(side)} ({wording.location(side)})"
    carried = wording.carried_by(side)
    return [head, f"“{side.text}”", *([carried] if carried else [])]


def _element(tag: str, text: str | None = None, **attributes: str) -> Element:
    from xml.etree import ElementTree as ET

    element = ET.Element(tag, {name: _clean(value) for name, value in attributes.items()})
    if text is not None:
        element.text = "\n".join(_clean(line) for line in text.split("\n"))
    return element


def _clean(text: str) -> str:
    return one_line(text).translate(_FORBIDDEN)
