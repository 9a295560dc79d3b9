"""What two articles on one event state differently, told by what stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from index.bundled import BundledEmbedder
from rag.agree.beside import Beside, Told
from rag.agree.differences import differences
from rag.agree.differing_wording import called
from rag.agree.firsts import first_source
from rag.agree.state_tables import STATES
from rag.agree.statement import Statement
from rag.agree.states import sides
from rag.names.sounds import one_letter_apart
from rag.words import WordAligner

Text = tuple[str, str]


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


def between(aligner: WordAligner, one: Text, other: Text, published: date | None = None) -> list[tuple[str, str, str]]:
    """What is found between two sentences, each the nearest to the other, that have little in common as a whole."""
    beside = Beside(one_event=True, nearest=True, whole=False, settled=frozenset(STATES), told=Told(agreement=0.3))
    found = differences(Statement(*one, published), Statement(*other, published), aligner, beside)
    return [(each.kind.value, each.here, each.there) for each in found if each.least <= 0.4]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            ("The talks went on, and the plant will ship 1.2 billion cubic metres of gas a year.", "en"),
            ("Fabrika isporučuje godišnje milijardu i po kubnih metara gasa, javlja list.", "sr"),
            ("figure", "1.2 billion cubic metres", "milijardu i po kubnih metara"),
        ),
        (
            ("Eleven people have been confirmed dead, officials said.", "en"),
            ("Дванаест особа изгубило је живот када је брод потонуо.", "sr"),
            ("figure", "Eleven", "Дванаест"),
        ),
        (
            ("Other pesë të tjerë vijojnë të jenë të zhdukur.", "sq"),
            ("Брод је потонуо, а за седморо путника се и даље трага.", "sr"),
            ("figure", "pesë", "седморо"),
        ),
        (
            ("Испоруке би требало да почну у јануару.", "sr"),
            ("Isporuke gasa počele bi, počev od oktobra.", "sr"),
            ("date", "јануару", "oktobra"),
        ),
        (
            ("The accident was first reported by the radio station Radio Golfo.", "en"),
            ("Vest je prvi objavio londonski bilten „Balkan monitor“.", "sr"),
            ("attribution", "radio station Radio Golfo", "londonski bilten „Balkan monitor"),
        ),
        (
            ("Ministri i Energjetikës, Goran Petrevski, foli.", "sq"),
            ("Delegaciju predvodi ministar energetike Zoran Petrevski.", "sr"),
            ("name", "Goran Petrevski", "Zoran Petrevski"),
        ),
        (
            ("Il capo della Protezione civile, Arben Lleshi, ha dichiarato chiuse le ricerche.", "it"),
            ("Начелник цивилне заштите Агим Љеши каже да трагају.", "sr"),
            ("name", "Arben Lleshi", "Агим Љеши"),
        ),
        (
            ("Брана је прегледана и нема оштећења.", "sr"),
            ("Sulla diga c'è una crepa.", "it"),
            ("wording", "нема оштећења", "crepa"),
        ),
        (
            ("The director of the hospital has been suspended.", "en"),
            ("Il direttore dell'ospedale resta al suo posto.", "it"),
            ("wording", "been suspended", "resta al suo posto"),
        ),
        (
            ("The exercises, which the North views as an invasion rehearsal, go on.", "en"),
            ("Vojne vežbe, koje Severna Koreja smatra provokacijom, traju.", "sr"),
            ("wording", "invasion rehearsal", "provokacijom"),
        ),
        (
            ("Kapiteni Roberto Ferrante është arrestuar.", "sq"),
            ("Il comandante Roberto Ferrante non è stato arrestato.", "it"),
            ("negation", "arrestuar", "non è stato arrestato"),
        ),
        (
            ("The captain is being held in a police cell.", "en"),
            ("Il comandante resta a piede libero.", "it"),
            ("wording", "held in a police cell", "a piede libero"),
        ),
        (
            ("Синдикат је прихватио понуду.", "sr"),
            ("A szakszervezet elutasította az ajánlatot.", "hu"),
            ("wording", "прихватио", "elutasította"),
        ),
        (
            ("Kapiteni i anijes, italiani Roberto Ferrante, foli dje.", "sq"),
            ("A hajó kapitánya, Mario Bellini hallgatott.", "hu"),
            ("name", "Roberto Ferrante", "Mario Bellini"),
        ),
        (
            ("Ministri i Energjetikës, Ilija Dimoski, foli.", "sq"),
            ("Delegaciju predvodi ministar energetike Zoran Petrevski.", "sr"),
            ("name", "Ilija Dimoski", "Zoran Petrevski"),
        ),
        (
            ("L'amministratore Henrik Dahl, manager danese, tratta.", "it"),
            ("Drejtori Henrik Dall, suedez me origjinë, foli.", "sq"),
            ("name", "danese", "suedez"),
        ),
        (
            ("The flight was cancelled due to fog.", "en"),
            ("Let je otkazan zbog štrajka.", "sr"),
            ("wording", "fog", "štrajka"),
        ),
        (
            ("The company said she would appeal.", "en"),
            ("A miniszter benyújtotta fellebbezését.", "hu"),
            ("stage", "said she would appeal", "benyújtotta"),
        ),
    ],
)
def test_what_stands_beside_it_tells_a_difference(
    aligner: WordAligner, one: Text, other: Text, found: tuple[str, str, str]
) -> None:
    assert between(aligner, one, other) == [found]
    kind, here, there = found
    assert between(aligner, other, one) == [(kind, there, here)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Seven of them are missing, of 221 on board.
        (("Седморо путника се тражи.", "sr"), ("C'erano 221 passeggeri.", "it")),
        (("Six citizens of Serbia were on board.", "en"), ("A fedélzeten két magyar állampolgár volt.", "hu")),
        (("He got four years and six months in prison.", "en"), ("U dënua me katër vjet e gjysmë burg.", "sq")),
        (("It was first reported by the New York Times.", "en"), ("Prvo je preneo dnevnik Njujork tajms.", "sr")),
        (("The vote is on Friday.", "en"), ("I lavoratori votano venerdì.", "it")),
        # One church, in two languages; and "millions" are told of any sum.
        (
            ("Restaurava la chiesa di San Nicola.", "it"),
            ("The bells of Saint Nicholas rang in Voskop.", "en"),
        ),
        (("The walkout cost its owner millions.", "en"), ("Ogni giorno di fermo costa 1,2 milioni di euro.", "it")),
        (("The quake was seven miles deep.", "en"), ("A rengés tizenkét kilométer mélyen volt.", "hu")),
        (("The firm offers £1,700 each.", "en"), ("La società offre duemila euro a testa.", "it")),
        (("About 84 million euros were paid.", "en"), ("Plaćeno je 84 miliona evra.", "sr")),
        (("More than 600 homes were damaged.", "en"), ("Janë dëmtuar 620 shtëpi.", "sq")),
        (("Judge Milica Radulović read the ruling.", "en"), ("A bíró, Milica Radulović kihirdette.", "hu")),
        (("The captain is in custody.", "en"), ("Il comandante è stato arrestato.", "it")),
        (("He was convicted of theft.", "en"), ("Ai do të shpallet i pafajshëm.", "sq")),
        (("They refused to speak.", "en"), ("Ponuda je prihvaćena.", "sr")),
        (("Captain Roberto Ferrante spoke.", "en"), ("Капетан Роберто Феранте је говорио.", "sr")),
        (("Foreign minister Ana Kola spoke.", "en"), ("Ministar energetike Zoran Petrevski je otišao.", "sr")),
        (("Henrik Dahl, a Danish manager, spoke.", "en"), ("Henrik Dahl, manager danese, ha parlato.", "it")),
        (("The fire was caused by an electrical fault.", "en"), ("A tüzet elektromos hiba okozta.", "hu")),
        # The tests brought the sanctions, and these the shortage.
        (("Sanctions were imposed because of the tests.", "en"), ("Mungesa erdhi për shkak të sanksioneve.", "sq")),
        # One sentence in two languages, of which each has several verbs; and of the fall and the water.
        (
            ("The bank would release the first tranche only after a permit was issued.", "en"),
            ("Рекла је да ће банка прву траншу исплатити тек када буде издата дозвола.", "sr"),
        ),
        (
            ("Réka Somogyi fell about 15 metres while collecting beetles.", "en"),
            ("После олује вода у пећини за сат времена порасла је два метра.", "sr"),
        ),
        (("The journey will be cut from 75 minutes to 35.", "en"), ("Podgoricából 35 perc alatt Shkodrába.", "hu")),
        (("The minister calls for calm.", "en"), ("Ministri e quan marrëveshjen historike.", "sq")),
    ],
)
def test_what_may_both_be_true_is_no_difference(aligner: WordAligner, one: Text, other: Text) -> None:
    assert between(aligner, one, other, date(2023, 9, 28)) == []


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Lajmin e dha i pari televizioni lokal Vjosa TV, pas orës 22.", "sq", "televizioni lokal Vjosa TV"),
        ("Аферу је први открио подгорички портал Зета инфо.", "sr", "подгорички портал Зета инфо"),
        ("La notizia è stata riportata per la prima volta dal Corriere.", "it", "Corriere"),
        ("A hírt az Alpenpress hírügynökség jelentette elsőként.", "hu", "Alpenpress hírügynökség"),
        (
            "It was first reported by the Trieste radio station Radio Golfo on Monday.",
            "en",
            "Trieste radio station Radio Golfo",
        ),
        ("A szünetben a Kapuvonal, elsőként a sajtóban, megírta, hogy Erion Dalipi megbukott.", "hu", "Kapuvonal"),
        ("Pubblicata prima di chiunque altro dal quotidiano Il Molo, la notizia corse.", "it", "quotidiano Il Molo"),
    ],
)
def test_who_was_the_first_to_report_is_read(text: str, language: str, source: str) -> None:
    statement = Statement(text, language)
    run = first_source(statement)
    assert run is not None
    assert statement.part(*run) == source


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Officials are calling it the worst disaster in decades.", "en", "worst disaster"),
        ('Deputetja e quajti kontratën "një çek të bardhë" dje.', "sq", "çek të bardhë"),
        ("Стручњаци уговор називају скупим.", "sr", "скупим"),
        ("La sigla ha già definito una presa in giro la formula.", "it", "presa in giro"),
        ("A javaslatot sokan megalázónak tartják.", "hu", "megalázónak"),
    ],
)
def test_what_a_sentence_calls_a_thing_is_read(text: str, language: str, name: str) -> None:
    statement = Statement(text, language)
    assert any(statement.part(places[0], places[-1]).startswith(name) for places, _ in called(statement))


@pytest.mark.parametrize(("one", "other"), [("goran", "zoran"), ("radulovic", "radunovic")])
def test_one_other_consonant_makes_another_name(one: str, other: str) -> None:
    assert one_letter_apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("petrevski", "petrevszki"), ("ferrante", "ferante"), ("kaludjerovic", "kalluxheroviq"), ("ana", "ada")],
)
def test_a_spelling_of_a_name_is_no_other_name(one: str, other: str) -> None:
    assert not one_letter_apart(one, other)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("She was not arrested.", "en", {("custody", True)}),
        ("Nije u pritvoru.", "sr", {("custody", True)}),
        ("The deal still needs the approval of Belgrade and awaits a green light.", "en", {("accepted", True)}),
        ("Serve ancora il via libera dell'antitrust.", "it", {("accepted", True)}),
        ("Ha smentito che il direttore sia stato sollevato dall'incarico.", "it", set()),
        ("Azonnal lemondott, helyettese a posztján maradt.", "hu", {("office", False), ("office", True)}),
        ("He got five years in prison.", "en", set()),
        ("Potrebbe essere arrestato.", "it", set()),
        ("Oferta u refuzua njëzëri.", "sq", {("accepted", True)}),
        ("Nuk pranoi të flasë.", "sq", set()),
    ],
)
def test_a_state_is_read_with_what_is_denied_and_without_what_may_be(
    text: str, language: str, told: set[tuple[str, bool]]
) -> None:
    assert sides(Statement(text, language)) == told
