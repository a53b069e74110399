"""Two texts instead of many articles: ``checker compare``, ``checker judge`` and ``checker models``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from checker import judges, rules
from checker.claims import extract as extraction
from checker.claims.factual import speaks_of_facts
from checker.judges import panel
from checker.loading import LoadedModels, Models
from checker.models import files
from checker.records import Article, Claim, Pair, Sentence, Verdict
from checker.rules import reasons, thresholds
from checker.rules.score import conflict_of_texts, of_texts
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.claims.parse import Parser
    from checker.records import Judgement, Reason, Severity

#: Rows that ``judge_rows`` scores at a time: enough for all threads, few enough to stream.
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two texts: that of their most contradictory pair of claims.

    ``code`` is None if the texts do not conflict. Probabilities are in 0..1, ``similarity`` is a cosine.
    """

    code: str | None
    severity: Severity | None
    score: float
    similarity: float
    contradiction: float
    entailment: float
    neutral: float
    claim_a: str
    claim_b: str
    explanation: str
    reasons: tuple[Reason, ...]


def compare(a: str, b: str, settings: Settings | None = None, *, models: Models | None = None) -> Comparison:
    """Take two texts apart into claims and judge every pair; the strongest contradiction counts.

    Numbers, dates and quotations that exclude each other outweigh what is only read.

    Raises ModelError if a model cannot be loaded.
    """
    models = models or LoadedModels(settings or Settings())
    left, right = (_claims(name, text, models.parser) for name, text in (("A", a), ("B", b)))
    pairs = list(product(left, right))
    judged = models.judge.score([(x.stated, y.stated) for x, y in pairs])
    vectors = models.encoder.encode([claim.stated for claim in (*left, *right)])
    similarity = vectors[: len(left)] @ vectors[len(left) :].T
    verdicts = [
        _verdict(Pair(x, y, round(float(cosine), 4)), forward, reverse)
        for (x, y), cosine, (forward, reverse) in zip(pairs, similarity.ravel(), judged, strict=True)
    ]
    # A pair of bare facts outweighs an unasserted one, however contradictory that is.
    best = max(verdicts, key=lambda v: (_factual(v), bool(v.clashes), v.forward.contradiction))
    rule = rules.first_fit(best) if _factual(best) else None
    return Comparison(
        code=None if rule is None else rule.code,
        severity=None if rule is None else rule.severity,
        score=round(of_texts(best.forward.contradiction, best.clashes), 4),
        similarity=best.pair.similarity,
        contradiction=best.forward.contradiction,
        entailment=best.forward.entailment,
        neutral=best.forward.neutral,
        claim_a=best.pair.a.stated,
        claim_b=best.pair.b.stated,
        explanation="the two do not exclude each other" if rule is None else rule.explain(best),
        reasons=tuple(reasons.of_verdict(best)),
    )


def _verdict(pair: Pair, forward: Judgement, reverse: Judgement) -> Verdict:
    return panel.after_reading(Verdict(pair, forward, reverse, clashes=panel.before_reading(pair)))


def _factual(verdict: Verdict) -> bool:
    return speaks_of_facts(verdict.pair.a) and speaks_of_facts(verdict.pair.b)


def _claims(name: str, text: str, parser: Parser) -> list[Claim]:
    """The claims of one text; the text itself where nothing can be taken out of it."""
    sentence = Sentence(Article(id=name, source=name, text=text), 0, len(text))
    (found,) = extraction.extract([sentence], parser)
    return list(found) or [Claim(sentence=sentence, text=text, start=0, end=len(text))]


def judge_rows(
    rows: Iterable[tuple[str, str]], settings: Settings | None = None, *, models: Models | None = None
) -> Iterator[dict[str, object]]:
    """One verdict a pair of texts, as they stand and in order: the object that ``checker judge`` writes.

    The three probabilities hold the mean contradiction of both orders, which is right most often; the score
    and the code go by the stronger order, in which many conflicts of long sentences show alone.
    """
    judge = (models or LoadedModels(settings or Settings())).judge
    for batch in _batches(rows):
        for forward, reverse in judge.score(batch):
            mean = judges.averaged(forward, reverse)
            score = conflict_of_texts(forward.contradiction)
            yield {
                "contradiction": mean.contradiction,
                "entailment": mean.entailment,
                "neutral": mean.neutral,
                "score": score,
                "code": "CON001" if score >= thresholds.CONFLICT else None,
            }


def _batches(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        yield batch


def models() -> list[dict[str, str]]:
    """The embedded models, verified: name, role, path, size, sha256 of the network, licence, source."""
    out = []
    for role in ("encoder", "screen", "judge"):
        model = files.find(role)
        model.verify()
        out.append(
            {
                "name": model.name,
                "role": role,
                "path": str(model.folder),
                "size": f"{model.size() / 1e6:.0f} MB",
                "sha256": model.facts["sha256"][model.facts["network"][0]],
                "licence": str(model.facts["licence"]),
                "source": str(model.facts["source"]),
            }
        )
    return out
