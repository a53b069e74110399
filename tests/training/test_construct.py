"""Constructed pairs: each change has the label that a careful reader would give."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import polars as pl
import pytest

from training import (
    change_events,
    change_harmless,
    change_numbers,
    change_polarity,
    construct,
    grammar,
    look_alikes,
    surface,
)
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL, Change, Changer, Material

if TYPE_CHECKING:
    from checker.claims.parse import Parser

MATERIAL = Material(["Jane Roe", "John Miller"], ["Roe", "Miller"], ["Jane Roe", "John Miller"])


@pytest.fixture(scope="module")
def parser() -> Parser:
    from checker.claims.parse import Parser

    return Parser()


def _made(parser: Parser, changer: Changer, text: str, seed: int = 1) -> list[Change]:
    (doc,) = parser.parse([text])
    return list(changer(doc, random.Random(seed), MATERIAL))


def _labels(made: list[Change], text: str) -> set[str]:
    return {change.label for change in made if text in (change.premise, change.hypothesis)}


@pytest.mark.parametrize(
    ("lemma", "past", "participle", "third"),
    [
        ("carry", "carried", "carried", "carries"),
        ("ban", "banned", "banned", "bans"),
        ("go", "went", "gone", "goes"),
        ("reject", "rejected", "rejected", "rejects"),
        ("approve", "approved", "approved", "approves"),
    ],
)
def test_verbs_are_inflected(lemma: str, past: str, participle: str, third: str) -> None:
    assert (grammar.past(lemma), grammar.participle(lemma), grammar.third_person(lemma)) == (
        past,
        participle,
        third,
    )


def test_not_goes_to_the_first_verb_and_comes_off_again(parser: Parser) -> None:
    texts = ["The senate approved the bill", "The company has fired the director", "The mayor is in Paris"]
    denied = [grammar.negated(doc) for doc in parser.parse(texts)]
    assert denied == [
        "The senate did not approve the bill",
        "The company has not fired the director",
        "The mayor is not in Paris",
    ]
    assert [grammar.affirmed(doc) for doc in parser.parse([text or "" for text in denied])] == texts


def test_not_is_refused_where_it_would_not_be_the_contrary(parser: Parser) -> None:
    texts = [
        "Some senators approved the bill",
        "The mayor may approve the bill",
        "The mayor only saw the bill",
    ]
    assert [grammar.negated(doc) for doc in parser.parse(texts)] == [None, None, None]


@pytest.mark.parametrize("seed", range(12))
def test_another_number_contradicts_and_is_beyond_rounding(parser: Parser, seed: int) -> None:
    made = _made(parser, change_numbers.number_changed, "The fire destroyed 120 homes in the valley", seed)
    changed = [change for change in made if change.kind == "number"]
    assert all(change.label == CONTRADICTION for change in changed)
    for change in changed:
        other = change.premise if "120" in change.hypothesis else change.hypothesis
        (value,) = [int(word) for word in other.split() if word.isdigit()]
        assert abs(value - 120) >= 0.25 * 120


def test_a_rounded_number_is_entailed(parser: Parser) -> None:
    made = _made(parser, change_numbers.rounded, "The company earned $61.4 billion in the quarter")
    assert made
    assert {change.label for change in made} == {ENTAILMENT}
    assert all("$61 billion" in change.hypothesis for change in made)


@pytest.mark.parametrize("seed", range(12))
def test_bounds_have_the_label_that_arithmetic_gives(parser: Parser, seed: int) -> None:
    text = "The police arrested 50 people in the city"
    for change in _made(parser, change_numbers.compared, text, seed):
        if change.premise != text or "50" in change.hypothesis.replace(text, ""):
            continue
        (bound,) = [int(word) for word in change.hypothesis.split() if word.isdigit()]
        lower = any(word in change.hypothesis for word in ("at least", "more than", "over"))
        holds = bound <= 50 if lower else bound >= 50
        if "no more than" in change.hypothesis:
            holds = bound >= 50
        assert change.label == (ENTAILMENT if holds else CONTRADICTION)


def test_another_speaker_may_say_the_contrary_but_the_same_one_contradicts_himself(parser: Parser) -> None:
    made = _made(parser, change_polarity.reported, "The senate approved the bill")
    for change in made:
        if change.kind != "reports" or change.label == ENTAILMENT:
            continue
        speakers = {_speaker(text) for text in (change.premise, change.hypothesis)}
        if change.label == CONTRADICTION:
            assert len(speakers) == 1


def _speaker(text: str) -> str:
    cut = min(text.find(cue) for cue in (" said ", " denied ", " confirmed ", " did ") if cue in text)
    return text[:cut]


def test_an_opposite_contradicts_and_its_negation_is_entailed_one_way_only(parser: Parser) -> None:
    made = _made(parser, change_polarity.opposite, "The senate approved the bill")
    assert _labels(made, "The senate rejected the bill") >= {CONTRADICTION, ENTAILMENT}
    forth = {(c.premise, c.hypothesis): c.label for c in made}
    assert forth["The senate approved the bill", "The senate did not reject the bill"] == ENTAILMENT
    assert forth["The senate did not reject the bill", "The senate approved the bill"] == NEUTRAL


def test_another_day_contradicts_only_what_happens_once(parser: Parser) -> None:
    once = _made(parser, change_events.date_changed, "President Bush signed the law on Monday")
    again = _made(parser, change_events.date_changed, "President Bush praised the law on Monday")
    assert {change.label for change in once} == {CONTRADICTION}
    assert {change.label for change in again} == {NEUTRAL}


def test_roles_exchanged_contradict_only_where_the_verb_goes_one_way(parser: Parser) -> None:
    one_way = _made(parser, change_events.roles, "Microsoft sued Apple in California")
    both_ways = _made(parser, change_events.roles, "Obama criticized Romney in Ohio")
    assert {change.label for change in one_way} == {CONTRADICTION}
    assert {change.label for change in both_ways} == {NEUTRAL}
    assert _labels(both_ways, "Romney criticized Obama in Ohio") == {NEUTRAL}


def test_a_detail_is_implied_one_way_and_under_not_the_other_way(parser: Parser) -> None:
    long, short = "President Obama signed the bill on Monday", "President Obama signed the bill"
    made = {(c.premise, c.hypothesis): c.label for c in _made(parser, change_harmless.detail_removed, long)}
    assert made[long, short] == ENTAILMENT
    assert made[short, long] == NEUTRAL
    under_not = {pair: label for pair, label in made.items() if all("n't" in t or " not " in t for t in pair)}
    assert {label for (premise, _), label in under_not.items() if "Monday" not in premise} == {ENTAILMENT}
    assert {label for (premise, _), label in under_not.items() if "Monday" in premise} == {NEUTRAL}


def test_active_and_passive_say_the_same(parser: Parser) -> None:
    made = _made(parser, change_harmless.voice, "The senate approved the bill on Monday")
    assert _labels(made, "The bill was approved by the senate on Monday") >= {ENTAILMENT}


def test_torn_claims_are_left_out(parser: Parser) -> None:
    texts = [
        "The senate approved the bill",
        "Himself walking a fine line",
        "President Obama defied orders from",
    ]
    assert [grammar.sound(doc) for doc in parser.parse(texts)] == [True, False, False]


def test_articles_follow_the_word_behind_them(parser: Parser) -> None:
    (doc,) = parser.parse(["The mayor signed a bill"])
    assert grammar.reword(doc, {4: "order"}) == "The mayor signed an order"


def test_neighbours_of_one_article_that_may_conflict_are_left_out() -> None:
    assert look_alikes.may_conflict("Five of 20 men died", "Seven of 30 men died")
    assert look_alikes.may_conflict("The bill passed", "The bill did not pass")
    assert not look_alikes.may_conflict("The bill passed", "The senate debated the bill")


def test_no_kind_and_no_claim_is_taken_too_often() -> None:
    labels = (CONTRADICTION, NEUTRAL, ENTAILMENT)
    made = [
        (row, Change(f"kind{row % 12}", f"premise {row} {label}", f"hypothesis {n}", label))
        for row in range(200)
        for label in labels
        for n in range(4)
    ]
    chosen = construct.choose(made, wanted=300, seed=1)
    kinds = pl.Series([change.kind for _, change in chosen]).value_counts()
    rows = pl.Series([row for row, _ in chosen]).value_counts()
    assert max(kinds["count"]) <= construct.LARGEST_KIND * 300
    assert max(rows["count"]) <= construct.PER_CLAIM
    by_label = construct.frame(change for _, change in chosen).group_by("label").len()
    assert dict(by_label.iter_rows()) == {CONTRADICTION: 120, NEUTRAL: 105, ENTAILMENT: 75}
    assert construct.choose(made, wanted=300, seed=1) == chosen


def test_a_hypothesis_that_gives_the_label_away_is_noticed() -> None:
    groups = [str(n) for n in range(400)]
    labels = [NEUTRAL if n % 2 else CONTRADICTION for n in range(400)]
    told = ["it is so" if label == NEUTRAL else "it is not so" for label in labels]
    untold = [f"it is {'not ' if n % 4 < 2 else ''}so" for n in range(400)]
    assert surface.hypothesis_only(groups, told, labels)[0] == 1.0
    assert surface.hypothesis_only(groups, untold, labels)[0] < 0.7
