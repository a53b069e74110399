"""Whatever text a judge is given, the answer is defined; the embedded judge says so itself."""

import numpy as np
import pytest

from checker import judges
from checker.judges.cascade import CascadeJudge
from checker.records import Judgement

BRIDGE = "The northern bridge was closed on Monday."
FILLER = (
    "The council met in the town hall. ",
    "Ann Lee, who runs a bakery, spoke about the price of flour. ",
    "Two schools will get new roofs next spring. ",
    "A choir of sixty children sang at the market. ",
    "The harvest of apples was larger than in any year since 1998. ",
    "Buses run every twenty minutes, and every ten in summer. ",
    "The library bought four hundred books with a gift of a reader. ",
    "Rain is expected from the west. ",
    "A museum shows maps that sailors drew by hand. ",
    "The football club lost three games in a row. ",
    "Volunteers planted oaks along the old canal. ",
)


def unreadable(_pairs):
    raise AssertionError("nothing was to be read")


@pytest.mark.parametrize("pair", [("", BRIDGE), (BRIDGE, " \n"), ("", "")])
def test_an_empty_text_is_neutral_to_everything(pair):
    ((there, back),) = judges.both_ways([pair], unreadable)
    assert there == back == Judgement(contradiction=0.0, entailment=0.0, neutral=1.0)


@pytest.mark.parametrize("other", [BRIDGE, BRIDGE.upper(), f"  {BRIDGE}\n"])
def test_the_same_words_follow_from_each_other_and_are_never_a_contradiction(other):
    ((there, back),) = judges.both_ways([(BRIDGE, other)], unreadable)
    assert there == back == Judgement(contradiction=0.0, entailment=1.0, neutral=0.0)


def test_pairs_that_are_read_keep_their_place_among_those_that_are_not():
    asked = []

    def probabilities(pairs):
        asked.extend(pairs)
        return np.array([[0.1, 0.2, 0.7]] * len(pairs), dtype=np.float32)

    judged = judges.both_ways([("", "a"), ("a", "b"), ("c", "c")], probabilities)
    assert asked == [("a", "b"), ("b", "a")]
    assert [there.contradiction for there, _ in judged] == [0.0, 0.7, 0.0]


def one_sure_row(sure):
    """Reads a pair of one certain text surely as ``sure``, everything else as neutral."""

    def probabilities(pairs):
        return np.array([rows if sure in pair else (0.2, 0.6, 0.2) for pair in pairs], dtype=np.float32)

    rows = (0.9, 0.1, 0.0) if sure == "agrees" else (0.0, 0.1, 0.9)
    return probabilities


@pytest.mark.parametrize("sure", ["agrees", "disputes"])
def test_the_window_that_says_most_stands_for_the_pair(sure):
    def windows(a, b):
        return [(part, b) for part in a.split()]

    ((there, back),) = judges.both_ways([(f"one {sure} two", "b")], one_sure_row(sure), windows)
    assert (there.contradiction > 0.5, there.entailment > 0.5) == (sure == "disputes", sure == "agrees")
    assert there.contradiction == back.contradiction


@pytest.fixture(scope="module")
def judge() -> CascadeJudge:
    return CascadeJudge()


@pytest.mark.models
def test_a_text_contradicts_its_own_negation(judge):
    ((there, _),) = judge.score([(BRIDGE, BRIDGE.replace("was", "was not"))])
    assert there.contradiction > 0.8


@pytest.mark.models
def test_markup_is_read_over(judge):
    negated = BRIDGE.replace("was", "was not")
    marked = f'<p class="lead">{BRIDGE}</p>'
    (conflict, _), (same, _) = (
        there for there in judge.score([(marked, f"<div><b>{negated}</b></div>"), (marked, BRIDGE)])
    )
    assert conflict.contradiction > 0.5
    assert same.contradiction < 0.2


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        "Мост был закрыт.",
        "大桥在星期一关闭。",
        "다리는 월요일에 폐쇄되었다. " * 40,
        "🌉🚫",
        "\x00\x07",
        "a" * 5000,
    ],
)
def test_other_scripts_and_signs_get_a_distribution(judge, text):
    ((there, back),) = judge.score([(text, BRIDGE)])
    for each in (there, back):
        assert each.contradiction + each.entailment + each.neutral == pytest.approx(1.0)
    assert there.contradiction == back.contradiction


@pytest.mark.models
@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
def test_one_sentence_in_ten_thousand_words_is_found_wherever_it_stands(judge, place):
    sentences = [*FILLER] * 105
    sentences.insert(round(place * len(sentences)), f"{BRIDGE} ")
    long = "".join(sentences)
    assert len(long.split()) > 10_000
    conflict, same = (
        judges.averaged(*both)
        for both in judge.score([(long, BRIDGE.replace("was", "was not")), (long, BRIDGE)])
    )
    assert conflict.contradiction > 0.5
    assert same.entailment > 0.5
