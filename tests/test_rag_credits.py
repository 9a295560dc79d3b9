"""Whom an article's own text credits, in five languages."""

from __future__ import annotations

import pytest

from rag.agree.credits import canonical, credited


@pytest.mark.parametrize(
    ("text", "language", "origin"),
    [
        ("A bridge fell on Monday, Reuters reported.", "en", "Reuters"),
        ("LONDON (Reuters) - A bridge fell on Monday.", "en", "Reuters"),
        ("BEOGRAD, 5. septembra (Tanjug) - Most je pao.", "sr", "Tanjug"),
        ("The finding was first reported by The New York Times.", "en", "New York Times"),
        ("Most je pao, prenosi agencija Asošijeted pres.", "sr", "AP"),
        ("Мост је пао, преноси агенција Бета.", "sr", "Beta"),
        ("Most je pao, prenosi agencija Vestnik.", "sr", "Vestnik"),
        ("Il ponte è crollato, riferisce l'ANSA.", "it", "ANSA"),
        ("Il ponte è crollato, scrive il quotidiano Alto Adige.", "it", "Alto Adige"),
        ("Il ponte è crollato.\nAP\n", "it", "AP"),
        ("Leomlott egy híd – írja a BBC.", "hu", "BBC"),
        ("Leomlott egy híd, jelentette az MTI.", "hu", "MTI"),
        ("Ura ra të hënën, raporton Reuters.", "sq", "Reuters"),
        ("Ura ra të hënën./TheGuardian", "sq", "The Guardian"),
        ("Ura ra të hënën.\nBurimi: ATSH", "sq", "ATSH"),
    ],
)
def test_the_credited_agency_or_outlet_goes_by_its_usual_name(text: str, language: str, origin: str) -> None:
    assert credited(text, language) == origin


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A bridge fell on Monday.", "en"),
        ("Police said times are hard. According to the mayor, index funds fell.", "en"),
        ("The BBC chief (Tim Davie) resigned.", "en"),
        ("Danas je pao most. Politika vlade se menja.", "sr"),
        ("Most je pao, rekao je gradonačelnik Marko Perić.", "sr"),
        ("", "en"),
    ],
)
def test_a_common_word_and_a_speaker_are_no_credit(text: str, language: str) -> None:
    assert credited(text, language) == ""


def test_an_outlet_has_one_name_in_every_spelling_and_an_unknown_one_keeps_its_own() -> None:
    assert {canonical(name) for name in ("Rojters", "REUTERS", "Reuters")} == {"Reuters"}
    assert canonical("Daily Planet") == "Daily Planet"
