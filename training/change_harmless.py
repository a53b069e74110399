"""Pairs that do not conflict though they differ: details, voice, spelling, hedges, tense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import trees
from training import lexicons
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL, Change, both
from training.grammar import SCOPE_WORDS, negatable, negation, participle, past, reword, root

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from training.changes import Material

#: Words beside which a detail is no mere detail: "the highest in years", "only on Monday", "if", "would".
_BINDING = SCOPE_WORDS | frozenset(
    """first last only every per each if than as would could should may might can must between from since
    average total record largest highest lowest best worst biggest whether ago after before when until while
    """.split()
)
#: Verbs that say little or nothing without their where and when.
_NEED_PLACE = frozenset(
    """live base locate come go put place stay remain arrive occur happen begin start end last date turn fall
    expire stand sit land move be lie reside meet hold rank find return grow work set leave""".split()
)


def details(doc: Doc) -> list[set[int]]:
    """Sets of tokens, each of which a claim can lose and still be implied by itself."""
    head = root(doc)
    if head is None or any(t.lower_ in _BINDING or t.tag_ in ("JJS", "RBS", "JJR", "RBR") for t in doc):
        return []
    found: list[set[int]] = []
    more = trees.child(head, "dobj", "attr", "acomp") is not None
    passive = trees.child(head, "auxpass") is not None
    for token in head.children:
        time = token.dep_ == "npadvmod" and token.ent_type_ == "DATE"
        prep = token.dep_ == "prep" and token.lower_ in ("in", "on", "at", "during")
        noun = trees.child(token, "pobj") if prep else None
        when = noun is not None and noun.ent_type_ in ("DATE", "TIME")
        where = noun is not None and noun.ent_type_ == "GPE" and (more or passive) and head.lemma_ != "be"
        if (time or when or where) and head.lemma_ not in _NEED_PLACE and (token.i > head.i or token.i == 0):
            span = {t.i for t in token.subtree}
            if len(span) <= 6:
                found.append(span)
        if token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            found += _loose(token)
    return [span for span in found if len(span) == max(span) - min(span) + 1 and len(doc) - len(span) >= 5]


def _loose(noun: Token) -> list[set[int]]:
    spans: list[set[int]] = []
    for token in noun.children:
        commas = trees.after_comma(token)
        if token.dep_ in ("relcl", "appos") and commas and token.i > noun.i and noun.ent_type_ == "PERSON":
            span = {t.i for t in token.subtree}
            after = max(span) + 1
            closing = {after} if after < len(noun.doc) and noun.doc[after].text == "," else set[int]()
            spans.append(span | {min(span) - 1} | closing)
        article = any(t.lower_ in ("a", "an") for t in trees.children(noun, "det"))
        light = noun.head.lemma_ in ("do", "make", "have", "play", "take", "give", "be", "deal")
        plain = token.pos_ == "ADJ" and not list(token.children) and "-" not in token.text
        sets_apart = token.lower_ not in lexicons.NOT_INTERSECTIVE and token.i + 1 == noun.i
        if token.dep_ == "amod" and article and not light and plain and sets_apart:
            spans.append({token.i})
    return spans


def detail_removed(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A claim without a detail follows from it, not the other way; under "not" the ways are reversed."""
    for span in details(doc)[:2]:
        short = reword(doc, {}, span)
        yield Change("detail", doc.text, short, ENTAILMENT)
        yield Change("detail", short, doc.text, NEUTRAL)
        head = negatable(doc)
        if head is None:
            continue
        style = rng.randint(0, 1)
        not_short, not_long = reword(doc, negation(head, style), span), reword(doc, negation(head, style))
        yield Change("detail_negated", not_short, not_long, ENTAILMENT)
        yield Change("detail_negated", not_long, not_short, NEUTRAL)
        yield both(rng, "detail_negated", short, not_long, NEUTRAL)
        yield both(rng, "detail_contradicted", doc.text, not_short, CONTRADICTION)


def voice(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Active beside passive: the same thing; with "not" in one of them a contradiction."""
    head = root(doc)
    if head is None or trees.is_negated(head) or head.lemma_ in lexicons.NO_PASSIVE:
        return
    turned = _passive(doc, head)
    if turned is None:
        return
    yield both(rng, "voice", doc.text, turned, ENTAILMENT)
    if negatable(doc) is not None:
        denied = reword(doc, negation(head, rng.randint(0, 2)))
        yield both(rng, "voice_negated", turned, denied, CONTRADICTION)
        passive = re.sub(r"\b(was|were) (?=\w+ )", r"\1 not ", turned, count=1)
        if passive.count(" not ") == 1 and rng.random() < 0.25:
            yield both(
                rng, "voice_negated", passive, reword(doc, negation(head, rng.randint(0, 1))), ENTAILMENT
            )


def _passive(doc: Doc, head: Token) -> str | None:
    subject, noun = trees.subject(head), trees.child(head, "dobj")
    if head.tag_ != "VBD" or noun is None or subject is None or subject.dep_ != "nsubj":
        return None
    labels = {token.dep_ for token in head.children}
    if labels & {
        "aux",
        "prt",
        "xcomp",
        "ccomp",
        "oprd",
        "dative",
        "advcl",
        "conj",
        "neg",
        "mark",
        "agent",
        "acomp",
    }:
        return None
    actor, thing = list(subject.subtree), list(noun.subtree)
    if actor[0].i != 0 or actor[-1].i != head.i - 1 or thing[0].i != head.i + 1:
        return None
    if thing[-1].i - thing[0].i + 1 != len(thing) or len(actor) > 7 or len(thing) > 9:
        return None
    if any(
        t.tag_ in ("PRP", "PRP$", "WP", "WDT", "VBG") or t.dep_ in ("relcl", "acl") for t in (*actor, *thing)
    ):
        return None
    if any(t.lower_ in (*SCOPE_WORDS, "himself", "itself", "themselves") for t in doc):
        return None
    rest = doc[thing[-1].i + 1 :].text
    if rest and doc[thing[-1].i + 1].pos_ not in ("ADP", "PROPN", "NOUN"):
        return None
    by = doc[: head.i].text
    by = by[:1].lower() + by[1:] if actor[0].pos_ in ("DET", "PRON") or actor[0].tag_ == "NNS" else by
    was = "were" if trees.is_plural(noun) else "was"
    text = f"{doc[thing[0].i : thing[-1].i + 1].text} {was} {participle(head.lemma_)} by {by} {rest}".strip()
    return text[:1].upper() + text[1:]


def spelled(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Other words or another typography for the same thing: entailment, also of a negated claim."""
    words: dict[int, str] = {}
    for token in doc:
        for first, second in lexicons.SYNONYMS:
            free = token.lower_ != "about" or token.dep_ in ("advmod", "quantmod")
            if (
                token.lower_ == first
                and free
                and token.ent_type_ in ("", "CARDINAL", "DATE")
                and "-" not in second
            ):
                words[token.i] = second.capitalize() if token.text[0].isupper() else second
        if token.text in lexicons.TITLES[:4] and token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN":
            words[token.i] = ""
    text = reword(doc, words) if words else doc.text
    if not re.search(r"U\.S\. (?:[A-Z]|dollar)", text):
        text = _one_replaced(
            text,
            (("the United States", "the U.S."), ("the U.S.", "the United States"), ("U.S. ", "American ")),
        )
    text = _one_replaced(text, [*lexicons.CONTRACTIONS, *((b, a) for a, b in lexicons.CONTRACTIONS)])
    if "'" in text and rng.random() < 0.5:
        text = text.replace("'", "’")
    if text.lower() != doc.text.lower():
        yield both(rng, "spelling", doc.text, text, ENTAILMENT)


def _one_replaced(text: str, exchanges: Iterable[tuple[str, str]]) -> str:
    """The text with the first of the exchanges that fits it exactly once."""
    return next((text.replace(old, new) for old, new in exchanges if text.count(old) == 1), text)


def hedged(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A claim that is only reported to be so, beside the claim: neutral."""
    head = root(doc)
    if (
        head is None
        or trees.is_negated(head)
        or head.lemma_ == "get"
        or any(token.lower_ in _BINDING for token in doc)
    ):
        return
    word = rng.choice(["reportedly", "allegedly", "apparently", "probably", "possibly"])
    auxiliary = trees.child(head, *trees.AUXILIARIES)
    if auxiliary is not None and auxiliary.text.isalpha():
        text = reword(doc, {auxiliary.i: f"{auxiliary.text} {word}"})
    elif head.lemma_ == "be" and head.text.isalpha():
        text = reword(doc, {head.i: f"{head.text} {word}"})
    elif head.tag_ == "VBD":
        text = reword(doc, {head.i: f"{word} {head.text}"})
    else:
        return
    yield Change("hedged", text, doc.text, NEUTRAL)


def later(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """Planned beside done: the news of two days, neutral."""
    head = root(doc)
    if head is None or trees.is_negated(head) or trees.child(head, "advcl", "ccomp") is not None:
        return
    if any(token.ent_type_ in ("DATE", "TIME") for token in doc):
        return
    auxiliaries = list(trees.children(head, *trees.AUXILIARIES))
    subject = trees.subject(head)
    if subject is None or subject.ent_type_ not in ("PERSON", "ORG", "GPE") or "times" in doc.text:
        return
    plan = (
        "will"
        if trees.is_plural(subject)
        else rng.choice(["will", "plans to", "is expected to", "is set to"])
    )
    if (
        not auxiliaries
        and head.tag_ == "VBD"
        and head.lemma_ not in ("be", "have", "know", "want", "believe", "like")
    ):
        planned = reword(doc, {head.i: f"{plan} {head.lemma_}"})
        yield both(rng, "later", doc.text, planned, NEUTRAL)
        unplanned = {"will": "will not", "plans to": "has no plans to"}.get(
            plan, plan.replace("is ", "is not ", 1)
        )
        if negatable(doc) is not None and rng.random() < 0.5:
            none = reword(doc, {head.i: f"{unplanned} {head.lemma_}"})
            yield both(rng, "later", planned, none, CONTRADICTION)
    if (
        [token.lower_ for token in auxiliaries] == ["will"]
        and head.tag_ == "VB"
        and head.lemma_ not in ("be", "have")
    ):
        yield both(
            rng, "later", doc.text, reword(doc, {head.i: past(head.lemma_), auxiliaries[0].i: ""}), NEUTRAL
        )
