"""Expressions of time in parsed sentences: which days they allow, and what is no time at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import calendar_days, calendar_words, tense
from checker.claims.calendar_days import Side
from checker.claims.clauses import clauses
from checker.claims.dating import dating
from checker.claims.moments import moments
from checker.records import Tense

#: A Wednesday.
PUBLISHED = "2022-11-09T08:30:00Z"
ALWAYS, FOREVER = "0001-01-01", "9999-12-31"


def found(parser, text, published=PUBLISHED):
    doc = next(iter(parser.parse([text])))
    return [(text[m.start : m.end], m.first, m.last) for m in moments(doc, 0, published)]


def days(parser, text, published=PUBLISHED):
    return [(first, last) for _, first, last in found(parser, text, published)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Putin signed the decree on Nov. 8, 2022 in Moscow.", "2022-11-08", "2022-11-08"),
        ("Putin signed the decree on 8 November 2021.", "2021-11-08", "2021-11-08"),
        ("He was born on 2021-03-04.", "2021-03-04", "2021-03-04"),
        ("Kyiv was attacked in March 2020.", "2020-03-01", "2020-03-31"),
        ("The law was passed in 2021, before the vote.", "2021-01-01", "2021-12-31"),
        ("In the 1990s the country changed.", "1990-01-01", "1999-12-31"),
        ("He was arrested in the summer of 2014.", "2014-06-01", "2014-09-30"),
        ("From March to May 2022 the city was besieged.", "2022-03-01", "2022-05-31"),
        ("He was in office from 2014 to 2016.", "2014-01-01", "2016-12-31"),
        ("The war has lasted since March 2014.", "2014-03-01", FOREVER),
        ("It will eliminate fossil power by 2035.", ALWAYS, "2035-12-31"),
        ("He had left the country before 3 May 2021.", ALWAYS, "2021-05-02"),
    ],
)
def test_explicit_dates_need_no_publication(parser, text, first, last):
    assert days(parser, text, None) == days(parser, text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Zelensky met her on Tuesday night.", "2022-11-08", "2022-11-08"),
        ("The town fell on Wednesday.", "2022-11-09", "2022-11-09"),
        ("He arrived last Wednesday.", "2022-11-02", "2022-11-02"),
        ("The court will rule on Friday.", "2022-11-11", "2022-11-11"),
        ("Officials agreed to meet again on Friday.", "2022-11-11", "2022-11-11"),
        ("The talks are due to resume on Thursday.", "2022-11-10", "2022-11-10"),
        ("Putin signed the decree on 8 November.", "2022-11-08", "2022-11-08"),
        ("Putin signed the decree on February 20.", "2022-02-20", "2022-02-20"),
        ("The town fell in December.", "2021-12-01", "2021-12-31"),
        ("The summit will take place on January 5.", "2023-01-05", "2023-01-05"),
        ("The town fell in October.", "2022-10-01", "2022-10-31"),
        ("They met between 3 and 5 May.", "2022-05-03", "2022-05-05"),
        ("He resigned yesterday.", "2022-11-08", "2022-11-08"),
        ("Sales fell last month.", "2022-10-01", "2022-10-31"),
        ("Sales fell last year.", "2021-01-01", "2021-12-31"),
        ("The ship sank three days ago.", "2022-11-06", "2022-11-06"),
        ("They have fought since March.", "2022-03-01", FOREVER),
        ("The ceasefire holds until Friday.", ALWAYS, "2022-11-11"),
        ("It won't be ready until Tuesday.", "2022-11-15", FOREVER),
        ("The report must be finished by Friday.", ALWAYS, "2022-11-11"),
        ("From October to March the permits expired.", "2022-10-01", "2023-03-31"),
        ("On Tuesday, Nov. 8, voters chose a new Congress.", "2022-11-08", "2022-11-08"),
    ],
)
def test_relative_ones_are_counted_from_the_day_of_publication_by_tense(parser, text, first, last):
    assert days(parser, text) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky met her on Tuesday night.",
        "The court will rule on Friday.",
        "He resigned yesterday.",
        "Sales fell last month.",
        "The town fell in October.",
        "The ship sank three days ago.",
        "Putin signed the decree on 8 November.",
    ],
)
def test_without_a_date_of_publication_nothing_relative_is_guessed(parser, text):
    assert days(parser, text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "She stayed for three days.",
        "He got a two-year sentence.",
        "The boy is seven years old.",
        "They meet every Monday.",
        "The market opens on Tuesdays.",
        "Shops open early on Black Friday.",
        "May said she had met Theresa May.",
        "Thousands march for peace and may march again.",
        "He spoke of the Sept. 11 attacks in New York.",
        "He won the 2016 election.",
        "The firm sold 2010 cars to the army.",
        "It costs $2,015 to fly there.",
        "Farm work stalled until the next year.",
    ],
)
def test_durations_habits_and_names_are_no_moments(parser, text):
    assert found(parser, text) == []


def test_a_day_of_almost_a_year_ago_is_not_guessed(parser):
    assert found(parser, "Putin signed the decree on December 20.") == []


def test_a_day_that_does_not_exist_is_no_moment(parser):
    assert found(parser, "He was born on 31 February 2020.") == []


def test_a_moment_spans_its_words_in_the_article_and_keeps_the_clock(parser):
    text = "The visit was cancelled on Monday at 10:15."
    doc = next(iter(parser.parse([text])))
    (moment,) = moments(doc, 100, PUBLISHED)
    assert text[moment.start - 100 : moment.end - 100] == "on Monday at 10:15"
    assert (moment.part, moment.relative, moment.first) == ("10:15", True, "2022-11-07")


def test_a_sentence_without_a_verb_has_no_relative_day_and_still_ends(parser):
    assert found(parser, "Earlier reports, a 2005 deposition and the Friday meeting.") == []


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Zelensky met the ambassador on Tuesday.", True),
        ("On Tuesday, Zelensky met the ambassador.", True),
        ("Zelensky rejected Tuesday's offer.", False),
        ("Zelensky praised the agreement of October 2015.", False),
        ("Prices rose after the invasion of February 2022.", False),
    ],
)
def test_only_what_hangs_on_the_verb_dates_a_clause(parser, text, dated):
    doc = next(iter(parser.parse([text])))
    (clause,) = clauses(doc)
    every = moments(doc, 7, PUBLISHED)
    assert every
    assert bool(dating(every, clause.head, clause.tokens, 7)) is dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv signed the deal.", Tense.PAST),
        ("Kyiv has signed the deal.", Tense.PERFECT),
        ("Kyiv had signed the deal.", Tense.PAST),
        ("Kyiv is signing the deal.", Tense.PRESENT),
        ("Kyiv will sign the deal.", Tense.FUTURE),
        ("Kyiv may have signed the deal.", Tense.PAST),
        ("The deal is expected on Friday.", Tense.FUTURE),
    ],
)
def test_the_tense_of_a_parsed_verb(parser, text, expected):
    doc = next(iter(parser.parse([text])))
    assert tense.of_verb(next(token for token in doc if token.dep_ == "ROOT")) is expected


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("Putin is not ready for negotiations", "Putin", Tense.PRESENT),
        ("Russia sets no preconditions", "Russia", Tense.PRESENT),
        ("In return for talks, Russia demands control", "Russia", Tense.PRESENT),
        ("The United States holds talks", "The United States", Tense.PRESENT),
        ("Ukraine would give up its bid", "Ukraine", Tense.FUTURE),
        ("Kyiv won't accept a ceasefire", "Kyiv", Tense.FUTURE),
        ("The minister did not attend the summit", "The minister", Tense.PAST),
        ("Aides have been holding talks", "Aides", Tense.PERFECT),
        ("The general may have left", "The general", Tense.PAST),
        ("The town fell", "The town", Tense.PAST),
        ("Kyiv cut aid", "Kyiv", Tense.PAST),
        ("Of course", None, None),
    ],
)
def test_the_tense_of_a_bare_claim(text, subject, expected):
    assert tense.of_words(text, subject) is expected


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))


@given(DAYS, st.sampled_from(calendar_words.WEEKDAYS))
def test_a_weekday_is_that_weekday_within_a_week_on_the_side_of_its_tense(day, name):
    (expression,) = calendar_words.expressions(name.capitalize())
    before = calendar_days.relative(expression, day, Side.BEFORE)
    after = calendar_days.relative(expression, day, Side.AFTER)
    assert before is not None
    assert after is not None
    assert timedelta(0) <= day - before[0] < timedelta(7)
    assert timedelta(0) <= after[0] - day < timedelta(7)
    assert before[0].weekday() == after[0].weekday() == calendar_words.WEEKDAYS.index(name)


@given(DAYS, DAYS)
def test_a_written_date_is_read_back_whatever_the_day_of_publication(day, published):
    (expression,) = calendar_words.expressions(f"on {day:%B} {day.day}, {day.year}")
    assert calendar_days.explicit(expression) == (day, day)
    assert calendar_words.mentions_time(f"on {published:%B} {published.day}")


@given(
    DAYS,
    st.sampled_from(
        "last week|this week|next week|last month|next year|last summer|two weeks ago|the past three days|"
        "last weekend|earlier this month|the end of the year|last night|more than two decades ago|"
        "next quarter|last March|this March|tomorrow".split("|")
    ),
    st.sampled_from(list(Side)),
)
def test_every_interval_has_its_first_day_before_its_last(published, words, side):
    (expression,) = calendar_words.expressions(words)
    interval = calendar_days.relative(expression, published, side)
    assert interval is not None
    assert interval[0] <= interval[1]


@given(st.text(max_size=200))
def test_expressions_of_any_text_stand_in_order_and_never_overlap(text):
    end = 0
    for expression in calendar_words.expressions(text):
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end
