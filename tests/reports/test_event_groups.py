"""Findings stand with the others of their event."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sample import CONTRADICTION, DENIAL, NUMBERS, SUPERSEDED

from checker.records import Finding
from checker.reports.events import by_event
from checker.reports.order import in_order

FINDINGS = st.builds(
    replace,
    st.sampled_from([CONTRADICTION, NUMBERS, DENIAL, SUPERSEDED]),
    event=st.sampled_from(["Kyiv, Oslo", "Oslo, Kyiv", "Bergen", "", "unnamed"]),
    score=st.floats(0, 1).map(lambda score: round(score, 2)),
)


def labels(*findings: Finding) -> list[str]:
    return [event.label for event in by_event(findings)]


def test_the_event_of_the_gravest_finding_comes_first() -> None:
    assert labels(replace(SUPERSEDED, event="Bergen"), replace(DENIAL, event="Oslo")) == ["Oslo", "Bergen"]


def test_the_order_of_the_names_makes_no_other_event() -> None:
    one, other = replace(CONTRADICTION, event="Kyiv, Oslo"), replace(NUMBERS, event="oslo, Kyiv")
    assert [event.findings for event in by_event([other, one])] == [(one, other)]


def test_findings_without_names_share_a_group_without_a_label() -> None:
    assert labels(replace(CONTRADICTION, event="unnamed"), replace(NUMBERS, event=" ")) == [""]


def test_a_label_cannot_steer_a_terminal() -> None:
    assert labels(replace(CONTRADICTION, event="\x1b[2JOslo\n")) == ["␛[2JOslo"]


@given(st.lists(FINDINGS, max_size=12))
def test_no_finding_is_lost_and_each_event_is_in_order(drawn: list[Finding]) -> None:
    findings = [replace(finding, fingerprint=f"{n:016x}") for n, finding in enumerate(drawn)]
    events = by_event(findings)
    shown = [finding for event in events for finding in event.findings]
    assert in_order(shown) == in_order(findings)
    assert all(list(event.findings) == in_order(event.findings) for event in events)
    assert [event.findings[0] for event in events] == in_order(event.findings[0] for event in events)
