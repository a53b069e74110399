"""What is learnt from the news: readers' labels, innocent pairs, negated entailments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest
from doubles import shared_parser

from training import news_pairs

if TYPE_CHECKING:
    from pathlib import Path

BRIDGE, CLOSED = "The mayor closed the old bridge on Monday", "The mayor closed a bridge"


def mined(*rows: tuple[str, str, float, float, float]) -> pl.DataFrame:
    columns = ["premise", "hypothesis", "contradiction", "entailment", "reverse_entailment"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def built(table: pl.DataFrame, labels: dict[str, str]) -> set[tuple[str, str, str, str]]:
    return set(news_pairs.build(table, labels, innocent=10, seed=0))


def test_a_pair_has_one_key_in_both_orders() -> None:
    assert news_pairs.key("A b", "c") == news_pairs.key("C", "a B")
    assert news_pairs.key("A b", "c") != news_pairs.key("A", "b c")


@pytest.mark.parametrize("label", ["c", "s", "t", "f", "r", "e", "n", "x"])
def test_a_label_survives_the_order_of_its_pair(label: str) -> None:
    there = news_pairs.oriented(label, "b", "a")
    assert news_pairs.oriented(there, "b", "a") == label
    assert (there != label) == (label in "fr")


def test_unread_pairs_are_neutral_only_if_nothing_is_suspected() -> None:
    rows = mined(("a", "b", 0.1, 0.1, 0.1), ("c", "d", 0.5, 0.1, 0.1), ("e", "f", 0.1, 0.1, 0.9))
    assert built(rows, {}) == {("a", "b", "neutral", "news_unread")}


def test_tension_and_garbled_claims_teach_nothing() -> None:
    rows = mined(("a", "b", 0.5, 0.1, 0.1), ("c", "d", 0.1, 0.1, 0.1))
    assert built(rows, {news_pairs.key("a", "b"): "t", news_pairs.key("c", "d"): "x"}) == set()


def test_a_conflict_is_one_in_both_orders() -> None:
    pairs = built(mined(("a", "b", 0.5, 0.1, 0.1)), {news_pairs.key("a", "b"): "c"})
    assert {row[:3] for row in pairs} == {("a", "b", "contradiction"), ("b", "a", "contradiction")}


def test_what_follows_is_negated_into_a_contradiction() -> None:
    label = news_pairs.oriented("f", BRIDGE, CLOSED)
    pairs = built(mined((BRIDGE, CLOSED, 0.0, 0.9, 0.1)), {news_pairs.key(BRIDGE, CLOSED): label})
    made = {row[:3] for row in pairs}
    assert (BRIDGE, CLOSED, "entailment") in made
    assert (CLOSED, BRIDGE, "neutral") in made
    negated = {row for row in pairs if row[3] == "news_denied"}
    assert {row[2] for row in negated} == {"contradiction"}
    assert all(BRIDGE in row[:2] and CLOSED not in row[:2] for row in negated)


def test_negations_of_what_is_no_sentence_are_not_made() -> None:
    assert list(news_pairs.denied([("a", "of the bridge")], shared_parser())) == []


def test_the_labels_that_ship_are_whole() -> None:
    lines = news_pairs.LABELS.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["pair"] for row in rows}) == len(rows) > 400
    assert {row["label"] for row in rows} <= set("cstfrenx")
    assert all(set(row) == {"pair", "label"} for row in rows)


def test_labels_are_read_by_key(tmp_path: Path) -> None:
    (tmp_path / "l.jsonl").write_text('{"pair": "k", "label": "n"}\n')
    assert news_pairs.read_labels(tmp_path / "l.jsonl") == {"k": "n"}


def test_a_quota_takes_each_pair_once_and_leaves_other_sources_out() -> None:
    rows = [("a", str(number // 2), "neutral", "read") for number in range(8)] + [("b", "c", "neutral", "un")]
    table = pl.DataFrame(rows, schema=["premise", "hypothesis", "label", "source"], orient="row")
    taken = news_pairs.drawn(table, {"read": 3})
    assert len(taken) == len(taken.unique()) == 3
    assert set(taken["source"]) == {"read"}
    assert len(news_pairs.drawn(table, {"un": 5, "read": 9})) == 5
