"""Verbs made finite, with a negation in its place."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "The captain, not seen by his crew since May, sold the ferry.",
            "The captain was not seen by his crew since May",
        ),
        ("Divers noticed the captain not paying his crew.", "The captain was not paying his crew"),
        (
            "The captain claimed not to have known of the leak.",
            "The captain had not known of the leak",
        ),
        ("The captain claims not to know the owner.", "The captain does not know the owner"),
    ],
)
def test_a_verb_made_finite_keeps_its_negation(claims_of, text, stated):
    claims = {claim.text: claim for claim in claims_of(text)}
    assert claims[stated].negated
