"""Long texts are read in windows: nothing is left out, and the strongest window counts."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from checker.judges import windows


def encoding(text: str) -> SimpleNamespace:
    """One token a word, its number the word's own hash."""
    ids, offsets, at = [], [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        ids.append(sum(map(ord, word)))
        offsets.append((start, at))
    return SimpleNamespace(ids=ids, offsets=offsets)


def cut(text: str, room: int) -> list[windows.Window]:
    return windows.cut(text, encoding(text), room)


def test_a_text_that_fits_stays_as_it_is():
    assert [window.text for window in cut("  one two  ", 2)] == ["  one two  "]


@given(st.integers(1, 400), st.integers(4, 60))
def test_every_word_is_in_a_window_and_no_window_is_too_long(length, room):
    words = [f"w{number}" for number in range(length)]
    made = [window.text.split() for window in cut(" ".join(words), room)]
    assert [word for window in made for word in window if word in words][:1] == words[:1]
    assert {word for window in made for word in window} == set(words)
    assert all(0 < len(window) <= room for window in made)


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(16, 512))
def test_both_windows_and_the_separators_fit_the_model(a, b, most):
    for_a, for_b = windows.rooms(a, b, most)
    assert min(for_a, a) + min(for_b, b) + windows.SEPARATORS <= most
    assert for_a > 0 or a == 0
    assert for_b > 0 or b == 0


def test_a_short_text_is_kept_whole_beside_a_long_one():
    assert windows.rooms(10, 1000, 104) == (10, 90)
    assert windows.rooms(1000, 10, 104) == (90, 10)


def test_texts_that_share_nothing_are_read_at_their_beginnings():
    assert windows.partners(cut("a b c d e f", 2), cut("x y", 2)) == [(0, 0)]


def test_a_long_text_is_read_where_it_shares_words_in_either_order():
    long = cut(" ".join(f"p{number} and" for number in range(100)) + " fire bridge", 4)
    short = cut("the bridge and fire", 4)
    assert windows.partners(long, short) == [(len(long) - 1, 0)]
    assert windows.partners(short, long) == [(0, len(long) - 1)]


def test_each_window_of_the_shorter_text_is_read_that_shares_a_word():
    premise = cut(" ".join(["fire", *"abcdefghijklmnopqrstuvw", "bridge"]), 4)
    read = windows.partners(premise, cut("fire 1 2 3 4 5 6 7 bridge", 4))
    assert read == [(0, 0), (len(premise) - 1, 2)]


@given(st.lists(st.sampled_from("abcdefghij"), min_size=5, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_two_texts_changes_nothing(words, rng):
    other = rng.sample(words, len(words))
    one, two = cut(" ".join(words), 4), cut(" ".join(other), 4)
    assert sorted((j, i) for i, j in windows.partners(one, two)) == windows.partners(two, one)
