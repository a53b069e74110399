"""Irregular past forms of English verbs that are common in news."""

from __future__ import annotations

#: Forms that are past, or past and participle, and never a present.
PASTS = frozenset(
    "went said told made took came saw got gave found thought began began kept held wrote stood heard "
    "met ran paid sat spoke lay led grew lost fell sent built understood drew broke spent rose drove "
    "bought wore chose sought taught fought threw caught dealt won forgot slept flew fled brought left "
    "felt became knew sold shot struck sank shrank swore tore withdrew overcame overthrew undertook "
    "arose awoke bore bound bled bred clung crept dug fed forbade forgave froze hid hung laid meant "
    "misled rang rode sang shook slid spun stole stuck stung swam swept swung undid wept woke wound "
    "mistook outgrew overran oversaw swapped sprang gone done seen taken given known shown written "
    "spoken broken driven chosen fallen risen grown drawn thrown flown withdrawn begun sworn stolen "
    "frozen hidden forgotten become overrun".split()
)

#: Forms that are the same in the present and the past.
BARE_PASTS = frozenset(
    "cut put hit set let shut hurt cost cast split spread quit bet burst read beat upset rid shed".split()
)
