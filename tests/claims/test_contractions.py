"""Contracted verbs in full, also "'d" that is "had" and not "would"."""

from __future__ import annotations

import pytest

from checker.records import Modality, Tense


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The senator said he'd voted against the bridge.", "The senator had voted against the bridge"),
        ("He'd voted against the bridge, Senator Mark Hill said.", "Mark Hill had voted against the bridge"),
        ("Mark Hill said he'd been fined by the court.", "Mark Hill had been fined by the court"),
        ("Mark Hill said he'd better leave the party.", "Mark Hill had better leave the party"),
        ("The senator said he'd vote against the bridge.", "The senator would vote against the bridge"),
        ("Mark Hill said he'd be fined by the court.", "Mark Hill would be fined by the court"),
    ],
)
def test_a_contraction_before_a_participle_is_had(claims_of, text, stated):
    assert [claim.text for claim in claims_of(text)] == [stated]


def test_what_somebody_had_done_is_past_and_certain(claims_of):
    (claim,) = claims_of("He'd voted against the bridge, Senator Mark Hill said.")
    assert (claim.tense, claim.modality) == (Tense.PAST, Modality.ASSERTED)


def test_two_verbs_share_a_contracted_would(claims_of):
    claims = claims_of("Mark Hill spoke on Monday.", "He'd cut the tax on cars and leave the treaty.")
    assert [(claim.text, claim.modality) for claim in claims] == [
        ("Mark Hill would cut the tax on cars", Modality.CONDITIONAL),
        ("Mark Hill would leave the treaty", Modality.CONDITIONAL),
    ]
