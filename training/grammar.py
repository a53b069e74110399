"""Small grammar for making news claims out of news claims: inflection, negation, rewording.

A claim is a parsed proposition without its full stop. What is not surely grammatical is refused (None)
rather than guessed: there are more claims than pairs are wanted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import trees
from training.lexicons import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from spacy.tokens import Doc, Token

CONTRACTED = "n't"
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|s[ei]|k))", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honest|honor|heir)", re.IGNORECASE)
_VOWEL_NUMBER = re.compile(r"(?:8|11\b|18\b|11,|18,)")

#: Words under which "not" no longer means the contrary: "some did not", "not only", "did not also".
SCOPE_WORDS = frozenset(
    """some many few several most all every each both only also still already either neither too yet even just
    never no none nobody nothing nor hardly barely rarely seldom little any anyone anything ever until unless
    more less almost nearly not n't without but else perhaps maybe probably often sometimes usually always
    everyone everything someone something again one least rather instead so whether if cannot much
    finally longer
    """.split()
)
_BROKEN = re.compile(r"[`\[\]{}|@#…]|\(\w[^)]*$|^[^(]*\)|,\)|, '|--|\w'(?:ve|d|re|m|ll)\b|\s'\s|\b(\w+) \1\b")
_HANGING = ("IN", "TO", "DT", "CC", "PRP$", "POS", "WDT", "WP", "MD")


def sound(doc: Doc) -> bool:
    """Whether a claim reads as one whole sentence: no torn brackets, no hanging end, a verb that agrees."""
    if _BROKEN.search(doc.text) or doc[-1].tag_ in _HANGING or not doc[0].text[:1].isupper():
        return doc[0].text[:1].isdigit() and not _BROKEN.search(doc.text)
    head = next((token for token in doc if token.head == token), doc[0])
    subject = trees.subject(head)
    if subject is None or not trees.is_finite(head):
        return False
    if subject.lower_.endswith(("self", "selves")):
        return False
    verb = next((token for token in head.children if token.dep_ in trees.AUXILIARIES), head)
    commas = [token.i for token in doc[: verb.i] if token.text == ","]
    if commas == [verb.i - 1]:
        return False
    if subject.tag_ in ("NN", "NNP") and trees.child(subject, "conj") is None:
        collective = subject.lower_ in (
            "number",
            "majority",
            "police",
            "lot",
            "percent",
            "half",
            "rest",
            "most",
            "%",
        )
        return collective or verb.lower_ not in ("were", "are", "have", "do")
    return subject.tag_ not in ("NNS", "NNPS") or verb.lower_ not in ("was", "is", "has", "does")


def third_person(lemma: str) -> str:
    """ "carry" -> "carries"."""
    if lemma in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[lemma]
    if re.search(r"(?:s|x|z|ch|sh)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def past(lemma: str) -> str:
    """ "carry" -> "carried", "ban" -> "banned", "go" -> "went"."""
    return IRREGULAR[lemma][0] if lemma in IRREGULAR else _regular(lemma)


def participle(lemma: str) -> str:
    """ "carry" -> "carried", "go" -> "gone"."""
    return IRREGULAR[lemma][1] if lemma in IRREGULAR else _regular(lemma)


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if _doubles(lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def _doubles(lemma: str) -> bool:
    one_syllable = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", lemma) is not None
    return one_syllable or lemma in ("acquit", "occur", "compel", "expel", "regret", "omit", "equip")


def gerund(lemma: str) -> str:
    """ "make" -> "making", "cut" -> "cutting"."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma) or lemma == "begin" else "") + "ing"


def inflected(lemma: str, like: Token) -> str:
    """A verb in the form in which another verb stands."""
    forms = {"VBD": past, "VBN": participle, "VBZ": third_person, "VBG": gerund}
    word = forms[like.tag_](lemma) if like.tag_ in forms else lemma
    return word.capitalize() if like.text[:1].isupper() else word


def reword(doc: Doc, words: Mapping[int, str] | None = None, without: Collection[int] = ()) -> str:
    """The claim with some words replaced and some left out; articles, commas and the capital follow."""
    words = words or {}
    parts: list[str] = []
    kept = [token for token in doc if token.i not in without and words.get(token.i, "x")]
    for token in kept:
        follows = words.get(token.i, token.text)
        space = token.whitespace_ or (" " if token.i + 1 in without else "")
        parts.append(follows + space)
    text = re.sub(r"\s+", " ", "".join(parts))
    text = re.sub(r"\s+([,;:.!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).strip(" ,;:-")
    changed = {word.split()[0].lower() for word in words.values() if word.split()}
    if changed or without:
        text = _articles(text)
    return text[:1].upper() + text[1:]


def _articles(text: str) -> str:
    def right(match: re.Match[str]) -> str:
        article, word = match[1], match[2]
        if word.isupper() and len(word) > 1 and not word.isdigit():
            return match[0]
        vowel = bool(_VOWEL.match(word) or _SILENT_H.match(word) or _VOWEL_NUMBER.match(word))
        if re.match(r"(?:one|once|eu|U\.)", word):
            return match[0]
        return f"{'an' if vowel and article.islower() else 'An' if vowel else article[0]} {word}"

    return re.sub(r"\b([Aa]n?) ([\w.,-]+)", right, text)


def lowered(doc: Doc, text: str) -> str:
    """The claim as it reads behind "said that": its first word small unless it is a name."""
    first = doc[0]
    keep = first.pos_ == "PROPN" or first.ent_type_ not in (
        "",
        "CARDINAL",
        "DATE",
        "PERCENT",
        "TIME",
        "ORDINAL",
    )
    articles = first.pos_ in ("DET", "PRON", "ADP", "SCONJ", "ADV") and first.text != "I"
    if (keep and first.lower_ not in ("the", "a", "an")) or not (
        articles or first.tag_ in ("NN", "NNS", "CD", "JJ")
    ):
        return text
    if first.text.isupper() and len(first.text) > 1:
        return text
    return text[:1].lower() + text[1:]


def root(doc: Doc) -> Token | None:
    """The finite verb that heads a claim, or None where the parse is not one plain sentence."""
    heads = [token for token in doc if token.head == token]
    if len(heads) != 1 or not trees.is_verbal(heads[0]) or not trees.is_finite(heads[0]):
        return None
    head = heads[0]
    subject = trees.subject(head)
    if subject is None or subject.i > head.i or subject.dep_ == "expl":
        return None
    if any(
        token.dep_ in ("conj", "parataxis", "dep", "punct") and token.pos_ != "PUNCT"
        for token in head.children
    ):
        return None
    return head


def negatable(doc: Doc) -> Token | None:
    """The root of a claim whose "not" is its plain contrary, or None."""
    head = root(doc)
    if head is None or any(token.lower_ in SCOPE_WORDS for token in doc):
        return None
    subject = trees.subject(head)
    if subject is None or not is_definite(subject):
        return None
    if any(token.dep_ in ("advcl", "csubj", "csubjpass", "intj") for token in head.children):
        return None
    if any(token.tag_ == "MD" and token.lower_ in ("may", "might", "must", "'d") for token in doc):
        return None
    return head


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase means the same people or things in two sentences: names, "the ...", "his ..."."""
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos") and noun.pos_ == "PROPN":
        return True
    marks = {token.lower_ for token in noun.children if token.dep_ == "det"}
    if marks & {"the", "this", "that", "these", "those"}:
        return True
    return trees.child(noun, "poss") is not None


def negated(doc: Doc, style: int = 0) -> str | None:
    """The claim with "not" (style 0), its contraction (1) or "never" (2), if that is its contrary."""
    head = negatable(doc)
    return None if head is None else reword(doc, negation(head, style))


def negation(head: Token, style: int = 0) -> dict[int, str]:
    """The words that put a negation at a clause's first verb."""
    auxiliary = next((t for t in head.children if t.dep_ in trees.AUXILIARIES and t.tag_ != "TO"), None)
    carrier = auxiliary or (head if head.lemma_ == "be" else None)
    if carrier is None:
        if style == 2 and head.tag_ == "VBD":
            return {head.i: f"never {head.text}"}
        does = "did" if head.tag_ == "VBD" else "does" if head.tag_ == "VBZ" else "do"
        return {head.i: f"{does}{CONTRACTED if style == 1 else ' not'} {head.lemma_}"}
    word = {"'s": " is", "'ve": " have", "'re": " are", "'m": " am", "'ll": " will"}.get(
        carrier.text, carrier.text
    )
    if carrier.text == "'s" and head.tag_ == "VBN" and carrier.dep_ == "aux":
        word = " has"
    if word.lower() == "can":
        return {carrier.i: "cannot" if style != 1 else "can't"}
    if style == 2 and word in ("has", "have", "had", "was", "were", "will"):
        return {carrier.i: f"{word} never"}
    if style == 1 and word.lower() in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "did",
        "does",
        "do",
        "would",
    ):
        return {carrier.i: f"{word}n't"}
    return {carrier.i: "won't" if style == 1 and word == "will" else f"{word} not"}


def affirmed(doc: Doc) -> str | None:
    """A claim with "not" or "never" at its root, without it, or None."""
    head = root(doc)
    if head is None:
        return None
    marks = [token for token in head.children if token.dep_ == "neg"]
    others = {token.lower_ for token in doc if token not in marks} & SCOPE_WORDS
    subject = trees.subject(head)
    if len(marks) != 1 or others or subject is None or not is_definite(subject):
        return None
    if any(token.dep_ in ("advcl", "csubj") for token in head.children):
        return None
    words: dict[int, str] = {}
    before = doc[marks[0].i - 1]
    if before.lemma_ == "do" and before.dep_ == "aux":
        tag = {"did": "VBD", "does": "VBZ"}.get(before.lower_)
        words[before.i] = ""
        words[head.i] = (
            past(head.lemma_) if tag == "VBD" else third_person(head.lemma_) if tag else head.lemma_
        )
    elif before.lower_ in ("ca", "wo"):
        words[before.i] = {"ca": "can ", "wo": "will "}[before.lower_]
    elif marks[0].text == "n't":
        words[before.i] = before.text + " "
    return reword(doc, words, {marks[0].i})
