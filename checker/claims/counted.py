"""What a number counts or measures: its noun, what happens to it, and what narrows it down.

Read off the dependency tree around the number. The three are lemmas: ``soldier``, ``kill`` and ``russian``
for "20 Russian soldiers were killed".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.claims import circumstances, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

#: Narrowings that leave open which part of the whole is counted, or how it compares with other counts.
PART = "of them"
MORE = "more"
LIMIT = "up to"
OPEN = frozenset({PART, MORE, LIMIT})

_INTO_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "nmod", "amod", "advmod", "det", "npadvmod", "poss"}
)
#: "195 delegates ahead", "leads by 195": how far two counts are apart, which is no count.
_APART = frozenset({"ahead", "behind", "short", "shy", "apart"})
_STANDING = frozenset({"be", "stand", "stay", "remain", "finish", "fall", "run", "come", "end"})
_APART_BY = frozenset({"lead", "trail", "win", "lose", "beat"})
_MORE_WORDS = frozenset(
    {"more", "other", "others", "another", "additional", "further", "extra", "new", "fresh"}
)
_HEDGE_WORDS = frozenset(
    "least most more than less fewer about around some nearly almost approximately roughly estimated total "
    "many few several only just a an the up to over close exact exactly full whole least".split()
)
_NARROWING = frozenset({"amod", "compound", "nmod", "poss"})
#: Nouns that only say that something is counted; what it is stands in their "of" or their compound.
_CONTAINERS = frozenset(
    {"total", "number", "toll", "count", "figure", "estimate", "maximum", "minimum", "sum"}
)
#: What these are of is no fact yet, or no fact about this case.
_LIMITS = frozenset("capacity target goal limit quota cap forecast plan maximum bounty reward record".split())
_PRONOUNS = frozenset({"they", "them", "those", "these", "us", "we", "you", "which", "whom", "it"})
_DIRECTED = frozenset(
    "rise increase grow climb jump surge soar fall drop decline decrease shrink slump plunge raise cut "
    "reduce expand revise".split()
)
_EMPTY_PREPOSITIONS = frozenset({"of", "including", "to", "at", "from", "with"})
_PARTS = frozenset({"including", "include", "among", "amongst"})
_HAPPENED = frozenset({"dead", "wounded", "injured", "hurt", "missing", "homeless", "killed", "displaced"})
_FATES = frozenset({"casualty", "death", "fatality", "injury", "wounded", "injured", "dead"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun's lemma, a verb's (or participle's), and further lemmas that narrow the noun down.

    Empty where there is none. A verb that the noun does rather than suffers is ``by kill``.
    """

    noun: str = ""
    happening: str = ""
    narrowed: tuple[str, ...] = ()

    def lemmas(self) -> tuple[str, ...]:
        """All of it in one order: noun, happening ("" if unknown), then what narrows it down, sorted."""
        found = (self.noun, self.happening, *self.narrowed)
        return () if found == ("", "") else found


def counted(number: Span, *, measured: bool) -> Counted:
    """What a span of number words counts; ``measured`` if a unit stands among them."""
    top = number.root
    noun = _noun_above(top, number, measured=measured)
    inner = _after(number) if measured and noun is None else None
    inner = inner or _of(noun if noun is not None else top, measured=measured)
    if inner is not None and inner.lower_ in _PRONOUNS:
        return Counted("", "", (PART,))
    definite = trees.child(inner, "det", "poss") if inner is not None else None
    whole = noun if noun is not None else top
    holder = noun is None or noun.lemma_.lower() in _CONTAINERS
    part: tuple[str, ...] = ()
    if inner is not None and holder:
        # "three of the soldiers" are a part, "a third of the soldiers" is a share, "dozens of" a count.
        part = (PART,) if definite is not None and not measured and definite.lower_ != "a" else ()
        noun = inner
    elif noun is None and not measured:
        noun = _shared_noun(top)
    happening = _happening(whole)
    names = (*part, *_narrowed(noun, number), *_surroundings(whole, number))
    what = "" if noun is None or not noun.lower_[0].isalpha() else _lemma(noun)
    if noun is not None and noun.ent_type_ == "NORP":
        # "four Americans" are people, and Americans.
        what, names = "people", (*names, what.removesuffix("s"))
    if measured and noun is None:
        what, more = _measure(whole)
        names = (*names, *more)
    if what in _CONTAINERS or what == "other" or (noun is not None and noun.lower_ in _HAPPENED):
        what = ""
    if not what and noun is None and not measured and happening not in _HAPPENED:
        what, more, happening = _toll(whole, happening)
        names = (*names, *more)
    return Counted(what, happening, tuple(sorted(set(names))))


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _noun_above(top: Token, number: Span, *, measured: bool) -> Token | None:
    """The noun that the number modifies: "20 [people]", "a $61 billion [package]"."""
    above = top.head
    if (
        top.dep_ not in _INTO_NOUN
        or above == top
        or above.i < number.start
        or number.start <= above.i < number.end
    ):
        return None
    if above.pos_ in ("NOUN", "PROPN") or (not measured and above.lower_ in _HAPPENED):
        return above
    return None


def _of(noun: Token, *, measured: bool) -> Token | None:
    """The noun in "hundreds of people", "a third of the country", "$3bn in aid"."""
    for preposition in trees.children(noun, "prep"):
        wanted = ("of", "in", "for", "worth") if measured else ("of",)
        if preposition.lower_ in wanted and preposition.i > noun.i:
            found = trees.child(preposition, "pobj")
            if (
                found is not None
                and found.ent_type_ not in ("GPE", "DATE", "LOC", "TIME")
                and found.pos_ != "NUM"
            ):
                return found
    return None


def _after(number: Span) -> Token | None:
    """The noun of "$3bn in aid" where the tree hangs the preposition elsewhere."""
    doc = number.doc
    if number.end >= len(doc) or doc[number.end].lower_ not in ("of", "in", "for", "worth"):
        return None
    found = trees.child(doc[number.end], "pobj")
    return None if found is None or found.ent_type_ in ("GPE", "DATE", "LOC", "TIME") else found


def _shared_noun(top: Token) -> Token | None:
    """ "2 civilians and 5 were hurt": nothing; a number in a list of nouns keeps to itself."""
    return (
        top if top.pos_ == "NOUN" and top.lemma_.lower() not in _CONTAINERS and top.lemma_.isalpha() else None
    )


def _measure(top: Token) -> tuple[str, tuple[str, ...]]:
    """What has a measure: the subject of "costs $3bn", the object of "bought the company for $3bn"."""
    verb = trees.governor(top)
    if not trees.is_verbal(verb):
        return "", ()
    objects = (trees.child(verb, "dobj"), trees.subject(verb))
    for token in objects:
        if token is not None and token.i != top.i and top not in token.subtree and token.pos_ != "PRON":
            return _lemma(token), tuple(_modifiers(token))
    return "", ()


def _toll(top: Token, happening: str) -> tuple[str, tuple[str, ...], str]:
    """ "a death toll of 20", "the number of dead rose to 20": what the toll is of."""
    verb = trees.governor(top)
    tolls = [above for above in _ancestors(top) if above.lemma_.lower() in _CONTAINERS]
    subject = trees.subject(verb) if trees.is_verbal(verb) else None
    if subject is not None and subject.lemma_.lower() in _CONTAINERS and subject.i != top.i:
        tolls.append(subject)
    for toll in tolls[:1]:
        named = trees.child(toll, "compound", "amod")
        inside = _of(toll, measured=False) if trees.child(toll, "prep") is not None else None
        if inside is not None and inside.i not in {top.i, *(token.i for token in top.subtree)}:
            return _lemma(inside), tuple(_modifiers(inside)), _fate(inside) or happening
        if named is not None or _lemma(toll) == "toll":
            return "", (), "death" if named is None else _lemma(named)
    return "", (), happening


def _ancestors(token: Token) -> Iterator[Token]:
    while token.head != token and not trees.is_verbal(token):
        token = token.head
        yield token


def _happening(noun: Token) -> str:
    """What happens to the noun: its participle, its own fate, or the verb that governs it."""
    fate = _fate(noun)
    if fate:
        return fate
    verb = trees.governor(noun)
    if not trees.is_verbal(verb):
        return ""
    link = _link(noun, verb)
    complement = trees.child(verb, "acomp", "oprd", "attr") if link.dep_ != "attr" else None
    if complement is not None and complement.lower_ in _HAPPENED:
        return complement.lower_
    lemma = _lemma(verb)
    if link.dep_ == "prep" and (lemma in _DIRECTED or link.lower_ not in _EMPTY_PREPOSITIONS):
        return f"{lemma} {link.lower_}"
    if link.dep_ == "agent" or (link.dep_ == "nsubj" and trees.child(verb, "dobj") is not None):
        return f"by {lemma}"
    return lemma


def _fate(noun: Token) -> str:
    """ "20 people killed in ...", "12 dead", "40 casualties": what has become of the noun, said beside it."""
    if noun.lower_ in _HAPPENED:
        return noun.lower_
    if _lemma(noun) in _FATES:
        return _lemma(noun)
    for token in trees.dependants(noun):
        if token.tag_ == "VBN" and (
            (token.dep_ == "acl" and token.i > noun.i) or (token.dep_ == "amod" and token.lower_ in _HAPPENED)
        ):
            return _lemma(token)
        if token.lower_ in _HAPPENED and token.dep_ in ("amod", "acomp", "oprd"):
            return token.lower_
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if following is None or trees.child(following, "dobj") is not None:
        return ""
    return following.lower_ if following.lower_ in _HAPPENED else ""


def _link(noun: Token, verb: Token) -> Token:
    """The token right under the verb on the way down to the noun."""
    while noun.head != verb and noun.head != noun:
        noun = noun.head
    return noun


def _narrowed(noun: Token | None, number: Span) -> Iterator[str]:
    if noun is None:
        return
    if (
        any(_lemma(t) in _MORE_WORDS and "than" not in _next(t) for t in _lefts(noun))
        or noun.lower_ == "others"
    ):
        yield MORE
    inside = range(number.start, number.end)
    yield from (word for token, word in _modifier_words(noun) if token.i not in inside)


def _modifiers(noun: Token) -> Iterator[str]:
    return (word for _, word in _modifier_words(noun))


def _modifier_words(noun: Token) -> Iterator[tuple[Token, str]]:
    for token in trees.dependants(noun):
        known = token.lower_ in _HEDGE_WORDS or token.lower_ in _HAPPENED or token.lower_ in _MORE_WORDS
        if token.dep_ in _NARROWING and not known and token.pos_ != "NUM" and token.text not in "$€£-–":
            yield token, _lemma(token)


def _lefts(noun: Token) -> Iterator[Token]:
    return (token for token in trees.dependants(noun) if token.i < noun.i)


def _next(token: Token) -> str:
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def _tells_a_lead(noun: Token, verb: Token) -> bool:
    """ "Clinton is 195 delegates ahead", not "arrested 30 people ahead of the summit"."""
    return _next(noun) in _APART and _lemma(verb) in _STANDING and noun.dep_ != "dobj"


def _leads_by(by: Token, verb: Token) -> bool:
    return by.dep_ == "prep" and _lemma(verb) in _APART_BY


def _surroundings(whole: Token, number: Span) -> Iterator[str]:
    """Increments and parts around the number, and the places and periods that it is counted for."""
    doc = whole.doc
    before = doc[number.start - 1].lower_ if number.start else ""
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    if before in ("another", "further", "additional", "other") or after in (
        "more",
        "others",
        "other",
        "additional",
    ):
        yield MORE
    verb = trees.governor(whole)
    if _tells_a_lead(whole, verb) or (before == "by" and _leads_by(doc[number.start - 1], verb)):
        yield MORE
    if after == "of" and number.end + 1 < len(doc) and doc[number.end + 1].lower_ in _PRONOUNS:
        yield PART
    if any(_lemma(above) in _LIMITS for above in _ancestors(whole)):
        yield LIMIT
    if before == "from":
        yield PART
    if any(above.lower_ in _PARTS and above.dep_ == "prep" for above in _ancestors(whole)):
        yield PART
    inside = {token.lower_ for token in number}
    for mark in circumstances.marks(verb):
        if mark.removeprefix(circumstances.PLACE) not in inside:
            yield mark
