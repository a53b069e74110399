"""Who stands for a clause, and how: reporting verbs, denials, "according to", parentheses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.claims import denials, lexicon, trees, unsaid, wording
from checker.claims.complements import is_open_question
from checker.records import Modality, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token


#: Who speaks like this is named around it, if at all.
_SELF = ("i", "we", "you", "one")


@dataclass(frozen=True, slots=True)
class Frame:
    """Speaker, cue, stance and modality of a clause: inherited on the way down the tree."""

    speaker: Token | None = None
    cue: Token | None = None
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED


def according_to(doc: Doc) -> Frame:
    """ "..., according to a Reuters report" stands for the whole sentence, wherever it hangs."""
    for token in trees.tokens(doc) if trees.holds(doc, "according") else ():
        if token.lower_ == "according" and token.head.dep_ in ("ROOT", "conj", "ccomp", "parataxis"):
            to = trees.child(token, "prep")
            speaker = trees.child(to, "pobj") if to is not None else None
            inside = token.i > 0 and not trees.after_comma(token)
            if speaker is None or (inside and speaker.lemma_.lower() in lexicon.RULES):
                continue
            if names_somebody(speaker):
                return Frame(speaker=speaker, cue=token)
    return Frame()


def parenthetical(head: Token, frame: Frame) -> Frame:
    """The frame given by a ", X said," inside the clause, or by a name and a colon before it."""
    for token in trees.children(head, "parataxis", "conj"):
        speaker = trees.subject(token)
        if speaker is not None and names_somebody(speaker) and trees.is_bare_report(token):
            doubted = token.lemma_.lower() not in lexicon.ASSERTING and token.lemma_.lower() != "go"
            spoken = speaker.lower_ in _SELF
            found = frame if spoken else replace(frame, speaker=speaker, cue=token)
            return _hedged(found) if doubted else found
    for token in trees.children(head, "dep"):
        named = token.pos_ == "PROPN" or "@" in token.text
        if named and token.i < head.i and head.doc[token.i + 1].text == ":":
            return replace(frame, speaker=token, cue=None)
    return frame


def frame_of_complement(head: Token, clause: Token, frame: Frame, subject: Token | None) -> Frame | None:
    """The frame in which ``head`` puts its complement, or None if the two cannot be taken apart.

    ``frame`` is that of ``head`` itself, ``subject`` whoever does the reporting (it may stand elsewhere).
    """
    lemma = head.lemma_.lower()
    negated = _is_negated_report(head, subject)
    quoted = trees.child(head, "dobj") if lemma in ("quote", "cite") else None
    speaker = quoted or _reporter(head, subject)
    inner = frame if speaker is None or not _can_speak(speaker) else replace(frame, speaker=speaker, cue=head)
    marks = {token.lower_ for token in trees.children(clause, "mark")}
    if lemma in lexicon.ASKING or marks & {"whether", "if"} or _asks_who(subject):
        return replace(inner, stance=Stance.QUESTIONS, modality=Modality.ASKED)
    if (clause.i > head.i and is_open_question(clause)) or _is_a_share(subject):
        return None
    if unsaid.is_set_aside(clause):
        return _hedged(inner)
    judged = _judged(head, clause, frame, subject)
    if judged is not None:
        return judged
    stance = denials.stance_of(head)
    if stance is Stance.DENIES:
        return _in_denial(head, clause, inner, negated=negated)
    if stance is Stance.QUESTIONS:
        return replace(inner, stance=Stance.QUESTIONS, modality=Modality.ASKED)
    if stance is Stance.HEDGES:
        return _hedged(inner)
    if lemma == "accuse":
        return _hedged(inner) if negated or speaker is None else inner
    if lemma in lexicon.WISHING or (lemma in lexicon.DEMANDING and _is_demand(head, clause)):
        return None
    return discredited(head, clause, frame) or _held(head, inner, frame, subject)


def _in_denial(head: Token, clause: Token, inner: Frame, *, negated: bool) -> Frame:
    if denials.in_own_words(head, clause):
        return inner
    return _hedged(inner) if negated else replace(inner, stance=Stance.DENIES)


def _is_a_share(subject: Token | None) -> bool:
    """ "51 percent of the voters said that P": how many said so is what is told."""
    return subject is not None and subject.ent_type_ == "PERCENT"


def frame_of_deed(head: Token, frame: Frame, subject: Token, *, denied: bool) -> Frame:
    """The frame of what somebody denies or is accused of, said by a noun."""
    speaker = _reporter(head, subject)
    speaks = speaker is not None and _can_speak(speaker)
    inner = replace(frame, speaker=speaker, cue=head) if speaks else frame
    if denied:
        return replace(inner, stance=Stance.DENIES)
    return inner if speaks else _hedged(inner)


def _held(head: Token, inner: Frame, frame: Frame, subject: Token | None) -> Frame | None:
    """The frame of what somebody says or thinks, or of what something means."""
    lemma, negated = head.lemma_.lower(), _is_negated_report(head, subject)
    if negated and lemma in lexicon.SIGNS | lexicon.STATING:
        # "The letters do not show that P", "nobody said that P": P is left open.
        return None
    if lemma == "mean":
        return None if negated else frame
    if lemma in lexicon.ASSERTING or lemma in lexicon.DEMANDING:
        return _hedged(inner) if negated else _second_hand(head, inner, frame)
    if negated and lemma in lexicon.NEGATION_RAISING and inner.stance is Stance.ASSERTS:
        return replace(inner, stance=Stance.DENIES)
    return _hedged(inner) if lemma in lexicon.HEDGING else _of_report_noun(frame, subject)


def _judged(head: Token, clause: Token, frame: Frame, subject: Token | None) -> Frame | None:
    """ "It is clear that P" and "it is possible that P"."""
    for adjective in trees.children(head, "acomp", "attr"):
        impersonal = trees.child(head, "expl") is not None or (subject is not None and subject.lower_ == "it")
        if clause.head == adjective or impersonal:
            negated = any(token.dep_ == "neg" for token in trees.dependants(head))
            if not negated and adjective.lemma_ in lexicon.DENYING_ADJECTIVES:
                return _denied(frame, adjective)
            if negated and adjective.lemma_ in ("true", "correct"):
                return _denied(frame, adjective)
            if unsaid.doubts(adjective, negated=negated):
                return replace(frame, stance=Stance.HEDGES, modality=Modality.CONDITIONAL)
            certain = adjective.lemma_ in lexicon.FACTIVE_ADJECTIVES and not negated
            return frame if certain else _hedged(frame)
    return None


def discredited(head: Token, clause: Token, frame: Frame) -> Frame | None:
    """ "Repeated a false claim on the campaign trail: that P" says that P is not so."""
    noun = trees.child(head, "dobj")
    if noun is None or noun.lemma_.lower() not in lexicon.REPORT_NOUNS:
        return None
    if head.doc[clause.left_edge.i - 1].text not in (":", "—", "–") or not noun.i < clause.left_edge.i:
        return None
    adjective = discrediting(noun)
    return None if adjective is None else _denied(frame, adjective)


def discrediting(noun: Token) -> Token | None:
    """The word that calls a report false: "a false claim", "debunked reports"; not in quotes, nor denied."""
    if trees.is_negated(noun.head) or any(token.lower_ in ("no", "not", "such") for token in noun.lefts):
        return None
    said = (token for token in noun.lefts if token.lower_ in lexicon.DISCREDITING and token.i)
    return next((token for token in said if not noun.doc[token.i - 1].is_quote), None)


def _denied(frame: Frame, cue: Token) -> Frame:
    """ "It is not true that P": who says so denies P, and nobody knows who denies a denial."""
    if frame.stance is not Stance.ASSERTS:
        return replace(frame, stance=Stance.HEDGES, modality=Modality.HEDGED)
    return replace(frame, cue=frame.cue or cue, stance=Stance.DENIES)


def _reporter(head: Token, subject: Token | None) -> Token | None:
    """Who reports: the subject, of a passive the agent ("was told by aides that P")."""
    if trees.child(head, "nsubjpass") is None:
        return subject
    agent = trees.child(head, "agent")
    if agent is None:
        # "Reuters was told": the paper that was told stands for it, a person who was told does not.
        told = head.lemma_.lower() != "accuse" and subject is not None and subject.ent_type_ == "ORG"
        return subject if told else None
    return trees.child(agent, "pobj")


def nominal(nouns: Iterable[Token], frame: Frame) -> Iterator[tuple[Token, Frame]]:
    """ "Trump's statement that P", "the claim that P": each P among some nouns, with its frame.

    A P about a pronoun is left out: "the Russian statement that it will go" does not say who "it" is.
    """
    plain = frame.stance is Stance.ASSERTS and frame.modality is Modality.ASSERTED
    for noun in nouns:
        lemma = noun.lemma_.lower()
        if not plain and (lemma != "fact" or frame.modality is not Modality.CONDITIONAL):
            continue
        # "After claiming that P": a verb, whose subject reports P.
        clause = None if noun.tag_ == "VBG" else denials.clause_of_noun(noun)
        if clause is None or is_open_question(clause) or noun.head.head.lower_ == "contrary":
            continue
        about = trees.subject(clause)
        if trees.child(clause, "mark") is None or about is None or about.pos_ == "PRON":
            continue
        if unsaid.may_demand(noun, clause) or unsaid.is_missing(noun):
            continue
        owner = trees.child(noun, "poss")
        speaker = (
            owner if owner is not None and owner.pos_ in ("PROPN", "NOUN") and names_somebody(owner) else None
        )
        found = replace(frame, speaker=speaker, cue=noun)
        discredits = discrediting(noun)
        if lemma in lexicon.DENIAL_NOUNS:
            # Who calls a denial false holds P for so.
            yield clause, frame if discredits is not None else replace(found, stance=Stance.DENIES)
        elif discredits is not None:
            yield clause, _denied(frame, discredits)
        elif lemma == "fact":
            # "If they accept the fact that P": P is so in any case.
            yield clause, replace(frame, modality=Modality.ASSERTED)
        else:
            yield clause, _hedged(found) if speaker is None or lemma in lexicon.DOUBTED_NOUNS else found


def _second_hand(head: Token, inner: Frame, frame: Frame) -> Frame:
    """ "responded to a story that P": P is the story's, and nobody's assertion here."""
    to = next((token for token in trees.children(head, "prep") if token.lower_ == "to"), None)
    if head.lemma_ in ("respond", "reply", "react") and to is not None:
        return _hedged(frame)
    return inner


def _of_report_noun(frame: Frame, subject: Token | None) -> Frame | None:
    """ "The rumour is that P", "their assessment remains that P", "what he found was that P"."""
    noun = subject.lemma_.lower() if subject is not None else ""
    if subject is not None and unsaid.is_missing(subject):
        return None
    if subject is not None and subject.dep_ == "csubj" and noun == "be":
        # "What is strange is that P."
        asked = (token.lower_ == "what" for token in trees.children(subject, "nsubj"))
        return frame if any(asked) and trees.child(subject, "acomp") is not None else None
    if subject is not None and subject.dep_ in ("csubj", "csubjpass") and noun in lexicon.ASSERTING:
        who = trees.subject(subject)
        if trees.is_negated(subject):
            # "What he did not say was that P."
            return _hedged(frame)
        return replace(frame, speaker=who, cue=subject) if who is not None and _can_speak(who) else frame
    if noun in lexicon.FACT_NOUNS:
        return frame
    if noun not in lexicon.REPORT_NOUNS:
        return None
    return _hedged(frame) if noun in lexicon.DOUBTED_NOUNS else frame


def _hedged(frame: Frame) -> Frame:
    """The frame with a doubt in it; a denial, a question or a condition stays what it is."""
    if frame.stance is not Stance.ASSERTS or frame.modality is not Modality.ASSERTED:
        return frame
    return replace(frame, stance=Stance.HEDGES, modality=Modality.HEDGED)


def _is_negated_report(head: Token, subject: Token | None) -> bool:
    """Whether nobody reports it (any more): "did not say that P", "no longer thinks that P"."""
    ended = any(
        token.lower_ == "longer" and trees.is_negated(token) for token in trees.children(head, "advmod")
    )
    negated = any(token.dep_ == "neg" and trees.negates(token) for token in trees.dependants(head))
    return ended or negated or _is_nobody(subject)


def _is_nobody(subject: Token | None) -> bool:
    """ "Nothing indicated that P", "no official said that P": P is not said."""
    if subject is None:
        return False
    # "No fewer than ten officials" are many.
    return (
        subject.lower_ in ("nothing", "nobody", "none")
        or any(
            (token.lower_ == "no" and token.doc[token.i + 1 : token.i + 2].text not in ("fewer", "less"))
            or (token.lower_ in ("not", "neither") and trees.negates(token))
            for token in subject.lefts
        )
        or _are_few(subject)
    )


def _are_few(subject: Token) -> bool:
    """ "Few (of the) officers", not "a few officers": hardly anybody."""
    few = subject if subject.lower_ == "few" else trees.child(subject, "amod")
    if few is None or few.lower_ != "few":
        return False
    # "A select few", "the very few who stayed": some, after all.
    return all(word.pos_ not in ("DET", "PRON") for word in few.doc[subject.left_edge.i : few.i])


def _asks_who(subject: Token | None) -> bool:
    """ "Who said that P?": nobody says P here."""
    # The WHO is an organisation.
    if (
        subject is None
        or subject.text not in ("Who", "who", "What", "what")
        or not trees.holds(subject.doc, "?")
    ):
        return False
    return subject.head.dep_ not in ("relcl", "acl")


def names_somebody(speaker: Token) -> bool:
    """Whether a token heads a noun phrase at all: the parser takes signs and clauses for subjects."""
    return bool(wording.noun_phrase(speaker))


def _can_speak(subject: Token) -> bool:
    """Results and signs show things; only people and institutions stand for what they say."""
    if not names_somebody(subject) or _is_nobody(subject):
        return False
    if subject.lower_ in ("it", "that", "this", "who", "which", "what", "there", *_SELF):
        return False
    return subject.pos_ in ("PROPN", "PRON") or subject.lemma_.lower() not in lexicon.SPEECHLESS


def _is_demand(head: Token, clause: Token) -> bool:
    """ "insists that Kyiv withdraw" demands, "insists that Kyiv withdrew" reports."""
    if head.lemma_ not in ("insist", "suggest", "stipulate"):
        return True
    if trees.is_subjunctive(clause) or not trees.is_finite(clause):
        return True
    return any(aux.lemma_ in lexicon.DEMANDING_MODALS for aux in trees.children(clause, "aux"))
