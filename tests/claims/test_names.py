"""Which names a text holds, and which of them can be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.names import Kind, form, names, names_in, same_name, telling_words
from checker.claims.parse import Parser


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dmitry Peskov", "Peskov"),
        ("Kremlin spokesman Dmitry Peskov", "Peskov"),
        ("President Biden", "Joe Biden"),
        ("Joseph Biden", "J. Biden"),
        ("US", "United States"),
        ("U.S.", "America"),
        ("Kyiv", "Kiev"),
        ("Moscow", "the Kremlin"),
        ("Russian", "Russia"),
        ("Putin's", "Vladimir Putin"),
        ("UN", "United Nations"),
        ("Indianapolis Colts", "Colts"),
        ("the White House", "U.S."),
    ],
)
def test_two_names_of_one_bearer_are_the_same(a: str, b: str) -> None:
    assert same_name(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hunter Biden", "Joe Biden"),
        ("South Korea", "North Korea"),
        ("Russia", "Ukraine"),
        ("New York", "York"),
        ("Duncan Rait", "Robert Buckley"),
        ("Supreme Court", "District Court"),
        ("us", "United States"),
        ("Harvard University", "University"),
    ],
)
def test_names_of_two_bearers_are_not_the_same(a: str, b: str) -> None:
    assert not same_name(a, b)


NAMES = st.text(st.sampled_from("AB ab.'-éÉ"), min_size=0, max_size=12)


@given(NAMES, NAMES)
def test_the_comparison_is_symmetric(a: str, b: str) -> None:
    assert same_name(a, b) == same_name(b, a)


@given(NAMES)
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert same_name(name, name)


@given(st.text(max_size=80))
def test_guessed_names_are_slices_of_the_text(text: str) -> None:
    for name in names_in(text):
        assert text[name.start : name.end] == name.text


def test_capitals_are_read_without_a_parse() -> None:
    found = {
        name.text: name for name in names_in("Police arrested Stephen A. Smith in New Zealand on Friday.")
    }
    assert set(found) == {"Stephen A. Smith", "New Zealand"}
    assert found["New Zealand"].kind is Kind.PLACE


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    assert [name.text for name in names_in("He met President Biden's aides.")] == ["Biden"]


def test_a_capital_that_may_only_begin_a_sentence_is_not_sure() -> None:
    assert [name.sure for name in names_in("Clashes broke out.")] == [False]
    assert [name.sure for name in names_in("Russia attacked.")] == [True]


def test_headlines_give_no_sure_names() -> None:
    assert not any(name.sure for name in names_in("Historic Warehouse Burns After Short Circuit"))


def test_the_acronym_is_a_name_and_the_pronoun_is_not() -> None:
    assert [name.text for name in names_in("They told US officials about us.")] == ["US"]


def test_telling_words_leave_out_what_many_names_share() -> None:
    assert telling_words(form("University of Michigan")) == ("michigan",)
    assert telling_words(form("Kremlin")) == ("russia",)


def test_a_parsed_sentence_gives_names_with_kinds(parser: Parser) -> None:
    text = "President Joe Biden's adviser met Dmitry Peskov in Geneva on Tuesday."
    doc = next(iter(parser.parse([text])))
    found = {name.text: name.kind for name in names(doc)}
    assert found["Joe Biden"] is Kind.PERSON
    assert found["Dmitry Peskov"] is Kind.PERSON
    assert found["Geneva"] is Kind.PLACE
    assert "Tuesday" not in found


def test_a_capital_that_acts_is_a_body(parser: Parser) -> None:
    doc = next(iter(parser.parse(["Moscow rejected the offer of the mediators."])))
    assert [(name.text, name.kind) for name in names(doc)] == [("Moscow", Kind.BODY)]


def test_names_of_a_parsed_sentence_are_slices_of_it(parser: Parser) -> None:
    text = "Israel’s army said the U.N. school in Jabaliya was hit; Hamas denied firing from it."
    for name in names(next(iter(parser.parse([text])))):
        assert text[name.start : name.end].replace("’", "'") == name.text
