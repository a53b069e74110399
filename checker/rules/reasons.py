"""What speaks for and against a finding, in words for the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims.opinions import is_opinion
from checker.judges.events import same_event
from checker.records import Modality, Place, Reason, Span
from checker.rules import evidence, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.records import Claim, Pair, Sentence, Verdict

_SURELY_ONE_EVENT = 0.7
_PERHAPS_OTHER_EVENT = 0.5
_LEAST_ENTAILED = 0.2
_STILL = 0.5
_LEAST_CONTRADICTION = 0.2

#: Cosines of claims from which their wording speaks for one matter, and below which against it: of read pairs
#: of news readers agreed with one in three above, with one in fifteen below.
_ALIKE, _UNLIKE = 0.7, 0.5


def of_verdict(verdict: Verdict, *, changed: bool = False) -> Iterable[Reason]:
    """What speaks for and against a finding, in words for the reader.

    ``changed`` says that the finding is a change in time: then the days that passed speak for it.
    """
    yield from _of_judge(verdict)
    yield from _of_wording(verdict.pair.a, verdict.pair.b)
    if verdict.in_context is not None and not verdict.clashes:
        yield from _of_numbers(verdict)
    for clash in verdict.clashes:
        yield _speaks_for(clash.note, _places(("a", clash.a), ("b", clash.b)))
    if verdict.in_context is not None:
        yield from _of_likeness(verdict.pair)
    if verdict.event is not None:
        yield from _of_event(verdict.pair, same_event(verdict.event, verdict.pair.similarity))
    yield from _of_circumstances(verdict.pair.a, verdict.pair.b, changed=changed)


def _of_judge(verdict: Verdict) -> Iterable[Reason]:
    forward, reverse = verdict.forward, verdict.reverse
    both = _places(("a", verdict.pair.a), ("b", verdict.pair.b))
    if forward.contradiction >= _LEAST_CONTRADICTION:
        together = f"read as bare claims, they contradict each other ({forward.contradiction:.2f})"
        yield _speaks_for(together, both)
    if verdict.in_context is not None:
        yield _of_context(verdict.in_context, verdict.pair)
    entailed = max(forward.entailment, reverse.entailment)
    if entailed >= _LEAST_ENTAILED:
        yield _speaks_against(f"one might also follow from the other ({entailed:.2f})", both)


def _of_context(contradiction: float, pair: Pair) -> Reason:
    sentences = tuple((side, claim.sentence) for side, claim in (("a", pair.a), ("b", pair.b)))
    if contradiction >= _STILL:
        said = f"read in their articles, they still contradict each other ({contradiction:.2f})"
        return _speaks_for(said, _places(*sentences))
    said = f"read in their articles, they contradict each other less clearly ({contradiction:.2f})"
    return _speaks_against(said, _places(*sentences))


def _of_wording(a: Claim, b: Claim) -> Iterable[Reason]:
    sides = (("a", a), ("b", b))
    opinions = [(side, claim) for side, claim in sides if is_opinion(claim.stated)]
    if opinions:
        holders = " and ".join(dict.fromkeys(voices.voice(claim) for _, claim in opinions))
        yield _speaks_against(f"{holders} may only give an opinion", _places(*opinions))
    for side, claim in sides:
        if voices.denies(claim) and claim.cue is not None:
            cue = claim.sentence.article.text[claim.cue.start : claim.cue.end]
            said = f"a denial in so many words (“{cue}”) by {voices.voice(claim)}"
            yield _speaks_for(said, _places((side, claim.cue)))
    if a.negated != b.negated and not (voices.denies(a) or voices.denies(b)):
        negated = sides[0] if a.negated else sides[1]
        yield _speaks_for("one of them is negated, the other is not", _places(negated))
    for side, claim in sides:
        if claim.modality is Modality.HEDGED:
            source = claim.sentence.article.source
            yield _speaks_against(f"{source} hedges: it need not be so", _places((side, claim)))


def _of_numbers(verdict: Verdict) -> Iterable[Reason]:
    """Numbers on both sides that do not clash, where only reading speaks for a conflict."""
    found = evidence.features(verdict)
    if found["numbers"]:
        counted = [(side, c, c.quantities) for side, c in (("a", verdict.pair.a), ("b", verdict.pair.b))]
        places = ((side, Span(found[0].start, found[0].end) if found else c) for side, c, found in counted)
        yield _speaks_against("both give numbers, which may tell of different things", _places(*places))


def _of_circumstances(a: Claim, b: Claim, *, changed: bool) -> Iterable[Reason]:
    if not voices.same_voice(a, b):
        speakers = [
            (side, claim.speaker) for side, claim in (("a", a), ("b", b)) if claim.speaker is not None
        ]
        # Papers seldom contradict each other in their own voice; people do.
        said = f"two voices speak: {voices.voice(a)} and {voices.voice(b)}"
        yield _speaks_for(said, _places(*speakers))
    days = a.sentence.article.days_from(b.sentence.article)
    if days is None:
        yield _speaks_against("a date is unknown: the world may have changed between the two")
    elif days > 0:
        between = "one day lies" if days == 1 else f"{days} days lie"
        yield Reason(supports=changed, text=f"{between} between the articles: the world may have changed")


def _of_likeness(pair: Pair) -> Iterable[Reason]:
    both = _places(("a", pair.a), ("b", pair.b))
    if pair.similarity >= _ALIKE:
        yield _speaks_for(f"they are worded much alike ({pair.similarity:.2f})", both)
    elif pair.similarity < _UNLIKE:
        yield _speaks_against(f"they are worded quite differently ({pair.similarity:.2f})", both)


def _of_event(pair: Pair, probability: float) -> Iterable[Reason]:
    if probability >= _SURELY_ONE_EVENT:
        said = f"the same people and places: one event, it seems ({probability:.2f})"
        yield _speaks_for(said, _places(*_shared_names(pair)))
    elif probability < _PERHAPS_OTHER_EVENT:
        said = f"it may be another event ({probability:.2f} that it is one)"
        yield _speaks_against(said, _places(("a", pair.a), ("b", pair.b)))


def _shared_names(pair: Pair) -> Iterable[tuple[str, Span]]:
    """The first mention of each name of the claims in its own sentence, where both claims have it."""
    for side, claim, other in (("a", pair.a, pair.b), ("b", pair.b, pair.a)):
        for name in claim.names:
            found = re.search(rf"\b{re.escape(name)}\b", claim.sentence.text)
            if name in other.names and found is not None:
                start = claim.sentence.start
                yield side, Span(start + found.start(), start + found.end())


def _speaks_for(text: str, places: tuple[Place, ...] = ()) -> Reason:
    return Reason(supports=True, text=text, places=places)


def _speaks_against(text: str, places: tuple[Place, ...] = ()) -> Reason:
    return Reason(supports=False, text=text, places=places)


def _places(*found: tuple[str, Span | Claim | Sentence]) -> tuple[Place, ...]:
    return tuple(Place(side, where.start, where.end) for side, where in found)


def of_copies(*sides: Iterable[Sequence[str]]) -> Iterable[Reason]:
    """The groups of sources that ran one story: they are one witness, however many they are."""
    for group in dict.fromkeys(tuple(group) for side in sides for group in side if len(group) > 1):
        listed = f"{', '.join(group[:-1])} and {group[-1]}"
        yield _speaks_against(f"{listed} carry copies of one story and count as one source")
