"""What speaks for and against a finding, in words for the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.opinions import is_opinion
from checker.judges.events import same_event
from checker.records import Modality, Reason
from checker.rules import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.records import Claim, Verdict

_SURELY_ONE_EVENT = 0.7
_PERHAPS_OTHER_EVENT = 0.5
_LEAST_ENTAILED = 0.2
_LEAST_CONTRADICTION = 0.2


def of_verdict(verdict: Verdict, *, changed: bool = False) -> Iterable[Reason]:
    """What speaks for and against a finding, in words for the reader.

    ``changed`` says that the finding is a change in time: then the days that passed speak for it.
    """
    yield from _of_judge(verdict)
    yield from _of_wording(verdict.pair.a, verdict.pair.b)
    for clash in verdict.clashes:
        yield Reason(supports=True, text=clash.note)
    if verdict.event is not None:
        yield from _of_event(same_event(verdict.event, verdict.pair.similarity))
    yield from _of_circumstances(verdict.pair.a, verdict.pair.b, changed=changed)


def _of_judge(verdict: Verdict) -> Iterable[Reason]:
    forward, reverse = verdict.forward, verdict.reverse
    if forward.contradiction >= _LEAST_CONTRADICTION:
        together = f"read as bare claims, they contradict each other ({forward.contradiction:.2f})"
        yield Reason(supports=True, text=together)
    entailed = max(forward.entailment, reverse.entailment)
    if entailed >= _LEAST_ENTAILED:
        yield Reason(supports=False, text=f"one might also follow from the other ({entailed:.2f})")


def _of_wording(a: Claim, b: Claim) -> Iterable[Reason]:
    opinions = [voices.voice(claim) for claim in (a, b) if is_opinion(claim.stated)]
    if opinions:
        yield Reason(supports=False, text=f"{' and '.join(dict.fromkeys(opinions))} may only give an opinion")
    for claim in (a, b):
        if voices.denies(claim) and claim.cue is not None:
            cue = claim.sentence.article.text[claim.cue.start : claim.cue.end]
            yield Reason(supports=True, text=f"a denial in so many words (“{cue}”) by {voices.voice(claim)}")
    if a.negated != b.negated and not (voices.denies(a) or voices.denies(b)):
        yield Reason(supports=True, text="one of them is negated, the other is not")
    for claim in (a, b):
        if claim.modality is Modality.HEDGED:
            yield Reason(supports=False, text=f"{claim.sentence.article.source} hedges: it need not be so")


def _of_circumstances(a: Claim, b: Claim, *, changed: bool) -> Iterable[Reason]:
    if not voices.same_voice(a, b):
        yield Reason(supports=False, text=f"two voices speak: {voices.voice(a)} and {voices.voice(b)}")
    days = a.sentence.article.days_from(b.sentence.article)
    if days is None:
        yield Reason(supports=False, text="a date is unknown: the world may have changed between the two")
    elif days > 0:
        between = "one day lies" if days == 1 else f"{days} days lie"
        yield Reason(supports=changed, text=f"{between} between the articles: the world may have changed")


def _of_event(probability: float) -> Iterable[Reason]:
    if probability >= _SURELY_ONE_EVENT:
        yield Reason(
            supports=True, text=f"the same people and places: one event, it seems ({probability:.2f})"
        )
    elif probability < _PERHAPS_OTHER_EVENT:
        yield Reason(supports=False, text=f"it may be another event ({probability:.2f} that it is one)")


def of_copies(*sides: Iterable[Sequence[str]]) -> Iterable[Reason]:
    """The groups of sources that ran one story: they are one witness, however many they are."""
    for group in dict.fromkeys(tuple(group) for side in sides for group in side if len(group) > 1):
        listed = f"{', '.join(group[:-1])} and {group[-1]}"
        yield Reason(supports=False, text=f"{listed} carry copies of one story and count as one source")
