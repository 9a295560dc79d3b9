"""What is said of articles that are compared, in each language."""

from __future__ import annotations

from typing import Literal

Side = Literal[
    "sides_differ",
    "sides_differ_in",
    "sides_put",
    "sides_put_as",
    "sides_put_else",
    "sides_same",
    "sides_one",
]

SIDES: dict[Side, dict[str, str]] = {
    "sides_differ": {
        "en": "The articles differ on this.",
        "sq": "Artikujt ndryshojnë për këtë.",
        "sr": "Članci se u tome razlikuju.",
        "it": "Gli articoli differiscono su questo punto.",
        "hu": "A cikkek ebben eltérnek.",
    },
    "sides_differ_in": {
        "en": "The articles differ: {sides}.",
        "sq": "Artikujt ndryshojnë: {sides}.",
        "sr": "Članci se razlikuju: {sides}.",
        "it": "Gli articoli differiscono: {sides}.",
        "hu": "A cikkek eltérnek: {sides}.",
    },
    "sides_put": {
        "en": "The articles put this differently; whether they contradict each other could not be told.",
        "sq": "Artikujt e thonë këtë ndryshe; nëse kundërthonë njëri-tjetrin, nuk u përcaktua dot.",
        "sr": "Članci to navode različito; da li su u protivrečnosti, nije se moglo utvrditi.",
        "it": "Gli articoli lo dicono in modo diverso; se si contraddicano non si è potuto stabilire.",
        "hu": "A cikkek ezt eltérően írják le; hogy ellentmondanak-e egymásnak, nem volt megállapítható.",
    },
    "sides_put_as": {
        "en": "The articles put this differently: {sides}.",
        "sq": "Artikujt e thonë këtë ndryshe: {sides}.",
        "sr": "Članci to navode različito: {sides}.",
        "it": "Gli articoli lo dicono in modo diverso: {sides}.",
        "hu": "A cikkek ezt eltérően írják le: {sides}.",
    },
    "sides_put_else": {
        "en": "The articles put this differently; the differences that were found stand with the sources.",
        "sq": "Artikujt e thonë këtë ndryshe; dallimet që u gjetën janë shënuar te burimet.",
        "sr": "Članci to navode različito; razlike koje su nađene stoje uz izvore.",
        "it": "Gli articoli lo dicono in modo diverso; le differenze trovate sono indicate accanto alle fonti.",
        "hu": "A cikkek ezt eltérően írják le; a talált eltérések a forrásoknál olvashatók.",
    },
    "sides_same": {
        "en": "The articles that speak of this say the same.",
        "sq": "Artikujt që flasin për këtë thonë të njëjtën gjë.",
        "sr": "Članci koji o tome pišu kažu isto.",
        "it": "Gli articoli che ne parlano dicono la stessa cosa.",
        "hu": "Az erről szóló cikkek ugyanazt írják.",
    },
    "sides_one": {
        "en": "Only one article was found that speaks of this.",
        "sq": "U gjet vetëm një artikull që flet për këtë.",
        "sr": "Nađen je samo jedan članak koji piše o tome.",
        "it": "È stato trovato un solo articolo che ne parla.",
        "hu": "Csak egy cikk akadt, amely erről ír.",
    },
}
