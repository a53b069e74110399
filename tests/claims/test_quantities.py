import math

import pytest
from doubles import shared_parser
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims import units
from checker.claims.counted import LIMIT, MORE, PART
from checker.claims.numerals import numerals
from checker.claims.parse import Parser, plain
from checker.claims.quantities import quantities


def interval(text: str) -> tuple[float, float]:
    (numeral,) = numerals(text)
    return numeral.interval()


def found(parser: Parser, text: str, offset: int = 0):
    (doc,) = parser.parse([text])
    return [one.quantity for one in quantities(doc, offset)]


@pytest.mark.parametrize("count", ["two", "three", "four"])
@pytest.mark.parametrize("part", ["halves", "thirds", "quarters", "fifths", "tenths"])
@pytest.mark.parametrize("gap", [" ", "-"])
def test_parts_in_words_are_shares_or_counts_and_never_stop_a_run(count, gap, part):
    (numeral,) = numerals(f"It shrank for {count}{gap}{part} of the year.")
    assert numeral.share or numeral.low in (2, 3, 4)


def test_two_quarters_are_half_a_year_and_no_share():
    (numeral,) = numerals("The economy shrank for two quarters.")
    assert (numeral.interval(), numeral.share) == ((2, 2), False)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20 people", 20, 20),
        ("1,234 homes", 1234, 1234),
        ("twenty-one ships", 21, 21),
        ("one hundred and twenty-five", 125, 125),
        ("four thousand five hundred and two", 4502, 4502),
        ("20 to 25 people", 20, 25),
        ("20-25 soldiers", 20, 25),
        ("between 20 and 25", 20, 25),
        ("two or three men", 2, 3),
        ("at least 20", 20, math.inf),
        ("no fewer than 20", 20, math.inf),
        ("20 or more", 20, math.inf),
        ("at least some 20", 20, math.inf),
        ("fewer than 20", 0, 20),
        ("no more than 20", 0, 20),
        ("as many as 1,000", 0, 1000),
        ("about 20", 15, 25),
        ("some two dozen", 18, 30),
        ("nearly 100", 85, 100),
        ("20-odd men", 20, 30),
        ("No soldiers", 0, 0),
        ("dozens", 20, 200),
    ],
)
def test_a_number_is_the_interval_of_the_values_it_allows(text, low, high):
    assert interval(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$61.4 billion", 61.4e9),
        ("18.2bn euros", 18.2e9),
        ("€2m", 2e6),
        ("half a million", 5e5),
        ("two and a half million", 2.5e6),
        ("two and a half years", 2.5),
        ("a hundred thousand", 1e5),
        ("two dozen", 24),
    ],
)
def test_magnitudes_multiply_what_stands_before_them(text, value):
    (numeral,) = numerals(text)
    assert numeral.low == numeral.high == pytest.approx(value)


def test_a_range_shares_the_magnitude_of_its_second_number():
    (numeral,) = numerals("20 to 25 million")
    assert (numeral.low, numeral.high) == (20e6, 25e6)


def test_a_rise_from_one_value_to_another_is_no_range():
    assert [numeral.low for numeral in numerals("rose from 15 to 20")] == [15, 20]


@pytest.mark.parametrize(
    "text", ["won 3-2", "the 9/11 attacks", "at 10:15", "the T-72", "Covid-19", "the G7", "3rd"]
)
def test_scores_names_clock_times_and_ordinals_are_no_numbers(text):
    assert numerals(text) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("61.4 billion", "61 billion"),
        ("61.4 billion", "about 60 billion"),
        ("500", "512"),
        ("20,000", "20,400"),
        ("two dozen", "26"),
        ("more than 30", "45"),
    ],
)
def test_rounding_and_hedges_overlap(first, second):
    (low_a, high_a), (low_b, high_b) = interval(first), interval(second)
    assert low_a <= high_b
    assert low_b <= high_a


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1,234", "1,300"),
        ("12", "13"),
        ("61.4 billion", "65 billion"),
        ("at least 30", "12"),
        ("dozens", "5"),
    ],
)
def test_what_no_rounding_reconciles_stays_apart(first, second):
    (low_a, high_a), (low_b, high_b) = interval(first), interval(second)
    assert low_a > high_b or low_b > high_a


@given(
    st.integers(min_value=1, max_value=10**12),
    st.sampled_from(["", "about ", "nearly ", "at least ", "up to "]),
)
def test_every_interval_allows_the_value_written(value, hedge):
    low, high = interval(f"{hedge}{value:,}")
    assert low <= value <= high


@given(st.text(max_size=80))
def test_numerals_stand_in_order_inside_the_text(text):
    ends = [0]
    for numeral in numerals(text):
        assert 0 <= numeral.start <= numeral.core < numeral.end <= len(text)
        assert numeral.core >= ends[-1]
        ends.append(numeral.end)


def test_units_convert_within_their_family():
    assert units.in_base(10, "mile") == pytest.approx(units.in_base(16.09344, "km"))
    assert units.in_base(212, "fahrenheit") == pytest.approx(100)
    assert units.family("mile") == units.family("km") != units.family("kg")


@pytest.mark.parametrize(
    ("text", "words", "unit", "counted"),
    [
        ("At least 20 people were killed.", "At least 20", None, ("people", "kill")),
        ("The blast killed 20 people.", "20", None, ("people", "kill", "by cause blast")),
        (
            "20 Russian soldiers were killed in Aleppo.",
            "20",
            None,
            ("soldier", "kill", "in aleppo", "russian"),
        ),
        ("The death toll rose to 20.", "20", None, ("", "death")),
        ("The army reported a death toll of 20.", "20", None, ("", "death")),
        ("Hundreds of people were arrested.", "Hundreds", None, ("people", "arrest")),
        ("No soldiers were killed.", "No", None, ("soldier", "kill")),
        ("The package is worth $61.4 billion.", "$61.4 billion", "USD", ("package", "be")),
        ("The state received €2m in aid.", "€2m", "EUR", ("aid", "receive")),
        ("The fine is 500,000 roubles.", "500,000 roubles", "RUB", ("fine", "be")),
        ("Inflation was 7 percent in May.", "7 percent", "%", ("inflation", "be")),
        ("A third of the voters support it.", "A third", "%", ("voter", "by support")),
        ("Exports rose 5.3%.", "5.3%", "%", ("export", "rise")),
        ("The rate rose by two percentage points.", "two percentage points", "pp", ("rate", "rise by")),
    ],
)
def test_a_quantity_knows_its_unit_and_what_is_counted(parser, text, words, unit, counted):
    (quantity,) = found(parser, text)
    assert text[quantity.start : quantity.end] == words
    assert (quantity.unit, quantity.counted) == (unit, counted)


def test_each_number_of_a_sentence_counts_its_own(parser):
    killed, wounded = found(parser, "The attack left 12 dead and 40 injured.")
    assert (killed.counted, wounded.counted) == (("", "dead"), ("", "injured"))


def test_who_kills_is_not_who_is_killed(parser):
    gunmen, people = found(parser, "Three gunmen killed 5 people.")
    assert (gunmen.counted[:2], people.counted[:2]) == (("gunman", "by kill"), ("people", "kill"))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Another 20 people were injured.", MORE),
        ("Ten more civilians died.", MORE),
        ("Some 20 others were wounded.", MORE),
        ("Clinton is 195 delegates ahead.", MORE),
        ("She leads by 195 delegates.", MORE),
        ("He is 40 votes behind.", MORE),
        ("They fell 12 votes short.", MORE),
        ("The attack hurt two of them.", PART),
        ("The stadium has a capacity of 50,000 people.", LIMIT),
        ("Up to 300 people were arrested.", LIMIT),
    ],
)
def test_increments_parts_and_limits_are_marked(parser, text, mark):
    assert mark in found(parser, text)[0].counted


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 the Group of Seven met in Rome.",
        "The parties signed it on 5 April 2017.",
        "Article 5 of the treaty applies.",
        "A Boeing 737 crashed near the city.",
        "He spoke at 10 a.m. in the capital.",
        "The third attack hit the city.",
        "One of the men said no one was hurt.",
        "They left two days ago.",
        "There is no doubt about it.",
        "The 1990s were hard.",
    ],
)
def test_what_counts_nothing_is_no_quantity(parser, text):
    assert found(parser, text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Six people were killed on Tuesday.", "on tuesday"),
        ("An airstrike in Idlib killed six people.", "by cause air"),
        ("Rebels fired rockets in Idlib, killing six people.", "in idlib"),
        ("Some 300,000 people have been killed since the war began.", "since"),
        ("The attack killed 20 people, including 5 children.", PART),
    ],
)
def test_the_circumstances_of_a_count_are_marked(parser, text, mark):
    assert mark in found(parser, text)[-1].counted


def test_an_age_is_a_measure_of_a_person(parser):
    (age,) = found(parser, "John Smith, aged 40, was arrested.")
    assert (age.unit, age.low, age.counted[0]) == ("year", 40, "age")


def test_offsets_are_those_of_the_article(parser):
    article = "Head. At least 20 people died."
    (quantity,) = found(parser, article[6:], offset=6)
    assert article[quantity.start : quantity.end] == "At least 20"


# The parser is loaded and run: no deadline a call.
@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=st.sampled_from("20 some $%,.-manywok"), max_size=40))
def test_spans_lie_inside_the_sentence(text):
    (doc,) = shared_parser().parse([text])
    for one in quantities(doc):
        assert 0 <= one.quantity.start < one.quantity.end <= len(plain(text))
        assert one.quantity.low <= one.quantity.high


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 30 people ahead of the summit.",
        "The 12 people behind the attack were arrested.",
        "The bomb killed 30 people ahead of elections.",
        "She made 12 short films.",
        "Turkey was beaten by 12 players.",
    ],
)
def test_what_is_no_lead_is_a_count(parser, text):
    assert MORE not in found(parser, text)[0].counted
