from __future__ import annotations

import time
from itertools import pairwise

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from rag.names import make_places as make_names
from rag.names import names, strange_peoples, unlicensed

LOCALES = ("en", "sq", "sr", "sr_Latn", "it", "hu")

# language of the claim | claim | source | the names that the source does not hold, "-" for none
TABLE = """
en | He flew to Pyongyang | stigao je u Pjongjang | -
en | He flew to Pyongyang | arriti në Phenian | -
hu | Megérkezett Phenjanba | arriti në Phenian | -
sr | Rat u Donbasu | the war in Donbass | -
sr | Рат у Донбасу | the war in Donbas | -
hu | Itt van Vlagyimir Putyin | he met Vladimir Putin | -
sr | Poslali su Putinu pismo | un tavolo per Putin | -
sr | Oružje iz Severne Koreje | weapons from North Korea | -
sr | Оружје из Северне Кореје | armi dalla Corea del Nord | -
sq | Armë nga Koreja e Veriut | az észak-koreai fegyverek | -
hu | Fegyvert vett Észak-Koreától | severnokorejsko oružje | -
it | Le armi della Corea del Nord | Koresë së Veriut | -
en | The envoys of Donetsk | izaslanici Donjecka | -
en | The envoys of Donetsk | a donyecki népköztársaság | -
en | The envoys of Luhansk | a luhanszki népköztársaság | -
en | so says the AP | prenosi agencija Asošijeted pres | -
en | so says the Associated Press | AP | -
sr | To prenosi Njujork tajms | was first reported by the New York Times | -
en | A spokesman of the U.S. | zvaničnik SAD | -
en | A spokesman of the USA | zyrtar i SHBA-së | -
en | A spokesman of the US | un funzionario degli Stati Uniti | -
en | A spokesman of the United States | az Egyesült Államok | -
en | An American spokesman | un funzionario statunitense | -
en | A spokesman of the White House | Iz Bele kuće je saopšteno | -
en | A spokesman of the White House | Shtëpia e Bardhë tha | -
en | A vote of the United Nations | rezolucija UN | -
en | It bought from South Korea | It bought from North Korea | South Korea
sr | Kupili su iz Južne Koreje | Severna Koreja | Južne Koreje
en | They met Putin | They met Medvedev | Putin
en | They went to Iran | They went to Iraq | Iran
en | They went to Austria | They went to Australia | Austria
en | They went to Donetsk | They went to Luhansk | Donetsk
en | They went to Slovenia | They went to Slovakia | Slovenia
en | They went to Niger | They went to Nigeria | Niger
en | They went to Nigeria | They went to Niger | Nigeria
en | A spokesman of the White House | A spokesman of the Kremlin | White House
en | They met Kim Jong-un | Kim Dzsongun rezsimje | -
hu | Itt van Kim Dzsongun | Kim Jong Un | -
en | They met Biden | Bajdenova administracija | -
sq | Ata takuan Bajdenin | the Biden administration | -
sr | Sreli su Makrona | Macron | -
it | Hanno visto Zelensky | Volodimir Zelenszkij | -
en | The minister Shoigu | Sojgu orosz miniszter | -
sq | Ministri i Rusisë | az orosz miniszter | -
it | Il ministro della Cina | a kínai miniszter | -
sr | Ministar iz Mađarske | un ministro ungherese | -
sr | Министар из Немачке | a német miniszter | -
hu | Ez Görögország | greke | -
en | They came to Beijing | Pekingbe mentek | -
en | They live on an Island | na jednom ostrvu | -
en | They live in Iceland | na jednom ostrvu | Iceland
en | They saw Deputy Minister Sergei Ryabkov | Szergej Rjabkov volt ott | -
en | It was the European Union | Unione europea | -
en | It was Hungary | Serbia | Hungary
sq | Ishte Shqipëria | Serbia | Shqipëria
sr | To je Albanija | Crna Gora | Albanija
it | Era la Svezia | la Svizzera | Svezia
hu | Ez Szlovénia | Szlovákia | Szlovénia
sr | To je Словенија | Словачка | Словенија
it | Hanno visto Macron | Scholz | Macron
hu | Ott volt Luhanszk | Donyeck | Luhanszk
sq | Ishte në Teheran | Bagdad | Teheran
en | They are of NATO | they are of the EU | NATO
en | The share of GDP | deo BDP-a | -
en | The share of GDP | deo PDV-a | GDP
en | Then the Dutchman spoke | l'olandese ha parlato | -
en | A Turkish ambassador | ambasadorin turk | -
en | The European court | la Corte europea | -
en | They saw Montenegro | Vlada Crne Gore | -
sq | Qeveria e Malit të Zi | Crna Gora | -
en | They saw Kherson | A Korea az idén | Kherson
en | They saw Serbia | the fire service | Serbia
en | They are of NATO | članice NATO-a | -
en | Then came the BBC | írja a BBC | -
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("language", "claim", "source", "expected"), ROWS)
def test_a_name_is_licensed_by_the_same_name_however_it_is_spelt(
    language: str, claim: str, source: str, expected: str
) -> None:
    assert unlicensed(claim, language, [source]) == ([] if expected == "-" else [expected])


def test_the_places_are_those_of_cldr() -> None:
    assert make_names.PATH.read_text(encoding="utf-8") == "".join(make_names.lines())


def test_months_small_words_and_sentence_openings_are_no_names() -> None:
    assert names("Officials said on Monday that I may go. Nothing happened in August.", "en") == ()


def test_the_words_of_a_headline_are_no_names_but_its_places_are() -> None:
    assert unlicensed("Russia Buys More Rockets From North Korea Again", "en", ["Rusija"]) == ["North Korea"]
    assert unlicensed("RUSIJA KUPUJE RAKETE IZ SEVERNE KOREJE", "sr", ["Oroszország"]) == ["SEVERNE KOREJE"]


def test_a_question_of_small_words_and_names_is_no_headline() -> None:
    """Seen: what Kim said about Ukraine was answered by sentences that do not name him."""
    assert [name.text for name in names("What did Kim say about Ukraine?", "en")] == ["Kim", "Ukraine"]


def test_peoples_in_small_letters_license_but_need_no_licence() -> None:
    assert names("az észak-koreai és az orosz fegyverek", "hu") == names("le armi russe e nordcoreane", "it") == ()
    assert unlicensed("The Russian and North Korean arms", "en", ["orosz és észak-koreai", "nordcoreano"]) == []


def test_a_people_in_small_letters_is_strange_where_the_source_names_another_country() -> None:
    assert strange_peoples("a belga Pieter", "hu", ["l'olandese Pieter"]) == ["belga"]
    assert strange_peoples("az olasz Pieter", "hu", ["il nuovo direttore"]) == []
    assert strange_peoples("quattro letti liberi", "it", ["un ospedale francese"]) == []


def test_a_name_of_several_words_is_told_whole() -> None:
    assert unlicensed("He met Dmitry Medvedev and Angela Merkel there", "en", ["Putin"]) == [
        "Dmitry Medvedev",
        "Angela Merkel",
    ]


def test_any_of_the_texts_licenses_a_name() -> None:
    assert unlicensed("He met Putin, so the BBC", "en", ["they met", "Putyin ott volt", "BBC"]) == []


@given(st.text(), st.text(), st.sampled_from(["en", "sq", "sr", "sr-Cyrl", "it", "hu", "ja", ""]))
def test_every_text_licenses_its_own_names(text: str, other: str, language: str) -> None:
    assert unlicensed(text, language, [other, text]) == []


PIECES = "He Putin of the Koreja UN U.S. — . Severna North dell'Iran a Jong-un"


@given(st.lists(st.sampled_from(PIECES.split())))
def test_words_in_any_order_license_themselves(words: list[str]) -> None:
    text = " ".join(words)
    assert unlicensed(text, "en", [text]) == []
    assert all(name.text for name in names(text, "en"))


COUNTRIES = sorted(
    code
    for code in Locale("en").territories
    if code.isalpha() and len(code) == 2 and all(code in Locale.parse(locale).territories for locale in LOCALES)
    # What is no country; and two groups of islands that some languages call by their sovereign and some do not.
    and code not in {"ZZ", "XA", "XB", "EZ", "QO", "UM", "VI"}
)  # fmt: skip


@given(st.sampled_from(COUNTRIES), st.sampled_from(LOCALES), st.sampled_from(LOCALES))
def test_a_country_is_the_same_in_every_two_languages_of_cldr(code: str, one: str, other: str) -> None:
    claim, source = Locale.parse(one).territories[code], Locale.parse(other).territories[code]
    assert unlicensed(f"x {claim}", one[:2], [f"x {source}"]) == []


def test_one_country_does_not_license_the_next_of_the_alphabet() -> None:
    licensed = [
        (called[one], called[other])
        for called in (Locale.parse(locale).territories for locale in LOCALES)
        for one, other in pairwise(sorted(COUNTRIES, key=called.__getitem__))
        if not unlicensed(f"x {called[one]}", "en", [f"x {called[other]}"])
    ]
    assert licensed == []


def test_checking_a_claim_against_known_sources_takes_less_than_a_millisecond() -> None:
    sources = [
        "Severna Koreja je ove godine ispalila više od 30 balističkih raketa, javlja Njujork tajms iz Pjongjanga."
    ]
    claims = [f"{number} missiles of North Korea were fired, said Putin to the New York Times." for number in range(50)]
    unlicensed(claims[0], "en", sources)
    began = time.perf_counter()
    for claim in claims:
        unlicensed(claim, "en", sources)
    assert (time.perf_counter() - began) / len(claims) < 0.005  # a fifth of it on a quiet machine
