"""Whether a claim says that something is not, no longer or not to be so: the words of "no".

Most conflicts that careful readers agree with have a "no" on one side: a negation, a denial, a refusal, an
end. Two claims without any mostly tell of two things.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.records import Stance

if TYPE_CHECKING:
    from checker.records import Claim

_NO = re.compile(
    r"\b(?:no(?!\. ?\d| doubt\b)|not(?! only\b)|never|none|nobody|nothing|neither|nor|without|cannot|hardly|"
    r"barely|scarcely|(?<!\ba )few|(?<!\ba )little(?! [A-Z])|"
    r"false|untrue|wrong|fake|bogus|baseless|unfounded|impossible|unlikely|unable|unwilling|"
    r"den(?:y|ies|ied|ying|ial)|disput(?:e[sd]?|ing)|reject(?:s|ed|ing|ion)?|refus(?:e[sd]?|ing|al)|"
    r"declin(?:e[sd]|ing)|fail(?:s|ed|ing|ure)?|dismiss(?:es|ed|ing|al)?|refut(?:e[sd]?|ing)|rebut(?:s|ted)?|"
    r"oppos(?:e[sd]?|ing|ition)|rul(?:e[sd]?|ing) out|block(?:s|ed|ing)?|bann?(?:s|ed|ing)?|barr(?:ed|ing)|"
    r"prevent(?:s|ed|ing)?|prohibit(?:s|ed|ing)?|forbid(?:s|den)?|forbade|halt(?:s|ed|ing)?|"
    r"stop(?:s|ped|ping)?|ceas(?:e[sd]?|ing)|suspend(?:s|ed|ing)?|cancel(?:s|led|ed|ling)?|"
    r"g(?:ive[sn]?|ave|iving) up|abandon(?:s|ed|ing)?|"
    r"withdr(?:aws?|ew|awn|awal)|lack(?:s|ed|ing)?|avoid(?:s|ed|ing)?)\b|n[’']t\b",
    re.IGNORECASE,
)


def says_no(claim: Claim) -> bool:
    """Whether a claim, or who speaks it, denies, refuses or ends something in so many words."""
    return claim.negated or claim.stance is Stance.DENIES or _NO.search(claim.stated) is not None
