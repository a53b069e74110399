"""Single findings that somebody accepts by hand: which of them count today, and which are left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from checker.settings import Suppression


def in_force(suppressions: Iterable[Suppression], today: date) -> dict[str, Suppression]:
    """The suppressions that count on the day ``today``, by fingerprint; the last day is ``expires``."""
    return {each.fingerprint: each for each in suppressions if not _expired(each, today)}


def complaints(
    suppressions: Iterable[Suppression], found: frozenset[str], today: date, *, partial: bool
) -> Iterator[Problem]:
    """A warning for each suppression that has expired or that accepts none of the ``found`` fingerprints.

    After a ``partial`` run (a draft against an archive) an unused one tells nothing, and is not reported.
    """
    suppressions = tuple(suppressions)
    valid: Mapping[str, Suppression] = in_force(suppressions, today)
    for each in sorted(set(suppressions), key=_in_order):
        name = f"suppression {each.fingerprint}"
        reason = f" ({each.reason})" if each.reason else ""
        if _expired(each, today):
            if each.fingerprint in valid:
                outcome = "another one took its place; remove it"
            elif each.fingerprint in found:
                outcome = "its finding counts again; settle it, or set a later day"
            elif partial:
                outcome = "remove it, or set a later day"
            else:
                outcome = "no finding has it any more; remove it"
            yield Problem(name, f"expired after {each.expires}{reason}: {outcome}")
        elif each.fingerprint not in found and not partial:
            yield Problem(name, f"no finding of this run has this fingerprint{reason}; remove it")


def _in_order(suppression: Suppression) -> tuple[str, str, str]:
    return (suppression.fingerprint, str(suppression.expires), suppression.reason)


def _expired(suppression: Suppression, today: date) -> bool:
    return suppression.expires is not None and suppression.expires < today
