"""Who stands against whom, counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sample import finding, meridian, side

from checker.records import Finding, Member
from checker.reports.matrix import conflicts

NAMES = st.sampled_from("ABCDE")


def against(a: str, b: str, *, also_a: tuple[str, ...] = ()) -> Finding:
    members = tuple(Member(name, name, 0, 1) for name in also_a)
    return finding(side("x", source=a, members=members), meridian("y", source=b))


def test_each_pair_counts_its_findings_in_either_order() -> None:
    table = conflicts([against("A", "B"), against("B", "A"), against("A", "C")])
    assert table.between("A", "B") == table.between("B", "A") == 2
    assert table.between("B", "C") == 0
    assert table.sources == ("A", "B", "C")
    assert table.involved == {"A": 3, "B": 2, "C": 1}


def test_a_source_that_repeats_a_claim_stands_on_its_side() -> None:
    table = conflicts([against("A", "B", also_a=("C", "C"))])
    assert table.between("C", "B") == 1
    assert table.between("A", "C") == 0


def test_a_source_stands_against_itself_only_on_both_sides() -> None:
    assert conflicts([against("A", "A")]).between("A", "A") == 1
    assert conflicts([against("A", "A")]).involved == {"A": 1}
    assert conflicts([against("A", "B")]).between("A", "A") == 0


def test_no_findings_have_no_sources() -> None:
    assert conflicts([]).sources == ()


@given(st.lists(st.tuples(NAMES, NAMES, st.lists(NAMES, max_size=3))))
def test_no_pair_counts_more_often_than_its_sources(found: list[tuple[str, str, list[str]]]) -> None:
    table = conflicts([against(a, b, also_a=tuple(also)) for a, b, also in found])
    for (one, other), count in table.pairs.items():
        assert 1 <= count <= min(table.involved[one], table.involved[other]) <= len(found)
    assert sorted(table.involved) == sorted(table.sources)
