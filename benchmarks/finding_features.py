"""What else a careful reader might weigh before believing a contradiction, as numbers.

Beside the features that ship (``checker.rules.evidence``), those that were tried. Each is 0 where it says
nothing and about 1 where it says much (the contradictions: -1 .. 1). ``benchmarks.findings`` compares models
of them.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from checker.judges.scenes import stem
from checker.neighbours import anchors
from checker.records import Modality
from checker.rules import evidence

if TYPE_CHECKING:
    from checker.records import Claim, Verdict

#: Days between two articles after which the world has had all the time it needs to change.
_LONG = 365

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    "a an and are as at be been being but by did do does for from had has have he her his in is it "
    "its not no of on or our she so than that the their them they this those to was we were which who "
    "will with would".split()
)


def features(verdict: Verdict) -> dict[str, float]:
    """The features of a verdict by name, in a fixed order."""
    a, b = verdict.pair.a, verdict.pair.b
    entailed = max(verdict.forward.entailment, verdict.reverse.entailment)
    words_a, words_b = _telling(a), _telling(b)
    return {
        **evidence.features(verdict),
        "weaker": evidence.clearness(_weaker(verdict)),
        "entailment": entailed,
        "one_subject": float(anchors.same_subject(a, b)),
        "negation": float(a.negated != b.negated and not anchors.has_denial(a, b)),
        "shared_words": _share(words_a, words_b),
        "left_over": 1 - 1 / (1 + len(words_a ^ words_b)),
        "short": float(min(len(words_a), len(words_b)) <= 2),
        "hedged": float(any(claim.modality is not Modality.ASSERTED for claim in (a, b))),
        "days": _passed(a, b),
    }


def _weaker(verdict: Verdict) -> float:
    """The contradiction of the order that shows less of it; that of both where none was read by itself."""
    alone = (verdict.forward.alone, verdict.reverse.alone)
    return min(verdict.forward.contradiction if each is None else each for each in alone)


def _telling(claim: Claim) -> frozenset[str]:
    """The stems of the words that say something of the subject, which itself is left out."""
    subject = set(_WORD.findall((claim.subject or "").casefold()))
    words = _WORD.findall(claim.stated.casefold())
    return frozenset(stem(word) for word in words if word not in _EMPTY and word not in subject)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Of the words of the shorter claim, those that the other has too."""
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0


def _passed(a: Claim, b: Claim) -> float:
    """0 for one day .. 1 for a year and more between the articles, a half where a date is unknown."""
    days = a.sentence.article.days_from(b.sentence.article)
    return 0.5 if days is None else min(1.0, math.log1p(days) / math.log1p(_LONG))
