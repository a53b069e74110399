"""Training pairs written to claims of the news: what excludes a claim, what only seems to, what follows.

A negation made by rule carries the words of what it negates, and a judge that learnt on such pairs takes a
denial in other words ("there has been no contact with Moscow") for another matter. ``news_written.jsonl``
therefore holds, for each claim by its hash, three sentences in other words: ``contrary`` cannot be true if
the claim is, ``compatible`` tempts a careless reader, ``follows`` is true whenever the claim is. The claims
themselves are not in it: they are those of the tables that ``training.mine_pairs`` makes.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

WRITTEN = Path(__file__).with_name("news_written.jsonl")

SOURCE = "news_written"


def key(claim: str) -> str:
    """16 hexadecimal digits for one claim."""
    return hashlib.sha256(claim.casefold().encode()).hexdigest()[:16]


def read(path: Path) -> dict[str, dict[str, str]]:
    """What was written to each claim, by its key."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row.pop("claim"): row for row in rows}


def pairs(
    claims: Iterable[str], written: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str, str, str]]:
    """(premise, hypothesis, label, source) of each claim that something was written to.

    What excludes and what is compatible does so in both orders; whether the claim follows from what follows
    from it is not known, so that order is left out.
    """
    told: set[str] = set()
    for claim in claims:
        name = key(claim)
        known = None if name in told else written.get(name)
        if known is None:
            continue
        told.add(name)
        yield claim, known["contrary"], CONTRADICTION, SOURCE
        yield known["contrary"], claim, CONTRADICTION, SOURCE
        yield claim, known["compatible"], NEUTRAL, SOURCE
        yield known["compatible"], claim, NEUTRAL, SOURCE
        yield claim, known["follows"], ENTAILMENT, SOURCE
