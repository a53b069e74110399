"""What speaks for and against a token being the cue of an attribution: the features of the tagger.

A cue is the verb, noun or preposition that ties a content to its source (PolNeAR, Newell et al. 2018).
Features are short strings over the token, its children, its subject and its surroundings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.flat import Flat

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_WORDED = frozenset(("prep", "agent", "prt", "aux", "neg", "mark", "dative", "det"))
_SIDED = frozenset(("ccomp", "dobj", "parataxis", "nsubj"))


def subject_of(flat: Flat, at: int) -> int | None:
    """The subject of a verb: its own, that of the verb it is coordinated with, or that of its governor."""
    for _ in range(4):
        found = flat.child(at, *SUBJECTS)
        if found is not None:
            return found
        head = flat.heads[at]
        if head == at or flat.labels[at] not in ("conj", "xcomp", "advcl", "acl", "ccomp", "pcomp", "prep"):
            return None
        if flat.labels[at] == "acl":
            return head
        at = head
    return None


def features(flat: Flat, at: int) -> Iterator[str]:
    """The features of token ``at`` as a cue."""
    lemma, tag, label, head = flat.lemmas[at], flat.tags[at], flat.labels[at], flat.heads[at]
    yield "b"
    yield f"l={lemma}"
    yield f"lt={lemma},{tag}"
    yield f"ld={lemma},{label}"
    yield f"td={tag},{label}"
    yield f"hd={flat.lemmas[head]},{label}"
    yield f"ht={tag},{label},{flat.tags[head]}"
    kids = {_kid(flat, at, child) for child in flat.children[at] if flat.labels[child] != "punct"}
    for kid in kids:
        yield f"k={tag[:2]},{kid}"
        yield f"lk={lemma},{kid}"
    clause = flat.child(at, "ccomp", "xcomp", "acl")
    if clause is not None:
        mark = flat.child(clause, "mark", "aux")
        yield f"cm={tag[:2]},{flat.labels[clause]},{'' if mark is None else flat.words[mark]}"
    yield f"kids={tag[:2]},{len(kids)}"
    subject = subject_of(flat, at)
    kind = "none" if subject is None else flat.kinds[subject]
    yield f"s={tag[:2]},{kind}"
    yield f"ls={lemma},{kind}"
    if subject is not None:
        yield f"sl={flat.lemmas[subject]}"
    before = flat.words[at - 1] if at else "^"
    after = flat.words[at + 1] if at + 1 < len(flat.words) else "$"
    yield f"p={before},{tag[:2]}"
    yield f"n={after},{tag[:2]}"
    yield f"ln={lemma},{after}"
    yield f"lp={lemma},{before}"
    yield f"q={tag[:2]},{flat.quoted[at]},{any(flat.quoted)}"
    yield f"lq={lemma},{flat.quoted[at]},{any(flat.quoted)}"


def _kid(flat: Flat, at: int, child: int) -> str:
    label = flat.labels[child]
    if label in _WORDED:
        return f"{label}:{flat.words[child]}"
    return f"{label}{'<' if child < at else '>'}" if label in _SIDED else label
