"""What a constructed pair is, and what the ways of making one share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

ENTAILMENT, NEUTRAL, CONTRADICTION = "entailment", "neutral", "contradiction"


@dataclass(frozen=True, slots=True)
class Change:
    """One pair of texts, its label, and the kind of change that made it."""

    kind: str
    premise: str
    hypothesis: str
    label: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the other claims lend: names of people (whole, and last words) and speakers."""

    full_names: Sequence[str] = field(default=())
    last_names: Sequence[str] = field(default=())
    speakers: Sequence[str] = field(default=())


class Changer(Protocol):
    """A way of making pairs of one parsed claim."""

    def __call__(self, doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:
        """The pairs that can be made of the claim: none if it is not surely of the right kind."""
        ...


def both(rng: random.Random, kind: str, first: str, second: str, label: str) -> Change:
    """A pair whose label holds in both orders, in one of them."""
    if rng.random() < 0.5:
        first, second = second, first
    return Change(kind, first, second, label)
