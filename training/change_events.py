"""Pairs about when, where and who: contradictions where the thing happens once, neutral where it recurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import trees
from training import lexicons
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL, Change, both
from training.grammar import is_definite, participle, past, reword, root

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from training.changes import Material


def recurrence(head: Token) -> str | None:
    """The label that another time or place of a claim's event gets, or None where nobody could say.

    "died", "signed the bill" happen once to their subject or object; "spoke", "met" may happen again.
    """
    auxiliaries = {token.lower_ for token in trees.children(head, "aux")}
    if (
        trees.is_negated(head)
        or head.tag_ not in ("VBD", "VBN")
        or auxiliaries & {"has", "have", "would", "could"}
    ):
        return None
    if head.lemma_ in lexicons.REPEATED and trees.child(head, "nsubj") is not None:
        return NEUTRAL
    subject, noun = trees.subject(head), trees.child(head, "dobj")
    fixed = noun if noun is not None else subject
    if subject is None or not is_definite(subject) or trees.child(head, "ccomp", "xcomp") is not None:
        return None
    if (
        noun is None
        and head.lemma_ in ("announce", "declare", "publish", "release", "unveil")
        and head.tag_ == "VBD"
    ):
        return None
    if (
        head.lemma_ not in lexicons.ONCE
        or fixed is None
        or not is_definite(fixed)
        or fixed.tag_ in ("NNS", "NNPS")
    ):
        return None
    return CONTRADICTION


def date_changed(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Another weekday, month or year."""
    head = root(doc)
    label = recurrence(head) if head is not None else None
    if head is None or label is None:
        return
    dates = [entity for entity in doc.ents if entity.label_ in ("DATE", "TIME")]
    if len(dates) != 1 or any(token.lower_ in ("every", "each", "last", "since", "until") for token in doc):
        return
    for token in dates[0]:
        pool: tuple[str, ...] = ()
        if token.text in lexicons.WEEKDAYS:
            pool = lexicons.WEEKDAYS
        elif token.text in lexicons.MONTHS:
            pool = lexicons.MONTHS
        elif token.text.isdigit() and 1900 <= int(token.text) <= 2030:
            year = int(token.text)
            pool = tuple(str(year + step) for step in (-9, -4, -3, -2, 2, 3) if year + step < 2024)
        pool = tuple(word for word in pool if word != token.text)
        if pool and _on_head(dates[0].root, head):
            yield both(rng, "date", doc.text, reword(doc, {token.i: rng.choice(pool)}), label)
            return


def _on_head(token: Token, head: Token) -> bool:
    above = token.head
    return above == head or (above.dep_ == "prep" and above.lower_ in ("on", "in") and above.head == head)


def place_changed(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Another country, state or city."""
    head = root(doc)
    label = recurrence(head) if head is not None else None
    places = [entity for entity in doc.ents if entity.label_ in ("GPE", "LOC", "FAC")]
    if head is None or label is None or len(places) != 1 or len(places[0]) != 1:
        return
    token = places[0][0]
    pool = next((p for p in (lexicons.COUNTRIES, lexicons.STATES, lexicons.CITIES) if token.text in p), None)
    visited = head.lemma_ == "visit" and token.head == head
    if pool is None or not ((token.dep_ == "pobj" and _on_head(token, head)) or visited):
        return
    if token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN":
        return
    word = rng.choice([place for place in pool if place != token.text])
    yield both(rng, "place", doc.text, reword(doc, {token.i: word}), label)


def person_changed(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:
    """Another person: a contradiction for a role or a deed of one person, else neutral."""
    head = root(doc)
    if head is None or trees.is_negated(head) or any(token.tag_ in ("PRP", "PRP$") for token in doc):
        return
    subject = trees.subject(head)
    people = [entity for entity in doc.ents if entity.label_ == "PERSON"]
    if subject is None or not people:
        return
    for person in people:
        label = _label_of_person(person, head, subject)
        pool = material.full_names if len(person) > 1 else material.last_names
        words = [token.text for entity in people for token in entity]
        pool = [name for name in pool if not set(name.split()) & set(words)]
        if label is None or not pool or len(person) > 3 or _continued(person):
            continue
        new = rng.choice(pool)
        names = {token.i: "" for token in person} | {person[-1].i: new}
        yield both(rng, "person", doc.text, reword(doc, names, {t.i for t in person[:-1]}), label)
        return


def _continued(person: Span) -> bool:
    doc = person.doc
    before = doc[person.start - 1] if person.start else None
    after = doc[person.end] if person.end < len(doc) else None
    odd = before is not None and (before.pos_ == "PROPN" or before.dep_ == "compound" or before.text == "the")
    return odd or (after is not None and (after.pos_ == "PROPN" or after.text in ("'s", "'", "-")))


def _label_of_person(person: Span, head: Token, subject: Token) -> str | None:
    attr, noun = trees.child(head, "attr"), trees.child(head, "dobj")
    if person.root == subject:
        if head.lemma_ == "be" and attr is not None:
            unique = attr.lemma_.lower() in lexicons.UNIQUE_ROLES and is_definite(attr) and attr.tag_ == "NN"
            return CONTRADICTION if unique else None
        singular = noun is not None and is_definite(noun) and noun.tag_ in ("NN", "NNP")
        deed = head.lemma_ in ("win", "found", "write", "lead", "chair", "own", "defeat", "kill", "direct")
        if deed and singular and head.tag_ in ("VBD", "VBZ"):
            return CONTRADICTION
        if head.lemma_ in lexicons.REPEATED and head.tag_ in ("VBD", "VBZ", "VBP"):
            return NEUTRAL
    if person.root.dep_ == "pobj" and person.root.head.dep_ == "agent" and head.tag_ == "VBN":
        once = (
            "kill",
            "write",
            "found",
            "appoint",
            "nominate",
            "sign",
            "shoot",
            "elect",
            "defeat",
            "murder",
            "lead",
        )
        return CONTRADICTION if head.lemma_ in once and is_definite(subject) else None
    if person.root == noun and head.lemma_ in lexicons.REPEATED and head.tag_ == "VBD":
        return NEUTRAL
    if (
        person.root == noun
        and head.lemma_ in ("succeed", "replace", "marry", "defeat", "beat")
        and head.tag_ == "VBD"
    ):
        return CONTRADICTION if subject.ent_type_ == "PERSON" else None
    return None


def roles(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Who did it to whom, exchanged: by the verb a contradiction, neutral, or the same thing."""
    head = root(doc)
    if head is None or trees.is_negated(head) or head.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB"):
        return
    parts = _agent_and_patient(head)
    if parts is None:
        return
    agent, patient, passive = parts
    lemma = head.lemma_
    label = CONTRADICTION if lemma in lexicons.ONE_WAY else NEUTRAL if lemma in lexicons.BOTH_WAYS else None
    if lemma in lexicons.MUTUAL:
        label = ENTAILMENT
    first, second = _text(agent), _text(patient)
    start, end = sorted((agent, patient), key=lambda span: span.start)
    texts = {start.start: _text(end), end.start: _text(start)}
    gone = {t.i for span in (start, end) for t in span} - set(texts)
    if label is not None and not set(first.lower().split()) & set(second.lower().split()) - {"the", "of"}:
        yield both(rng, "role", doc.text, reword(doc, texts, gone), label)
    if passive is None and label == CONTRADICTION and head.tag_ == "VBD" and len(doc) <= 18:
        turned = {start.start: _text(start), end.start: _text(end), head.i: f"was {participle(lemma)} by"}
        yield both(rng, "role", doc.text, reword(doc, turned, gone), CONTRADICTION)
    if passive is not None and label == CONTRADICTION:
        turned = {start.start: _text(start), end.start: _text(end), head.i: past(lemma)}
        if passive.nbor(-1) == head:
            gone |= {t.i for t in trees.children(head, "auxpass")} | {passive.i}
            yield both(rng, "role", doc.text, reword(doc, turned, gone), CONTRADICTION)


def _agent_and_patient(head: Token) -> tuple[Span, Span, Token | None] | None:
    subject, noun = trees.subject(head), trees.child(head, "dobj")
    by = trees.child(head, "agent")
    if subject is None:
        return None
    if subject.dep_ == "nsubj" and noun is not None and head.tag_ != "VBN":
        first, second = subject, noun
    elif subject.dep_ == "nsubjpass" and by is not None and (other := trees.child(by, "pobj")) is not None:
        first, second = other, subject
    else:
        return None
    spans = [_span(token) for token in (first, second)]
    if spans[0] is None or spans[1] is None:
        return None
    if {first.ent_type_, second.ent_type_} - {"PERSON", "ORG", "GPE", "NORP"} and not (
        _human(first) and _human(second)
    ):
        return None
    plural = [trees.is_plural(token) for token in (first, second)]
    if plural[0] != plural[1] and head.tag_ not in ("VBD", "VB"):
        return None
    if passive_plural(head, plural):
        return None
    return spans[0], spans[1], by if subject.dep_ == "nsubjpass" else None


def passive_plural(head: Token, plural: list[bool]) -> bool:
    """Whether a passive auxiliary would no longer agree after the exchange, or not after a new "was"."""
    return (plural[1] and plural[0] != plural[1]) or (plural[0] and head.tag_ == "VBD")


def _human(noun: Token) -> bool:
    return noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or noun.lemma_.lower() in lexicons.ACTORS


def _span(noun: Token) -> Span | None:
    """A short noun phrase in one piece, without relative clauses."""
    tokens = list(noun.subtree)
    if len(tokens) != tokens[-1].i - tokens[0].i + 1 or len(tokens) > 7:
        return None
    if any(token.dep_ in ("relcl", "acl") or token.tag_ in ("PRP", "PRP$", "WP", ",") for token in tokens):
        return None
    return noun.doc[tokens[0].i : tokens[-1].i + 1]


def _text(span: Span) -> str:
    text = span.text
    return text[:1].lower() + text[1:] if span[0].pos_ == "DET" else text
