"""What language a text is in: ten sentences in each of ten, names that are not English, too little text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.language import language_of

ENGLISH = """\
The harbour authority closed the eastern quay on Tuesday after divers found a crack in its wall.
Engineers expect the repair to take three weeks, the city's mayor told reporters.
Two ferries were sent to the old pier, where passengers waited for more than an hour.
Fishermen said that they had warned of the damage since last autumn.
A spokeswoman for the port denied that any complaint had been received.
The council will vote on emergency funds at its next meeting.
Insurance covers only part of the loss, according to a report from March.
Last year the same wall was inspected twice and nothing was found.
Opposition members asked why the reports were never published.
Until the work is done, lorries have to drive around the bay."""

FOREIGN = {
    "de": """\
Die Hafenbehörde sperrte am Dienstag den östlichen Kai, nachdem Taucher einen Riss entdeckt hatten.
Nach Angaben des Bürgermeisters dauert die Reparatur etwa drei Wochen.
Zwei Fähren legten stattdessen am alten Pier an.
Die Fahrgäste mussten länger als eine Stunde warten.
Fischer sagten, sie hätten seit dem Herbst vor dem Schaden gewarnt.
Eine Sprecherin des Hafens bestritt, dass es Beschwerden gegeben habe.
Der Stadtrat stimmt in der nächsten Sitzung über Mittel ab.
Die Versicherung deckt nur einen Teil der Kosten.
Im vergangenen Jahr wurde dieselbe Mauer zweimal geprüft.
Bis zum Ende der Arbeiten fahren die Lastwagen um die Bucht herum.""",
    "fr": """\
Les autorités du port ont fermé mardi le quai est après la découverte d'une fissure.
Selon le maire, les travaux dureront environ trois semaines.
Deux bateaux ont été dirigés vers l'ancienne jetée.
Les passagers ont attendu plus d'une heure sous la pluie.
Les pêcheurs affirment avoir signalé les dégâts dès l'automne.
Une porte-parole du port a nié avoir reçu la moindre plainte.
Le conseil municipal votera des crédits à sa prochaine séance.
L'assurance ne couvre qu'une partie des pertes.
L'année dernière, le même mur avait été contrôlé deux fois.
En attendant, les camions doivent faire le tour de la baie.""",
    "es": """\
La autoridad portuaria cerró el martes el muelle este tras hallar una grieta.
El alcalde dijo que la reparación durará unas tres semanas.
Dos transbordadores fueron enviados al muelle viejo.
Los pasajeros esperaron más de una hora bajo la lluvia.
Los pescadores aseguran que avisaron del daño desde el otoño.
Una portavoz del puerto negó haber recibido quejas.
El ayuntamiento votará los fondos en su próxima reunión.
El seguro cubre solamente una parte de las pérdidas.
El año pasado el mismo muro fue revisado dos veces.
Hasta entonces los camiones tendrán que rodear la bahía.""",
    "ru": """\
Во вторник управление порта закрыло восточный причал после того, как водолазы нашли трещину.
По словам мэра, ремонт займёт около трёх недель.
Два парома отправили к старой пристани.
Пассажиры ждали больше часа под дождём.
Рыбаки говорят, что предупреждали о повреждении ещё осенью.
Представитель порта отрицала, что поступали жалобы.
Городской совет проголосует за выделение средств на следующем заседании.
Страховка покрывает только часть убытков.
В прошлом году ту же стену проверяли дважды.
До окончания работ грузовики будут объезжать залив.""",
    "uk": """\
У вівторок адміністрація порту закрила східний причал після того, як водолази знайшли тріщину.
За словами мера, ремонт триватиме близько трьох тижнів.
Два пороми скерували до старої пристані.
Пасажири чекали понад годину під дощем.
Рибалки кажуть, що попереджали про пошкодження ще восени.
Речниця порту заперечила, що надходили скарги.
Міська рада голосуватиме за виділення коштів на наступному засіданні.
Страхування покриває лише частину збитків.
Торік цю саму стіну перевіряли двічі.
До завершення робіт вантажівки об'їжджатимуть затоку.""",
    "pt": """\
A autoridade portuária fechou na terça-feira o cais leste depois de encontrar uma rachadura.
Segundo o prefeito, a reparação vai demorar cerca de três semanas.
Duas balsas foram enviadas para o cais antigo.
Os passageiros esperaram mais de uma hora debaixo de chuva.
Os pescadores dizem que avisaram sobre o dano desde o outono.
Uma porta-voz do porto negou ter recebido queixas.
A câmara municipal votará as verbas na próxima reunião.
O seguro cobre apenas uma parte das perdas.
No ano passado o mesmo muro foi inspecionado duas vezes.
Até lá os caminhões terão de contornar a baía.""",
    "it": """\
L'autorità portuale ha chiuso martedì la banchina orientale dopo la scoperta di una crepa.
Secondo il sindaco i lavori dureranno circa tre settimane.
Due traghetti sono stati inviati al vecchio molo.
I passeggeri hanno aspettato più di un'ora sotto la pioggia.
I pescatori dicono di aver segnalato il danno fin dall'autunno.
Una portavoce del porto ha negato di aver ricevuto lamentele.
Il consiglio comunale voterà i fondi nella prossima seduta.
L'assicurazione copre soltanto una parte delle perdite.
L'anno scorso lo stesso muro era stato controllato due volte.
Fino ad allora i camion dovranno girare intorno alla baia.""",
    "nl": """\
Het havenbedrijf sloot dinsdag de oostelijke kade nadat duikers een scheur hadden gevonden.
Volgens de burgemeester duurt het herstel ongeveer drie weken.
Twee veerboten werden naar de oude pier gestuurd.
De passagiers moesten meer dan een uur wachten in de regen.
Vissers zeggen dat zij sinds de herfst voor de schade hebben gewaarschuwd.
Een woordvoerster van de haven ontkende dat er klachten waren.
De gemeenteraad stemt in de volgende vergadering over het geld.
De verzekering dekt maar een deel van het verlies.
Vorig jaar werd dezelfde muur twee keer gecontroleerd.
Tot die tijd moeten vrachtwagens om de baai heen rijden.""",
    "pl": """\
Zarząd portu zamknął we wtorek wschodnie nabrzeże po tym, jak nurkowie znaleźli pęknięcie.
Według burmistrza naprawa potrwa około trzech tygodni.
Dwa promy skierowano do starego pirsu.
Pasażerowie czekali ponad godzinę w deszczu.
Rybacy twierdzą, że ostrzegali o uszkodzeniu od jesieni.
Rzeczniczka portu zaprzeczyła, że wpłynęły skargi.
Rada miasta zagłosuje nad środkami na następnym posiedzeniu.
Ubezpieczenie pokrywa tylko część strat.
W zeszłym roku ten sam mur sprawdzano dwa razy.
Do tego czasu ciężarówki muszą objeżdżać zatokę.""",
    "tr": """\
Liman idaresi, dalgıçların bir çatlak bulmasının ardından salı günü doğu rıhtımını kapattı.
Belediye başkanına göre onarım yaklaşık üç hafta sürecek.
İki feribot eski iskeleye gönderildi.
Yolcular yağmur altında bir saatten fazla bekledi.
Balıkçılar sonbahardan beri hasar konusunda uyardıklarını söylüyor.
Liman sözcüsü herhangi bir şikâyet aldıklarını yalanladı.
Belediye meclisi bir sonraki toplantıda ödeneği oylayacak.
Sigorta zararın yalnızca bir kısmını karşılıyor.
Geçen yıl aynı duvar iki kez denetlenmişti.
O zamana kadar kamyonlar körfezin çevresinden dolaşacak.""",
}


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_ten_sentences_are_called_by_their_language(code: str) -> None:
    assert language_of(FOREIGN[code]) == code


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_no_sentence_of_another_language_passes_for_english(code: str) -> None:
    assert "en" not in [language_of(line) for line in FOREIGN[code].splitlines()]


def test_english_is_called_english_whole_and_by_the_sentence() -> None:
    assert language_of(ENGLISH) == "en"
    assert {language_of(line) for line in ENGLISH.splitlines()} <= {"en", None}


def test_english_full_of_foreign_names_stays_english() -> None:
    text = (
        "In Dolmabahçe the delegations were received by Hakan Fidan; Oleksiy Danilov, Rustem Umerov "
        "and Mykhailo Podolyak then met Recep Tayyip Erdoğan and İbrahim Kalın. From Warsaw, "
        "Mateusz Morawiecki of Prawo i Sprawiedliwość sent Zbigniew Rau to Rzeszów."
    )
    assert language_of(text) == "en"


def test_a_headline_in_title_case_without_function_words_stays_english_or_unknown() -> None:
    text = (
        "Harbour Wall Cracks, Ferries Diverted, Council Weighs Emergency Repairs Before Winter Storms Arrive"
    )
    assert language_of(text) in {"en", None}


@pytest.mark.parametrize("code", ["de", "fr", "ru", "nl"])
def test_a_mixed_article_is_called_by_its_larger_part(code: str) -> None:
    foreign = FOREIGN[code]
    quotation = foreign.splitlines()[0]
    assert language_of(f"{quotation}\n{ENGLISH}\n{ENGLISH}") == "en"
    assert language_of(f"{ENGLISH.splitlines()[0]}\n{foreign}\n{foreign}") == code


@pytest.mark.parametrize(
    "text", ["", "   \n", "Breaking news", "12.5 13.7 2024-01-01 " * 40, "\ud800" * 10, "😀" * 500]
)
def test_too_little_text_has_no_language(text: str) -> None:
    assert language_of(text) is None


@given(st.text(max_size=400))
def test_any_text_gets_a_code_of_two_letters_or_none_twice_the_same(text: str) -> None:
    code = language_of(text)
    assert code is None or (len(code) == 2 and code.isalpha() and code.islower())
    assert language_of(text) == code


def test_english_needs_no_model() -> None:
    program = (
        "import sys\n"
        "from checker.claims.language import language_of\n"
        f"assert language_of({ENGLISH!r}) == 'en'\n"
        "assert 'py3langid' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
