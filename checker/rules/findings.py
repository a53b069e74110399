"""Verdict -> Finding: the sides in order, the words for the reader, the fingerprint."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker import rules
from checker.copies.origins import origins
from checker.records import (
    Article,
    Claim,
    Clash,
    Evidence,
    Finding,
    Member,
    Pair,
    Sentence,
    Severity,
    Side,
    Verdict,
)
from checker.rules import Rule, reasons, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: How often each judge of clashes was right by itself, as far as findings were read by hand
#: (docs/decisions 9 and 11); of times and statements too few were seen to say more than half.
PRECISION = {
    "quantities": 0.5,
    "moments": 0.5,
    "quotes": 0.75,
    "quotes.word": 0.45,
    "statements": 0.5,
    "roles": 0.7,
}

#: Words that begin sentences and name nothing.
_NO_NAMES = frozenset(
    "According After Although As At Before But By Despite Even For From He Her His How If In It Its "
    "Meanwhile No Not Now Of On Several She Since So Still That The Their There They This Those Though "
    "To Under We What When While With Yet You".split()
)

_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z\d]\b")
_WORD = re.compile(r"\w+")
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around the claims of a run.

    ``context`` holds the sentences of each article by its id, in order; ``repeats`` the claims that say
    the same as a claim in its own article; ``copies`` the sentences that count as one with a sentence;
    ``families`` the name of the group of copied articles for the id of each article in one.
    """

    context: Mapping[str, Sequence[Sentence]]
    repeats: Mapping[Claim, Sequence[Claim]] = field(default_factory=dict)
    copies: Mapping[Sentence, Sequence[Sentence]] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)

    def standing_for(self, claim: Claim) -> list[Sentence]:
        """The sentences of a claim: its own first, then all others that make it, by article and place."""
        of_claim = [claim.sentence, *(repeat.sentence for repeat in self.repeats.get(claim, ()))]
        every = {copy for sentence in of_claim for copy in (sentence, *self.copies.get(sentence, ()))}
        others = sorted(every - {claim.sentence}, key=lambda s: (s.article.id, s.start))
        return [claim.sentence, *others]


def findings(verdicts: Iterable[Verdict], around: Surroundings) -> list[Finding]:
    """One finding a pair of sentences: that of the strongest verdict, sorted as a report shows them."""
    strongest: dict[str, Finding] = {}
    for verdict in verdicts:
        rule = rules.first_fit(verdict)
        if rule is None:
            continue
        made = _finding(_in_order(verdict), rule, around)
        known = strongest.get(made.fingerprint)
        if known is None or (made.score, made.explanation) > (known.score, known.explanation):
            strongest[made.fingerprint] = made
    return sorted(strongest.values(), key=lambda f: (_WEIGHT[f.severity], -f.score, f.fingerprint))


def _in_order(verdict: Verdict) -> Verdict:
    """The earlier article first, unknown dates last, then by id."""

    def place(claim: Claim) -> tuple[str, str, int]:
        article = claim.sentence.article
        return (article.published or "9999", article.id, claim.sentence.start)

    pair = verdict.pair
    if place(pair.a) <= place(pair.b):
        return verdict
    return Verdict(
        Pair(pair.b, pair.a, pair.similarity),
        verdict.reverse,
        verdict.forward,
        clashes=tuple(replace(clash, a=clash.b, b=clash.a) for clash in verdict.clashes),
        event=verdict.event,
    )


def _finding(verdict: Verdict, rule: Rule, around: Surroundings) -> Finding:
    a, b = verdict.pair.a, verdict.pair.b
    standing_a, standing_b = around.standing_for(a), around.standing_for(b)
    origins_a, origins_b = (
        origins((sentence.article for sentence in standing), around.families)
        for standing in (standing_a, standing_b)
    )
    side_a, side_b = _side(a, standing_a, around), _side(b, standing_b, around)
    return Finding(
        fingerprint=fingerprint((side_a.text, side_a.source), (side_b.text, side_b.source)),
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        score=_score(verdict),
        similarity=round(verdict.pair.similarity, 2),
        explanation=rule.explain(verdict),
        event=_event(a, b),
        a=side_a,
        b=side_b,
        reasons=(*reasons.of_verdict(verdict), *reasons.of_copies(origins_a, origins_b)),
        evidence=(*_evidence(a, "a"), *_evidence(b, "b"), *_of_clashes(verdict.clashes)),
        sources_a=len(origins_a),
        sources_b=len(origins_b),
    )


def _score(verdict: Verdict) -> float:
    """What remains after each judge has taken its share of the doubt that a careful reader would have.

    Two digits: what lies beyond depends on the machine, and nobody is that sure.
    """
    doubt = 1 - verdict.forward.contradiction
    for judge in {clash.judge for clash in verdict.clashes}:
        doubt *= 1 - PRECISION[judge]
    return round(1 - doubt, 2)


def fingerprint(*sides: tuple[str, str]) -> str:
    """16 hexadecimal digits for (sentence, source) pairs, the same in any order and spelling of spaces."""
    normal = sorted(f"{_normal(text)}\x1f{_normal(source)}" for text, source in sides)
    return hashlib.sha256("\x1e".join(normal).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _normal(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _side(claim: Claim, standing: Sequence[Sentence], around: Surroundings) -> Side:
    sentence = claim.sentence
    article = sentence.article
    neighbours = around.context.get(article.id, ())
    at = bisect_left(neighbours, sentence.start, key=lambda other: other.start)
    line, column = position(article, sentence.start)
    members = tuple(_member(other) for other in standing[1:])
    return Side(
        article=article.id,
        source=article.source,
        title=article.title,
        url=article.url,
        path=article.path,
        published=article.published,
        line=line,
        column=column,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        before=neighbours[at - 1].text if at > 0 else "",
        after=neighbours[at + 1].text if at + 1 < len(neighbours) else "",
        claim=claim.text,
        speaker=claim.speaker_name,
        stance=claim.stance,
        copies=1 + len(members),
        members=members,
    )


def _member(sentence: Sentence) -> Member:
    article = sentence.article
    return Member(article.id, article.source, sentence.start, sentence.end, article.published)


def position(article: Article, offset: int) -> tuple[int, int]:
    """Line and column, from 1, in the file if it is one article, else the line of its record."""
    if article.line is not None:
        return article.line, 1
    before = article.text[:offset]
    return article.skipped_lines + before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


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


def chosen(
    found: Iterable[Finding], *, select: Sequence[str], ignore: Sequence[str], min_score: float
) -> list[Finding]:
    """The findings that the settings ask for, in the order given; codes may be prefixes."""
    return [
        finding
        for finding in found
        if finding.score >= min_score
        and (not select or finding.code.startswith(tuple(select)))
        and not finding.code.startswith(tuple(ignore))
    ]
