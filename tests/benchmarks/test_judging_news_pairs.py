"""Pairs of news sentences that should not conflict: from where they may come and how they are drawn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from doubles import FixtureEncoder
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.judging import news_pairs
from benchmarks.judging.news_pairs import BANDS, DAYS_APART, PAIRS_OF_ARTICLE, Told

if TYPE_CHECKING:
    from pathlib import Path

    from checker.encoders import Vectors


def unit_vectors(angles: list[float]) -> Vectors:
    return np.array([[np.cos(angle), np.sin(angle)] for angle in angles], dtype=np.float32)


def sentences(articles: list[int], days: list[int | None] | None = None) -> list[Told]:
    return [
        Told(
            f"sentence {row}",
            article,
            None if days is None or days[row] is None else date.fromordinal(730_000 + (days[row] or 0)),
        )
        for row, article in enumerate(articles)
    ]


@pytest.mark.parametrize(
    ("cosine", "expected"),
    [(0.29, None), (0.3, 0), (0.4499, 0), (0.45, 1), (0.6, 2), (0.85, None), (1, None)],
)
def test_a_cosine_lies_in_one_band_or_in_none(cosine: float, expected: int | None) -> None:
    assert news_pairs.band(cosine) == expected


@given(st.lists(st.integers(0, 3), min_size=2, max_size=24), st.integers(0, 9))
def test_pairs_of_one_article_are_of_one_article_and_alike_enough(articles: list[int], seed: int) -> None:
    told = sentences(articles)
    vectors = unit_vectors(np.random.default_rng(seed).uniform(0, 1.5, len(told)).tolist())
    row = {sentence.text: number for number, sentence in enumerate(told)}
    found = news_pairs.same_article(told, vectors, wanted=10, seed=seed)
    assert len(found) <= 10
    texts = [text for pair in found for text in (pair.a, pair.b)]
    assert len(texts) == len(set(texts))
    for pair in found:
        a, b = row[pair.a], row[pair.b]
        assert articles[a] == articles[b]
        assert pair.cosine == pytest.approx(float(vectors[a] @ vectors[b]), abs=1e-4)
        assert BANDS[0] - 1e-4 <= pair.cosine <= BANDS[-1] + 1e-4
    homes = [articles[row[pair.a]] for pair in found]
    assert all(homes.count(home) <= PAIRS_OF_ARTICLE for home in homes)


@given(st.lists(st.none() | st.integers(0, 200), min_size=2, max_size=20), st.integers(0, 9))
def test_other_events_are_dated_and_far_enough_apart(days: list[int | None], seed: int) -> None:
    told = sentences(list(range(len(days))), days)
    vectors = unit_vectors(np.random.default_rng(seed).uniform(0, 1.5, len(told)).tolist())
    row = {sentence.text: number for number, sentence in enumerate(told)}
    for pair in news_pairs.other_events(told, vectors, wanted=8, seed=seed):
        a, b = told[row[pair.a]].day, told[row[pair.b]].day
        assert a is not None
        assert b is not None
        assert abs((a - b).days) >= DAYS_APART


def test_bands_get_equal_shares_where_they_can_and_make_up_for_a_rare_one() -> None:
    # Two angles whose cosine is 0.5: pairs of the middle band only, one a home.
    told = sentences([number // 2 for number in range(40)])
    vectors = unit_vectors([0.0, np.pi / 3] * 20)
    assert len(news_pairs.same_article(told, vectors, wanted=15, seed=0)) == 15
    mixed = unit_vectors([0.0, np.pi / 3] * 10 + [0.0, np.arccos(0.7)] * 10)
    cosines = [pair.cosine for pair in news_pairs.same_article(told, mixed, wanted=10, seed=0)]
    assert [sum(news_pairs.band(cosine) == place for cosine in cosines) for place in range(3)] == [0, 5, 5]


TEXT = (
    "The bridge over the river was closed on Monday after heavy rain.\n\n"
    "Engineers said that the pillars had moved by several centimetres.\n\n"
    "The mayor promised that the bridge would be repaired before winter."
)


def test_sentences_are_taken_from_the_cleaned_article_with_its_day() -> None:
    found = news_pairs.told([(TEXT, "2017-09-12"), (TEXT.replace("Monday", "Friday"), "soon")], seed=0)
    first = [sentence for sentence in found if sentence.article == 0]
    assert [sentence.text for sentence in first] == TEXT.split("\n\n")
    assert {sentence.day for sentence in first} == {date(2017, 9, 12)}
    # Repeated sentences are told once; the date in words is unknown.
    assert [(s.text[:10], s.day) for s in found if s.article == 1] == [("The bridge", None)]


def test_an_article_that_was_trained_on_is_left_out_whole() -> None:
    known = {"Engineers said that the pillars had moved by several centimetres."}
    assert news_pairs.told([(TEXT, "2017-09-12")], seed=0, known=known) == []


def test_the_texts_of_training_files_are_compared_without_their_spacing(tmp_path: Path) -> None:
    path = tmp_path / "pairs.parquet"
    pl.DataFrame({"premise": ["It  rained\nhard."], "hypothesis": ["It was dry."]}).write_parquet(path)
    assert news_pairs.texts_of([path]) == {"It rained hard.", "It was dry."}


def test_pairs_are_kept_for_the_same_file_and_seed_and_built_anew_for_others(tmp_path: Path) -> None:
    news = tmp_path / "news.parquet"
    pl.DataFrame({"text": [TEXT] * 3, "date": ["2017-09-12", "", None]}).write_parquet(news)
    cache = tmp_path / "cache"
    cache.mkdir()
    first = news_pairs.remembered(cache, news, FixtureEncoder(), wanted=5, seed=0)
    (kept,) = cache.iterdir()
    pl.read_parquet(kept).with_columns(a=pl.lit("as kept")).write_parquet(kept)
    again = news_pairs.remembered(cache, news, FixtureEncoder(), wanted=5, seed=0)
    assert first
    assert [pair.b for pair in again] == [pair.b for pair in first]
    assert {pair.a for pair in again} == {"as kept"}
    news_pairs.remembered(cache, news, FixtureEncoder(), wanted=5, seed=1)
    assert len(list(cache.iterdir())) == 2
