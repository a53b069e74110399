"""Training pairs of claims in their articles: what readers labelled, what nobody read, what was written."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from doubles import article

from checker.judges.context import PART
from training import in_context, news_written
from training.news_pairs import key

BRIDGE = "The old bridge over the Ros was closed on Monday."
OTHER = {
    "title": "Elsewhere",
    "sentence": "The new bridge stayed open.",
    "claim": "The new bridge stayed open",
}
WRITTEN = {
    "conflict": {"title": "No closure", "sentence": "Nobody closed it.", "claim": "It was not closed"},
    "same": {"title": "Jam", "sentence": "Cars queued for hours.", "claim": "Cars queued for hours"},
    "other": OTHER,
    "agree": {"title": "Shut", "sentence": "The crossing is shut.", "claim": "The crossing is shut"},
}


def mined(*scores: float) -> pl.DataFrame:
    rows = [
        {
            "premise": f"premise {number}",
            "hypothesis": f"hypothesis {number}",
            "contradiction": score,
            "entailment": 0.0,
            "reverse_entailment": 0.0,
            "a_title": "A headline",
            "b_title": None,
            "a_sentence": f"The first paper says premise {number}.",
            "b_sentence": f"The second says hypothesis {number}.",
        }
        for number, score in enumerate(scores)
    ]
    return pl.DataFrame(rows, infer_schema_length=None)


def read(table: pl.DataFrame, labels: dict[str, bool | None], innocent: int = 9) -> list[tuple[str, str]]:
    pairs = in_context.read_pairs(table, labels, innocent=innocent, rng=np.random.default_rng(0))
    return [(one[0], label) for one, _, label, _ in pairs]


def label_of(number: int, agreed: bool | None) -> dict[str, bool | None]:
    return {key(f"premise {number}", f"hypothesis {number}"): agreed}


def test_what_readers_agreed_with_is_a_contradiction_and_shown_more_often() -> None:
    found = read(mined(0.9, 0.9), {**label_of(0, True), **label_of(1, False)})
    assert found.count(("premise 0", "contradiction")) == in_context.AGREED_TIMES
    assert found.count(("premise 1", "neutral")) == 1


def test_what_readers_could_not_tell_teaches_nothing() -> None:
    assert read(mined(0.9, 0.1), {**label_of(0, None), **label_of(1, None)}) == []


def test_unread_pairs_are_neutral_if_nothing_is_suspected_and_no_more_than_wanted() -> None:
    assert read(mined(0.9, 0.1), {}) == [("premise 1", "neutral")]
    assert len(read(mined(*[0.1] * 8), {}, innocent=3)) == 3


def test_what_was_written_finds_its_claim_by_place_and_hash() -> None:
    paper = article("7", f"It rained. {BRIDGE}")
    row = {"article": "7", "start": 11, "claim": news_written.key(BRIDGE.rstrip(".")), **WRITTEN}
    elsewhere = {**row, "start": 0}
    changed = {**row, "claim": "0" * 16}
    found = list(in_context.claims_written_to([row, elsewhere, changed], [paper, article("8", BRIDGE)]))
    assert [(claim.sentence.text, one) for claim, one in found] == [(BRIDGE, row)]


def test_no_style_tells_the_label() -> None:
    claim = (BRIDGE, "Bridge", BRIDGE)
    pairs = list(in_context.written_pairs(claim, WRITTEN))
    real = {label for one, two, label, _ in pairs if claim in (one, two)}
    written = {label for one, two, label, _ in pairs if claim not in (one, two)}
    assert real == {"contradiction", "neutral", "entailment"}
    assert {"contradiction", "neutral"} <= written


@pytest.mark.parametrize("seed", range(5))
def test_what_follows_keeps_its_order_and_a_pair_has_both_headlines_or_none(seed: int) -> None:
    one, two = ("a", "headline", "sentence a"), ("b", "headline", "sentence b")
    rng = np.random.default_rng(seed)
    told = list(in_context.in_words([(one, two, "entailment", "x"), (one, two, "neutral", "x")] * 9, rng))
    assert all(premise.startswith("a") for premise, _, label, _ in told if label == "entailment")
    neutral = [(premise, hypothesis) for premise, hypothesis, label, _ in told if label == "neutral"]
    assert {premise[0] for premise, _ in neutral} == {"a", "b"}
    parts = {(premise.count(PART), hypothesis.count(PART)) for premise, hypothesis, *_ in told}
    assert parts == {(2, 2), (1, 1)}
