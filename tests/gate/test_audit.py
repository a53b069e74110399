from gate_samples import brisk, finding, report
from hypothesis import given
from hypothesis import strategies as st

from checker.gate.audit import Audit, Key, begin, press
from checker.gate.baseline import Label, create


def baseline(number: int = 3):
    return create(report(*(finding(place, "CON001" if place % 2 else "NUM001") for place in range(number))))


def pressed(audit: Audit, keys: str) -> Audit:
    for key in keys:
        audit = press(audit, Key(key), note="odd" if key == "n" else "")
    return audit


def labels(audit: Audit) -> list[Label | None]:
    return [entry.label for entry in audit.baseline.entries]


def test_each_label_is_one_key_and_moves_on():
    after = pressed(begin(baseline()), "tfu")
    assert labels(after) == [Label.TRUE, Label.FALSE, Label.UNCLEAR]
    assert after.entry is None


def test_a_skipped_entry_keeps_having_no_label():
    assert labels(pressed(begin(baseline()), "st")) == [None, Label.TRUE, None]


def test_a_note_stays_with_the_entry_and_can_be_removed():
    noted = pressed(begin(baseline()), "n")
    assert (noted.at, noted.entry.note if noted.entry else None) == (0, "odd")
    assert press(noted, Key.NOTE, "  two\nlines ").baseline.entries[0].note == "two lines"
    assert press(noted, Key.NOTE, "").baseline.entries[0].note == ""


def test_going_back_allows_another_label():
    assert labels(pressed(begin(baseline()), "tbf")) == [Label.FALSE, None, None]
    assert begin(baseline()) == pressed(begin(baseline()), "b")


def test_an_audit_goes_on_with_what_has_no_label():
    first = pressed(begin(baseline()), "tq")
    second = begin(first.baseline)
    assert second.queue == (1, 2)
    assert begin(first.baseline, again=True).queue == (0, 1, 2)


def test_codes_choose_the_entries():
    assert begin(baseline(), codes=("NUM",)).queue == (0, 2)
    assert begin(baseline(), codes=("DEN",)).entry is None


def test_after_the_last_entry_only_going_back_does_anything():
    done = pressed(begin(baseline()), "ttt")
    assert pressed(done, "fsnq") == done
    assert pressed(done, "bf").baseline.entries[2].label is Label.FALSE


@brisk
@given(st.text("tfusnbq", max_size=30))
def test_no_key_adds_removes_or_reorders_entries(keys):
    before = baseline()
    after = pressed(begin(before), keys)
    assert [entry.key for entry in after.baseline.entries] == [entry.key for entry in before.entries]
    assert 0 <= after.at <= len(after.queue)
