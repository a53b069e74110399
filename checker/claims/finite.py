"""The verb of a claim: made finite where the sentence has a participle or an infinitive, and negated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, tense, trees
from checker.claims.inflection import past, third_person
from checker.records import Tense

if TYPE_CHECKING:
    from checker.claims.clauses import Clause

#: Verbs behind which "not" stands.
_BEFORE_NOT = frozenset("was were is are has have had will".split())


def _turn(front: list[str]) -> None:
    """Put a "not" behind shared auxiliaries, or take it out."""
    if front[-1].lower() in ("not", "never"):
        front.pop()
    else:
        front.append("not")


def make_finite(clause: Clause, wording: dict[int, str]) -> None:
    """ "having received" becomes "have received", "meeting X" becomes "was meeting X"."""
    head = clause.head
    subject = clause.subject or trees.subject(head)
    plural = subject is not None and trees.is_plural(subject)
    if head.dep_ == "acl" and head.tag_ == "VBN":
        # ", announced in May,"
        wording[head.i] = f"{'were' if plural else 'was'} {head.text}"
        return
    if head.dep_ == "advcl" and head.tag_ == "VBG":
        # ", hitting an arsenal" under a past verb.
        then = tense.of_verb(trees.governor(head))
        inflected = third_person if then is Tense.PRESENT else past
        wording[head.i] = inflected(head.lemma_.lower(), plural=plural)
        return
    if head.dep_ == "xcomp" and clause.frame.cue is not None and clause.frame.cue == head.head:
        # "claims to be ready"
        to = next((t for t in trees.children(head, "aux") if t.tag_ == "TO"), None)
        verb = next((t for t in trees.children(head, *trees.AUXILIARIES) if t != to), head)
        if to is not None and clause.frame.cue.lemma_.lower() in lexicon.CLAIMING:
            inflected = third_person if tense.of_verb(clause.frame.cue) is Tense.PRESENT else past
            wording[to.i], wording[verb.i] = "", inflected(verb.lemma_.lower(), plural=plural)
            return
    having = next((t for t in clause.tokens if t.dep_ == "aux" and t.lower_ == "having"), None)
    if having is not None:
        wording[having.i] = "have" if plural else "has"
    elif head.tag_ == "VBG" and clause.frame.cue is not None and clause.frame.cue.lemma_ == "rule":
        # "ruled out sending": what is ruled out lies ahead.
        wording[head.i] = f"will {head.lemma_}"
    elif head.tag_ == "VBG" and not clause.auxiliaries and trees.child(head, *trees.AUXILIARIES) is None:
        wording[head.i] = f"{'were' if plural else 'was'} {head.text}"
    else:
        to = next((t for t in clause.tokens if t.tag_ == "TO" and t.head == head), None)
        if to is not None:
            wording[to.i] = "will"


def negate_verb(clause: Clause, wording: dict[int, str], front: list[str]) -> None:
    """Put the negation in, or take it out, at the clause's first verb."""
    head = clause.head
    for token in clause.tokens:
        if token.head == head and token.lower_ == "ever":
            wording[token.i] = ""
    negation = next((t for t in head.children if t.dep_ == "neg"), None)
    if negation is not None and negation.i in wording:
        wording[negation.i] = ""
        return
    none = next((t for t in clause.tokens if t.lower_ == "no" and trees.governor(t) == head), None)
    if none is not None:
        wording[none.i] = ""
        return
    auxiliary = next((t for t in clause.tokens if t.head == head and t.dep_ in trees.AUXILIARIES), None)
    if auxiliary is not None:
        wording[auxiliary.i] = f"{wording[auxiliary.i]} not"
    elif front and clause.auxiliaries:
        _turn(front)
    elif head.lemma_ == "be" or wording[head.i].startswith(("was ", "were ")):
        first, _, rest = wording[head.i].partition(" ")
        wording[head.i] = f"{first} not {rest}".strip()
    else:
        loose = head.dep_ == "advcl" and head.tag_ == "VBG" and tense.of_verb(head) is Tense.PAST
        does = "did" if loose or head.tag_ in ("VBD", "VBN") else "does" if head.tag_ == "VBZ" else "do"
        if does == "do" and front and clause.subject is not None and not trees.is_plural(clause.subject):
            does = "does"
        wording[head.i] = f"{does} not {head.lemma_}"


def settle_not(clause: Clause, wording: dict[int, str]) -> None:
    """ "Not was seen" as "was not seen", "not hit" as "did not hit", for a verb that was made finite."""
    head = clause.head
    negation = next((t for t in head.children if t.dep_ == "neg" and t.i < head.i and wording.get(t.i)), None)
    if negation is None:
        return
    verbs = (t for t in (*trees.children(head, *trees.AUXILIARIES), head) if t.i > negation.i)
    made = next((t for t in verbs if wording.get(t.i) and wording[t.i] != t.text), None)
    if made is None:
        return
    first, _, rest = wording[made.i].partition(" ")
    if first not in _BEFORE_NOT:
        subject = clause.subject or trees.subject(head)
        present = "do" if subject is not None and trees.is_plural(subject) else "does"
        first = present if tense.of_verb(trees.governor(head)) is Tense.PRESENT else "did"
        rest = made.lemma_.lower()
    wording[negation.i], wording[made.i] = "", f"{first} not {rest}".strip()
