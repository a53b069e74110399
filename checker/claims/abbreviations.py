"""Words that end in a full stop without ending a sentence, and words that begin sentences.

English news usage, in lower case without the final stop. ``STARTERS`` decides the doubtful cases: after
"Inc." or "U.S." a sentence ends when a word follows that seldom stands inside a name.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: A name follows: never the end of a sentence.
TITLES = _words("""
    mr mrs ms mx dr drs prof gen col lt sgt capt maj cpl pvt pfc spc cmdr cdr adm brig sen sens rep reps gov
    govs pres rev hon fr st ste mt ft atty supt det insp messrs mme mlle msgr amb asst assoc dep vice-adm
    rear-adm lt-gen maj-gen brig-gen lt-col sec treas
""")

#: The phrase goes on: never the end of a sentence.
INNER = _words("vs v e.g i.e cf approx ca est viz incl esp resp al ps p.s")

#: A number follows ("No. 10", "Art. 5", "Nov. 6"); before a word they may end a sentence.
BEFORE_NUMBER = _words("""
    no nos art arts p pp vol vols fig figs sec ch chap par para v ext tel jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun
""")

#: Inside a name as often as at the end of a sentence: the next word decides.
DOUBTFUL = _words("""
    inc corp co cos ltd llc plc bros jr sr esq dept govt univ assn ave blvd rd hwy intl natl mfg gmbh
    ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ala dist min max jan feb mar apr jun jul aug sep sept oct nov dec
""")

#: The sentence goes on in lower case or ends.
LAST_OF_LISTS = _words("etc")

#: Also common words, or their ends: only the capitalised form is an abbreviation ("Mass." but "mass.").
CAPITALISED_ONLY = _words("""
    no art fig sec ch par mar jun sat sun mon ill ind mass miss wash ore la mo pa co ark del gen col rep reps
    gov hon fr det mt max min dep rd md ala
""")

#: Words with a capital that almost always begin a sentence where they follow a full stop.
STARTERS = _words("""
    the a an he she it they we i you this that these those his her its their our my your there here but and or
    so yet if when while although though because since as at in on by for from to of with without under over
    after before during until despite however meanwhile moreover furthermore also still then now earlier later
    last next one two some many most several all both each every no not what who why how where which according
    officials authorities police critics experts analysts reporters lawmakers republicans democrats another
    other others instead indeed once only even just such asked nor does did is are was were has have
""")

#: What follows "a.m." and "p.m." inside a sentence.
AFTER_CLOCK = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec est edt et cst cdt ct
    mst mdt mt pst pdt pt gmt utc bst cet eastern central mountain pacific
""")
