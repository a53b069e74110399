"""The shared words: dates, certainty, speakers, and the line that sums a report up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import CONTRADICTION, DENIAL, FULL, NOTHING, NUMBERS, QUIET, side, with_findings

from checker.records import Member, Stance, Summary, Suppressed
from checker.reports import wording


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (1.0, "almost certain"),
        (0.9, "almost certain"),
        (0.89, "likely"),
        (0.65, "likely"),
        (0.64, "possible"),
        (0.25, "possible"),
        (0.24, "doubtful"),
    ],
)
def test_certainty_has_words(score: float, words: str) -> None:
    assert wording.certainty(score) == words


@pytest.mark.parametrize(("score", "words"), [(0.75, "likely"), (0.65, "possible"), (0.49, "doubtful")])
def test_two_texts_need_more_for_the_same_words(score: float, words: str) -> None:
    assert wording.certainty(score, of_texts=True) == words


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, "date unknown"),
        ("2022-11-06", "6 Nov 2022"),
        ("2022-11-06T09:05:00Z", "6 Nov 2022 09:05 UTC"),
        ("2022-13-06", "2022-13-06"),
        ("someday", "someday"),
    ],
)
def test_dates_are_written_for_people(published: str | None, shown: str) -> None:
    assert wording.date(published, with_time=True) == shown


def test_the_time_is_shown_only_within_one_day() -> None:
    a, b = side("a", published="2022-11-06T09:05:00Z"), side("b", published="2022-11-07T09:05:00Z")
    assert wording.dates(a, b) == ("6 Nov 2022", "7 Nov 2022")
    assert wording.dates(a, a)[0] == "6 Nov 2022 09:05 UTC"


def test_the_voice_says_who_and_how() -> None:
    assert wording.voice(NUMBERS.a) == "said by the mayor"
    assert wording.voice(DENIAL.b) == "denied by The yard's managers"
    assert wording.voice(side("a", stance=Stance.HEDGES)) == "with a hedge, in its own voice"


def test_a_side_without_a_file_is_located_by_its_article() -> None:
    assert wording.location(side("a", path=None, article="wire#4")) == "wire#4:3:1"


def test_other_carriers_are_named_once_and_then_counted() -> None:
    members = tuple(Member(name, name, 0, 1) for name in (*"FEDCBAA", "Harbour Post"))
    assert wording.carried_by(side("a", members=members, copies=9)) == (
        "6 more sources say the same: A, B, C and 3 more"
    )
    assert wording.carried_by(side("a", members=members[:1])) == "1 more source says the same: F"


def test_what_one_source_repeats_is_counted_in_sentences() -> None:
    again = (Member("later", "Harbour Post", 0, 1),)
    assert wording.carried_by(side("a", members=again, copies=2)) == "1 more sentence says the same"
    assert wording.carried_by(side("a", copies=3)) == "2 more sentences say the same"
    assert wording.carried_by(side("a")) == ""


def test_remarks_say_by_what_findings_were_accepted() -> None:
    accepted = (
        Suppressed(DENIAL, "baseline"),
        Suppressed(NUMBERS, "baseline", "known"),
        Suppressed(CONTRADICTION, "suppression"),
    )
    report = replace(QUIET, suppressed=accepted, summary=replace(QUIET.summary, suppressed=3))
    assert wording.remarks(report) == ["3 known findings not shown (2 in the baseline, 1 suppressed)"]


def test_the_conclusion_counts_by_severity() -> None:
    assert wording.conclusion(FULL) == ("4 findings (2 errors, 1 warning, 1 note) in 6 articles of 5 sources")
    assert wording.conclusion(with_findings(CONTRADICTION)).startswith("1 finding (1 error) in")


def test_the_conclusion_without_findings_says_what_was_compared() -> None:
    assert wording.conclusion(QUIET) == (
        "No conflicts: 629 pairs of 318 claims compared in 6 articles of 5 sources"
    )
    known = replace(QUIET, summary=replace(QUIET.summary, suppressed=3))
    assert wording.conclusion(known).startswith("No new conflicts: 629 pairs")
    assert wording.conclusion(NOTHING) == "Nothing to compare: there was no article"
    alone = replace(QUIET, summary=Summary(articles=1, sources=1, claims=4))
    assert "1 article of 1 source" in wording.conclusion(alone)


def test_remarks_name_what_limits_the_conclusion() -> None:
    limited = replace(FULL, summary=replace(FULL.summary, pairs_not_examined=1200, suppressed=1))
    assert wording.remarks(limited) == [
        "Incomplete: 1 input could not be read",
        "Incomplete: 1,200 pairs not examined (raise --max-pairs)",
        "1 known finding not shown (baseline or suppression)",
    ]
    assert wording.remarks(QUIET) == []


def test_codes_are_counted_in_their_order() -> None:
    assert wording.by_code(with_findings(DENIAL, CONTRADICTION, DENIAL)) == (
        "CON001 contradiction 1, DEN001 denied 2"
    )
