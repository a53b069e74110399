"""Verdict -> Finding: the sides in order, the words for the reader, the fingerprint."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from checker import rules
from checker.copies.origins import origins
from checker.records import (
    Claim,
    Clash,
    Evidence,
    Finding,
    Pair,
    Sentence,
    Severity,
    Verdict,
)
from checker.rules import Rule, groups, reasons, voices
from checker.rules.score import score, strength
from checker.rules.sides import side_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence

#: How well a verdict speaks for its pair of groups: representatives in it, score, words (to break ties).
_Rank: TypeAlias = tuple[int, float, str]

_Made: TypeAlias = tuple[_Rank, Verdict, Rule]

#: Codes that are found by reading alone: there one claim may seem to conflict with half an article.
_READ = frozenset(("CON001", "DEN001", "SUP001"))

#: Words that begin sentences and name nothing.
_NO_NAMES = frozenset(
    "According After Although As At Before But By Despite Even For From He Her His How If In It Its "
    "Meanwhile No Not Now Of On Several She Since So Still That The Their There They This Those Though "
    "To Under We What When While With Yet You".split()
)

_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z\d]\b")
#: What tells one sentence from another: words, and the signs that say what a number is of.
_WORD = re.compile(r"\w+|[$€£¥%]|(?<!\w)[-−](?=[$€£¥]?\d)")
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around the claims of a run.

    ``context`` holds the sentences of each article by its id, in order; ``repeats`` the claims that say
    the same as a claim in its own article; ``copies`` the sentences that count as one with a sentence;
    ``families`` the name of the group of copied articles for the id of each article in one; ``groups``
    the claims of other articles that are one with a claim, the representative first.
    """

    context: Mapping[str, Sequence[Sentence]]
    repeats: Mapping[Claim, Sequence[Claim]] = field(default_factory=dict)
    copies: Mapping[Sentence, Sequence[Sentence]] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[Claim, Sequence[Claim]] = field(default_factory=dict)

    def head_of(self, claim: Claim) -> Claim:
        """The representative of the group of a claim, the claim itself if it has none."""
        return self.groups.get(claim, (claim,))[0]

    def standing_for(self, claim: Claim) -> list[Sentence]:
        """The sentences of a claim: its own first, then all others that make it, by article and place."""
        one = self.groups.get(claim, (claim,))
        of_claim = [same.sentence for each in one for same in (each, *self.repeats.get(each, ()))]
        every = {copy for sentence in of_claim for copy in (sentence, *self.copies.get(sentence, ()))}
        others = sorted(every - {claim.sentence}, key=lambda s: (s.article.id, s.start))
        return [claim.sentence, *others]


def findings(
    verdicts: Iterable[Verdict], around: Surroundings, dropped: Counter[str] | None = None
) -> list[Finding]:
    """One finding a pair of claim groups, and a pair of sentences, sorted as a report shows them.

    It is made of the verdict between the representatives of the two groups if that is a finding, else of
    the strongest. What one claim has against several of one other article is told once, by the strongest;
    the others are counted in ``dropped``.
    """
    verdicts = list(verdicts)
    around = replace(around, groups=groups.gathered(verdicts))
    of_groups: dict[frozenset[Claim], _Made] = {}
    for verdict in verdicts:
        rule = rules.first_fit(verdict)
        if rule is None:
            continue
        heads = [around.head_of(claim) for claim in (verdict.pair.a, verdict.pair.b)]
        foremost = heads.count(verdict.pair.a) + heads.count(verdict.pair.b)
        rank = (foremost, strength(verdict), rule.explain(_in_order(verdict)))
        known = of_groups.get(frozenset(heads))
        if known is None or rank > known[0]:
            of_groups[frozenset(heads)] = (rank, verdict, rule)
    strongest: dict[str, Finding] = {}
    told = _strongest_of_articles(of_groups.values())
    if dropped is not None:
        dropped["finding.weaker"] += len(of_groups) - len(told)
    for _, verdict, rule in told:
        made = _finding(_in_order(verdict), rule, around)
        same = strongest.get(made.fingerprint)
        if same is None or (made.score, made.explanation) > (same.score, same.explanation):
            strongest[made.fingerprint] = made
    return sorted(strongest.values(), key=lambda f: (_WEIGHT[f.severity], -f.score, f.fingerprint))


def _strongest_of_articles(made: Iterable[_Made]) -> list[_Made]:
    """Those of which neither claim has a stronger one of the same code, told before, against that article."""
    told: list[_Made] = []
    taken: set[tuple[str, Claim, str]] = set()
    for rank, verdict, rule in sorted(made, key=lambda each: (-each[0][1], each[0][2])):
        keys = _against_articles(verdict, rule)
        if taken.isdisjoint(keys):
            taken.update(keys)
            told.append((rank, verdict, rule))
    return told


def _against_articles(verdict: Verdict, rule: Rule) -> list[tuple[str, Claim, str]]:
    a, b = verdict.pair.a, verdict.pair.b
    if rule.code not in _READ or verdict.clashes:
        return []
    return [(rule.code, a, b.sentence.article.id), (rule.code, b, a.sentence.article.id)]


def _in_order(verdict: Verdict) -> Verdict:
    """The earlier article first, unknown dates last, then by id."""

    def place(claim: Claim) -> tuple[str, str, int]:
        article = claim.sentence.article
        return (article.published or "9999", article.id, claim.sentence.start)

    pair = verdict.pair
    if place(pair.a) <= place(pair.b):
        return verdict
    return replace(
        verdict,
        pair=Pair(pair.b, pair.a, pair.similarity),
        forward=verdict.reverse,
        reverse=verdict.forward,
        clashes=tuple(replace(clash, a=clash.b, b=clash.a) for clash in verdict.clashes),
    )


def _finding(verdict: Verdict, rule: Rule, around: Surroundings) -> Finding:
    a, b = verdict.pair.a, verdict.pair.b
    standing_a, standing_b = around.standing_for(a), around.standing_for(b)
    origins_a, origins_b = (
        origins((sentence.article for sentence in standing), around.families)
        for standing in (standing_a, standing_b)
    )
    side_a, side_b = side_of(a, standing_a, around.context), side_of(b, standing_b, around.context)
    return Finding(
        fingerprint=fingerprint((side_a.text, side_a.source), (side_b.text, side_b.source)),
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        score=score(verdict),
        similarity=round(verdict.pair.similarity, 2),
        explanation=rule.explain(verdict),
        event=_event(a, b),
        a=side_a,
        b=side_b,
        reasons=(
            *reasons.of_verdict(verdict, changed=rule.code == "SUP001"),
            *reasons.of_copies(origins_a, origins_b),
        ),
        evidence=(*_evidence(a, "a"), *_evidence(b, "b"), *_of_clashes(verdict.clashes)),
        sources_a=len(origins_a),
        sources_b=len(origins_b),
    )


def fingerprint(*sides: tuple[str, str]) -> str:
    """16 hexadecimal digits for (sentence, source) pairs, the same in any order and spelling of spaces."""
    normal = sorted(f"{_normal(text)}\x1f{_normal(source)}" for text, source in sides)
    return hashlib.sha256("\x1e".join(normal).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _event(a: Claim, b: Claim) -> str:
    """The names that both sentences hold, else those of the first: what the finding is about."""
    names = [_names(claim.sentence.text) for claim in (a, b)]
    shared = [name for name in dict.fromkeys(names[0]) if name in names[1]]
    return ", ".join(shared[:3] or list(dict.fromkeys(names[0]))[:2]) or "unnamed"


def _names(text: str) -> list[str]:
    found = (name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text))
    return [name for name in found if name not in _NO_NAMES]


def _evidence(claim: Claim, side: str) -> list[Evidence]:
    found = [Evidence("nli", side, claim.start, claim.end, "the claim that was compared")]
    if claim.cue is not None:
        note = "denial" if voices.denies(claim) else "attribution"
        found.append(Evidence("attribution", side, claim.cue.start, claim.cue.end, note))
    return found


def _of_clashes(clashes: Iterable[Clash]) -> Iterable[Evidence]:
    for clash in clashes:
        for side, span in (("a", clash.a), ("b", clash.b)):
            yield Evidence(clash.judge, side, span.start, span.end, clash.note)


def chosen(found: Iterable[Finding], *, select: Sequence[str], ignore: Sequence[str]) -> list[Finding]:
    """The findings with the codes that the settings ask for, in the order given; codes may be prefixes."""
    return [
        finding
        for finding in found
        if (not select or finding.code.startswith(tuple(select)))
        and not finding.code.startswith(tuple(ignore))
    ]
