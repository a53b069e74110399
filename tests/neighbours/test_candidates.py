import numpy as np
import pytest
from doubles import article, claim

from checker.neighbours import candidates
from checker.neighbours.candidates import Pairing
from checker.records import Sentence
from checker.settings import Across

POST_1 = article("p1", "One.", source="Post")
POST_2 = article("p2", "Two.", source="Post")
HERALD = article("h", "Three.", source="Herald")
ROWS = [POST_1, POST_1, POST_2, HERALD]
HOMES = [[one] for one in ROWS]


def partners(pairing: Pairing, row: int) -> set[int]:
    mask = pairing.mask(HOMES)(row, np.arange(len(ROWS)))
    return {int(other) for other in np.flatnonzero(mask)} - {row}


def unit(*rows: list[float]) -> np.ndarray:
    vectors = np.array(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("across", "expected"),
    [(Across.SOURCES, {3}), (Across.ARTICLES, {2, 3}), (Across.ALL, {1, 2, 3})],
)
def test_across_says_who_may_be_compared(across, expected):
    assert partners(Pairing(across), 0) == expected


def test_one_side_must_be_a_draft():
    pairing = Pairing(Across.SOURCES, frozenset({"p1"}))
    assert partners(pairing, 0) == {3}
    assert partners(pairing, 2) == set()
    assert partners(pairing, 3) == {0, 1}


def test_drafts_are_compared_with_each_other_too():
    assert partners(Pairing(Across.SOURCES, frozenset({"p1", "h"})), 3) == {0, 1, 2}


@pytest.mark.parametrize("across", list(Across))
@pytest.mark.parametrize("drafts", [None, frozenset({"p1"}), frozenset({"h", "p2"}), frozenset()])
def test_the_rule_is_symmetric(across, drafts):
    rows = np.arange(len(ROWS))
    allowed = Pairing(across, drafts).mask(HOMES)
    table = np.array([allowed(int(row), rows) for row in rows])
    assert (table == table.T).all()


def test_what_stands_in_two_sources_may_be_compared_with_either():
    homes = [[POST_1, HERALD], [POST_2], [HERALD]]
    allowed = Pairing(Across.SOURCES).mask(homes)
    table = np.array([allowed(row, np.arange(3)) for row in range(3)])
    assert (table == table.T).all()
    assert table[0, 1]
    assert table[0, 2]
    drafts = Pairing(Across.SOURCES, frozenset({"h"})).mask(homes)
    assert drafts(0, np.arange(3))[1]


def test_sentences_that_stand_together_in_every_copy_of_a_story_are_not_compared():
    homes = [[POST_1, HERALD], [POST_1, HERALD], [HERALD]]
    allowed = Pairing(Across.SOURCES).mask(homes)
    assert allowed(0, np.arange(3)).tolist() == [False, False, True]
    assert allowed(2, np.arange(3)).tolist() == [True, True, False]


def test_sentences_below_the_cosine_are_no_neighbours():
    sentences = [Sentence(one, 0, 3) for one in (POST_1, HERALD)]
    at = candidates.SENTENCES_AT_LEAST
    for cosine, found in ((at + 0.01, True), (at - 0.01, False)):
        vectors = unit([1.0, 0.0], [cosine, np.sqrt(1 - cosine**2)])
        assert ((0, 1) in candidates.sentence_pairs(sentences, vectors, Pairing(), {})) is found


def two_claims(cosine: float, close: set[tuple[int, int]]):
    claims = [claim("One.", of=POST_1), claim("Three.", of=HERALD)]
    vectors = unit([1.0, 0.0], [cosine, np.sqrt(1 - cosine**2)])
    return candidates.claim_pairs(claims, vectors, [0, 1], close, Pairing(), {})


def test_claims_of_close_sentences_need_to_be_less_alike():
    between = (candidates.CLOSE_CLAIMS_AT_LEAST + candidates.CLAIMS_AT_LEAST) / 2
    assert two_claims(between, set()) == []
    assert len(two_claims(between, {(0, 1)})) == 1


def test_claims_wholly_apart_do_not_pair_however_close_their_sentences():
    assert two_claims(candidates.CLOSE_CLAIMS_AT_LEAST - 0.05, {(0, 1)}) == []


def test_claims_found_by_both_ways_pair_once():
    assert len(two_claims(0.9, {(0, 1)})) == 1


def test_two_claims_of_one_sentence_never_pair():
    claims = [claim("One.", of=POST_1), claim("One", of=POST_1)]
    vectors = unit([1.0, 0.0], [1.0, 0.01])
    assert candidates.claim_pairs(claims, vectors, [0, 0], set(), Pairing(Across.ALL), {}) == []
    assert len(candidates.claim_pairs(claims, vectors, [0, 1], set(), Pairing(Across.ALL), {})) == 1


def test_the_most_alike_pairs_come_first():
    claims = [claim("One.", of=POST_1), claim("Three.", of=HERALD), claim("Three", of=HERALD)]
    vectors = unit([1.0, 0.0], [0.6, 0.8], [0.9, 0.1])
    found = candidates.claim_pairs(claims, vectors, [0, 1, 2], set(), Pairing(), {})
    similarities = [pair.similarity for pair in found]
    assert len(similarities) == 2
    assert similarities == sorted(similarities, reverse=True)


def test_claims_of_two_subjects_must_be_more_alike():
    low, high = candidates.LOOSE_CLAIMS_AT_LEAST - 0.02, candidates.LOOSE_CLAIMS_AT_LEAST + 0.02
    for subject, cosine, pairs in (("The bridge", low, 1), ("The tunnel", low, 0), ("The tunnel", high, 1)):
        claims = [claim("One.", of=POST_1), claim("Three.", of=HERALD, subject=subject)]
        vectors = unit([1.0, 0.0], [cosine, (1 - cosine**2) ** 0.5])
        assert len(candidates.claim_pairs(claims, vectors, [0, 1], set(), Pairing(), {})) == pairs


def test_claims_of_two_subjects_that_name_one_thing_need_less():
    cosine = (candidates.LOOSE_CLAIMS_AT_LEAST + candidates.NAMED_CLAIMS_AT_LEAST) / 2
    vectors = unit([1.0, 0.0], [cosine, (1 - cosine**2) ** 0.5])
    for other, pairs in (("Gives up joining Nato", 1), ("Gives up joining clubs", 0)):
        claims = [
            claim("Seeks a way into Nato", of=POST_1, subject="The bridge"),
            claim(other, of=HERALD, subject="The tunnel"),
        ]
        assert len(candidates.claim_pairs(claims, vectors, [0, 1], set(), Pairing(), {})) == pairs
