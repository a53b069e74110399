"""The words of a claim: a clause's tokens as a self-contained proposition, and its negation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees

if TYPE_CHECKING:
    from spacy.tokens import Token

    from checker.claims.clauses import Clause

_SPACE = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)])")
_REPEATED = re.compile(r"([,;:])(?:\s*[,;:])+")
_EDGES = " \t\n,;:.-–—\"“”'()[]"
_DANGLING = re.compile(r"\s*\b(?:and|or|but|that|which|who)$", re.IGNORECASE)


def noun_phrase(head: Token) -> list[Token]:
    """The tokens of a noun phrase less what only comments on it (relative clauses, loose appositions)."""
    removed = [
        token
        for token in head.subtree
        if token.dep_ in ("relcl", "parataxis") or (token.dep_ in ("acl", "appos") and _after_comma(token))
    ]
    tokens = trees.without(head, removed)
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens.pop(0)
    return tokens


def _after_comma(token: Token) -> bool:
    before = token.left_edge.i - 1
    return before >= 0 and token.doc[before].lower_ == ","


def text_of(tokens: Sequence[Token], replacements: Mapping[int, str]) -> str:
    """Tokens joined as they stood, with a space where something was cut out."""
    parts: list[str] = []
    for position, token in enumerate(tokens):
        word = replacements.get(token.i, token.text)
        if not word:
            continue
        parts.append(word)
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        gap = following is not None and following.i != token.i + 1
        parts.append(" " if gap or token.whitespace_ else "")
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """One line, no stray punctuation at the edges, the first letter a capital."""
    text = _SPACE.sub(" ", text.replace('"', "").replace("“", "").replace("”", ""))
    text = _REPEATED.sub(r"\1", _SPACE_BEFORE.sub(r"\1", text))
    previous = None
    while previous != text:
        previous = text
        text = _DANGLING.sub("", text.strip(_EDGES)) if not text.endswith(("U.S.", "U.K.", "U.N.")) else text
    return text[:1].upper() + text[1:]


def proposition(clause: Clause, replacements: Mapping[int, str], *, negate: bool = False) -> str:
    """The clause as a sentence of its own.

    A missing subject is filled in from where it stands, a relative pronoun replaced by its antecedent,
    shared auxiliaries repeated, and the gerund of a denial ("dispute having received") made finite. With
    ``negate`` the wording says the opposite.
    """
    wording = {token.i: token.text for token in clause.tokens}
    wording.update({at: word for at, word in replacements.items() if at in wording})
    front: list[str] = []
    if clause.subject is not None:
        filled = text_of(noun_phrase(clause.subject), replacements)
        if clause.relative is not None:
            wording[clause.relative.i] = filled
        elif trees.subject(clause.head) is None:
            front.append(filled)
            front += [token.text for token in clause.auxiliaries]
            _make_finite(clause, wording)
    if clause.frame.stance == "denies" or negate:
        for token in clause.tokens:
            if token.lower_ in lexicon.POLARITY_ITEMS and not trees.is_negated(clause.head):
                wording[token.i] = ""
    if negate:
        _negate(clause, wording, front)
    body = text_of(list(clause.tokens), wording)
    if not front:
        return body
    return tidy(" ".join([*front, body[:1].lower() + body[1:] if body[1:2].islower() else body]))


def _make_finite(clause: Clause, wording: dict[int, str]) -> None:
    """ "having received" becomes "have received", "meeting X" becomes "was meeting X"."""
    head = clause.head
    plural = clause.subject is not None and clause.subject.tag_ in ("NNS", "NNPS")
    having = next((t for t in clause.tokens if t.dep_ == "aux" and t.lower_ == "having"), None)
    if having is not None:
        wording[having.i] = "have" if plural else "has"
    elif head.tag_ == "VBG" and not clause.auxiliaries and trees.child(head, *trees.AUXILIARIES) is None:
        wording[head.i] = f"{'were' if plural else 'was'} {head.text}"
    else:
        to = next((t for t in clause.tokens if t.tag_ == "TO" and t.head == head), None)
        if to is not None:
            wording[to.i] = "will"


def _negate(clause: Clause, wording: dict[int, str], front: list[str]) -> None:
    """Put the negation in, or take it out, at the clause's first verb."""
    head = clause.head
    negation = next((t for t in head.children if t.dep_ == "neg"), None)
    if negation is not None and negation.i in wording:
        wording[negation.i] = ""
        return
    auxiliary = next((t for t in clause.tokens if t.head == head and t.dep_ in trees.AUXILIARIES), None)
    if auxiliary is not None:
        wording[auxiliary.i] = f"{wording[auxiliary.i]} not"
    elif front and clause.auxiliaries:
        front.append("not")
    elif head.lemma_ == "be" or wording[head.i].startswith(("was ", "were ")):
        first, _, rest = wording[head.i].partition(" ")
        wording[head.i] = f"{first} not {rest}".strip()
    else:
        does = "did" if head.tag_ in ("VBD", "VBN") else "does" if head.tag_ == "VBZ" else "do"
        wording[head.i] = f"{does} not {head.lemma_}"
