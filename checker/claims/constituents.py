"""Where the source and the content of a cue may stand: candidates around it, with their features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims.cues import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.flat import Flat

_UP = frozenset("conj xcomp advcl acl ccomp pcomp relcl prep pobj dobj attr acomp".split())
_OWNERS = frozenset("poss compound amod nmod".split())
_NOMINAL = frozenset("NN PR CD WP DT".split())
#: How far up the tree a source is looked for.
_STEPS = 4
_NOT_CONTENT = frozenset(("aux", "auxpass", "punct", "neg", "prt", "cc", "det", "mark", "expl"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a sentence that may be the source or the content of a cue.

    ``top`` is the token it hangs on, ``path`` how the cue reaches it ("^conj nsubj": up a coordination,
    down to the subject), ``tokens`` its tokens without those of the cue.
    """

    top: int
    path: str
    tokens: frozenset[int]


def sources(flat: Flat, cue: int) -> Iterator[Candidate]:
    """Who may stand behind a cue: nouns and pronouns on short paths, nearest first."""
    at, path = cue, ""
    for _ in range(_STEPS):
        for child in flat.children[at]:
            if child != cue:
                yield from _below(flat, cue, child, path)
        head, label = flat.heads[at], flat.labels[at]
        if head == at or label not in _UP:
            return
        path = f"{path}^{label} "
        if label in ("acl", "relcl") and flat.tags[head][:2] in _NOMINAL:
            yield _source(flat, cue, head, path.rstrip())
        at = head


def _below(flat: Flat, cue: int, child: int, path: str) -> Iterator[Candidate]:
    """The candidates at or under one child of a token on the way up; ``path`` is the way so far."""
    label = flat.labels[child]
    if label in SUBJECTS or label in _OWNERS:
        yield _source(flat, cue, child, f"{path}{label}")
    elif label in ("agent", "prep"):
        noun = flat.child(child, "pobj")
        if noun is not None and noun != cue:
            yield _source(flat, cue, noun, f"{path}{label}:{flat.words[child]}")
    elif label in ("dobj", "pobj", "attr") and not path:
        yield _source(flat, cue, child, label)
        owner = flat.child(child, "poss")
        if owner is not None:
            yield _source(flat, cue, owner, f"{label} poss")


def _source(flat: Flat, cue: int, top: int, path: str) -> Candidate:
    under = flat.subtree(top, without=_branch(flat, cue, top))
    return Candidate(top, path, frozenset(under))


def _branch(flat: Flat, cue: int, top: int) -> int:
    """The child of ``top`` on the way down to the cue, -1 if the cue is not under ``top``."""
    at = cue
    for _ in range(len(flat.heads)):
        head = flat.heads[at]
        if head == top:
            return at
        if head == at:
            return -1
        at = head
    return -1


def contents(flat: Flat, cue: int, source: int | None) -> Iterator[Candidate]:
    """What may be said under a cue: its children, the clause around it, and the quotation beside it."""
    spare = frozenset() if source is None else flat.subtree(source, without=_branch(flat, cue, source))
    for child in flat.children[cue]:
        label = flat.labels[child]
        if label not in _NOT_CONTENT and child != source:
            word = f":{flat.words[child]}" if label in ("prep", "agent", "advmod", "dative") else ""
            side = "<" if child < cue else ">"
            yield Candidate(child, f"{label}{word}{side}", frozenset(flat.subtree(child, cue)) - spare)
    head = flat.heads[cue]
    if head != cue:
        label = flat.labels[cue]
        around = frozenset(flat.subtree(head, without=cue)) - spare
        yield Candidate(head, f"^{label}", around)
        if flat.heads[head] != head:
            upper = frozenset(flat.subtree(flat.heads[head], without=head)) - spare
            yield Candidate(flat.heads[head], f"^{label} ^{flat.labels[head]}", upper)
    quotation = frozenset(at for at, inside in enumerate(flat.quoted) if inside) - spare - {cue}
    if quotation and not flat.quoted[cue]:
        yield Candidate(min(quotation), "quotation", quotation)


def source_features(flat: Flat, cue: int, candidate: Candidate, rank: int) -> Iterator[str]:
    """The features of a source; ``rank`` counts the candidates before it."""
    tag, lemma, path = flat.tags[cue], flat.lemmas[cue], candidate.path
    top = candidate.top
    yield f"S={path}"
    yield f"St={path},{tag}"
    yield f"Sl={path},{lemma}"
    yield f"Sk={path.split()[-1]},{flat.kinds[top]}"
    yield f"Sw={flat.lemmas[top]},{path.split()[-1]}"
    yield f"Sr={min(rank, 4)},{path.split()[-1]}"
    yield f"Sd={'<' if top < cue else '>'},{min(abs(top - cue), 8)},{path.split()[-1]}"


def content_features(flat: Flat, cue: int, candidate: Candidate, paths: frozenset[str]) -> Iterator[str]:
    """The features of a content; ``paths`` are those of all candidates of the cue."""
    tag, lemma, path = flat.tags[cue], flat.lemmas[cue], candidate.path
    clausal = any(each.startswith(("ccomp", "xcomp")) for each in paths)
    yield f"C={path}"
    yield f"Ct={path},{tag}"
    yield f"Cl={path},{lemma}"
    yield f"Ck={path},{flat.kinds[candidate.top]}"
    yield f"Cc={path},{clausal},{'quotation' in paths},{tag[:2]}"
    yield f"Cq={path},{flat.quoted[candidate.top]}"
    yield f"Cs={path},{min(len(candidate.tokens), 5)}"
    yield f"Co={path},{'dobj>' in paths},{tag[:2]}"
    yield f"Cw={path},{flat.lemmas[candidate.top]}"
