"""The one place where the steps meet.

    read -> clean -> split -> collapse copies -> embed -> pair sentences -> extract -> embed -> pair claims
         -> judge, the suspected once more in their articles -> decide

Sentences are embedded first and only those with a neighbour in another source are parsed, because the
parser is the slowest step. Every step takes a batch of records and gives one; what it leaves out is
counted in the funnel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

import checker
from checker import gathering, rules, sources
from checker.claims.factual import Factual, taken_apart
from checker.copies import article_copies
from checker.copies.origins import families_of
from checker.copies.sentences import collapsed
from checker.gate import overrides
from checker.judges import averaged, panel
from checker.judges.context import in_context
from checker.judges.events import fit_scenes
from checker.judges.scenes import scenes
from checker.loading import LoadedModels, Models
from checker.neighbours import candidates
from checker.neighbours.candidates import Pairing
from checker.records import Report, Summary, Tool, Verdict
from checker.rules import findings
from checker.rules.screening import surely_read, suspicious
from checker.rules.thresholds import may_be_one_event, suspected
from checker.settings import Settings
from checker.understanding import bare, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.neighbours.candidates import Copies
    from checker.records import Article, EventFit, Pair, Sentence

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
    """Rows of the sentences that have a neighbour, the pairs of rows of sentences that are close, and what
    is found over all sentences without comparing two (the roles of people)."""

    rows: Sequence[int]
    close: frozenset[tuple[int, int]]
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Compared:
    """The verdicts (on read pairs, and all), what is known around them, how many things were looked at."""

    judged: tuple[Verdict, ...]
    verdicts: tuple[Verdict, ...]
    around: findings.Surroundings
    sentences: int
    claims: int
    pairs: int
    examined: int


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
    return _checked(drafts, archive, settings or Settings(), progress or _silent, models)[0]


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
    settings = settings or Settings()
    drafts, archive = gathering.read(paths, settings, against=against, stdin=stdin)
    return _checked(drafts, archive, settings, progress or _silent, models)[0]


def _silent(_step: str, _done: int, _total: int) -> None:
    return


def _checked(
    drafts: sources.Reading,
    archive: sources.Reading,
    settings: Settings,
    progress: Progress,
    models: Models | None,
) -> tuple[Report, tuple[Verdict, ...]]:
    settings.require_known_codes(rules.RULES)
    articles, foreign = gathering.readable(gathering.all_of(drafts, archive), settings)
    pairing = Pairing(settings.across, frozenset(article.id for article in drafts.articles))
    run = _Run(models or LoadedModels(settings), progress, Counter(drafts.dropped) + Counter(archive.dropped))
    run.dropped["article.language"] += len(foreign)
    compared = _compared(articles, pairing, settings, run)
    found = findings.chosen(
        findings.findings(compared.verdicts, compared.around, run.dropped),
        select=settings.select,
        ignore=settings.ignore,
    )
    found = overrides.without_ignored(found, settings.overrides, min_score=settings.min_score)
    report = Report(
        tool=Tool(checker.__version__, run.models.encoder.name, run.models.judge.name, settings.reported()),
        summary=Summary(
            articles=len(articles),
            sources=len({article.source for article in articles}),
            sentences=compared.sentences,
            claims=compared.claims,
            pairs_considered=compared.pairs,
            pairs_judged=compared.examined,
            pairs_not_examined=compared.pairs - compared.examined,
            findings=len(found),
            by_code=_counts(Counter(finding.code for finding in found)),
            dropped=_counts(run.dropped),
            repaired=_counts(Counter(drafts.repaired) + Counter(archive.repaired)),
        ),
        findings=tuple(found),
        errors=gathering.in_order(drafts.errors, archive.errors),
        warnings=gathering.in_order(drafts.warnings, archive.warnings, foreign),
    )
    return report, compared.judged


def check_with_verdicts(
    articles: Iterable[Article], *, settings: Settings | None = None, models: Models | None = None
) -> tuple[Report, tuple[Verdict, ...]]:
    """As ``check``, with the verdict on every pair of claims that was read, whatever came of it.

    For those who measure or train; it raises what ``check`` raises.
    """
    reading = sources.Reading(articles=tuple(articles))
    return _checked(reading, sources.Reading(), settings or Settings(), _silent, models)


def _compared(articles: Sequence[Article], pairing: Pairing, settings: Settings, run: _Run) -> _Compared:
    """All steps from the articles to the verdicts."""
    context = _split(articles, settings, run)
    sentences = [sentence for kept in context.values() for sentence in kept]
    copied = article_copies(bare(article, context[article.id]) for article in articles)
    families = families_of(copied.groups)
    distinct, same = collapsed(sentences, families)
    run.dropped["sentence.copy"] += len(sentences) - len(distinct)
    near = _near(distinct, pairing, same, run)
    factual = taken_apart(
        [distinct[row] for row in near.rows],
        context,
        run.models.parser,
        run.dropped,
        lambda done: run.progress("extracting claims", done, len(near.rows)),
    )
    pairs = _paired(factual, near, pairing, same, run)
    examined = pairs[: settings.max_pairs]
    judged = _judged(_of_one_event(examined, context, run), run)
    return _Compared(
        judged=tuple(judged),
        verdicts=(*judged, *near.verdicts),
        around=findings.Surroundings(context, factual.repeats, same, families),
        sentences=len(sentences),
        claims=len(factual.claims),
        pairs=len(pairs),
        examined=len(examined),
    )


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


def _near(sentences: Sequence[Sentence], pairing: Pairing, same: Copies, run: _Run) -> _Near:
    """Embed and pair the sentences; who has no neighbour cannot contradict anyone."""
    total = len(sentences)
    vectors = run.models.encoder.encode(
        [sentence.text for sentence in sentences],
        progress=lambda done: run.progress("embedding sentences", done, total),
    )
    pairs = candidates.sentence_pairs(sentences, vectors, pairing, same)
    close = candidates.sentence_pairs(sentences, vectors, pairing, same, wanted=candidates.CLOSE_SENTENCES)
    permitted = candidates.permitted(sentences, pairing, same)
    quoted = panel.one_quotation(sentences, permitted)
    rows = sorted({row for pair in (*pairs, *quoted) for row in pair})
    run.dropped["sentence.no_neighbour"] += total - len(rows)
    return _Near(rows, frozenset((*close, *quoted)), tuple(panel.roles_of_people(sentences, permitted)))


def _paired(factual: Factual, near: _Near, pairing: Pairing, same: Copies, run: _Run) -> list[Pair]:
    """Embed and pair the claims, most alike first."""
    total = len(factual.claims)
    vectors = run.models.encoder.encode(
        [claim.stated for claim in factual.claims],
        progress=lambda done: run.progress("embedding claims", done, total),
    )
    return candidates.claim_pairs(
        factual.claims, vectors, [near.rows[home] for home in factual.homes], near.close, pairing, same
    )


def _of_one_event(
    pairs: Sequence[Pair], context: Mapping[str, Sequence[Sentence]], run: _Run
) -> list[tuple[Pair, EventFit]]:
    """The pairs that can be about one event, with how well they fit it."""
    claims = list({id(claim): claim for pair in pairs for claim in (pair.a, pair.b)}.values())
    shown = dict(zip(map(id, claims), scenes(claims, context), strict=True))
    fitting = [(pair, fit_scenes(shown[id(pair.a)], shown[id(pair.b)])) for pair in pairs]
    kept = [(pair, fit) for pair, fit in fitting if may_be_one_event(pair, fit)]
    run.dropped["pair.other_event"] += len(pairs) - len(kept)
    return kept


def _judged(pairs: Sequence[tuple[Pair, EventFit]], run: _Run) -> list[Verdict]:
    """Judge in both directions what is to be read in any case, and what the screen finds suspicious."""
    clashes = {id(pair): panel.before_reading(pair) for pair, _ in pairs}
    doubtful = [(pair, fit) for pair, fit in pairs if not clashes[id(pair)] and not surely_read(pair)]
    innocent = _screened_out(doubtful, run)
    suspects = [(pair, fit) for pair, fit in pairs if id(pair) not in innocent]
    if not suspects:
        return []
    directions = 2 * len(suspects)
    judgements = run.models.judge.score(
        [(pair.a.stated, pair.b.stated) for pair, _ in suspects],
        progress=lambda done: run.progress("judging pairs", done, directions),
    )
    verdicts = [
        panel.after_reading(Verdict(pair, forward, reverse, clashes=clashes[id(pair)], event=fit))
        for (pair, fit), (forward, reverse) in zip(suspects, judgements, strict=True)
    ]
    return _read_in_context(verdicts, run) if run.models.judge.reads_contexts else verdicts


def _read_in_context(verdicts: Sequence[Verdict], run: _Run) -> list[Verdict]:
    """The verdicts, those whose bare claims exclude each other read once more where they stand."""
    doubtful = [verdict for verdict in verdicts if suspected(verdict)]
    directions = 2 * len(doubtful)
    judgements = run.models.judge.score(
        [(in_context(verdict.pair.a), in_context(verdict.pair.b)) for verdict in doubtful],
        progress=lambda done: run.progress("reading in context", done, directions),
    )
    known = {
        id(verdict): replace(verdict, in_context=averaged(forward, reverse).contradiction)
        for verdict, (forward, reverse) in zip(doubtful, judgements, strict=True)
    }
    return [known.get(id(verdict), verdict) for verdict in verdicts]


def _screened_out(pairs: Sequence[tuple[Pair, EventFit]], run: _Run) -> set[int]:
    """The ids of the pairs that look innocent at a glance."""
    if not pairs:
        return set()
    glances = run.models.judge.screen(
        [(pair.a.stated, pair.b.stated) for pair, _ in pairs],
        progress=lambda done: run.progress("screening pairs", done, len(pairs)),
    )
    innocent = {
        id(pair)
        for (pair, fit), glance in zip(pairs, glances, strict=True)
        if not suspicious(pair, fit, glance)
    }
    run.dropped["pair.screened_out"] += len(innocent)
    return innocent
