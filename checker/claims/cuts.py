"""What is cut out of a clause's wording, and what must stay in it.

A clause loses what is said on its own (coordinated clauses, "although ...", loose relative clauses) and
what only frames it (connectives, attributions). It keeps what limits it ("until ...", a short relative
clause), because without that it would say more than was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims import complements, lexicon, modality, tense, trees, unsaid
from checker.records import Tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

#: A longer relative clause is a statement of its own.
LONGEST_RESTRICTIVE = 7

#: "Those who ..." names nothing without it, and "drivers who ..." as a subject would be all drivers.
LONGEST_OF_VAGUE = 25

#: A predicate of fewer words says nothing without its purpose: "has worked hard (to end the war)".
FEWEST_PREDICATE_WORDS = 5

#: Subordinators of what is said beside the clause, also where they stand under an infinitive.
_BESIDE = lexicon.CONTRAST_MARKS | {"because"}

#: Subordinators that date.
_TIMES = frozenset(("after", "before", "when", "as"))

_CLAUSE_LABELS = ("relcl", "advcl", "conj", "ccomp", "parataxis")


def removed(head: Token) -> Iterator[Token]:
    """The tokens whose subtrees are cut out of the wording of the clause of ``head``."""
    cut = set(coordinated(head))
    for token in trees.dependants(head):
        if token in cut or _frames(token, head):
            yield token
        elif token.dep_ in ("cc", "preconj"):
            following = next((c for c in trees.children(head, "conj") if c.i > token.i), None)
            if following is None or following in cut:
                yield token
        elif _stands_alone(token, head):
            yield token
    yield from (token for token in adverbial(head) if token.head != head)
    yield from (token.head for token in given(head))
    yield from (token for token in trees.children(head, "prep") if _answers(token, head))
    yield from _before_mark(head)
    for token in head.subtree:
        if token == head:
            continue
        if (token.dep_ == "relcl" and not is_restrictive(token)) or (token.dep_ == "acl" and is_loose(token)):
            yield _with_empty_noun(token)
        elif _comments(token, head) or _is_source(token):
            yield token


def _comments(token: Token, head: Token) -> bool:
    """ "demands control, a condition opposed by Kyiv": a noun after a comma that only describes."""
    label = token.dep_
    if label not in ("appos", "dobj") or not trees.after_comma(token):
        return False
    if trees.opens(token).lower_ not in ("a", "an", "the", "one"):
        return False
    if label == "appos":
        return token.head.tag_ != "NNPS" and not any(c.dep_ == "cc" for c in trees.dependants(token))
    return any(c.i < token.i for c in trees.children(head, "dobj"))


def _is_source(token: Token) -> bool:
    """ "based on indications he gave": where it is known from, not what is said."""
    return token.lower_ == "based" and token.dep_ in ("prep", "advcl", "acl")


def _stands_alone(token: Token, head: Token) -> bool:
    """Whether a child of ``head`` is a clause that is said beside it."""
    if token.dep_ == "advcl":
        return not _belongs(token)
    return token.dep_ == "ccomp" and complements.runs_on(head, token)


def _frames(token: Token, head: Token) -> bool:
    """Whether a child of ``head`` says nothing of the clause itself."""
    if token.dep_ in ("parataxis", "mark", "intj", "dep") or token.lower_ == "according":
        return True
    if token.dep_ != "advmod" or token.i > head.i:
        return False
    if token.tag_ == "WRB" and token.lower_ in ("when", "where"):
        return True
    first = token.i == token.sent.start
    return token.lower_ in lexicon.CONNECTIVES and (first or token.lower_ not in ("still", "now"))


def _before_mark(head: Token) -> Iterator[Token]:
    """ "partly because P", "not least because P": the adverbs weigh the cause, not P."""
    mark = trees.child(head, "mark")
    if mark is not None:
        yield from (token for token in trees.dependants(head) if token.i < mark.i)


def given(head: Token) -> Iterator[Token]:
    """ "..., given that P": what is taken for known."""
    for token in trees.children(head, "prep"):
        if token.lower_ == "given":
            yield from (
                each for each in trees.children(token, "pcomp") if trees.child(each, "mark") is not None
            )


def _answers(token: Token, head: Token) -> bool:
    """ "responded by saying that P": only P is said."""
    if head.lemma_ not in ("respond", "reply", "answer", "react") or token.lower_ != "by":
        return False
    saying = trees.child(token, "pcomp")
    return saying is not None and trees.child(saying, "ccomp") is not None


def dating(head: Token) -> Iterator[Token]:
    """The clauses that date what is said and stay in it, but happened as well: "until the police came"."""
    past = tense.of_verb(head) is Tense.PAST and not trees.is_negated(head)
    # "Will come when the court agrees": it has not.
    came = head.lemma_ in lexicon.COMING and tense.of_verb(head) is not Tense.FUTURE
    if not past and not came:
        return
    for token in trees.children(head, "advcl"):
        mark = modality.mark_of(token)
        then = tense.of_verb(token)
        comes = came and mark in _TIMES and then is not Tense.FUTURE
        happened = comes or (mark == "until" and then is Tense.PAST)
        if happened and trees.is_finite(token) and trees.subject(token) is not None and _belongs(token):
            yield token


def _with_empty_noun(clause: Token) -> Token:
    """ "at a time when P": without the clause the whole phrase goes."""
    noun = clause.head
    if noun.lemma_ in lexicon.EMPTY_NOUNS and noun.dep_ == "pobj":
        return noun.head
    return clause


def coordinated(head: Token) -> Iterator[Token]:
    """The coordinated clauses of ``head``."""
    verbs = (token for token in trees.children(head, "conj") if trees.is_verbal(token))
    return (token for token in verbs if not _shares_object(token, head))


def joint_of(token: Token) -> str:
    """The word that joins a coordinated verb to the first, or the last of its list; "" if none does."""
    chain: Token | None = token
    joints = [word for word in trees.children(token.head, "cc") if word.i < token.i]
    while not joints and chain is not None:
        joints = list(trees.children(chain, "cc"))
        chain = trees.child(chain, "conj")
    return joints[-1].lower_ if joints else ""


def joined_by_or(token: Token) -> bool:
    """Whether that word is "or" or "nor"."""
    return joint_of(token) in ("or", "nor")


def _shares_object(token: Token, head: Token) -> bool:
    """ "could complicate and delay any settlement": the object of the second verb is the first one's too."""
    between = head.doc[head.i + 1 : token.i]
    if len(between) != 1 or between[0].dep_ != "cc" or trees.subject(token) is not None:
        return False
    return trees.child(head, "dobj", "prep", "xcomp", "ccomp", "attr", "acomp") is None


def adverbial(head: Token) -> Iterator[Token]:
    """The adverbial clauses that say something of their own, also those hung deep inside the clause."""
    for token in trees.dependants(head):
        if token.dep_ == "advcl" and not _belongs(token):
            yield token
    for word in nouns_of(head):
        for token in trees.children(word, "advcl"):
            mark = modality.mark_of(token)
            # "As poorly as they did" compares.
            compares = mark == "as" and any(each.lower_ in ("as", "so") for each in word.lefts)
            contrast = mark in _BESIDE and not compares
            if contrast and trees.is_finite(token) and trees.subject(token) is not None:
                yield token


def nouns_of(head: Token) -> tuple[Token, ...]:
    """Every token of the clause that is not inside another clause that is walked on its own."""
    known = trees.notes(head.doc, "nouns")
    if head.i not in known:
        known[head.i] = tuple(_below(head))
    return known[head.i]


def _below(head: Token) -> Iterator[Token]:
    waiting = list(trees.dependants(head))
    while waiting:
        token = waiting.pop(0)
        label = token.dep_
        if (label in _CLAUSE_LABELS or (label == "acl" and _is_reported(token))) and trees.is_verbal(token):
            continue
        yield token
        waiting.extend(trees.dependants(token))


def _is_reported(clause: Token) -> bool:
    """ "The claim that P": a clause that is walked as what its noun reports."""
    noun = clause.head
    reports = noun.lemma_.lower() in lexicon.REPORT_NOUNS and not unsaid.is_missing(noun)
    return reports and trees.child(clause, "mark") is not None


def _belongs(clause: Token) -> bool:
    """Whether an adverbial clause is part of what is said."""
    if clause.i < clause.head.i:
        return False
    mark = modality.mark_of(clause)
    if trees.is_finite(clause):
        if mark == "while":
            return not trees.after_comma(clause)
        if mark in ("when", "where", "why", "how") and clause.head.lemma_.lower() in lexicon.WONDERING:
            # "Did not know when he had spoken" says not that he did not know.
            return True
        if mark == "when":
            return _is_general(clause) or _dates_a_state(clause)
        if clause.head.lemma_ in lexicon.COMING and mark in _TIMES:
            # "The vote came a week after P": without it nothing is said.
            return not trees.after_comma(clause)
        # "Differs in that P."
        return mark in lexicon.LIMIT_MARKS or mark == "in"
    if clause.tag_ == "VB" and clause.head.lemma_.lower() in lexicon.DEMANDING:
        # "pressed their leaders to change the rules"
        return True
    if mark == "for":
        # "is waiting for the court to rule"
        return clause.tag_ == "VB"
    if mark or is_loose(clause):
        return False
    return clause.tag_ == "VBG" or (clause.tag_ == "VB" and _is_purpose_of_little(clause))


def _is_general(clause: Token) -> bool:
    """ "Fewer workers are hired when businesses invest less": at other times they may be hired."""
    now = tense.of_verb(clause) is Tense.PRESENT and tense.of_verb(clause.head) is Tense.PRESENT
    return now and not trees.after_comma(clause)


def _dates_a_state(clause: Token) -> bool:
    """ "Unemployment was at 7.8 percent when he took office": what is true of one time only."""
    return clause.head.lemma_ in ("be", "have", "stand") and not trees.after_comma(clause)


def _is_purpose_of_little(clause: Token) -> bool:
    """ "has worked hard to end the war": the purpose is the point."""
    head = clause.head
    subject = trees.subject(head)
    others = {token.i for token in clause.subtree} | (
        {token.i for token in subject.subtree} if subject else set()
    )
    others |= {token.i for other in coordinated(head) for token in other.subtree}
    first = min([head.i, *(token.i for token in trees.children(head, *trees.AUXILIARIES))])
    words = [
        token for token in head.subtree if token.i >= first and token.i not in others and not token.is_punct
    ]
    return len(words) < FEWEST_PREDICATE_WORDS


def is_restrictive(clause: Token) -> bool:
    """ "a law that prevents talks": short, without a comma, it says which one is meant."""
    if not trees.is_finite(clause) and clause.tag_ == "VB":
        return True
    if is_loose(clause):
        return False
    words = clause.right_edge.i - clause.left_edge.i
    vague = clause.head.lemma_.lower() in lexicon.VAGUE_NOUNS or _in_subject(clause)
    vague = vague or _is_excluded(clause.head) or _is_what_it_is_not(clause.head)
    return words < (LONGEST_OF_VAGUE if vague else LONGEST_RESTRICTIVE)


def _is_excluded(noun: Token) -> bool:
    """ "Will never sign a bill that forces ...": without the clause it would be any bill."""
    words = {token.lower_ for token in noun.lefts}
    if noun.pos_ != "NOUN" or words & {"the", "this", "that", "these", "those"}:
        return False
    if words & {"any", "no", "every", "each"}:
        return True
    verb = trees.governor(noun)
    while verb.dep_ == "xcomp" and not trees.is_negated(verb):
        verb = verb.head
    return trees.is_negated(verb)


def _is_what_it_is_not(noun: Token) -> bool:
    """ "Isn't the first mayor who ...": only with the clause does it say what somebody is not."""
    return noun.dep_ == "attr" and trees.is_negated(noun.head)


def _in_subject(clause: Token) -> bool:
    """Whether a clause belongs to a subject, also "drivers who had a car that failed"."""
    above = clause.head
    while above.dep_ in ("pobj", "prep", "dobj", "attr", "relcl", "acl") and above.head != above:
        above = above.head
    return above.dep_ in trees.SUBJECTS


def is_loose(clause: Token) -> bool:
    """A clause set off by a comma says something of its own: ", indicating a willingness ..."."""
    return trees.after_comma(clause)
