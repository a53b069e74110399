"""The content words of a proposition in a form in which two wordings of it can be compared."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*(?:['’][a-z]+)?")
_DOTTED = re.compile(r"\b([a-z])\.(?=[a-z]\.?)")
_ACRONYM_END = re.compile(r"\b(u[skn]|eu|d\.?c)\.(?=\W|$)")
_EMPTY = frozenset(
    "a an the of to in on at for from by with as and or but that which who whom whose than then this these "
    "those is are was were be been being am has have had having do does did not n't no never will would can "
    "could may might should shall must so very also just even such into over its his her their our my your "
    "about any some more most other own ca wo mr mrs ms sen rep gov s up out if when while because there "
    "one".split()
)
_PRONOUNS = frozenset("i me he him she it they them we you what".split())
_ENDINGS = ("ingly", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
_IRREGULAR = {
    "said": "say", "told": "tell", "met": "meet", "took": "take", "taken": "take", "got": "get",
    "gotten": "get", "made": "make", "went": "go", "led": "lead", "won": "win", "lost": "lose", "ran": "run",
    "spoke": "speak", "wrote": "write", "chose": "choose", "fell": "fall", "sent": "send", "gave": "give",
    "kyiv": "kiev", "broke": "break", "people": "person", "wrote.": "write", "united states": "us",
}  # fmt: skip


def words(text: str, *, pronouns: bool = False) -> frozenset[str]:
    """The stems of the content words; pronouns only if asked for, or if there is nothing else."""
    return _stems(text, pronouns=pronouns) or _stems(text, pronouns=True)


def key_words(text: str) -> frozenset[str]:
    """The stems that a subject is recognised by; "there", "it" and "one" are its own if it has no others."""
    return words(text) or frozenset(_WORD.findall(text.lower()))


def _stems(text: str, *, pronouns: bool) -> frozenset[str]:
    plain = text.lower().replace("united states", "us").replace("\u00ad", "").replace("é", "e")
    plain = _ACRONYM_END.sub(r"\1", _DOTTED.sub(r"\1", plain)).replace("-", " ")
    found = (re.sub(r"['’].*", "", word) for word in _WORD.findall(plain))
    kept = (word for word in found if word not in _EMPTY and (pronouns or word not in _PRONOUNS))
    return frozenset(_stem(word) for word in kept)


def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    if word[0].isdigit() or len(word) <= 3:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.rstrip("e") or word
