"""Sentences to the claims that can contradict anything: those that say what is the case."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.claims.extract import extract
from checker.records import Claim, Modality, Stance

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.claims.parse import Parser
    from checker.records import Sentence


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

    ``context`` holds all sentences of each article by its id: the sentence before is parsed too, it may
    name who "he" is.
    """
    out = Factual()
    first: dict[tuple[str, str], Claim] = {}
    parsed = _with_antecedents(sentences, context)
    extracted = dict(zip(parsed, extract(parsed, parser), strict=True))
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


def _with_antecedents(
    wanted: Iterable[Sentence], context: Mapping[str, Sequence[Sentence]]
) -> list[Sentence]:
    """The sentences and those right before them, by article and place."""
    needed: set[tuple[str, int]] = set()
    for sentence in wanted:
        article = sentence.article.id
        place = bisect_left(context[article], sentence.start, key=lambda other: other.start)
        needed |= {(article, place), (article, max(0, place - 1))}
    return [context[article][place] for article, place in sorted(needed)]
