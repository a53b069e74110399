from dataclasses import replace

import pytest
from doubles import article, claim, verdict

from checker.judges import roles
from checker.records import Verdict
from checker.rules import rol001


def judged(a: str, b: str) -> Verdict:
    left, right = (claim(text, of=article(name, text)) for name, text in (("a", a), ("b", b)))
    return replace(verdict(left, right, 0.0), clashes=tuple(roles.clashes(left, right)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Foreign Minister Ivan Petrov arrived.", "Defence Minister Ivan Petrov arrived."),
        ("Peru's Foreign Minister Jon Smith spoke.", "Peru's Foreign Minister John Smith spoke."),
    ],
)
def test_the_documented_cases_are_found(a, b):
    assert rol001.fits(judged(a, b))
    assert "cannot be both" in rol001.explain(judged(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The former foreign minister Ivan Petrov spoke.", "Defence Minister Ivan Petrov spoke."),
        ("President Volodymyr Zelensky spoke.", "President Volodymyr Zelenskyy spoke."),
    ],
)
def test_the_documented_exceptions_are_not_found(a, b):
    assert not rol001.fits(judged(a, b))
