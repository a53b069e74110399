"""Pairs that differ in what is affirmed: "not", "no", opposites, movements, quantities, reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import trees
from training import lexicons
from training.changes import CONTRADICTION, ENTAILMENT, NEUTRAL, Change, both
from training.grammar import (
    SCOPE_WORDS,
    affirmed,
    inflected,
    is_definite,
    lowered,
    negatable,
    negated,
    negation,
    reword,
    root,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from training.changes import Material


def _style(rng: random.Random) -> int:
    return rng.choices([0, 1, 2], [0.5, 0.33, 0.17])[0]


def negation_changed(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A claim and its plain contrary; a claim said to be true, and the same with two spellings of "not"."""
    contrary = negated(doc, _style(rng))
    if contrary is not None:
        yield both(rng, "negation", doc.text, contrary, CONTRADICTION)
        other = negated(doc, 0), negated(doc, 1)
        if other[0] and other[1] and other[0] != other[1] and rng.random() < 0.05:
            yield both(rng, "spelling", other[0], other[1], ENTAILMENT)
        said = lowered(doc, doc.text)
        if rng.random() < 0.015:
            untrue = f"It is {rng.choice(['not true', 'false', 'untrue'])} that {said}"
            yield Change("negation", untrue, contrary, ENTAILMENT)
            yield both(rng, "negation", doc.text, untrue, CONTRADICTION)
    positive = affirmed(doc)
    if positive is not None:
        yield both(rng, "negation", doc.text, positive, CONTRADICTION)


def no_object(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """ "issued a statement" beside "issued no statement" (contradiction), which is "did not issue any"."""
    head = negatable(doc)
    if head is None or head.lemma_ not in lexicons.WITH_OBJECTS:
        return
    noun = trees.child(head, "dobj")
    if (
        noun is None
        or noun.tag_ != "NN"
        or any(t.dep_ in ("relcl", "acl", "appos", "conj") for t in noun.children)
    ):
        return
    article = next((token for token in noun.children if token.lower_ in ("a", "an")), None)
    if article is None or any(token.dep_ in ("amod", "nummod", "quantmod") for token in noun.children):
        return
    none = reword(doc, {article.i: "no"})
    yield both(rng, "no_object", doc.text, none, CONTRADICTION)
    yield both(
        rng,
        "no_object",
        reword(doc, negation(head, rng.randint(0, 1)) | {article.i: "any"}),
        none,
        ENTAILMENT,
    )


def opposite(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """An opposite verb or adjective: contradiction; "not" and the opposite: entailment one way only."""
    head = negatable(doc)
    if head is None:
        return
    for swapped in _opposites(head):
        turned = reword(doc, swapped)
        words = {head.lemma_, *(doc[at].lower_ for at in swapped)}
        complete = bool(words & lexicons.COMPLEMENTARY)
        yield both(rng, "opposite", doc.text, turned, CONTRADICTION)
        denied = _negated_turn(doc, head, swapped, rng)
        if denied is not None:
            yield Change("opposite_negated", doc.text, denied, ENTAILMENT)
            if not complete:
                yield Change("opposite_negated", denied, doc.text, NEUTRAL)
        plain = negated(doc, _style(rng))
        if plain is not None:
            yield Change("opposite_negated", turned, plain, ENTAILMENT)
            if not complete:
                yield Change("opposite_negated", plain, turned, NEUTRAL)


def _opposites(head: Token) -> Iterator[dict[int, str]]:
    noun = trees.child(head, "dobj", "nsubjpass")
    if (
        noun is not None
        and head.pos_ == "VERB"
        and trees.child(head, "prt", "oprd", "xcomp", "ccomp") is None
    ):
        for first, second in lexicons.VERB_OPPOSITES:
            if head.lemma_ == first and is_definite(noun):
                yield {head.i: inflected(second, head)}
            elif head.lemma_ == second and is_definite(noun):
                yield {head.i: inflected(first, head)}
    adjective = trees.child(head, "acomp")
    if adjective is not None and head.lemma_ in ("be", "remain", "seem", "become"):
        for first, second in lexicons.ADJECTIVE_OPPOSITES:
            if adjective.lower_ in (first, second) and not _graded(adjective):
                yield {adjective.i: second if adjective.lower_ == first else first}


def _graded(adjective: Token) -> bool:
    return any(token.dep_ in ("advmod", "npadvmod", "neg") for token in adjective.children)


def _negated_turn(doc: Doc, head: Token, swapped: dict[int, str], rng: random.Random) -> str | None:
    auxiliary = trees.child(head, *trees.AUXILIARIES)
    if head.i not in swapped or auxiliary is not None:
        return reword(doc, negation(head, _style(rng)) | swapped)
    lemma = _lemma_of(swapped[head.i].lower())
    if lemma is None:
        return None
    does = "did not" if head.tag_ == "VBD" else "does not" if head.tag_ == "VBZ" else "do not"
    return reword(doc, {head.i: f"{does} {lemma}"})


def _lemma_of(word: str) -> str | None:
    from training.grammar import past, third_person

    known = {lemma for pair in lexicons.VERB_OPPOSITES for lemma in pair}
    known |= {*lexicons.UPWARD, *lexicons.DOWNWARD, *lexicons.RAISING, *lexicons.LOWERING}
    return next((lemma for lemma in sorted(known) if word in (lemma, past(lemma), third_person(lemma))), None)


def direction(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A rise beside a fall: contradiction; beside "did not fall" or another word for a rise: entailment."""
    head = root(doc)
    if head is None or any(token.lower_ in ("not", "n't", "never", "no", "from") for token in doc):
        return
    noun, intransitive = trees.child(head, "dobj"), trees.child(head, "nsubj")
    up: tuple[str, ...]
    down: tuple[str, ...]
    if head.lemma_ in (*lexicons.UPWARD, *lexicons.DOWNWARD) and noun is None and intransitive is not None:
        up, down, moved = lexicons.UPWARD, lexicons.DOWNWARD, intransitive
    elif head.lemma_ in (*lexicons.RAISING, *lexicons.LOWERING) and noun is not None:
        up, down, moved = lexicons.RAISING, lexicons.LOWERING, noun
    else:
        return
    if (
        moved.lemma_.lower() not in lexicons.MEASURABLE
        or trees.child(head, "prt", "conj", "acomp") is not None
    ):
        return
    same, contrary = (up, down) if head.lemma_ in up else (down, up)
    turned = {head.i: inflected(rng.choice(contrary), head)}
    yield both(rng, "direction", doc.text, reword(doc, turned), CONTRADICTION)
    like = rng.choice([word for word in same[:4] if word not in (head.lemma_, "double")])
    if head.lemma_ in (
        "rise",
        "increase",
        "grow",
        "fall",
        "decrease",
        "decline",
        "drop",
        "reduce",
        "raise",
        "cut",
    ):
        yield both(rng, "direction", doc.text, reword(doc, {head.i: inflected(like, head)}), ENTAILMENT)
    denied = _negated_turn(doc, head, turned, rng)
    if denied is not None:
        yield Change("direction", doc.text, denied, ENTAILMENT)


def word_turned(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """A word whose exchange turns the claim round ("largest", "always"): contradiction."""
    head = root(doc)
    if head is None or trees.is_negated(head):
        return
    for first, second in lexicons.WORD_OPPOSITES:
        for old, new in ((first, second), (second, first)):
            hits = [token for token in doc if token.lower_ == old]
            if len(hits) != 1 or rng.random() < 0.4 or not _turns(hits[0], head):
                continue
            word = new.capitalize() if hits[0].text[0].isupper() else new
            yield both(rng, "word_turned", doc.text, reword(doc, {hits[0].i: word}), CONTRADICTION)


def _turns(token: Token, head: Token) -> bool:
    word = token.lower_
    if word in ("before", "after"):
        noun = trees.child(token, "pobj")
        return (
            noun is not None
            and noun.lemma_ not in ("year", "month", "week", "day", "hour")
            and token.head == head
            and head.tag_ in ("VBD", "VBN")
        )
    if word in ("most", "least"):
        return (
            token.dep_ == "advmod"
            and token.head.pos_ == "ADJ"
            and token.i > 0
            and token.nbor(-1).lower_ == "the"
        )
    if word in ("man", "woman", "men", "women"):
        return token.dep_ in ("nsubj", "nsubjpass", "attr") and token.doc[0].lower_ not in ("a", "an")
    if word in ("always", "never"):
        return token.head == head
    if word in ("majority", "minority"):
        return token.nbor().lower_ == "of" if token.i + 1 < len(token.doc) else False
    if word in ("everyone", "nobody", "everything", "nothing"):
        return token.dep_ in ("nsubj", "nsubjpass") and token.head == head
    if word in ("northern", "southern", "eastern", "western"):
        return token.dep_ == "amod" and not token.ent_type_
    return token.ent_type_ not in ("PERSON", "ORG", "WORK_OF_ART")


#: old -> (new, label old -> new, label new -> old), at the subject of a claim.
QUANTITIES = (
    ("all", "some", ENTAILMENT, NEUTRAL),
    ("all", "most", ENTAILMENT, NEUTRAL),
    ("most", "some", ENTAILMENT, NEUTRAL),
    ("many", "some", ENTAILMENT, NEUTRAL),
    ("all", "few", CONTRADICTION, CONTRADICTION),
    ("most", "few", CONTRADICTION, CONTRADICTION),
    ("many", "few", CONTRADICTION, CONTRADICTION),
    ("all", "no", CONTRADICTION, CONTRADICTION),
    ("most", "no", CONTRADICTION, CONTRADICTION),
    ("many", "no", CONTRADICTION, CONTRADICTION),
    ("some", "no", CONTRADICTION, CONTRADICTION),
    ("some", "all", NEUTRAL, ENTAILMENT),
    ("some", "most", NEUTRAL, ENTAILMENT),
    ("no", "some", CONTRADICTION, CONTRADICTION),
)


def quantity(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:  # noqa: ARG001
    """ "all", "most", "some", "few", "no" at the subject, by what each implies."""
    head, first = root(doc), doc[0]
    if head is None or (trees.is_negated(head) and first.lower_ != "no"):
        return
    subject = trees.subject(head)
    if (
        subject is None
        or first.head != subject
        or subject.tag_ != "NNS"
        or len(doc) < 2
        or doc[1].lower_ == "of"
    ):
        return
    if doc[1].pos_ in ("DET", "PRON", "NUM") or any(t.lower_ in SCOPE_WORDS for t in doc[1:]):
        return
    for old, new, forth, back in QUANTITIES:
        if first.lower_ == old:
            turned = reword(doc, {0: new.capitalize()})
            yield Change("quantity", doc.text, turned, forth)
            yield Change("quantity", turned, doc.text, back)


def reported(doc: Doc, rng: random.Random, material: Material) -> Iterator[Change]:
    """Who says it: the same speaker saying the contrary contradicts himself, another one does not."""
    contrary = negated(doc, 0)
    said = lowered(doc, doc.text)
    pool = [*lexicons.SPEAKERS, *rng.sample(list(material.speakers), min(20, len(material.speakers)))]
    one, two = rng.sample(pool, 2)
    one, two = one[:1].upper() + one[1:], two[:1].upper() + two[1:]
    says = rng.choice(["said", "said", "argued", "claimed", "stated", "wrote"])
    yield Change("attributed", f"{one} {says} that {said}", doc.text, NEUTRAL)
    yield Change("attributed", doc.text, f"{one} {says} that {said}", NEUTRAL)
    if contrary is None:
        return
    unsaid = contrary[:1].lower() + contrary[1:] if said[:1].islower() else contrary
    yield Change("reports", f"{one} said that {said}", f"{two} said that {unsaid}", NEUTRAL)
    yield both(rng, "reports", f"{one} said that {said}", f"{two} denied that {said}", NEUTRAL)
    yield both(rng, "reports", f"{one} said that {said}", f"{one} denied that {said}", CONTRADICTION)
    yield both(rng, "reports", f"{one} confirmed that {said}", f"{one} said that {unsaid}", CONTRADICTION)
    yield both(rng, "reports", f"{one} denied that {said}", f"{one} said that {unsaid}", ENTAILMENT)
    yield Change("reports", f"{one} confirmed that {said}", f"{one} said that {said}", ENTAILMENT)
    yield both(rng, "reports", f"{one} said that {unsaid}", f"{two} confirmed that {said}", NEUTRAL)
    yield both(rng, "reports", f"{one} did not say that {said}", f"{two} said that {said}", NEUTRAL)
    yield Change("reports", f"{one} did not say that {said}", f"{one} said that {unsaid}", NEUTRAL)
    if rng.random() < 0.2:
        yield Change("reports", f"{one} said that {said}", f"{one} did not deny that {said}", ENTAILMENT)
    yield both(rng, "reports", f"{one} said that {said}", f"{one} did not say that {said}", CONTRADICTION)
