"""What is listed of a sentence: attributions with their claims, and claims without one."""

from checker.claims.attributed import Attributed
from checker.records import Article, Claim, Sentence, Span, Stance
from checker.understanding import entries

SENTENCE = Sentence(Article(id="a", source="s", text="Ann Lee said it rained all day."), 0, 31)
SAID = Attributed(Span(0, 7), Span(8, 12), (Span(13, 30),), Stance.ASSERTS, 0.9)
PRAISED = Attributed(Span(0, 7), Span(20, 24), (), Stance.ASSERTS, 0.9)


def claim(text, cue):
    return Claim(SENTENCE, text, 13, 30, stance=Stance.HEDGES, cue=cue)


def test_an_attribution_has_the_text_and_stance_of_the_claim_under_its_cue():
    (entry,) = entries([claim("It rained all day", Span(8, 12))], [SAID])
    assert (entry["text"], entry["stance"]) == ("It rained all day", "hedges")
    assert entry["content"] == {"start": 13, "end": 30}


def test_an_attribution_without_a_claim_has_no_text_and_no_modality():
    (entry,) = entries([], [PRAISED])
    assert (entry["text"], entry["modality"], entry["content"]) == (None, None, None)


def test_claims_that_nobody_else_stands_for_are_listed_as_they_are():
    listed = entries([claim("It rained", None)], [SAID])
    assert [entry["text"] for entry in listed] == [None, "It rained"]
    assert listed[1]["cue"] is None
