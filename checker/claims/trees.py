"""Small questions about a dependency tree that the other modules of this folder share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
AUXILIARIES = ("aux", "auxpass")
_NO_NEGATION = ("only", "just", "merely", "simply", "solely", "least")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NEGATABLE = (*SUBJECTS, "dobj", "attr", "acomp", "advmod", "xcomp")


#: Where a tree keeps the labelled children of all its tokens, once somebody has asked.
_KIN = "children"

#: Where it keeps what others found out about it.
_NOTES = "notes"

_Labelled = tuple[tuple[str, "Token"], ...]


def settle(doc: Doc) -> Doc:
    """Say that a tree stands as it is now: who hangs on whom is then looked up once for all tokens.

    Whoever changes it says so again.
    """
    doc.user_data[_KIN] = []
    doc.user_data[_NOTES] = {}
    return doc


def notes(doc: Doc, of: str) -> dict[int, tuple[Token, ...]]:
    """What was found out under a name about the tokens of a tree, by their numbers; gone once it changes.

    Of a tree that was never settled nothing is kept.
    """
    known: dict[str, dict[int, tuple[Token, ...]]] = doc.user_data.get(_NOTES, {})
    return known.setdefault(of, {})


def tokens(doc: Doc) -> tuple[Token, ...]:
    """All tokens of a tree, made once: a document makes new ones for each who goes through it."""
    known: tuple[Token, ...] | None = doc.user_data.get("tokens")
    if known is None:
        known = doc.user_data["tokens"] = tuple(doc)
    return known


def holds(doc: Doc, word: str) -> bool:
    """Whether a tree has a token of these lower-case letters: one look instead of one at each token."""
    words: frozenset[str] | None = doc.user_data.get("words")
    if words is None:
        words = doc.user_data["words"] = frozenset(token.lower_ for token in tokens(doc))
    return word in words


def _labelled(head: Token) -> _Labelled:
    doc = head.doc
    known: list[_Labelled] | None = doc.user_data.get(_KIN)
    if known is None:
        return tuple((token.dep_, token) for token in head.children)
    if not known:
        known.extend(_kin(doc))
    return known[head.i]


def _kin(doc: Doc) -> Iterator[_Labelled]:
    """The labelled children of each token, in one pass: one by one, each looks at the whole sentence."""
    kin: list[list[tuple[str, Token]]] = [[] for _ in range(len(doc))]
    heads, labels = doc.to_array(["HEAD", "DEP"]).T
    names = {label: doc.vocab.strings[label] for label in set(labels.tolist())}
    # Heads are offsets, signed numbers that travel as unsigned ones.
    for token, offset, label in zip(tokens(doc), heads.view("int64").tolist(), labels.tolist(), strict=True):
        if offset:
            kin[token.i + offset].append((names[label], token))
    return map(tuple, kin)


def dependants(head: Token) -> Iterator[Token]:
    """All children, in order."""
    return (token for _, token in _labelled(head))


def child(head: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    return next((token for label, token in _labelled(head) if label in labels), None)


def children(head: Token, *labels: str) -> Iterator[Token]:
    """The children with one of the labels, in order."""
    return (token for label, token in _labelled(head) if label in labels)


def subject(head: Token) -> Token | None:
    """The subject of a clause's head, if it has one of its own."""
    return child(head, *SUBJECTS)


def is_verbal(token: Token) -> bool:
    """Whether a token can head a clause."""
    return token.pos_ in ("VERB", "AUX")


def is_finite(head: Token) -> bool:
    """Whether a clause stands in a tense of its own ("talks", "has talked", not "to talk", "talking")."""
    return head.tag_ in _FINITE or any(aux.tag_ in _FINITE for aux in children(head, *AUXILIARIES))


def is_infinitive(head: Token) -> bool:
    """Whether a verb stands behind "to"."""
    return any(token.tag_ == "TO" for token in children(head, "aux"))


def takes_bare(head: Token) -> bool:
    """Whether the auxiliaries of a clause go with a bare verb: "will", "did", "to", not "has"."""
    return any(token.tag_ in ("MD", "TO") or token.lemma_ == "do" for token in children(head, "aux"))


def is_plural(noun: Token) -> bool:
    """Whether a noun phrase names several: "officials", "Putin and Biden", "most of the voters"."""
    if noun.tag_ in ("NNS", "NNPS") or child(noun, "conj") is not None:
        return True
    if noun.lemma_.lower() not in lexicon.QUANTITIES:
        return False
    of = next((token for token in children(noun, "prep") if token.lower_ == "of"), None)
    whole = None if of is None else child(of, "pobj")
    return whole is not None and (whole.tag_ in ("NNS", "NNPS") or whole.lower_ in ("those", "them", "us"))


def is_subjunctive(head: Token) -> bool:
    """Whether a clause says what shall be: "(demands that) Russia withdraw", "(that) no troops be sent"."""
    auxiliaries = list(children(head, *AUXILIARIES))
    if auxiliaries:
        return auxiliaries[0].lower_ == "be"
    noun = subject(head)
    bare = head.tag_ in ("VB", "VBP") and head.lower_ == head.lemma_
    return bare and noun is not None and noun.pos_ in ("NOUN", "PROPN") and not is_plural(noun)


def governor(token: Token) -> Token:
    """The verb of the clause that a token stands in ("including" is none), the root if there is none."""
    above = token.head
    while not (is_verbal(above) and above.dep_ != "prep") and above.head != above:
        above = above.head
    return above


def is_negated(head: Token, *, start: int = 0) -> bool:
    """Whether the clause of ``head`` denies something: "not ready", "no talks", "never".

    Tokens before the index ``start`` do not count ("not least because ...").
    """
    for label, token in _labelled(head):
        if token.i < start:
            continue
        if negates(token):
            return True
        if label in _NEGATABLE and any(negates(inner) for inner in dependants(token)):
            return True
    return is_ruled_out(head)


def is_ruled_out(head: Token) -> bool:
    """ "Under no circumstances will it", "at no time did it": a negation in front of the whole clause."""
    for preposition in children(head, "prep"):
        noun = child(preposition, "pobj")
        first = preposition.i < head.i and noun is not None and noun.lemma_.lower() in lexicon.RULED_OUT
        if first and noun is not None and any(token.lower_ == "no" for token in dependants(noun)):
            return True
    return False


def negates(token: Token) -> bool:
    """Whether a word is a negation: "not", "never", "no", but not the one of "not only" nor a "No. 11"."""
    if token.dep_ != "neg" and token.lower_ not in lexicon.NEGATIONS:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is None:
        return True
    # "Not only P" says P, and "No. 11" is a number.
    return not (token.lower_ == "not" and following.lower_ in _NO_NEGATION) and not (
        token.text == "No" and following.text == "."
    )


def without(head: Token, removed: Iterable[Token]) -> list[Token]:
    """The subtree of ``head`` less the subtrees of the removed tokens, in order."""
    gone = {token.i for root in removed for token in root.subtree}
    return sorted((token for token in head.subtree if token.i not in gone), key=lambda token: token.i)


def opens(head: Token) -> Token:
    """The first token of a clause."""
    return head.doc[head.left_edge.i]


def after_comma(clause: Token) -> bool:
    """Whether a comma or a dash sets the clause off from what stands before it."""
    before = clause.left_edge.i - 1
    return before >= 0 and clause.doc[before].lower_ in (",", "-", "–", "—")


def is_bare_report(head: Token) -> bool:
    """ "Peskov said on Wednesday": a reporting verb whose content stands elsewhere."""
    lemma = head.lemma_.lower()
    if lemma == "go" and any(token.lower_ == "on" for token in children(head, "prt")):
        return True
    if lemma not in lexicon.PARENTHETICAL or is_negated(head) or _is_about_something(head):
        return False
    heard = child(head, "dobj")
    if heard is not None and not (lemma in lexicon.TELLING and _listens(heard)):
        return False
    return child(head, "ccomp", "xcomp", "acomp", "attr", "oprd", "nsubjpass") is None


def _is_about_something(head: Token) -> bool:
    """ "pointed to the votes", "learned of the plan": a statement of its own unless there is a quotation."""
    about = lexicon.SAYING_ABOUT.get(head.lemma_.lower(), frozenset())
    found = [token for token in children(head, "prep") if token.lower_ in about]
    # "Responded by saying that P" says P.
    said = (child(token, "pcomp") for token in found)
    if not found or any(verb is not None and child(verb, "ccomp") is not None for verb in said):
        return False
    return not any(token.is_quote for token in head.doc) and child(head, "ccomp", "parataxis") is None


def _listens(noun: Token) -> bool:
    return noun.pos_ in ("PROPN", "PRON") or noun.lemma_.lower() in lexicon.HEARERS
