"""Claims that say the same are one claim; what differs in a number, a voice or a "not" stays apart."""

from __future__ import annotations

from dataclasses import replace

from doubles import article, claim

from checker.records import Clash, Judgement, Pair, Span, Stance, Verdict
from checker.rules import findings, groups
from checker.rules.findings import Surroundings

SAME = Judgement(contradiction=0.01, entailment=0.95, neutral=0.04)
APART = Judgement(contradiction=0.95, entailment=0.01, neutral=0.04)


def told(text, source, published=None, **other):
    return claim(text, of=article(source, text, source=source, published=published), **other)


def verdict(a, b, forward=SAME, reverse=None, **other):
    return Verdict(Pair(a, b, 0.9), forward, reverse or forward, **other)


OPEN = [told("The bridge is open.", source) for source in ("Post", "Times", "Wire")]
CLOSED = told("The bridge is closed.", "Gazette")


def test_claims_that_follow_from_each_other_are_one():
    found = groups.gathered([verdict(OPEN[0], OPEN[1]), verdict(OPEN[2], OPEN[0])])
    assert {tuple(group) for group in found.values()} == {tuple(OPEN)}


def test_the_earliest_known_date_represents_a_group():
    late, early, undated = (
        told("The bridge is open.", source, day)
        for source, day in (("Post", "2024-03-02"), ("Times", "2024-03-01"), ("Able", None))
    )
    found = groups.gathered([verdict(late, early), verdict(early, undated)])
    assert list(found[late]) == [early, late, undated]


def test_what_follows_one_way_clashes_or_has_another_voice_stays_apart():
    a, b = OPEN[:2]
    one_way = verdict(a, b, reverse=Judgement(contradiction=0.01, entailment=0.3, neutral=0.69))
    clash = Clash("quantities", Span(0, 3), Span(0, 3), "20 against 30")
    cases = [
        one_way,
        verdict(a, b, clashes=(clash,)),
        verdict(a, replace(b, speaker_name="Ann Lee")),
        verdict(a, replace(b, negated=True)),
        verdict(a, replace(b, stance=Stance.DENIES)),
        verdict(a, b, forward=APART),
    ]
    assert not any(groups.says_the_same(case) for case in cases)
    assert groups.gathered(cases) == {}


def test_small_differences_do_not_add_up():
    a, b, c = OPEN
    found = groups.gathered([verdict(a, b), verdict(b, c)])
    assert list(found[b]) == [a, b]
    assert c not in found


def test_a_wrong_sentence_in_three_papers_is_one_finding():
    verdicts = [
        verdict(OPEN[0], OPEN[1]),
        verdict(OPEN[0], OPEN[2]),
        *(verdict(each, CLOSED, forward=APART) for each in OPEN),
    ]
    (found,) = findings.findings(verdicts, Surroundings({}))
    sides = {found.a.source: found.a, found.b.source: found.b}
    assert {member.source for member in sides["Post"].members} == {"Times", "Wire"}
    assert (found.sources_a, found.sources_b) in {(3, 1), (1, 3)}


def test_two_claims_that_contradict_each_other_are_never_in_one_group():
    head, open_, closed = OPEN[0], OPEN[1], CLOSED
    verdicts = [verdict(head, open_), verdict(head, closed), verdict(open_, closed, forward=APART)]
    for group in groups.gathered(verdicts).values():
        assert not {open_, closed} <= set(group)
    (found,) = findings.findings(verdicts, Surroundings({}))
    assert {found.a.source, found.b.source} == {open_.sentence.article.source, "Gazette"}
