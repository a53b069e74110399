import pytest

from checker.gate.thresholds import reaches
from checker.records import Severity
from checker.settings import FailOn


@pytest.mark.parametrize(
    ("severity", "fails"),
    [
        (Severity.ERROR, {"error", "warning", "note"}),
        (Severity.WARNING, {"warning", "note"}),
        (Severity.NOTE, {"note"}),
    ],
)
def test_a_finding_fails_thresholds_at_or_below_its_severity(severity, fails):
    assert {fail_on.value for fail_on in FailOn if reaches(severity, fail_on)} == fails
