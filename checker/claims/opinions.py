"""Whether a claim passes judgement instead of telling a fact: "Pence was calm", "an incredible job".

Two papers that judge one speech differently do not contradict each other: neither can be shown wrong.
The words were chosen by reading the adjectives that stand behind "very", "so" or "too" most often in
news text, without those that measure ("large", "late") or tell a fact that has degrees ("sick", "safe").
"""

from __future__ import annotations

import re

#: Adjectives that value; what stands behind a linking verb or before a noun that is judged.
_VALUING = frozenset(
    "absurd admirable alarming amazing amusing annoying appalling appealing articulate astonishing "
    "atrocious awesome awful awkward bad baffling beautiful best better biased bizarre blunt bold "
    "boring brave brilliant brutal calm candid careless cavalier charming chilling clever clumsy "
    "comfortable compelling competent concerning confident confused confusing consequential "
    "contentious convincing cool courageous cowardly cozy crazy credible cruel curious cynical "
    "damaging dazzling decent deplorable despicable devastating difficult disappointing disgraceful "
    "disgusting dishonest disingenuous dismal disrespectful disturbing divisive dramatic dreadful "
    "dull dumb easy egregious eloquent embarrassing eminent encouraging entertaining "
    "excellent exciting extraordinary fabulous fair fantastic fascinating fine flawed flimsy "
    "fluid foolish forceful frightening frustrating funny generous genuine good gracious great "
    "gripping harsh heartbreaking helpful hollow honest honorable hopeful horrible horrific humble "
    "hypocritical idiotic immature impressive inappropriate incoherent incompetent incredible "
    "ineffectual inept infuriating insane inspiring insulting intelligent interesting "
    "ironic irresponsible laughable lazy ludicrous magnificent masterful mean meaningful "
    "measured memorable misguided nasty nervous nice nonsensical odd offensive outrageous outstanding "
    "overblown overexcited painful passionate pathetic perfect perplexing petty phony poignant "
    "polished polite poor powerful predictable problematic profound promising proud "
    "puzzling reasonable reckless refreshing remarkable respectful ridiculous risky robust sad sane "
    "savvy scary sensible serious shaky shallow shameful sharp shocking silly simplistic "
    "sinister sloppy smart smooth solid spectacular stale startling stellar strange strong stubborn "
    "stunning stupid sublime substantive superb surprising suspicious tedious telling "
    "tepid terrible terrific thoughtful thrilling tough tremendous tricky troubling ugly "
    "unacceptable unbelievable uncomfortable unconvincing unfair unflappable unfortunate unhelpful "
    "uninspired unpleasant unreasonable unremarkable unsettling unusual useful useless "
    "vague valuable vicious vulgar weak weird wise wonderful worst worse worthless worthwhile worthy "
    "wrong".split()
)

#: Nouns that value whom they name, and what people judge.
_NAMING = frozenset(
    "bully bullies buffoon clown coward crook disaster disgrace embarrassment failure farce fool "
    "fraud genius hero heroes hypocrite idiot joke liar liars loser losers masterpiece mess monster "
    "nightmare scandal shame superstar tragedy travesty triumph villain winner winners nonsense "
    "pablum".split()
)
_JUDGED = (
    "job performance speech night showing approach choice decision idea move moment moments argument answer "
    "answers response strategy plan tone case message effort start task question moderator candidate leader "
    "president debater debate campaign record point points thing things way man woman person people guy"
)

_LINKING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|seem(?:s|ed)?|look(?:s|ed)?|appear(?:s|ed)?|feel(?:s)?|felt|"
    r"sound(?:s|ed)?|remain(?:s|ed)?|bec(?:ome|omes|ame)|"
    r"(?<=[Ii]t|[Hh]e)[’']s|[’']re|(?:came|comes|coming) (?:off|across))\b"
    r"(?: as)?(?P<rest>(?:[ ,]+[\w’'-]+){1,7})",
    re.IGNORECASE,
)
_PRAISED = re.compile(
    r"\b(?:a|an|the|his|her|its|their|no|such)(?: [\w-]+)? (?P<valuing>[\w-]+)"
    rf" (?:{'|'.join(_JUDGED.split())})\b",
    re.IGNORECASE,
)
_NORMATIVE = re.compile(
    r"\b(?:should|ought to|deserve[sd]?|shouldn[’']t|must not be allowed|needs? to (?:be|stop|start|get|do)|"
    r"has to stop|have to stop|it(?: is|[’']s) time)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’-]+")


def is_opinion(text: str) -> bool:
    """Whether a claim in bare words values somebody or something, or says what ought to be."""
    return _NORMATIVE.search(text) is not None or _values(text)


def _values(text: str) -> bool:
    if any(found["valuing"].casefold() in _VALUING for found in _PRAISED.finditer(text)):
        return True
    for found in _LINKING.finditer(text):
        said = [word.casefold() for word in _WORD.findall(found["rest"])]
        if any(word in _VALUING or word in _NAMING for word in said[:5]):
            return True
    return False
