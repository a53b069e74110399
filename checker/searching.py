"""One claim instead of all: the sentences that support it and those that dispute it (``checker search``).

The steps are those of a check, with one side given: read, clean, split, collapse copies, embed, take the
sentences near the claim apart, and judge their claims against it. What a sentence denies counts with its
sign turned round: to deny the claim is to dispute it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from checker import gathering, sources
from checker.claims import extract as extraction
from checker.claims.factual import Factual, speaks_of_facts, taken_apart
from checker.copies import article_copies
from checker.copies.origins import families_of
from checker.copies.sentences import collapsed
from checker.errors import UsageError
from checker.judges import panel
from checker.loading import LoadedModels, Models
from checker.neighbours import anchors
from checker.records import Article, Claim, Pair, Sentence, Side, Stance
from checker.rules import findings
from checker.rules.score import of_texts
from checker.rules.sides import side_of
from checker.settings import Settings
from checker.understanding import bare, sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.claims.parse import Parser
    from checker.encoders import Vectors
    from checker.records import Judgement, Problem

#: How many sentences nearest to the claim are taken apart, and how many claims of theirs are judged.
SENTENCES = 150
CLAIMS = 60

#: The cosine that a sentence and a claim need to be near: a long sentence drowns what it says of it.
SENTENCES_AT_LEAST = 0.30
CLAIMS_AT_LEAST = 0.40

#: Entailment from which a sentence supports the claim.
SUPPORTS = 0.50

#: Contradiction from which a claim disputes the wanted one, of the same subject or of another: whoever
#: searches looks through what is found, and would rather see too much.
ANCHORED_DISPUTE, LOOSE_DISPUTE = 0.37, 0.60


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that supports or disputes the claim; ``score`` is how surely, in 0..1.

    ``side`` is as in a report: its ``members`` are the other sentences that say the same.
    """

    side: Side
    score: float
    similarity: float


@dataclass(frozen=True, slots=True)
class Search:
    """What was found for ``claim``, surest first, and in how much.

    ``near`` is the number of sentences that were near enough to be read closely, ``supports`` and
    ``disputes`` hold all that was found.
    """

    claim: str
    supports: tuple[Hit, ...]
    disputes: tuple[Hit, ...]
    articles: int
    sources: int
    sentences: int
    near: int
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    models: Models
    progress: Callable[[str, int, int], None]


def search(
    claim: str,
    articles: Iterable[Article],
    *,
    settings: Settings | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    models: Models | None = None,
) -> Search:
    """Find the sentences of ``articles`` that support ``claim`` and those that dispute it.

    Raises UsageError for an empty claim and two articles of one id, NoArticlesError if there is nothing to
    search, ModelError if a model cannot be loaded.
    """
    reading = sources.Reading(articles=tuple(articles))
    return _search(claim, reading, settings or Settings(), progress or _silent, models)


def search_paths(
    claim: str,
    paths: Sequence[str],
    *,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    models: Models | None = None,
) -> Search:
    """Read files, folders or ``-`` and search them; what could not be read stands in ``errors``.

    Raises MissingPathError for paths that do not exist, else as ``search``.
    """
    settings = settings or Settings()
    wanted_words(claim)
    reading, _ = gathering.read(paths, settings, stdin=stdin)
    return _search(claim, reading, settings, progress or _silent, models)


def wanted_words(claim: str) -> str:
    """``claim`` on one line, as claims are judged: without a full stop. Raises UsageError if it is empty."""
    words = " ".join(claim.split()).rstrip(" .")
    if not words:
        raise UsageError("the claim is empty; give one in quotes, such as “The bridge is closed”")
    return words


def _silent(_step: str, _done: int, _total: int) -> None:
    return


def _search(
    text: str,
    reading: sources.Reading,
    settings: Settings,
    progress: Callable[[str, int, int], None],
    models: Models | None,
) -> Search:
    words = wanted_words(text)
    articles, foreign = gathering.readable(gathering.all_of(reading, sources.Reading()), settings)
    run = _Run(models or LoadedModels(settings), progress)
    context = {article.id: sentences_of(article, settings)[0] for article in articles}
    copied = article_copies(bare(article, context[article.id]) for article in articles)
    families = families_of(copied.groups)
    sentences = [sentence for kept in context.values() for sentence in kept]
    distinct, same = collapsed(sentences, families)

    wanted = _wanted(words, run.models.parser)
    near = _near(wanted, distinct, run)
    factual = taken_apart(
        near,
        context,
        run.models.parser,
        Counter(),
        lambda done: progress("extracting claims", done, len(near)),
    )
    around = findings.Surroundings(context, factual.repeats, same, families)
    supports, disputes = _judged(wanted, factual, around, run)
    return Search(
        claim=words,
        supports=supports,
        disputes=disputes,
        articles=len(articles),
        sources=len({article.source for article in articles}),
        sentences=len(sentences),
        near=len(near),
        errors=gathering.in_order(reading.errors),
        warnings=gathering.in_order(reading.warnings, foreign),
    )


def _wanted(words: str, parser: Parser) -> Claim:
    """The wanted claim in its own words, with the subject and the numbers that the parser finds in it."""
    article = Article(id="claim", source="claim", text=words)
    sentence = Sentence(article, 0, len(words))
    (found,) = extraction.extract([sentence], parser)
    plain = [claim for claim in found if speaks_of_facts(claim) and claim.stance is not Stance.DENIES]
    known = plain[0] if plain else Claim(sentence=sentence, text=words, start=0, end=len(words))
    return replace(known, text=words, denial=None, speaker=None, speaker_name=None, stance=Stance.ASSERTS)


def _near(wanted: Claim, sentences: Sequence[Sentence], run: _Run) -> list[Sentence]:
    """The sentences most like the claim, in their order."""
    total = len(sentences)
    vectors = run.models.encoder.encode(
        [sentence.text for sentence in sentences],
        progress=lambda done: run.progress("embedding sentences", done, total),
    )
    rows = _nearest(vectors, _vector(wanted, run), SENTENCES, SENTENCES_AT_LEAST)
    return [sentences[row] for row in sorted(rows)]


def _vector(wanted: Claim, run: _Run) -> Vectors:
    vector: Vectors = run.models.encoder.encode([wanted.text])[0]
    return vector


def _nearest(vectors: Vectors, vector: Vectors, wanted: int, at_least: float) -> dict[int, float]:
    """The rows of ``vectors`` most like ``vector`` with their cosines, at most ``wanted``."""
    if not len(vectors):
        return {}
    # Rounded, so that the last digits, which depend on the machine, choose nothing.
    cosines = np.round(vectors @ vector, 4)
    order = np.argsort(-cosines, kind="stable")[:wanted]
    return {int(row): round(float(cosines[row]), 4) for row in order if cosines[row] >= at_least}


def _judged(
    wanted: Claim, factual: Factual, around: findings.Surroundings, run: _Run
) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """The sentences that support and those that dispute; each once in either, by its strongest claim."""
    vectors = run.models.encoder.encode([claim.text for claim in factual.claims])
    rows = _nearest(vectors, _vector(wanted, run), CLAIMS, CLAIMS_AT_LEAST)
    if not rows:
        return (), ()
    pairs = [Pair(factual.claims[row], wanted, cosine) for row, cosine in rows.items()]
    directions = 2 * len(pairs)
    judgements = run.models.judge.score(
        [(pair.a.text, wanted.text) for pair in pairs],
        progress=lambda done: run.progress("judging claims", done, directions),
    )
    supports: list[tuple[Pair, float]] = []
    disputes: list[tuple[Pair, float]] = []
    for pair, (forward, _reverse) in zip(pairs, judgements, strict=True):
        agreed, opposed = _agreed(forward), _opposed(pair, forward)
        if pair.a.stance is Stance.DENIES:
            agreed, opposed = opposed, agreed
        if agreed >= SUPPORTS and agreed >= opposed:
            supports.append((pair, agreed))
        elif opposed:
            disputes.append((pair, opposed))
    return _hits(supports, around), _hits(disputes, around)


def _agreed(forward: Judgement) -> float:
    """How surely the wanted claim follows; 0 where that is less likely than not."""
    return forward.entailment if forward.entailment >= SUPPORTS else 0.0


def _opposed(pair: Pair, forward: Judgement) -> float:
    """How surely the two exclude each other: by what was read, or by their numbers and dates; else 0."""
    clashes = panel.before_reading(pair)
    conflict = of_texts(forward.contradiction, clashes)
    anchored = anchors.anchored(pair.a, pair.b)
    needed = ANCHORED_DISPUTE if anchored or clashes else LOOSE_DISPUTE
    return conflict if conflict >= needed else 0.0


def _hits(found: Iterable[tuple[Pair, float]], around: findings.Surroundings) -> tuple[Hit, ...]:
    strongest: dict[Sentence, Hit] = {}
    for pair, score in sorted(found, key=lambda each: (-each[1], -each[0].similarity, each[0].a.text)):
        claim = pair.a
        if claim.sentence not in strongest:
            side = side_of(claim, around.standing_for(claim), around.context)
            strongest[claim.sentence] = Hit(side, round(score, 2), round(pair.similarity, 2))
    return tuple(sorted(strongest.values(), key=_surest_first))


def _surest_first(hit: Hit) -> tuple[float, float, str, int]:
    return (-hit.score, -hit.similarity, hit.side.article, hit.side.start)
