"""Labelled pages: real articles with their own furniture, and clean articles with furniture put in.

The furniture that is put in stands in ``furniture_texts.json``, written for this purpose: a dozen or
more wordings a kind, in two halves. The classifier was tuned on ``development`` only. Labels of real
texts (``furniture_labels.json``) are line numbers with hashes; the texts themselves are not part of this.
"""

from __future__ import annotations

import hashlib
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HALVES = ("development", "held_out")
#: The label of lines that a careful reader may call either, counted nowhere.
EITHER = "either"
_HERE = Path(__file__).parent
_PAGES_AN_ARTICLE = 4
_MOST_IN_THE_MIDDLE = 6
_GAPS = ("\n", "\n\n")


class Range(TypedDict):
    """Furniture of a kind: the first and last line (from 1), and the SHA-256 of their text, 16 digits."""

    lines: tuple[int, int]
    kind: str
    sha256: str


class Label(TypedDict):
    """The furniture of one real text; ``sha256`` is that of the whole text, first 16 digits."""

    sha256: str
    furniture: list[Range]


class Wordings(TypedDict):
    """Where on a page a kind of furniture stands, and its wordings: lists of lines."""

    places: list[str]
    development: list[list[str]]
    held_out: list[list[str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A trimmed line of a page as code points; ``kind`` is None for the article's own."""

    start: int
    end: int
    kind: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one half (``real`` for the real articles) with every visible line labelled."""

    name: str
    half: str
    text: str
    lines: tuple[Labelled, ...]


def wordings() -> dict[str, Wordings]:
    """The furniture to put in, by kind."""
    found: dict[str, Wordings] = json.loads((_HERE / "furniture_texts.json").read_text(encoding="utf-8"))
    return found


def labels() -> dict[str, dict[str, Label]]:
    """The labels of the real articles by file name (``real``) and of the clean ones by id (``clean``)."""
    found: dict[str, dict[str, Label]] = json.loads(
        (_HERE / "furniture_labels.json").read_text(encoding="utf-8")
    )
    return found


def digest(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kinds_by_line(name: str, text: str, label: Label) -> dict[int, str]:
    """The kind of each furniture line of a real text, by its number from 1.

    Raises ``ValueError`` when the text or a labelled line is not the one that was labelled.
    """
    if digest(text) != label["sha256"]:
        raise ValueError(f"{name}: not the text that was labelled; label it again in furniture_labels.json")
    rows = text.split("\n")
    kinds: dict[int, str] = {}
    for piece in label["furniture"]:
        first, last = piece["lines"]
        if digest("\n".join(rows[first - 1 : last])) != piece["sha256"]:
            raise ValueError(f"{name}: lines {first} to {last} are not those that were labelled")
        kinds.update(dict.fromkeys(range(first, last + 1), piece["kind"]))
    return kinds


def real_page(name: str, text: str, label: Label) -> Page:
    """A real article as it is."""
    kinds = kinds_by_line(name, text, label)
    rows = [(row, kinds.get(number)) for number, row in enumerate(text.split("\n"), 1)]
    return _page(name, "real", [(row, kind, "\n") for row, kind in rows])


def made_pages(articles: Mapping[str, str], known: Mapping[str, Label], *, seed: int) -> Iterator[Page]:
    """Four pages of each article, every kind of furniture on each; articles alternate between the halves.

    Wordings are dealt out in turn, so that each is used about equally often.
    """
    rng = random.Random(seed)
    texts = wordings()
    decks: dict[tuple[str, str], list[list[str]]] = {}
    for number, name in enumerate(sorted(articles)):
        half = HALVES[number % len(HALVES)]
        kinds = kinds_by_line(name, articles[name], known[name])
        own = [
            (row, kinds.get(line)) for line, row in enumerate(articles[name].split("\n"), 1) if row.strip()
        ]
        for turn in range(_PAGES_AN_ARTICLE):
            put = {kind: _deal(decks, kind, half, texts[kind], rng) for kind in texts}
            yield _made_page(f"{name}/{turn}", half, own, put, texts, rng)


def _deal(
    decks: dict[tuple[str, str], list[list[str]]], kind: str, half: str, texts: Wordings, rng: random.Random
) -> list[str]:
    """The next wording of a kind, from a pack that is shuffled anew when it is used up."""
    pack = decks.setdefault((kind, half), [])
    if not pack:
        pack.extend(texts["development"] if half == "development" else texts["held_out"])
        rng.shuffle(pack)
    return pack.pop()


def _made_page(
    name: str,
    half: str,
    own: Sequence[tuple[str, str | None]],
    put: Mapping[str, list[str]],
    texts: Mapping[str, Wordings],
    rng: random.Random,
) -> Page:
    """One page: furniture at the head, between paragraphs, at the foot and at the very end."""
    places: dict[str, list[str]] = {"head": [], "middle": [], "foot": [], "end": []}
    for kind in put:
        places[rng.choice(texts[kind]["places"])].append(kind)
    for kinds in places.values():
        rng.shuffle(kinds)
    # As on most pages, the comments stand above the copyright.
    places["end"].sort(key=lambda kind: kind != "comments")
    inner = range(1, len(own))
    where = rng.sample(inner, min(len(inner), len(places["middle"]), _MOST_IN_THE_MIDDLE))
    left_over = places["middle"][len(where) :]
    middle = dict(zip(where, places["middle"], strict=False))
    gap = rng.choice(_GAPS)
    rows: list[tuple[str, str | None, str]] = []

    def add(kinds: Sequence[str]) -> None:
        for name_of_kind in kinds:
            rows.extend((line, name_of_kind, gap) for line in put[name_of_kind])

    add(places["head"])
    for at, (row, label) in enumerate(own):
        if at in middle:
            add([middle[at]])
        rows.append((row, f"own {label}" if label and label != EITHER else label, "\n\n"))
    add([*left_over, *places["foot"], *places["end"]])
    return _page(name, half, rows)


def _page(name: str, half: str, rows: Sequence[tuple[str, str | None, str]]) -> Page:
    """The page of rows of text, each with its kind and the break after it."""
    text: list[str] = []
    found: list[Labelled] = []
    length = 0
    for row, kind, gap in rows:
        bare = row.strip()
        if bare:
            start = length + row.index(bare)
            found.append(Labelled(start, start + len(bare), kind))
        text.extend((row, gap))
        length += len(row) + len(gap)
    return Page(name, half, "".join(text), tuple(found))
