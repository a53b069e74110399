"""What ``checker explain`` says is found is found, and what it says is left alone is left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from documented import Example, examples, sections

import checker
from checker.loading import LoadedModels
from checker.rules import RULES

#: A Thursday: "on Monday" and "on Wednesday" are days of its week.
PUBLISHED = date(2022, 11, 10)

_MONDAY = PUBLISHED - timedelta(days=PUBLISHED.weekday())
_DAYS = {day.strftime("%A"): day for day in (_MONDAY + timedelta(days=number) for number in range(7))}
_MONTHS = {day.strftime("%B"): day for day in (date(2022, month, 10) for month in range(1, 13))}

CASES = [
    pytest.param(rule.code, section, example, id=f"{rule.code}-{section.lower()}-{number}")
    for rule in RULES.values()
    for section in ("Found", "Not found")
    for number, example in enumerate(examples(rule.documentation, section), start=1)
]


@pytest.fixture(scope="module")
def embedded() -> LoadedModels:
    return LoadedModels(checker.Settings())


def published(note: str) -> str:
    """The day that a note names ("March", "Tuesday"), else one day for all."""
    return str(_DAYS.get(note) or _MONTHS.get(note) or PUBLISHED)


def found(example: Example, models: LoadedModels) -> set[str]:
    """The codes of what is found between two articles of one sentence each."""
    one = checker.Article("one", "Harbour Post", example.a, published=published(example.note_a))
    two = checker.Article("two", "The Meridian", example.b, published=published(example.note_b))
    return {finding.code for finding in checker.check([one, two], models=models).findings}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_documents_two_examples_that_are_found_and_two_that_are_not(rule):
    titles = ["What it means", "Found", "Not found", "What to do"]
    assert list(sections(rule.documentation)) == titles
    assert len(examples(rule.documentation, "Found")) == 2
    assert len(examples(rule.documentation, "Not found")) == 2


@pytest.mark.models
@pytest.mark.parametrize(("code", "section", "example"), CASES)
def test_the_tool_decides_as_documented(code, section, example, embedded):
    assert (code in found(example, embedded)) == (section == "Found")
