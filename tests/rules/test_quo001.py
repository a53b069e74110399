from dataclasses import replace

import pytest
from doubles import article, claim, judgement, verdict

from checker.judges import quotes
from checker.records import Verdict
from checker.rules import quo001


def judged(a: str, b: str, speakers=("Ivan Petrov", "Ivan Petrov"), entailment: float = 0.0) -> Verdict:
    left, right = (
        claim(text, of=article(name, text), speaker=speaker)
        for name, text, speaker in zip(("a", "b"), (a, b), speakers, strict=True)
    )
    made = verdict(left, right, 0.1)
    agreed = judgement(0.1, entailment)
    return replace(made, forward=agreed, reverse=agreed, clashes=tuple(quotes.clashes(left, right)))


READY = "“We are ready for talks with Kyiv,” Petrov said."
NOT_READY = "“We are not ready for talks with Kyiv,” Petrov said."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (READY, NOT_READY),
        (
            "“Unemployment is higher today than in May,” Lee said.",
            "“Employment is higher today than in May,” Lee said.",
        ),
    ],
)
def test_the_documented_cases_are_found(a, b):
    assert quo001.fits(judged(a, b))
    assert "differently" in quo001.explain(judged(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“We will … win this war,” he said.", "“We will stand firm and win this war,” he said."),
        ("“[The] talks failed,” he said.", "“Those talks have failed,” he said."),
    ],
)
def test_the_documented_exceptions_are_not_found(a, b):
    assert not quo001.fits(judged(a, b))


def test_an_exchanged_word_is_forgiven_where_both_claims_follow_from_each_other():
    a = "“The army has started the removal of mines from the old harbour,” Lee said."
    b = "“The army has started the clearance of mines from the old harbour,” Lee said."
    assert quo001.fits(judged(a, b, entailment=0.2))
    assert not quo001.fits(judged(a, b, entailment=0.85))
    assert quo001.fits(judged(READY, NOT_READY, entailment=0.85))


def test_the_explanation_names_speaker_sources_and_words():
    text = quo001.explain(judged(READY, NOT_READY))
    assert all(part in text for part in ("Ivan Petrov", "a has “are ready”", "b has “not”"))
    assert quo001.explain(judged(READY, NOT_READY, (None, None))).startswith("the same words are quoted")
