from __future__ import annotations

import pytest

from rag import make_names
from rag.names import names, unlicensed

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
    assert names("Officials said on Monday that I may go. Nothing happened in August.", "en") == []
