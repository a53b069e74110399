"""What a value may be: each function returns what is wrong with one, as the end of a sentence, or "".

Settings made in Python and settings read from a file, the environment or flags are held to the same rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.settings import Limits, Override, Suppression

#: A finding's fingerprint as the reports print it.
FINGERPRINT = "[0-9a-f]{16}"
_SHORT = 60


def shortened(text: str) -> str:
    """A text in quotes on one line for a message: 60 characters of it at most."""
    return repr(text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…")


def share_complaint(value: float) -> str:
    """What is wrong with a share: it lies between 0 and 1."""
    # Written so that not-a-number fails as well.
    return "" if 0.0 <= value <= 1.0 else f"must be between 0 and 1, not {value}"


def count_complaint(value: int) -> str:
    """What is wrong with a number of things: it is 0 or more."""
    return "" if value >= 0 else f"must be 0 or more, not {value}"


def fingerprint_complaint(value: str) -> str:
    """What is wrong with a fingerprint: it has 16 hexadecimal digits, in lower case."""
    if re.fullmatch(FINGERPRINT, value):
        return ""
    return f"must be the 16 hexadecimal digits that a report shows (0-9, a-f), not {shortened(value)}"


def text_complaint(value: str) -> str:
    """What is wrong with a text that has to say something."""
    return "" if value.strip() else "must not be empty"


def limits_complaints(limits: Limits) -> Iterator[str]:
    """What is wrong with the limits of a gate, one sentence each."""
    counts = {"limits.new": limits.new, **{f"limits.codes.{code}": n for code, n in limits.codes.items()}}
    for name, count in counts.items():
        if complaint := count_complaint(count):
            yield f"{name} {complaint}"
    if limits.undisputed is not None and (complaint := share_complaint(limits.undisputed)):
        yield f"limits.undisputed {complaint}"


def override_complaints(override: Override, place: str) -> Iterator[str]:
    """What is wrong with an override that stands at ``place``, one sentence each."""
    for name in ("sources", "paths", "ignore"):
        # The letters of a text would each be a pattern, and "*" among them fits everything.
        if isinstance(getattr(override, name), str):
            yield f"{place}.{name} must be a tuple of texts, not one text"
    if not override.sources and not override.paths:
        yield f"{place} needs sources or paths, the findings that it is for"
    if not override.ignore and override.min_score is None and override.fail_on is None:
        yield f"{place} changes nothing; give it ignore, min-score or fail-on"
    if override.min_score is not None and (complaint := share_complaint(override.min_score)):
        yield f"{place}.min-score {complaint}"


def suppression_complaints(suppression: Suppression, place: str) -> Iterator[str]:
    """What is wrong with a suppression that stands at ``place``, one sentence each."""
    if complaint := fingerprint_complaint(suppression.fingerprint):
        yield f"{place}.fingerprint {complaint}"
    if complaint := text_complaint(suppression.reason):
        yield f"{place}.reason {complaint}; say why the finding is accepted"
