"""Countries as the news names them: by name, people, adjective, capital, or seat of government.

"Moscow warned", "the Kremlin warned" and "Russia warned" are one actor. The table holds the countries that
news in English names most; what is missing is compared by its letters alone. Capitals that share their
name with other well-known places, or that act for more than one government, are left out ("Geneva",
"Brussels"). Adjectives that are also common words or the names of parts of other countries stand as they
are used for people and governments.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Country = other names, comma-separated; the first one is the adjective.
_TABLE = """
united states = american, americans, us, usa, u.s., u.s.a., america, united states of america, white house
united kingdom = british, britain, great britain, uk, u.k., britons, london, downing street, whitehall
russia = russian, russians, russian federation, moscow, kremlin
ukraine = ukrainian, ukrainians, kyiv, kiev
china = chinese, prc, people's republic of china, beijing
france = french, paris, elysee
germany = german, germans, berlin
italy = italian, italians, rome
spain = spanish, spaniards, madrid
poland = polish, poles, warsaw
turkey = turkish, turks, turkiye, ankara
israel = israeli, israelis, jerusalem, tel aviv
palestine = palestinian, palestinians, palestinian territories, palestinian authority, ramallah
iran = iranian, iranians, islamic republic of iran, tehran, teheran
iraq = iraqi, iraqis, baghdad
syria = syrian, syrians, damascus
lebanon = lebanese, beirut
egypt = egyptian, egyptians, cairo
saudi arabia = saudi, saudis, riyadh
qatar = qatari, qataris, doha
yemen = yemeni, yemenis, sanaa
jordan = jordanian, jordanians, amman
libya = libyan, libyans
sudan = sudanese, khartoum
south sudan = south sudanese, juba
afghanistan = afghan, afghans, kabul
pakistan = pakistani, pakistanis, islamabad
india = indian, indians, new delhi, delhi
bangladesh = bangladeshi, bangladeshis, dhaka
sri lanka = sri lankan, sri lankans, colombo
nepal = nepalese, nepali, kathmandu
myanmar = burmese, burma
thailand = thai, thais, bangkok
vietnam = vietnamese, hanoi
indonesia = indonesian, indonesians, jakarta
philippines = filipino, filipinos, philippine, manila
malaysia = malaysian, malaysians, kuala lumpur
japan = japanese, tokyo
north korea = north korean, north koreans, dprk, pyongyang
south korea = south korean, south koreans, seoul
taiwan = taiwanese, taipei
australia = australian, australians, canberra
new zealand = new zealander, new zealanders, wellington
canada = canadian, canadians, ottawa
mexico = mexican, mexicans, mexico city
brazil = brazilian, brazilians, brasilia
argentina = argentine, argentinian, argentines, buenos aires
chile = chilean, chileans
colombia = colombian, colombians, bogota
venezuela = venezuelan, venezuelans, caracas
cuba = cuban, cubans, havana
haiti = haitian, haitians, port-au-prince
nigeria = nigerian, nigerians, abuja
kenya = kenyan, kenyans, nairobi
ethiopia = ethiopian, ethiopians, addis ababa
somalia = somali, somalis, mogadishu
south africa = south african, south africans, pretoria
zimbabwe = zimbabwean, zimbabweans, harare
greece = greek, greeks, athens
cyprus = cypriot, cypriots, nicosia
netherlands = dutch, holland, the hague
belgium = belgian, belgians
switzerland = swiss, bern
austria = austrian, austrians, vienna
sweden = swedish, swedes, stockholm
norway = norwegian, norwegians, oslo
denmark = danish, danes, copenhagen
finland = finnish, finns, helsinki
ireland = irish, dublin
portugal = portuguese, lisbon
hungary = hungarian, hungarians, budapest
romania = romanian, romanians, bucharest
bulgaria = bulgarian, bulgarians
serbia = serbian, serbs, serbians, belgrade
georgia = georgian, georgians, tbilisi
armenia = armenian, armenians, yerevan
azerbaijan = azerbaijani, azerbaijanis, azeri, baku
belarus = belarusian, belarusians, minsk
kazakhstan = kazakh, kazakhs, astana
czech republic = czech, czechs, czechia, prague
slovakia = slovak, slovaks, bratislava
estonia = estonian, estonians, tallinn
latvia = latvian, latvians, riga
lithuania = lithuanian, lithuanians, vilnius
moldova = moldovan, moldovans, chisinau
"""


def _read(table: str) -> Mapping[str, str]:
    country_of: dict[str, str] = {}
    for line in table.strip().splitlines():
        country, _, others = line.partition(" = ")
        country_of[country] = country
        for name in others.split(", "):
            country_of[name] = country
    return MappingProxyType(country_of)


#: Case-folded name, adjective, people or seat of government -> country.
COUNTRY_OF: Mapping[str, str] = _read(_TABLE)
