"""What a claim is read with: its headline and its sentence."""

from __future__ import annotations

import pytest

from checker.judges.context import HEADLINE, SENTENCE, around, in_context, worded
from checker.records import Article, Claim, Sentence

SAID = "Officials said on Friday that the bridge over the Dnipro was closed."
CLAIM = "The bridge over the Dnipro was closed"


def claim(title: str | None, text: str = SAID) -> Claim:
    article = Article(id="1", source="Post", text=text, title=title)
    return Claim(Sentence(article, 0, len(text)), CLAIM, 30, len(text) - 1)


def test_a_claim_is_read_with_the_headline_and_its_sentence() -> None:
    assert in_context(claim("Traffic stops")) == f"{CLAIM} | Traffic stops | {SAID}"


@pytest.mark.parametrize("title", [None, "", "  \n"])
def test_without_a_headline_the_sentence_is_all_there_is(title: str | None) -> None:
    assert in_context(claim(title)) == f"{CLAIM} | {SAID}"


def test_line_breaks_are_spaces_and_long_headlines_are_cut() -> None:
    told = worded(CLAIM, "word " * 60, "One\nsentence.")
    _, headline, sentence = told.split(" | ")
    assert len(headline) <= HEADLINE
    assert sentence == "One sentence."


@pytest.mark.parametrize("number", [0, 37, 87, 124])
def test_of_a_long_sentence_the_part_around_the_claim_is_read(number: int) -> None:
    every = [f"word{each:03}" for each in range(125)]
    at = len("word000 ") * number
    cut = around(" ".join(every), at, at + len("word000"))
    assert len(cut) <= SENTENCE
    assert every[number] in cut.split()
    assert set(cut.split()) <= set(every)


def test_what_fits_is_left_as_it_is() -> None:
    assert around(SAID, 30, 60) == SAID
