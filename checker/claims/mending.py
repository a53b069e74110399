"""Known mistakes of the parser, put right before anything is read off the tree.

Each repair looks for one shape that the small model gets wrong again and again in news and says which
tokens belong elsewhere; what it does not recognise it leaves alone. A repair never makes a cycle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.claims import lexicon, mending_heads, mending_subjects, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    #: Token index -> index of its new head, new label.
    Change = tuple[int, tuple[int, str]]


_ADVERBIALS = ("prep", "advmod", "npadvmod", "advcl", "agent")


def mend(doc: Doc) -> Doc:
    """The same document with its tree repaired in place; from then on it stands as it is."""
    trees.settle(doc)
    for repair in _REPAIRS:
        changes = dict(repair(doc))
        if changes:
            _apply(doc, changes)
    return doc


def _apply(doc: Doc, changes: dict[int, tuple[int, str]]) -> None:
    """Write new heads and labels, unless they would close a cycle."""
    heads = [changes[token.i][0] if token.i in changes else token.head.i for token in trees.tokens(doc)]
    if any(_circular(at, heads) for at in changes):
        return
    labels = [
        doc.vocab.strings.add(changes[token.i][1]) if token.i in changes else token.dep
        for token in trees.tokens(doc)
    ]
    offsets = [head - at for at, head in enumerate(heads)]
    # Offsets are signed, but travel as unsigned numbers of the same bits.
    columns = np.empty((len(heads), 2), dtype=np.uint64)
    columns[:, 0] = np.array(offsets, dtype=np.int64).view(np.uint64)
    columns[:, 1] = labels
    doc.from_array(["HEAD", "DEP"], columns)  # type: ignore[arg-type]
    trees.settle(doc)


def _circular(start: int, heads: list[int]) -> bool:
    at = start
    for _ in heads:
        if heads[at] == at:
            return False
        at = heads[at]
    return True


def _subjects_of_auxiliaries(doc: Doc) -> Iterator[Change]:
    """ "Putin has, more than once, declared": the subject belongs to the verb."""
    for token in trees.tokens(doc):
        if token.dep_ in trees.SUBJECTS and token.head.dep_ in trees.AUXILIARIES:
            yield token.i, (token.head.head.i, token.dep_)


def _bare_conjuncts(doc: Doc) -> Iterator[Change]:
    """ "that Kyiv withdraw from what it claimed and abandon its plans": it shall withdraw and abandon."""
    for token in trees.tokens(doc):
        head = token.head
        if token.dep_ != "conj" or token.tag_ != "VB" or head.tag_ not in ("VBD", "VBZ", "VBN", "VBG"):
            continue
        if trees.child(token, *trees.AUXILIARIES, *trees.SUBJECTS) is not None or trees.takes_bare(head):
            continue
        fitting = (
            above
            for above in head.ancestors
            if above.i < head.i and (above.tag_ == "VB" or trees.is_subjunctive(above))
        )
        yield from _moved(token, next(fitting, None))


def _moved(conjunct: Token, target: Token | None) -> Iterator[Change]:
    """The conjunct and its conjunction under another verb."""
    if target is None:
        return
    yield conjunct.i, (target.i, "conj")
    conjunctions = [token for token in trees.children(conjunct.head, "cc") if token.i < conjunct.i]
    if conjunctions:
        yield conjunctions[-1].i, (target.i, "cc")


def _that_conjuncts(doc: Doc) -> Iterator[Change]:
    """ "said that P and that Q": Q goes with P, whatever it was hung on."""
    for token in trees.tokens(doc):
        mark = trees.child(token, "mark")
        if token.dep_ != "conj" or mark is None or mark.lower_ != "that" or token.head.dep_ == "ccomp":
            continue
        complements = (above for above in token.head.ancestors if above.dep_ == "ccomp")
        own = trees.child(token.head, "ccomp")
        yield from _moved(token, next(complements, own if own is not None and own.i < token.i else None))


def _as_clauses(doc: Doc) -> Iterator[Change]:
    """ "as the invasion passed its 1,000th day": a clause, no prepositional phrase beside a verb."""
    for token in trees.tokens(doc):
        noun = trees.child(token, "pobj") if token.lower_ == "as" and token.dep_ == "prep" else None
        if noun is None or noun.right_edge.i + 1 >= len(doc):
            continue
        verb = doc[noun.right_edge.i + 1]
        if verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ == "advcl" and trees.subject(verb) is None:
            yield noun.i, (verb.i, "nsubj")
            yield token.i, (verb.i, "mark")


def _swallowed_subjects(doc: Doc) -> Iterator[Change]:
    """ "According to Stoltenberg, the use of force is ...": the subject was read as part of the name."""
    for token in trees.tokens(doc):
        to = trees.child(token, "prep") if token.lower_ == "according" else None
        noun = trees.child(to, "pobj") if to is not None else None
        verb = token.head
        if to is None or noun is None or not trees.is_verbal(verb) or trees.subject(verb) is not None:
            continue
        for name in noun.lefts:
            at = name.right_edge.i + 1
            if name.pos_ == "PROPN" and name.i > to.i and "," in (doc[at].text, doc[at - 1].text):
                yield noun.i, (verb.i, "nsubj")
                yield name.i, (to.i, "pobj")
                break


def _final_speakers(doc: Doc) -> Iterator[Change]:
    """ "..., Russia's minister, Andrei Rudenko, told reporters": the speaker was read as an apposition."""
    for verb in trees.tokens(doc):
        if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or not trees.is_bare_report(verb):
            continue
        if trees.subject(verb) is not None or doc[verb.left_edge.i - 1].dep_ == "cc":
            continue
        last = verb.left_edge.i - 1
        while last > 0 and doc[last].is_punct:
            last -= 1
        speaker = None
        for above in (doc[last], *doc[last].ancestors):
            if above.i <= verb.head.i or above.right_edge.i > verb.i:
                break
            if above.dep_ == "appos":
                speaker = above
        if speaker is not None:
            yield speaker.i, (verb.i, "nsubj")
            yield verb.i, (verb.head.i, "parataxis")


def _parentheses(doc: Doc) -> Iterator[Change]:
    """ "Within weeks, Bloomberg added, the two countries ...": a report beside the clause, not in it."""
    for verb in trees.tokens(doc):
        if verb.dep_ not in ("conj", "ccomp", "advcl", "dep", "parataxis") or not trees.is_finite(verb):
            continue
        speaker = trees.subject(verb)
        if speaker is None or speaker.lower_ in ("it", "that", "which", "who", "there"):
            continue
        if trees.child(verb, "mark") is not None or not trees.is_bare_report(verb):
            continue
        first, last = min(speaker.left_edge.i, verb.i), max(speaker.right_edge.i, verb.i)
        if verb.dep_ != "parataxis" and (first == 0 or doc[first - 1].text not in (",", '"')):
            continue
        target = _interrupted(verb)
        yield verb.i, (target.i, "parataxis")
        for token in trees.dependants(verb):
            before, after = token.right_edge.i < first, token.left_edge.i > last
            loose = before or (after and doc[token.left_edge.i - 1].text == ",")
            if loose and token.dep_ in _ADVERBIALS and token.lower_ != "according":
                yield token.i, (target.i, token.dep_)


def _interrupted(verb: Token) -> Token:
    """The clause in which a parenthesis stands: "A may be delayed, two of them said, by B; C was hit"."""
    for token in trees.children(verb.head, "ccomp"):
        apart = any(word.text in (";", ":") for word in verb.doc[token.i : verb.i])
        if token.i < verb.i < verb.head.i and not apart:
            return token
    return verb.head


def _inverted_roots(doc: Doc) -> Iterator[Change]:
    """ "It was plain, he said, that P": the parser hangs "it was plain" on P."""
    for root in trees.tokens(doc):
        mark = trees.child(root, "mark") if root.dep_ == "ROOT" else None
        first = trees.child(root, "ccomp")
        if mark is None or mark.lower_ not in ("that", "whether") or first is None or first.i > mark.i:
            continue
        subject = trees.subject(first)
        if subject is not None and subject.lower_ == "it":
            yield first.i, (first.i, "ROOT")
            yield root.i, (first.i, "ccomp")
            for token in trees.children(root, "parataxis"):
                yield token.i, (first.i, "parataxis")


def _interrupting_reports(doc: Doc) -> Iterator[Change]:
    """ "The army, he said, has left" and "it was plain, he said, that P": said of whom, and what."""
    for verb in trees.tokens(doc):
        content = trees.child(verb, "ccomp")
        if content is None or content.i < verb.i or verb.lemma_.lower() not in lexicon.PARENTHETICAL:
            continue
        subjects = [token for token in trees.children(verb, "nsubj") if token.i < verb.i]
        if len(subjects) == 2 and trees.subject(content) is None:
            yield subjects[0].i, (content.i, "nsubj")
        above = trees.subject(verb.head) if verb.dep_ == "parataxis" else None
        if above is not None and above.lower_ == "it" and trees.child(verb.head, "acomp", "attr") is not None:
            yield content.i, (verb.head.i, "ccomp")


def _speakers_with_colon(doc: Doc) -> Iterator[Change]:
    """ "Volodymyr Zelensky: Ukraine has worked hard": the subject stands behind the colon."""
    for verb in trees.tokens(doc):
        subjects = [token for token in trees.children(verb, "nsubj", "nsubjpass") if token.i < verb.i]
        if len(subjects) == 2 and any(token.text == ":" for token in doc[subjects[0].i : subjects[1].i]):
            yield subjects[0].i, (verb.i, "dep")


def _finite_conjuncts(doc: Doc) -> Iterator[Change]:
    """ "They have been pressing to move and are likely to win": "are" goes with "have", not with "to"."""
    for token in trees.tokens(doc):
        head = token.head
        if token.dep_ != "conj" or head.tag_ != "VB" or not trees.takes_bare(head):
            continue
        bare = token.lower_ == token.lemma_.lower()
        if token.tag_ not in ("VBZ", "VBD", "VBP") or bare or trees.subject(token) is not None:
            continue
        above = (verb for verb in head.ancestors if verb.i < head.i and trees.is_verbal(verb))
        yield from _moved(token, next((verb for verb in above if trees.is_finite(verb)), None))


def _conjuncts_behind_a_comma(doc: Doc) -> Iterator[Change]:
    """ "It was high when he took office, and peaked in May": what peaked is not he."""
    for token in trees.tokens(doc):
        clause = token.head
        main = clause.head
        if token.dep_ != "conj" or clause.dep_ != "advcl" or not main.i < clause.i < token.i:
            continue
        if token.tag_ not in ("VBD", "VBZ") or main.tag_ != token.tag_ or trees.subject(token) is not None:
            continue
        joint = doc[token.left_edge.i - 1]
        comma = joint.dep_ == "cc" and joint.i > 0 and doc[joint.i - 1].text == ","
        if comma and trees.subject(main) is not None and not trees.after_comma(clause):
            yield from _moved(token, main)


#: In this order: later ones read what earlier ones put right.
_REPAIRS = (
    *mending_heads.FIRST,
    *mending_subjects.SUBJECTS,
    _finite_conjuncts,
    _inverted_roots,
    _interrupting_reports,
    _subjects_of_auxiliaries,
    _bare_conjuncts,
    _that_conjuncts,
    _conjuncts_behind_a_comma,
    _as_clauses,
    _swallowed_subjects,
    _final_speakers,
    _parentheses,
    *mending_heads.LAST,
    _speakers_with_colon,
)
