"""The score of a finding: how likely a careful reader agrees with it.

It begins with what is believed of two claims that were read in their articles (``evidence``, calibrated on
news), or with the probability of contradiction where only the bare claims were read; the other judges then
take their share of the doubt that is left.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.rules import evidence, thresholds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.records import Clash, Verdict

#: How often each judge of clashes was right by itself, as far as findings were read by hand
#: (docs/decisions 9 and 11). Of 13 findings with clashing times among the highest of 1,000 articles none was
#: agreed with (docs/findings.md); of statements too few were seen to say more than half.
PRECISION: Mapping[str, float] = MappingProxyType(
    {
        "quantities": 0.4,
        "moments": 0.1,
        "quotes": 0.75,
        "quotes.word": 0.45,
        "statements": 0.5,
        "roles": 0.7,
    }
)


#: Log-odds by which the stronger of two readings of a pair exceeds what comes true; fitted on the logits that
#: ``training.evaluate`` saves.
STRONGER_BY = 0.35


#: What reading says of a clash in claims that it does not even suspect.
UNSUSPECTED = 0.01


def score(verdict: Verdict) -> float:
    """The score of a finding, 0..1, with two digits: more would promise what nobody measured."""
    return round(strength(verdict), 2)


def strength(verdict: Verdict) -> float:
    """The score with three digits, to tell which of two is the stronger; more depends on the machine."""
    return round(of_texts(_read(verdict), verdict.clashes), 3)


def _read(verdict: Verdict) -> float:
    """What reading alone gives; what is not even suspected gives less than any conflict that is read."""
    if not thresholds.suspected(verdict):
        return min(verdict.forward.contradiction, UNSUSPECTED)
    return verdict.forward.contradiction if verdict.in_context is None else evidence.believed(verdict)


def conflict_of_texts(stronger: float) -> float:
    """The probability, 0..1, that two bare texts exclude each other, of the stronger of two readings.

    The larger of two readings says too much by a nearly constant amount; on 23,200 development pairs taking
    it off leaves an expected calibration error of 0.015 instead of 0.035.
    """
    if not 0 < stronger < 1:
        return stronger
    odds = math.log(stronger / (1 - stronger)) - STRONGER_BY
    return round(1 / (1 + math.exp(-odds)), 4)


def of_texts(contradiction: float, clashes: Iterable[Clash]) -> float:
    """What remains, 0..1, after each judge has taken its share of a careful reader's doubt."""
    doubt = 1 - contradiction
    for judge in sorted({clash.judge for clash in clashes}):
        doubt *= 1 - PRECISION[judge]
    return 1 - doubt
