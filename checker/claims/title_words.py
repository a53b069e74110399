"""Closed word lists of titles and offices, lower case: what heads a title, what it is for, and where."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def _table(listed: str) -> Mapping[str, str]:
    """ "canonical: form, form; ..." -> form -> canonical."""
    found: dict[str, str] = {}
    for entry in listed.split(";"):
        canonical, _, forms = entry.strip().partition(":")
        found.update(dict.fromkeys((form.strip() for form in forms.split(",")), canonical))
    return MappingProxyType(found)


#: What heads a title -> one name for it. Two words before one.
HEADS = _table(
    "premier: prime minister, premier; minister: minister; secretary: secretary; president: president;"
    "chancellor: chancellor; governor: governor, gov.; mayor: mayor; senator: senator, sen.;"
    "representative: representative, rep., congressman, congresswoman; ambassador: ambassador;"
    "attorney: attorney general;"
    "spokesman: spokesman, spokeswoman, spokesperson, press secretary"
)

#: What an office is for -> one name for it.
DOMAINS = _table(
    "foreign: foreign, external affairs, foreign affairs; defense: defense, defence, war;"
    "interior: interior, home affairs, home, internal affairs; finance: finance, treasury, economy "
    "and finance;"
    "economy: economy, economic, economics; justice: justice; health: health, health and human services;"
    "education: education; energy: energy; environment: environment, climate; transport: transport, "
    "transportation; agriculture: agriculture, farm; trade: trade, commerce; labor: labor, labour, "
    "employment;"
    "state: state; homeland security: homeland security; housing: housing, housing and urban "
    "development; veterans: veterans affairs;"
    "culture: culture; information: information; oil: oil, petroleum; immigration: immigration;"
    "security: security, national security; development: development; tourism: tourism; sport: sport, sports"
)

#: For whom a spokesman speaks -> one name for it.
BODIES = _table(
    "white house: white house; kremlin: kremlin; pentagon: pentagon, defense department, department "
    "of defense;"
    "state department: state department, department of state; justice department: justice department;"
    "fbi: fbi; cia: cia; nato: nato; united nations: u.n., un, united nations; foreign ministry: "
    "foreign ministry;"
    "defense ministry: defense ministry, defence ministry; interior ministry: interior ministry;"
    "treasury: treasury department, treasury; police: police; army: army; navy: navy; eu: eu, european union;"
    "homeland security: homeland security, department of homeland security, dhs"
)

#: Adjectives and names of countries -> the country.
COUNTRIES = _table(
    "us: u.s., us, american; uk: uk, u.k., british, britain; russia: russian, russia; ukraine: "
    "ukrainian, ukraine;"
    "germany: german, germany; france: french, france; italy: italian, italy; spain: spanish, spain;"
    "poland: polish, poland; turkey: turkish, turkey; iran: iranian, iran; iraq: iraqi, iraq; "
    "syria: syrian, syria;"
    "israel: israeli, israel; palestine: palestinian; egypt: egyptian, egypt; saudi arabia: saudi;"
    "china: chinese, china; japan: japanese, japan; india: indian, india; pakistan: pakistani, pakistan;"
    "afghanistan: afghan, afghanistan; canada: canadian, canada; mexico: mexican, mexico; brazil: brazilian, "
    "brazil; australia: australian, australia; greece: greek, greece; hungary: hungarian, hungary;"
    "belarus: belarusian, belarus; georgia: georgian; estonia: estonian, estonia; latvia: latvian, latvia;"
    "lithuania: lithuanian, lithuania; finland: finnish, finland; sweden: swedish, sweden; norway: "
    "norwegian, "
    "norway; denmark: danish, denmark; netherlands: dutch, netherlands; belgium: belgian, belgium;"
    "austria: austrian, austria; czechia: czech; slovakia: slovak, slovakia; romania: romanian, romania;"
    "libya: libyan, libya; yemen: yemeni, yemen; lebanon: lebanese, lebanon; jordan: jordanian, jordan;"
    "qatar: qatari, qatar; kenya: kenyan, kenya; nigeria: nigerian, nigeria; cuba: cuban, cuba;"
    "venezuela: venezuelan, venezuela; colombia: colombian, colombia; argentina: argentine, argentina;"
    "indonesia: indonesian, indonesia; philippines: philippine, philippines; vietnam: vietnamese, vietnam;"
    "ireland: irish, ireland; scotland: scottish, scotland; serbia: serbian, serbia"
)

#: States of the United States, long and as papers shorten them.
STATES = MappingProxyType(
    {
        name.strip(): entry.partition(":")[0].strip()
        for entry in (
            "alabama: ala.; alaska; arizona: ariz.; arkansas: ark.; california: calif.; colorado: colo.; "
            "connecticut: conn.; delaware: del.; florida: fla.; hawaii; idaho; illinois: ill.; indiana: "
            "ind.; "
            "iowa; kansas: kan.; kentucky: ky.; louisiana: la.; maine; maryland: md.; massachusetts: mass.; "
            "michigan: mich.; minnesota: minn.; mississippi: miss.; missouri: mo.; montana: mont.; "
            "nebraska: neb.; nevada: nev.; new hampshire: n.h.; new jersey: n.j.; new mexico: n.m.; "
            "new york: n.y.; north carolina: n.c.; north dakota: n.d.; ohio; oklahoma: okla.; oregon: ore.; "
            "pennsylvania: pa.; rhode island: r.i.; south carolina: s.c.; south dakota: s.d.; "
            "tennessee: tenn.; texas: tex.; utah; vermont: vt.; virginia: va.; west virginia: w.va.; "
            "wisconsin: wis.; wyoming: wyo."
        ).split(";")
        for name in entry.split(":")
    }
)

#: Who is below the office that the rest of the title names.
DEPUTIES = frozenset("deputy vice assistant associate".split())

#: The office is not held now, or not yet.
NOT_NOW = frozenset(
    "acting former ex ex- then then- late one-time onetime ousted designate elect nominee candidate "
    "incoming next "
    "future would-be shadow outgoing retired acting-elect past ex-foreign ex-defence ex-defense ex-prime "
    "ex-president previous interim".split()
)

#: Words in a sentence that speak of a change of office, or of other times.
CHANGE = frozenset(
    "now appointed nominated named nomination nominee resigned resignation succeeded succeed "
    "succeeds replaced "
    "replace replaces replacing sworn elected became become becomes stepped quit fired sacked dismissed "
    "promoted pick picked tapped reshuffle inaugurated served ex-minister candidacy candidate running "
    "formerly previously until successor predecessor".split()
)

#: Capitalised words that stand for a body or a place, so that a name with one of them is no person.
BODY_WORDS = frozenset(
    "ministry department house street kremlin pentagon committee party council court university college "
    "institute center centre group news times post journal agency association union police army navy force "
    "company corporation inc bank office administration government commission board foundation team "
    "campaign state states nations nation republic kingdom parliament senate congress guard federation "
    "television tv radio reuters press network watch international national service bureau church league "
    "club fund authority organization organisation district county city hospital school north south east "
    "west new saudi hong great islamic supreme human united security white fox cnn bbc npr nato fbi cia "
    "republicans democrats republican democratic officials moscow kyiv kiev washington london beijing "
    "tehran brussels paris berlin ankara jerusalem congress twitter facebook google apple amazon".split()
)

#: Words before a name that are no part of it.
COURTESY = frozenset(
    "mr mrs ms dr sir lord lady dame gen general lt col colonel maj major capt captain adm admiral sgt "
    "justice judge chief speaker leader adviser advisor director chairman chairwoman chair commissioner "
    "king queen prince princess pope cardinal archbishop bishop rev reverend pastor professor prof analyst "
    "lawyer attorney spokesman spokeswoman spokesperson minister secretary president premier chancellor "
    "governor gov mayor senator sen representative rep congressman congresswoman ambassador chief "
    "co-founder founder ceo official officer sheriff coach editor author activist journalist envoy".split()
)

_NICKNAMES = (
    "james jim jimmy|robert bob rob bobby|william bill will billy|michael mike|richard rick dick|"
    "thomas tom|joseph joe|john jack jon johnny|edward ed ted eddie|charles chuck charlie|david "
    "dave|daniel dan|"
    "stephen steven steve|anthony tony|elizabeth liz beth|margaret maggie|katherine catherine kate kathy|"
    "christopher chris|patrick pat|patricia pat|kenneth ken|ronald ron|donald don|timothy tim|jeffrey jeff|"
    "gregory greg|benjamin ben|samuel sam|alexander alex|matthew matt|andrew andy drew|nicholas nicolas nick|"
    "lawrence larry|gerald jerry|peter pete|susan sue|rebecca becky|deborah debbie|barbara barb|"
    "mohammed mohammad muhammad mohamed|dmitry dimitry dmitri dimitri|"
    "vladimir volodymyr"
)


def _nicknames() -> Mapping[str, str]:
    return MappingProxyType(
        {name: group.split()[0] for group in _NICKNAMES.split("|") for name in group.split()}
    )


#: A short form of a first name -> the long one.
NICKNAMES = _nicknames()
