"""Whether two claims are about the same thing: the first defence against another event.

Two claims with one subject ("Putin is not ready", "the Russian president Vladimir Putin is ready") exclude
each other far more often than two with different subjects, however contradictory the model finds them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.records import Stance

if TYPE_CHECKING:
    from checker.records import Claim

_WORD = re.compile(r"\w+")

#: Words that name an office or a group, not who holds it.
_OFFICES = frozenset(
    "the a an president minister prime foreign defence defense secretary general state spokesman spokeswoman "
    "official officials adviser advisor senior former deputy chief leader leaders head mr mrs ms sir dr "
    "several some two three people sources government country".split()
)


def subject_words(claim: Claim) -> frozenset[str]:
    """The words of a claim's subject that tell it from others: its names, or its head noun."""
    words = _WORD.findall(claim.subject or "")
    names = {word.casefold() for word in words[1:] if word[0].isupper()}
    if words and (len(words) == 1 or words[0][0].isupper()):
        names.add(words[0].casefold())
    names.discard("s")
    known = names - _OFFICES
    return frozenset(known or ({words[-1].casefold()} if words else set()))


def same_subject(a: Claim, b: Claim) -> bool:
    """Whether the subjects of two claims share a name, or are the same noun."""
    return bool(subject_words(a) & subject_words(b))


def share_a_name(a: Claim, b: Claim) -> bool:
    """Whether two claims name the same person, place or body, wherever in the claim ("NATO")."""
    return bool(_names(a) & _names(b))


def _names(claim: Claim) -> frozenset[str]:
    # The first word of a claim owes its capital to its place.
    words = _WORD.findall(claim.stated)[1:]
    return frozenset(word.casefold() for word in words if word[0].isupper() and len(word) > 1) - _OFFICES


def has_denial(a: Claim, b: Claim) -> bool:
    """Whether a speaker denies one of the claims in so many words."""
    return Stance.DENIES in (a.stance, b.stance)


def anchored(a: Claim, b: Claim) -> bool:
    """Whether anything besides likeness speaks for one event: a denial, or one subject."""
    return has_denial(a, b) or same_subject(a, b)
