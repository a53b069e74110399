"""Clauses and subjects that the parser hangs on the wrong word: repairs that ``mending`` applies.

Each gives token index -> (index of the new head, new label), as those of ``mending`` do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import lexicon, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    Change = tuple[int, tuple[int, str]]


def _parted_subjects(doc: Doc) -> Iterator[Change]:
    """ "Ed Lee, writing in a weekly, did P": the subject was hung on the participle behind it."""
    for token in trees.tokens(doc):
        verb = token.head
        if token.dep_ != "nsubj" or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i > verb.head.i:
            continue
        main = verb.head
        comma = doc[token.right_edge.i].text == "," or trees.after_comma(verb)
        bare = trees.child(verb, *trees.AUXILIARIES) is None and token.i < verb.i
        if comma and bare and trees.subject(main) is None and trees.is_finite(main):
            yield token.i, (main.i, "nsubj")


def _roles_before_subjects(doc: Doc) -> Iterator[Change]:
    """ "As the largest member, Germany is hit": the first of two subjects is what the second is."""
    for verb in trees.tokens(doc):
        subjects = [token for token in trees.children(verb, "nsubj", "nsubjpass") if token.i < verb.i]
        mark = trees.child(verb, "mark")
        if len(subjects) != 2 or mark is None or mark.lower_ != "as":
            continue
        first, second = subjects
        if mark.i < first.i and doc[second.left_edge.i - 1].text == ",":
            yield mark.i, (verb.i, "prep")
            yield first.i, (mark.i, "pobj")


def _clauses_before_reports(doc: Doc) -> Iterator[Change]:
    """ "The rate fell as firms hired, the ministry reported": the firms hired when the rate fell."""
    for clause in trees.tokens(doc):
        report = clause.head
        if (
            clause.dep_ != "advcl"
            or clause.i > report.i
            or report.lemma_.lower() not in lexicon.PARENTHETICAL
        ):
            continue
        content = trees.child(report, "ccomp")
        speaker = trees.subject(report)
        if content is not None and speaker is not None and content.i < clause.i < speaker.i:
            yield clause.i, (content.i, "advcl")


def _said_in_statements(doc: Doc) -> Iterator[Change]:
    """ "told reporters in a statement that P": P is what was told, not what kind of statement."""
    for verb in trees.tokens(doc):
        if verb.lemma_.lower() not in lexicon.PARENTHETICAL or trees.child(verb, "ccomp") is not None:
            continue
        for preposition in trees.children(verb, "prep"):
            noun = trees.child(preposition, "pobj")
            clause = None if noun is None else trees.child(noun, "acl", "ccomp", "relcl")
            mark = None if clause is None else trees.child(clause, "mark")
            named = clause is not None and trees.subject(clause) is not None
            if clause is not None and named and mark is not None and mark.lower_ == "that":
                yield clause.i, (verb.i, "ccomp")
                return


def _relatives_without_pronoun(doc: Doc) -> Iterator[Change]:
    """ "Joe Lee, who is ill, on Monday called for help": a finite verb without "who" is the noun's own."""
    for noun in trees.tokens(doc):
        if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        for verb in trees.children(noun, "relcl"):
            asks = any(token.tag_ in ("WP", "WDT", "WRB", "WP$") for token in doc[verb.left_edge.i : verb.i])
            if verb.tag_ in ("VBD", "VBZ") and trees.subject(verb) is None and not asks:
                yield verb.i, (verb.i, "ROOT")
                yield noun.i, (verb.i, "nsubj")
                break


def _nominal_roots(doc: Doc) -> Iterator[Change]:
    """ "Anger with the campaign boiled over on Monday": the verb was read as a participle of the noun."""
    for noun in trees.tokens(doc):
        if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or doc[-1].text not in (".", '"'):
            continue
        if any(trees.is_verbal(token) and trees.is_finite(token) for token in trees.tokens(doc)):
            continue
        verbs = [token for token in noun.subtree if token.dep_ == "acl" and token.tag_ == "VBN"]
        verb = verbs[-1] if verbs else None
        if verb is None or trees.after_comma(verb) or trees.child(verb, "agent") is not None:
            continue
        # "A man killed in the blast" is a caption, "a row boiled over" is none.
        if verb.lower_.endswith("ed") and trees.child(verb, "prt", "dobj") is not None:
            yield verb.i, (verb.i, "ROOT")
            yield noun.i, (verb.i, "nsubj")


def _denied_reasons(doc: Doc) -> Iterator[Change]:
    """ "They came because they had to, not because they wanted to": nobody denies that they came."""
    if not trees.holds(doc, "because"):
        return
    for token in trees.tokens(doc)[1:-1]:
        mark = doc[token.i + 1]
        before = doc[token.i - 1].lower_ in (",", "—", "–", "-", "and", "but")
        if token.lower_ == "not" and mark.lower_ == "because" and mark.head != token.head and before:
            yield token.i, (mark.i, "advmod")


#: Before all other repairs, and after those that find out who reports.
FIRST = (
    _nominal_roots,
    _relatives_without_pronoun,
    _parted_subjects,
    _roles_before_subjects,
    _said_in_statements,
    _denied_reasons,
)
LAST = (_clauses_before_reports,)
