"""When a verb says that something is the case: before now, now, or still to come.

``of_verb`` reads a parsed verb; ``of_words`` reads a bare claim, which has no parse of its own because its
wording was made from several places of a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import trees
from checker.claims.contractions import stands_for_had
from checker.claims.verb_forms import BARE_PASTS, PASTS
from checker.records import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token


#: What their infinitive speaks of lies ahead: "agreed to meet", "was due to arrive".
FORWARD = frozenset(
    "plan expect schedule agree vow promise intend hope want aim set due demand threaten "
    "prepare propose pledge decide slate poise go ready likely wait need".split()
)

#: Participles that stand for a plan: "the talks scheduled for Friday".
_PLANNED = frozenset("schedule plan expect set due slate propose".split())

_MODALS = frozenset("will 'll ’ll wo shall would 'd ’d may might can ca could should must ought".split())
_PRESENT = frozenset("is are am 's ’s 're ’re 'm ’m isn't isn’t aren't aren’t".split())
_PAST = frozenset("was were did wasn't wasn’t weren't weren’t didn't didn’t had hadn't hadn’t".split())
_DO = frozenset("do does don't don’t doesn't doesn’t".split())
_HAVE = frozenset("has have 've ’ve hasn't hasn’t haven't haven’t".split())
_MODAL_FORMS = _MODALS | frozenset(
    f"{modal}n{mark}t" for modal in ("would", "could", "should", "must", "might", "wo", "ca") for mark in "'’"
) | {"cannot", "won't", "won’t", "can't", "can’t"}  # fmt: skip
_SKIPPED = frozenset(
    "not never no longer still also already now again even just only once and or both all each reportedly "
    "n't n’t always soon yet".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def of_verb(verb: Token) -> Tense | None:
    """The tense of the clause that a verb heads; that of what governs it if it has none of its own.

    None if nothing tells: no verb, or a fragment without a finite one.
    """
    ahead = False
    clause: Token | None = verb
    while clause is not None:
        own = _own(clause)
        if own is not None:
            # "Agreed to meet on Friday": the meeting is still to come.
            return Tense.FUTURE if ahead else own
        above = governing_verb(clause)
        ahead = ahead or (
            clause.tag_ == "VB" and trees.is_infinitive(clause) and _looks_forward(clause, above)
        )
        clause = above
    return Tense.FUTURE if ahead else None


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause that a token stands in, itself left out; None under a root without a verb."""
    above = token.head
    # Tokens are made anew on each access: only their places tell them apart.
    below = token
    while above.i != below.i:
        if trees.is_verbal(above):
            return above
        above, below = above.head, above
    return None


def _own(verb: Token) -> Tense | None:
    auxiliaries = list(trees.children(verb, *trees.AUXILIARIES))
    tags = [auxiliary.tag_ for auxiliary in auxiliaries]
    perfect = any(auxiliary.lemma_ == "have" for auxiliary in auxiliaries)
    if any(stands_for_had(auxiliary) for auxiliary in auxiliaries):
        return Tense.FUTURE if _is_planned(verb) else Tense.PAST
    if "MD" in tags:
        return Tense.PAST if perfect else Tense.FUTURE
    finite = next((auxiliary.tag_ for auxiliary in auxiliaries if _carries_tense(auxiliary)), None)
    finite = finite or (verb.tag_ if _carries_tense(verb) else None)
    if finite == "VBD":
        return Tense.FUTURE if _is_planned(verb) else Tense.PAST
    if finite in ("VBZ", "VBP"):
        if perfect:
            return Tense.PERFECT
        return Tense.FUTURE if _is_planned(verb) or _is_going(verb) else Tense.PRESENT
    if verb.tag_ == "VBN" and not auxiliaries:
        return Tense.FUTURE if verb.lemma_ in _PLANNED else Tense.PAST
    # A conjunct shares the auxiliaries of the first: "will meet on Monday and sign on Friday".
    if verb.dep_ == "conj" and trees.is_verbal(verb.head) and not auxiliaries and verb.tag_ in ("VB", "VBG"):
        return _own(verb.head)
    return None


def _carries_tense(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP")


def _is_planned(verb: Token) -> bool:
    """ "Was scheduled for Friday" and "is expected on Friday" speak of Friday as to come."""
    if verb.tag_ == "VBN":
        return verb.lemma_ in _PLANNED
    return any(token.lower_ in ("due", "set", "slated") for token in trees.children(verb, "acomp"))


def _is_going(verb: Token) -> bool:
    return verb.lower_ == "going" and trees.child(verb, "xcomp") is not None


def _looks_forward(infinitive: Token, above: Token | None) -> bool:
    """Whether the word that an infinitive hangs on makes it a plan."""
    words = [infinitive.head] if above is None else [infinitive.head, above]
    return any(word.lemma_.lower() in FORWARD or word.lower_ == "about" for word in words)


def of_words(text: str, subject: str | None = None) -> Tense | None:
    """The tense of a claim's first verb, by its words; None if no verb is recognised.

    ``subject`` is the claim's subject, whose words are no verbs ("The United States holds").
    """
    words = [word.lower() for word in _WORD.findall(text)]
    named = frozenset(word.lower() for word in _WORD.findall(subject or ""))
    position = _past_subject(words, named)
    for at in range(position, len(words)):
        found = _of_word(words, at)
        if found is not None:
            return found
        if at == position and named and _SKIPPED.isdisjoint({words[at]}) and _is_bare_verb(words[at]):
            return Tense.PRESENT
        if words[at] in _SKIPPED or words[at].endswith("ly"):
            position += at == position
    return None


def _past_subject(words: list[str], named: frozenset[str]) -> int:
    """Where the words after the last word of the subject's first mention begin."""
    at = 0
    while at < len(words) and words[at] not in named:
        at += 1
    if at >= len(words) or words[at] not in named:
        return 0
    while at < len(words) and words[at] in named:
        at += 1
    return at


def _of_word(words: list[str], at: int) -> Tense | None:
    word, following = words[at], words[at + 1 : at + 4]
    if word in _MODAL_FORMS:
        return Tense.PAST if "have" in following[:2] else Tense.FUTURE
    if word in _PAST:
        return Tense.PAST
    if word in _HAVE:
        after = next((word for word in following if word not in _SKIPPED and not word.endswith("ly")), "")
        return Tense.PERFECT if _is_participle(after) else Tense.PRESENT
    if word in _PRESENT:
        return Tense.FUTURE if "going" in following[:2] and "to" in following else Tense.PRESENT
    if word in _DO:
        return Tense.PRESENT
    # "Kyiv cut aid" may be either; what is over is the safer reading, since it excuses nothing.
    if (
        word in PASTS
        or word in BARE_PASTS
        or (word.endswith("ed") and len(word) > 3 and word not in ("need", "indeed", "speed"))
    ):
        return Tense.PAST
    return None


def _is_participle(word: str) -> bool:
    return word in ("been", *BARE_PASTS) or word.endswith(("ed", "en", "wn", "ne")) or word in PASTS


#: What may follow a subject and is no verb: the noun phrase goes on.
_CONTINUES = frozenset(
    "of in on at for from with who which that whose where by to under over near against between about as "
    "after before during since until than into among within without".split()
)


def _is_bare_verb(word: str) -> bool:
    """Whether a word right after the subject is its verb: "Russia sets", "officials insist"."""
    return word.isalpha() and word not in _CONTINUES
