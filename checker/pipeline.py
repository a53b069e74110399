"""The one place where the steps meet.

    read -> clean -> split -> embed -> pair sentences -> extract -> embed -> pair claims -> judge -> decide

Sentences are embedded first and only those with a neighbour in another source are parsed, because the
parser is the slowest step. Every step takes a batch of records and gives one; what it leaves out is
counted in the funnel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

import checker
from checker import rules, sources
from checker.claims import extract as extraction
from checker.errors import NoArticlesError, UsageError
from checker.loading import LoadedModels, Models
from checker.neighbours import candidates
from checker.neighbours.candidates import Pairing
from checker.records import Report, Summary, Tool, Verdict
from checker.rules import findings
from checker.rules.thresholds import worth_reading
from checker.settings import Settings
from checker.understanding import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.records import Article, Claim, Pair, Problem, Sentence

#: Called with the name of the step, what is done and what there is to do.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Run:
    """What every step of a run is given: its models, who is told of its progress, what fell out of it."""

    models: Models
    progress: Progress
    dropped: Counter[str]


@dataclass(frozen=True, slots=True)
class _Near:
    """Rows of the sentences that have a neighbour, and the pairs of rows of sentences that are close."""

    rows: Sequence[int]
    close: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Claims:
    """Factual claims, each once an article. ``homes[i]`` is the row of the sentence of ``claims[i]``;
    ``copies`` gives those of the same article that say the same as a claim."""

    claims: list[Claim] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)
    copies: dict[Claim, list[Claim]] = field(default_factory=dict)


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
    drafts, archive = sources.Reading(articles=tuple(articles)), sources.Reading(articles=tuple(against))
    return _check(drafts, archive, settings or Settings(), progress or _silent, models)


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
    archive = sources.read(against, stdin=stdin) if against else sources.Reading()
    return _check(drafts, archive, settings or Settings(), progress or _silent, models)


def _silent(_step: str, _done: int, _total: int) -> None:
    return


def _check(
    drafts: sources.Reading,
    archive: sources.Reading,
    settings: Settings,
    progress: Progress,
    models: Models | None,
) -> Report:
    settings.require_known_codes(rules.RULES)
    articles = _articles(drafts, archive)
    pairing = Pairing(settings.across, frozenset(article.id for article in drafts.articles))
    run = _Run(models or LoadedModels(settings), progress, Counter(drafts.dropped) + Counter(archive.dropped))

    context = _split(articles, settings, run)
    sentences = [sentence for kept in context.values() for sentence in kept]
    near = _near(sentences, pairing, run)
    factual = _extracted(sentences, near, run)
    pairs = _paired(factual, near, pairing, run)
    examined = pairs[: settings.max_pairs]
    verdicts = _judged(examined, run)
    found = findings.chosen(
        findings.findings(verdicts, context, factual.copies),
        select=settings.select,
        ignore=settings.ignore,
        min_score=settings.min_score,
    )
    return Report(
        tool=Tool(checker.__version__, run.models.encoder.name, run.models.judge.name, settings.reported()),
        summary=Summary(
            articles=len(articles),
            sources=len({article.source for article in articles}),
            sentences=len(sentences),
            claims=len(factual.claims),
            pairs_considered=len(pairs),
            pairs_judged=len(examined),
            pairs_not_examined=len(pairs) - len(examined),
            findings=len(found),
            by_code=_counts(Counter(finding.code for finding in found)),
            dropped=_counts(run.dropped),
            repaired=_counts(Counter(drafts.repaired) + Counter(archive.repaired)),
        ),
        findings=tuple(found),
        errors=_sorted(drafts.errors, archive.errors),
        warnings=_sorted(drafts.warnings, archive.warnings),
    )


def _articles(drafts: sources.Reading, archive: sources.Reading) -> list[Article]:
    """Drafts and archive by id, a draft before the archive's article of its id."""
    if not drafts.articles:
        message = "there is no article to check: name files or folders that hold some"
        raise NoArticlesError(message, _sorted(drafts.errors, archive.errors))
    own = {article.id for article in drafts.articles}
    others = [article for article in archive.articles if article.id not in own]
    by_id: dict[str, Article] = {}
    twice: list[str] = []
    for article in (*drafts.articles, *others):
        known = by_id.setdefault(article.id, article)
        if known is not article:
            twice.append(f"{article.id!r} ({_origin(known)}, {_origin(article)})")
    if twice:
        raise UsageError(f"two articles have the same id: {'; '.join(sorted(twice))}; give each its own")
    return [by_id[name] for name in sorted(by_id)]


def _origin(article: Article) -> str:
    path = article.path or f"of {article.source}"
    return path if article.line is None else f"{path}:{article.line}"


def _sorted(*problems: Iterable[Problem]) -> tuple[Problem, ...]:
    # One file can be named twice, as a draft and in the archive; its problem is still one.
    every = {problem for several in problems for problem in several}
    return tuple(sorted(every, key=lambda problem: (problem.path, problem.line or 0, problem.message)))


def _counts(counter: Counter[str]) -> dict[str, int]:
    """By name, without what never happened."""
    return {name: number for name, number in sorted(counter.items()) if number}


def _split(articles: Iterable[Article], settings: Settings, run: _Run) -> dict[str, list[Sentence]]:
    """Clean and split: the sentences of each article by its id."""
    context: dict[str, list[Sentence]] = {}
    for article in articles:
        context[article.id], drops = sentences_of(article, settings)
        run.dropped.update(drop.reason for drop in drops)
    return context


def _near(sentences: Sequence[Sentence], pairing: Pairing, run: _Run) -> _Near:
    """Embed and pair the sentences; who has no neighbour cannot contradict anyone."""
    total = len(sentences)
    vectors = run.models.encoder.encode(
        [sentence.text for sentence in sentences],
        progress=lambda done: run.progress("embedding sentences", done, total),
    )
    pairs = candidates.sentence_pairs(sentences, vectors, pairing)
    close = candidates.sentence_pairs(sentences, vectors, pairing, wanted=candidates.CLOSE_SENTENCES)
    rows = sorted({row for pair in pairs for row in pair})
    run.dropped["sentence.no_neighbour"] += total - len(rows)
    return _Near(rows, frozenset(close))


def _extracted(sentences: Sequence[Sentence], near: _Near, run: _Run) -> _Claims:
    """Take the sentences that have a neighbour apart into claims, and keep those that speak of facts."""
    out = _Claims()
    first: dict[tuple[str, str], Claim] = {}
    # The sentence before is parsed too: it may name who "he" is.
    worth = set(near.rows)
    rows = sorted(worth | {row - 1 for row in near.rows if row and _same_article(sentences, row)})
    extracted = extraction.extract([sentences[row] for row in rows], run.models.parser)
    for done, (row, found) in enumerate(zip(rows, extracted, strict=True), start=1):
        run.progress("extracting claims", done, len(rows))
        if row not in worth:
            continue
        if not found:
            run.dropped["sentence.no_claim"] += 1
        for claim in found:
            mode = candidates.unfactual(claim)
            if mode is not None:
                run.dropped[f"claim.{mode}"] += 1
                continue
            known = first.setdefault((claim.sentence.article.id, claim.stated.casefold()), claim)
            if known is not claim:
                run.dropped["claim.repeated"] += 1
                out.copies.setdefault(known, []).append(claim)
                continue
            out.claims.append(claim)
            out.homes.append(row)
    return out


def _same_article(sentences: Sequence[Sentence], row: int) -> bool:
    return sentences[row - 1].article is sentences[row].article


def _paired(factual: _Claims, near: _Near, pairing: Pairing, run: _Run) -> list[Pair]:
    """Embed and pair the claims, most alike first."""
    total = len(factual.claims)
    vectors = run.models.encoder.encode(
        [claim.stated for claim in factual.claims],
        progress=lambda done: run.progress("embedding claims", done, total),
    )
    return candidates.claim_pairs(factual.claims, vectors, factual.homes, near.close, pairing)


def _judged(pairs: Sequence[Pair], run: _Run) -> list[Verdict]:
    """Screen every pair, and judge the suspicious ones in both directions."""
    if not pairs:
        return []
    total = len(pairs)
    glances = run.models.judge.screen(
        [(pair.a.stated, pair.b.stated) for pair in pairs],
        progress=lambda done: run.progress("screening pairs", done, total),
    )
    suspects = [pair for pair, glance in zip(pairs, glances, strict=True) if worth_reading(pair, glance)]
    run.dropped["pair.screened_out"] += total - len(suspects)
    directions = 2 * len(suspects)
    judgements = run.models.judge.score(
        [(pair.a.stated, pair.b.stated) for pair in suspects],
        progress=lambda done: run.progress("judging pairs", done, directions),
    )
    return [Verdict(pair, f, b) for pair, (f, b) in zip(suspects, judgements, strict=True)]
