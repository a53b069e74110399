"""Encoder, judge and parser with a cache say what they say without one, and work once."""

from __future__ import annotations

import numpy as np
import pytest
from doubles import FixtureEncoder, FixtureJudge, shared_parser

from checker.cache import Cache
from checker.claims.parse import Parser
from checker.encoders.kept import KeptEncoder
from checker.judges.kept import KeptJudge
from checker.loading import LoadedModels
from checker.records import Judgement
from checker.settings import Settings

TEXTS = [
    "The “minister” closed the bridge on Monday, Kyiv’s mayor said.",
    "It rained.",
    "U.S. officials dispute having received 3.5 million messages.",
    "",
]
PAIRS = [("The bridge is open.", "The bridge is not open."), ("It rained.", "It rained."), ("", "It rained.")]


@pytest.fixture
def cache(tmp_path):
    made = Cache(tmp_path)
    yield made
    made.close()


class CountingEncoder(FixtureEncoder):
    def __init__(self):
        self.asked = []

    def encode(self, texts, *, progress=None):
        self.asked += texts
        return super().encode(texts, progress=progress)


def test_vectors_are_the_same_and_encoded_once(cache):
    encoder = CountingEncoder()
    kept = KeptEncoder(encoder, "1", cache)
    for _ in range(2):
        found = kept.encode(TEXTS)
        assert found.dtype == np.float32
        assert np.array_equal(found, FixtureEncoder().encode(TEXTS))
    assert encoder.asked == TEXTS
    assert kept.encode([]).shape[0] == 0
    assert kept.name == encoder.name


def test_progress_of_an_encoder_counts_what_is_known(cache):
    kept = KeptEncoder(FixtureEncoder(), "1", cache)
    kept.encode(TEXTS[:2])
    told = []
    kept.encode(TEXTS, progress=told.append)
    assert told[-1] == len(TEXTS)


def test_readings_are_the_same_and_read_once(cache):
    plain, asked = FixtureJudge(), FixtureJudge()
    kept = KeptJudge(asked, "1", cache)
    for _ in range(2):
        assert kept.score(PAIRS) == plain.score(PAIRS)
        assert kept.screen(PAIRS) == plain.screen(PAIRS)
    assert asked.scored == PAIRS
    assert asked.screened == PAIRS
    assert kept.reads_contexts is asked.reads_contexts
    assert kept.score([]) == []


def test_what_was_not_read_stays_so(cache):
    class Silent(FixtureJudge):
        def score(self, pairs, *, progress=None):
            return [(Judgement(0.0, 1.0, 0.0), Judgement(0.1, 0.2, 0.7, 0.05)) for _ in pairs]

    kept = KeptJudge(Silent(), "1", cache)
    assert kept.score(PAIRS) == kept.score(PAIRS) == Silent().score(PAIRS)


def test_progress_of_a_judge_counts_what_is_known(cache):
    kept = KeptJudge(FixtureJudge(), "1", cache)
    kept.score(PAIRS[:1])
    kept.screen(PAIRS[:1])
    scored, screened = [], []
    kept.score(PAIRS, progress=scored.append)
    kept.screen(PAIRS, progress=screened.append)
    assert (scored[-1], screened[-1]) == (2 * len(PAIRS), len(PAIRS))


def test_another_judge_reads_anew(cache):
    one, other = FixtureJudge(), FixtureJudge()
    KeptJudge(one, "1", cache).score(PAIRS)
    KeptJudge(other, "2", cache).score(PAIRS)
    assert other.scored == PAIRS


def told(doc):
    return [
        (t.text, t.idx, t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_type_, t.ent_iob_, str(t.morph))
        for t in doc
    ]


def test_parses_are_the_same_and_parsed_once(cache, monkeypatch):
    parser = Parser(cache=cache)
    wanted = [told(doc) for doc in shared_parser().parse(TEXTS)]
    assert [told(doc) for doc in parser.parse(TEXTS)] == wanted
    monkeypatch.setattr(parser, "_piped", lambda texts: [pytest.fail(f"parsed again: {t}") for t in texts])
    assert [told(doc) for doc in parser.parse(reversed(TEXTS))] == wanted[::-1]


def test_a_parser_knows_what_it_has_to_parse(cache):
    parser = Parser(cache=cache)
    assert parser.unparsed(TEXTS) == shared_parser().unparsed(TEXTS) == len(TEXTS)
    list(parser.parse(TEXTS[:3]))
    assert parser.unparsed(TEXTS) == 1


def test_settings_without_a_folder_keep_nothing():
    assert LoadedModels(Settings()).parser.cache is None


def test_settings_with_a_folder_keep_the_parses(tmp_path):
    models = LoadedModels(Settings(cache_dir=str(tmp_path / "new"), jobs=1))
    first = [told(doc) for doc in models.parser.parse(TEXTS)]
    assert models.parser.cache.holdings()[0].values == len(TEXTS)
    again = LoadedModels(Settings(cache_dir=str(tmp_path / "new"), jobs=1))
    assert [told(doc) for doc in again.parser.parse(TEXTS)] == first


@pytest.mark.models
def test_embedded_models_with_a_cache_say_the_same(tmp_path):
    plain, kept = LoadedModels(Settings()), LoadedModels(Settings(cache_dir=str(tmp_path)))
    for _ in range(2):
        assert np.array_equal(kept.encoder.encode(TEXTS), plain.encoder.encode(TEXTS))
        assert kept.judge.score(PAIRS) == plain.judge.score(PAIRS)
        assert kept.judge.screen(PAIRS) == plain.judge.screen(PAIRS)
    assert kept.judge.name == plain.judge.name
