"""Evidence of an article's offsets lands on the right words of the quotation that is shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from sample import CONTRADICTION, finding, meridian, side

from checker.records import Evidence, Finding, Span
from checker.reports.escape import one_line
from checker.reports.page.marks import Mark, Piece, pieces, quotation, shown_span
from checker.reports.page.tree import element


def marked(parts: tuple[Piece, ...], mark: Mark) -> list[str]:
    return [part.text for part in parts if mark in part.marks]


def seen(text: str, words: str, judge: str = "quantities", name: str = "a") -> Evidence:
    """Evidence for ``words`` in a side that stands at 120."""
    start = 120 + text.index(words)
    return Evidence(judge, name, start, start + len(words), "seen")


def numbers(first: str, second: str, *evidence: Evidence) -> Finding:
    return finding(side(first), meridian(second), evidence=evidence)


@settings(deadline=None)
@given(st.text(), st.integers(-3, 40), st.integers(-3, 40))
def test_a_span_of_the_article_is_the_same_words_where_it_is_shown(text: str, start: int, end: int) -> None:
    span = shown_span(text, start, end)
    words = one_line(text[max(start, 0) : max(end, 0)])
    shown = one_line(text)
    assert (shown[span.start : span.end].strip() if span else "") == words


def test_offsets_behind_line_breaks_and_hidden_characters_are_carried_over() -> None:
    text = "Ein\n\n  \u200bPaar \U0001f6a2 von 1,200 Kronen"
    at = text.index("1,200")
    span = shown_span(text, at, at + 5)
    assert span == Span(one_line(text).index("1,200"), one_line(text).index("1,200") + 5)


@settings(deadline=None)
@given(
    st.text(min_size=1),
    st.text(min_size=1),
    st.lists(st.tuples(st.integers(100, 180), st.integers(100, 180))),
)
def test_the_pieces_of_a_quotation_are_the_whole_of_it(
    first: str, second: str, spans: list[tuple[int, int]]
) -> None:
    evidence = [Evidence("nli", "a", start, end, "") for start, end in spans]
    one, other = pieces(numbers(first, second, *evidence))
    assert "".join(part.text for part in one) == one_line(first)
    assert "".join(part.text for part in other) == one_line(second)


def test_what_a_judge_saw_clash_is_marked_and_nothing_else_is() -> None:
    first, second = "The repair \U0001f6a2 cost 1,200 crowns.", "Repairing cost the island 4,500 crowns."
    one, other = pieces(
        numbers(first, second, seen(first, "1,200 crowns"), seen(second, "4,500 crowns", name="b"))
    )
    assert marked(one, Mark.CLASH) == ["1,200 crowns"]
    assert marked(other, Mark.CLASH) == ["4,500 crowns"]
    assert not marked(one, Mark.DIFFERS)


def test_without_a_judge_that_saw_it_the_differing_words_are_marked_quietly() -> None:
    one, other = pieces(numbers("The ferry sails.", "The ferry does not sail."))
    assert not marked(one + other, Mark.CLASH)
    assert "not" in marked(other, Mark.DIFFERS)


def test_the_claim_and_the_words_of_attribution_come_from_evidence() -> None:
    first = "The mayor said on Monday that the ferry sails."
    one, _ = pieces(
        numbers(first, "No.", seen(first, "the ferry sails", "nli"), seen(first, "said", "attribution"))
    )
    assert "".join(marked(one, Mark.CLAIM)) == "the ferry sails"
    assert marked(one, Mark.CUE) == ["said"]


def test_overlapping_evidence_keeps_every_kind() -> None:
    first = "The ferry costs 1,200 crowns."
    one, _ = pieces(
        numbers(first, "No.", seen(first, "ferry costs 1,200", "nli"), seen(first, "1,200 crowns"))
    )
    assert [part.text for part in one if set(part.marks) >= {Mark.CLAIM, Mark.CLASH}] == ["1,200"]


def test_evidence_outside_the_sentence_marks_nothing() -> None:
    one, _ = pieces(numbers("Yes.", "No.", Evidence("quantities", "a", 0, 9, "before it")))
    assert not marked(one, Mark.CLASH)


def test_clashing_words_are_mark_elements() -> None:
    assert quotation([Piece("at "), Piece("noon", (Mark.CLAIM, Mark.CLASH))]) == [
        "at ",
        element("mark", "noon", class_="claim clash"),
    ]


def test_a_claim_without_evidence_is_found_by_its_words() -> None:
    one, _ = pieces(CONTRADICTION)
    assert "".join(marked(one, Mark.CLAIM)).startswith("the old Sund ferry is ready to sail")
