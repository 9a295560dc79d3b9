"""Figures and times that their own words say are of unlike things are not set against each other."""

from __future__ import annotations

from datetime import date

import pytest

from rag.agree.scope import of_unlike
from rag.agree.statement import Statement

MONDAY = date(2026, 11, 2)


def unlike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Of the first figure or time of either sentence."""
    (mine, theirs) = (Statement(text, language, MONDAY) for language, text in (one, other))
    return of_unlike(mine, mine.values()[0], theirs, theirs.values()[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Police have found 29 of the stolen coins."), ("sr", "Ukraden je 41 novčić.")),
        (("sq", "Dy nga fëmijët janë në spital."), ("it", "Otto bambini sono in ospedale.")),
        (("hu", "Három gyerek közül egy meghalt."), ("en", "Eight children fell ill.")),
        (("sr", "Najmlađe dete ima dve godine."), ("it", "È morto un bambino di tre anni.")),
        (("sq", "Më i vogli është dy vjeç."), ("hu", "A gyerek három éves.")),
        (("sr", "U Srbiji je obolelo troje dece."), ("hu", "Összesen hat gyermek betegedett meg.")),
        (("hu", "Szerbiában három gyermek beteg."), ("en", "Eight children are ill in Serbia and Albania.")),
        (("sq", "Në Shqipëri janë dy të sëmurë."), ("sr", "У Србији су четири болесника.")),
        (("en", "Police said on Thursday that the crown is gone."), ("it", "La corona è stata rubata sabato.")),
        (("it", "Matteo Ferraris, 41 anni, è medico."), ("en", "Réka Somogyi, 34, fell.")),
        (("sr", "Шомођијева (34) је повређена."), ("sq", "Mjeku Ferraris, 41 vjeç, zbriti në shpellë.")),
        (("sr", "Ministar je izjavio u četvrtak da niko nije umro."), ("hu", "Kedden leállt a gyár.")),
    ],
)
def test_a_part_one_country_a_youngest_and_the_day_of_saying_are_unlike(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert unlike(one, other)
    assert unlike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Police arrested two men."), ("sq", "Policia ka arrestuar tre persona.")),
        (("sr", "U Srbiji je obolelo troje dece."), ("sr", "У Србији су оболела четири детета.")),
        (("sr", "Albanska policija uhapsila je dve osobe."), ("hu", "Négy embert vett őrizetbe az albán rendőrség.")),
        (("en", "Eight children are ill in Serbia and Albania."), ("hu", "Hat gyermek betegedett meg.")),
        (("en", "Réka Somogyi, 34, fell."), ("sq", "Shomogji, 36 vjeçe, u rrëzua.")),
        (("sr", "Шомођијева (34) је повређена."), ("hu", "A 36 éves Somogyi megsérült.")),
        (("it", "La corona è stata rubata sabato."), ("hu", "A koronát vasárnap lopták el.")),
    ],
)
def test_figures_and_times_of_one_thing_are_not(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not unlike(one, other)
