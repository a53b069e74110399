from dataclasses import replace

import pytest
from gate_samples import finding
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.baseline import Entry, Label, entry_for
from checker.gate.labels import by_rule, wilson


def entries(code: str, *labels: Label | None) -> list[Entry]:
    return [replace(entry_for(finding(number, code)), label=label) for number, label in enumerate(labels)]


def test_labels_are_counted_by_rule_with_all_at_the_end():
    t, f, u = Label.TRUE, Label.FALSE, Label.UNCLEAR
    counted = by_rule([*entries("NUM001", t, t, f, u, None), *entries("CON001", f)])
    assert [(c.code, c.true, c.false, c.unclear, c.unlabelled, c.total) for c in counted] == [
        ("CON001", 0, 1, 0, 0, 1),
        ("NUM001", 2, 1, 1, 1, 5),
        ("all", 2, 2, 1, 1, 6),
    ]


def test_precision_is_the_share_of_true_among_what_is_decided():
    t, f, u = Label.TRUE, Label.FALSE, Label.UNCLEAR
    assert by_rule(entries("CON001", t, t, t, f, u, None))[0].precision == 0.75


def test_without_a_decided_label_there_is_no_precision():
    counted = by_rule(entries("CON001", None, Label.UNCLEAR))[0]
    assert counted.precision is None
    assert counted.interval is None


def test_nothing_counts_as_nothing():
    assert [(c.code, c.total) for c in by_rule([])] == [("all", 0)]


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    # Computed with scipy.stats: binomtest(successes, trials).proportion_ci(method="wilson").
    [(8, 10, 0.49016, 0.94332), (0, 10, 0.0, 0.27754), (10, 10, 0.72246, 1.0), (1, 1, 0.20655, 1.0),
     (50, 100, 0.40383, 0.59617)],
)  # fmt: skip
def test_the_interval_is_that_of_wilson(successes, trials, low, high):
    interval = wilson(successes, trials)
    assert interval.low == pytest.approx(low, abs=1e-5)
    assert interval.high == pytest.approx(high, abs=1e-5)


@pytest.mark.parametrize(("successes", "trials"), [(1, 0), (0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_interval(successes, trials):
    with pytest.raises(ValueError, match="no share"):
        wilson(successes, trials)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share_and_narrows_with_more_trials(successes, trials):
    successes = min(successes, trials)
    interval, wider = wilson(successes, trials), wilson(successes * 4, trials * 4)
    assert 0 <= interval.low <= successes / trials <= interval.high <= 1
    assert wider.high - wider.low < interval.high - interval.low
