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
            "burst:burst read:read beat:beat upset:upset rid:rid shed:shed bid:bid"
        ).split()
    )
)
_IRREGULAR_PRESENTS = MappingProxyType({"be": "is", "have": "has", "do": "does", "go": "goes"})
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
#: One vowel between consonants in a word of one syllable doubles its last letter: "stopped".
_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")


def third_person(lemma: str, *, plural: bool = False) -> str:
    """The present of a verb: "opposes", with ``plural`` "oppose"."""
    if plural:
        return "are" if lemma == "be" else lemma
    if lemma in _IRREGULAR_PRESENTS:
        return _IRREGULAR_PRESENTS[lemma]
    if _CONSONANT_Y.search(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if _SIBILANT.search(lemma) else f"{lemma}s"


def past(lemma: str, *, plural: bool = False) -> str:
    """The past of a verb: "hit", "carried", "stopped"; with ``plural`` "were"."""
    if lemma == "be" and plural:
        return "were"
    if lemma in _IRREGULAR_PASTS:
        return _IRREGULAR_PASTS[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if _CONSONANT_Y.search(lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1]}ed" if _SHORT.match(lemma) else f"{lemma}ed"
