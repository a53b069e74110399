from hypothesis import given
from hypothesis import strategies as st

from checker.gate.excerpts import excerpt, folded

WORDS = " ".join(f"word{number}" for number in range(100))


def test_a_short_text_stays_whole_on_one_line():
    assert excerpt("  Two\nlines\t here. ", "here") == "Two lines here."


def test_a_long_text_is_cut_between_words_around_the_claim():
    cut = excerpt(WORDS, "word50 word51", length=60)
    assert "word50 word51" in cut
    assert cut.startswith("…word")
    assert cut.endswith("…")
    assert all(word in WORDS.split() for word in cut.strip("…").split())


def test_what_stands_at_an_end_is_shown_with_that_end():
    assert excerpt(WORDS, "word0 word1", length=40).startswith("word0 word1 ")
    assert excerpt(WORDS, "word98 word99", length=40).endswith(" word98 word99")


def test_without_the_claim_the_beginning_is_shown():
    assert excerpt(WORDS, "another text", length=40).startswith("word0 word1 ")


def test_capitals_and_the_full_stop_of_a_claim_do_not_matter():
    assert "word70" in excerpt(WORDS, "Word70.", length=40)


def test_a_word_longer_than_the_room_is_cut():
    assert excerpt("x" * 100, length=10) == "x" * 8 + "…"


@given(st.text(max_size=80), st.text(max_size=20), st.integers(3, 60))
def test_an_excerpt_is_a_piece_of_the_text_that_is_not_too_long(text, around, length):
    cut = excerpt(text, around, length=length)
    assert len(cut) <= length
    assert cut.removeprefix("…").removesuffix("…") in folded(text) or "…" in text
