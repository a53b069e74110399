"""English verb forms that a claim needs when its subject or its finiteness changes.

"I oppose" said by Ann Lee is "Ann Lee opposes"; ", hitting an arsenal" under a past verb is "hit an arsenal".
"""

from __future__ import annotations

import re
from types import MappingProxyType

_IRREGULAR_PASTS = MappingProxyType(
    dict(
        pair.split(":")
        for pair in (
            "be:was have:had do:did go:went say:said tell:told make:made take:took come:came see:saw get:got "
            "give:gave find:found think:thought begin:began keep:kept hold:held write:wrote stand:stood "
            "hear:heard meet:met run:ran pay:paid sit:sat speak:spoke lie:lay lead:led grow:grew lose:lost "
            "fall:fell send:sent build:built understand:understood draw:drew break:broke spend:spent "
            "rise:rose drive:drove buy:bought wear:wore choose:chose seek:sought teach:taught fight:fought "
            "throw:threw catch:caught deal:dealt win:won forget:forgot sleep:slept fly:flew flee:fled "
            "bring:brought leave:left feel:felt become:became know:knew sell:sold shoot:shot strike:struck "
            "sink:sank shrink:shrank swear:swore tear:tore withdraw:withdrew overcome:overcame "
            "overthrow:overthrew undertake:undertook mean:meant ride:rode ring:rang sing:sang shake:shook "
            "slide:slid steal:stole stick:stuck swing:swung wake:woke wind:wound cut:cut put:put hit:hit "
            "set:set let:let shut:shut hurt:hurt cost:cost cast:cast split:split spread:spread quit:quit "
            "burst:burst read:read beat:beat upset:upset rid:rid shed:shed bid:bid lay:laid blow:blew "
            "eat:ate feed:fed freeze:froze hang:hung hide:hid bend:bent bind:bound bite:bit "
            "bleed:bled breed:bred cling:clung creep:crept dig:dug drink:drank forbid:forbade "
            "forgive:forgave forgo:forwent grind:ground lend:lent light:lit mistake:mistook "
            "arise:arose spin:spun spring:sprang sting:stung sweep:swept swim:swam thrust:thrust "
            "broadcast:broadcast forecast:forecast offset:offset bet:bet"
        ).split()
    )
)
_IRREGULAR_PRESENTS = MappingProxyType({"be": "is", "have": "has", "do": "does", "go": "goes"})
#: What makes a verb of another one without changing how it is inflected: "retook", "upheld", "oversaw".
_PREFIX = re.compile(r"^(?:re|over|under|out|fore|up|with|mis)(?=\w{2})")
_REGULAR = frozenset(("relay",))
#: A present that ends in "es": "reaches", "vetoes".
_TAKES_ES = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
#: One vowel between consonants in a word of one syllable doubles its last letter: "stopped".
_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
#: So does a longer word that is stressed at its end: "admitted", but "visited".
_STRESSED_AT_THE_END = frozenset(
    "abet abhor acquit admit allot annul commit compel concur confer control defer deter emit equip excel "
    "expel incur infer kidnap occur omit patrol permit prefer propel rebel rebut recur refer regret repel "
    "submit transfer transmit".split()
)


def third_person(lemma: str, *, plural: bool = False) -> str:
    """The present of a verb: "opposes", with ``plural`` "oppose"."""
    if plural:
        return "are" if lemma == "be" else lemma
    if lemma in _IRREGULAR_PRESENTS:
        return _IRREGULAR_PRESENTS[lemma]
    if _CONSONANT_Y.search(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if _TAKES_ES.search(lemma) else f"{lemma}s"


def past(lemma: str, *, plural: bool = False) -> str:
    """The past of a verb: "hit", "carried", "stopped"; with ``plural`` "were"."""
    if lemma == "be" and plural:
        return "were"
    prefix = _PREFIX.match(lemma)
    root = lemma[prefix.end() :] if prefix and lemma not in _REGULAR else lemma
    for known, before in ((lemma, ""), (root, lemma.removesuffix(root))):
        if known in _IRREGULAR_PASTS:
            return f"{before}{_IRREGULAR_PASTS[known]}"
    if lemma.endswith("e"):
        return f"{lemma}d"
    if _CONSONANT_Y.search(lemma):
        return f"{lemma[:-1]}ied"
    doubled = _SHORT.match(lemma) or lemma in _STRESSED_AT_THE_END
    return f"{lemma}{lemma[-1]}ed" if doubled else f"{lemma}ed"
