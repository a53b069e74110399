"""Construct labelled pairs from real news claims: ``python -m training.construct --help``.

Claims are taken out of a sample of articles as the tool takes them out; each is changed in ways whose
label is known (one fact exchanged, a detail dropped, ...), or set beside a look-alike. Whole kinds of
change can be held out, to see whether a judge learns to compare or only learns the recipe.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from checker.claims.parse import Parser
from checker.encoders.embedded import EmbeddedEncoder
from training import (
    change_events,
    change_harmless,
    change_numbers,
    change_polarity,
    harvest,
    look_alikes,
    surface,
)
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL, Change, Changer, Material
from training.grammar import sound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from spacy.tokens import Doc

    from checker.encoders import Vectors

CHANGERS: tuple[Changer, ...] = (
    change_numbers.number_changed,
    change_numbers.rounded,
    change_numbers.compared,
    change_numbers.number_spelled,
    change_polarity.negation_changed,
    change_polarity.no_object,
    change_polarity.opposite,
    change_polarity.direction,
    change_polarity.word_turned,
    change_polarity.quantity,
    change_polarity.reported,
    change_events.date_changed,
    change_events.place_changed,
    change_events.person_changed,
    change_events.roles,
    change_harmless.detail_removed,
    change_harmless.voice,
    change_harmless.spelled,
    change_harmless.hedged,
    change_harmless.later,
)

#: Shares of the labels among the pairs, and the largest share of one kind.
SHARES = {CONTRADICTION: 0.40, NEUTRAL: 0.35, ENTAILMENT: 0.25}
LARGEST_KIND = 0.12
#: How many pairs may be made of one claim.
PER_CLAIM = 4
FEWEST_WORDS, MOST_WORDS = 8, 52


def material_of(docs: Iterable[Doc], speakers: Iterable[str | None]) -> Material:
    """Names that the claims mention at least twice, and the speakers of the articles, sorted."""
    full: Counter[str] = Counter()
    for doc in docs:
        for entity in doc.ents:
            words = entity.text.split()
            if (
                entity.label_ == "PERSON"
                and len(words) == 2
                and all(w.isalpha() and w.istitle() for w in words)
            ):
                full[entity.text] += 1
    names = sorted(name for name, count in full.items() if count >= 2)
    heard = {
        s for s in speakers if s and len(s.split()) == 2 and s.replace(" ", "").isalpha() and s.istitle()
    }
    return Material(names, sorted({name.split()[1] for name in names}), sorted(heard & set(full)))


def changes(docs: Sequence[Doc], material: Material, *, seed: int) -> list[tuple[int, Change]]:
    """All that every way of changing makes of every claim: the claim's row and the pair."""
    made: list[tuple[int, Change]] = []
    for row, doc in enumerate(docs):
        if not sound(doc):
            continue
        for number, changer in enumerate(CHANGERS):
            rng = random.Random(f"{seed} {row} {number}")
            made += [(row, change) for change in changer(doc, rng, material)]
    return [(row, change) for row, change in made if _printable(change)]


def _printable(change: Change) -> bool:
    words = len(change.premise.split()) + len(change.hypothesis.split())
    return FEWEST_WORDS <= words <= MOST_WORDS and change.premise.lower() != change.hypothesis.lower()


def choose(
    made: Sequence[tuple[int, Change]], *, wanted: int, seed: int, largest_kind: float = LARGEST_KIND
) -> list[tuple[int, Change]]:
    """At most ``wanted`` pairs by the shares of the labels, kinds as even as their numbers allow.

    The kinds of a label take turns, so that rare ones are used up before frequent ones fill the rest.
    """
    rng = random.Random(seed)
    queues: dict[str, dict[str, list[tuple[int, Change]]]] = {label: defaultdict(list) for label in SHARES}
    for item in made:
        queues[item[1].label][item[1].kind].append(item)
    chosen: list[tuple[int, Change]] = []
    of_kind: Counter[str] = Counter()
    of_claim: Counter[int] = Counter()
    seen: set[tuple[str, str]] = set()
    slots = [label for label, share in SHARES.items() for _ in range(round(share * wanted))]
    waiting = {
        label: [rng.sample(items, len(items)) for _, items in sorted(kinds.items())]
        for label, kinds in queues.items()
    }
    # Labels are drawn in mixed order, so that none uses up the claims before another has its turn.
    for label in rng.sample(slots, len(slots)):
        while waiting[label]:
            kinds = waiting[label].pop(0)
            taken = _first_fit(kinds, of_claim, seen) if kinds else None
            if taken is None:
                continue
            kind = taken[1].kind
            of_kind[kind] += 1
            if of_kind[kind] < largest_kind * wanted:
                waiting[label].append(kinds)
            of_claim[taken[0]] += 1
            seen.add((taken[1].premise, taken[1].hypothesis))
            chosen.append(taken)
            break
    return rng.sample(chosen, len(chosen))


def _first_fit(
    items: list[tuple[int, Change]], of_claim: Mapping[int, int], seen: Collection[tuple[str, str]]
) -> tuple[int, Change] | None:
    """The last item whose claim is not used up and which is not yet chosen; it and those behind it go."""
    while items:
        row, change = items.pop()
        if of_claim[row] < PER_CLAIM and (change.premise, change.hypothesis) not in seen:
            return row, change
    return None


def frame(chosen: Iterable[Change]) -> pl.DataFrame:
    """Columns premise, hypothesis, label, source, kind."""
    rows = [(c.premise, c.hypothesis, c.label, "constructed", c.kind) for c in chosen]
    return pl.DataFrame(rows, schema=["premise", "hypothesis", "label", "source", "kind"], orient="row")


def main() -> None:
    """Read the arguments, make the pairs, write them, and say how much the hypothesis alone gives away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, help="Parquet with columns text and date")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles-wanted", type=int, default=1_500)
    parser.add_argument("--per-article", type=int, default=12, help="neighbouring sentences of each article")
    parser.add_argument("--pairs", type=int, default=8_000)
    parser.add_argument(
        "--hold-out", nargs="*", default=[], metavar="KIND", help="kinds that go to --held-out"
    )
    parser.add_argument("--held-out", type=Path, help="where they go")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.hold_out and arguments.held_out is None:
        parser.error("--hold-out needs --held-out FILE for the pairs of those kinds")
    pipeline = Parser()
    claims = harvest.claims(
        arguments.articles,
        pipeline,
        articles_wanted=arguments.articles_wanted,
        per_article=arguments.per_article,
        seed=arguments.seed,
    )
    docs = list(pipeline.parse(claims["text"].to_list()))
    build(claims, docs, EmbeddedEncoder().encode(claims["text"].to_list()), arguments)


def build(claims: pl.DataFrame, docs: Sequence[Doc], vectors: Vectors, arguments: argparse.Namespace) -> None:
    """From parsed claims and their vectors to the files."""
    made = changes(docs, material_of(docs, claims["speaker"]), seed=arguments.seed)
    made += look_alikes.pairs(claims, docs, vectors, random.Random(arguments.seed))
    unknown = set(arguments.hold_out) - {change.kind for _, change in made}
    if unknown:
        message = f"--hold-out: no pair is of the kind {', '.join(sorted(unknown))}; see the table without it"
        raise SystemExit(message)
    held = [item for item in made if item[1].kind in arguments.hold_out]
    kept = [item for item in made if item[1].kind not in arguments.hold_out]
    chosen = choose(kept, wanted=arguments.pairs, seed=arguments.seed)
    _write(chosen, arguments.out)
    if held:
        _write(choose(held, wanted=1_000, seed=arguments.seed, largest_kind=1.0), arguments.held_out)


def _write(chosen: Sequence[tuple[int, Change]], out: Path) -> None:
    table = frame(change for _, change in chosen)
    table.write_parquet(out)
    groups = [str(row) for row, _ in chosen]
    alone, majority = surface.hypothesis_only(groups, table["hypothesis"].to_list(), table["label"].to_list())
    print(f"{out}: {len(table)} pairs; from the hypothesis alone {alone:.3f}, majority {majority:.3f}")
    counted = table.group_by("kind", "label").len().pivot("label", index="kind", values="len").sort("kind")
    with pl.Config(tbl_rows=100):
        print(counted.fill_null(0))


if __name__ == "__main__":
    main()
