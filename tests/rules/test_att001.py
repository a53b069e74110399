from dataclasses import replace

import pytest
from doubles import article, claim, judgement, verdict

from checker.judges import statements
from checker.records import Verdict
from checker.rules import att001

DAM = "“The dam will not survive another winter like this,” {} said."
KELSO = "14 of the 20 turbines at Kelso had cracked blades."


def judged(a: str, b: str, speakers: tuple[str, str], *, entailment: float = 0.0) -> Verdict:
    left, right = (
        claim(text.format(speaker), of=article(name, text.format(speaker)), speaker=speaker)
        for name, text, speaker in zip(("a", "b"), (a, b), speakers, strict=True)
    )
    agreed = judgement(0.0, entailment)
    made = replace(verdict(left, right, 0.0, 0.95), forward=agreed, reverse=agreed)
    return replace(made, clashes=tuple(statements.clashes(made)))


@pytest.mark.parametrize(
    ("text", "speakers", "entailment"),
    [(DAM, ("Ivan Petrov", "Maria Sidorova"), 0.0), (KELSO, ("Jane Miller", "Peter Shaw"), 0.9)],
)
def test_the_documented_cases_are_found(text, speakers, entailment):
    found = judged(text, text, speakers, entailment=entailment)
    assert att001.fits(found)
    assert all(speaker in att001.explain(found) for speaker in speakers)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The talks had failed.", ("The Kremlin", "Peskov")),
        ("The plan was good.", ("Jane Miller", "Peter Shaw")),
    ],
)
def test_the_documented_exceptions_are_not_found(text, speakers):
    assert not att001.fits(judged(text, text, speakers, entailment=0.95))
