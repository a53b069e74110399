"""What speaks for and against a finding, and the words that it rests on."""

from __future__ import annotations

import pytest

from checker.records import (
    Article,
    Claim,
    Clash,
    EventFit,
    Judgement,
    Modality,
    Pair,
    Sentence,
    Span,
    Stance,
    Verdict,
)
from checker.rules import reasons

TEXT = "Harbour officials denied that the Meridian had docked at Ostrow."
OTHER = "The Meridian docked at Ostrow, and it may be searched."


def claim(text, words, *, source, **more):
    article = Article(id=source, source=source, text=text, published=more.pop("published", None))
    start = text.index(words)
    return Claim(Sentence(article, 0, len(text)), words, start, start + len(words), **more)


def verdict(*, a=None, b=None, contradiction=0.9, entailment=0.0, clashes=(), event=None):
    rest = Judgement(contradiction, entailment, 1 - contradiction - entailment)
    a = a or claim(TEXT, "the Meridian had docked at Ostrow", source="Post")
    b = b or claim(OTHER, "The Meridian docked at Ostrow", source="Times")
    return Verdict(Pair(a, b, 0.8), rest, rest, clashes=clashes, event=event)


def words_of(found, beginning):
    """The words of the one reason that begins so, by side."""
    (reason,) = [each for each in found if each.text.startswith(beginning)]
    texts = {"a": TEXT, "b": OTHER}
    return reason.supports, [
        (place.side, texts[place.side][place.start : place.end]) for place in reason.places
    ]


def test_a_contradiction_rests_on_both_claims():
    found = words_of(reasons.of_verdict(verdict()), "read as bare claims")
    assert found == (
        True,
        [("a", "the Meridian had docked at Ostrow"), ("b", "The Meridian docked at Ostrow")],
    )


def test_a_denial_rests_on_the_words_that_deny():
    cue = Span(TEXT.index("denied"), TEXT.index("denied") + len("denied"))
    denied = claim(
        TEXT,
        "the Meridian had docked at Ostrow",
        source="Post",
        stance=Stance.DENIES,
        cue=cue,
        speaker=Span(0, 17),
        speaker_name="Harbour officials",
    )
    found = list(reasons.of_verdict(verdict(a=denied)))
    assert words_of(found, "a denial in so many words") == (True, [("a", "denied")])
    assert words_of(found, "two voices speak") == (True, [("a", "Harbour officials")])


def test_a_hedge_and_a_negation_rest_on_their_own_claim():
    hedged = claim(OTHER, "it may be searched", source="Times", modality=Modality.HEDGED, negated=True)
    found = list(reasons.of_verdict(verdict(b=hedged)))
    assert words_of(found, "Times hedges") == (False, [("b", "it may be searched")])
    assert words_of(found, "one of them is negated") == (True, [("b", "it may be searched")])


def test_a_clash_rests_on_what_clashes():
    clash = Clash("quantities", Span(0, 7), Span(4, 12), "seven against eight")
    found = words_of(reasons.of_verdict(verdict(clashes=(clash,))), "seven against eight")
    assert found == (True, [("a", TEXT[:7]), ("b", OTHER[4:12])])


def test_one_event_rests_on_the_names_that_both_claims_hold():
    a = claim(
        TEXT, "the Meridian had docked at Ostrow", source="Post", names=("Meridian", "Ostrow", "Harbour")
    )
    b = claim(OTHER, "The Meridian docked at Ostrow", source="Times", names=("Ostrow", "Meridian"))
    sure = EventFit(actors=1.0, places=1.0, time=1.0, action=1.0)
    supports, words = words_of(
        reasons.of_verdict(verdict(a=a, b=b, event=sure)), "the same people and places"
    )
    assert supports
    assert sorted(words) == [("a", "Meridian"), ("a", "Ostrow"), ("b", "Meridian"), ("b", "Ostrow")]


def test_a_date_that_is_unknown_rests_on_no_words():
    assert words_of(reasons.of_verdict(verdict()), "a date is unknown") == (False, [])


@pytest.mark.parametrize("changed", [False, True])
def test_days_that_passed_speak_for_a_change_and_against_a_contradiction(changed):
    a = claim(TEXT, "the Meridian had docked at Ostrow", source="Post", published="2022-01-01")
    b = claim(OTHER, "The Meridian docked at Ostrow", source="Times", published="2022-01-03")
    found = reasons.of_verdict(verdict(a=a, b=b), changed=changed)
    assert words_of(found, "2 days lie between") == (changed, [])
