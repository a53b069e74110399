"""Copies of whole articles: what is one, what is none, and that nothing but the texts decides."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.copies import Copies, article_copies
from checker.copies.candidates import candidates
from checker.copies.groups import complete_groups
from checker.copies.overlap import copied, own_passages
from checker.copies.shingles import FEWEST_WORDS, fingerprint, quoted
from checker.records import Article

WORDS = (
    "harbour council minister vote budget river bridge storm troops talks border village hospital fire "
    "mayor police court judge report figures election party farmers grain price market strike union "
    "pilots airport flights rain flood rescue teams night morning witnesses officials company contract"
).split()


def story(seed: int, words: int = 300) -> str:
    """Paragraphs of sentences in which no run of words is common to two seeds but by chance."""
    chance = random.Random(seed)
    chosen = [f"{chance.choice(WORDS)}{chance.choice(('', 's', 'ed', 'ing'))}" for _ in range(words)]
    sentences = [" ".join(chosen[start : start + 12]) + "." for start in range(0, words, 12)]
    return "\n\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))


def copies_of(**texts: str) -> Copies:
    return article_copies(Article(id=name, source=name, text=text) for name, text in texts.items())


def pairs_of(**texts: str) -> set[tuple[str, str]]:
    return set(copies_of(**texts).pairs())


def with_words_changed(text: str, share: float) -> str:
    chance = random.Random(7)
    return " ".join("other" if chance.random() < share else word for word in text.split(" "))


EDITS: dict[str, Callable[[str], str]] = {
    "a cut tail": lambda text: text[: len(text) * 7 // 10],
    "the first third alone": lambda text: text[: len(text) // 3],
    "a new headline": lambda text: "Quite another headline for this story\n\n" + text,
    "a credit line": lambda text: (
        f"KYIV (Reuters) — {text}\n\nThe Associated Press contributed to this report."
    ),
    "reordered paragraphs": lambda text: "\n\n".join(sorted(text.split("\n\n"))),
    "a tenth of the words changed": lambda text: with_words_changed(text, 0.1),
    "another case and typography": lambda text: text.upper().replace(" ", "\u00a0\n"),
}


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_a_copy_is_found_under_edits(edit: str) -> None:
    text = story(1)
    assert pairs_of(a=text, b=EDITS[edit](text), other=story(2)) == {("a", "b")}


def test_different_stories_are_no_copies() -> None:
    assert copies_of(a=story(1), b=story(2), c=story(3)) == Copies()


def test_two_halves_of_one_story_are_no_copies_of_each_other() -> None:
    text = story(1, 480)
    half = text.index("\n\n", len(text) // 2)
    assert pairs_of(all=text, first=text[:half], second=text[half:]) == {("all", "first"), ("all", "second")}


def test_a_merged_story_is_a_copy_of_both_but_does_not_make_them_one() -> None:
    first, second = story(1, 300), story(2, 240)
    copies = copies_of(a=first, b=second, merged=f"{first}\n\n{second}")
    assert set(copies.pairs()) == {("a", "merged"), ("b", "merged")}
    assert copies.groups == (("a", "merged"),)


def test_a_wire_story_keeps_one_group_beside_a_merge() -> None:
    wire, other = story(1), story(2)
    copies = copies_of(
        w1=wire, w2=f"(AP) {wire}", w3=with_words_changed(wire, 0.05), x=other, merged=f"{wire}\n{other}"
    )
    assert copies.groups == (("merged", "w1", "w2", "w3"),)
    assert ("merged", "x") in set(copies.pairs())


@pytest.mark.parametrize("marks", ['""', "“”", "«»"])
def test_two_reports_that_quote_one_statement_are_no_copies(marks: str) -> None:
    statement = f"{marks[0]}{story(9, 200).replace(chr(10), ' ')}{marks[1]}"
    assert pairs_of(a=f"{story(1, 60)}\n\n{statement}", b=f"{story(2, 80)}\n\n{statement}") == set()


def test_reports_under_one_long_list_are_no_copies() -> None:
    listing = story(9, 200)
    assert pairs_of(a=f"{story(1, 100)}\n\n{listing}", b=f"{story(2, 100)}\n\n{listing}") == set()


def test_an_updated_version_is_a_copy() -> None:
    text = story(1)
    assert pairs_of(a=text, b=f"{story(5, 40)}\n\n{text[len(text) // 8 :]}") == {("a", "b")}


def test_a_short_text_is_a_copy_of_its_equals_only() -> None:
    brief = "The harbour authority closed the eastern quay on Tuesday, 3.5 metres of it."
    found = pairs_of(
        a=brief,
        b=brief.upper().replace(" ", "  "),
        c=brief.replace("3.5", "3.6"),
        d=brief.replace("3.5", "3-5"),
    )
    assert found == {("a", "b")}


def test_fifty_words_are_enough_for_a_near_copy() -> None:
    text = story(1, FEWEST_WORDS)
    assert pairs_of(a=text, b=f"(AP) {text}") == {("a", "b")}
    short = " ".join(text.split()[:-1])
    assert pairs_of(a=short, b=f"AP {short[:-3]}") == set()


@pytest.mark.parametrize("nothing", ["", " \n", "—!?", "😀 😀"])
def test_texts_without_a_word_are_copies_of_nothing(nothing: str) -> None:
    assert copies_of(a=nothing, b=nothing) == Copies()


def test_a_link_says_how_much_of_each_text_is_shared() -> None:
    text = story(1)
    (link,) = copies_of(a=text, b="\n\n".join(text.split("\n\n")[: len(text.split("\n\n")) // 2])).links
    assert link.share == 1.0
    assert 0.4 <= link.share_of_longer <= 0.6
    (changed,) = copies_of(a=text, b=with_words_changed(text, 0.1)).links
    assert 0.75 <= changed.share <= 0.95


def test_thousands_of_equal_texts_make_no_millions_of_links() -> None:
    text = story(1)
    articles = [Article(id=f"{number:04}", source="s", text=text) for number in range(3000)]
    copies = article_copies([*articles, Article(id="near", source="s", text=f"(AP) {text}")])
    assert [len(ids) for ids in copies.equals] == [3000]
    assert [(link.a, link.b) for link in copies.links] == [("0000", "near")]
    assert len(copies.groups[0]) == 3001


def test_a_phrase_on_every_page_costs_no_square_of_the_pages() -> None:
    common = np.arange(0, 40, 4, dtype=np.uint32)
    prints = [np.append(common, np.uint32(1000 + 4 * row)) for row in range(2000)]
    assert len(candidates(prints)) <= 2000 * 64


def test_groups_begin_with_the_earliest_known_date() -> None:
    text = story(1)
    dates = {"a": None, "b": "2022-11-06", "c": "2022-11-05T10:00:00Z", "d": "2022-11-06"}
    articles = [
        Article(id=name, source=name, text=f"{name} {text}", published=date) for name, date in dates.items()
    ]
    assert article_copies(articles).groups == (("c", "b", "d", "a"),)


def test_accents_and_their_two_encodings_are_one() -> None:
    text = story(1).replace("e", "é")
    assert pairs_of(a=text, b=text.replace("é", "e\u0301")) == {("a", "b")}


def test_hashes_are_the_same_numbers_on_every_machine() -> None:
    plain, accented = "The quay was closed on Tuesday.", "Café “Zürich” reopened in 2024"
    assert fingerprint(plain).shingles.tolist() == [3768416112, 3363414819, 2649937228]
    assert fingerprint(accented).shingles.tolist() == [435751681, 998671898]


def test_hash_randomisation_changes_nothing() -> None:
    program = (
        "from checker.copies import article_copies\n"
        "from checker.records import Article\n"
        "text = ' '.join(f'word{n}' for n in range(200))\n"
        "texts = {'a': text, 'b': text[:700], 'c': 'x ' + text, 'd': text[600:] + ' other' * 90}\n"
        "print(article_copies(Article(id=i, source=i, text=t) for i, t in texts.items()))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(printed) == 1
    assert b"Link" in printed.pop()


def test_quoted_words_are_marked_and_a_lost_mark_ends_with_its_paragraph() -> None:
    text = '"one two" three "four\nfive “six seven\neight” nine «ten» eleven'
    inside = [word for word, flag in zip(text.split(), quoted(text), strict=True) if flag]
    assert inside == ['"one', 'two"', '"four', "“six", "seven", "«ten»"]


@given(st.text(max_size=300))
def test_any_text_has_as_many_quoted_flags_as_words(text: str) -> None:
    kept = fingerprint(text)
    assert len(quoted(text)) == kept.words
    assert len(kept.shingles) == max(0, kept.words - 3)


@given(st.lists(st.integers(0, 30), min_size=4, max_size=60), st.lists(st.integers(0, 30), max_size=60))
def test_copied_words_are_those_in_shared_runs_of_four(left: list[int], right: list[int]) -> None:
    runs = {tuple(right[start : start + 4]) for start in range(len(right) - 3)}
    wanted = [
        any(tuple(left[s : s + 4]) in runs for s in range(max(0, at - 3), min(at, len(left) - 4) + 1))
        for at in range(len(left))
    ]
    one, other = (fingerprint(" ".join(f"w{n}" for n in numbers)).shingles for numbers in (left, right))
    mask = copied(one, other)
    assert mask.tolist() == wanted
    assert 0.0 <= own_passages(mask) <= 1.0


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])))
def test_every_two_of_a_group_are_linked_and_no_row_is_in_two(links: set[tuple[int, int]]) -> None:
    groups = complete_groups(sorted(links))
    assert all(pair in links for group in groups for pair in combinations(group, 2))
    assert len({row for group in groups for row in group}) == sum(map(len, groups))
    assert bool(groups) == bool(links)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(9)))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    first, second = story(1), story(2)
    texts = [
        first,
        first,
        f"(AP) {first}",
        first[: len(first) // 2],
        second,
        with_words_changed(second, 0.1),
        f"{first}\n\n{second}",
        "short",
        "Short",
    ]
    articles = [Article(id=str(number), source="s", text=text) for number, text in enumerate(texts)]
    assert article_copies([articles[at] for at in order]) == article_copies(articles)
