import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.neighbours.search import neighbours

#: Similarities are rounded to 4 digits and summed in another order by FAISS than by numpy.
CLOSE = 2e-4


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def groups_differ(groups: np.ndarray):
    return lambda row, others: groups[others] != groups[row]


def anyone(row: int, others: np.ndarray) -> np.ndarray:
    return np.ones(len(others), dtype=bool)


@st.composite
def corpora(draw):
    count, dimension = draw(st.integers(0, 60)), draw(st.integers(2, 6))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    vectors = unit(random.normal(size=(count, dimension)) + draw(st.sampled_from([0.0, 1.0])))
    groups = random.integers(0, draw(st.integers(1, 5)), size=count)
    return vectors, groups, draw(st.integers(1, 8)), draw(st.sampled_from([-1.0, 0.0, 0.3, 0.7]))


@given(corpora())
@settings(max_examples=40, deadline=None)
def test_the_pairs_are_those_of_a_brute_force_search(corpus):
    vectors, groups, wanted, at_least = corpus
    found = neighbours(vectors, allowed=groups_differ(groups), wanted=wanted, at_least=at_least)
    cosines = vectors.astype(np.float64) @ vectors.T.astype(np.float64)
    sure: set[tuple[int, int]] = set()
    possible: set[tuple[int, int]] = set()
    for row in range(len(vectors)):
        others = [i for i in range(len(vectors)) if groups[i] != groups[row]]
        ranked = sorted((cosines[row, i] for i in others), reverse=True)
        # Beyond the last place nobody is found; who is level with it may or may not be.
        last = ranked[wanted - 1] if len(ranked) >= wanted else -2.0
        for i in others:
            pair = (min(row, i), max(row, i))
            if cosines[row, i] > max(last, at_least) + CLOSE or (
                last == -2.0 and cosines[row, i] > at_least + CLOSE
            ):
                sure.add(pair)
            if cosines[row, i] >= max(last, at_least) - CLOSE:
                possible.add(pair)
    assert sure <= set(found) <= possible
    for (i, j), cosine in found.items():
        assert i < j
        assert cosine == pytest.approx(cosines[i, j], abs=CLOSE)


def test_hundreds_of_like_sentences_of_one_source_hide_nobody_elses():
    random = np.random.default_rng(1)
    crowd = np.tile([1.0, 0.0, 0.0], (500, 1)) + random.normal(scale=0.01, size=(500, 3))
    vectors = unit(np.vstack([crowd, [[0.8, 0.6, 0.0]]]))
    groups = np.array([0] * 500 + [1])
    found = neighbours(vectors, allowed=groups_differ(groups), wanted=3, at_least=0.5)
    # Every one of the crowd has the lone sentence as its nearest of another source.
    assert set(found) == {(row, 500) for row in range(500)}


def test_more_queries_than_one_batch_are_all_answered(monkeypatch):
    monkeypatch.setattr("checker.neighbours.search._BATCH", 7)
    vectors = unit(np.random.default_rng(2).normal(size=(50, 4)))
    found = neighbours(vectors, allowed=anyone, wanted=1, at_least=-1.0)
    assert {row for pair in found for row in pair} == set(range(50))


def test_there_is_no_upper_bound_of_similarity():
    vectors = unit(np.array([[1.0, 2.0], [1.0, 2.0]]))
    assert neighbours(vectors, allowed=anyone, wanted=1, at_least=0.4) == {(0, 1): 1.0}


def test_no_pair_is_below_the_threshold():
    vectors = unit(np.array([[1.0, 0.0], [0.5, 0.9], [-1.0, 0.1]]))
    found = neighbours(vectors, allowed=anyone, wanted=5, at_least=0.4)
    assert set(found) == {(0, 1)}


def test_a_row_is_not_its_own_neighbour():
    vectors = unit(np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert neighbours(vectors, allowed=anyone, wanted=5, at_least=0.1) == {}


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_vectors_have_no_neighbours(count):
    assert neighbours(np.ones((count, 3), np.float32), allowed=anyone, wanted=5, at_least=-1.0) == {}
