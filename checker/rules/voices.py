"""Who stands behind a claim: a speaker by name, or the paper itself."""

from __future__ import annotations

import re

from checker.records import Claim, Stance

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

#: Words with a capital that end a speaker's name and still name nobody.
_NO_NAMES = frozenset(
    {"adviser", "advisor", "ambassador", "chief", "department", "general", "government", "leader", "minister"}
    | {"ministry", "office", "official", "officials", "parliament", "president", "secretary", "senior"}
    | {"spokesman", "spokesperson", "spokeswoman"}
)

#: Who begins a sentence as "He" may be anyone.
_PRONOUNS = frozenset({"He", "She", "They", "It", "I", "We", "You", "Some", "Others", "Many"})


def same_voice(a: Claim, b: Claim) -> bool:
    """Both claims in their papers' own voice, or both of one speaker.

    Two speakers are one if they end in the same name before any comma ("Dmitry Peskov", "Kremlin
    spokesman Peskov"). What else they share ("Russian President Putin", "Russian Foreign Minister
    Lavrov") proves nothing, and of speakers without a name ("US officials") nobody knows whether they
    are the same.
    """
    if a.speaker_name is None or b.speaker_name is None:
        return a.speaker_name is None and b.speaker_name is None
    name = _last_name(a.speaker_name)
    return name is not None and name == _last_name(b.speaker_name)


def _last_name(speaker: str) -> str | None:
    words = _WORD.findall(speaker.partition(",")[0])
    if not words or not words[-1][0].isupper():
        return None
    last = words[-1].casefold().removesuffix("'s").removesuffix("’s")
    return None if last in _NO_NAMES or words[-1] in _PRONOUNS else last


def voice(claim: Claim) -> str:
    """The speaker's name, or the source's."""
    return claim.speaker_name or claim.sentence.article.source


def denies(claim: Claim) -> bool:
    """Whether a speaker denies the proposition in so many words ("disputes", "rejected reports")."""
    return claim.stance is Stance.DENIES
