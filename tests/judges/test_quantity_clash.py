import re
from dataclasses import replace

import pytest
from doubles import article, claim, shared_parser
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.quantities import quantities
from checker.judges.quantities import clashes, exclude
from checker.records import Claim, Modality, Quantity, Stance


def counting(text: str, **other) -> Claim:
    """A claim of one sentence with the quantities that stand in it."""
    made = claim(text, of=article("paper", text), **other)
    (doc,) = shared_parser().parse([text])
    return replace(made, quantities=tuple(found.quantity for found in quantities(doc, made.start)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The blast killed 12 people.", "At least 20 people were killed in the blast."),
        ("The blast killed 12 people.", "The death toll rose to 20."),
        ("12 people died.", "The attack left 20 dead."),
        ("The attack left 12 wounded.", "The attack injured 40 people."),
        ("The package is worth $61.4 billion.", "The package is worth some $40 billion."),
        ("No soldiers were killed.", "500 soldiers were killed."),
        ("The march was 10 km long.", "The march was 10 miles long."),
        ("Inflation was 7 percent.", "Inflation was 9.5 per cent."),
        ("Ten people were killed.", "Twenty civilians were killed."),
        ("The bombers killed 12 soldiers.", "The bombers killed 30 troops."),
    ],
)
def test_values_of_one_thing_that_cannot_both_be_right_clash(first, second):
    assert clashes(counting(first), counting(second))
    assert clashes(counting(second), counting(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("About 60 people were hurt.", "The blast hurt 64."),
        ("More than 12 people died.", "20 people died."),
        ("The package is worth $61.4 billion.", "The package is worth $61 billion."),
        ("20 people were killed.", "The attack left 12 wounded."),
        ("20 Russian soldiers were killed.", "500 Ukrainian soldiers were killed."),
        ("20 soldiers were killed.", "35 civilians were killed."),
        ("20 people were killed.", "Three children were killed."),
        ("20 people were killed.", "Another 35 people were killed."),
        ("20 people were killed.", "Two of them were killed."),
        ("20 people were killed.", "Up to 10 people were killed."),
        ("20 people were killed in Aleppo.", "35 people were killed in Damascus."),
        ("300,000 people were killed since 2011.", "35 people were killed."),
        ("The group produces 2 million barrels a day.", "The group produces 60 million barrels a month."),
        ("The company paid $3 billion.", "The company paid 5 billion euros."),
        ("Exports rose 5%.", "Exports rose to 20%."),
        ("The town has 20 schools.", "The town has 35 hospitals."),
        ("The third attack killed 20 people.", "The fifth attack killed 20 people."),
        ("12 people were killed in the north and 20 were killed in the south.", "20 people were killed."),
        ("Dozens of people were arrested.", "Police detained 1,200 people."),
        ("12 people were killed.", "More than 320,000 people were killed."),
        ("12 people were killed on Tuesday.", "20 people were killed on Friday."),
        ("Airstrikes killed 12 people.", "A rocket killed 20 people."),
        ("He was born in 1970.", "He was born in 1980."),
    ],
)
def test_other_things_other_places_parts_and_rounding_do_not_clash(first, second):
    assert clashes(counting(first), counting(second)) == []
    assert clashes(counting(second), counting(first)) == []


@pytest.mark.parametrize(
    "other",
    [
        {"modality": Modality.CONDITIONAL},
        {"modality": Modality.DEMANDED},
        {"stance": Stance.DENIES},
        {"stance": Stance.QUESTIONS},
    ],
)
def test_what_is_not_said_to_be_so_excludes_no_number(other):
    assert clashes(counting("12 people died.", **other), counting("20 people died.")) == []


def test_possible_and_planned_numbers_exclude_none():
    said = counting("The army sent 500 tanks.")
    assert clashes(counting("The army may have sent 20 tanks."), said) == []
    assert clashes(counting("The army will send 20 tanks."), said) == []


def test_an_article_that_knows_the_other_number_too_does_not_clash():
    a = counting("The blast killed 12 people.")
    text = "The blast killed 20 people."
    b = counting(text)
    later = article("herald", f"{text} Twelve had been counted before.")
    assert clashes(a, b)
    assert clashes(a, replace(b, sentence=replace(b.sentence, article=later))) == []


def test_a_negated_number_is_no_value():
    assert (
        clashes(counting("The blast did not kill 20 people."), counting("The blast killed 30 people.")) == []
    )


def test_a_clash_names_both_values_and_where_they_stand():
    a, b = counting("The blast killed 12 people."), counting("At least 20 people were killed.")
    (clash,) = clashes(a, b)
    assert clash.judge == "quantities"
    assert re.match(r"12 against At least 20 \(people, kill\)", clash.note)
    assert a.sentence.article.text[clash.a.start : clash.a.end] == "12"
    assert b.sentence.article.text[clash.b.start : clash.b.end] == "At least 20"


values = st.builds(
    lambda low, width, unit, counted: Quantity(0, 1, low, low + width, unit=unit, counted=counted),
    st.integers(0, 50),
    st.integers(0, 20),
    st.sampled_from([None, "%", "km", "mile"]),
    st.sampled_from(
        [("people", "kill"), ("child", "kill"), ("", "dead"), ("people", "kill", "russian"), ("", "")]
    ),
)


@given(values, values)
def test_exclusion_is_symmetric_and_nothing_excludes_itself(a, b):
    assert exclude(a, b) == exclude(b, a)
    assert not exclude(a, a)


@given(values, values)
def test_overlapping_intervals_of_one_unit_never_exclude_each_other(a, b):
    if a.unit == b.unit and a.low <= b.high and b.low <= a.high:
        assert not exclude(a, b)
