from __future__ import annotations

import pytest

from rag.names import concepts, names, other_persons, unlicensed

ITALIAN = "Il ministro Mario Bianchi ha incontrato Luca Rossi a Roma."
SERBIAN = "Јован Јовановић је ухапшен у Новом Саду, рекла је Ана Петровић."


@pytest.mark.parametrize(
    ("claim", "language", "text", "of"),
    [
        ("Minister Luca Bianchi met Mario Rossi.", "en", ITALIAN, "it"),
        ("Luca Bianchi miniszter Mario Rossival találkozott.", "hu", ITALIAN, "it"),
        ("Ministar Luka Bjanki sastao se sa Marijom Rosijem.", "sr", ITALIAN, "it"),
        ("Ministri Luca Bianchi takoi Mario Rossin.", "sq", ITALIAN, "it"),
        ("Il ministro Maria Bianchi ha incontrato Luca Rossi.", "it", ITALIAN, "it"),
        ("Minister Mario Bianchini met Luca Rossi.", "en", ITALIAN, "it"),
        ("Uhapšena je Jovana Jovanović.", "sr", SERBIAN, "sr"),
        ("Uhapšen je Ivan Jovanović.", "sr", SERBIAN, "sr"),
        ("Uhapšen je Jovan Jovanov.", "sr", SERBIAN, "sr"),
    ],
)
def test_a_name_of_nobody_in_the_source_is_told(claim: str, language: str, text: str, of: str) -> None:
    assert other_persons(claim, language, [(text, of)])


@pytest.mark.parametrize(
    ("claim", "language", "text", "of"),
    [
        ("Minister Mario Bianchi met Luca Rossi.", "en", ITALIAN, "it"),
        ("Ministar Mario Bjanki sastao se sa Lukom Rosijem.", "sr", ITALIAN, "it"),
        ("Luca Rossi találkozott Mario Bianchival.", "hu", ITALIAN, "it"),
        ("Ministri Mario Bianchi takoi Luca Rossin.", "sq", ITALIAN, "it"),
        ("Policija traži Jovana Jovanovića, kaže Ana Petrović.", "sr", SERBIAN, "sr"),
        ("The police arrested Jovan Jovanović.", "en", SERBIAN, "sr"),
        ("Sastanak sa Anom Petrović.", "sr", SERBIAN, "sr"),
        ("Zelenskyy, or Volodymyr Zelenskyy, spoke.", "en", "Govorio je Volodimir Zelenski.", "sr"),
        ("Marko Petrović left with Ana Petrović.", "en", "Ana and Marko Petrović left.", "en"),
        ("Apple Chief Tim Cook spoke.", "en", "Tim Cook, the head of Apple Inc, spoke.", "en"),
        ("The Foreign Ministry spoke.", "en", "The Foreign Ministry and the Defence Ministry spoke.", "en"),
    ],
)
def test_a_name_in_other_spelling_or_case_is_the_same(claim: str, language: str, text: str, of: str) -> None:
    assert not other_persons(claim, language, [(text, of)])


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Who bought shares from Northgate?", "en", "Russia buys shells from North Korea."),
        ("Chi ha comprato azioni da Northgate?", "it", "Russia buys shells from North Korea."),
        ("President Putinov met the envoy.", "en", "President Putin met the envoy."),
        ("Who recognised Syriana?", "en", "Syria recognised the two regions."),
    ],
)
def test_a_name_grown_from_another_is_another(text: str, language: str, source: str) -> None:
    assert unlicensed(text, language, [source])


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("The Syrians and Putin's envoy met.", "en", "Syria sent an envoy to Putin."),
        ("The envoy met many Kosovars and Albanians.", "en", "Il Kosovo e l'Albania."),
        ("Govor Putinov u Moskvi.", "sr", "Putin spoke in Moscow."),
        ("The Northern Fleet sailed.", "en", "Severna flota je isplovila."),
    ],
)
def test_peoples_and_cases_stay(text: str, language: str, source: str) -> None:
    assert not unlicensed(text, language, [source])


def test_only_its_own_language_makes_a_people_of_a_place() -> None:
    assert not names("Who saw Syriana?", "en")[0].places
    assert names("Una Siriana è arrivata.", "it")[0].places


def test_a_direction_is_not_all_that_begins_with_it() -> None:
    assert not concepts("northgate") | concepts("whitehall")
    assert concepts("northern") == concepts("severnoj") == concepts("severnokorejski") == {"north"}
