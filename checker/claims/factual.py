"""Sentences to the claims that can contradict anything: those that say what is the case."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.claims import processes
from checker.claims.quotations import quotation_of, quotations
from checker.records import Claim, Modality, Stance

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.claims.parse import Parser
    from checker.records import Sentence, Span


@dataclass(frozen=True, slots=True)
class Factual:
    """Factual claims, each once an article.

    ``homes[i]`` is the row of the sentence of ``claims[i]``; ``repeats`` gives the claims of the same
    article that say the same as a claim.
    """

    claims: list[Claim] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)
    repeats: dict[Claim, list[Claim]] = field(default_factory=dict)


def speaks_of_facts(claim: Claim) -> bool:
    """Whether a claim says what is the case, for sure or perhaps: not if, not please, not whether."""
    return unfactual(claim) is None


def unfactual(claim: Claim) -> str | None:
    """The modality or stance that keeps a claim from saying what is the case; None if it does."""
    if claim.modality not in (Modality.ASSERTED, Modality.HEDGED):
        return str(claim.modality)
    return str(claim.stance) if claim.stance is Stance.QUESTIONS else None


def taken_apart(
    sentences: Sequence[Sentence],
    context: Mapping[str, Sequence[Sentence]],
    parser: Parser,
    dropped: Counter[str],
    progress: Callable[[int], None],
) -> Factual:
    """The factual claims of ``sentences``; what is left out is counted in ``dropped`` under its reason.

    ``context`` holds all sentences of each article by its id: those around are parsed too where a sentence
    cannot be understood without them.
    """
    out = Factual()
    first: dict[tuple[str, str], Claim] = {}
    parsed = with_antecedents(sentences, context)
    extracted = dict(zip(parsed, processes.claims_of(parsed, parser), strict=True))
    for row, sentence in enumerate(sentences):
        progress(row + 1)
        found = extracted[sentence]
        if not found:
            dropped["sentence.no_claim"] += 1
        for claim in found:
            mode = unfactual(claim)
            if mode is not None:
                dropped[f"claim.{mode}"] += 1
                continue
            known = first.setdefault((claim.sentence.article.id, claim.stated.casefold()), claim)
            if known is not claim:
                dropped["claim.repeated"] += 1
                out.repeats.setdefault(known, []).append(claim)
                continue
            out.claims.append(claim)
            out.homes.append(row)
    return out


def with_antecedents(wanted: Iterable[Sentence], context: Mapping[str, Sequence[Sentence]]) -> list[Sentence]:
    """The sentences and what is needed to understand them, by article and place.

    That is the sentence right before (it may name who "he" is) and, of one within a quotation, the rest of
    the quotation up to who speaks it.
    """
    needed: set[tuple[str, int]] = set()
    quoted: dict[str, list[Span]] = {}
    for sentence in wanted:
        name = sentence.article.id
        if name not in quoted:
            quoted[name] = quotations(sentence.article.text, 0, len(sentence.article.text))
        listed = context[name]
        first = last = bisect_left(listed, sentence.start, key=lambda other: other.start)
        stretch = quotation_of(sentence, quoted[name])
        if stretch is not None:
            while first > 0 and listed[first - 1].end > stretch.start:
                first -= 1
            while last + 1 < len(listed) and listed[last + 1].start < stretch.end:
                last += 1
        needed |= {(name, place) for place in range(max(0, first - 1), last + 1)}
    return [context[article][place] for article, place in sorted(needed)]
