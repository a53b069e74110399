"""The words of a claim: a clause's tokens as a self-contained proposition, and its negation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import lexicon, trees
from checker.claims.contractions import shared_word, spelled_out
from checker.claims.finite import make_finite, negate_verb, settle_not
from checker.claims.participles import perceived
from checker.records import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from checker.claims.clauses import Clause

_SPACE = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)])")
_SPACE_AFTER = re.compile(r"\(\s+")
_REPEATED = re.compile(r"([,;:])(?:\s*[,;:])+")
_EMPTY_ASIDE = re.compile(r"\s*[—–]\s*[—–]\s*")
_EDGES = " \t\n,;:.-–—\"“”'()[]"
_DANGLING = re.compile(r"\s+(?:and|or|but)$", re.IGNORECASE)
_ABBREVIATED = ("U.S.", "U.K.", "U.N.")


def noun_phrase(head: Token) -> list[Token]:
    """The tokens of a noun phrase less what only comments on it (relative clauses, loose appositions)."""
    tokens = trees.without(
        head,
        [
            token
            for token in head.subtree
            if token != head
            and (
                token.dep_ in ("relcl", "parataxis")
                or (token.dep_ in ("acl", "appos") and trees.after_comma(token))
                or _dates_the_verb(token)
            )
        ],
    )
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in ("cc", "case")):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens.pop(0)
    return tokens


def _dates_the_verb(token: Token) -> bool:
    """ "Trump on Saturday (tweeted)": the day belongs to what he did."""
    day = trees.child(token, "pobj") if token.dep_ == "prep" and token.lower_ in ("on", "in") else None
    if day is None or day.ent_type_ != "DATE":
        return False
    # A name may be taken for a verb.
    return token.head.pos_ == "PROPN" or (token.head.dep_ == "nsubj" and token.head.tag_ == "VB")


def phrase(head: Token, replacements: Mapping[int, str], *, end: int | None = None) -> str:
    """A noun phrase as it reads in the middle of a sentence: "the Allies", "members of the team".

    Tokens from the index ``end`` on are left out.
    """
    tokens = [token for token in noun_phrase(head) if end is None or token.i < end]
    text = text_of(tokens, replacements, opening=False)
    if not tokens or tokens[0].i in replacements:
        return text
    first = tokens[0]
    article = first.pos_ == "DET" or first.tag_ == "PRP$"
    # Only the first word of a sentence owes its capital to its place.
    placed = first.is_sent_start and first.tag_ in ("NN", "NNS", "CD") and not first.text.isupper()
    return text[:1].lower() + text[1:] if article or placed else text


def text_of(tokens: Sequence[Token], replacements: Mapping[int, str], *, opening: bool = True) -> str:
    """Tokens joined as they stood, with a space where something was cut out.

    With ``opening`` the text begins a sentence, with a capital. What was set off by two commas goes
    with both of them.
    """
    kept = [token for token in tokens if replacements.get(token.i, token.text)]
    while kept and _hangs(kept[-1]):
        kept.pop()
    parts: list[str] = []
    skipped = False
    for position, token in enumerate(kept):
        following = kept[position + 1] if position + 1 < len(kept) else None
        gap = following is not None and following.i != token.i + 1
        pair = token.text == "," and following is not None and following.text == "," and gap
        if not pair and not skipped:
            parts.append(replacements.get(token.i, token.text))
            parts.append(" " if gap or token.whitespace_ else "")
        elif skipped:
            parts.append(" ")
        skipped = pair
    text = tidy("".join(parts))
    return text[:1].upper() + text[1:] if opening else text


def _hangs(token: Token) -> bool:
    """Whether a token at the end waits for a clause that was cut off: "and", "that", "who"."""
    if token.dep_ in ("cc", "mark", "preconj") or token.is_punct:
        return token.text not in (")", "%")
    return token.tag_ in ("WDT", "WP") and trees.governor(token).i > token.i


def tidy(text: str) -> str:
    """One line, without quotation marks, editors' brackets and stray punctuation at the edges."""
    text = text.replace("[", "").replace("]", "")
    text = re.sub(r"(?<=\w)[\"“”](?=\w)", " ", text)
    text = _SPACE.sub(" ", _EMPTY_ASIDE.sub(" ", re.sub(r"[\"“”]", "", text)))
    text = re.sub(r",(?=[^\W\d_])", ", ", text)
    text = _SPACE_AFTER.sub("(", _REPEATED.sub(r"\1", _SPACE_BEFORE.sub(r"\1", text)))
    previous = None
    while previous != text:
        previous = text
        if text.endswith(_ABBREVIATED) or (text.endswith(")") and "(" in text[1:]):
            text = text.lstrip(_EDGES)
        else:
            text = _DANGLING.sub("", text.strip(_EDGES))
    return text


def proposition(clause: Clause, replacements: Mapping[int, str], *, negate: bool = False) -> str:
    """The clause as a sentence of its own.

    A missing subject is filled in from where it stands, a relative pronoun replaced by its antecedent,
    shared auxiliaries repeated, and the gerund of a denial ("dispute having received") made finite. With
    ``negate`` the wording says the opposite.
    """
    wording = {token.i: token.text for token in clause.tokens}
    wording.update({at: word for at, word in replacements.items() if at in wording})
    front = _subject_in_front(clause, replacements, wording, negate=negate)
    # "Deny having received any" is to be read as "have received", and its denial as "have not received any".
    if clause.frame.stance is Stance.DENIES and not negate:
        for token in clause.tokens:
            if token.lower_ in lexicon.POLARITY_ITEMS and not trees.is_negated(clause.head):
                wording[token.i] = ""
    if negate and clause.deed is None:
        negate_verb(clause, wording, front)
    else:
        _turn_back(clause, wording)
        settle_not(clause, wording)
    wording.update(spelled_out(clause.tokens, wording))
    if not front:
        return text_of(clause.tokens, wording)
    text = tidy(" ".join([*front, text_of(clause.tokens, wording, opening=False)]))
    return text[:1].upper() + text[1:]


def _subject_in_front(
    clause: Clause, replacements: Mapping[int, str], wording: dict[int, str], *, negate: bool
) -> list[str]:
    """The words before the clause: a subject that stands elsewhere, and the auxiliaries that go with it."""
    if clause.subject is None:
        if perceived(clause.head):
            make_finite(clause, wording)
        return []
    filled = phrase(clause.subject, replacements, end=None if clause.deed is None else clause.deed.end)
    if clause.relative is not None:
        wording[clause.relative.i] = filled
        return []
    if trees.subject(clause.head) is not None:
        return []
    front = [filled, *(shared_word(token, replacements) for token in clause.auxiliaries)]
    if clause.deed is not None:
        front.append(clause.deed.unsaid if negate else clause.deed.said)
    else:
        make_finite(clause, wording)
    return front


def follows_nor(head: Token) -> bool:
    """ "..., nor is there a law": a verb before its subject that "nor" negates."""
    subject = trees.subject(head) if head.dep_ == "conj" else None
    first = trees.child(head, *trees.AUXILIARIES) or head
    before = first.doc[first.i - 1].lower_ if first.i else ""
    return subject is not None and before == "nor" and first.i < subject.i


def _turn_back(clause: Clause, wording: dict[int, str]) -> None:
    """ "Nor is there a law" as "there is not a law"."""
    subject = trees.subject(clause.head)
    if subject is None or not follows_nor(clause.head):
        return
    first = trees.child(clause.head, *trees.AUXILIARIES) or clause.head
    last = max(token.i for token in noun_phrase(subject))
    if first.i in wording and last in wording:
        wording[last], wording[first.i] = f"{wording[last]} {wording[first.i]} not", ""
