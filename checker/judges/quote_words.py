"""When two words of a quotation say the same, say nothing, or say the opposite. Closed lists, lower case."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.claims.numberwords import MAGNITUDES, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor without hardly barely".split())

#: Words that transcripts add, drop and exchange without a change of meaning.
LIGHT = frozenset(
    "a an the this that these those and or but so if as of to in on at by for from with about into onto "
    "than then there here it its he him his she her hers they them their theirs we us our ours i me my mine "
    "you your yours who whom which what whose one ones 's is are was were be been being am has have had "
    "having do does did done will would shall should can could may might must going got get let us well oh "
    "um uh er ah okay ok yeah yes look like know mean just really very quite actually basically simply "
    "obviously certainly frankly also too even still now already ever again maybe kind sort lot such some "
    "any because while when where how why until though although mr mrs ms dr sir president senator sen gov "
    "governor secretary minister dollars dollar percent sic said says told added asked folks guys all both "
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
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
_SUFFIXES = (
    "s", "es", "ed", "d", "ing", "ly", "er", "ers", "n", "en", "ies", "ied", "y", "e", "ment", "ion", "al",
)  # fmt: skip
_SPELLINGS = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("yse", "yze"), ("our", "or"), ("ence", "ense"),
    ("re", "er"), ("ogue", "og"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("programme", "program"),
    ("grey", "gray"), ("ae", "e"), ("oe", "e"), ("wards", "ward"), ("whilst", "while"), ("amongst", "among"),
)  # fmt: skip
_LONG = 5


def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in _OPPOSITES.split("|"))


OPPOSITES = _pairs()
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
    """Whether two words are spellings, forms or slips of one: "defence", "defense"; "talk", "talks"."""
    if a == b or _spelled(a) == _spelled(b):
        return True
    if number((a,)) is not None or number((b,)) is not None or _are_opposed(a, b):
        return False
    return _inflected(a, b) or (min(len(a), len(b)) >= _LONG and _one_slip(a, b))


def opposed(a: str, b: str) -> bool:
    """Whether two words exclude each other: listed, or by a prefix ("legal", "illegal")."""
    return _are_opposed(a, b)


def _are_opposed(a: str, b: str) -> bool:
    if frozenset((_stem(a), _stem(b))) in OPPOSITES or frozenset((a, b)) in OPPOSITES:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _LONG - 1 and any(long == prefix + short for prefix in _PREFIXES)


def _stem(word: str) -> str:
    for suffix in ("ing", "ed", "es", "s", "d"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def _spelled(word: str) -> str:
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
    """One letter more, less or other, or two letters exchanged, and the first letter the same."""
    if abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[at:], b[at:]
    if len(a) == len(b):
        return rest_a[1:] == rest_b[1:] or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    return rest_a[1:] == rest_b or rest_a == rest_b[1:]


def telling(words: Sequence[str]) -> list[str]:
    """The words that carry meaning by themselves."""
    return [word for word in words if word not in LIGHT]
