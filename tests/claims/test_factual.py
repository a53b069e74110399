import pytest
from doubles import claim

from checker.claims import factual
from checker.records import Modality, Stance


@pytest.mark.parametrize(
    ("modality", "stance", "reason"),
    [
        (Modality.ASSERTED, Stance.ASSERTS, None),
        (Modality.ASSERTED, Stance.DENIES, None),
        (Modality.HEDGED, Stance.HEDGES, None),
        (Modality.CONDITIONAL, Stance.ASSERTS, "conditional"),
        (Modality.WISHED, Stance.ASSERTS, "wished"),
        (Modality.DEMANDED, Stance.ASSERTS, "demanded"),
        (Modality.ASKED, Stance.ASSERTS, "asked"),
        (Modality.ASSERTED, Stance.QUESTIONS, "questions"),
    ],
)
def test_only_what_is_said_to_be_the_case_speaks_of_facts(modality, stance, reason):
    made = claim("The bridge is closed.", modality=modality, stance=stance)
    assert factual.unfactual(made) == reason
    assert factual.speaks_of_facts(made) is (reason is None)
