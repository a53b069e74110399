"""When two words of a quotation say the same, say nothing, or say the opposite. Closed lists, lower case."""

from __future__ import annotations

from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from checker.claims.numberwords import MAGNITUDES, SMALL
from checker.claims.titles_of_people import first_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: Words that turn a clause into its opposite; others ("not me, nobody") may only repeat a negation.
TURNING = frozenset("not never no".split())

NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor without hardly barely".split())

#: Words that come and go with a negation.
AUXILIARIES = frozenset("do does did is are was were be been am have has had will would can could".split())

#: Words that transcripts add, drop and exchange without a change of meaning.
LIGHT = frozenset(
    "a an the this that these those and or but so if as of to in on at by for from with about into onto "
    "than then there here it its he him his she her hers they them their theirs we us our ours i me my mine "
    "you your yours who whom which what whose one ones 's is are was were be been being am has have had "
    "having do does did done will would shall should can could may might must going got get let us well oh "
    "um uh er ah okay ok yeah yes look like know mean just really very quite actually basically simply "
    "obviously certainly frankly also too even still now already ever again maybe kind sort lot such some "
    "any because while when where how why until though although mr mrs ms dr sir president senator sen gov "
    "governor secretary minister judge gen "
    "rep congressman congresswoman dollars dollar percent sic said says told added asked folks guys all both "
    "someone somebody anyone anybody yet "
    "out up over back down off only own more much many other same".split()
)

#: Pairs that exclude each other; inflected forms are found by their stems.
_OPPOSITES = (
    "more less|most least|many few|always never|everybody nobody|everyone nobody|everything nothing|"
    "before after|accept reject|support oppose|allow forbid|allow ban|start stop|begin end|open close|"
    "open closed|best worst|better worse|good bad|strong weak|strength weakness|first last|win lose|won lost|"
    "victory defeat|increase decrease|increase reduce|rise fall|rose fell|raise lower|raise cut|high low|"
    "higher lower|buy sell|true false|right wrong|guilty innocent|war peace|friend enemy|ally enemy|"
    "all none|up down|in out|possible impossible|legal illegal|can cannot|love hate|"
    "safe dangerous|easy difficult|easy hard|rich poor|old new|hope fear|attack defend|include exclude|"
    "domestic foreign|public private|majority minority|success failure|succeed fail|agree disagree|"
    "advance retreat|remember forget|import export|pass fail|create destroy|maximum minimum|north south|"
    "east west|left right|man woman|men women|husband wife|father mother|son daughter|brother sister"
)
_SYNONYMS = (
    "think feel believe guess suppose|watch witness see|start begin|big large huge great|kids children|"
    "country nation|folks people guys|help assist|buy purchase|end finish|try attempt|show demonstrate|"
    "talk speak|need require|happen occur|everybody everyone|nobody no-one|job work|tell say|fast quick|"
    "express profess|maybe perhaps|till until|toward towards|hard difficult|smart intelligent|"
    "people public|fate destiny|talk mention discuss|plan plot|"
    "path way|collect gather|let allow|prepared willing ready|cause inflict|evidence proof confirmation|"
    "place case|given granted|provide offer give|important significant|change alter|choose select|"
    "terrible horrible awful|problem issue|clear obvious|mom mother|dad father|cops police|gun firearm"
)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
_SUFFIXES = frozenset(
    "s es ed d ing ly er ers n en ies ied y e ment ion al ation ations ication ic ible able ility".split()
)
#: British and American endings, the longer ones first.
_SPELLINGS = tuple(
    tuple(pair.split())
    for pair in (
        "isation ization|ising izing|ise ize|yse yze|our or|ence ense|re er|ogue og|lled led|lling ling|"
        "ller ler|programme program|grey gray|ae e|oe e|wards ward|whilst while|amongst among"
    ).split("|")
)
_LONG = 5

#: Letters of an abbreviation.
_SHORTENED = 3


def _stem(word: str) -> str:
    for suffix in ("est", "ing", "ed", "es", "s", "d"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)]
            return stem[:-1] if stem[-1] == stem[-2] and len(stem) > 3 else stem
    return word


def _groups(listed: str) -> frozenset[frozenset[str]]:
    """Every two words of a group, as they are and as stems."""
    groups = [group.split() for group in listed.split("|")]
    plain = {frozenset(pair) for group in groups for pair in combinations(group, 2)}
    return frozenset(plain | {frozenset(_stem(word) for word in pair) for pair in plain})


_OPPOSED = _groups(_OPPOSITES)
_SYNONYMOUS = _groups(_SYNONYMS)
_NUMBERS: Mapping[str, float] = MappingProxyType(
    {word: float(value) for word, value in SMALL.items()} | dict(MAGNITUDES)
)


def number(words: Iterable[str]) -> float | None:
    """The value of words that are all of one number ("twenty", "five"; "2.5", "million"), else None."""
    total, current, any_word = 0.0, 0.0, False
    for word in words:
        value = _value(word)
        if value is None:
            return None
        if word in MAGNITUDES:
            current = (current or 1.0) * value
            if value > 100:
                total, current = total + current, 0.0
        else:
            current += value
        any_word = True
    return total + current if any_word else None


def _value(word: str) -> float | None:
    if word[0].isdigit():
        try:
            return float(word)
        except ValueError:
            return None
    return _NUMBERS.get(word) if len(word) > 2 else None


def alike(a: str, b: str) -> bool:
    """Whether two words are spellings, forms, slips or synonyms: "defence", "defense"; "talk", "talks"."""
    if a == b or _spelled(a) == _spelled(b):
        return True
    if number((a,)) is not None or number((b,)) is not None or opposed(a, b):
        return False
    # "sh—" and "Gen." are words cut short.
    return (
        a.startswith(b)
        or b.startswith(a)
        or _compounded(a, b)
        or frozenset((_stem(a), _stem(b))) in _SYNONYMOUS
        or _inflected(a, b)
        or _one_slip(a, b)
    )


def _compounded(a: str, b: str) -> bool:
    """ "care", "healthcare"."""
    short, long = sorted((a, b), key=len)
    return len(short) >= _LONG - 1 and len(long) - len(short) >= _LONG - 1 and long.endswith(short)


def opposed(a: str, b: str) -> bool:
    """Whether two words exclude each other: listed, or by a prefix ("legal", "illegal")."""
    if frozenset((_stem(a), _stem(b))) in _OPPOSED or frozenset((a, b)) in _OPPOSED:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _LONG - 1 and any(long == prefix + short for prefix in _PREFIXES)


def _spelled(word: str) -> str:
    word = "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    for british, american in _SPELLINGS:
        if british in word:
            word = word.replace(british, american)
    return word


def _inflected(a: str, b: str) -> bool:
    shared = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        shared += 1
    if shared < 3:
        return False
    # The last shared letter may belong to the stem or to the ending: "taxed", "taxes".
    return any(
        (not a[cut:] or a[cut:] in _SUFFIXES) and (not b[cut:] or b[cut:] in _SUFFIXES)
        for cut in (shared, shared - 1)
        if cut >= 3
    )


def _one_slip(a: str, b: str) -> bool:
    """A letter lost inside a word, and in long ones another letter for one, or two exchanged."""
    short, long = sorted((a, b), key=len)
    if short[0] != long[0] or len(long) < _LONG - 1 or len(long) - len(short) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return at < len(short) and short[at:] == long[at + 1 :]
    if len(long) < _LONG:
        return False
    exchanged = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return exchanged or short[at + 1 :] == long[at + 1 :]


def one_name(a: str, b: str) -> bool:
    """Whether two names can be one: "Steve", "Stephen"; "Jim", "James"; "Ft", "Fort"."""
    short, long = sorted((a, b), key=len)
    cut = len(short) <= _SHORTENED and (short[0], short[-1]) == (long[0], long[-1])
    return cut or a[:3] == b[:3] or first_name(a) == first_name(b) or alike(a, b)


def telling(words: Sequence[str]) -> list[str]:
    """The words that carry meaning by themselves."""
    return [word for word in words if word not in LIGHT]
