"""How well ``checker.judges.events`` tells one event from another, on ECB+ (Cybulska and Vossen 2014).

    python -m benchmarks.events ECB_FOLDER [--cache DIR] [--fit]

The folder holds ``ecbplus_docs.parquet`` (doc, topic, subtopic, text), ``ecbplus_sentences.parquet``
(doc, topic, subtopic, sent_id, text, in_gold_selection) and ``ecbplus_mentions.parquet`` (doc, sent_id,
mention_type, chain). Each topic has two sub-topics, which are look-alikes: two rehab stays, two quakes in one
country, two arrests for one offence. Sentences of the gold selection are paired across documents by the
shipped encoder and the thresholds of ``checker.neighbours.candidates``; a pair is coreferent if its sentences
share an action chain. Topics are taken in turn for fitting and for reporting. With ``--fit`` the weights
fitted on the first half are printed; the tables are always those of the weights in the module.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.judging.fitting import fit_logistic
from benchmarks.judging.markdown import percent, table
from checker import encoders
from checker.judges import events
from checker.judges.scenes import Scene, cast_of, scene
from checker.neighbours import candidates
from checker.neighbours.candidates import Pairing
from checker.records import Article, Claim, Sentence
from training import measures

CURVE = (0.3, 0.35, 0.4, 0.45, 0.5)

Truths = npt.NDArray[np.bool_]
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What retrieval let through, one row a pair.

    ``missed`` is the number of coreferent pairs that it did not, by the half of the topics.
    """

    cosine: Values
    features: Values
    score: Values
    coreferent: Truths
    same_subtopic: Truths
    half: npt.NDArray[np.int64]
    missed: tuple[int, int]


def plain(text: str) -> str:
    """Tokens joined as they were printed: the corpus sets a space around every mark."""
    text = text.replace("`` ", "“").replace(" ''", "”").replace("’ s ", "’s ")
    text = re.sub(r" (?=[.,;:!?%)\]’]|'s\b|n't\b|'re\b|'ve\b|'ll\b|'d\b|'m\b)", "", text)
    text = re.sub(r"(?<=[(\[$#]) ", "", text)
    text = re.sub(r"(?<=\w) - (?=\w)", "-", text)
    text = re.sub(r"(?<=\d)([.,:]) (?=\d)", r"\1", text)
    return re.sub(r"\b([A-Za-z])\. (?=[A-Za-z]\.)", r"\1.", text).strip()


def vectors_of(texts: list[str], cache: Path | None) -> encoders.Vectors:
    """Vectors by the shipped encoder, kept in ``cache`` under a name made of the texts."""
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    kept = None if cache is None else cache / f"events-{digest}.npy"
    if kept is not None and kept.exists():
        found: encoders.Vectors = np.load(kept)
        return found
    vectors = encoders.load("embedded").encode(texts)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, vectors)
    return vectors


def chains_of(mentions: pl.DataFrame) -> dict[tuple[str, int], set[str]]:
    """The action chains of each sentence by document and number."""
    actions = mentions.filter(
        pl.col("mention_type").str.contains("ACTION") & pl.col("chain").str.contains("^(ACT|NEG)")
    )
    chains: dict[tuple[str, int], set[str]] = {}
    for doc, sentence, chain in actions.select("doc", "sent_id", "chain").iter_rows():
        chains.setdefault((doc, sentence), set()).add(chain)
    return chains


def scenes_of(rows: list[dict[str, str]], texts: list[str], docs: pl.DataFrame) -> list[Scene]:
    """The scene of each sentence as one claim, with the cast of its document."""
    casts = {doc: cast_of([plain(text)]) for doc, text in docs.select("doc", "text").iter_rows()}
    made = []
    begun = time.process_time()
    for row, text in zip(rows, texts, strict=True):
        sentence = Sentence(Article(row["doc"], row["doc"], text), 0, len(text))
        made.append(scene(Claim(sentence, text, 0, len(text)), casts[row["doc"]]))
    print(f"scene: {1e3 * (time.process_time() - begun) / len(made):.3f} ms a sentence", flush=True)
    return made


def load(folder: Path, cache: Path | None) -> Pairs:
    """All passing pairs of one topic, with gold and features."""
    sentences = pl.read_parquet(folder / "ecbplus_sentences.parquet").filter("in_gold_selection")
    rows = sentences.rows(named=True)
    chains = chains_of(pl.read_parquet(folder / "ecbplus_mentions.parquet"))
    texts = [plain(row["text"]) for row in rows]
    shown = scenes_of(rows, texts, pl.read_parquet(folder / "ecbplus_docs.parquet"))
    articles = [
        Article(f"{row['doc']}#{at}", row["doc"], text)
        for at, (row, text) in enumerate(zip(rows, texts, strict=True))
    ]
    passing = candidates.sentence_pairs(
        [Sentence(article, 0, len(article.text)) for article in articles],
        vectors_of(texts, cache),
        Pairing(),
        {},
    )
    topics = sorted({row["topic"] for row in rows}, key=int)
    half = {topic: at % 2 for at, topic in enumerate(topics)}
    gold = [chains.get((row["doc"], row["sent_id"]), set()) for row in rows]
    missed = [0, 0]
    for i, one in enumerate(rows):
        for j in range(i + 1, len(rows)):
            if gold[i] & gold[j] and one["doc"] != rows[j]["doc"] and (i, j) not in passing:
                missed[half[one["topic"]]] += 1
    kept = [pair for pair in passing if rows[pair[0]]["topic"] == rows[pair[1]]["topic"]]
    begun = time.process_time()
    fits = [events.fit_scenes(shown[i], shown[j]) for i, j in kept]
    print(f"fit_scenes: {1e3 * (time.process_time() - begun) / len(kept):.3f} ms a pair", flush=True)
    cosine = [passing[pair] for pair in kept]
    return Pairs(
        cosine=np.array(cosine),
        features=np.array([events.features(fit, near) for fit, near in zip(fits, cosine, strict=True)]),
        score=np.array([events.same_event(fit, near) for fit, near in zip(fits, cosine, strict=True)]),
        coreferent=np.array([bool(gold[i] & gold[j]) for i, j in kept]),
        same_subtopic=np.array([rows[i]["subtopic"] == rows[j]["subtopic"] for i, j in kept]),
        half=np.array([half[rows[i]["topic"]] for i, _ in kept]),
        missed=(missed[0], missed[1]),
    )


def chosen(pairs: Pairs, half: int | None) -> tuple[Truths, int]:
    """The rows of a half (None: of both) and the coreferent pairs that retrieval missed there."""
    if half is None:
        return np.ones(len(pairs.half), dtype=np.bool_), sum(pairs.missed)
    return pairs.half == half, pairs.missed[half]


def row(name: str, passed: Truths, rows: Truths, missed: int, pairs: Pairs) -> tuple[str, ...]:
    """Pairs, precision and recall of what passed among ``rows``."""
    at = passed & rows
    all_gold = int(pairs.coreferent[rows].sum())
    hits = int(pairs.coreferent[at].sum())
    return (
        name,
        str(int(at.sum())),
        percent(hits / at.sum()),
        percent(pairs.same_subtopic[at].mean()),
        percent(hits / all_gold),
        percent(hits / (all_gold + missed)),
    )


def report(pairs: Pairs) -> None:
    """Print before and after, the curve, and average precision."""
    heads = ("pairs that pass", "pairs", "coreferent", "one sub-topic", "of retrieved", "of all coreferent")
    everything = np.ones(len(pairs.half), dtype=np.bool_)
    for title, half in (("fitted topics", 0), ("other topics", 1), ("all topics", None)):
        rows, missed = chosen(pairs, half)
        lines = [row("retrieval alone", everything, rows, missed, pairs)]
        for threshold in CURVE:
            shipped = " (shipped)" if threshold == events.SAME_EVENT else ""
            lines.append(
                row(f"same event ≥ {threshold}{shipped}", pairs.score >= threshold, rows, missed, pairs)
            )
        gold = pairs.coreferent[rows]
        before = measures.average_precision(gold, pairs.cosine[rows])
        after = measures.average_precision(gold, pairs.score[rows])
        print(f"\n{title}: average precision {before:.3f} by cosine, {after:.3f} by same_event\n")
        print(table(heads, lines))


def calibration(pairs: Pairs) -> None:
    """Print what share of each band of scores is coreferent, on the topics that were not fitted."""
    lines = []
    for low in np.arange(0.0, 1.0, 0.2):
        at = (pairs.half == 1) & (pairs.score >= low) & (pairs.score < low + 0.2)
        if at.any():
            lines.append(
                (f"{low:.1f} to {low + 0.2:.1f}", str(int(at.sum())), percent(pairs.coreferent[at].mean()))
            )
    print("\n" + table(("score, other topics", "pairs", "coreferent"), lines))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    pairs = load(options.folder, options.cache)
    if options.fit:
        rows = pairs.half == 0
        weights = fit_logistic(pairs.features[rows], pairs.coreferent[rows])
        print(
            "\nfitted on the first half:",
            dict(zip([*events.WEIGHTS, "bias"], weights.round(2).tolist(), strict=True)),
        )
        weights = fit_logistic(pairs.features, pairs.coreferent)
        print(
            "fitted on all topics:",
            dict(zip([*events.WEIGHTS, "bias"], weights.round(2).tolist(), strict=True)),
        )
    report(pairs)
    calibration(pairs)


if __name__ == "__main__":
    main()
