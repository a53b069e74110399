"""One event at two times: found for events that happen once, never for what happens every day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles import article, claim, judgement

from checker.judges import moments
from checker.records import EventFit, Modality, Moment, Pair, Stance, Verdict
from checker.rules import dat001


def says(text, words, first, *, subject, published=None, relative=False, **other):
    home = article("paper", text, published=published)
    start = text.index(words)
    when = Moment(start, start + len(words), first, first, relative)
    return replace(claim(text, of=home, subject=subject, **other), moments=(when,))


def judged(a, b, similarity=0.85, event=None):
    clashes = tuple(moments.clashes(a, b))
    return Verdict(Pair(a, b, similarity), judgement(0.6), judgement(0.6), clashes, event)


def pair(left, right, words=("3 May 2021", "5 May 2021"), days=("2021-05-03", "2021-05-05"), **other):
    return judged(
        says(left, words[0], days[0], **other),
        says(right, words[1], days[1], **other),
    )


def test_a_death_on_two_days_is_found_and_both_days_are_named():
    verdict = pair(
        "John Hale died on 3 May 2021.", "John Hale died in London on 5 May 2021.", subject="John Hale"
    )
    assert dat001.fits(verdict)
    assert "2021-05-03 and 2021-05-05" in dat001.explain(verdict)


def test_the_beginning_of_definite_talks_is_found():
    left, right = "The talks in Istanbul began on 3 May 2021.", "The talks in Istanbul began on 5 May 2021."
    assert dat001.fits(pair(left, right, subject="The talks"))
    # The parser's subject has neither an article nor a small letter.
    assert dat001.fits(pair(left, right, subject="Talks"))


@pytest.mark.parametrize(
    ("left", "right", "subject"),
    [
        ("Shelling hit Kherson on 3 May 2021.", "Shelling hit Kherson on 5 May 2021.", "Shelling"),
        ("A soldier died on 3 May 2021.", "A soldier died on 5 May 2021.", "A soldier"),
        ("A meeting began on 3 May 2021.", "A meeting began on 5 May 2021.", "A meeting"),
        ("Putin spoke on 3 May 2021.", "Putin spoke on 5 May 2021.", "Putin"),
        ("Putin signed a law on aid on 3 May 2021.", "Putin signed a pact with Iran on 5 May 2021.", "Putin"),
    ],
)
def test_what_may_happen_again_is_not_found(left, right, subject):
    assert not dat001.fits(pair(left, right, subject=subject))


def test_reports_that_move_along_with_the_days_tell_of_two_events():
    a, b = (
        says(f"Ann Lee was arrested {words}.", words, day, subject="Ann Lee", published=out, relative=True)
        for words, day, out in (
            ("on Monday", "2022-11-07", "2022-11-08"),
            ("on Friday", "2022-11-11", "2022-11-12"),
        )
    )
    assert not dat001.fits(judged(a, b))
    same_day = replace(a, sentence=replace(a.sentence, article=b.sentence.article))
    assert dat001.fits(judged(same_day, b))


@pytest.mark.parametrize(
    "changed",
    [
        {"stance": Stance.DENIES},
        {"modality": Modality.CONDITIONAL},
        {"subject": "Ann Lee"},
        {"negated": True},
        {"moments": ()},
    ],
)
def test_a_denial_a_condition_another_person_or_no_date_is_not_found(changed):
    verdict = pair("John Hale died on 3 May 2021.", "John Hale died on 5 May 2021.", subject="John Hale")
    other = replace(verdict.pair.b, **changed)
    assert not dat001.fits(replace(verdict, pair=replace(verdict.pair, b=other)))


def test_another_place_is_another_event():
    verdict = pair("John Hale died on 3 May 2021.", "John Hale died on 5 May 2021.", subject="John Hale")
    assert dat001.fits(replace(verdict, event=EventFit(1.0, 0.5, 0.0, 1.0)))
    assert not dat001.fits(replace(verdict, event=EventFit(1.0, 0.0, 0.0, 1.0)))


def test_a_plan_that_is_later_put_off_is_no_wrong_date():
    a, b = (
        says(f"The summit will begin {words}.", words, day, subject="The summit", published=out)
        for words, day, out in (
            ("on 3 May", "2021-05-03", "2021-04-01"),
            ("on 5 May", "2021-05-05", "2021-04-20"),
        )
    )
    assert not dat001.fits(judged(a, b))
    same_day = replace(a, sentence=replace(a.sentence, article=b.sentence.article))
    assert dat001.fits(judged(same_day, b))
