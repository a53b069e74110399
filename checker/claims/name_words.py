"""Words that stand in and around names: titles, kinds of bodies, and capitals that name nobody."""

from __future__ import annotations

#: Offices and forms of address that stand before a person's name.
TITLES = frozenset(
    "president presidents vice prime first foreign defense defence interior finance justice attorney "
    "minister secretary state general gen sen senator senators rep representative congressman "
    "congresswoman gov governor mayor judge king queen prince princess pope bishop archbishop sir lord "
    "lady dame dr doctor prof professor mr mrs ms miss rev reverend sheriff deputy officer detective "
    "sergeant sgt captain capt colonel col lieutenant lt major maj admiral commander chief chairman "
    "chairwoman chancellor ambassador speaker spokesman spokeswoman spokesperson coach actor actress "
    "singer premier former ex then-president councilman".split()
)

#: Words that make another name of the word after them.
DISTINGUISHING = frozenset(
    "north south east west northern southern eastern western central new upper lower san santa saint st "
    "los las el fort port mount lake".split()
)

#: Words that say what kind of thing bears the name, and so do not tell two of them apart.
GENERIC = frozenset(
    "the of and for in on at a an de la le al inc corp co ltd llc company corporation group university "
    "college school high county city state national international department ministry office agency "
    "bureau police court supreme house church center centre hospital party party's team street avenue "
    "road river park bank association committee council commission administration government army force "
    "forces air united".split()
)

#: Words with which sentences begin or that news writes with a capital letter, and that name nobody.
NO_NAMES = frozenset(
    "the a an i it he she we they you this that these those there here his her its their our my your one "
    "two three four five six seven eight nine ten who what when where why how which while after before "
    "during since until although though because if unless as at by for from in into of off on onto out "
    "over under up with without within about above across against along amid among around behind below "
    "beneath beside besides between beyond but and or nor so yet not no yes also still even just only "
    "both either neither each every all any some many most more several few other another such same than "
    "then now today yesterday tomorrow later earlier meanwhile however moreover according despite "
    "following including instead rather perhaps maybe once again never always monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sept sep oct nov dec police officials authorities "
    "people witnesses investigators prosecutors residents doctors researchers scientists critics "
    "supporters experts analysts reporters is are was were be been has have had do does did will would "
    "can could should must might breaking update watch photo video read gmt am pm est pst hundreds "
    "thousands dozens millions nobody everyone someone anyone nothing everything".split()
)

#: Words that join the parts of a name and give no initial.
LINKS = frozenset("of the and for in on de la".split())
