"""How well claims are extracted: precision and recall against a table made by reading 400 sentences.

    python -m benchmarks.claims --news ARTICLES.parquet --folder TEXTS [--missed] [--matches 30]

``claims_table.jsonl`` holds no text of the articles: each row names a sentence by the id of its article, its
offsets and a hash, and gives its claims in bare words. ARTICLES has the columns ``id`` and ``text``, TEXTS
the plain files of the rows whose ``corpus`` is ``folder``. Odd rows were used to improve the extractor;
even rows were measured first and read later, the rows from 200 on were added after that, then those from 250
on. Those from 330 on were written last, and what the extractor makes of them has not been looked at.

A claim counts as found when all of this holds: the same speaker (or none on both sides), the same polarity,
a modality that a careful reader accepts, a subject that shares a word with the one in the table, at least 60%
of the content words of the table's proposition, and 45% of its own content words in that proposition. Each
claim is matched once. Claims marked optional (vague ones, "if" clauses, subjects that nobody can know from
this sentence and the one before) count for neither side: they are no miss, and to find one is no mistake.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.claim_words import key_words, words
from checker.claims.extract import claims_of_parsed
from checker.claims.factual import with_antecedents
from checker.claims.parse import Parser
from checker.records import Article, Claim, Modality, Sentence, Stance
from checker.settings import Settings
from checker.understanding import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Subjects that stand for what comes behind the verb.
_EXPLETIVES = frozenset(("there", "it"))

#: The first row of each part that was added later, the last first: each was measured before anybody read what
#: the extractor made of it. The rows from 250 on were written by others, after all the rest.
ADDED = ((330, "fresh rows"), (250, "last rows"), (200, "later rows"))

TABLE = Path(__file__).with_name("claims_table.jsonl")

#: Shares of content words that make two propositions one: of the table's, and of the claim's own.
FOUND, OWN = 0.6, 0.45

_MODES = {
    Modality.ASSERTED: "a",
    Modality.HEDGED: "h",
    Modality.CONDITIONAL: "c",
    Modality.WISHED: "w",
    Modality.DEMANDED: "d",
    Modality.ASKED: "q",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One claim of the table, or one of two ways to take it.

    ``modes`` are the letters of the modalities that are right: asserted, hedged, conditional, wished,
    demanded, q for asked, x for denied. ``negated`` is None where either is right. ``speaker`` is None for
    the paper's own voice and "*" where the sentence and the one before do not tell.
    """

    subject: str
    predicate: str
    modes: str = "a"
    negated: bool | None = False
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim of the table: ``ways`` it can rightly be given, and whether it may be left out."""

    ways: tuple[Wanted, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the table."""

    number: int
    corpus: str
    article: str
    start: int
    end: int
    sha: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Score:
    """Hits, claims made and claims wanted, and the causes of what was missed."""

    hit: int = 0
    made: int = 0
    wanted: int = 0
    sentences: int = 0
    causes: Counter[str] = field(default_factory=Counter)

    def row(self, name: str) -> str:
        """One line of the table of figures."""
        precision, recall = self.hit / max(1, self.made), self.hit / max(1, self.wanted)
        return f"| {name} | {self.sentences} | {self.wanted} | {self.made} | {precision:.3f} | {recall:.3f} |"


def read_table(path: Path = TABLE) -> list[Row]:
    """The rows of the table."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entries = tuple(
            Entry(tuple(Wanted(**way) for way in entry["ways"]), entry["optional"]) for entry in row["claims"]
        )
        rows.append(
            Row(row["row"], row["corpus"], row["article"], row["start"], row["end"], row["sha"], entries)
        )
    return rows


def mode_of(claim: Claim) -> str:
    """The letter of a claim's stance or modality."""
    if claim.stance is Stance.DENIES:
        return "x"
    return "q" if claim.stance is Stance.QUESTIONS else _MODES[claim.modality]


def faults(wanted: Wanted, claim: Claim) -> list[str]:
    """What keeps a claim from being the one wanted; nothing if it is."""
    subject, made = key_words(wanted.subject), words(claim.text)
    # "There were red flags": what there was stands behind the verb.
    named = key_words(claim.subject or "")
    about = named if named - _EXPLETIVES else made | named
    proposition = words(wanted.subject) | words(wanted.predicate)
    shared = len(proposition & made)
    found = []
    if shared < FOUND * len(proposition):
        found.append("cut too short" if shared >= 0.7 * len(made) else "another proposition")
    elif shared < OWN * len(made):
        found.append("two propositions in one")
    if not subject & about:
        found.append("another subject")
    if wanted.negated is not None and wanted.negated is not claim.negated:
        found.append("another polarity")
    if mode_of(claim) not in wanted.modes:
        found.append("another modality")
    if not _same_speaker(wanted.speaker, claim):
        found.append("another speaker" if claim.speaker is not None else "no speaker")
    return found


def _same_speaker(speaker: str | None, claim: Claim) -> bool:
    if speaker == "*":
        return True
    if speaker is None or claim.speaker is None:
        return speaker is None and claim.speaker is None
    named = claim.sentence.article.text[claim.speaker.start : claim.speaker.end]
    return bool(words(speaker, pronouns=True) & words(f"{named} {claim.speaker_name}", pronouns=True))


def alike(wanted: Wanted, claim: Claim) -> float:
    """The share of words in common (0..1), both ways."""
    proposition, made = words(wanted.subject) | words(wanted.predicate), words(claim.text)
    return 2 * len(proposition & made) / max(1, len(proposition) + len(made))


def matched(entries: Sequence[Entry], claims: Sequence[Claim]) -> dict[int, int]:
    """Number of an entry -> number of the claim that is it, the most alike first, each once."""
    fitting = [
        (entry.optional, -alike(way, claim), i, j)
        for i, entry in enumerate(entries)
        for j, claim in enumerate(claims)
        for way in entry.ways
        if not faults(way, claim)
    ]
    out: dict[int, int] = {}
    for _, _, i, j in sorted(fitting):
        if i not in out and j not in out.values():
            out[i] = j
    return out


def cause(entry: Entry, claims: Sequence[Claim]) -> str:
    """Why an entry was missed: the faults of the claim that comes nearest to it."""
    near = [(len(found := faults(way, c)), -alike(way, c), found) for way in entry.ways for c in claims]
    near = [each for each in near if "another proposition" not in each[2] and -each[1] >= OWN]
    if not near:
        return "not extracted"
    return " and ".join(min(near)[2]) or "said together with another claim"


def score(row: Row, claims: Sequence[Claim], scores: Iterable[Score]) -> dict[int, int]:
    """Add one sentence to some scores; gives the matches."""
    pairs = matched(row.entries, claims)
    hits = sum(not row.entries[at].optional for at in pairs)
    missed = [e for at, e in enumerate(row.entries) if at not in pairs and not e.optional]
    for each in scores:
        each.sentences += 1
        each.hit += hits
        each.made += len(claims) - (len(pairs) - hits)
        each.wanted += sum(not entry.optional for entry in row.entries)
        each.causes.update(cause(entry, claims) for entry in missed)
    return pairs


def sentences(
    rows: Sequence[Row], news: Path, folder: Path
) -> Iterator[tuple[Row, list[Sentence], Sentence]]:
    """Each row with all sentences of its article and its own; ValueError if the article is another text."""
    table = pl.read_parquet(news, columns=["id", "text"])
    wanted = [row.article for row in rows if row.corpus == "news"]
    texts = dict(table.filter(pl.col("id").is_in(wanted)).rows())
    for row in rows:
        text = (
            texts[row.article] if row.corpus == "news" else (folder / row.article).read_text(encoding="utf-8")
        )
        if hashlib.sha256(text[row.start : row.end].encode()).hexdigest()[:16] != row.sha:
            message = f"row {row.number}: {row.article} is not the text that was read: use the same data"
            raise ValueError(message)
        article = Article(id=row.article, source="", text=text)
        found = sentences_of(article, Settings())[0]
        same = (each for each in found if (each.start, each.end) == (row.start, row.end))
        own = next(same, Sentence(article, row.start, row.end))
        yield row, sorted({*found, own}, key=lambda each: each.start), own


def part_of(number: int) -> str:
    """The part of the table that a row belongs to."""
    added = next((name for first, name in ADDED if number >= first), None)
    return added or ("odd rows" if number % 2 else "even rows")


def describe(claim: Claim) -> str:
    """A claim in one line."""
    sign = "not " if claim.negated else ""
    return f"{claim.text} [{sign}{mode_of(claim)}; {claim.speaker_name or 'the paper'}; {claim.subject}]"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--half", choices=("all", "odd", "even"), default="all")
    parser.add_argument("--missed", action="store_true", help="print what is missed and what is wrong")
    parser.add_argument("--matches", type=int, default=0, help="print so many matches, evenly spread")
    options = parser.parse_args()
    halves = {"all": (0, 1), "odd": (1,), "even": (0,)}[options.half]
    rows = [row for row in read_table(options.table) if row.number % 2 in halves]
    parts = ("all", "odd rows", "even rows", *(name for _, name in reversed(ADDED)), "news", "folder")
    scores = {name: Score() for name in parts}
    shown: list[str] = []
    spacy, parsing, extracting, parsed = Parser(), 0.0, 0.0, 0
    for row, context, own in sentences(rows, options.news, options.folder):
        needed = with_antecedents([own], {own.article.id: context})
        started = time.process_time()
        docs = list(zip(needed, spacy.parse(each.text for each in needed), strict=True))
        between = time.process_time()
        claims = dict(zip(needed, claims_of_parsed(docs), strict=True))[own]
        parsing, extracting = parsing + between - started, extracting + time.process_time() - between
        parsed += len(needed)
        names = ("all", part_of(row.number), row.corpus)
        pairs = score(row, claims, (scores[name] for name in names))
        for at, entry in enumerate(row.entries):
            way = entry.ways[0]
            wording = f"{way.subject} | {way.predicate} [{way.modes}; {way.negated}; {way.speaker}]"
            if at in pairs:
                shown.append(f"{row.number} {wording}\n    = {describe(claims[pairs[at]])}")
            elif options.missed and not entry.optional:
                print(f"{row.number} - {wording}: {cause(entry, claims)}")
        if options.missed:
            wrong = (claim for at, claim in enumerate(claims) if at not in pairs.values())
            print("\n".join(f"{row.number} + {describe(claim)}" for claim in wrong))
    if options.matches:
        print("\n".join(shown[:: max(1, len(shown) // options.matches)]))
    print("| part | sentences | claims | extracted | precision | recall |\n|---|---|---|---|---|---|")
    print("\n".join(each.row(name) for name, each in scores.items() if each.sentences))
    print("\n| missed because of | claims |\n|---|---|")
    print("\n".join(f"| {name} | {count} |" for name, count in scores["all"].causes.most_common()))
    rate = parsed / max(1e-9, parsing + extracting)
    print(
        f"\n{parsed} sentences: {parsing:.1f} s to parse, {extracting:.1f} s to extract, {rate:.0f} a second."
    )


if __name__ == "__main__":
    main()
