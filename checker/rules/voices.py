"""Who stands behind a claim: a speaker by name, or the paper itself."""

from __future__ import annotations

import re

from checker.records import Claim, Stance

_WORD = re.compile(r"[^\W\d_]{3,}")
_TITLES = frozenset(
    "the president minister spokesman spokeswoman secretary adviser advisor senior former deputy foreign prime "
    "general chief leader official officials head".split()
)


def same_voice(a: Claim, b: Claim) -> bool:
    """Both claims in their papers' own voice, or both of one speaker.

    Two speakers are one if the longest of their names' words is shared ("Dmitry Peskov", "Kremlin
    spokesman Peskov"); titles do not count.
    """
    if a.speaker_name is None or b.speaker_name is None:
        return a.speaker_name is None and b.speaker_name is None
    left, right = _names(a.speaker_name), _names(b.speaker_name)
    return bool(left & right)


def _names(speaker: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(speaker) if word[0].isupper() and word.lower() not in _TITLES}


def voice(claim: Claim) -> str:
    """The speaker's name, or the source's."""
    return claim.speaker_name or claim.sentence.article.source


def denies(claim: Claim) -> bool:
    """Whether a speaker denies the proposition in so many words ("disputes", "rejected reports")."""
    return claim.stance is Stance.DENIES
