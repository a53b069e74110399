import json
from importlib.resources import files

import pytest

from checker.claims.attributed import attributed, unclaimed
from checker.claims.extract import extract
from checker.claims.flat import quoted
from checker.claims.linear import Linear
from checker.claims.tagger import WEIGHTS, Tagger
from checker.records import Article, Sentence, Stance


@pytest.fixture(scope="module")
def tagger():
    return Tagger.load()


@pytest.fixture
def found_in(parser, tagger):
    """(source, cue, content, stance) of each attribution of a sentence, in words."""

    def found(text):
        sentence = Sentence(Article(id="a", source="s", text="Lead. " + text), 6, 6 + len(text))
        whole = sentence.article.text

        def words(span):
            return None if span is None else whole[span.start : span.end]

        (doc,) = parser.parse([text])
        return [
            (words(each.source), words(each.cue), words(each.content), each.stance)
            for each in attributed(sentence, doc, tagger)
        ]

    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor said that the army has left the northern city.",
            ("The governor", "said", "that the army has left the northern city", Stance.ASSERTS),
        ),
        (
            "The army has left the northern city, according to the governor.",
            ("the governor", "according", "The army has left the northern city", Stance.ASSERTS),
        ),
        (
            "The ministry denied that the army has left the northern city.",
            ("The ministry", "denied", "that the army has left the northern city", Stance.DENIES),
        ),
        (
            "The senator praised the plan.",
            ("The senator", "praised", "the plan", Stance.ASSERTS),
        ),
        (
            "Analysts fear that the bank will raise interest rates.",
            ("Analysts", "fear", "that the bank will raise interest rates", Stance.HEDGES),
        ),
    ],
)
def test_source_cue_content_and_stance_of_an_attribution(found_in, text, expected):
    assert found_in(text) == [expected]


def test_a_sentence_without_a_cue_holds_no_attribution(found_in):
    assert found_in("Heavy rain fell on the northern city.") == []


def test_content_on_both_sides_of_its_cue_comes_in_stretches_without_it(parser, tagger):
    text = "The army, the governor said on Friday, has left the northern city."
    sentence = Sentence(Article(id="a", source="s", text=text), 0, len(text))
    (found,) = attributed(sentence, next(parser.parse([text])), tagger)
    assert all(not (each.start <= found.cue.start < each.end) for each in found.contents)
    assert text[found.contents[-1].start :].startswith("has left")


def test_an_attribution_whose_cue_a_claim_carries_is_claimed(parser, tagger):
    text = "The governor said that the army has left the northern city."
    sentence = Sentence(Article(id="a", source="s", text=text), 0, len(text))
    (claims,) = extract([sentence], parser)
    found = attributed(sentence, next(parser.parse([text])), tagger)
    assert unclaimed(found, claims) == []
    assert unclaimed(found, ()) == list(found)


def test_the_shipped_weights_are_small_and_whole_numbers():
    text = files("checker.claims").joinpath(WEIGHTS).read_text(encoding="utf-8")
    stored = json.loads(text)
    assert len(text.encode()) < 1_000_000
    assert all(isinstance(weight, int) for part in stored.values() for weight in part["weights"].values())


def test_a_linear_classifier_adds_up_known_features_and_ignores_others():
    linear = Linear({"a": 120, "b": -20}, threshold=50)
    assert linear.score(["a", "b", "c"]) == 100
    assert linear.says_yes(["a", "b"])
    assert not linear.says_yes(["b"])
    assert linear.probability([]) == 0.5


def test_quotation_marks_are_paired_and_a_single_one_reaches_to_the_edge():
    assert quoted(["a", '"', "b", '"', "c"]) == [False, True, True, True, False]
    assert quoted(["a", '"', "said", "x"]) == [True, True, False, False]
    assert quoted(['"', "a", "b"]) == [True, True, True]
