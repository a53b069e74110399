"""The one place where the steps meet.

    read -> clean -> split -> embed -> pair sentences -> extract -> embed -> pair claims -> judge -> decide

Sentences are embedded first and only those with a neighbour in another source are parsed, because the
parser is the slowest step. Every step takes a batch of records and gives one; what it leaves out is
counted in the funnel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO, Protocol

import checker
from checker import encoders, judges, rules, sources
from checker.claims import extract as extraction
from checker.claims.parse import Parser
from checker.encoders import Encoder
from checker.errors import NoArticlesError, UsageError
from checker.judges import Judge
from checker.neighbours import candidates
from checker.neighbours.candidates import Pairing
from checker.records import (
    Article,
    Claim,
    Pair,
    Problem,
    Report,
    Sentence,
    Summary,
    Tool,
    Verdict,
)
from checker.rules import findings
from checker.settings import Settings
from checker.understanding import sentences_of

#: Called with the name of the step, what is done and what there is to do.
Progress = Callable[[str, int, int], None]


class Models(Protocol):
    """The three models of a run, each loaded when it is first used."""

    @property
    def encoder(self) -> Encoder: ...
    @property
    def parser(self) -> Parser: ...
    @property
    def judge(self) -> Judge: ...


class LoadedModels:
    """The models that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def encoder(self) -> Encoder:
        """Text -> unit vectors."""
        return encoders.load(self._settings.encoder, jobs=self._settings.jobs)

    @cached_property
    def parser(self) -> Parser:
        """Text -> dependency tree."""
        return Parser()

    @cached_property
    def judge(self) -> Judge:
        """Pairs of texts -> judgements."""
        return judges.load(self._settings.judge, jobs=self._settings.jobs)


@dataclass(slots=True)
class _Funnel:
    """The counts of a run while it goes on."""

    dropped: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)


def check(
    articles: Iterable[Article],
    *,
    against: Iterable[Article] = (),
    settings: Settings | None = None,
    progress: Progress | None = None,
    models: Models | None = None,
) -> Report:
    """Find the claims of ``articles`` that cannot all be right.

    With ``against``, only pairs with at least one side in ``articles`` are compared; articles of an id
    that is in both count as drafts. Raises NoArticlesError if there is nothing to check, UsageError for
    two articles of one id, ModelError if a model cannot be loaded.
    """
    reading = sources.Reading(articles=tuple(articles))
    return _check(reading, tuple(against), settings or Settings(), progress or _silent, models)


def check_paths(
    paths: Sequence[str],
    *,
    against: Sequence[str] = (),
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    models: Models | None = None,
) -> Report:
    """Read files, folders or ``-`` and check them; what could not be read stands in ``errors``.

    Raises MissingPathError for paths that do not exist, else as ``check``.
    """
    drafts = sources.read(paths, stdin=stdin)
    archive = sources.read(against) if against else sources.Reading()
    return _check(drafts, archive.articles, settings or Settings(), progress or _silent, models, archive)


def _silent(_step: str, _done: int, _total: int) -> None:
    return


def _check(
    reading: sources.Reading,
    against: Sequence[Article],
    settings: Settings,
    progress: Progress,
    models: Models | None,
    archive: sources.Reading | None = None,
) -> Report:
    settings.require_known_codes(rules.RULES)
    problems = (*reading.errors, *(archive.errors if archive else ()))
    warnings = (*reading.warnings, *(archive.warnings if archive else ()))
    drafts = {article.id for article in reading.articles}
    articles = _distinct([*reading.articles, *(a for a in against if a.id not in drafts)])
    if not articles:
        raise NoArticlesError("there is no article to check: name files or folders that hold some", problems)
    models = models or LoadedModels(settings)
    funnel = _Funnel(Counter(reading.dropped), Counter(reading.repaired))
    if archive is not None:
        funnel.dropped.update(archive.dropped)
        funnel.repaired.update(archive.repaired)

    context: dict[str, list[Sentence]] = {}
    for article in articles:
        kept, dropped = sentences_of(article, settings)
        context[article.id] = kept
        funnel.dropped.update(drop.reason for drop in dropped)
    sentences = [sentence for kept in context.values() for sentence in kept]
    pairing = Pairing(settings.across, frozenset(drafts) if against or archive and archive.articles else None)

    claims, homes, close, copies = _claims(sentences, pairing, models, funnel, progress)
    pairs = _pairs(claims, homes, close, pairing, models, progress)
    judged = pairs if settings.max_pairs is None else pairs[: settings.max_pairs]
    verdicts = _judged(judged, models, funnel, progress)

    found = findings.chosen(
        findings.findings(verdicts, context, copies),
        select=settings.select,
        ignore=settings.ignore,
        min_score=settings.min_score,
    )
    return Report(
        tool=Tool(checker.__version__, models.encoder.name, models.judge.name, settings.reported()),
        summary=Summary(
            articles=len(articles),
            sources=len({article.source for article in articles}),
            sentences=len(sentences),
            claims=len(claims),
            pairs_considered=len(pairs),
            pairs_judged=len(judged),
            pairs_not_examined=len(pairs) - len(judged),
            findings=len(found),
            by_code=dict(sorted(Counter(finding.code for finding in found).items())),
            dropped=dict(sorted(funnel.dropped.items())),
            repaired=dict(sorted(funnel.repaired.items())),
        ),
        findings=tuple(found),
        errors=_sorted(problems),
        warnings=_sorted(warnings),
    )


def _distinct(articles: Sequence[Article]) -> list[Article]:
    """The articles by id; UsageError names ids that occur twice."""
    by_id: dict[str, Article] = {}
    twice = sorted({a.id for a in articles if by_id.setdefault(a.id, a) is not a})
    if twice:
        raise UsageError(f"two articles have the same id: {', '.join(twice)}; give each its own")
    return [by_id[name] for name in sorted(by_id)]


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.path, problem.line or 0, problem.message)))


def _claims(
    sentences: Sequence[Sentence], pairing: Pairing, models: Models, funnel: _Funnel, progress: Progress
) -> tuple[list[Claim], list[int], set[tuple[int, int]], Mapping[Claim, Sequence[Claim]]]:
    """The factual claims of the sentences that have a neighbour, each once an article.

    Returns the claims, the row of each claim's sentence, the pairs of rows of close sentences, and for
    each claim those of the same article that say the same.
    """
    total = len(sentences)
    vectors = models.encoder.encode(
        [sentence.text for sentence in sentences], progress=lambda done: progress("embedding sentences", done, total)
    )
    near = candidates.sentence_pairs(sentences, vectors, pairing)
    close = set(candidates.sentence_pairs(sentences, vectors, pairing, wanted=candidates.CLOSE_SENTENCES))
    rows = sorted({row for pair in near for row in pair})
    funnel.dropped["sentence.no_neighbour"] += total - len(rows)

    claims: list[Claim] = []
    homes: list[int] = []
    copies: dict[Claim, list[Claim]] = {}
    first: dict[tuple[str, str], Claim] = {}
    worth_parsing = [sentences[row] for row in rows]
    for done, (row, extracted) in enumerate(
        zip(rows, extraction.extract(worth_parsing, models.parser), strict=True), start=1
    ):
        progress("extracting claims", done, len(rows))
        if not extracted:
            funnel.dropped["sentence.no_claim"] += 1
        for claim in extracted:
            if not candidates.speaks_of_facts(claim):
                funnel.dropped[f"claim.{claim.modality}"] += 1
                continue
            known = first.setdefault((claim.sentence.article.id, claim.stated.casefold()), claim)
            if known is not claim:
                funnel.dropped["claim.repeated"] += 1
                copies.setdefault(known, []).append(claim)
                continue
            claims.append(claim)
            homes.append(row)
    return claims, homes, close, copies


def _pairs(
    claims: Sequence[Claim],
    homes: Sequence[int],
    close: set[tuple[int, int]],
    pairing: Pairing,
    models: Models,
    progress: Progress,
) -> list[Pair]:
    total = len(claims)
    vectors = models.encoder.encode(
        [claim.stated for claim in claims], progress=lambda done: progress("embedding claims", done, total)
    )
    return candidates.claim_pairs(claims, vectors, homes, close, pairing)


def _judged(pairs: Sequence[Pair], models: Models, funnel: _Funnel, progress: Progress) -> list[Verdict]:
    texts = [(pair.a.stated, pair.b.stated) for pair in pairs]
    if not texts:
        return []
    flags = models.judge.suspicious(texts, progress=lambda done: progress("screening pairs", done, len(texts)))
    suspects = [pair for pair, flag in zip(pairs, flags, strict=True) if flag]
    funnel.dropped["pair.screened_out"] += len(pairs) - len(suspects)
    total = 2 * len(suspects)
    judgements = models.judge.score(
        [(pair.a.stated, pair.b.stated) for pair in suspects],
        progress=lambda done: progress("judging pairs", done, total),
    )
    return [Verdict(pair, f, b) for pair, (f, b) in zip(suspects, judgements, strict=True)]
