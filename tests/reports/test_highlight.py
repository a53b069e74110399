"""The words that clash are found, those that do not are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.highlight import clashing

WORDS = ("the", "ferry", "not", "ready", "sail", "18", "1,200", "no", "isn't", "denied", "talks", "talk")
PROSE = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=12).map(" ".join)


def words(a: str, b: str) -> tuple[list[str], list[str]]:
    left, right = clashing(a, b)
    return [a[s.start : s.end] for s in left], [b[s.start : s.end] for s in right]


@pytest.mark.parametrize(
    ("a", "b", "left", "right"),
    [
        ("He is ready to talk.", "He is not ready for talks.", [], ["not"]),
        ("It isn't ready.", "It is ready.", ["isn't"], []),
        ("It isn’t ready.", "It is not ready.", [], []),
        ("They talked in May.", "They dispute having talked in May.", [], ["dispute"]),
        ("The pact was denied twice.", "The pact was denied twice.", [], []),
        ("It cost 1,200 crowns.", "It cost 1200 crowns.", [], []),
        ("It cost 1,200 crowns.", "It cost 4,500 crowns.", ["1,200"], ["4,500"]),
        ("The U.S. told us.", "The US told them.", [], []),
        ("18% of the land", "77% of the land", ["18"], ["77"]),
        ("Three ships sank.", "3 ships sank.", [], []),
        ("Three ships sank.", "Four ships sank.", ["Three"], ["Four"]),
        ("The island's negotiations", "An island negotiates", [], []),
        ("It sails in the spring.", "It sails in the autumn.", ["spring"], ["autumn"]),
        ("big red ship", "ship", ["big red"], []),
        ("No, he said he never signed.", "He signed.", ["No", "never"], []),
        ("Судно готово.", "Судно сгорело.", ["готово"], ["сгорело"]),
        ("", "not one word", [], ["not one word"]),
    ],
)
def test_words_that_carry_the_disagreement(a: str, b: str, left: list[str], right: list[str]) -> None:
    assert words(a, b) == (left, right)


def test_function_words_never_clash() -> None:
    assert words("the ship of the island", "a ship on an island") == ([], [])


@given(PROSE)
def test_a_text_does_not_clash_with_itself(text: str) -> None:
    assert clashing(text, text) == ([], [])


@given(PROSE, PROSE)
def test_spans_lie_in_their_text_in_order_and_apart(a: str, b: str) -> None:
    for text, spans in zip((a, b), clashing(a, b), strict=True):
        ends = [0]
        for span in spans:
            assert ends[-1] <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            ends.append(span.end)


@given(PROSE, PROSE)
def test_the_order_of_the_texts_does_not_matter(a: str, b: str) -> None:
    assert clashing(a, b) == clashing(b, a)[::-1]
