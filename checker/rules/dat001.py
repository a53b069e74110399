"""The same event placed at times that exclude each other.

## What it means

Two sources tell of one event that can have happened only once, and give it different dates: a death, an
arrest, a signing, an election, the beginning of the talks. At least one date is wrong. Dates such as
"on Tuesday" are counted from the day of publication; without a known one they are not compared.

## Found

- "The senator died on 3 May 2021." / "The senator died on 5 May 2021."
- "The talks in Istanbul began on Monday." / "The talks in Istanbul began on Wednesday." (in one week)

## Not found

- "Shelling hit Kherson on Monday." / "Shelling hit Kherson on Tuesday." (it may happen every day)
- "The law was passed in October." / "The law was passed on 12 October." (both fit)

## What to do

Look up the date in a third source. If "on Tuesday" was meant of another week, write the date out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import tense
from checker.judges import moments
from checker.neighbours import anchors
from checker.records import Modality, Stance, Tense
from checker.rules import voices

if TYPE_CHECKING:
    from checker.records import Claim, Clash, Moment, Verdict

#: Share of common words, dates left out, from which two claims tell of one action.
SAME_ACTION = 0.6

#: Fit of actors, places and action from which ``Verdict.event`` says the same.
FITTING = 0.5

#: Cosine, or entailment, that makes up for different words.
ALIKE = 0.75

#: What befalls one subject once.
_ONCE = re.compile(
    r"\b(?:died|dies|dead|born|assassinated|executed|hanged|murdered|buried|founded|abolished|sank|crashed)\b"
)

#: What may befall one subject again, but not within the days of which two reports differ.
_RARE = re.compile(
    r"\b(?:arrested|detained|signed|signs|sign|elected|re-elected|resign(?:s|ed)?|appointed|inaugurated|sworn|"
    r"sentenced|convicted|acquitted|indicted|impeached|ratified|annexed|invaded|surrendered|collapsed|abducted|"
    r"kidnapped|released|extradited|deported|fired|dismissed|sacked|nominated|married|divorced|passed|repealed|"
    r"launched|unveiled|declared|recognized|recognised|seceded|captured|seized|recaptured|liberated)\b"
)

#: Events that are one of their kind only if a definite one is meant.
_MEETINGS = re.compile(
    r"\b(?:talks|meeting|summit|election|elections|referendum|trial|hearing|vote|ceasefire|truce|strike|funeral|"
    r"ceremony|conference|invasion|war|offensive|evacuation|negotiations|debate|inauguration)\b",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"\b(?:began|begin|begins|begun|start|starts|started|end|ends|ended|opened|opens|open|held|place|resume|"
    r"resumed|resumes|scheduled|due|set|postponed|concluded|concludes)\b"
)

_INDEFINITE = frozenset({"a", "an", "some", "several", "two", "three", "another", "many"})

#: Days within which reports of a rare event can mean the same one.
_NEAR = 60

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EMPTY = frozenset(
    "a an the of in on at to by for from with and or that which who was were is are has have had been be "
    "will would his her its their he she it they this last next early late".split()
)


def fits(verdict: Verdict) -> bool:
    """A clash of dates between two claims of one event that is one of its kind."""
    a, b = verdict.pair.a, verdict.pair.b
    if _clash(verdict) is None or not a.moments or not b.moments:
        return False
    if not anchors.same_subject(a, b) or a.negated != b.negated or not (_tells(a) and _tells(b)):
        return False
    return _one_of_its_kind(a, b) and _same_time_of_telling(a, b) and _same_action(verdict)


def explain(verdict: Verdict) -> str:
    """One sentence for the reader."""
    a, b = verdict.pair.a, verdict.pair.b
    clash = _clash(verdict)
    because = f": {clash.note}" if clash is not None else ""
    return f"{voices.voice(a)} has “{a.stated}”, {voices.voice(b)} has “{b.stated}”{because}"


def _clash(verdict: Verdict) -> Clash | None:
    return next((clash for clash in verdict.clashes if clash.judge == moments.JUDGE), None)


def _tells(claim: Claim) -> bool:
    """Whether a claim reports something, not a wish, a condition or a denial."""
    reports = claim.stance in (Stance.ASSERTS, Stance.HEDGES)
    return reports and claim.modality in (Modality.ASSERTED, Modality.HEDGED)


def _same_time_of_telling(a: Claim, b: Claim) -> bool:
    """Both over, or both to come: a plan that was put off is no mistake."""
    tenses = [claim.tense or tense.of_words(claim.text, claim.subject) for claim in (a, b)]
    if None in tenses:
        return False
    over = [one in (Tense.PAST, Tense.PERFECT) for one in tenses]
    if over[0] != over[1]:
        return False
    # A date that was announced later may be a new one; then the earlier claim is superseded, not wrong.
    return over[0] or moments.in_order(a, b) is None


def _one_of_its_kind(a: Claim, b: Claim) -> bool:
    texts = [claim.text.lower() for claim in (a, b)]
    if _in_both(_ONCE, texts) and _is_named(a) and _is_named(b):
        return True
    one, other = a.moments[0], b.moments[0]
    if moments.days_between(one, other) > _NEAR or _moves_along(a, b, one, other):
        return False
    if _in_both(_RARE, texts):
        return _is_named(a) and _is_named(b)
    definite = all(_is_definite(claim) and _MEETINGS.search(claim.subject or "") for claim in (a, b))
    return definite and _in_both(_HAPPENING, texts)


def _in_both(pattern: re.Pattern[str], texts: list[str]) -> bool:
    """Whether both texts name one such event, not each another."""
    found = [{match.group() for match in pattern.finditer(text)} for text in texts]
    return bool(found[0] and found[1])


def _moves_along(a: Claim, b: Claim, one: Moment, other: Moment) -> bool:
    """Whether each paper tells what happened just before it came out: more likely two events."""
    order = moments.in_order(a, b)
    if order is None or not (one.relative and other.relative):
        return False
    return abs(order[2] - moments.days_between(one, other)) <= 1 and order[2] > 2


def _is_named(claim: Claim) -> bool:
    """Whether the subject is a name, or "the" one that both papers know."""
    subject = claim.subject or ""
    return any(word[0].isupper() for word in _WORD.findall(subject)[1:]) or _is_definite(claim)


def _is_definite(claim: Claim) -> bool:
    """By the first word of the claim, since a subject is told without its article."""
    words = _WORD.findall(claim.text)
    return bool(words) and bool(claim.subject) and words[0].lower() not in _INDEFINITE


def _same_action(verdict: Verdict) -> bool:
    """The same words once the dates are cut out, or a fit of the events and near sameness."""
    a, b, event = verdict.pair.a, verdict.pair.b, verdict.event
    if event is not None and min(event.actors, event.places, event.action) < FITTING:
        return False
    one, other = _undated(a), _undated(b)
    common = len(one & other) / max(1, min(len(one), len(other)))
    if common < SAME_ACTION:
        return False
    entailed = max(verdict.forward.entailment, verdict.reverse.entailment)
    known = event is not None and event.action > FITTING
    return known or max(verdict.pair.similarity, entailed) >= ALIKE


def _undated(claim: Claim) -> frozenset[str]:
    """The words of a claim that say something, less those that say when."""
    text = claim.sentence.article.text
    dates = {
        word.casefold() for moment in claim.moments for word in _WORD.findall(text[moment.start : moment.end])
    }
    return frozenset(word.casefold() for word in _WORD.findall(claim.text)) - dates - _EMPTY
